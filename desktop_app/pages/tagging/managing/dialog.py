"""The shop's tags in a list: each can be renamed, merged into another, or removed, and all of it undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.messages import Sentence
from desktop_app.look.language import Translated, in_words
from desktop_app.pages.tagging.managing.model import BEARERS, TAG, TagModel, sorted_tags
from desktop_app.pages.tagging.managing.operations import TagOperations
from desktop_app.pages.tagging.managing.question import TagQuestion
from desktop_app.widgets.fields.search_field import SearchField
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.message_bar import MessageBar
from desktop_app.widgets.row_table import RowTable

if TYPE_CHECKING:
    from core.catalog.tags.tags import TagCount, TagOperation
    from desktop_app.pages.shop_page import PageServices

_ROW = 44


class TagDialog(Translated, QDialog):
    """Kept while it is closed, so that what was done before can still be taken back."""

    changed = Signal()
    """Products have other tags now."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = TagOperations(services.shop_jobs, self)
        self._wanted_tag = ""
        self._is_awaited = False
        self._title = text_label("title")
        self._words = text_label("muted", wrap=True)
        self.field = SearchField(services.themes, self)
        self.model = TagModel(self)
        self.found = sorted_tags(self.model, self)
        self.table = RowTable(_ROW, self)
        self._nothing = text_label("muted", wrap=True)
        self.question = TagQuestion(services.themes, self)
        self.message = MessageBar(services.themes, self)
        self.rename = self._action("F2", self._edit_name)
        self.merge = self._action("Ctrl+M", self._ask_merge)
        self.remove = self._action("Del", self._ask_remove)
        self.undo = self._action("Ctrl+Z", self.operations.undo)
        self._buttons = [
            IconButton(services.themes, name, parent=self) for name in ("tag", "copy", "remove", "undo")
        ]
        self._close = QPushButton(self)
        self._build()
        self._allow()
        self.retranslate()

    def show_tags(self) -> None:
        """Come up with the tags as they are now."""
        self.message.clear()
        self._is_awaited = True
        self.operations.load()
        self.open()

    def choose(self, tag: str) -> bool:
        """Choose this tag in the list; False if it is not there."""
        for row in range(self.found.rowCount()):
            if self.found.index(row, TAG).data() == tag:
                self.table.selectRow(row)
                return True
        return False

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Manage tags"))
        self._title.setText(self.tr("Tags"))
        self._words.setText(self.tr("A change here reaches every product that has the tag, at once."))
        self.field.name(self.tr("Find a tag"), self.tr("Find a tag"), self.tr("Empty the field"))
        self.table.setAccessibleName(self.tr("Tags"))
        self.rename.setText(self.tr("Rename"))
        self.merge.setText(self.tr("Merge into…"))
        self.remove.setText(self.tr("Remove…"))
        for action in (self.rename, self.merge, self.remove, self.undo):
            action.setToolTip(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        self._close.setText(self.tr("Close"))
        self.message.retranslate(self.tr("Close"))
        self.model.retranslate()
        self._allow()

    # What is wanted

    def _edit_name(self) -> None:
        self.table.setFocus()
        self.table.edit(self.table.currentIndex().siblingAtColumn(TAG))

    def _rename(self, tag: str, name: str) -> None:
        count, other = self.model.find(tag), self.model.find(name)
        if count is not None and other is not None and other is not count:
            self.question.ask_merge(count, self._others(count), other.tag)
        else:
            self.operations.rename(tag, name)
        self._allow()

    def _ask_merge(self) -> None:
        count = self._chosen()
        if count is not None:
            self.question.ask_merge(count, self._others(count))
        self._allow()

    def _ask_remove(self) -> None:
        count = self._chosen()
        if count is not None:
            self.question.ask_remove(count)
        self._allow()

    # Showing

    def _show(self, counts: Sequence[TagCount]) -> None:
        row, chosen = self.table.currentIndex().row(), self._wanted_tag
        self._wanted_tag = ""
        self.model.show_counts(counts)
        if not self.choose(chosen):
            self.table.selectRow(max(0, min(row, self.found.rowCount() - 1)))
        self._allow()
        # The list cannot have the keys before it is there: until then the line has them.
        is_first, self._is_awaited = self._is_awaited, False
        if self.isVisible() and (not self.field.hasFocus() or (is_first and not self.field.text())):
            self.table.setFocus()

    def _on_done(self, operation: TagOperation) -> None:
        is_undo = operation.undone is not None
        self._wanted_tag = operation.tag if is_undo else operation.new_tag
        undo = None if is_undo else self.operations.undo
        self.message.say(lambda: (self.operations.said(operation), self.tr("Undo")), undo)
        self.changed.emit()

    def _on_failed(self, failure: Sentence) -> None:
        self.message.say(lambda: (in_words(failure), ""), tone="bad")
        self._allow()

    def _allow(self) -> None:
        """What can be done now."""
        is_free = not self.operations.is_working and self.question.isHidden()
        has_choice = is_free and self._chosen() is not None
        self.rename.setEnabled(has_choice)
        self.remove.setEnabled(has_choice)
        self.merge.setEnabled(has_choice and len(self.model.counts()) > 1)
        self.undo.setEnabled(is_free and self.operations.can_undo)
        self.undo.setText(self.tr("Undo"))
        self.table.setEnabled(self.question.isHidden())
        self.field.setEnabled(self.question.isHidden())
        searched = bool(self.field.text()) and bool(self.model.counts())
        self._nothing.setText(
            self.tr("No tag holds these letters.")
            if searched
            else self.tr("No product has a tag yet. The tagging page gives some to many products at once.")
        )
        self._stack.setCurrentWidget(self.table if self.found.rowCount() else self._nothing)

    def _chosen(self) -> TagCount | None:
        index = self.table.currentIndex()
        return self.model.find(str(index.siblingAtColumn(TAG).data())) if index.isValid() else None

    def _others(self, count: TagCount) -> list[str]:
        return [other.tag for other in self.model.counts() if other is not count]

    def _find(self, text: str) -> None:
        self.found.setFilterFixedString(text.strip())
        if self.found.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._allow()

    # Putting together

    def _action(self, key: str, slot: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: slot())
        return action

    def _build(self) -> None:
        self.resize(640, 600)
        self.table.setModel(self.found)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(TAG, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(TAG, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(BEARERS, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(160)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        for action in (self.rename, self.merge, self.remove):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # Delete in a line is the line's own
            self.table.addAction(action)
        self.addAction(self.undo)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button, action in zip(
            self._buttons, (self.rename, self.merge, self.remove, self.undo), strict=True
        ):
            button.follow(action)
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self._close)
        self._close.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self._title, self._words, self.field):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.question)
        column.addWidget(self.message)
        column.addLayout(acts)
        self._connect()

    def _connect(self) -> None:
        self._close.clicked.connect(self.accept)
        self.field.textChanged.connect(self._find)
        self.field.went_down.connect(self.table.setFocus)
        self.field.escaped.connect(self.reject)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.model.renamed.connect(self._rename)
        self.question.merge_wanted.connect(self.operations.merge)
        self.question.remove_wanted.connect(self.operations.remove)
        self.operations.read.connect(self._show)
        self.operations.done.connect(self._on_done)
        self.operations.failed.connect(self._on_failed)
        self.question.left.connect(self._on_question_left)

    def _on_question_left(self) -> None:
        self._allow()
        self.table.setFocus()
