"""What an empty shop shows in the place of every page that works on products: three ways to them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.engine.shop_choice import Way
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.choice_card import ChoiceCard
from desktop_app.widgets.labels import text_label

_WIDTH = 960


class EmptyShopView(Translated, QWidget):
    """One for all pages; a table or a folder that is dropped on it is imported, too."""

    way_chosen = Signal(object)
    """Way"""
    dropped = Signal(object)
    """Path of a table or a folder."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text_label("display", wrap=True)
        self._words = text_label("muted", wrap=True)
        self._under_way = ""
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.cards: dict[Way, ChoiceCard] = {
            "table": ChoiceCard(themes, "table", self),
            "folder": ChoiceCard(themes, "folder", self),
            "one by one": ChoiceCard(themes, "camera", self),
        }
        row = QHBoxLayout()
        row.setSpacing(16)
        for way, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, chosen=way: self.way_chosen.emit(chosen))
            row.addWidget(card, 1)
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(20)
        column.addWidget(self.bar)
        column.addLayout(row)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        column.insertStretch(0, 1)
        column.addStretch(2)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.cards["table"])
        self.retranslate()

    def show_work(self, work: tuple[str, int, int] | None) -> None:
        """The first products are on their way, with how far they are (of a total of 0: nobody knows)."""
        self._under_way, done, total = work or ("", 0, 0)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setVisible(bool(self._under_way))
        for card in self.cards.values():
            card.setHidden(bool(self._under_way))
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Enter begins with what most have."""
        super().showEvent(event)
        self.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file or folder; what it is the import says."""
        if _dropped(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import it."""
        path = _dropped(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        if self._under_way:
            self._title.setText(self.tr("Your products are on their way"))
            self._words.setText(self._under_way)
            self.bar.setAccessibleName(self._under_way)
            return
        self._title.setText(self.tr("This shop has no products yet"))
        self._words.setText(
            self.tr("Bring them in once, in one of three ways. A table or a folder can be dropped here, too.")
        )
        self.cards["table"].name(
            self.tr("From a table"),
            self.tr("CSV, Excel, the export of a web shop or till: its columns are recognised."),
        )
        self.cards["folder"].name(
            self.tr("From a folder of pictures"),
            self.tr("Every picture becomes a product, called as its file; a sub-folder is a category."),
        )
        self.cards["one by one"].name(
            self.tr("One by one"),
            self.tr("Hold each product in front of the webcam, or type it in: three keys a product."),
        )


def _dropped(urls: list[QUrl]) -> Path | None:
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
