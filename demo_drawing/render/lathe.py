"""Renders solids of revolution: cans, bottles, jars, mugs, candles, fruit.

The outline is cut into thin rings from the bottom up and every ring is painted over the ones below it,
which is the right order for a viewer who looks slightly down on a solid that stands upright.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from demo_drawing.art.colours import Colour, darker, lighter
from demo_drawing.render.canvas import BASE, CANVAS, soften_edge
from demo_drawing.render.shading import Material, light_up

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the outline with one paint.

    Attributes:
        points: (radius, height above the table) in canvas pixels, from the bottom up.
        paint: one colour, or a picture wrapped once around: its centre column faces the viewer.
        rounds: how many times the corners between the points are cut (Chaikin's curve); 0 keeps them.
    """

    points: Sequence[Point]
    paint: Colour | Image.Image
    material: Material
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Opening:
    """An open top that the viewer can look into: a mug, a pot, a glass candle."""

    radius: float
    height: float
    wall: Colour
    contents: Colour | None = None
    depth: float = 40
    lip: float = 8


def smooth(points: Sequence[Point], rounds: int) -> NDArray[np.float64]:
    """The open polyline with its corners cut ``rounds`` times (Chaikin 1974); the ends stay."""
    line = np.asarray(points, np.float64)
    for _ in range(rounds):
        cut = np.empty((2 * (len(line) - 1), 2))
        cut[0::2] = 0.75 * line[:-1] + 0.25 * line[1:]
        cut[1::2] = 0.25 * line[:-1] + 0.75 * line[1:]
        line = np.vstack([line[:1], cut, line[-1:]])
    return line


def _rings(section: Section) -> tuple[NDArray[np.float32], ...]:
    """Radius, height, position along (0 to 1), the normal's two parts, position per height; one a ring."""
    line = smooth(section.points, section.rounds)
    lengths = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0], np.cumsum(lengths)])
    # Flat lids need finer rings: seen at an angle, their rings lie far apart at the sides.
    steep = np.abs(np.diff(line[:, 1])) >= 0.5 * lengths
    pieces = [np.arange(along[k], along[k + 1], 0.75 if steep[k] else 0.4) for k in range(len(lengths))]
    where = np.concatenate([*pieces, along[-1:]])
    radius = np.interp(where, along, line[:, 0])
    height = np.interp(where, along, line[:, 1])
    slope_r, slope_h = np.gradient(radius, where), np.gradient(height, where)
    size = np.maximum(np.hypot(slope_r, slope_h), 1e-6)
    # How much further along the stretch one pixel of height is; 0 where the surface is nearly flat.
    rise = np.where(slope_h > 0.3 * size, 1 / np.maximum(slope_h, 0.05) / along[-1], 0)
    parts = radius, height, where / along[-1], slope_h / size, -slope_r / size, rise
    return tuple(part.astype(np.float32) for part in parts)


def _look_up(paint: Image.Image, u: NDArray[np.float32], v: NDArray[np.float32]) -> NDArray[np.float32]:
    """Colours (n, 3) of ``paint`` at u (0 to 1 around) and v (0 bottom to 1 top).

    Linear between rows, because lines around a solid cross the rows of the picture at a flat angle, where
    steps show; nearest between columns, where they do not.
    """
    pixels = np.asarray(paint.convert("RGB"))
    row = np.clip((1 - v) * paint.height - 0.5, 0, paint.height - 1)
    upper = row.astype(np.int32)
    share = (row - upper)[:, None].astype(np.float32)
    columns = (u * paint.width).astype(np.int32) % paint.width
    colour = pixels[upper, columns].astype(np.float32)
    colour += (pixels[np.minimum(upper + 1, paint.height - 1), columns] - colour) * share
    return np.asarray(colour)


