"""What can be done on the catalog page, as actions with their keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.pages.catalog.edit_words import edit_words
from desktop_app.pages.catalog.facts import UndoState


class CatalogActions(QObject):
    """The page connects them; their keys work anywhere on it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._state = UndoState(None, None)
        self.new = self._action(page, "Ctrl+N")
        self.find = self._action(page, "Ctrl+F")
        self.undo = self._action(page, "Ctrl+Z")
        self.redo = self._action(page, "Ctrl+Shift+Z", "Ctrl+Y")
        self.archive = self._action(page, "Del")
        self.restore = self._action(page, "")
        self.delete = self._action(page, "Shift+Del")
        self.labels = self._action(page, "Ctrl+P")
        self.advertise = self._action(page, "Ctrl+Shift+P")
        self.cut_out = self._action(page, "")
        self.edit = self._action(page, "")
        self.history = self._action(page, "Ctrl+H")
        self.column_left = self._action(page, "Ctrl+Shift+Left")
        self.column_right = self._action(page, "Ctrl+Shift+Right")
        self.table = self._action(page, "Ctrl+Shift+L")
        self.grid = self._action(page, "Ctrl+Shift+G")
        self.export = self._action(page, "Ctrl+E")
        self.delivery = self._action(page, "Ctrl+Shift+R")
        self.duplicates = self._action(page, "Ctrl+D")
        self.moderation = self._action(page, "Ctrl+Shift+M")
        self.trace = self._action(page, "Ctrl+Shift+D")
        self.clear = self._action(page, "")
        for action in (self.table, self.grid):
            action.setCheckable(True)
        for action in (
            self.archive,
            self.restore,
            self.delete,
            self.edit,
            self.history,
            self.labels,
            self.advertise,
            self.cut_out,
        ):
            action.setEnabled(False)
        self.show_undo(self._state)
        self.retranslate()

    def show_undo(self, state: UndoState) -> None:
        """Say what undo and redo would do now."""
        self._state = state
        self.undo.setEnabled(state.undo is not None)
        self.redo.setEnabled(state.redo is not None)
        self._name_undo()

    @property
    def undo_products(self) -> int:
        """Of how many products undo would take something back."""
        return self._state.undo.products if self._state.undo is not None else 1

    @property
    def redo_products(self) -> int:
        """Of how many products something would be done again."""
        return self._state.redo.products if self._state.redo is not None else 1

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys that stand in no menu."""
        native = QKeySequence.SequenceFormat.NativeText
        actions = (
            self.find,
            self.undo,
            self.redo,
            self.archive,
            self.labels,
            self.advertise,
            self.history,
            self.table,
            self.grid,
        )
        names = (
            self.find.text(),
            self.tr("Undo"),
            self.tr("Redo"),
            self.archive.text(),
            self.labels.text().rstrip("…"),
            self.advertise.text().rstrip("…"),
            self.history.text().rstrip("…"),
            self.table.text(),
            self.grid.text(),
        )
        return (
            (self.tr("F2, or type"), self.tr("Edit the cell")),
            (self.tr("Enter"), self.tr("Go to the product at the right")),
            (
                " / ".join(one.shortcut().toString(native) for one in (self.column_left, self.column_right)),
                self.tr("Move the column"),
            ),
            *((one.shortcut().toString(native), name) for one, name in zip(actions, names, strict=True)),
        )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.new.setText(self.tr("New product"))
        self.new.setToolTip(self.tr("Opens the webcam; Space takes the picture, Enter saves"))
        self.find.setText(self.tr("Find in the catalog"))
        self.archive.setText(self.tr("Archive"))
        self.archive.setToolTip(self.tr("Take it off the shelf: searches find it no more"))
        self.restore.setText(self.tr("Put back on the shelf"))
        self.delete.setText(self.tr("Delete for good…"))
        self.delete.setToolTip(self.tr("Only what is archived can be deleted: there is no undo"))
        self.labels.setText(self.tr("Labels…"))
        self.labels.setToolTip(self.tr("Price and shelf labels, to be printed"))
        self.advertise.setText(self.tr("Cards and posters…"))
        self.advertise.setToolTip(self.tr("For customers: to be handed out, hung up or sent"))
        self.cut_out.setText(self.tr("Cut out…"))
        self.cut_out.setToolTip(self.tr("The product alone, on white, as selling platforms want it"))
        self.edit.setText(self.tr("Edit here"))
        self.history.setText(self.tr("Stock history…"))
        self.column_left.setText(self.tr("Move the column to the left"))
        self.column_right.setText(self.tr("Move the column to the right"))
        self.table.setText(self.tr("As a table"))
        self.grid.setText(self.tr("As a grid"))
        self.export.setText(self.tr("Export the catalog…"))
        self.delivery.setText(self.tr("Delivery…"))
        self.delivery.setToolTip(self.tr("A delivery note against what is unpacked, then booked"))
        self.duplicates.setText(self.tr("Duplicates…"))
        self.duplicates.setToolTip(self.tr("Products that may be one, to be merged"))
        self.moderation.setText(self.tr("What must not be shown…"))
        self.moderation.setToolTip(self.tr("Findings on photos to be decided, and goods never sold"))
        self.trace.setText(self.tr("Where are our photos used?"))
        self.trace.setToolTip(self.tr("Pictures, films and pages that are made of photos of this shop"))
        self.clear.setText(self.tr("Show all products"))
        self._name_undo()

    def _name_undo(self) -> None:
        undo, redo = self._state.undo, self._state.redo
        self.undo.setText(
            self.tr("Undo: {what}").format(what=edit_words(undo)) if undo is not None else self.tr("Undo")
        )
        self.redo.setText(
            self.tr("Redo: {what}").format(what=edit_words(redo)) if redo is not None else self.tr("Redo")
        )

    @staticmethod
    def _action(page: QWidget, *keys: str) -> QAction:
        action = QAction(page)
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.addAction(action)
        return action
