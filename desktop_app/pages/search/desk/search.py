"""One search: what is asked, what was said of it, and what came of it. The only record of a query."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from core.answer import Answer, Seen
from core.feedback import NOTHING_SAID, Feedback, Said
from core.imaging.cut import Box
from core.messages import Sentence
from desktop_app.engine.engine import Query, QueryPicture

if TYPE_CHECKING:
    from core.catalog.lists.filters import Filter


@dataclass(slots=True, eq=False)
class Word:
    """One thing said, and what is needed to take it back.

    Attributes:
        at: the id of the question that it led to; of two words the later one has the higher.
        before: what had been said until then.
        product_id, title: the product that it was said of; None and "" if of none.
        key: of what the shop keeps of it; None while nothing is kept.
        photo_kept: whether the picture was kept to learn from.
    """

    said: Said
    at: int
    before: Feedback
    product_id: int | None
    title: str
    key: int | None = None
    photo_kept: bool = False
    is_taken_back: bool = False


@dataclass(slots=True, eq=False)
class Search:
    """A picture, several pictures of one thing, words, or what is like a product.

    The engine has at most one question of a search at a time; what changes meanwhile is asked afterwards. It
    may answer twice: at once by what is quick, and settled after a closer look.

    Attributes:
        query: the newest question.
        title: of the product, where it is asked what is like it.
        number: the first question about what is asked now: another part of the picture or other words begin
            a new number, a filter and a word of the clerk's do not.
        submitted: the question that the engine has; None while it has none.
        answered: the question that answer or failure belong to; None before there is any. Until the newest
            one is answered the window need not go blank.
        settled: the answer after a closer look, while the first one is still on show; None where that is all.
        shows_first: whether the answer on show was given before a closer look.
        unsaid: the newest answer to which nothing had been said.
        said: what was said of it, oldest first.
        preview: the whole picture, small.
        regions: parts of the picture that may be what is meant; None until somebody has looked for them.
    """

    query: Query
    title: str = ""
    number: int = field(init=False)
    submitted: Query | None = None
    answered: Query | None = None
    answer: Answer | None = None
    failure: Sentence | None = None
    settled: Answer | None = None
    shows_first: bool = False
    unsaid: Answer | None = None
    said: list[Word] = field(default_factory=list)
    preview: QImage = field(default_factory=QImage)
    regions: tuple[Box, ...] | None = None

    def __post_init__(self) -> None:
        self.number = self.query.id

    @property
    def is_done(self) -> bool:
        """Whether the newest question is answered, or known to have no answer."""
        return self.answered is not None and self.answered.id == self.query.id

    @property
    def is_answered(self) -> bool:
        """Whether something is known of what is asked now, if under another filter."""
        return self.answered is not None and self.answered.id >= self.number

    @property
    def is_waiting(self) -> bool:
        """The engine has it, and nothing is known of it yet."""
        return self.submitted is not None and self.answered is None

    @property
    def is_settling(self) -> bool:
        """The engine has answered it by what is quick, and looks closer."""
        return self.submitted is not None and self.submitted is self.answered

    @property
    def is_to_be_asked(self) -> bool:
        """It was changed since it was asked; the engine has no question of it, or has shown what it can."""
        return not self.is_done and (self.submitted is None or self.is_settling)

    def ask(self, query: Query) -> None:
        """Something else is asked: another part of the picture, other words, a picture more."""
        self.query, self.number, self.said, self.unsaid = query, query.id, [], None
        self.settled = None

    def narrow(self, query_id: int, filter_: Filter | None, feedback: Feedback) -> None:
        """The same is asked under this filter and with this said of it."""
        self.query = replace(self.query, id=query_id, filter_=filter_, feedback=feedback)
        self.settled = None

    def submit(self) -> Query:
        """The newest question, which the engine gets now."""
        self.submitted = self.query
        return self.query

    def keep_first(self, answer: Answer) -> None:
        """What the engine says before it looks closer; it has the question still."""
        if self.submitted is not None:
            self._take(self.submitted, answer, None)
            self.shows_first = self.is_settling

    def keep(self, answer: Answer | None, failure: Sentence | None) -> None:
        """What the engine says to the question that it had.

        What it saw is kept. An answer under another filter than that of now, or before the clerk's newest
        word, is of no use: that is asked next, and the answer before stays until then. What settles an answer
        that is on show waits in :attr:`settled` until it is seen to that nobody is disturbed.
        """
        query, self.submitted = self.submitted, None
        if query is None:
            return
        if answer is None or not self._settles(query):
            self._take(query, answer, failure)
            return
        self._keep_seen_of(answer)
        if query.id == self.query.id:
            self.answered, self.settled = query, answer

    def _settles(self, query: Query) -> bool:
        """Whether the same was asked as the first answer on show is to, be it anew as the shop changed."""
        shown = self.answered
        if shown is None or not self.shows_first or min(query.id, shown.id) < self.number:
            return False
        return (query.filter_, query.feedback) == (shown.filter_, shown.feedback)

    def settle(self, answer: Answer | None = None) -> None:
        """Show what the closer look found; as ``answer`` has it, where that is another order of the same."""
        settled = answer or self.settled
        if settled is not None:
            self.answer = self.unsaid = settled
            self.shows_first = False
        self.settled = None

    def _take(self, query: Query, answer: Answer | None, failure: Sentence | None) -> None:
        is_same = query.id >= self.number
        if is_same and answer is not None:
            self._keep_seen_of(answer)
        if is_same and query.id != self.query.id:
            return
        self.answered, self.answer, self.failure = query, answer, failure
        self.shows_first = False
        if is_same and answer is not None and query.feedback == NOTHING_SAID:
            self.unsaid = answer

    def _keep_seen_of(self, answer: Answer) -> None:
        if isinstance(answer.asked, Seen) and self.query.pictures:
            seen = zip(self.query.pictures, answer.asked.pictures, strict=True)
            self.query = replace(self.query, asked=tuple(replace(one, seen=what) for one, what in seen))

    def come_back(self, query_id: int) -> None:
        """It was left and is at hand again; what the engine had of it was dropped and is asked anew."""
        self.settle()
        if self.submitted is not None:
            self.submitted = None
            self.narrow(query_id, self.query.filter_, self.query.feedback)

    def drop_old(self) -> None:
        """What stands there was answered to something else, and takes too long to be replaced."""
        if not self.is_answered:
            self.answered = self.answer = self.failure = None

    def fail(self, failure: Sentence) -> None:
        """It cannot be asked at all."""
        self.answered, self.answer, self.failure = self.query, None, failure

    def say(self, query_id: int, said: Said, product_id: int | None, title: str) -> Word | None:
        """Note what the clerk says; None if that was said before."""
        if said is Said.RIGHT and not self._is_first(product_id):
            said = Said.INSTEAD
        feedback = self.query.feedback.with_said(said, product_id)
        if feedback == self.query.feedback:
            return None
        word = Word(said, query_id, self.query.feedback, product_id, title)
        self.said.append(word)
        self.narrow(query_id, self.query.filter_, feedback)
        return word

    def take_back(self, query_id: int) -> Word | None:
        """Take back what was said last; None if nothing was."""
        if not self.said:
            return None
        word = self.said.pop()
        word.is_taken_back = True
        self.narrow(query_id, self.query.filter_, word.before)
        return word

    def arrive(self, query_id: int) -> list[Word]:
        """The shop has it now: what was said of it before but that it is this or that not is no longer so.

        Returns:
            The words that are no longer so.
        """
        gone = [word for word in self.said if word.said is not Said.WRONG]
        self.said = [word for word in self.said if word.said is Said.WRONG]
        for word in self.said:
            word.before = replace(word.before, right=None, absent=False)
        feedback = replace(self.query.feedback, right=None, absent=False)
        if feedback != self.query.feedback:
            self.narrow(query_id, self.query.filter_, feedback)
        return gone

    def keep_seen(self, picture: QueryPicture) -> None:
        """What was seen of this search's picture in a search with others, if it is the same part still."""
        mine = self.query.pictures[0]
        if picture.seen is not None and mine.source is picture.source and mine.cut == picture.cut:
            self.query = replace(self.query, asked=(picture,))

    def _is_first(self, product_id: int | None) -> bool:
        """Whether the answer put this product first, before anything was said."""
        results = self.unsaid.results if self.unsaid is not None else ()
        return bool(results) and results[0].product_id == product_id
