"""Whether a picture and a photo that lie on one another are the same light, not only the same thing.

Two photos of one package agree in its print; a copy agrees in everything that was not painted over: in the
background, the shadows and the glare too. So the picture is brought onto the photo, both are cut into small
blocks, and in each block that has structure the two are correlated, whatever their brightness and contrast.

What the limits are worth was measured on photos of the same packages, which are no copies
(docs/decisions/0040-copies.md).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.copies.alignment import Alignment
from core.copies.alike_part import WHOLE, AlikePart, alike_part, part_of_photo
from core.copies.brought import Brought, Plane, in_blocks

_BLOCK = 16
"""Pixels of a photo of 480."""
_LEAST_STRUCTURE = 4.0
"""Deviation of greys, 0 to 255, below which a block is plain and says nothing."""
_ALIKE, _VERY_ALIKE = 0.7, 0.85
"""Correlations of a block."""
_BLUR = 1.5
_LEAST_SIDE = 48

_EXCUSED = 0.7
"""Of a block that is plain in the picture where the photo has structure: something may have been laid over.
Whoever takes another photo of the same thing has other structure there, seldom none."""


@dataclass(frozen=True, slots=True, eq=False)
class SamePixels:
    """What the blocks say, of a photo or of a part of it.

    Attributes:
        blocks: how many have structure in the photo and lie in both.
        alike, very_alike: shares of those that correlate; what is covered hardly counts.
        covered: share that is plain in the picture.
        photo_share, picture_share: how much of each lies in the other.
        lighter: how much lighter the picture is than the photo where they are alike, -255 to 255.
        part: of which part of the photo this is.
        within: the same of the rectangle in which most is alike; None of such a part itself.
        elsewhere: share of the blocks beside such a part that are alike.
    """

    blocks: int
    alike: float
    very_alike: float
    covered: float
    photo_share: float
    picture_share: float
    lighter: float
    part: AlikePart = WHOLE
    within: "SamePixels | None" = None
    elsewhere: float = 0.0

    @property
    def changed(self) -> float:
        """Share that is not alike, what is covered with it."""
        return 1 - self.alike * (1 - _EXCUSED * self.covered)


def same_pixels(picture: Image.Image, photo: Image.Image, alignment: Alignment) -> SamePixels:
    """Compare two pictures in greys, both in the size in which their points were found.

    Raises:
        LinAlgError: the points lie on one line.
    """
    brought = Brought(picture, photo, alignment, _LEAST_SIDE, 0.0, _BLUR)
    theirs, inside = brought.theirs(brought.to_size @ brought.to_photo)
    blocks = _compared(theirs, brought.ours, inside)
    photo_share, of_picture = float((inside > 0).mean()), brought.picture_share
    rows, columns = alike_part(blocks.looked_at, blocks.alike, blocks.covered)
    across, down = (side / _BLOCK for side in brought.size)
    part = part_of_photo(rows, columns, (across, down), is_mirrored=alignment.variant.is_mirrored)
    inner = blocks.of(rows, columns)
    beside = max(1, int(blocks.looked_at.sum() - inner.looked_at.sum()))
    elsewhere = float(blocks.alike.sum() - inner.alike.sum()) / beside
    within = replace(_told(inner, part.share, part.share * of_picture, part), elsewhere=elsewhere)
    return replace(_told(blocks, photo_share, photo_share * of_picture, WHOLE), within=within)


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """What each block of the photo says, (rows, columns), and how much lighter the picture is there."""

    looked_at: NDArray[np.bool_]
    alike: NDArray[np.bool_]
    very_alike: NDArray[np.bool_]
    covered: NDArray[np.bool_]
    lighter: NDArray[np.float32]

    def of(self, rows: slice, columns: slice) -> "_Compared":
        """Of some of them."""
        return _Compared(
            self.looked_at[rows, columns],
            self.alike[rows, columns],
            self.very_alike[rows, columns],
            self.covered[rows, columns],
            self.lighter[rows, columns],
        )


def _compared(theirs: Plane, ours: Plane, inside: Plane) -> _Compared:
    a, b, lies_in = (in_blocks(plane, _BLOCK) for plane in (theirs, ours, inside))
    mean_a, mean_b = a.mean(axis=-1), b.mean(axis=-1)
    a, b = a - mean_a[..., None], b - mean_b[..., None]
    structure, their_structure = b.std(axis=-1), a.std(axis=-1)
    correlation = (a * b).mean(axis=-1) / np.maximum(structure * their_structure, 1e-6)
    looked_at = (lies_in.min(axis=-1, initial=255) > 0) & (structure > _LEAST_STRUCTURE)
    return _Compared(
        looked_at,
        looked_at & (correlation > _ALIKE),
        looked_at & (correlation > _VERY_ALIKE),
        looked_at & (their_structure < _LEAST_STRUCTURE),
        mean_a - mean_b,
    )


def _told(compared: _Compared, photo_share: float, picture_share: float, part: AlikePart) -> SamePixels:
    blocks, covered = int(compared.looked_at.sum()), int(compared.covered.sum())
    counted = max(1.0, blocks - _EXCUSED * covered)
    return SamePixels(
        blocks,
        min(1.0, float(compared.alike.sum()) / counted),
        min(1.0, float(compared.very_alike.sum()) / counted),
        covered / max(1, blocks),
        photo_share,
        min(1.0, picture_share),
        float(compared.lighter[compared.alike].mean()) if compared.alike.any() else 0.0,
        part,
    )
