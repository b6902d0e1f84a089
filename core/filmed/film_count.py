"""What stands on a shelf that was filmed: plain data."""

from collections import Counter
from dataclasses import dataclass

from core.answer import Result


@dataclass(frozen=True, slots=True, eq=False)
class FilmedPiece:
    """One piece, counted once.

    Attributes:
        product: what it is taken for; None for one that the shop does not have.
        confidence: of that, 0 to 1.
        at_ms: the frame that shows it best, in milliseconds of the film.
        box: left, top, right, bottom in pixels of that frame, upright and in full size.
        frames: how many of the frames that were counted show it.
    """

    product: Result | None
    confidence: float
    at_ms: int
    box: tuple[int, int, int, int]
    frames: int


@dataclass(frozen=True, slots=True, eq=False)
class FilmCount:
    """What was counted in a film.

    Attributes:
        of_ms: how long the film is.
        frames: how many of its frames were counted.
        pieces: by the time at which they are seen best.
        torn_at_ms: where the film did not go on from what it showed before: it was cut, or the camera moved
            too fast. What is seen before and after may be counted twice.
    """

    of_ms: int
    frames: int
    pieces: tuple[FilmedPiece, ...]
    torn_at_ms: tuple[int, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many pieces of each product, by its SKU."""
        return Counter(piece.product.sku for piece in self.pieces if piece.product is not None)
