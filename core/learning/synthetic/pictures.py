"""Counter photos made of a catalog picture: single pieces in a hand, heaps, rows on shelves, by turns."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.rendering.counter_photo import CounterPhotoSettings, synthesize
from core.imaging.rendering.cut_out import cut_out
from core.learning.synthetic.arrangements import heap, rows

CODE_VERSION = 1
"""Raised by hand when the pictures are made in another way."""

MOST_PHOTOS = 1600
"""Synthetic photos in all: each takes the network some 20 ms, and a quick lesson is to take a minute."""

MOST_A_PRODUCT = 18
LEAST_A_PRODUCT = 6

_SIDE = 320  # pixels: little more than the network's input
_DISTRACTORS = 24
_ONE = CounterPhotoSettings(width=_SIDE, height=_SIDE, coverage=(0.45, 1.0), rotation=18, hand=0.5)
_MANY = CounterPhotoSettings(width=_SIDE, height=_SIDE, coverage=(1.0, 1.6), rotation=8, hand=0, clutter=0.5)


def how_many(products: int) -> int:
    """Synthetic photos of each of so many products."""
    return int(np.clip(MOST_PHOTOS // max(1, products), LEAST_A_PRODUCT, MOST_A_PRODUCT))


def distractors(catalog_photos: Sequence[Path]) -> list[Image.Image]:
    """Cut-outs of some other products, to stand around; from the first photos given."""
    return [cut for path in catalog_photos[:_DISTRACTORS] if (cut := _cut(path)) is not None]


def synthetic_pictures(
    catalog_photo: Path, stamp: int, count: int, around: Sequence[Image.Image]
) -> Iterator[Image.Image]:
    """``count`` pictures of a product; none if its photo cannot be opened.

    Args:
        stamp: decides what they look like; the same pictures for the same stamp and ``around``.
    """
    piece = _cut(catalog_photo)
    if piece is None:
        return
    rng = np.random.default_rng(stamp)
    for number in range(count):
        arrange = (None, heap, rows)[number % 3]
        if arrange is None:
            yield synthesize(piece, rng=rng, settings=_ONE, distractors=around)
        else:
            yield synthesize(arrange(piece, rng), rng=rng, settings=_MANY, distractors=around)


def _cut(path: Path) -> Image.Image | None:
    try:
        return cut_out(decode_file(path, max_side=2 * _SIDE), max_side=_SIDE)
    except KnownError:  # `check` names the damaged files; a lesson does without them
        return None
