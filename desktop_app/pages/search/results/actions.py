"""What can be done with the product that is selected: actions with keys, a row of buttons, a menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_app.look.icons import icon
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.results.model import KEYS
from desktop_app.widgets.icon_button import IconButton

ROW_HEIGHT = 56
"""Of the row of buttons with the room around it."""
_SIDE, _GAP = 40, 4
"""Of a button without words, and from one to the next."""
_BESIDE_WORDS = 62
"""Of a button with words, its icon and the room around that."""
_ICONS = ("check", "close", "compare", "like", "minus", "plus")


class ResultActions(QObject):
    """Texts and keys; what the actions do is connected by whoever shows the products."""

    def __init__(self, themes: ThemeSwitch, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self.right = self._action("check", "R")
        self.wrong = self._action("close", "W")
        self.compare = self._action("compare", "C")
        self.like = self._action("like", "M")
        self.instead = self._action("search", "I")
        self.absent = self._action("unknown", "N")
        self.sold = self._action("minus", "-")
        self.received = self._action("plus", "+")
        self.book = self._action("stock", "B")
        self.brought_back = self._action("back", "T")
        self.copy_price = self._action("copy", QKeySequence.StandardKey.Copy)
        self.customer = self._action("open", "D")
        self.label = self._action("print", "Ctrl+P")
        self.closer = self._action("check", "S")
        self.add = self._action("plus", "A")
        self.undo = self._action("undo", QKeySequence.StandardKey.Undo)
        self.these = tuple(self._action("check", str(number)) for number in range(1, KEYS + 1))
        """The number keys: it is the first, the second, …"""
        self.details = self._action("picture")
        self.edit = self._action("catalog")
        self.keep_photos = QAction(self)
        self.keep_photos.setCheckable(True)
        self.forget = self._action("remove")
        self._icons = {
            self.right: "check",
            self.wrong: "close",
            self.compare: "compare",
            self.like: "like",
            self.instead: "search",
            self.absent: "unknown",
            self.sold: "minus",
            self.received: "plus",
            self.book: "stock",
            self.brought_back: "back",
            self.copy_price: "copy",
            self.add: "plus",
            self.customer: "whole",
            self.label: "print",
            self.undo: "undo",
            self.details: "picture",
            self.edit: "open",
            self.forget: "remove",
        }
        themes.changed.connect(self._paint_icons)
        self._paint_icons()
        self.retranslate()

    def of_product(self) -> tuple[QAction, ...]:
        """What stands on the selected product."""
        return (self.right, self.wrong, self.compare, self.like, self.sold, self.received)

    def of_the_till(self) -> tuple[QAction, ...]:
        """What else is done with it when it is sold."""
        return (self.book, self.brought_back, self.copy_price, self.customer, self.label)

    def with_keys(self) -> tuple[QAction, ...]:
        """Everything that has a key."""
        others = (self.instead, self.absent, self.add, self.closer, self.undo)
        return (*self.of_product(), *self.of_the_till(), *others)

    def fill_product_menu(self, menu: QMenu) -> None:
        """What concerns one product."""
        menu.addActions([self.details, *self.of_product(), *self.of_the_till()])
        menu.addSeparator()
        menu.addActions([self.instead, self.absent, self.add, self.undo])
        menu.addSeparator()
        menu.addAction(self.edit)

    def fill_search_menu(self, menu: QMenu) -> None:
        """What concerns the whole search, and what is kept of searches."""
        menu.addActions([self.instead, self.absent, self.add, self.undo])
        menu.addSeparator()
        menu.addAction(self.customer)
        menu.addSeparator()
        menu.addActions([self.keep_photos, self.forget])

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._say(self.right, self.tr("Right"), self.tr("This is the product"))
        self._say(self.wrong, self.tr("Wrong"), self.tr("This is not the product: rank the others again"))
        self._say(self.compare, self.tr("Compare"), self.tr("Show it beside your picture"))
        self._say(self.like, self.tr("More like this"), self.tr("Show what looks like this product"))
        self._say(self.instead, self.tr("Another one…"), self.tr("Find the right product yourself"))
        for number, action in enumerate(self.these, start=1):
            action.setText(self.tr("It is product {number}").format(number=number))
        self._say(self.absent, self.tr("We don't have it"), self.tr("Say that the shop does not have it"))
        self._say(self.sold, self.tr("Sold"), self.tr("One of it was sold, or what the scale's label says"))
        self._say(
            self.received,
            self.tr("Received"),
            self.tr("One of it was delivered, or what the scale's label says"),
        )
        self._say(self.book, self.tr("Sold or received…"), self.tr("Type how much of it"))
        self._say(
            self.brought_back,
            self.tr("Brought back…"),
            self.tr("Find its receipt, and book the return"),
        )
        self._say(self.copy_price, self.tr("Copy the price"), self.tr("For another program"))
        self._say(
            self.customer,
            self.tr("Show the customer"),
            self.tr("Large, in a window of its own; what is certain follows there by itself"),
        )
        self._say(self.label, self.tr("Print its label…"), self.tr("Its price and barcode on paper"))
        self._say(self.closer, self.tr("Show the new order"), self.tr("Show what a closer look found"))
        self._say(self.add, self.tr("Add it to the shop…"), self.tr("Make a new product of your picture"))
        self._say(self.undo, self.tr("Undo"), self.tr("Take back what you said last"))
        self._say(self.details, self.tr("Details"), self.tr("All about this product (Enter)"))
        self._say(self.edit, self.tr("Edit in the catalog"), self.tr("Open this product in the catalog"))
        self.keep_photos.setText(self.tr("Keep pictures of confirmed searches for learning"))
        self._say(
            self.forget, self.tr("Forget all kept pictures…"), self.tr("Delete them with their searches")
        )

    def _action(self, _icon: str, key: str | QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(self)
        if key is not None:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _say(self, action: QAction, text: str, hint: str) -> None:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(text)
        action.setToolTip(f"{hint} ({key})" if key else hint)

    def _paint_icons(self) -> None:
        colours = self._themes.colours
        for action, name in self._icons.items():
            action.setIcon(icon(name, colours.text, disabled=colours.outline))


class ResultActionRow(QWidget):
    """Buttons of the selected product; where there is little room, without words."""

    def __init__(self, themes: ThemeSwitch, actions: ResultActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._compact = False
        self._most = len(_ICONS)
        self.menu_button = IconButton(themes, "more", "quiet", self)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.menu_button.clicked.connect(self._open_menu)
        self._buttons: list[tuple[QAction, IconButton]] = []
        row = self._layout = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for action, name in zip(actions.of_product(), _ICONS, strict=True):
            button = IconButton(themes, name, "plain", self)
            button.clicked.connect(action.trigger)
            action.changed.connect(self._retext)
            self._buttons.append((action, button))
            row.addWidget(button)
        row.addWidget(self.menu_button)
        row.addStretch(1)
        self._retext()

    def set_room(self, width: int) -> None:
        """Write words where ``width`` pixels are enough for them."""
        shown = [button for action, button in self._buttons if action.isVisible()]
        words = sum(button.fontMetrics().horizontalAdvance(button.accessibleName()) for button in shown)
        compact = width < words + (len(shown) + 1) * _BESIDE_WORDS
        if compact != self._compact:
            self._compact = compact
            self._layout.setSpacing(_GAP if compact else 8)
            self._retext()

    def set_room_for_some(self, width: int) -> None:
        """Without words, the first of them for which ``width`` pixels are enough; hidden if that is none."""
        self._compact = True
        self._layout.setSpacing(_GAP)
        self._most = max(0, width) // (_SIDE + _GAP)
        self.setVisible(self._most > 0)
        self._retext()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._retext()

    def _retext(self) -> None:
        shape = "square" if self._compact else ""
        self.menu_button.setVisible(not self._compact)
        for place, (action, button) in enumerate(self._buttons):
            button.setText("" if self._compact else action.text())
            button.setAccessibleName(action.text())
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())
            button.setVisible(action.isVisible() and place < self._most)
            if button.property("shape") != shape:
                button.setProperty("shape", shape)
                button.style().unpolish(button)
                button.style().polish(button)
        self.menu_button.setAccessibleName(self.tr("More for this product"))
        self.menu_button.setToolTip(self.tr("More for this product"))

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._actions.fill_product_menu(self._menu)

    def _open_menu(self) -> None:
        self._menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
