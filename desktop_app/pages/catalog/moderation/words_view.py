"""The lists of words that are looked for on photos: of goods never sold, and a list a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from core.catalog.moderation.never_sell import LONGEST_WORD
from desktop_app.look.language import Translated
from desktop_app.pages.catalog.moderation.lists import NEVER_SOLD, Change, word_added, word_removed
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.look.theme import ThemeSwitch
    from desktop_app.pages.catalog.moderation.lists import ShopLists

_NAMES = (NEVER_SOLD, "zh", "en")


class WordsView(Translated, QWidget):
    """Every change is a wish that the dialog fulfils."""

    edited = Signal(object, object)
    """Work on the shop, and work that takes it back."""
    refused = Signal(object)
    """Sentence: why something cannot be so."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists: dict[str, tuple[str, ...]] = {}
        self.which = ChoiceBox(self)
        self._note = text_label("muted", wrap=True)
        self.list = QListWidget(self)
        self.line = QLineEdit(self)
        self.add_button = IconButton(themes, "plus", parent=self)
        self.remove_button = IconButton(themes, "remove", "quiet", self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def name(self) -> str:
        """The list that is shown."""
        return _NAMES[max(0, self.which.currentIndex())]

    def show_lists(self, lists: ShopLists) -> None:
        """Show what is on them now."""
        self._lists = lists.words
        self._fill()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        row = max(0, self.which.currentIndex())
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItems(
            [
                self.tr("Goods never sold"),
                self.tr("Forbidden in Chinese advertising"),
                self.tr("Forbidden in English advertising"),
            ]
        )
        self.which.setCurrentIndex(row)
        self.which.blockSignals(False)
        self.which.setAccessibleName(self.tr("List of words"))
        self.list.setAccessibleName(self.tr("Words"))
        self.line.setPlaceholderText(self.tr("A word, or a few in a row"))
        self.line.setAccessibleName(self.tr("A word, or a few in a row"))
        self.add_button.setText(self.tr("Add"))
        self.remove_button.setText(self.tr("Remove"))
        self._write()

    def _fill(self) -> None:
        self.list.clear()
        self.list.addItems(list(self._lists.get(self.name, ())))
        self._write()
        self._allow()

    def _write(self) -> None:
        self._note.setText(
            self.tr("Looked for on photos, in titles, categories, brands and tags.")
            if self.name == NEVER_SOLD
            else self.tr("Looked for on photos. What you remove stays away; what you add is the shop's own.")
        )

    def _add(self) -> None:
        word = self.line.text().strip()
        if word:
            self.line.clear()
            self._want(word_added(self.name, word))

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.isSelected():
            self._want(word_removed(self.name, item.text()))

    def _want(self, change: Change) -> None:
        self.edited.emit(change.do, change.take_back)

    def _allow(self) -> None:
        self.remove_button.setEnabled(bool(self.list.selectedItems()))
        self.add_button.setEnabled(bool(self.line.text().strip()))

    def _build(self) -> None:
        self.list.setProperty("kind", "framed")
        self.list.setMinimumHeight(120)
        self.line.setMaxLength(LONGEST_WORD)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.which)
        column.addWidget(self._note)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.which.activated.connect(lambda _row: self._fill())
        self.line.textChanged.connect(lambda _text: self._allow())
        self.line.returnPressed.connect(self._add)
        self.add_button.clicked.connect(lambda _checked: self._add())
        self.remove_button.clicked.connect(lambda _checked: self._remove())
        self.list.itemSelectionChanged.connect(self._allow)
        shortcut = QShortcut(QKeySequence("Del"), self.list, self._remove)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
