"""The end of a count: its differences, what was not counted set to zero, the table, the booking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from desktop_app.pages.stocktake.desk import CountingDesk
from desktop_app.pages.stocktake.lane import StocktakeLane
from desktop_app.pages.stocktake.views.review_view import StocktakeReviewView

if TYPE_CHECKING:
    from core.stocktake.differences import Differences


class StocktakeEnding(QObject):
    """Shows the differences in ``view`` and ends the count from there."""

    opened = Signal()
    """The differences are known: the view is wanted in front."""
    booked = Signal(object)
    """Booking: the differences are in the books, the count has ended."""
    thrown_away = Signal(object)
    """Standing: the count has ended and nothing was booked."""

    def __init__(self, counting: CountingDesk, lane: StocktakeLane, view: StocktakeReviewView) -> None:
        super().__init__(view)
        self._counting = counting
        self._lane = lane
        self._view = view
        view.zeroed.connect(self._zero)
        view.book_button.clicked.connect(self.book)
        view.throw_away_button.clicked.connect(self.throw_away)
        view.export_button.clicked.connect(self._ask_where_to_save)

    def open(self) -> None:
        """See the differences."""
        self._lane.run(self._counting.differences, self._show)

    def book(self) -> None:
        """Book the differences and end the count."""
        self._lane.run(self._counting.book, self.booked.emit)

    def throw_away(self) -> None:
        """End the count without booking; the next view offers to bring it back."""
        self._lane.run(self._counting.throw_away, self.thrown_away.emit)

    def save_table(self, file: Path) -> None:
        """Write the differences to ``file``."""
        found = self._view.found
        if found is not None:
            self._lane.run(
                lambda: self._counting.export(found, file),
                lambda _count: self._view.hint.setText(self.tr("Saved as {file}").format(file=file.name)),
            )

    def _ask_where_to_save(self) -> None:
        dialog = QFileDialog(self._view, self.tr("Save the differences"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables") + " (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.save_table(Path(file)))
        dialog.open()

    def _show(self, found: Differences) -> None:
        self.opened.emit()
        self._view.show_differences(found)
        self._view.table.setFocus()

    def _zero(self, product_ids: list[int], zero: bool) -> None:
        def act() -> Differences:
            self._counting.set_to_zero(product_ids, zero=zero)
            return self._counting.differences()

        self._lane.run(act, self._show)
