"""What an import did, row by row where something was left out."""

from dataclasses import dataclass

from core.messages import Sentence


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out: its row in the table (or its path), and why."""

    row: int | str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do.

    Attributes:
        products: how many products the source holds; ``created``, ``updated`` and ``unchanged`` add up to it.
        photos: how many photos of theirs are in the shop now; ``photos_added`` were not before.
        skipped: rows and photos that were left out; the rest went on.
        seconds: how long it took.
    """

    products: int
    created: int
    updated: int
    unchanged: int
    photos: int
    photos_added: int
    skipped: tuple[Skipped, ...]
    seconds: float
