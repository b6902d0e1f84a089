"""The end of a count: its differences, what was not counted set to zero, the table, the booking."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.shop.shop import Shop
from core.stocktake.booking import book
from core.stocktake.differences import Differences, differences, export_differences
from core.stocktake.ledger import leave, set_to_zero
from core.stocktake.stocktake import current
from desktop_app.pages.stocktake.counting import throw_count_away
from desktop_app.pages.stocktake.lane import StocktakeLane
from desktop_app.pages.stocktake.saving import ask_where_to_save
from desktop_app.pages.stocktake.views.review_view import StocktakeReviewView
from desktop_app.program.user_name import user_name


class StocktakeEnding(QObject):
    """Shows the differences in ``view`` and ends the count from there."""

    opened = Signal()
    """The differences are known: the view is wanted in front."""
    booked = Signal(object)
    """Booking: the differences are in the books, the count has ended."""
    thrown_away = Signal(object)
    """Standing: the count has ended and nothing was booked."""

    def __init__(self, lane: StocktakeLane, view: StocktakeReviewView) -> None:
        super().__init__(view)
        self._lane = lane
        self._view = view
        view.zeroed.connect(self._zero)
        view.book_button.clicked.connect(self.book)
        view.throw_away_button.clicked.connect(self.throw_away)
        view.export_button.clicked.connect(lambda: ask_where_to_save(view, self.save_table))

    def open(self) -> None:
        """See the differences."""
        self._lane.run(lambda shop: differences(shop, current(shop)), self._show)

    def book(self) -> None:
        """Book the differences and end the count."""
        self._lane.run(lambda shop: book(shop, current(shop), who=user_name()), self.booked.emit)

    def throw_away(self) -> None:
        """End the count without booking; the next view offers to bring it back."""
        self._lane.run(throw_count_away, self.thrown_away.emit)

    def save_table(self, file: Path) -> None:
        """Write the differences to ``file``."""
        found = self._view.found
        if found is not None:
            self._lane.run(
                lambda _shop: export_differences(found, file),
                lambda _count: self._view.hint.setText(self.tr("Saved as {file}").format(file=file.name)),
            )

    def _show(self, found: Differences) -> None:
        self.opened.emit()
        self._view.show_differences(found)
        self._view.table.setFocus()

    def _zero(self, product_ids: list[int], zero: bool) -> None:
        def act(shop: Shop) -> Differences:
            stocktake = current(shop)
            (set_to_zero if zero else leave)(shop, stocktake, product_ids)
            return differences(shop, stocktake)

        self._lane.run(act, self._show)
