"""How a product stands in a shop: one piece, a heap, rows on a shelf.

A customer's photo seldom shows one piece alone. A heap or a row of copies is a cut-out like the piece
itself, so that :func:`core.imaging.rendering.counter_photo.synthesize` can put it into a scene.
"""

import numpy as np
from PIL import Image, ImageEnhance

_SIDE = 360  # pixels of a heap or of rows, before the scene scales it


def heap(piece: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Many copies of ``piece`` (RGBA) in a crate, turned every way or roughly upright; RGBA, square."""
    size = float(rng.uniform(0.18, 0.5)) * _SIDE
    spread = 180.0 if rng.random() < 0.6 else 12.0
    copies = [_copy(piece, size, float(rng.uniform(-spread, spread)), rng) for _ in range(6)]
    places = rng.uniform(-0.02, 1.02, (int(4 * (_SIDE / size) ** 2) + 4, 2)) * _SIDE
    scene = Image.new("RGBA", (_SIDE, _SIDE))
    for x, y in places[np.argsort(places[:, 1])].tolist():
        copy = copies[int(rng.integers(len(copies)))]
        scene.paste(copy, (round(x - copy.width / 2), round(y - copy.height / 2)), copy)
    return scene


def rows(piece: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Copies of ``piece`` (RGBA) side by side, on one to three shelves; RGBA, square."""
    shelves = int(rng.integers(1, 4))
    height = _SIDE / shelves
    scene = Image.new("RGBA", (_SIDE, _SIDE))
    for shelf in range(shelves):
        size = height * float(rng.uniform(0.8, 1.0))
        x = -size * float(rng.uniform(0, 0.4))
        while x < _SIDE:
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
