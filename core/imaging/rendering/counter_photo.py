"""Synthetic counter photos: what a clerk's phone would take of a product that we have a catalog picture of.

The product is cut out of its light ground, turned, tilted and put on a cluttered ground, partly covered by
a hand, lit badly, photographed slightly out of focus and compressed. Used for the demo shop and to learn
from where a shop has no counter photos of its own. Everything is drawn from the random generator that the
caller passes, so the same seed gives the same picture.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from core.imaging.rendering.cut_out import cut_out
from core.imaging.rendering.grounds import random_ground
from core.imaging.rendering.hand import put_hand
from core.imaging.rendering.perspective import perspective_coefficients


@dataclass(frozen=True, slots=True)
class CounterPhotoSettings:
    """How strong each disturbance is. 0 turns one off, 1 is what phones in shops do, 2 is a bad day.

    Attributes:
        width: of the result, pixels.
        height: of the result, pixels.
        coverage: lowest and highest share of the picture's shorter side that the product's longer side takes.
        rotation: standard deviation of the turn in the picture's plane, degrees.
        perspective: how far the product's corners move apart from a rectangle.
        light: colour temperature, exposure, shadows across the scene.
        clutter: chance and number of other products around.
        hand: chance that a hand covers a part of the product.
        blur: defocus and motion.
        noise: sensor noise.
        jpeg: lowest and highest JPEG quality; 0, 0 leaves compression out.
    """

    width: int = 400
    height: int = 400
    coverage: tuple[float, float] = (0.55, 0.95)
    rotation: float = 9.0
    perspective: float = 1.0
    light: float = 1.0
    clutter: float = 1.0
    hand: float = 0.35
    blur: float = 1.0
    noise: float = 1.0
    jpeg: tuple[int, int] = (55, 92)


def synthesize(
    product: Image.Image,
    *,
    rng: np.random.Generator,
    settings: CounterPhotoSettings | None = None,
    distractors: Sequence[Image.Image] = (),
) -> Image.Image:
    """One counter photo of ``product``.

    Args:
        product: a catalog picture (RGB), or what :func:`core.imaging.rendering.cut_out.cut_out` made of it
            (RGBA), which is quicker when many photos are made of one product.
        rng: the only source of chance.
        settings: strengths and size; the defaults if None.
        distractors: other products, as for ``product``, that may stand around it.

    Returns:
        RGB, ``settings.width`` × ``settings.height``.
    """
    wanted = settings or CounterPhotoSettings()
    size = (wanted.width, wanted.height)
    scene = random_ground(rng, size)
    if distractors and wanted.clutter > 0:
        _put_clutter(scene, distractors, rng, wanted)
    corners = _put_product(scene, product, rng, wanted)
    if rng.random() < wanted.hand:
        put_hand(scene, corners, rng)
    scene = _light(scene, rng, wanted.light)
    scene = _unsharpen(scene, rng, wanted.blur)
    scene = _sensor(scene, rng, wanted.noise)
    low, high = wanted.jpeg
    if high > 0:
        scene = _compress(scene, int(rng.integers(low, high + 1)))
    return scene


def _placed(
    cut: Image.Image,
    centre: tuple[float, float],
    longest: float,
    angle: float,
    strength: float,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """Where the four corners of ``cut`` go: (4, 2), from the top left on, clockwise."""
    scale = longest / max(cut.size)
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float64) * np.array(cut.size) / 2 * scale
    # Foreshortening: one axis shrinks, and the side that is further away is shorter.
    half *= 1 - 0.10 * strength * rng.random(2)
    keystone = rng.normal(0, 0.055 * strength, 2)
    half *= 1 + half[:, ::-1] / longest * keystone * 2
    half += rng.normal(0, 0.012 * strength * longest, (4, 2))
    turn = np.radians(angle)
    spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return np.asarray(half @ spin + np.array(centre))


def _warp_onto(scene: Image.Image, cut: Image.Image, corners: NDArray[np.float64], shadow: float) -> None:
    """Paint ``cut`` (RGBA) on the four corners, over its soft shadow."""
    margin = 0.12 * float(np.ptp(corners, axis=0).max())
    left, top = np.floor(corners.min(axis=0) - margin).astype(int)
    right, bottom = np.ceil(corners.max(axis=0) + margin).astype(int)
    size = (int(right - left), int(bottom - top))
    local = corners - np.array([left, top])
    shrink = max(cut.size) / max(float(np.ptp(corners, axis=0).max()), 1.0)
    if shrink > 1.7:
        # The warp samples single pixels: reduce first, or fine lettering turns into sparks.
        cut = cut.reduce(round(shrink))
    coefficients = perspective_coefficients(local, cut.size)
    warped = cut.transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR)
    if shadow > 0:
        quarter = (max(size[0] // 4, 1), max(size[1] // 4, 1))
        dark = warped.getchannel("A").resize(quarter, Image.Resampling.BOX)
        dark = dark.filter(ImageFilter.GaussianBlur(max(margin / 14, 0.6)))
        dark = dark.point(lambda value: round(value * shadow)).resize(size, Image.Resampling.BILINEAR)
        scene.paste((18, 15, 14), (int(left + margin * 0.18), int(top + margin * 0.30)), dark)
    scene.paste(warped, (int(left), int(top)), warped)


def _put_product(
    scene: Image.Image, product: Image.Image, rng: np.random.Generator, wanted: CounterPhotoSettings
) -> NDArray[np.float64]:
    shorter = min(scene.size)
    longest = shorter * float(rng.uniform(*wanted.coverage))
    cut = product if product.mode == "RGBA" else cut_out(product, max_side=max(round(longest), 64))
    centre = (
        scene.width / 2 + float(rng.normal(0, 0.05)) * shorter,
        scene.height / 2 + float(rng.normal(0, 0.05)) * shorter,
    )
    corners = _placed(cut, centre, longest, float(rng.normal(0, wanted.rotation)), wanted.perspective, rng)
    _warp_onto(scene, cut, corners, shadow=float(rng.uniform(0.25, 0.6)))
    return corners


def _put_clutter(
    scene: Image.Image,
    distractors: Sequence[Image.Image],
    rng: np.random.Generator,
    wanted: CounterPhotoSettings,
) -> None:
    """Other products at the sides, out of focus."""
    shorter = min(scene.size)
    for _ in range(int(rng.poisson(1.4 * wanted.clutter))):
        other = distractors[int(rng.integers(len(distractors)))]
        longest = shorter * float(rng.uniform(0.4, 0.8))
        cut = other if other.mode == "RGBA" else cut_out(other, max_side=max(round(longest), 64))
        side = -1 if rng.random() < 0.5 else 1
        centre = (
            scene.width * (0.5 + side * float(rng.uniform(0.36, 0.52))),
            scene.height * float(rng.uniform(0.25, 0.75)),
        )
        corners = _placed(cut, centre, longest, float(rng.normal(0, 14)), wanted.perspective, rng)
        _warp_onto(scene, cut, corners, shadow=0.35)
    softness = float(rng.uniform(0.002, 0.007)) * shorter
    scene.paste(scene.filter(ImageFilter.BoxBlur(softness)))


def _light(scene: Image.Image, rng: np.random.Generator, strength: float) -> Image.Image:
    """Colour temperature, exposure, a gradient across the scene and a soft reflection."""
    if strength <= 0:
        return scene
    warmth = float(rng.normal(0, 0.06)) * strength
    tint = float(rng.normal(0, 0.02)) * strength
    exposure = float(np.exp(rng.normal(-0.04, 0.15 * strength)))
    field = np.ones((6, 6), np.float32)
    y, x = np.mgrid[-1:1:6j, -1:1:6j]
    angle = float(rng.uniform(0, 2 * np.pi))
    field += (x * np.cos(angle) + y * np.sin(angle)) * float(rng.uniform(0, 0.2)) * strength
    field += rng.normal(0, 0.03 * strength, (6, 6))
    gains = np.array([1 + warmth, 1 + tint, 1 - warmth]) * exposure
    # 128 stands for a factor of 1, so that light can be added as well as taken.
    maps = [
        Image.fromarray(np.clip(field * gain * 128, 0, 255).astype(np.uint8), "L").resize(
            scene.size, Image.Resampling.BILINEAR
        )
        for gain in gains
    ]
    doubled = ImageChops.multiply(scene, Image.merge("RGB", maps))
    lit = ImageChops.add(doubled, doubled)
    contrast = 1 + float(rng.normal(0, 0.08)) * strength
    lift = float(rng.uniform(0, 10)) * strength
    lit = lit.point(lambda value: round(min(max((value - 118) * contrast + 118 + lift, 0), 255)))
    if rng.random() < 0.3 * strength:
        glare = Image.new("L", (32, 32))
        gx, gy, r = (float(value) for value in rng.uniform([4, 4, 2], [28, 28, 7]))
        ImageDraw.Draw(glare).ellipse(
            (gx - r, gy - r * 0.6, gx + r, gy + r * 0.6), fill=int(rng.integers(60, 150))
        )
        glare = glare.filter(ImageFilter.GaussianBlur(2)).resize(scene.size, Image.Resampling.BICUBIC)
        lit.paste((255, 252, 246), (0, 0), glare)
    return lit


def _unsharpen(scene: Image.Image, rng: np.random.Generator, strength: float) -> Image.Image:
    """Defocus, and now and then the trace of a moving hand."""
    if strength <= 0:
        return scene
    unit = min(scene.size) / 400
    radius = abs(float(rng.normal(0, 0.55))) * strength * unit
    if radius > 0.25:
        scene = scene.filter(ImageFilter.GaussianBlur(radius))
    if rng.random() < 0.3 * strength:
        length = float(rng.uniform(1.5, 5)) * strength * unit
        angle = float(rng.uniform(0, np.pi))
        mean = scene
        for step in range(1, 4):
            shift = length * step / 3
            moved = scene.copy()
            moved.paste(scene, (round(shift * np.cos(angle)), round(shift * np.sin(angle))))
            mean = Image.blend(mean, moved, 1 / (step + 1))
        scene = mean
    return scene


def _sensor(scene: Image.Image, rng: np.random.Generator, strength: float) -> Image.Image:
    """Noise of a small sensor: mostly brightness, some colour in larger grains."""
    sigma = float(rng.uniform(1.0, 7.0)) * strength
    if sigma < 0.5:
        return scene
    pixels = np.asarray(scene, np.int16)
    rows, columns = min(pixels.shape[0], 320), min(pixels.shape[1], 320)
    grey = rng.standard_normal((rows, columns, 1), np.float32)
    grains = rng.standard_normal((rows // 2 + 1, columns // 2 + 1, 3), np.float32)
    tinted = grains.repeat(2, axis=0).repeat(2, axis=1)[:rows, :columns]
    # One patch of noise repeated: nobody sees the seams, and large pictures take a quarter of the time.
    patch = np.rint((grey + 0.45 * tinted) * sigma).astype(np.int16)
    tiles = (-(-pixels.shape[0] // rows), -(-pixels.shape[1] // columns), 1)
    noise = np.tile(patch, tiles)[: pixels.shape[0], : pixels.shape[1]]
    return Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8), "RGB")


def _compress(scene: Image.Image, quality: int) -> Image.Image:
    """The picture after a trip through JPEG."""
    buffer = io.BytesIO()
    scene.save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("RGB")
