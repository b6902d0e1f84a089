"""Repeating patterns as RGB pictures: for cloth, china, paper and label grounds."""

from collections.abc import Callable, Sequence
from math import cos, pi, radians, sin

import numpy as np
from PIL import Image, ImageDraw

from demo_drawing.art.colours import Colour, mix
from demo_drawing.art.motifs import put_motif

Size = tuple[int, int]


def vertical_fade(size: Size, top: Colour, bottom: Colour) -> Image.Image:
    """One colour running into another from top to bottom."""
    ramp = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), ramp)


def stripes(size: Size, colours: Sequence[Colour], width: float, *, upright: bool = False) -> Image.Image:
    """Even bands of the colours in turn, across or upright."""
    image = Image.new("RGB", size, colours[0])
    draw = ImageDraw.Draw(image)
    span = size[0] if upright else size[1]
    for k in range(int(span / width) + 1):
        a, b = k * width, (k + 1) * width - 1
        box = (a, 0, b, size[1]) if upright else (0, a, size[0], b)
        draw.rectangle(box, fill=colours[k % len(colours)])
    return image


def slanted(size: Size, ground: Colour, line: Colour, width: float, gap: float) -> Image.Image:
    """Diagonal bands."""
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    x = -float(size[1])
    while x < size[0]:
        draw.polygon(
            [(x, size[1]), (x + width, size[1]), (x + width + size[1], 0), (x + size[1], 0)], fill=line
        )
        x += width + gap
    return image


def dots(size: Size, ground: Colour, dot: Colour, radius: float, gap: float) -> Image.Image:
    """Polka dots in offset rows."""
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    for row in range(int(size[1] / gap) + 2):
        for column in range(int(size[0] / gap) + 2):
            x, y = (column + 0.5 * (row % 2)) * gap, row * gap
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=dot)
    return image


def gingham(size: Size, ground: Colour, check: Colour, step: float) -> Image.Image:
    """Checked cloth: two crossing bands, darker where they meet."""
    half = stripes(size, [ground, mix(ground, check, 0.5)], step)
    image = stripes(size, [ground, mix(ground, check, 0.5)], step, upright=True)
    # Multiplying the two bands gives the third, darker tone of woven checks.
    product = np.asarray(half, np.float32) * np.asarray(image, np.float32) / np.maximum(np.asarray(ground), 1)
    return Image.fromarray(np.clip(product, 0, 255).astype(np.uint8), "RGB")


def zigzag(size: Size, colours: Sequence[Colour], height: float, period: float) -> Image.Image:
    """Chevron rows."""
    image = Image.new("RGB", size, colours[0])
    draw = ImageDraw.Draw(image)
    rows = int(size[1] / height) + 4
    xs = [k * period / 2 for k in range(int(2 * size[0] / period) + 3)]
    for row in range(-2, rows):
        top = [(x, row * height + (height * 0.9 if k % 2 else 0)) for k, x in enumerate(xs)]
        low = [(x, y + height) for x, y in reversed(top)]
        draw.polygon(top + low, fill=colours[row % len(colours)])
    return image


def waves(size: Size, colours: Sequence[Colour], height: float, period: float) -> Image.Image:
    """Rounded wave rows (seigaiha's simple cousin)."""
    image = Image.new("RGB", size, colours[0])
    draw = ImageDraw.Draw(image)
    xs = range(-4, size[0] + 8, 4)
    for row in range(int(size[1] / height) + 2):
        top = [(float(x), row * height + height * 0.35 * sin(2 * pi * x / period + row)) for x in xs]
        draw.polygon([*top, (size[0] + 8, size[1]), (-4, size[1])], fill=colours[row % len(colours)])
    return image


