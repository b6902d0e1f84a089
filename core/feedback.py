"""What the clerk said of an answer: plain data, passed on with the search that it belongs to.

How it changes the ranking is core/search/witnesses/clerk.py's; how it is kept is core/search/kept.py's.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Said(StrEnum):
    """One word of the clerk's, as the search log keeps it."""

    RIGHT = "right"
    """This product of the answer is the one."""
    WRONG = "wrong"
    """This product of the answer is not."""
    INSTEAD = "instead"
    """It is another product than the answer put first."""
    ABSENT = "absent"
    """The shop does not have it."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """All that was said of one search so far.

    Attributes:
        wrong: products that it is not, in the order they were said.
        right: the product that it is; None if that was not said.
        absent: whether the shop does not have it.
    """

    wrong: tuple[int, ...] = ()
    right: int | None = None
    absent: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self == Feedback()

    def with_said(self, said: Said, product_id: int | None = None) -> "Feedback":
        """This and one word more; a later word overrules an earlier one that it contradicts.

        Raises:
            ValueError: a product is missing, or one too many.
        """
        if (product_id is None) != (said is Said.ABSENT):
            raise ValueError(f"{said} does not go with the product {product_id}")
        if product_id is None:
            return replace(self, right=None, absent=True)
        others = tuple(other for other in self.wrong if other != product_id)
        if said is Said.WRONG:
            right = None if self.right == product_id else self.right
            return replace(self, wrong=(*others, product_id), right=right)
        return Feedback(others, product_id, absent=False)


NOTHING_SAID = Feedback()
