"""The ranked products with what is said above them: the verdict in plain words, filters, the way back."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from core.answer import Answer, AskedText, Result, Verdict
from core.feedback import NOTHING_SAID, Feedback
from core.messages import Sentence
from core.settings import ResultOrder, ResultShape
from desktop_app.background.preferences import Preferences
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.search import Search
from desktop_app.pages.search.results.actions import ResultActionRow, ResultActions
from desktop_app.pages.search.results.bar import AnswerBar
from desktop_app.pages.search.results.decision_bar import DecisionBar
from desktop_app.pages.search.results.delegate import ResultDelegate
from desktop_app.pages.search.results.list import ResultList
from desktop_app.pages.search.results.model import ResultModel
from desktop_app.pages.search.results.offer_strip import OfferStrip
from desktop_app.pages.search.results.offers import Offers
from desktop_app.pages.search.results.other_stores import OtherStores
from desktop_app.pages.search.results.words import AnswerWords, Circumstances, Words
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.verdict_banner import VerdictBanner


class ResultsView(QWidget):
    """Shows an answer, what is like a product of it, a failure, or that an answer is on its way."""

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        desk: SearchDesk,
        clerk: Clerk,
        preferences: Preferences,
        actions: ResultActions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clerk = clerk
        self._preferences = preferences
        self._actions = actions
        self.answer: Answer | None = None
        self.products = 0
        """How many the shop has; said of an answer without any."""
        self.search: Search | None = None
        """Whose answer it is."""
        self._number = 0
        self._wanted: int | None = None
        self._failure: Sentence | None = None
        self._words = AnswerWords(self)
        self.back_button = IconButton(themes, "back", "quiet", self)
        self.banner = VerdictBanner(themes, self)
        self.copy_button = IconButton(themes, "copy", "plain", self)
        self.bar = AnswerBar(themes, self)
        self.model = ResultModel(self)
        self.list = ResultList(self.model, ResultDelegate(themes, thumbnails, self), self)
        self.strip = OfferStrip(themes, thumbnails, self)
        self.grid_strip = OfferStrip(themes, thumbnails, self)
        self._offers = Offers(desk.shop_jobs, (self.strip, self.grid_strip), self)
        self._offers.changed.connect(self._place_strips)
        if desk.shop_jobs is not None:
            self._row = ResultActionRow(themes, actions, self)
            self.list.lay_over(self._row, self.strip)
        self.other_stores = OtherStores(desk.shop_jobs, self)
        self.decision = DecisionBar(themes, actions, self)
        self._nothing = QWidget(self)
        body = QWidget(self)
        self._body = QStackedLayout(body)
        self._body.addWidget(self.list)
        self._body.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.banner)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.bar)
        column.addWidget(self.grid_strip)
        column.addWidget(body, 1)
        column.addWidget(self.other_stores)
        column.addWidget(self.decision)
        thumbnails.ready.connect(lambda _path: self.list.viewport().update())
        self.list.selected.connect(self.allow)
        self.copy_button.clicked.connect(self._copy_barcode)
        self.bar.order_changed.connect(self._on_order)
        self.bar.shape_changed.connect(self._on_shape)
        settings = preferences.settings
        self._show_shape()
        self._set_order(settings.result_order)

    # What is on show

    def shows(self, search: Search | None) -> bool:
        """Whether all that is known of ``search`` is on show already."""
        known = (search.answer, search.failure) if search is not None else (None, None)
        return (self.search, self.answer, self._failure) == (search, *known)

    def is_on_show(self, search: Search | None) -> bool:
        """Whether an answer to what ``search`` asks is on show, if under another filter."""
        return self.answer is not None and self.search is search and self._number == _number(search)

    def show_search(self, search: Search | None) -> bool:
        """Show an answer, why there is none, or that it is on its way.

        Returns:
            Whether it is what was on show before, ranked anew; the selection stays where it is then.
        """
        number = _number(search)
        again = self.is_on_show(search)
        selected = self.list.result() if again else None
        row = self.list.currentIndex().row() if again else 0
        self._wanted = self._wanted if again else None
        self.search, self._number = search, number
        self.answer = search.answer if search is not None else None
        self._failure = search.failure if search is not None else None
        self._fill(selected, row)
        return again

    def want(self, product_id: int) -> None:
        """Select this product when the next answer has it."""
        self._wanted = product_id

    def allow(self) -> None:
        """Which actions make sense for what is selected."""
        acts, desk, result = self._actions, self._desk, self.list.result()
        can_say = self._clerk.can_say and self._failure is None
        for action in (acts.right, acts.wrong):
            action.setEnabled(can_say and result is not None)
        acts.wrong.setEnabled(acts.wrong.isEnabled() and not self._like)
        is_picture = self.answer is None or not isinstance(self.answer.asked, AskedText)
        for action in (acts.right, acts.wrong):  # words were meant as they were typed
            action.setVisible(is_picture)
        for action in acts.these:
            action.setEnabled(acts.right.isEnabled() and is_picture)
        has_picture = desk.at_hand is not None and bool(desk.at_hand.query.pictures)
        acts.compare.setEnabled(has_picture and result is not None and bool(result.photo))
        acts.like.setEnabled(desk.shop_jobs is not None and result is not None and bool(result.photo))
        has_products = self.products > 0 or result is not None
        acts.instead.setEnabled(can_say and has_products)
        acts.absent.setEnabled(can_say and has_products)
        for action in (acts.sold, acts.received, acts.book, acts.brought_back, acts.label):
            action.setEnabled(desk.shop_jobs is not None and result is not None)
        acts.copy_price.setEnabled(result is not None and result.price_minor is not None)
        found_nothing = self.answer is not None and not self.answer.results
        acts.add.setEnabled(can_say and (has_picture or found_nothing))
        acts.add.setVisible(has_picture or found_nothing)
        acts.closer.setEnabled(self._is_offering)
        acts.details.setEnabled(result is not None)
        acts.edit.setEnabled(result is not None)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._actions.retranslate()
        self.list.setAccessibleName(self.tr("Products found"))
        self.back_button.setText(self.tr("Back to your search"))
        self.back_button.setToolTip(self.tr("Esc"))
        self.back_button.setVisible(bool(self._like))
        self.copy_button.setText(self.tr("Copy the number"))
        self.bar.setVisible(self._desk.shop_jobs is not None and self.answer is not None)
        answer = self.answer
        self.decision.setVisible(self._clerk.can_say and answer is not None)
        self.decision.lead_to_adding(answer is not None and answer.verdict is Verdict.UNKNOWN)
        self.banner.say(*self._said_words())
        if self.search is not None and self.search.settled is not None:
            key = self._actions.closer.shortcut().toString()
            self.banner.offer(
                self._words.closer(self.search.settled), self.tr("Show it ({key})").format(key=key)
            )
        self.copy_button.setVisible(self._is_unknown_barcode())

    @property
    def _is_offering(self) -> bool:
        """Whether a closer look changed the order, and nobody wanted to see it yet."""
        return self.search is not None and self.search.settled is not None

    @property
    def _like(self) -> str:
        """The product to which what is shown is like; "" for a search's own answer."""
        return self.search.title if self.search is not None else ""

    @property
    def _feedback(self) -> Feedback:
        """What had been said when this answer was asked for."""
        answered = self.search.answered if self.search is not None else None
        return answered.feedback if answered is not None else NOTHING_SAID

    def _fill(self, selected: Result | None, row: int) -> None:
        answer, scrolled = self.answer, self.list.verticalScrollBar().value()
        self.model.show_answer(answer, self._feedback)
        self._show_shape()
        self._body.setCurrentWidget(self.list if answer is not None else self._nothing)
        if self.search is None or not self.search.is_settling:
            self._offers.offer(answer)
            self.other_stores.ask(answer)
        if answer is not None and answer.results:
            there = self.model.row_of(selected.product_id) if selected is not None else 0
            stays = selected is not None and self._wanted is None and there == row
            if self._wanted is not None:
                there, self._wanted = self.model.row_of(self._wanted), None
            self.list.select(there if there >= 0 else min(max(row, 0), self.model.rowCount() - 1))
            if selected is None:
                self.list.scrollToTop()
            elif stays:
                self.list.verticalScrollBar().setValue(scrolled)
        self.allow()
        self.retranslate()

    def _place_strips(self) -> None:
        self.grid_strip.setVisible(self._is_grid and bool(self.grid_strip.products))
        self.list.arrange()

    # Shape and order

    @property
    def _is_grid(self) -> bool:
        return self.model.is_a_choice or self._preferences.settings.result_shape == "grid"

    def _show_shape(self) -> None:
        """Candidates as tiles, anything else as the user wants it."""
        is_choice = self.model.is_a_choice
        self.bar.show_shape(self._preferences.settings.result_shape)
        self.bar.show_choice(is_choice)
        self.list.set_shape("grid" if self._is_grid else "list", is_choice=is_choice)
        self.decision.show_product(self._is_grid)
        self._place_strips()
        self.list.scrollTo(self.list.currentIndex())

    def _set_order(self, order: ResultOrder) -> None:
        self.bar.show_order(order)
        self.model.set_order(order)
        self._show_shape()
        if self.model.rowCount():
            self.list.select(0)

    def _on_shape(self, shape: ResultShape) -> None:
        preferences = self._preferences
        preferences.change(replace(preferences.settings, result_shape=shape))
        self._show_shape()

    def _on_order(self, order: ResultOrder) -> None:
        preferences = self._preferences
        preferences.change(replace(preferences.settings, result_order=order))
        self._set_order(order)

    # What is said

    def _copy_barcode(self) -> None:
        if self.answer is not None:
            QGuiApplication.clipboard().setText(self.answer.barcode)

    def _is_unknown_barcode(self) -> bool:
        answer = self.answer
        if self._like or answer is None or not answer.barcode:
            return False
        return not answer.results or answer.results[0].confidence < 1

    def _said_words(self) -> Words:
        if self._failure is not None:
            return "error", self.tr("This picture cannot be searched"), in_words(self._failure)
        if self.search is not None and self.search.answered is not None and self.answer is not None:
            answered = self.search.answered
            around = Circumstances(
                self.products,
                answered.filter_ is not None,
                like=self._like,
                feedback=answered.feedback,
                is_settling=self.search.is_settling,
            )
            return self._words.say(self.answer, around)
        if self._desk.shop_is_open:
            return "search", self.tr("Searching…"), ""
        return "search", self.tr("One moment…"), self.tr("The shop is still being opened.")


def _number(search: Search | None) -> int:
    return search.number if search is not None and search.is_answered else 0
