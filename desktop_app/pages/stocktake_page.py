"""The page that counts the stock: begin, count, decide what was put aside, see the differences, book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from core.messages import Sentence
from desktop_app.count_standing import OpenDoubt, Standing
from desktop_app.counting_desk import CountingDesk
from desktop_app.counting_eye import Eye, Glimpse
from desktop_app.engine import ShopFacts
from desktop_app.jobs import Lane
from desktop_app.pages.shop_page import Desk, ShopPage
from desktop_app.pages.stocktake_count_view import StocktakeCountView
from desktop_app.pages.stocktake_doubts_view import StocktakeDoubtsView
from desktop_app.pages.stocktake_review_view import StocktakeReviewView
from desktop_app.pages.stocktake_start_view import StocktakeStartView
from desktop_app.pages.stocktake_view_finder import StocktakeViewFinder
from desktop_app.pages.stocktake_words import StocktakeWords
from desktop_app.sounds import Sounds, write_sounds
from desktop_app.speech import Speech
from desktop_app.widgets.picture_mime import Refusal, may_hold_pictures, pictures_in

if TYPE_CHECKING:
    from core.stocktake.booking import Booking
    from core.stocktake.differences import Differences
    from desktop_app.camera import CameraWatch


class StocktakePage(ShopPage):
    """Every piece is written down in the one writing lane, in the order in which it came."""

    name: ClassVar[str] = "stocktake"
    icon_name: ClassVar[str] = "stocktake"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counting = CountingDesk(desk.engine)
        self._eye = Eye(desk.engine)
        self.standing: Standing | None = None
        self._is_open = False
        self._under_way = 0
        self._last_doubt: int | None = None
        self._decided: list[tuple[int, bool]] = []
        self._has_changed_shop = False
        self.sounds = Sounds(self)
        self.speech = Speech(self)
        self.start_view = StocktakeStartView(desk.themes, self)
        self.count_view = StocktakeCountView(desk.themes, desk.thumbnails, self)
        self.doubts_view = StocktakeDoubtsView(desk.themes, desk.thumbnails, self)
        self.review_view = StocktakeReviewView(desk.themes, self)
        self.words = StocktakeWords(self.count_view, self.speech, self.sounds)
        self.finder = StocktakeViewFinder(desk, self._eye, self.count_view, self.words)
        self.finder.glimpsed.connect(self.on_glimpse)
        self._stack = QStackedWidget(self)
        for view in (self.start_view, self.count_view, self.doubts_view, self.review_view):
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
            self._desk.news.changed.emit(self)

    def is_busy(self) -> bool:
        """Whether a piece is not written down yet; a count that is saved goes on after the next start."""
        return self._under_way > 0

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
            (self.tr("Number, Enter"), self.tr("So many pieces of what was counted last")),
            ("+ / −", self.tr("One piece more or fewer")),
            (self.tr("Words, Enter"), self.tr("Count a product by its name or number")),
            (self._undo_key.key().toString(_NATIVE), self.tr("Undo the last count")),
            (self._finish_key.key().toString(_NATIVE), self.tr("See the differences, then book them")),
            ("1–5", self.tr("Choose one of the products offered")),
            (self.tr("Delete"), self.tr("What was put aside is not ours")),
            (self.tr("Space"), self.tr("Set a product that was not counted to zero")),
        )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        for view in (self.start_view, self.count_view, self.doubts_view, self.review_view):
            view.retranslate()
        self.words.retranslate()

    # Counting

    def begin(self, category: str, location: str) -> None:
        """Begin a count."""
        self._eye.begin_anew()
        self._run(lambda: self._counting.begin(category, location), self._show)

    def enter(self, text: str) -> None:
        """What a scanner or a clerk typed."""
        self._run(lambda: self._counting.enter(text), self._show)

    def count(self, product_id: int, pieces: int = 1) -> None:
        """Count a product that was chosen."""
        self._run(lambda: self._counting.add(product_id, pieces), self._show)

    def step(self, pieces: int) -> None:
        """One piece more or fewer of the product that is chosen in the list."""
        chosen = self.count_view.chosen
        if chosen is not None:
            self.count(chosen.product_id, pieces)

    def set_pieces(self, pieces: int) -> None:
        """So many pieces of the product that is chosen in the list."""
        chosen = self.count_view.chosen
        if chosen is not None:
            self._run(lambda: self._counting.set_pieces(chosen.product_id, pieces), self._show)

    def take_pictures(self, mime: Any) -> None:
        """Pictures that were dropped: each one is one piece."""
        found = pictures_in(mime, self.tr("Picture"))
        if isinstance(found, Refusal):
            self.words.no_picture()
            return
        for source in found:
            self._run(lambda source=source: self._counting.picture(source), self._show)  # type: ignore[misc]

    def undo(self) -> None:
        """Take back the last count, or the last decision."""
        if self._stack.currentWidget() is self.doubts_view:
            self._undo_decision()
        elif self._stack.currentWidget() is self.count_view:
            self._run(self._counting.take_back, self._show)

    def on_glimpse(self, glimpse: Glimpse, frame: QImage) -> None:
        """What the webcam showed just now."""
        self.words.stage(glimpse.stage)
        decision = glimpse.decision
        if decision is not None and self.standing is not None and self.standing.stocktake is not None:
            doubt = self._last_doubt
            self._run(lambda: self._counting.seen(decision, frame, doubt), self._show)

    # What was put aside

    def show_doubts(self) -> None:
        """Decide what was put aside."""
        self._decided = []
        self._run(self._counting.doubts, self._show_doubts)

    def _decide(self, doubt: int, product_id: int | None) -> None:
        def done(left: tuple[OpenDoubt, ...]) -> None:
            self._decided.append((doubt, product_id is not None))
            self._show_doubts(left)

        self._run(lambda: self._counting.decide(doubt, product_id), done)

    def _undo_decision(self) -> None:
        if self._decided:
            doubt, was_ours = self._decided.pop()
            self._run(lambda: self._counting.decide_again(doubt, was_ours=was_ours), self._show_doubts)

    def _show_doubts(self, left: tuple[OpenDoubt, ...]) -> None:
        if not left:
            self._refresh()  # all decided: back to counting
        else:
            self.finder.stop()
            self._stack.setCurrentWidget(self.doubts_view)
            self.doubts_view.show_doubts(left, can_undo=bool(self._decided))

    def _search(self, text: str) -> None:
        if text:
            self._desk.jobs.run(
                lambda _report: self._counting.search(text), success=self.doubts_view.show_candidates
            )

    # The end

    def finish(self) -> None:
        """See the differences; from there, book them."""
        if self._stack.currentWidget() is self.review_view:
            self.book()
        elif self._stack.currentWidget() is self.count_view:
            self.finder.stop()
            self._run(self._counting.differences, self._show_differences)

    def book(self) -> None:
        """Book the differences and end the count."""

        def done(booking: Booking) -> None:
            self._has_changed_shop = True
            self.words.booked(booking)
            self._refresh()

        self._run(self._counting.book, done)

    def throw_away(self) -> None:
        """End the count without booking; the next view offers to bring it back."""
        self._run(self._counting.throw_away, self._show)

    def bring_back(self) -> None:
        """Take back how the last count ended."""
        ended = self.standing.ended if self.standing is not None else None
        if ended is not None:
            self._has_changed_shop = True
            self._run(lambda: self._counting.bring_back(ended), self._show)

    def ask_where_to_save(self) -> None:
        """Save the differences as a table."""
        dialog = QFileDialog(self, self.tr("Save the differences"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables") + " (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.save_table(Path(file)))
        dialog.open()

    def save_table(self, file: Path) -> None:
        """Write the differences to ``file``."""
        found = self.review_view.found
        if found is not None:
            self._run(
                lambda: self._counting.export(found, file),
                lambda _count: self.review_view.hint.setText(
                    self.tr("Saved as {file}").format(file=file.name)
                ),
            )

    def _show_differences(self, found: Differences) -> None:
        self._stack.setCurrentWidget(self.review_view)
        self.review_view.show_differences(found)
        self.review_view.table.setFocus()

    def _zero(self, product_ids: list[int], zero: bool) -> None:
        def act() -> Differences:
            self._counting.set_to_zero(product_ids, zero=zero)
            return self._counting.differences()

        self._run(act, self._show_differences)

    # Showing

    def _refresh(self) -> None:
        self._desk.jobs.run(lambda _report: write_sounds(), success=lambda _: None)
        self._run(self._counting.standing, self._show)
        self._desk.jobs.run(lambda _report: self._counting.categories(), success=self.start_view.show_choices)

    def _show(self, standing: Standing) -> None:
        if standing.doubt is not None:
            self._last_doubt = standing.doubt
        self.standing = standing
        self.start_view.show_last(standing.ended)
        if standing.stocktake is None:
            self.finder.stop()
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

    def _run(self, act: Callable[[], Any], success: Callable[[Any], None]) -> None:
        """Do ``act`` in the writing lane; what fails is said where the clerk looks."""
        self._under_way += 1
        self.count_view.busy.set_busy(True)

        def ended() -> None:
            self._under_way -= 1
            self.count_view.busy.set_busy(self._under_way > 0)

        def done(value: object) -> None:
            ended()
            success(value)

        def failed(why: Sentence) -> None:
            ended()
            if self._stack.currentWidget() is self.count_view:
                self.words.failed(why)
            else:
                self._desk.jobs.unhandled_failure.emit(why)

        self._desk.jobs.run(lambda _report: act(), success=done, failure=failed, lane=Lane.WRITING)

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may hold pictures, while counting."""
        if self._stack.currentWidget() is self.count_view and may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Each picture is one piece."""
        event.acceptProposedAction()
        self.take_pictures(event.mimeData())

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
        for shortcut in (self._undo_key, self._finish_key):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.start_view.begun.connect(self.begin)
        self.start_view.brought_back.connect(self.bring_back)
        count = self.count_view
        count.field.asked.connect(self.enter)
        count.field.numbered.connect(self.set_pieces)
        count.field.stepped.connect(self.step)
        count.field.moved.connect(count.go)
        count.product_chosen.connect(self.count)
        count.undo_button.clicked.connect(self.undo)
        count.doubts_button.clicked.connect(self.show_doubts)
        count.finish_button.clicked.connect(self.finish)
        count.throw_away_button.clicked.connect(self.throw_away)
        count.begin_anew_button.clicked.connect(self._eye.begin_anew)
        count.beep.setChecked(True)
        count.beep.toggled.connect(lambda on: setattr(self.sounds, "is_on", on))
        count.speech.hide()
        count.speech.toggled.connect(self.speech.turn)
        self.doubts_view.decided.connect(self._decide)
        self.doubts_view.searched.connect(self._search)
        self.doubts_view.left.connect(self._refresh)
        self.doubts_view.undo_button.clicked.connect(self.undo)
        review = self.review_view
        review.zeroed.connect(self._zero)
        review.left.connect(self._refresh)
        review.book_button.clicked.connect(self.book)
        review.throw_away_button.clicked.connect(self.throw_away)
        review.export_button.clicked.connect(self.ask_where_to_save)


_NATIVE = QKeySequence.SequenceFormat.NativeText
