"""The search page: takes pictures and words in, and shows what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.messages import Sentence
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import Origin, PictureSource, SearchEngine, ShopFacts
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.engine.thread import EngineThread
from desktop_app.look.language import in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.actions import SearchActions, search_keys
from desktop_app.pages.search.answer.sounds import AnswerSounds
from desktop_app.pages.search.customer.following import CustomerFollowing
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.film.button import FilmButton
from desktop_app.pages.search.front import SearchFront
from desktop_app.pages.search.history.bar import HistoryBar
from desktop_app.pages.search.intake.camera import SearchCamera
from desktop_app.pages.search.intake.picture_intake import PictureIntake
from desktop_app.pages.search.intake.start_view import StartView
from desktop_app.pages.search.intake.type_ahead import TypeAhead
from desktop_app.pages.search.intake.words import SearchWords
from desktop_app.pages.search.query.panel import QueryPanel
from desktop_app.pages.search.several.looking import SeveralLooking
from desktop_app.pages.search.work import SearchWork
from desktop_app.pages.shop_page import ShopNews, ShopPage, WishGranted
from desktop_app.widgets.fields.search_field import SearchField
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from desktop_app.background.preferences import Preferences
    from desktop_app.camera.camera import CameraWatch


class SearchPage(ShopPage):
    """One search at a time; the newest replaces the one before."""

    name = "search"
    icon_name = "search"

    def __init__(
        self,
        engine: SearchEngine,
        engine_thread: EngineThread,
        jobs: Jobs,
        shop_jobs: ShopJobs | None,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        preferences: Preferences,
        news: ShopNews,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._news = news
        self.search_actions = SearchActions(self)
        # Before they do anything: they are in the menu of every page.
        for action in self.search_actions.all():
            action.triggered.connect(self.needed)
        self.desk = SearchDesk(engine, engine_thread, jobs, shop_jobs, self)
        self.clerk = Clerk(self.desk, preferences, self)
        self.field = SearchField(themes, self)
        new_work = partial(
            SearchWork,
            engine,
            jobs,
            self.desk,
            self.clerk,
            themes,
            thumbnails,
            preferences,
            self.search_actions,
        )
        self.front = SearchFront(self.desk, self.field, themes, thumbnails, new_work, self)
        TypeAhead(self, self.field, self.front.takes_letters)
        self.several = SeveralLooking(self.desk, jobs, themes, self)
        self.customer = CustomerFollowing(engine, jobs, self.desk, themes, self)
        self.camera = SearchCamera(self.front, themes, jobs, preferences, self)
        self.sounds = AnswerSounds(self.desk, jobs, preferences, self)
        self.intake = PictureIntake(self.desk, self.camera, self.search_actions, self)
        self._words = SearchWords(self.field, self.desk, self.camera, self)
        top = QHBoxLayout()
        top.setContentsMargins(32, 20, 24, 0)
        top.setSpacing(4)
        self.history = HistoryBar(themes, self.desk, self._leave_what_lies_over, self)
        self.film_button = FilmButton(themes, self.desk, self.front, self)
        for widget in (self.history.back_button, self.history.forward_button, self.field, self.film_button):
            top.addWidget(widget)
        top.addWidget(self.history.last_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.front, 1)
        self.setFocusProxy(self.field)
        self._add_buttons(self.front.start_view)
        self.addActions([self.search_actions.start_again, *self.search_actions.of_the_picture()])
        self._connect()
        self.retranslate()

    # What comes in

    def search(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Search these pictures now; whatever was searched before is replaced."""
        self.intake.search(sources, origin)

    def start_again(self) -> None:
        """Put the search away and invite the next one."""
        self.desk.clear()
        self.camera.stop()
        self.field.setFocus()

    # What the program says

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        self.desk.shop_is_open = True
        self.front.show_shop(facts)
        self.customer.show_shop(facts)

    def show_shop_failure(self, failure: Sentence) -> None:
        """The shop cannot be opened."""
        self.front.say(lambda: (self.tr("The shop cannot be opened"), in_words(failure)))

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self.camera.set_watch(watch)
        self.sounds.allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back one step."""
        if self.front.go_back(event):
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
        return search_keys(
            self.search_actions, self.work.answer_view.actions_of_results, self.history.actions()
        )

    def actions_for_menu(self) -> Sequence[QAction]:
        """The ways a picture comes in."""
        return self.search_actions.all()

    def reveal(self, what: object) -> None:
        """Show what came of the product that was asked for here."""
        if isinstance(what, WishGranted):
            self.work.answer_view.show_granted(what)

    def is_at_work(self) -> bool:
        """Something is asked, or the webcam is on; the answer says that there is nothing to find."""
        return not self.front.is_at_start

    def left(self) -> None:
        """The camera is for one page at a time."""
        if self.camera.is_shown:
            self._leave_camera()

    def entered(self) -> None:
        """The keys go to what was found, or else to the field."""
        self.field.setFocus()
        self.front.take_focus()

    @property
    def work(self) -> SearchWork:
        """What is shown once something is asked: most of the page, made when it is first asked for."""
        return self.front.work

    # Inside

    def _leave_what_lies_over(self) -> bool:
        """Let go of the webcam; whether it was on show."""
        was_shown = self.camera.is_shown
        if was_shown:
            self._leave_camera()
        return was_shown

    def _leave_camera(self) -> None:
        self.intake.leave_camera()
        self.front.show_search()

    def _offer_several(self) -> None:
        self.search_actions.several.setEnabled(self.several.can_open)
        if self.front.made is not None:
            self.front.made.query_panel.offer_several(there_are=self.several.pieces > 1)

    def _show_customer(self) -> None:
        selected = self.work.answer_view.booking.selected
        self.customer.toggle(selected.product_id if selected is not None else None)

    # Made once

    def _connect_work(self, made: SearchWork) -> None:
        self._add_buttons(made.query_panel)
        self._words.product_wanted.connect(made.products.open)
        view, news = made.answer_view, self._news
        view.actions_of_results.customer.triggered.connect(self._show_customer)
        view.booking.labels_wanted.connect(news.labels_wanted)
        view.edit_wanted.connect(lambda product: news.wanted.emit("catalog", product))
        view.adding.wanted.connect(lambda wish: news.wanted.emit("catalog", wish))
        view.shop_changed.connect(lambda: news.changed.emit(self))

    def _add_buttons(self, view: StartView | QueryPanel) -> None:
        acts = self.search_actions
        for action, name in ((acts.open, "open"), (acts.paste, "paste"), (acts.camera, "camera")):
            is_first = view is self.front.start_view and action is acts.open
            button = IconButton(self._themes, name, "primary" if is_first else "plain", self)
            button.follow(action)
            view.add_button(button)

    def _connect(self) -> None:
        acts, desk, front = self.search_actions, self.desk, self.front
        acts.start_again.triggered.connect(self.start_again)
        acts.words.triggered.connect(lambda: self.field.begin(""))
        self.intake.hovered.connect(front.start_view.frame.set_hovered)
        self.intake.refused.connect(front.say)
        self.intake.film_given.connect(self.film_button.show_film)
        self.film_button.left.connect(front.show_search)
        self.film_button.frame_chosen.connect(lambda source: self.search([source]))
        self.field.went_down.connect(front.take_focus)
        self.field.escaped.connect(front.take_focus)
        desk.turned_to.connect(lambda: acts.start_again.setEnabled(desk.shown is not None))
        desk.turned_to.connect(front.turn)
        front.currentChanged.connect(self.turned)
        desk.learned.connect(front.learn)
        front.work_made.connect(self._connect_work)
        acts.several.triggered.connect(self.several.open)
        self.several.changed.connect(self._offer_several)
        front.start_view.sample_chosen.connect(
            lambda path: self.search([PictureSource(path.name, path=path)])
        )
        self.camera.left.connect(self._leave_camera)
        self.camera.problem.connect(front.say)
        self.camera.presence_changed.connect(acts.set_camera)
        self.clerk.noted.connect(lambda _word: self.customer.drop_choice())