def turn_on_lathe(
    sections: Sequence[Section],
    *,
    tilt: float = 0.16,
    turn: float = 0.0,
    opening: Opening | None = None,
    lean: float = 0.0,
) -> Image.Image:
    """Render the solid standing on the middle of the table.

    Args:
        sections: from the bottom up.
        tilt: how far the viewer looks down, radians.
        turn: how far the wrapped paint is turned to the right, as a share of a full turn.
        lean: rotation of the finished solid in the picture, degrees.

    Returns:
        RGBA, ``CANVAS`` × ``CANVAS``.
    """
    sin, cos = float(np.sin(tilt)), float(np.cos(tilt))
    rings = [_rings(section) for section in sections]
    radius, height, along, out, up, per_height = (np.concatenate(parts) for parts in zip(*rings, strict=True))
    owner = np.repeat(np.arange(len(sections)), [len(ring[0]) for ring in rings])
    ring_at = np.full(CANVAS * CANVAS, -1, np.int32)
    behind = np.zeros(CANVAS * CANVAS, bool)
    centre = CANVAS // 2
    for start in range(0, len(radius), 256):
        part = slice(start, start + 256)
        reach = int(radius[part].max()) + 1
        across = np.arange(-reach, reach + 1, dtype=np.float32)
        square = radius[part, None] ** 2 - across[None, :] ** 2
        inside = square >= 0
        sag = np.sqrt(np.maximum(square, 0)) * sin
        level = (BASE - height[part] * cos)[:, None]
        number = np.broadcast_to(np.arange(start, start + len(level), dtype=np.int32)[:, None], inside.shape)
        facing_up = (up[part] > 0.05)[:, None]
        # On a flat lid neighbouring rings lie several rows apart at the far left and right: fill between.
        flat = (up[part] > 0.7)[:, None]
        between = inside & flat & (sag < 5) if flat.any() else None
        for sign in (-0.6, -0.3, 0.0, 0.3, 0.6, -1.0, 1.0):
            if abs(sign) == 1:
                seen = inside & facing_up if sign < 0 else inside
            elif between is not None:
                seen = between
            else:
                continue
            rows = np.clip(np.rint(level + sign * sag), 0, CANVAS - 1).astype(np.int32)
            places = (rows * CANVAS + (across + centre).astype(np.int32)[None, :])[seen]
            ring_at[places] = number[seen]
            behind[places] = sign < 0
    covered = np.flatnonzero(ring_at >= 0)
    ring = ring_at[covered]
    sine = np.clip((covered % CANVAS - centre) / np.maximum(radius[ring], 0.5), -1, 1).astype(np.float32)
    cosine = np.sqrt(1 - sine**2) * np.where(behind[covered], -1, 1).astype(np.float32)
    normal = np.stack([out[ring] * sine, up[ring], out[ring] * cosine], axis=1)
    around = (np.arctan2(sine, cosine) / (2 * np.pi) + 0.5 - turn) % 1
    # A ring's row was rounded to a whole pixel; what lies in its middle is a little further up or down.
    sag = radius[ring] * cosine * sin
    missed = (BASE - height[ring] * cos + sag - covered // CANVAS).astype(np.float32)
    position = along[ring] + missed / cos * per_height[ring]
    pixels = np.zeros((CANVAS * CANVAS, 4), np.uint8)
    for index, section in enumerate(sections):
        mine = owner[ring] == index
        if not mine.any():
            continue
        colour: NDArray[np.float32]
        if isinstance(section.paint, Image.Image):
            colour = _look_up(section.paint, around[mine], position[mine])
        else:
            colour = np.broadcast_to(np.asarray(section.paint, np.float32), (int(mine.sum()), 3))
        pixels[covered[mine], :3] = np.clip(light_up(colour, normal[mine], section.material), 0, 255)
    pixels[covered, 3] = 255
    image = Image.fromarray(pixels.reshape(CANVAS, CANVAS, 4), "RGBA")
    if opening is not None:
        _cut_open(image, opening, sin, cos)
    if lean:
        image = image.rotate(lean, Image.Resampling.BILINEAR, center=(centre, BASE - 160))
    soften_edge(image)
    return image


def _cut_open(image: Image.Image, opening: Opening, sin: float, cos: float) -> None:
    """Paint the rim and the inside of an open top over the finished wall."""
    r, flat = opening.radius, opening.radius * sin
    left, top = round(CANVAS / 2 - r) - 2, round(BASE - opening.height * cos - flat) - 2
    size = (round(2 * r) + 4, round(2 * flat) + 4)
    fine = 3  # drawn larger and reduced, so that the rim has no steps

    def ellipse(picture: Image.Image, radius: float, drop: float, fill: int | Colour) -> None:
        x, y = (CANVAS / 2 - left) * fine, (BASE - opening.height * cos + drop - top) * fine
        box = (x - radius * fine, y - radius * sin * fine, x + radius * fine, y + radius * sin * fine)
        ImageDraw.Draw(picture).ellipse(box, fill=fill)

    large = (size[0] * fine, size[1] * fine)
    ramp = Image.linear_gradient("L").rotate(90).resize(large).point(lambda value: round(38 + 0.85 * value))
    inside = Image.composite(
        Image.new("RGB", large, lighter(opening.wall, 0.1)),
        Image.new("RGB", large, darker(opening.wall, 0.5)),
        ramp,
    )
    inner = r - opening.lip
    if opening.contents is not None:
        ellipse(inside, inner * 0.98, opening.depth, opening.contents)
    hole, rim = Image.new("L", large), Image.new("L", large)
    ellipse(hole, inner, 0, 255)
    ellipse(rim, r, 0, 255)
    lip = Image.new("RGBA", size, lighter(opening.wall, 0.35))
    lip.putalpha(rim.reduce(fine))
    lip.paste(inside.reduce(fine), (0, 0), hole.reduce(fine))
    image.alpha_composite(lip, (left, top))
