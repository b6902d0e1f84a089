"""The page that counts the stock: begin, count, decide what was put aside, see the differences, book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.catalog.lists.listing import SortBy, facets
from core.messages import Sentence
from core.stocktake.booking import Booking
from core.stocktake.standing import Standing, standing_of
from desktop_app.background.sounds import Sounds, write_sounds
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.picture_mime import may_hold_pictures
from desktop_app.engine.question import Question
from desktop_app.pages.shop_page import PageServices, ShopPage
from desktop_app.pages.stocktake.counting import bring_count_back
from desktop_app.pages.stocktake.ending import StocktakeEnding
from desktop_app.pages.stocktake.entering import StocktakeEntering
from desktop_app.pages.stocktake.eye import Eye, Glimpse
from desktop_app.pages.stocktake.lane import StocktakeLane
from desktop_app.pages.stocktake.past import StocktakePast
from desktop_app.pages.stocktake.put_aside import StocktakePutAside
from desktop_app.pages.stocktake.speech import Speech
from desktop_app.pages.stocktake.view_finder import StocktakeViewFinder
from desktop_app.pages.stocktake.views.count_view import StocktakeCountView
from desktop_app.pages.stocktake.views.doubts_view import StocktakeDoubtsView
from desktop_app.pages.stocktake.views.past_view import StocktakePastView
from desktop_app.pages.stocktake.views.review_view import StocktakeReviewView
from desktop_app.pages.stocktake.views.start_view import StocktakeStartView
from desktop_app.pages.stocktake.words import StocktakeWords

if TYPE_CHECKING:
    from desktop_app.camera.camera import CameraWatch


class StocktakePage(ShopPage):
    """Every piece is written down in the one writing lane, in the order in which it came."""

    name: ClassVar[str] = "stocktake"
    icon_name: ClassVar[str] = "stocktake"

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._lane = StocktakeLane(services.shop_jobs, self)
        self._categories = Question(services.shop_jobs)
        self._eye = Eye()
        self.standing: Standing | None = None
        self._is_open = False
        self._has_changed_shop = False
        self.sounds = Sounds(self)
        self.speech = Speech(self)
        stack = self._stack = QStackedWidget(self)
        self.start_view = StocktakeStartView(services.themes, stack)
        self.count_view = StocktakeCountView(services.themes, services.thumbnails, stack)
        self.doubts_view = StocktakeDoubtsView(services.themes, services.thumbnails, stack)
        self.review_view = StocktakeReviewView(services.themes, stack)
        self.past_view = StocktakePastView(services.themes, stack)
        self.words = StocktakeWords(self.count_view, self.speech, self.sounds)
        self.entering = StocktakeEntering(
            services.shop_jobs, self._lane, self._eye, self.count_view, self.words
        )
        self.put_aside = StocktakePutAside(services.shop_jobs, self._lane, self.doubts_view)
        self.past = StocktakePast(services.shop_jobs, self.past_view)
        self.ending = StocktakeEnding(self._lane, self.review_view)
        self.finder = StocktakeViewFinder(services, self._eye, self.count_view, self.words)
        self.finder.glimpsed.connect(self._on_glimpse)
        self._views = (self.start_view, self.count_view, self.doubts_view, self.review_view, self.past_view)
        for view in self._views:
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 16)
        column.addWidget(self._stack)
        self.setAcceptDrops(True)
        self._connect()
        self.retranslate()

    # What the window tells

    def title(self) -> str:
        """What stands under its icon."""
        return self.tr("Stocktake")

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        del facts
        self._is_open = True
        if self.isVisible() and self.standing is None:
            self._refresh()

    def entered(self) -> None:
        """Go on where the count was; after a crash, too."""
        if self._is_open:
            self._refresh()

    def left(self) -> None:
        """The camera is for one page at a time."""
        self.finder.stop()
        if self._has_changed_shop:
            self._has_changed_shop = False
            self._services.news.changed.emit(self)

    def is_busy(self) -> bool:
        """Whether a piece is not written down yet; a count that is saved goes on after the next start."""
        return self._lane.is_busy

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        watch.changed.connect(self._follow_camera)
        self.finder.watch = watch
        self.sounds.allow()
        self.count_view.speech.setVisible(Speech.is_possible())
        self._follow_camera()

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this page, in the language of now."""
        return (
            (
                self.tr("Number, Enter"),
                self.tr("So many of the product shown, instead of its last count"),
            ),
            ("+ / −", self.tr("One piece more or fewer")),
            (self.tr("Words, Enter"), self.tr("Count a product by its name or number")),
            (self._undo_key.key().toString(_NATIVE), self.tr("Undo the last count")),
            (self._finish_key.key().toString(_NATIVE), self.tr("See the differences, then book them")),
            ("1–9", self.tr("Choose one of the products offered")),
            ("0", self.tr("See more of the products that fit")),
            ("↓", self.tr("Go to what fits the words in the line")),
            (self._past_key.key().toString(_NATIVE), self.tr("Past counts")),
            (self.tr("Delete"), self.tr("What was put aside is not ours")),
            (self.tr("Space"), self.tr("Set a product that was not counted to zero")),
        )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        for view in self._views:
            view.retranslate()
        self.words.retranslate()

    # Counting

    def undo(self) -> None:
        """Take back the last count, or the last decision."""
        if self._stack.currentWidget() is self.doubts_view:
            self.put_aside.undo()
        elif self._stack.currentWidget() is self.count_view:
            self.entering.undo()

    def _on_glimpse(self, glimpse: Glimpse, frame: QImage) -> None:
        if self.standing is not None and self.standing.stocktake is not None:
            self.entering.take_glimpse(glimpse, frame)

    # What was put aside, and the end

    def show_doubts(self) -> None:
        """Decide what was put aside."""
        self.put_aside.open()

    def finish(self) -> None:
        """See the differences; from there, book them."""
        if self._stack.currentWidget() is self.review_view:
            self.ending.book()
        elif self._stack.currentWidget() is self.count_view:
            self.finder.stop()
            self.ending.open()

    def throw_away(self) -> None:
        """End the count without booking; the next view offers to bring it back."""
        self.ending.throw_away()

    def bring_back(self) -> None:
        """Take back how the last count ended."""
        ended = self.standing.ended if self.standing is not None else None
        if ended is not None:
            self._has_changed_shop = True
            self._lane.run(lambda shop: bring_count_back(shop, ended), self._show)

    def _open_past(self) -> None:
        if self._stack.currentWidget() is self.start_view:
            self.past.open()

    def _leave_past(self) -> None:
        self._stack.setCurrentWidget(self.start_view)
        self._refresh()

    def _on_put_aside(self) -> None:
        self.finder.stop()
        self._stack.setCurrentWidget(self.doubts_view)

    def _on_booked(self, booking: Booking) -> None:
        self._has_changed_shop = True
        self.words.booked(booking)
        self._refresh()

    # Showing

    def _refresh(self) -> None:
        self._services.jobs.run(lambda _report: write_sounds(), success=lambda _: None)
        self._lane.run(standing_of, self._show)
        self._categories.ask(
            lambda shop, _report: [facet.value for facet in facets(shop.catalog, SortBy.CATEGORY)],
            self.start_view.show_choices,
        )

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        self.start_view.show_last(standing.ended)
        if standing.stocktake is None:
            self.finder.stop()
            if self._stack.currentWidget() is not self.past_view:  # who reads there goes on reading
                self._stack.setCurrentWidget(self.start_view)
                self.start_view.begin_button.setFocus()
            return
        is_new = self._stack.currentWidget() is not self.count_view
        self._stack.setCurrentWidget(self.count_view)
        self.count_view.show_standing(standing)
        self.words.tell(standing)
        if is_new:
            self._follow_camera()
        if standing.event != "choose":
            self.count_view.field.setFocus()

    def _follow_camera(self) -> None:
        """Show the webcam while there is one and something to count."""
        if self.isVisible() and self._stack.currentWidget() is self.count_view:
            self.finder.start()

    def _on_failed(self, why: Sentence) -> None:
        """What fails is said where the clerk looks."""
        if self._stack.currentWidget() is self.count_view:
            self.count_view.lists.choose_none()
            self.words.failed(why)
        else:
            self._services.jobs.unhandled_failure.emit(why)

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may hold pictures, while counting."""
        if self._stack.currentWidget() is self.count_view and may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Each picture is one piece."""
        event.acceptProposedAction()
        self.entering.take_pictures(event.mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever is typed while counting goes into the one line."""
        if self._stack.currentWidget() is not self.count_view:
            super().keyPressEvent(event)
        elif event.text().strip():
            self.count_view.field.setFocus()
            self.count_view.field.keyPressEvent(event)

    def _connect(self) -> None:
        self._undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo_key.activated.connect(self.undo)
        self._finish_key = QShortcut(QKeySequence("Ctrl+Return"), self)
        self._finish_key.activated.connect(self.finish)
        self._past_key = QShortcut(QKeySequence("Ctrl+H"), self)
        self._past_key.activated.connect(self._open_past)
        for shortcut in (self._undo_key, self._finish_key, self._past_key):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.start_view.begun.connect(self.entering.begin)
        self.entering.stood.connect(self._show)
        self.start_view.brought_back.connect(self.bring_back)
        self.start_view.past_wanted.connect(self._open_past)
        self.past.opened.connect(lambda: self._stack.setCurrentWidget(self.past_view))
        self.past_view.left.connect(self._leave_past)
        count = self.count_view
        count.doubts_button.clicked.connect(self.show_doubts)
        count.finish_button.clicked.connect(self.finish)
        count.throw_away_button.clicked.connect(self.ending.throw_away)
        count.begin_anew_button.clicked.connect(self._eye.begin_anew)
        count.beep.setChecked(True)
        count.beep.toggled.connect(lambda on: setattr(self.sounds, "is_on", on))
        count.speech.hide()
        self.put_aside.opened.connect(self._on_put_aside)
        self.put_aside.all_decided.connect(self._refresh)  # back to counting
        self.doubts_view.left.connect(self._refresh)
        self.doubts_view.undo_button.clicked.connect(self.undo)
        self.review_view.left.connect(self._refresh)
        self.ending.opened.connect(lambda: self._stack.setCurrentWidget(self.review_view))
        self.ending.booked.connect(self._on_booked)
        self.ending.thrown_away.connect(self._show)
        self._lane.busy_changed.connect(count.busy.set_busy)
        self._lane.failed.connect(self._on_failed)


_NATIVE = QKeySequence.SequenceFormat.NativeText
