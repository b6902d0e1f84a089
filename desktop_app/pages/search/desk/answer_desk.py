"""What becomes of an answer: the filter it stands under, what was said of it, and where one went from it.

No widgets here. The engine's answers come in, answers as they are to be shown come out; a filter or a word of
the clerk's asks the shop again from the vectors that travel with the answer, never from the picture.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.answer import Answer, Result
from core.feedback import NOTHING_SAID, Feedback, Said
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.pages.search.desk.cases import Case, Noted, Word
from desktop_app.pages.search.desk.journal import SearchJournal
from desktop_app.pages.search.desk.shop_answers import ShopAnswers, said_of

if TYPE_CHECKING:
    from core.catalog.lists.facets import FilterChoices
    from core.catalog.lists.filters import Filter
    from core.messages import Sentence
    from desktop_app.background.preferences import Preferences
    from desktop_app.engine.engine import Query

_REMEMBERED = 200
"""Queries whose feedback is remembered: all pictures of a large search."""


class AnswerDesk(QObject):
    """One for the search page. Without ``answers`` (an engine that is no shop) answers pass as they are."""

    answered = Signal(int, object)
    """An answer to show: the query's id, the Answer."""
    like_answered = Signal(str, object)
    """What is like the product of this title: an Answer."""
    like_left = Signal()
    """Back from there to the query's own answer."""
    noted = Signal(object)
    """Noted: something was said."""
    taken_back = Signal()
    """What was said last was taken back."""
    choices_known = Signal(object)
    """FilterChoices under the filter of now."""
    failed = Signal(object)
    """Sentence: why what was asked for cannot be done."""

    def __init__(
        self, answers: ShopAnswers | None, jobs: Jobs, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.answers = answers
        self.preferences = preferences
        self.filter: Filter | None = None
        self._jobs = jobs
        self._journal = SearchJournal(answers, jobs, preferences, self) if answers is not None else None
        self._cases: dict[int, Case] = {}
        self._query: Query | None = None
        self._trail: list[tuple[int, str]] = []
        self._counting: Job | None = None
        self._wandering: Job | None = None

    # The query on show

    @property
    def query(self) -> Query | None:
        """The query whose answer is on show."""
        return self._query

    @property
    def feedback(self) -> Feedback:
        """What was said of the query on show."""
        case = self._case()
        return case.feedback if case is not None else NOTHING_SAID

    @property
    def can_say(self) -> bool:
        """Whether feedback means something now: a picture or words were searched, and are answered."""
        return self.answers is not None and self._case() is not None

    @property
    def can_undo(self) -> bool:
        """Whether something was said that can be taken back."""
        case = self._case()
        return case is not None and bool(case.words)

    @property
    def is_away(self) -> bool:
        """Whether what is like a product is on show, not the query's own answer."""
        return bool(self._trail)

    def take(self, query_id: int, answer: Answer) -> None:
        """The engine's answer; it comes out by :attr:`answered`, under the filter if there is one."""
        self._cases[query_id] = case = Case(answer)
        while len(self._cases) > _REMEMBERED:
            del self._cases[next(iter(self._cases))]
        if self.answers is None or self.filter is None or answer.asked is None:
            case.shown_under = (None, NOTHING_SAID)
            self.answered.emit(query_id, answer)
        else:
            self._ask_again(query_id, case)

    def show(self, query: Query | None, answer: Answer | None) -> None:
        """This query is on show now, with the answer that it has so far."""
        if query is None or self._query is None or query.id != self._query.id:
            self._trail.clear()
        self._query = query
        case = self._case()
        if query is None:
            if self._journal is not None:
                self._journal.put_away()
        elif case is not None and answer is not None:
            if self._journal is not None:
                self._journal.shown(query, case.original)
            if case.shown_under is not None and case.shown_under != (self.filter, case.feedback):
                self._ask_again(query.id, case)

    # Filters

    def set_filter(self, filter_: Filter | None) -> None:
        """Show only what fulfils it from now on, in this search and the next; None shows everything."""
        if filter_ is not None and filter_.is_default:
            filter_ = None
        if filter_ == self.filter:
            return
        self.filter = filter_
        self.count()
        if self._trail:
            self._show_like()
        case = self._case()
        if case is not None and self._query is not None:
            self._ask_again(self._query.id, case)

    def count(self) -> None:
        """Count the filter's choices anew; they come by :attr:`choices_known`."""
        if self.answers is None:
            return
        if self._counting is not None:
            self._counting.cancel()
        answers, filter_ = self.answers, self.filter
        self._counting = self._jobs.run(
            lambda _report: answers.choices(filter_), success=self._on_counted, failure=self.failed.emit
        )

    # What is like it

    def like(self, product_id: int, title: str) -> None:
        """Show what looks like this product."""
        self._trail.append((product_id, title))
        self._show_like()

    def back(self) -> None:
        """One step back, at last to the query's own answer."""
        if self._trail:
            self._trail.pop()
        if self._wandering is not None:
            self._wandering.cancel()
        if self._trail:
            self._show_like()
        else:
            self.like_left.emit()

    # What the clerk says

    def say(self, said: Said, product: Result | None = None) -> None:
        """Take a word of feedback; the answer on show is asked for again under it."""
        case, query = self._case(), self._query
        if case is None or query is None or self.answers is None:
            return
        product_id = product.product_id if product is not None else None
        if said is Said.RIGHT and product_id is not None:
            said = said_of(case.original.results, product_id)
        after = case.feedback.with_said(said, product_id)
        if after == case.feedback:
            return
        word = Word(said, case.feedback, product.title if product is not None else "")
        case.words.append(word)
        case.feedback = after
        self._leave_like()
        self._ask_again(query.id, case)
        self.noted.emit(Noted(said, word.title))
        if self._journal is not None:
            self._journal.said(
                query,
                case.original,
                said,
                product_id,
                lambda key, photo_kept: self._on_kept(word, key, photo_kept),
            )

    def undo(self) -> None:
        """Take back what was said last."""
        case, query = self._case(), self._query
        if case is None or query is None or not case.words:
            return
        word = case.words.pop()
        case.feedback = word.before
        word.is_taken_back = True
        if word.key is not None and self._journal is not None:
            self._journal.take_back(word.key)
        self._leave_like()
        self._ask_again(query.id, case)
        self.taken_back.emit()

    # Inside

    def _case(self) -> Case | None:
        return self._cases.get(self._query.id) if self._query is not None else None

    def _ask_again(self, query_id: int, case: Case) -> None:
        if case.job is not None:
            case.job.cancel()
        answers, asked = self.answers, case.original.asked
        under = (self.filter, case.feedback)
        if answers is None or asked is None or (under == (None, NOTHING_SAID)):
            case.shown_under = under
            self.answered.emit(query_id, case.original)
            return
        case.job = self._jobs.run(
            lambda _report: answers.answer(asked, *under),
            success=lambda answer: self._on_asked_again(query_id, case, under, answer),
            failure=lambda failure: self._on_not_asked_again(query_id, case, failure),
        )

    def _on_asked_again(
        self, query_id: int, case: Case, under: tuple[Filter | None, Feedback], answer: Answer
    ) -> None:
        case.job = None
        case.shown_under = under
        took, again = case.original.timings, answer.timings
        looked = replace(took, index=again.index, total=took.total - took.index + again.index)
        self.answered.emit(query_id, replace(answer, timings=looked))

    def _on_not_asked_again(self, query_id: int, case: Case, failure: Sentence) -> None:
        case.job = None
        case.shown_under = (self.filter, case.feedback)
        self.answered.emit(query_id, case.original)
        self.failed.emit(failure)

    def _show_like(self) -> None:
        if self.answers is None:
            return
        if self._wandering is not None:
            self._wandering.cancel()
        product_id, title = self._trail[-1]
        answers, filter_ = self.answers, self.filter
        self._wandering = self._jobs.run(
            lambda _report: answers.like(product_id, filter_),
            success=lambda answer: self.like_answered.emit(title, answer),
            failure=self._on_not_like,
        )

    def _on_not_like(self, failure: Sentence) -> None:
        self.back()
        self.failed.emit(failure)

    def _leave_like(self) -> None:
        if self._trail:
            self._trail.clear()
            self.like_left.emit()

    def _on_counted(self, choices: FilterChoices) -> None:
        self._counting = None
        self.choices_known.emit(choices)

    def _on_kept(self, word: Word, key: int | None, photo_kept: bool) -> None:
        word.key = key
        if word.is_taken_back and key is not None and self._journal is not None:
            self._journal.take_back(key)
        elif photo_kept and not word.is_taken_back:
            self.noted.emit(Noted(word.said, word.title, photo_kept=True))
