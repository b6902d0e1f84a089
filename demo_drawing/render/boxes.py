"""Renders things with flat faces: cartons, boxes, bars, books, blocks.

Each face is a picture on four corners in space; it is projected with a mild perspective, lit by the
direction it faces and painted from the far ones to the near ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from core.imaging.rendering.perspective import perspective_coefficients
from demo_drawing.art.colours import mean_colour
from demo_drawing.render.canvas import BASE, CANVAS, soften_edge

Corner = tuple[float, float, float]

_DISTANCE = 2600.0


@dataclass(frozen=True, slots=True)
class Sticker:
    """A small finished picture (RGBA) put on top of everything, its bottom middle on a point in space."""

    point: Corner
    art: Image.Image


@dataclass(frozen=True, slots=True)
class Face:
    """A picture on four corners.

    Attributes:
        corners: top left, top right, bottom right, bottom left of the picture as seen from outside;
            x to the right, y up, z towards the viewer, canvas pixels, origin under the middle.
        art: RGB, or RGBA where a part of the rectangle is empty.
        both_sides: painted also when it is seen from behind.
    """

    corners: Sequence[Corner]
    art: Image.Image
    both_sides: bool = False


def box_faces(
    width: float,
    height: float,
    depth: float,
    *,
    front: Image.Image,
    side: Image.Image,
    top: Image.Image,
    back: Image.Image | None = None,
    other_side: Image.Image | None = None,
) -> list[Face]:
    """The five visible faces of a box that stands on the table."""
    w, h, d = width / 2, height, depth / 2
    return [
        Face([(-w, h, d), (w, h, d), (w, 0, d), (-w, 0, d)], front),
        Face([(w, h, d), (w, h, -d), (w, 0, -d), (w, 0, d)], side),
        Face([(-w, h, -d), (-w, h, d), (-w, 0, d), (-w, 0, -d)], other_side or side),
        Face([(w, h, -d), (-w, h, -d), (-w, 0, -d), (w, 0, -d)], back or front),
        Face([(-w, h, -d), (w, h, -d), (w, h, d), (-w, h, d)], top),
    ]


def _project(points: NDArray[np.float64], yaw: float, pitch: float) -> NDArray[np.float64]:
    """(n, 3) points to (n, 3): column, row, depth towards the viewer."""
    sin, cos = np.sin(yaw), np.cos(yaw)
    x = points[:, 0] * cos + points[:, 2] * sin
    z = -points[:, 0] * sin + points[:, 2] * cos
    y = points[:, 1] * np.cos(pitch) - z * np.sin(pitch)
    near = points[:, 1] * np.sin(pitch) + z * np.cos(pitch)
    scale = _DISTANCE / (_DISTANCE - near)
    return np.stack([CANVAS / 2 + x * scale, -y * scale, near], axis=1)


def _lit(art: Image.Image, light: float, fall: float) -> Image.Image:
    """``art`` at the brightness ``light``, falling off to the lower right by the share ``fall``."""
    ramp = Image.linear_gradient("L").resize((16, 16), Image.Resampling.BOX)
    factor = ramp.point(lambda value: round(min(255 * light * (1 - fall * value / 255), 255)))
    factor = factor.resize(art.size, Image.Resampling.BILINEAR)
    shaded = ImageChops.multiply(art.convert("RGB"), Image.merge("RGB", [factor] * 3))
    if light > 1:
        shaded = shaded.point(lambda value: min(round(value * light), 255))
    if art.mode == "RGBA":
        shaded.putalpha(art.getchannel("A"))
    return shaded


def render_faces(
    faces: Sequence[Face],
    *,
    yaw: float,
    pitch: float = 0.2,
    edge: int = 48,
    stickers: Sequence[Sticker] = (),
) -> Image.Image:
    """Render the faces standing on the table.

    Args:
        yaw: degrees that the thing is turned to the left (its right side comes into view).
        pitch: how far the viewer looks down, radians.
        edge: opacity (0 to 255) of the light line along the edges.

    Returns:
        RGBA, ``CANVAS`` × ``CANVAS``.
    """
    angle = -np.radians(yaw)
    light_from = np.array([-0.35, 0.75, 0.56])
    projected = [_project(np.asarray(face.corners, np.float64), angle, pitch) for face in faces]
    lowest = max(float(corners[:, 1].max()) for corners in projected)
    canvas = Image.new("RGBA", (CANVAS, CANVAS))
    order = sorted(range(len(faces)), key=lambda k: float(projected[k][:, 2].mean()))
    for k in order:
        face, flat = faces[k], projected[k][:, :2] + np.array([0, BASE - lowest])
        (ax, ay), (bx, by), (cx, cy) = flat[0], flat[1], flat[2]
        outward = (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
        if outward <= 0 and not face.both_sides:
            continue
        turned = _turned_normal(np.asarray(face.corners, np.float64), angle)
        brightness = 0.70 + 0.38 * max(float(turned @ light_from), 0.0)
        art = _lit(face.art, min(brightness, 1.06), 0.07)
        _paint(canvas, art, flat, edge)
    for sticker in stickers:
        x, y, _ = _project(np.asarray([sticker.point], np.float64), angle, pitch)[0]
        place = (x - sticker.art.width / 2, y + BASE - lowest - sticker.art.height)
        canvas.alpha_composite(sticker.art, (round(float(place[0])), round(float(place[1]))))
    soften_edge(canvas)
    return canvas


def _turned_normal(corners: NDArray[np.float64], angle: float) -> NDArray[np.float64]:
    """The unit normal of a face after the thing was turned."""
    normal = np.cross(corners[3] - corners[0], corners[1] - corners[0])
    normal = normal / max(float(np.linalg.norm(normal)), 1e-9)
    x = normal[0] * np.cos(angle) + normal[2] * np.sin(angle)
    z = -normal[0] * np.sin(angle) + normal[2] * np.cos(angle)
    return np.array([x, normal[1], z])


def _paint(canvas: Image.Image, art: Image.Image, flat: NDArray[np.float64], edge: int) -> None:
    left, top = np.floor(flat.min(axis=0)).astype(int) - 1
    right, bottom = np.ceil(flat.max(axis=0)).astype(int) + 1
    size = (int(right - left), int(bottom - top))
    inner = flat - np.array([left, top])
    coefficients = perspective_coefficients(inner, art.size)
    warped = art.convert("RGBA").transform(
        size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR
    )
    if art.mode == "RGB":
        warped = _clean_outline(warped, art, inner, edge)
    canvas.alpha_composite(warped, (max(int(left), 0), max(int(top), 0)))


def _clean_outline(
    warped: Image.Image, art: Image.Image, corners: NDArray[np.float64], edge: int
) -> Image.Image:
    """A face with smooth sides: backed with its own colour, clipped by a fine mask, a glint on its edges."""
    backing = Image.new("RGB", warped.size, mean_colour(art))
    backing.paste(warped, (0, 0), warped)
    fine = 2
    outline = [(float(x) * fine, float(y) * fine) for x, y in corners]
    shape, glint = (Image.new("L", (warped.width * fine, warped.height * fine)) for _ in range(2))
    ImageDraw.Draw(shape).polygon(outline, fill=255)
    # Half a pixel of overlap closes the hairline gaps between neighbouring faces.
    ImageDraw.Draw(shape).line([*outline, outline[0]], fill=255, width=fine)
    if edge:
        ImageDraw.Draw(glint).line([*outline, outline[0]], fill=edge, width=2 * fine)
        backing.paste((255, 255, 255), (0, 0), glint.reduce(fine))
    backing.putalpha(shape.reduce(fine))
    return backing
