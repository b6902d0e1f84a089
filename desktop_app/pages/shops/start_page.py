"""The window's start, where no shop is open: three ways to one, and the shops that were open before."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.look.icons import pixmap
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.shops.actions import ShopActions
from desktop_app.pages.shops.known_shops import KnownShops
from desktop_app.widgets.choice_card import ChoiceCard
from desktop_app.widgets.labels import text_label

_WIDTH = 960
_ICON = 64


class StartPage(Translated, QWidget):
    """The same actions as the window's menu of shops, for whoever is here for the first time."""

    def __init__(self, themes: ThemeSwitch, shops: ShopActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shops = shops
        self._words: Callable[[], str] = lambda: ""
        self._icon = QLabel(self)
        self._title = text_label("display", wrap=True)
        self._intro = text_label("muted", wrap=True)
        self._notice = QFrame(self)
        self._notice.setProperty("kind", "notice")
        self._said = text_label("body", wrap=True)
        self.demo = ChoiceCard(themes, "search", self)
        self.own = ChoiceCard(themes, "import", self)
        self.open = ChoiceCard(themes, "folder", self)
        self.known = KnownShops(self)
        self._known_title = text_label("section")
        for card, action in ((self.demo, shops.demo), (self.own, shops.new), (self.open, shops.open)):
            card.clicked.connect(action.trigger)
        self.known.chosen.connect(shops.open_shop)
        self.known.forget_wanted.connect(shops.forget)
        shops.list_changed.connect(self._show_known)
        self._build()
        themes.changed.connect(self._paint_icon)
        self._paint_icon()
        self._show_known()
        self.retranslate()

    def say(self, words: Callable[[], str]) -> None:
        """Tell, in the language of now, why no shop is open."""
        self._words = words
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Enter begins with what most are here for."""
        super().showEvent(event)
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Welcome to Snapshelf"))
        self._intro.setText(
            self.tr(
                "Hold a product in front of the webcam, or drop its picture: Snapshelf says which one of "
                "your shop it is. Everything stays on this computer."
            )
        )
        self.demo.name(
            self.tr("Try the demo"),
            self.tr("A finished shop with pictures to search with. Nothing can go wrong in it."),
        )
        self.own.name(
            self.tr("Bring in my products"),
            self.tr("From a table, from a folder of pictures, or one by one with the webcam."),
        )
        self.open.name(
            self.tr("Open a shop"),
            self.tr("A Snapshelf shop that is on this computer, on a drive or in the network already."),
        )
        self._known_title.setText(self.tr("Opened before"))
        self.known.retranslate()
        said = self._words()
        self._said.setText(said)
        self._notice.setVisible(bool(said))
        self._notice.setAccessibleName(said)

    def _show_known(self) -> None:
        folders = self._shops.known()
        self.known.show_shops(folders)
        for widget in (self.known, self._known_title):
            widget.setVisible(bool(folders))

    def _paint_icon(self) -> None:
        self._icon.setPixmap(pixmap("snapshelf", "", _ICON, self.devicePixelRatioF()))

    def _build(self) -> None:
        notice = QVBoxLayout(self._notice)
        notice.setContentsMargins(16, 12, 16, 12)
        notice.addWidget(self._said)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in (self.demo, self.own, self.open):
            cards.addWidget(card, 1)
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addWidget(self._icon)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._intro)
        column.addSpacing(16)
        column.addWidget(self._notice)
        column.addSpacing(8)
        column.addLayout(cards)
        column.addSpacing(24)
        column.addWidget(self._known_title)
        column.addWidget(self.known)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(1)
        outside.addLayout(middle)
        outside.addStretch(2)
