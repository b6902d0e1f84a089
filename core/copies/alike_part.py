"""The rectangle of a photo in which a picture is alike, where the rest of the photo is not there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_UNLIKE, _COVERED = -1.5, -0.6
"""What a block takes away that is not alike, or plain in the picture; one that is alike gives 1."""

Blocks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class AlikePart:
    """A rectangle.

    Attributes:
        left, top, right, bottom: in shares of the photo's width and height.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def share(self) -> float:
        """Of the photo."""
        return (self.right - self.left) * (self.bottom - self.top)


WHOLE = AlikePart(0.0, 0.0, 1.0, 1.0)


def part_of_photo(
    rows: slice, columns: slice, blocks: tuple[float, float], *, is_mirrored: bool
) -> AlikePart:
    """The rectangle of some rows and columns of blocks.

    Args:
        blocks: as many the photo is wide and high.
        is_mirrored: columns count from the photo's right edge.
    """
    left, right = columns.start / blocks[0], columns.stop / blocks[0]
    if is_mirrored:
        left, right = 1 - right, 1 - left
    return AlikePart(left, rows.start / blocks[1], right, rows.stop / blocks[1])


def alike_part(looked_at: Blocks, alike: Blocks, covered: Blocks) -> tuple[slice, slice]:
    """The rows and columns of blocks in which most is alike and least is not; empty where nothing is.

    The rectangle of the largest sum: all pairs of rows at once, and along the columns the running sum of
    J. Bentley, "Programming Pearls: Algorithm Design Techniques", Communications of the ACM 27(9), 1984.
    """
    worth = np.where(alike, 1.0, np.where(covered, _COVERED, np.where(looked_at, _UNLIKE, 0.0)))
    rows, columns = worth.shape
    below = np.vstack([np.zeros((1, columns)), worth.cumsum(axis=0)])
    tops, bottoms = np.triu_indices(rows + 1, 1)
    strips = below[bottoms] - below[tops]
    sums, starts = np.zeros(len(tops)), np.zeros(len(tops), np.int64)
    best, found = 0.0, (slice(0, 0), slice(0, 0))
    for column in range(columns):
        begins = sums <= 0
        starts[begins] = column
        sums = np.where(begins, 0, sums) + strips[:, column]
        place = int(sums.argmax())
        if sums[place] > best:
            best = float(sums[place])
            across = slice(int(starts[place]), column + 1)
            found = (slice(int(tops[place]), int(bottoms[place])), across)
    return found
