"""What narrows an answer down: a filter, and what the clerk said of it. Nothing of it needs the picture."""

from dataclasses import dataclass, field

from core.catalog.lists.filters import Filter
from core.feedback import NOTHING_SAID, Feedback


@dataclass(frozen=True, slots=True)
class Refinement:
    """How an answer is asked for again.

    Attributes:
        filter_: what the products must fulfil; it costs no results, as many are given as the shop has.
        feedback: what was said of the search so far.
    """

    filter_: Filter = field(default_factory=Filter)
    feedback: Feedback = NOTHING_SAID

    @property
    def is_none(self) -> bool:
        """Whether nothing is narrowed down."""
        return self.filter_.is_default and self.feedback.is_empty
