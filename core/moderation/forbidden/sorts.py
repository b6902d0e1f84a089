"""Goods of a forbidden sort, by the thousand classes that the network was taught before it came to the shop.

The shop's vectors are asked: no picture is opened again. Of the thousand classes those are taken that name
such goods and hardly ever are anything else: firearms, and beer and wine in their bottles and glasses.
Tobacco is none of the thousand. Knives, bows, swords (letter openers, says the network) and whisky (a jug)
are left out. What was measured, and what could not be:
docs/decisions/0046-goods-that-may-not-be-sold.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.moderation.never_sell import sold_sorts
from core.embedding.classes import ClassHead, load_class_head
from core.finding import Finding, FindingKind
from core.messages import Sentence, message
from core.moderation.detector import LEAST_SCORE
from core.moderation.forbidden.seen_vector import seen_vector
from core.moderation.looked_at import LookedAt
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Sort:
    """Goods that the network knows.

    Attributes:
        name: what the command line and the catalog call it.
        classes: numbers of ImageNet's classes, from 0.
        told_at: how probable these must be together for a score of one half.
        text: what is told.
    """

    name: str
    kind: FindingKind
    classes: tuple[int, ...]
    told_at: float
    text: str


SORTS = (
    # Assault rifle, cannon, revolver, rifle.
    Sort("weapons", FindingKind.WEAPON, (413, 471, 763, 764), 0.2, message("core", "This may be a firearm.")),
    # Beer bottle, beer glass, wine bottle, red wine.
    Sort(
        "alcohol",
        FindingKind.FORBIDDEN,
        (440, 441, 907, 966),
        0.3,
        message("core", "This may be beer or wine."),
    ),
)


class SortsDetector:
    """Finds goods of a sort that the shop does not say it sells; takes a millisecond."""

    name = "sorts"

    def __init__(self, shop: Shop) -> None:
        self._spec = shop.spec
        sold = sold_sorts(shop.catalog)
        self._sorts = tuple(sort for sort in SORTS if sort.name not in sold)
        self._head: ClassHead | None = load_class_head(self._spec)
        self.version = f"{self._spec.fingerprint}/1/{','.join(sort.name for sort in self._sorts)}"
        self.problem: Sentence | None = None
        if self._sorts and self._head is None:
            self.problem = Sentence(
                message(
                    "core",
                    "Weapons, beer and wine are not looked for: the network {name} was taught other things, "
                    "or its list of classes is missing.",
                ),
                {"name": self._spec.name},
            )

    def find(self, picture: LookedAt) -> Sequence[Finding]:
        """One finding a sort, or none."""
        if self._head is None or not self._sorts:
            return ()
        (shares,) = self._head.shares(seen_vector(picture)[None])
        found = []
        for sort in self._sorts:
            score = _score(float(shares[list(sort.classes)].sum()), sort.told_at)
            if score >= LEAST_SCORE:
                found.append(Finding(sort.kind, round(score, 4), Sentence(sort.text)))
        return found


def _score(share: float, told_at: float) -> float:
    """One half where it is told, 1 for a share of 1, a straight line on either side."""
    return share / told_at / 2 if share < told_at else 0.5 + (share - told_at) / (1 - told_at) / 2
