"""The search page: takes pictures and words in, and shows what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.messages import Sentence
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import Origin, PictureSource, SearchEngine, ShopFacts
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.picture_mime import may_hold_pictures
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.engine.thread import EngineThread
from desktop_app.look.language import in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.actions import SearchActions, search_keys
from desktop_app.pages.search.answer.sounds import AnswerSounds
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.customer.following import CustomerFollowing
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.film.button import FilmButton
from desktop_app.pages.search.history.bar import HistoryBar
from desktop_app.pages.search.intake.camera import SearchCamera
from desktop_app.pages.search.intake.picture_intake import PictureIntake
from desktop_app.pages.search.intake.start_view import StartView
from desktop_app.pages.search.intake.type_ahead import TypeAhead
from desktop_app.pages.search.intake.words import SearchWords
from desktop_app.pages.search.notice_view import NoticeView
from desktop_app.pages.search.product.view import ProductView
from desktop_app.pages.search.query.panel import QueryPanel
from desktop_app.pages.search.several.looking import SeveralLooking
from desktop_app.pages.search.work import SearchWork
from desktop_app.pages.shop_page import ShopPage, WishGranted
from desktop_app.widgets.fields.search_field import SearchField
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from desktop_app.background.preferences import Preferences
    from desktop_app.camera.camera import CameraWatch


class SearchPage(ShopPage):
    """One search at a time; the newest replaces the one before."""

    name = "search"
    icon_name = "search"
    labels_wanted = Signal(object)
    """Print labels of these products: a sequence of their ids."""
    edit_wanted = Signal(int)
    """Open this product in the catalog."""
    adding_wanted = Signal(object)
    """Make a new product: a NewProductWish."""
    shop_changed = Signal()
    """A product has a photo more."""

    def __init__(
        self,
        engine: SearchEngine,
        engine_thread: EngineThread,
        jobs: Jobs,
        shop_jobs: ShopJobs | None,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._made: SearchWork | None = None
        self._facts: ShopFacts | None = None
        self.search_actions = SearchActions(self)
        for (
            action
        ) in self.search_actions.all():  # before they do anything: they are in the menu of every page
            action.triggered.connect(self.needed)
        self.desk = SearchDesk(engine, engine_thread, jobs, shop_jobs, self)
        self.clerk = Clerk(self.desk, preferences, self)
        self.queries = self.desk.film
        self.field = SearchField(themes, self)
        self._type_ahead = TypeAhead(
            self, self.field, lambda widget: self._made is not None and self._made.takes_letters(widget)
        )
        self._stack = QStackedWidget(self)
        self._new_work = partial(
            SearchWork,
            engine,
            jobs,
            self.desk,
            self.clerk,
            themes,
            thumbnails,
            preferences,
            self.search_actions,
            self._stack,
        )
        self.start_view = StartView(themes, thumbnails, self._stack)
        self.several = SeveralLooking(self.desk, jobs, themes, self)
        self.notice = NoticeView(themes, self._stack)
        self.customer = CustomerFollowing(engine, jobs, self.desk, themes, self)
        for page in (self.start_view, self.notice):
            self._stack.addWidget(page)
        self.camera = SearchCamera(self._stack, themes, jobs, preferences, self)
        self.sounds = AnswerSounds(self.desk, jobs, preferences, self)
        self._intake = PictureIntake(self.desk, self.camera, self.search_actions, self)
        self._words = SearchWords(self.field, self.desk, self.camera, self)
        top = QHBoxLayout()
        top.setContentsMargins(32, 20, 24, 0)
        top.setSpacing(4)
        self.history = HistoryBar(themes, self.desk, self._leave_what_lies_over, self)
        self.film_button = FilmButton(themes, self.desk, self._stack, self)
        for widget in (self.history.back_button, self.history.forward_button, self.field, self.film_button):
            top.addWidget(widget)
        top.addWidget(self.history.last_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.field)
        self._add_buttons(self.start_view)
        self.addActions([self.search_actions.start_again, *self.search_actions.of_the_picture()])
        self._connect()
        self.retranslate()

    # What comes in

    def search(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Search these pictures now; whatever was searched before is replaced."""
        self._intake.search(sources, origin)

    def use_camera(self) -> None:
        """Show the webcam's live picture."""
        self._intake.use_camera()

    def start_again(self) -> None:
        """Put the search away and invite the next one."""
        self.desk.clear()
        self.camera.stop()
        self.field.setFocus()

    # What the program says

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        self.desk.shop_is_open = True
        self._facts = facts
        if self._made is not None:
            self._made.answer_view.show_shop(facts)
        self.customer.show_shop(facts)
        self.start_view.show_samples(facts.samples)

    def show_shop_failure(self, failure: Sentence) -> None:
        """The shop cannot be opened."""
        self._notify(lambda: (self.tr("The shop cannot be opened"), in_words(failure)))

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self.camera.set_watch(watch)
        self.sounds.allow()

    def show_product(self, product_id: int) -> None:
        """Open a product beside the picture."""
        self.work.products.open(product_id)

    def close_product(self) -> None:
        """Back to the ranked products."""
        self.work.products.close()

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may hold pictures."""
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()
            self.start_view.frame.set_hovered(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere on the page will do."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self.start_view.frame.set_hovered(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Search it."""
        self.start_view.frame.set_hovered(False)
        event.acceptProposedAction()
        self._intake.take_mime(event.mimeData())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the products get most of it."""
        super().resizeEvent(event)
        if self._made is not None:
            self._made.query_panel.set_room(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back one step."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self.notice:
            self._show_pictures()
        elif self._made is not None and self._made.go_back(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def title(self) -> str:
        """What stands under its icon."""
        return self.tr("Search")

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.search_actions.retranslate()
        self.field.name(
            self.tr("Search by name, number or barcode"),
            self.tr("Type a name, number or barcode – or drop a picture"),
            self.tr("Empty the field"),
        )

    def keys(self) -> Sequence[tuple[str, str]]:
        """What works on the answer, the picture and the webcam."""
        return search_keys(self.search_actions, self.answer_view.actions_of_results, self.history.actions())

    def actions_for_menu(self) -> Sequence[QAction]:
        """The ways a picture comes in."""
        return self.search_actions.all()

    def reveal(self, what: object) -> None:
        """Show what came of the product that was asked for here."""
        if isinstance(what, WishGranted):
            self.answer_view.show_granted(what)

    def is_at_work(self) -> bool:
        """Something is asked, or the webcam is on; the answer says that there is nothing to find."""
        return self._stack.currentWidget() is not self.start_view

    def left(self) -> None:
        """The camera is for one page at a time."""
        if self.camera.is_shown:
            self._leave_camera()

    # What is on show

    def _turn(self) -> None:
        """Something else is asked: whatever lay over the answer before goes."""
        if not self._has_work:
            return
        shown, words = self.desk.shown, self.desk.words
        if words is None:
            self.field.clear()
        elif words.query.text != " ".join(self.field.text().split()):  # the history went there
            self.field.setText(words.query.text)
        self.work.turn()
        self._stack.setCurrentWidget(self.work if shown is not None else self.start_view)
        self.search_actions.start_again.setEnabled(shown is not None)
        self._show()

    def _show(self) -> None:
        """What is known by now."""
        if not self._has_work:
            return
        self.work.show_search(typing=self.field.hasFocus() and self.desk.words is not None)

    # The field

    def entered(self) -> None:
        """The keys go to what was found, or else to the field."""
        self.field.setFocus()
        self._leave_field()

    def _leave_field(self) -> None:
        if self._made is not None and self._stack.currentWidget() is self._made:
            self._made.take_focus()

    def _leave_what_lies_over(self) -> bool:
        """Let go of the webcam; whether it was on show."""
        was_shown = self.camera.is_shown
        if was_shown:
            self._leave_camera()
        return was_shown

    def _leave_camera(self) -> None:
        self._intake.leave_camera()
        self._show_pictures()

    # Small things

    def _offer_several(self) -> None:
        self.search_actions.several.setEnabled(self.several.can_open)
        if self._has_work:
            self.work.query_panel.offer_several(there_are=self.several.pieces > 1)

    def _show_customer(self) -> None:
        selected = self.answer_view.booking.selected
        self.customer.toggle(selected.product_id if selected is not None else None)

    def _notify(self, words: Callable[[], tuple[str, str]]) -> None:
        self.notice.say(words)
        self._stack.setCurrentWidget(self.notice)
        self.notice.setFocus()

    def _show_pictures(self) -> None:
        """Away from the camera, a film, a notice: back to the search, or to its start."""
        self.film_button.put_away()
        self._stack.setCurrentWidget(self.work if self.desk.shown is not None else self.start_view)

    # What is made later

    @property
    def work(self) -> SearchWork:
        """What is shown once something is asked: most of the page, made when it is first asked for."""
        if self._made is None:
            self._made = self._new_work()
            self._connect_work(self._made)
        return self._made

    @property
    def _has_work(self) -> bool:
        """Whether something is asked, or its place is there already and has to be told that nothing is."""
        return self._made is not None or self.desk.shown is not None

    def make_rest(self) -> None:
        """Make now what would be made when something is first asked."""
        _ = self.work

    @property
    def query_panel(self) -> QueryPanel:
        """The picture that is searched with."""
        return self.work.query_panel

    @property
    def answer_view(self) -> AnswerView:
        """What was found."""
        return self.work.answer_view

    @property
    def product_view(self) -> ProductView:
        """A product that was opened."""
        return self.work.products.view

    def _connect_work(self, made: SearchWork) -> None:
        self._stack.addWidget(made)
        self._add_buttons(made.query_panel)
        made.query_panel.set_room(self.width())
        view = made.answer_view
        view.actions_of_results.customer.triggered.connect(self._show_customer)
        view.booking.labels_wanted.connect(self.labels_wanted)
        view.edit_wanted.connect(self.edit_wanted)
        view.adding.wanted.connect(self.adding_wanted)
        view.shop_changed.connect(self.shop_changed)
        if self._facts is not None:
            view.show_shop(self._facts)

    def _add_buttons(self, view: StartView | QueryPanel) -> None:
        acts = self.search_actions
        for action, name in ((acts.open, "open"), (acts.paste, "paste"), (acts.camera, "camera")):
            is_first = view is self.start_view and action is acts.open
            button = IconButton(self._themes, name, "primary" if is_first else "plain", self)
            button.follow(action)
            view.add_button(button)

    def _connect(self) -> None:
        acts = self.search_actions
        acts.start_again.triggered.connect(self.start_again)
        acts.words.triggered.connect(lambda: self.field.begin(""))
        self._words.product_wanted.connect(self.show_product)
        self._intake.refused.connect(self._notify)
        self._intake.film_given.connect(self.film_button.show_film)
        self.film_button.left.connect(self._show_pictures)
        self.film_button.frame_chosen.connect(lambda source: self.search([source]))
        self.field.went_down.connect(self._leave_field)
        self.field.escaped.connect(self._leave_field)
        self.desk.turned_to.connect(self._turn)
        self._stack.currentChanged.connect(self.turned)
        self.desk.learned.connect(self._show)
        acts.several.triggered.connect(self.several.open)
        self.several.changed.connect(self._offer_several)
        self.start_view.sample_chosen.connect(lambda path: self.search([PictureSource(path.name, path=path)]))
        self.camera.left.connect(self._leave_camera)
        self.camera.problem.connect(self._notify)
        self.camera.presence_changed.connect(acts.set_camera)
        self.notice.left.connect(self._show_pictures)
        self.clerk.noted.connect(lambda _word: self.customer.drop_choice())
