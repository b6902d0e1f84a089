"""What is to be tagged, and what is to be decided now: plain values, for whoever shows them."""

from dataclasses import dataclass

from core.tagging.members import Member
from core.tagging.proposals import Proposal


@dataclass(frozen=True, slots=True)
class TagScope:
    """Which products are to be tagged.

    Attributes:
        category: those of this category; "" for all.
        without: those that lack this tag; "" for those that have no tag at all.
    """

    category: str = ""
    without: str = ""


@dataclass(frozen=True, slots=True)
class TaggingStep:
    """What is to be decided now.

    Attributes:
        members: the group, the most typical product first; empty when nothing is left.
        likeness: how alike they are, 0 to 1; 0 for groups that were made by their proposals.
        proposals: the surest first.
        tagged, products: progress, over all products of the scope.
        skipped: how many products wait because they were passed over.
        known_tags: every tag of the shop, the most frequent first.
        coming: the thumbnails of the next group, to be read ahead.
        can_undo: whether there is a step to take back.
    """

    members: tuple[Member, ...]
    likeness: float
    proposals: tuple[Proposal, ...]
    tagged: int
    products: int
    skipped: int
    known_tags: tuple[str, ...]
    coming: tuple[str, ...]
    can_undo: bool
