"""What the shop does not have becomes a product of the picture at hand, and no product again by undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.pages.search.answer.steps import ShopStep, ShopSteps
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.shop_page import NewProductWish, WishGranted
from desktop_app.widgets.message_bar import MessageBar


class ProductAdding(QObject):
    """Wishes for the product, which the catalog makes, and says below the answer what came of it."""

    wanted = Signal(object)
    """NewProductWish."""

    def __init__(
        self, desk: SearchDesk, clerk: Clerk, steps: ShopSteps, bar: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clerk = clerk
        self._steps = steps
        self._bar = bar

    def begin(self) -> None:
        """Make a product of the search at hand."""
        search = self._desk.at_hand
        if search is not None:
            self.wanted.emit(NewProductWish(search.query.pictures, search.query.text, back_to="search"))

    def show_granted(self, granted: WishGranted) -> None:
        """It was made, or the picture is now one of a product that the shop had."""
        self._clerk.arrived(was_there=not granted.is_new)

        def done() -> str:
            if granted.is_new:
                words = self.tr("The shop has “{title}” now, and finds it.")
            elif granted.edit_id is not None:
                words = self.tr("The picture is a photo of “{title}” now.")
            else:
                words = self.tr("“{title}” has this picture already.")
            return words.format(title=granted.title)

        def taken_back() -> str:
            if granted.is_new:
                words = self.tr("“{title}” is off the shelf again.")
            else:
                words = self.tr("“{title}” is without that photo again.")
            return words.format(title=granted.title)

        if granted.edit_id is None:
            self._bar.say(lambda: (done(), ""))
            return
        self._steps.note(ShopStep(self._desk.new_id(), granted.edit_id, done, lambda _shop: taken_back))
