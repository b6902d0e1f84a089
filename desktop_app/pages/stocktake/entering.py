"""What a clerk enters while counting: scanned, typed, chosen, dropped or held up; each written down in turn.

A number belongs to the product that is shown as current, or to what the entry before it will have found: a
scanner's number and the clerk's after it come faster than they are written down.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from core.errors import KnownError
from core.quantities.quantity import ONE, Quantity, whole
from core.shop.shop import Shop
from core.stocktake.entering import correct_count, count_chosen, count_entry, undo_count
from core.stocktake.looking import MANY, Sighting, look_up
from core.stocktake.standing import Standing
from desktop_app.engine.picture_mime import Refusal, pictures_in
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.stock_words import read_typed
from desktop_app.pages.stocktake.counting import begin_count, count_given, count_seen
from desktop_app.pages.stocktake.eye import Eye, Glimpse
from desktop_app.pages.stocktake.lane import StocktakeLane
from desktop_app.pages.stocktake.views.count_view import StocktakeCountView
from desktop_app.pages.stocktake.words import StocktakeWords


class StocktakeEntering(QObject):
    """Counts what is entered into ``view``."""

    stood = Signal(object)
    """Standing: how the count is after it."""

    def __init__(
        self, jobs: ShopJobs, lane: StocktakeLane, eye: Eye, view: StocktakeCountView, words: StocktakeWords
    ) -> None:
        super().__init__(view)
        self._jobs = jobs
        self._lane = lane
        self._eye = eye
        self._view = view
        self._words = words
        self._found: int | None = None
        self._last_doubt: int | None = None
        self._looking = Question(jobs)
        view.field.asked.connect(self.enter)
        view.field.numbered.connect(self._on_number)
        view.field.stepped.connect(lambda step: self.step(whole(step)))
        view.field.moved.connect(view.lists.go)
        view.lists.product_chosen.connect(self.count)
        view.lists.suggestions_wanted.connect(self._suggest)
        view.lists.more_wanted.connect(self._look_for_more)
        view.undo_button.clicked.connect(self.undo)

    def begin(self, category: str, location: str) -> None:
        """Begin a count."""
        self._eye.begin_anew()
        self._lane.run(lambda shop: begin_count(shop, category, location), self.stood.emit)

    def enter(self, text: str) -> None:
        """What a scanner or a clerk typed."""
        self._run(lambda shop: count_entry(shop, text))

    def count(self, product_id: int, quantity: Quantity = ONE) -> None:
        """Count a product that was chosen."""
        self._run(lambda shop: count_chosen(shop, product_id, quantity))

    def step(self, quantity: Quantity) -> None:
        """One more or less of the product that is current."""
        current = self._current()
        self._run(lambda shop: count_chosen(shop, current(), quantity))

    def set_quantity(self, quantity: Quantity) -> None:
        """So much of the product that is current, instead of its last count."""
        current = self._current()
        self._run(lambda shop: correct_count(shop, current(), quantity))

    def take_pictures(self, mime: QMimeData) -> None:
        """Pictures that were dropped: each one is one piece."""
        found = pictures_in(mime, self.tr("Picture"))
        if isinstance(found, Refusal):
            self._view.lists.choose_none()
            self._words.no_picture()
            return
        for source in found:
            self._run(partial(count_given, source=source))

    def take_glimpse(self, glimpse: Glimpse, frame: QImage) -> None:
        """What the webcam showed just now; what is decided is counted or put aside."""
        self._words.stage(glimpse.stage)
        decision, doubt = glimpse.decision, self._last_doubt
        if decision is not None:
            self._run(lambda shop: count_seen(shop, decision, frame, doubt))

    def undo(self) -> None:
        """Take back the last count."""
        self._run(undo_count)

    def _on_number(self, text: str) -> None:
        try:
            quantity, _ = read_typed(text)
        except KnownError as error:
            self._words.failed(error.sentence)
            return
        self.set_quantity(quantity)

    def _current(self) -> Callable[[], int | None]:
        """Whose number is typed now: what is chosen, or what the entry before it will have found."""
        if self._lane.is_busy:
            return lambda: self._found
        chosen = self._view.lists.chosen
        return lambda: chosen.product_id if chosen is not None else None

    def _run(self, act: Callable[[Shop], Standing]) -> None:
        """Count in the lane, noting there what was found for whatever comes next."""

        def act_and_note(shop: Shop) -> Standing:
            found: int | None = None
            try:
                standing = act(shop)
                found = standing.current.product_id if standing.current is not None else None
            finally:
                self._found = found
            return standing

        def note_doubt(standing: Standing) -> None:
            if standing.doubt is not None:
                self._last_doubt = standing.doubt
            self.stood.emit(standing)

        self._lane.run(act_and_note, note_doubt)

    # What fits

    def _suggest(self, text: str) -> None:
        def show(found: Sighting) -> None:
            self._view.lists.suggest(text, found.candidates, has_more=found.has_more)

        self._looking.ask(lambda shop, _report: look_up(shop, text), show)

    def _look_for_more(self, text: str) -> None:
        self._looking.ask(
            lambda shop, _report: look_up(shop, text, most=MANY),
            lambda found: self._view.lists.show_more(found.candidates),
        )
