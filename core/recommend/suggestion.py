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


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A product with the reason for it.

    Attributes:
        of: the product that it is suggested for.
        together: how many receipts have both; ``receipts``, how many have ``of``; 0 if they say nothing.
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
