"""One product that is suggested, and why, in words."""

from dataclasses import dataclass
from enum import StrEnum

from core.answer import Result
from core.messages import Sentence


class Ground(StrEnum):
    """What a suggestion stands on."""

    RECEIPTS = "receipts"
    LIKENESS = "likeness"
    CATEGORY = "category"
    OFTEN = "often"
    """It is bought often, with whatever: it goes with nothing in particular."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A product with the reason for it.

    Attributes:
        of: the product that it is suggested for; the product itself if it is merely bought often.
        together: how many receipts have both; ``receipts``, how many have ``of``; 0 if they say nothing.
            Of what is bought often, how many have it and how many there are.
        lift: how many times as often as by chance they are bought together; None where receipts say nothing.
        p_value: the chance of that, were they independent.
    """

    result: Result
    ground: Ground
    why: Sentence
    of: int
    together: int = 0
    receipts: int = 0
    lift: float | None = None
    p_value: float | None = None
