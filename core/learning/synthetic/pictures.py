"""Counter photos made of a catalog picture: rows of it on shelves.

A customer's photo seldom shows one piece alone. Rows of copies are a cut-out like the piece itself, so that
:func:`core.imaging.rendering.counter_photo.synthesize` can put them into a scene. Single pieces and heaps
were drawn as well; on a real shop's photos lessons are better without them
(docs/decisions/0021-lesson-from-catalog-photos.md).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance

from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.rendering.counter_photo import CounterPhotoSettings, synthesize
from core.imaging.rendering.cut_out import cut_out

CODE_VERSION = 2
"""Raised by hand when the pictures are made in another way."""

MOST_PHOTOS = 960
"""Synthetic photos in all: drawing one and showing it to the network takes some 50 ms of a core, and a quick
lesson is to take a minute at most, also beside other work."""

MOST_A_PRODUCT = 9
LEAST_A_PRODUCT = 4

_SIDE = 320  # pixels: little more than the network's input
_ARRANGED = 360  # pixels of the rows, before the scene scales them
_DISTRACTORS = 24
_SCENE = CounterPhotoSettings(width=_SIDE, height=_SIDE, coverage=(1.0, 1.6), rotation=8, hand=0, clutter=0.5)


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
    for _ in range(count):
        yield synthesize(_rows(piece, rng), rng=rng, settings=_SCENE, distractors=around)


def _cut(path: Path) -> Image.Image | None:
    try:
        return cut_out(decode_file(path, max_side=2 * _SIDE), max_side=_SIDE)
    except KnownError:  # `check` names the damaged files; a lesson does without them
        return None


def _rows(piece: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Copies of ``piece`` (RGBA) side by side, on one to three shelves; RGBA, square."""
    shelves = int(rng.integers(1, 4))
    height = _ARRANGED / shelves
    scene = Image.new("RGBA", (_ARRANGED, _ARRANGED))
    for shelf in range(shelves):
        size = height * float(rng.uniform(0.8, 1.0))
        x = -size * float(rng.uniform(0, 0.4))
        while x < _ARRANGED:
            copy = _copy(piece, size, float(rng.normal(0, 3)), rng)
            scene.paste(copy, (round(x), round((shelf + 1) * height - copy.height)), copy)
            x += copy.width * float(rng.uniform(0.9, 1.1))
    return scene


def _copy(piece: Image.Image, longest: float, angle: float, rng: np.random.Generator) -> Image.Image:
    scale = longest / max(piece.size) * float(rng.uniform(0.9, 1.1))
    size = (max(4, round(piece.width * scale)), max(4, round(piece.height * scale)))
    small = piece.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    lit = ImageEnhance.Brightness(small).enhance(float(rng.uniform(0.75, 1.12)))  # keeps the alpha channel
    return lit.rotate(angle, Image.Resampling.BILINEAR, expand=True)
