"""What the shop does not have becomes a product of the picture at hand, and no product again by undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.pages.search.answer.steps import ShopStep, ShopSteps
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.shop_page import NewProductWish, ProductMade


class ProductAdding(QObject):
    """Wishes for the product, which the catalog makes, and says below the answer what came of it."""

    wanted = Signal(object)
    """NewProductWish."""

    def __init__(self, desk: SearchDesk, clerk: Clerk, steps: ShopSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clerk = clerk
        self._steps = steps

    def begin(self) -> None:
        """Make a product of the search at hand."""
        search = self._desk.at_hand
        if search is not None:
            self.wanted.emit(NewProductWish(search.query.pictures, search.query.text, back_to="search"))

    def show_made(self, made: ProductMade) -> None:
        """It was made."""
        self._clerk.arrived()

        def done() -> str:
            words = self.tr("The shop has “{title}” now, and finds it.")
            return words.format(title=made.title)

        def taken_back() -> str:
            return self.tr("“{title}” is off the shelf again.").format(title=made.title)

        step = ShopStep(self._desk.new_id(), made.edit_id, done, lambda _shop: taken_back)
        self._steps.note(step)
