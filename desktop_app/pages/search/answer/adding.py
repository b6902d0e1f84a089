"""What the shop does not have becomes a product of the picture at hand, and no product again by undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.messages import Sentence
from core.progress import ReportProgress
from desktop_app.engine.jobs import Lane
from desktop_app.look.language import in_words
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.shop_page import NewProductWish, ProductMade
from desktop_app.program.user_name import user_name
from desktop_app.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from core.shop.shop import Shop


class ProductAdding(QObject):
    """Wishes for the product, which the catalog makes, and says below the answer what came of it."""

    wanted = Signal(object)
    """NewProductWish."""
    shop_changed = Signal()
    """A product was taken off the shelf again."""
    changed = Signal()
    """Something else can be taken back than before."""

    def __init__(self, desk: SearchDesk, clerk: Clerk, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clerk = clerk
        self._bar = bar
        self._made: list[tuple[int, ProductMade]] = []

    @property
    def last(self) -> int:
        """When what can be taken back was made, in the order of the desk's questions; 0 for nothing."""
        return self._made[-1][0] if self._made else 0

    def begin(self) -> None:
        """Make a product of the search at hand."""
        search = self._desk.at_hand
        if search is not None:
            self.wanted.emit(NewProductWish(search.query.pictures, search.query.text, back_to="search"))

    def show_made(self, made: ProductMade) -> None:
        """It was made."""
        self._clerk.arrived()
        self._made.append((self._desk.new_id(), made))
        words = self.tr("The shop has “{title}” now, and finds it.")
        self._bar.say(lambda: (words.format(title=made.title), self.tr("Undo")), self.undo)
        self.changed.emit()

    def undo(self) -> None:
        """Take back what was made last; refused where the shop was changed since."""
        if not self._made or self._desk.shop_jobs is None:
            return
        _at, made = self._made.pop()
        self.changed.emit()

        def take_back(shop: Shop, report: ReportProgress) -> None:
            from core.steps.undo import undo_step

            undo_step(shop, who=user_name(), progress=report, only=made.edit_id)

        def taken_back(_nothing: None) -> None:
            words = self.tr("“{title}” is off the shelf again.")
            self._bar.say(lambda: (words.format(title=made.title), ""))
            self.shop_changed.emit()

        self._desk.shop_jobs.run(take_back, success=taken_back, failure=self._refuse, lane=Lane.WRITING)

    def _refuse(self, failure: Sentence) -> None:
        self._bar.say(lambda: (in_words(failure), ""), tone="bad")
