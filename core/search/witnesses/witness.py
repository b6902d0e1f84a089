"""What a witness is: something that speaks for products, in the logarithm of their odds.

An answer starts from the products that are nearest by their vectors, its candidates. Each witness that has
something to go by is asked about them; what they say is added up and judged (core/models/verdict.py).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.answer import Seen
from core.catalog.photos.label_words import label_texts
from core.catalog.photos.photos import Photo, photos_of_products
from core.embedding.measures import Measure
from core.feedback import Feedback
from core.index.neighbours import NeighbourGroup
from core.messages import Sentence
from core.models.shop_model import ShopModel
from core.shop.shop import Shop

CLOSER_CANDIDATES = 10
"""Products that a witness looks at if each of them takes time."""

SLOW_MS = 50.0
"""A tenth of a second, with what else an answer takes, passes for at once."""


class Need(Enum):
    """What of a case a witness goes by."""

    LIKENESS = "how alike the candidates are to what was seen"
    PRINT = "the print on the pictures"
    LABEL = "the writing on the pictures"
    LOOK = "what a text–picture network sees on the pictures"
    BARCODE = "a barcode that was read"
    FEEDBACK = "something that the clerk said"


@dataclass(frozen=True, eq=False)
class Case:
    """What the witnesses are asked about.

    Attributes:
        model: what the candidates' likeness was measured by.
        barcode: the code to go by; empty if none was read.
        said: what the clerk said; products called wrong are no candidates.
        candidates: the products, nearest first.
    """

    shop: Shop
    model: ShopModel
    measure: Measure
    seen: Seen
    barcode: str
    said: Feedback
    candidates: Sequence[NeighbourGroup]

    def has(self, need: Need) -> bool:
        """Whether there is something of the kind to go by."""
        match need:
            case Need.LIKENESS:
                return bool(self.candidates)
            case Need.PRINT:
                return any(picture.print_ is not None for picture in self.seen.pictures)
            case Need.LABEL:
                return any(picture.label is not None for picture in self.seen.pictures)
            case Need.LOOK:
                return any(picture.look is not None for picture in self.seen.pictures)
            case Need.BARCODE:
                return bool(self.barcode)
            case Need.FEEDBACK:
                return not self.said.is_empty

    @cached_property
    def closer_photos(self) -> dict[int, list[Photo]]:
        """The photos of the first :data:`CLOSER_CANDIDATES`, by product."""
        first = [group.key for group in self.candidates[:CLOSER_CANDIDATES]]
        return photos_of_products(self.shop.catalog, first)

    @cached_property
    def label_texts(self) -> dict[int, str]:
        """What was read on the candidates' photos, by product; one whose photos nobody read is left out."""
        return label_texts(self.shop.catalog, [group.key for group in self.candidates])


@dataclass(frozen=True, slots=True, eq=False)
class Say:
    """What a witness says.

    Attributes:
        odds: added to the logarithm of each candidate's odds, (n,) float64 in step with the candidates.
        none: added to that of "none of these".
        sure: products that it is beyond doubt, candidates or not: an infinite logarithm. Infinities do not
            add up, so the one of a later witness in the list overrules that of an earlier one.
        score: what the likeness of those counts as; None leaves it as it is.
        is_none: it is beyond doubt that the shop does not have it.
        why: what speaks for a product in words, by its id; where there is something to tell.
    """

    odds: NDArray[np.float64]
    none: float = 0.0
    sure: tuple[int, ...] = ()
    score: float | None = None
    is_none: bool = False
    why: Mapping[int, Sentence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Witness:
    """One of those that are listed in core/search/witnesses/all.py.

    Attributes:
        name: what `evaluate --without` calls it.
        needs: what it goes by; where one of them is missing it is not asked.
        ms: milliseconds that its word takes, roughly; the answer by the vector stands before the others'.
        is_asked: whether it is asked in this case, if what it needs is there.
        says: its word.
        can_settle: whether its word may settle what is in doubt, by how probable the others make each
            candidate, (n,), and by the names of those that are about to be heard, which it may rather wait
            for. None where it is heard whatever they say.
    """

    name: str
    needs: tuple[Need, ...]
    ms: float
    is_asked: Callable[[Case], bool]
    says: Callable[[Case], Say]
    can_settle: Callable[[Case, NDArray[np.float64], Collection[str]], bool] | None = None

    @property
    def is_slow(self) -> bool:
        """Whether an answer is shown before its word is heard."""
        return self.ms >= SLOW_MS


def always(_case: Case) -> bool:
    """The condition of a witness that is asked whenever what it needs is there."""
    return True
