"""Cluttered grounds for synthetic counter photos: wood, stone, cloth, shelves, cardboard."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageDraw, ImageFilter

Floats = NDArray[np.float32]
Size = tuple[int, int]


def _noise(rng: np.random.Generator, size: Size, across: int, down: int) -> Floats:
    """Smooth noise, about -1 to 1, (height, width), with so many patches across and down."""
    patches = rng.uniform(-1, 1, (max(down, 2), max(across, 2))).astype(np.float32)
    return np.asarray(Image.fromarray(patches, "F").resize(size, Image.Resampling.BICUBIC))


def _tinted(share: NDArray[np.floating], dark: ArrayLike, light: ArrayLike) -> Image.Image:
    """Two colours mixed by ``share`` (0 dark to 1 light)."""
    low, high = np.asarray(dark, np.float32), np.asarray(light, np.float32)
    pixels = low + (high - low) * np.clip(share, 0, 1)[:, :, None]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGB")


def _muted(rng: np.random.Generator, low: float, high: float, spread: float) -> NDArray[np.float64]:
    """A colour at most ``spread`` away from grey: shops are less colourful than chance."""
    return np.clip(rng.uniform(low, high) + rng.uniform(-spread, spread, 3), 8, 250)


def wood(rng: np.random.Generator, size: Size) -> Image.Image:
    """Boards with a grain."""
    width, height = size
    grain = _noise(rng, size, 4, height // 3) * 0.5 + _noise(rng, size, 3, height // 12) * 0.5
    dark = np.array([92, 60, 34]) + rng.uniform(-25, 70)
    image = _tinted(0.5 + 0.5 * grain, dark, dark + rng.uniform(35, 75) * np.array([1, 0.85, 0.65]))
    pen, board = ImageDraw.Draw(image), float(rng.uniform(0.18, 0.5)) * height
    y = float(rng.uniform(0, board))
    seam = tuple(int(c * 0.55) for c in dark)
    while y < height:
        pen.line([(0, y), (width, y + float(rng.uniform(-3, 3)))], fill=seam, width=max(height // 160, 1))
        y += board
    return image


def marble(rng: np.random.Generator, size: Size) -> Image.Image:
    """Stone with veins; also granite and speckled worktops."""
    field = _noise(rng, size, 4, 3) + 0.5 * _noise(rng, size, 9, 7) + 0.25 * _noise(rng, size, 22, 16)
    veins = np.exp(-np.abs(np.sin(field * rng.uniform(1.2, 2.6))) * 9)
    clouds = 0.5 + 0.5 * field
    light = _muted(rng, 110, 240, 10)
    speck = _noise(rng, size, size[0] // 4, size[1] // 4) * rng.uniform(0, 0.25)
    return _tinted(0.78 + 0.22 * clouds - rng.uniform(0.3, 0.8) * veins + speck, light * 0.6, light)


def cloth(rng: np.random.Generator, size: Size) -> Image.Image:
    """Woven cloth with folds; striped, checked or plain."""
    base = _muted(rng, 70, 225, 45)
    folds = 0.72 + 0.18 * _noise(rng, size, 5, 4)
    y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    period = float(rng.uniform(14, 60))
    kind = int(rng.integers(3))
    if kind == 0:
        share = folds
    elif kind == 1:
        share = folds * (0.72 + 0.28 * (np.sin(2 * np.pi * x / period) > 0))
    else:
        checks = (np.sin(2 * np.pi * x / period) > 0).astype(np.float32) + (
            np.sin(2 * np.pi * y / period) > 0
        )
        share = folds * (0.6 + 0.2 * checks)
    return _tinted(share, base * 0.25, np.minimum(base * 1.15, 255))


def counter(rng: np.random.Generator, size: Size) -> Image.Image:
    """A plain counter meeting a wall."""
    ground = _muted(rng, 70, 235, 14)
    wall = _muted(rng, 60, 245, 24)
    share = 0.85 + 0.12 * _noise(rng, size, 3, 3)
    image = _tinted(share, ground * 0.3, ground)
    horizon = int(size[1] * rng.uniform(0.1, 0.55))
    image.paste(
        _tinted(0.85 + 0.15 * _noise(rng, size, 3, 3), wall * 0.3, wall).crop((0, 0, size[0], horizon))
    )
    return image.filter(ImageFilter.GaussianBlur(1.5))


def cardboard(rng: np.random.Generator, size: Size) -> Image.Image:
    """Brown board with flutes and flaps."""
    flutes = 0.06 * np.sin(np.arange(size[0], dtype=np.float32) * rng.uniform(0.25, 0.8))[None, :]
    share = 0.75 + 0.12 * _noise(rng, size, 6, 5) + flutes
    image = _tinted(share, [84, 60, 38], np.array([214, 172, 124]) * rng.uniform(0.8, 1.08))
    pen = ImageDraw.Draw(image)
    x = float(rng.uniform(0.1, 0.9)) * size[0]
    pen.line(
        [(x, 0), (x + float(rng.uniform(-40, 40)), size[1])], fill=(92, 68, 44), width=max(size[0] // 110, 1)
    )
    return image


def shelf(rng: np.random.Generator, size: Size) -> Image.Image:
    """A shelf full of blurred, coloured packages with a price rail."""
    width, height = size
    image = Image.new("RGB", size, tuple(int(c) for c in _muted(rng, 30, 110, 10)))
    pen = ImageDraw.Draw(image)
    rows = int(rng.integers(2, 4))
    for row in range(rows):
        floor = height * (row + 1) / rows
        x = -float(rng.uniform(0, 0.1)) * width
        while x < width:
            w = float(rng.uniform(0.05, 0.16)) * width
            top = floor - height / rows * float(rng.uniform(0.5, 0.92))
            body = tuple(int(c) for c in _muted(rng, 45, 215, 55))
            pen.rectangle((x, top, x + w, floor), fill=body)
            band = tuple(int(c) for c in _muted(rng, 90, 240, 40))
            middle = top + (floor - top) * float(rng.uniform(0.2, 0.6))
            pen.rectangle((x, middle, x + w, middle + (floor - top) * 0.2), fill=band)
            x += w * float(rng.uniform(1.02, 1.2))
        rail = height * 0.045
        pen.rectangle((0, floor - rail, width, floor), fill=(214, 214, 210))
        for k in range(6):
            tag = (k + 0.3) * width / 6
            pen.rectangle(
                (tag, floor - rail * 0.9, tag + width / 14, floor - rail * 0.1), fill=(250, 246, 220)
            )
    return image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.8, 3.0))))


GROUNDS: tuple[Callable[[np.random.Generator, Size], Image.Image], ...] = (
    wood, marble, cloth, counter, cardboard, shelf, shelf, wood,
)  # fmt: skip
"""What counter photos stand on; shelves and wood are the most common in shops."""


def random_ground(rng: np.random.Generator, size: Size) -> Image.Image:
    """One of the grounds, RGB, drawn small and enlarged: the camera is focused on the product."""
    small = (max(size[0] // 2, 16), max(size[1] // 2, 16))
    if max(small) > 480:
        small = (small[0] * 480 // max(small), small[1] * 480 // max(small))
    return GROUNDS[int(rng.integers(len(GROUNDS)))](rng, small).resize(size, Image.Resampling.BICUBIC)
