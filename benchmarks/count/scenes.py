"""Pictures with several products, made of single ones; it is known what is where.

Two kinds: goods thrown on a cluttered ground, which may cover one another, and shelves with rows of goods,
the same one often several times side by side. Everything is drawn from the generator that is passed.
"""

import io
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from benchmarks.count.goods import Goods
from core.imaging.rendering.grounds import random_ground
from core.imaging.rendering.perspective import perspective_coefficients

SIZES = (0.17, 0.23, 0.31, 0.42)
"""Of a product's longer side, in shares of the scene's shorter one."""
_SCENE_SIZES = ((1200, 900), (1600, 1200), (900, 1200))
_UNKNOWN = 0.15
_MOST_COVERED = 0.25
"""Of the smaller of two products, by the other; two that cover more are put elsewhere."""
_TRIES = 60

Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Truth:
    """One piece: which product it is (None: the shop does not have it) and its box, in pixels."""

    sku: str | None
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture and what is in it."""

    kind: str
    picture: Image.Image
    truths: tuple[Truth, ...]


def thrown_scene(
    goods: Goods,
    count: int,
    rng: np.random.Generator,
    sizes: tuple[float, ...] = SIZES,
    *,
    plain: bool = False,
) -> Scene:
    """``count`` products on a ground, at any place and size; many only at the smaller sizes.

    Args:
        plain: as if drawn: one colour below, no shadows, and no camera's faults.
    """
    size = _SCENE_SIZES[int(rng.integers(len(_SCENE_SIZES)))]
    picture = Image.new("RGB", size, _even_colour(rng)) if plain else random_ground(rng, size)
    shorter = min(size)
    largest = len(sizes) if count <= 5 else len(sizes) - 1
    truths: list[Truth] = []
    for _ in range(count):
        sku, good = _drawn(goods, rng)
        for _attempt in range(_TRIES):
            longest = shorter * sizes[int(rng.integers(largest))] * float(rng.uniform(0.92, 1.08))
            centre = rng.uniform([longest * 0.52] * 2, np.array(size) - longest * 0.52)
            angle = float(rng.normal(0, 7))
            corners = _corners(good.size, centre, longest, angle, rng)
            box = _box(corners)
            if all(_covered(box, other.box) <= _MOST_COVERED for other in truths):
                truths.append(Truth(sku, _paint(picture, good, corners, rng, shadow=not plain)))
                break
    return Scene("thrown", picture if plain else _photographed(picture, rng), tuple(truths))


def shelf_scene(goods: Goods, count: int, rng: np.random.Generator) -> Scene:
    """``count`` products in rows, some of them several times side by side."""
    size = _SCENE_SIZES[int(rng.integers(2))]
    rows = 1 if count <= 3 else 2 if count <= 8 else 3
    picture, boards = _shelf(size, rows, rng)
    truths: list[Truth] = []
    shares = np.diff([round(x) for x in np.linspace(0, count, rows + 1)]).tolist()
    for share, (top, bottom) in zip(shares, boards, strict=True):
        high = (bottom - top) * float(rng.uniform(0.62, 0.9))
        pieces: list[tuple[str | None, Image.Image]] = []
        while len(pieces) < share:
            good = _drawn(goods, rng)
            pieces += [good] * int(rng.integers(1, 4))
        pieces = pieces[:share]
        gap = float(rng.uniform(0.01, 0.08)) * high
        widths = [piece.width * high / piece.height for _sku, piece in pieces]
        room = size[0] * 0.94 - gap * (share - 1)
        high *= min(1.0, room / sum(widths))
        left = float(rng.uniform(0.02, 1)) * max(
            size[0] * 0.96 - sum(widths) * min(1.0, room / sum(widths)), 0
        )
        left = max(size[0] * 0.02, min(left, size[0] * 0.25))
        for sku, piece in pieces:
            tall = high * float(rng.uniform(0.97, 1.03))
            wide = piece.width * tall / piece.height
            if left + wide > size[0] * 0.99:
                break
            square = np.array(
                [[left, bottom - tall], [left + wide, bottom - tall], [left + wide, bottom], [left, bottom]]
            )
            corners = square + rng.normal(0, 0.008 * tall, (4, 2))
            truths.append(Truth(sku, _paint(picture, piece, corners, rng)))
            left += wide + gap
    return Scene("shelf", _photographed(picture, rng), tuple(truths))


def _even_colour(rng: np.random.Generator) -> tuple[int, int, int]:
    """White or nearly so, or any muted colour."""
    light = rng.uniform(238, 256, 1).repeat(3) if rng.random() < 0.4 else rng.uniform(40, 235, 3)
    red, green, blue = (int(value) for value in (light + light.mean()) / 2)
    return red, green, blue


def _drawn(goods: Goods, rng: np.random.Generator) -> tuple[str | None, Image.Image]:
    """A product, or now and then one that the shop does not have, cut as a camera may have."""
    sku: str | None = None
    if goods.unknown and (not goods.pictures or rng.random() < _UNKNOWN):
        good = goods.unknown[int(rng.integers(len(goods.unknown)))]
    else:
        skus = sorted(goods.pictures)
        sku = skus[int(rng.integers(len(skus)))]
        own = goods.pictures[sku]
        good = own[int(rng.integers(len(own)))]
    if goods.are_cut:
        return sku, good
    good = good.convert("RGBA")
    if rng.random() < 0.3:  # as if it were cut out along a rounded outline
        mask = Image.new("L", good.size)
        ImageDraw.Draw(mask).rounded_rectangle(
            (0, 0, good.width - 1, good.height - 1), min(good.size) * float(rng.uniform(0.15, 0.5)), fill=255
        )
        good.putalpha(mask.filter(ImageFilter.GaussianBlur(2)))
    return sku, good


def _corners(
    size: tuple[int, int], centre: Places, longest: float, angle: float, rng: np.random.Generator
) -> Places:
    half = (
        np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float64) * np.array(size) / 2 * longest / max(size)
    )
    half *= 1 - 0.06 * rng.random(2)
    half += rng.normal(0, 0.012 * longest, (4, 2))
    turn = np.radians(angle)
    spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return np.asarray(half @ spin + centre)


def _paint(
    picture: Image.Image, good: Image.Image, corners: Places, rng: np.random.Generator, *, shadow: bool = True
) -> tuple[float, float, float, float]:
    """Paint a product on its corners, over its shadow; the box of what shows of it."""
    left, top, right, bottom = (round(x) for x in _box(corners))
    margin = round(0.05 * (right - left)) + 2
    place = (left - margin, top - margin)
    size = (right - left + 2 * margin, bottom - top + 2 * margin)
    shrink = max(good.size) / max(size)
    if shrink > 1.7:
        good = good.reduce(round(shrink))
    warped = good.transform(
        size,
        Image.Transform.PERSPECTIVE,
        perspective_coefficients(corners - np.array(place), good.size),
        Image.Resampling.BICUBIC,
    )
    mask = warped.getchannel("A")
    dark = ImageChops.offset(mask, margin // 3, margin // 2).filter(ImageFilter.GaussianBlur(margin / 4))
    strength = float(rng.uniform(0, 0.55)) if shadow else 0.0
    picture.paste((18, 15, 14), place, dark.point(lambda value: round(value * strength)))
    picture.paste(warped, place, warped)
    seen = mask.point(lambda value: 255 if value > 60 else 0).getbbox() or (0, 0, *size)
    inside = np.array(
        [seen[0] + place[0], seen[1] + place[1], seen[2] + place[0], seen[3] + place[1]], np.float64
    )
    inside = np.clip(inside, 0, [*picture.size, *picture.size])
    return (float(inside[0]), float(inside[1]), float(inside[2]), float(inside[3]))


def _shelf(
    size: tuple[int, int], rows: int, rng: np.random.Generator
) -> tuple[Image.Image, list[tuple[float, float]]]:
    """A back wall with boards; where each row stands: top and bottom."""
    width, height = size
    wall = rng.uniform(60, 230) + rng.uniform(-14, 14, 3)
    shade = np.linspace(1.05, 0.85, height)[:, None, None] * np.clip(wall, 20, 245)[None, None]
    picture = Image.fromarray(
        np.broadcast_to(np.clip(shade, 0, 255), (height, width, 3)).astype(np.uint8).copy(), "RGB"
    )
    pen = ImageDraw.Draw(picture)
    board = round(height * float(rng.uniform(0.02, 0.045)))
    ends = np.linspace(0, height, rows + 1)
    colour = tuple(int(x) for x in np.clip(rng.uniform(120, 240) + rng.uniform(-10, 10, 3), 0, 255))
    spots = []
    for top, bottom in pairwise(ends.tolist()):
        pen.rectangle((0, bottom - board, width, bottom), fill=colour)
        for x in range(int(rng.integers(30, 120)), width, int(rng.integers(150, 320))):
            if board > 18:
                pen.rectangle(
                    (x, bottom - board + 3, x + 70, bottom - 4), fill=(250, 250, 246), outline=(90, 90, 90)
                )
                pen.text(
                    (x + 8, bottom - board + 5),
                    f"{rng.integers(1, 40)}.{rng.integers(10, 99)}",
                    fill=(20, 20, 20),
                )
        spots.append((top + 6, bottom - board))
    return picture, spots


def _photographed(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Light, focus, noise of the sensor, and JPEG."""
    gain = float(np.exp(rng.normal(0, 0.1))) * (1 + rng.normal(0, 0.03, 3))
    slope = 1 + float(rng.uniform(-0.12, 0.12)) * np.linspace(-1, 1, picture.width)[None, :, None]
    pixels = np.asarray(picture.filter(ImageFilter.GaussianBlur(abs(float(rng.normal(0, 0.5))))), np.float32)
    pixels = pixels * gain.astype(np.float32) * slope.astype(np.float32)
    pixels += rng.standard_normal(pixels.shape, np.float32) * float(rng.uniform(0.5, 5))
    content = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGB").save(
        content, "JPEG", quality=int(rng.integers(70, 94))
    )
    return Image.open(io.BytesIO(content.getvalue())).convert("RGB")


def _box(corners: Places) -> tuple[float, float, float, float]:
    left, top = corners.min(axis=0).tolist()
    right, bottom = corners.max(axis=0).tolist()
    return left, top, right, bottom


def _covered(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    """How much of the smaller box the other covers."""
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    if wide <= 0 or high <= 0:
        return 0.0
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (first, second)]
    return wide * high / min(areas)