def argyle(size: Size, ground: Colour, first: Colour, second: Colour, step: float) -> Image.Image:
    """Diamonds in two colours with a fine crossing line."""
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    for row in range(-1, int(size[1] / step) + 2):
        for column in range(-1, int(2 * size[0] / step) + 2):
            x, y = column * step / 2, (row + 0.5 * (column % 2)) * step
            diamond = [(x, y - step / 2), (x + step / 2, y), (x, y + step / 2), (x - step / 2, y)]
            draw.polygon(diamond, fill=(first, ground, second, ground)[column % 4])
    for offset in range(-int(size[1]) - int(step), size[0] + int(step), max(int(step / 2), 1)):
        draw.line(
            [(offset, 0), (offset + size[1] / 2, size[1])], fill=mix(ground, (255, 255, 255), 0.6), width=2
        )
        draw.line(
            [(offset + size[1] / 2, 0), (offset, size[1])], fill=mix(ground, (255, 255, 255), 0.6), width=2
        )
    return image


def terrazzo(size: Size, ground: Colour, chips: Sequence[Colour], scale: float, seed: int) -> Image.Image:
    """Scattered stone chips."""
    rng = np.random.default_rng(seed)
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    for k in range(int(size[0] * size[1] / (scale * scale) * 0.55)):
        x, y = rng.random() * size[0], rng.random() * size[1]
        r = scale * (0.15 + 0.35 * rng.random())
        start = rng.random() * 360
        chip = [
            (
                x + r * (0.6 + 0.5 * rng.random()) * cos(radians(start + 72 * j)),
                y + r * (0.6 + 0.5 * rng.random()) * sin(radians(start + 72 * j)),
            )
            for j in range(5)
        ]
        draw.polygon(chip, fill=chips[k % len(chips)])
    return image


def rays(size: Size, ground: Colour, ray: Colour, count: int, centre: tuple[float, float]) -> Image.Image:
    """Rays out of one point, as on a poster."""
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    reach = float(sum(size))
    for k in range(count):
        a, b = 2 * pi * k / count, 2 * pi * (k + 0.5) / count
        x, y = centre
        draw.polygon(
            [(x, y), (x + reach * cos(a), y + reach * sin(a)), (x + reach * cos(b), y + reach * sin(b))],
            fill=ray,
        )
    return image


def scattered(size: Size, ground: Colour, name: str, stamp: float, gap: float) -> Image.Image:
    """A drawn motif in offset rows, each turned a little."""
    image = Image.new("RGB", size, ground)
    for row in range(int(size[1] / gap) + 2):
        for column in range(int(size[0] / gap) + 2):
            x, y = (column + 0.5 * (row % 2)) * gap, (row + 0.3) * gap * 0.86
            put_motif(image, name, x, y, stamp, angle=(row * 37 + column * 61) % 5 * 11 - 22)
    return image


def painted(size: Size, ground: Colour, paint: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
    """A plain ground with whatever ``paint`` draws on it."""
    image = Image.new("RGB", size, ground)
    paint(ImageDraw.Draw(image))
    return image


def speckle(
    size: Size, low: Colour, high: Colour, *, grain: tuple[int, int], seed: int, power: float = 1.0
) -> Image.Image:
    """Smooth random mottling between two colours, as on peel; it joins at the left and right edges.

    Args:
        grain: how many random patches across (two at least) and down.
        power: above 1 the first colour wins, below 1 the second.
    """
    rng = np.random.default_rng(seed)
    noise = rng.random((grain[1], grain[0])).astype(np.float32)
    # Two patches repeated on either side make the ends meet.
    noise = np.concatenate([noise[:, -2:], noise, noise[:, :2]], axis=1)
    margin = 2 * size[0] / grain[0]
    wide = Image.fromarray(noise, "F").resize(
        (round(size[0] + 2 * margin), size[1]), Image.Resampling.BICUBIC
    )
    share = np.clip(np.asarray(wide)[:, round(margin) : round(margin) + size[0], None], 0, 1) ** power
    pixels = np.asarray(low, np.float32) * (1 - share) + np.asarray(high, np.float32) * share
    return Image.fromarray(pixels.astype(np.uint8), "RGB")
