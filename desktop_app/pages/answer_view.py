"""The right of a search: the verdict in plain words and the ranked products, and what one does with them."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from core.answer import Answer, Result, Verdict
from core.feedback import Said
from core.messages import Sentence
from core.settings import ResultOrder, ResultShape
from desktop_app.answer_desk import AnswerDesk
from desktop_app.engine import ShopFacts
from desktop_app.jobs import Job, Jobs
from desktop_app.language import in_words
from desktop_app.models.result_delegate import ResultDelegate
from desktop_app.models.result_model import ResultModel
from desktop_app.models.thumbnails import Thumbnails
from desktop_app.pages.alternatives_strip import AlternativesStrip
from desktop_app.pages.answer_bar import AnswerBar
from desktop_app.pages.answer_words import AnswerWords, Circumstances, Words
from desktop_app.pages.compare_view import CompareView
from desktop_app.pages.feedback_messages import FeedbackMessages
from desktop_app.pages.pick_view import PickView
from desktop_app.pages.result_actions import ResultActionRow, ResultActions
from desktop_app.pages.result_list import ResultList
from desktop_app.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.message_bar import MessageBar
from desktop_app.widgets.verdict_banner import VerdictBanner


class AnswerView(QWidget):
    """Shows one of: nothing yet, an answer, a failure; a comparison or a choice may lie over the answer."""

    product_chosen = Signal(int)
    edit_wanted = Signal(int)
    """A product to be opened in the catalog."""
    picture_covered = Signal(bool)
    """Whether the query's picture is shown here, too, so that it need not stand beside it."""

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        jobs: Jobs,
        desk: AnswerDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.desk = desk
        self._answer: Answer | None = None
        self._like: tuple[str, Answer] | None = None
        self._failure: Sentence | None = None
        self._shop_is_open = True
        self._products = 0
        self._offering: Job | None = None
        self._words = AnswerWords(self)
        self.actions_of_results = ResultActions(themes, self)
        self.back_button = IconButton(themes, "back", "quiet", self)
        self.banner = VerdictBanner(themes, self)
        self.copy_button = IconButton(themes, "copy", "plain", self)
        self.bar = AnswerBar(themes, self)
        self.model = ResultModel(self)
        self.list = ResultList(self.model, ResultDelegate(themes, thumbnails, self), self)
        self.strip = AlternativesStrip(themes, thumbnails, self)
        self.grid_strip = AlternativesStrip(themes, thumbnails, self)
        if desk.answers is not None:
            self._row = ResultActionRow(themes, self.actions_of_results, self)
            self.list.lay_over(self._row, self.strip)
        self.compare_view = CompareView(themes, jobs, desk.answers, self.actions_of_results, self)
        self.pick_view = PickView(themes, thumbnails, jobs, desk.answers, self)
        self.messages = MessageBar(themes, self)
        self._told = FeedbackMessages(desk, jobs, self.messages, self)
        self._nothing = QWidget(self)
        self._menu = QMenu(self)
        self._build()
        self._connect(thumbnails)
        settings = desk.preferences.settings
        self._set_shape(settings.result_shape)
        self._set_order(settings.result_order)
        self.show_waiting()

    def show_shop(self, facts: ShopFacts) -> None:
        """Know how many products there are, for an answer without any; count the filters' choices anew."""
        self._products = facts.products
        self.desk.count()

    def show_waiting(self, *, shop_is_open: bool = True) -> None:
        """The answer is on its way."""
        self._shop_is_open = shop_is_open
        self._show(None, None)

    def show_answer(self, answer: Answer) -> None:
        """Show what was found."""
        again = self._answer is not None and self._answer.asked is answer.asked
        self._show(answer, None, keep_place=again)

    def show_failure(self, failure: Sentence) -> None:
        """Say why there is no answer."""
        self._show(None, failure)

    def compare(self) -> None:
        """Show the selected product beside the query's picture."""
        result, query = self.list.result(), self.desk.query
        if result is None or query is None or not query.pictures or not result.photo:
            return
        self._pages.setCurrentWidget(self.compare_view)
        self.compare_view.compare(query, result, self.list.currentIndex().row(), self.model.rowCount())
        self.compare_view.setFocus()

    def compare_product(self, product_id: int) -> bool:
        """Compare a product that is among the results; False if it is not, or there is no picture."""
        row = self.model.row_of(product_id)
        if row < 0 or self.desk.query is None or not self.desk.query.pictures:
            return False
        self.list.select(row)
        self.compare()
        return True

    def go_back(self) -> bool:
        """One step back from what lies over the answer; False if nothing does."""
        if self._pages.currentWidget() is not self._results:
            self._show_results()
        elif self.desk.is_away:
            self.desk.back()
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.model.retranslate()
        super().changeEvent(event)

    # What is on show

    def _show(self, answer: Answer | None, failure: Sentence | None, *, keep_place: bool = False) -> None:
        selected = self.list.result() if keep_place else None
        row = self.list.currentIndex().row() if keep_place else 0
        self._answer, self._failure, self._like = answer, failure, None
        self._fill(answer, selected, row)
        is_comparing = self._pages.currentWidget() is self.compare_view
        if keep_place and is_comparing and self.list.result() is not None:
            self.compare()
        elif is_comparing or not keep_place:
            self._pages.setCurrentWidget(self._results)

    def _show_like(self, title: str, answer: Answer) -> None:
        self._like = title, answer
        self._fill(answer, None, 0)
        self._show_results()

    def _leave_like(self) -> None:
        if self._like is not None:
            self._like = None
            self._fill(self._answer, None, 0)
            self.list.setFocus()

    def _fill(self, answer: Answer | None, selected: Result | None, row: int) -> None:
        said = self.desk.feedback if self._like is None else replace(self.desk.feedback, right=None)
        self.model.show_answer(answer, said)
        self._body.setCurrentWidget(self.list if answer is not None else self._nothing)
        self._offer_alternatives(answer)
        if answer is not None and answer.results:
            there = self.model.row_of(selected.product_id) if selected is not None else 0
            self.list.select(there if there >= 0 else min(max(row, 0), self.model.rowCount() - 1))
            if selected is None:
                self.list.scrollToTop()
        self._enable()
        self._retranslate()

    def _offer_alternatives(self, answer: Answer | None) -> None:
        """What is like the first product and on the shelf, where that is the one and out of stock."""
        self._show_alternatives(())
        if self._offering is not None:
            self._offering.cancel()
            self._offering = None
        answers = self.desk.answers
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
        is_grid = self.desk.preferences.settings.result_shape == "grid"
        self.grid_strip.setVisible(is_grid and bool(self.grid_strip.products))
        self.list.arrange()

    def _show_results(self) -> None:
        self._pages.setCurrentWidget(self._results)
        self.list.setFocus()

    def _enable(self) -> None:
        acts, desk, result = self.actions_of_results, self.desk, self.list.result()
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

    # What the user does

    def _say(self, said: Said) -> None:
        result = self.list.result()
        if result is not None:
            self.desk.say(said, result)

    def _on_picked(self, result: Result) -> None:
        self._show_results()
        self.desk.say(Said.RIGHT, result)

    def _pick(self) -> None:
        self._pages.setCurrentWidget(self.pick_view)
        self.pick_view.open_with(self._answer.results if self._answer is not None else ())

    def _like_selected(self) -> None:
        result = self.list.result()
        if result is not None:
            self.desk.like(result.product_id, result.title)

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
        preferences = self.desk.preferences
        preferences.change(replace(preferences.settings, result_shape=shape))
        self._set_shape(shape)

    def _on_order(self, order: ResultOrder) -> None:
        preferences = self.desk.preferences
        preferences.change(replace(preferences.settings, result_order=order))
        self._set_order(order)

    def _open_product_menu(self, place: QPoint) -> None:
        self._menu.clear()
        self.actions_of_results.fill_product_menu(self._menu)
        self._menu.popup(place)

    def _open_search_menu(self) -> None:
        self._menu.clear()
        acts = self.actions_of_results
        acts.keep_photos.setChecked(self.desk.preferences.settings.keep_search_photos)
        acts.fill_search_menu(self._menu)
        button = self.bar.menu_button
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    # Made once

    def _build(self) -> None:
        body = QWidget(self)
        self._body = QStackedLayout(body)
        self._body.addWidget(self.list)
        self._body.addWidget(self._nothing)
        self._results = QWidget(self)
        column = QVBoxLayout(self._results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.banner)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.bar)
        column.addWidget(self.grid_strip)
        column.addWidget(body, 1)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        for page in (self._results, self.compare_view, self.pick_view):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(pages, 1)
        whole.addWidget(self.messages)

    def _connect(self, thumbnails: Thumbnails) -> None:
        acts, desk = self.actions_of_results, self.desk
        thumbnails.ready.connect(lambda _path: self.list.viewport().update())
        self.list.chosen.connect(lambda result: self.product_chosen.emit(result.product_id))
        self.list.selected.connect(self._enable)
        self.list.menu_wanted.connect(self._open_product_menu)
        self.back_button.clicked.connect(self.go_back)
        self.copy_button.clicked.connect(self._copy_barcode)
        for strip in (self.strip, self.grid_strip):
            strip.product_chosen.connect(self.product_chosen)
        self._pages.currentChanged.connect(
            lambda _page: self.picture_covered.emit(self._pages.currentWidget() is self.compare_view)
        )
        self.compare_view.left.connect(self._show_results)
        self.compare_view.moved.connect(self._compare_next)
        self.pick_view.left.connect(self._show_results)
        self.pick_view.picked.connect(self._on_picked)
        acts.right.triggered.connect(lambda: self._say(Said.RIGHT))
        acts.wrong.triggered.connect(lambda: self._say(Said.WRONG))
        acts.compare.triggered.connect(self.compare)
        acts.like.triggered.connect(self._like_selected)
        acts.instead.triggered.connect(self._pick)
        acts.absent.triggered.connect(lambda: desk.say(Said.ABSENT))
        acts.undo.triggered.connect(desk.undo)
        acts.details.triggered.connect(self._open_details)
        acts.edit.triggered.connect(self._edit)
        acts.keep_photos.triggered.connect(self._told.set_keep_photos)
        acts.forget.triggered.connect(self._told.ask_to_forget)
        for widget in (self.list, self.compare_view):
            widget.addActions(list(acts.with_keys()))
        for key, act in (("G", self.bar.shape_button.click), ("F", self.bar.open_filters)):
            shortcut = QAction(self.list)
            shortcut.setShortcut(key)
            shortcut.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.triggered.connect(act)
            self.list.addAction(shortcut)
        self.bar.filter_changed.connect(desk.set_filter)
        self.bar.order_changed.connect(self._on_order)
        self.bar.shape_changed.connect(self._on_shape)
        self.bar.menu_button.clicked.connect(self._open_search_menu)
        desk.like_answered.connect(self._show_like)
        desk.like_left.connect(self._leave_like)
        desk.noted.connect(self._enable)
        desk.taken_back.connect(self._enable)
        desk.choices_known.connect(lambda choices: self.bar.show_choices(choices, desk.filter))

    def _compare_next(self, step: int) -> None:
        self.list.select(self.list.currentIndex().row() + step)
        self.compare()

    def _open_details(self) -> None:
        result = self.list.result()
        if result is not None:
            self.product_chosen.emit(result.product_id)

    def _edit(self) -> None:
        result = self.list.result()
        if result is not None:
            self.edit_wanted.emit(result.product_id)

    def _copy_barcode(self) -> None:
        if self._answer is not None:
            QGuiApplication.clipboard().setText(self._answer.barcode)

    def _retranslate(self) -> None:
        self.actions_of_results.retranslate()
        self.list.setAccessibleName(self.tr("Products found"))
        self.back_button.setText(self.tr("Back to your search"))
        self.back_button.setToolTip(self.tr("Esc"))
        self.back_button.setVisible(self._like is not None)
        self.copy_button.setText(self.tr("Copy the number"))
        self._told.retranslate()
        self.bar.setVisible(self.desk.answers is not None and self._answer is not None)
        self.banner.say(*self._said_words())
        self.copy_button.setVisible(self._is_unknown_barcode())

    def _is_unknown_barcode(self) -> bool:
        answer = self._answer
        if self._like is not None or answer is None or not answer.barcode:
            return False
        return not answer.results or answer.results[0].confidence < 1

    def _said_words(self) -> Words:
        if self._failure is not None:
            return "error", self.tr("This picture cannot be searched"), in_words(self._failure)
        title, answer = self._like or ("", self._answer)
        if answer is not None:
            around = Circumstances(
                self._products, self.desk.filter is not None, like=title, feedback=self.desk.feedback
            )
            return self._words.say(answer, around)
        if self._shop_is_open:
            return "search", self.tr("Searching…"), ""
        return "search", self.tr("One moment…"), self.tr("The shop is still being opened.")
