"""The pictures of goods that are never sold, and the sorts of goods that the program knows by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.pages.catalog.file_dialogs import ask_for_pictures
from desktop_app.pages.catalog.moderation.lists import (
    Change,
    pictures_added,
    pictures_removed,
    sort_chosen,
)
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.catalog.moderation.never_sell import NeverSellPicture
    from desktop_app.engine.engine import QueryPicture
    from desktop_app.look.theme import ThemeSwitch
    from desktop_app.pages.catalog.moderation.lists import ShopLists

_ICON = 104
_SORTS = ("weapons", "alcohol")


class NeverSoldView(Translated, QWidget):
    """Every change is a wish that the dialog fulfils."""

    edited = Signal(object, object)
    """Work on the shop, and work that takes it back."""
    refused = Signal(object)
    """Sentence: why something cannot be so."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: tuple[NeverSellPicture, ...] = ()
        self._words = text_label("muted", wrap=True)
        self.list = QListWidget(self)
        self.add_button = IconButton(themes, "plus", parent=self)
        self.remove_button = IconButton(themes, "remove", "quiet", self)
        self._sorts_words = text_label("muted", wrap=True)
        self.sorts = {sort: QCheckBox(self) for sort in _SORTS}
        self._build()
        self._connect()
        self.retranslate()

    def show_lists(self, lists: ShopLists) -> None:
        """Show what is on them now."""
        self._pictures = lists.pictures
        self.list.clear()
        for one in lists.pictures:
            pixmap = QPixmap()
            pixmap.loadFromData(one.jpeg)
            self.list.addItem(QListWidgetItem(QIcon(pixmap), one.name))
        for sort, box in self.sorts.items():
            box.setChecked(sort not in lists.sold)
        self._allow()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._words.setText(
            self.tr(
                "Photos that look like these or have their print are told. Give a few photos of each, taken "
                "as the shop's photos are; catalog photos tell packages."
            )
        )
        self.list.setAccessibleName(self.tr("Pictures of goods that are never sold"))
        self.add_button.setText(self.tr("Add pictures…"))
        self.remove_button.setText(self.tr("Remove"))
        self._sorts_words.setText(self.tr("Sorts that the program knows by itself:"))
        self.sorts["weapons"].setText(self.tr("Firearms"))
        self.sorts["alcohol"].setText(self.tr("Beer and wine"))

    def take_pictures(self, pictures: Sequence[QueryPicture]) -> None:
        """Put these on the list."""
        paths = [one.source.path for one in pictures if one.source.path is not None]
        if paths:
            self._want(pictures_added(paths))

    def _remove(self) -> None:
        rows = sorted({index.row() for index in self.list.selectionModel().selectedIndexes()})
        if rows:
            self._want(pictures_removed([self._pictures[row] for row in rows]))

    def _want(self, change: Change) -> None:
        self.edited.emit(change.do, change.take_back)

    def _allow(self) -> None:
        self.remove_button.setEnabled(bool(self.list.selectionModel().selectedIndexes()))

    def _build(self) -> None:
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setGridSize(QSize(_ICON + 32, _ICON + 40))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("kind", "framed")
        self.list.setMinimumHeight(120)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        sorts = QHBoxLayout()
        sorts.setSpacing(24)
        for box in self.sorts.values():
            sorts.addWidget(box)
        sorts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addWidget(self._sorts_words)
        column.addLayout(sorts)

    def _connect(self) -> None:
        self.list.itemSelectionChanged.connect(self._allow)
        self.add_button.clicked.connect(lambda _checked: ask_for_pictures(self, self.take_pictures))
        self.remove_button.clicked.connect(lambda _checked: self._remove())
        shortcut = QShortcut(QKeySequence("Del"), self.list, self._remove)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        for sort, box in self.sorts.items():
            box.clicked.connect(lambda told, sort=sort: self._want(sort_chosen(sort, told=told)))
