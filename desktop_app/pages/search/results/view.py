"""The ranked products with what is said above them: the verdict in plain words, filters, the way back."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from core.answer import Answer, Result, Verdict
from core.messages import Sentence
from core.settings import ResultOrder, ResultShape
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.look.language import in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.answer_desk import AnswerDesk
from desktop_app.pages.search.results.actions import ResultActionRow, ResultActions
from desktop_app.pages.search.results.alternatives_strip import AlternativesStrip
from desktop_app.pages.search.results.bar import AnswerBar
from desktop_app.pages.search.results.delegate import ResultDelegate
from desktop_app.pages.search.results.list import ResultList
from desktop_app.pages.search.results.model import ResultModel
from desktop_app.pages.search.results.words import AnswerWords, Circumstances, Words
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.verdict_banner import VerdictBanner


class ResultsView(QWidget):
    """Shows an answer, what is like a product of it, a failure, or that an answer is on its way."""

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        jobs: Jobs,
        desk: AnswerDesk,
        actions: ResultActions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk = desk
        self._actions = actions
        self.answer: Answer | None = None
        self.products = 0
        """How many the shop has; said of an answer without any."""
        self._like: tuple[str, Answer] | None = None
        self._failure: Sentence | None = None
        self._shop_is_open = True
        self._offering: Job | None = None
        self._words = AnswerWords(self)
        self.back_button = IconButton(themes, "back", "quiet", self)
        self.banner = VerdictBanner(themes, self)
        self.copy_button = IconButton(themes, "copy", "plain", self)
        self.bar = AnswerBar(themes, self)
        self.model = ResultModel(self)
        self.list = ResultList(self.model, ResultDelegate(themes, thumbnails, self), self)
        self.strip = AlternativesStrip(themes, thumbnails, self)
        self.grid_strip = AlternativesStrip(themes, thumbnails, self)
        if desk.answers is not None:
            self._row = ResultActionRow(themes, actions, self)
            self.list.lay_over(self._row, self.strip)
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
        thumbnails.ready.connect(lambda _path: self.list.viewport().update())
        self.list.selected.connect(self.allow)
        self.copy_button.clicked.connect(self._copy_barcode)
        self.bar.order_changed.connect(self._on_order)
        self.bar.shape_changed.connect(self._on_shape)
        settings = desk.preferences.settings
        self._set_shape(settings.result_shape)
        self._set_order(settings.result_order)

    # What is on show

    def show_waiting(self, *, shop_is_open: bool) -> None:
        """The answer is on its way."""
        self._shop_is_open = shop_is_open
        self.show_found(None, None)

    def show_found(
        self, answer: Answer | None, failure: Sentence | None, *, keep_place: bool = False
    ) -> None:
        """Show an answer, or why there is none; ``keep_place`` leaves the selection where it is."""
        selected = self.list.result() if keep_place else None
        row = self.list.currentIndex().row() if keep_place else 0
        self.answer, self._failure, self._like = answer, failure, None
        self._fill(answer, selected, row)

    def show_like(self, title: str, answer: Answer) -> None:
        """Show what is like the product of this title."""
        self._like = title, answer
        self._fill(answer, None, 0)

    def leave_like(self) -> None:
        """Back from there to the answer."""
        if self._like is not None:
            self._like = None
            self._fill(self.answer, None, 0)
            self.list.setFocus()

    def allow(self) -> None:
        """Which actions make sense for what is selected."""
        acts, desk, result = self._actions, self._desk, self.list.result()
        can_say = desk.can_say and self._failure is None
        for action in (acts.right, acts.wrong):
            action.setEnabled(can_say and result is not None)
        acts.wrong.setEnabled(acts.wrong.isEnabled() and self._like is None)
        has_picture = desk.query is not None and bool(desk.query.pictures)
        acts.compare.setEnabled(has_picture and result is not None and bool(result.photo))
        acts.like.setEnabled(desk.answers is not None and result is not None and bool(result.photo))
        acts.instead.setEnabled(can_say)
        acts.absent.setEnabled(can_say)
        acts.undo.setEnabled(desk.can_undo)
        acts.details.setEnabled(result is not None)
        acts.edit.setEnabled(result is not None)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._actions.retranslate()
        self.list.setAccessibleName(self.tr("Products found"))
        self.back_button.setText(self.tr("Back to your search"))
        self.back_button.setToolTip(self.tr("Esc"))
        self.back_button.setVisible(self._like is not None)
        self.copy_button.setText(self.tr("Copy the number"))
        self.bar.setVisible(self._desk.answers is not None and self.answer is not None)
        self.banner.say(*self._said_words())
        self.copy_button.setVisible(self._is_unknown_barcode())

    def _fill(self, answer: Answer | None, selected: Result | None, row: int) -> None:
        said = self._desk.feedback if self._like is None else replace(self._desk.feedback, right=None)
        self.model.show_answer(answer, said)
        self._body.setCurrentWidget(self.list if answer is not None else self._nothing)
        self._offer_alternatives(answer)
        if answer is not None and answer.results:
            there = self.model.row_of(selected.product_id) if selected is not None else 0
            self.list.select(there if there >= 0 else min(max(row, 0), self.model.rowCount() - 1))
            if selected is None:
                self.list.scrollToTop()
        self.allow()
        self.retranslate()

    # What there is instead of a product that is out of stock

    def _offer_alternatives(self, answer: Answer | None) -> None:
        """What is like the first product and on the shelf, where that is the one and out of stock."""
        self._show_alternatives(())
        if self._offering is not None:
            self._offering.cancel()
            self._offering = None
        answers = self._desk.answers
        if answers is None or answer is None or not answer.results or answer.verdict is not Verdict.MATCH:
            return
        first = answer.results[0]
        if first.stock <= 0:
            self._offering = self._jobs.run(
                lambda _report: answers.alternatives(first.product_id), success=self._show_alternatives
            )

    def _show_alternatives(self, products: tuple[Result, ...]) -> None:
        self.strip.show_products(products)
        self.grid_strip.show_products(products)
        self._place_strips()

    def _place_strips(self) -> None:
        is_grid = self._desk.preferences.settings.result_shape == "grid"
        self.grid_strip.setVisible(is_grid and bool(self.grid_strip.products))
        self.list.arrange()

    # Shape and order

    def _set_shape(self, shape: ResultShape) -> None:
        self.bar.show_shape(shape)
        self.list.set_shape(shape)
        self._place_strips()
        self.list.scrollTo(self.list.currentIndex())

    def _set_order(self, order: ResultOrder) -> None:
        self.bar.show_order(order)
        self.model.set_order(order)
        if self.model.rowCount():
            self.list.select(0)

    def _on_shape(self, shape: ResultShape) -> None:
        preferences = self._desk.preferences
        preferences.change(replace(preferences.settings, result_shape=shape))
        self._set_shape(shape)

    def _on_order(self, order: ResultOrder) -> None:
        preferences = self._desk.preferences
        preferences.change(replace(preferences.settings, result_order=order))
        self._set_order(order)

    # What is said

    def _copy_barcode(self) -> None:
        if self.answer is not None:
            QGuiApplication.clipboard().setText(self.answer.barcode)

    def _is_unknown_barcode(self) -> bool:
        answer = self.answer
        if self._like is not None or answer is None or not answer.barcode:
            return False
        return not answer.results or answer.results[0].confidence < 1

    def _said_words(self) -> Words:
        if self._failure is not None:
            return "error", self.tr("This picture cannot be searched"), in_words(self._failure)
        title, answer = self._like or ("", self.answer)
        if answer is not None:
            around = Circumstances(
                self.products, self._desk.filter is not None, like=title, feedback=self._desk.feedback
            )
            return self._words.say(answer, around)
        if self._shop_is_open:
            return "search", self.tr("Searching…"), ""
        return "search", self.tr("One moment…"), self.tr("The shop is still being opened.")
