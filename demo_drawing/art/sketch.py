"""A small pen for flat illustrations, in units of a hundredth of the picture's side."""

from collections.abc import Sequence
from math import cos, pi, radians, sin

from PIL import Image, ImageDraw

from demo_drawing.art.colours import Colour

Point = tuple[float, float]


class Sketch:
    """Draws on a transparent square at twice the wanted size; :meth:`picture` returns it reduced."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._scale = 2 * size / 100
        self._image = Image.new("RGBA", (2 * size, 2 * size))
        self._draw = ImageDraw.Draw(self._image)

    def _at(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self._scale, y * self._scale) for x, y in points]

    def poly(self, points: Sequence[Point], fill: Colour) -> None:
        """A filled polygon."""
        self._draw.polygon(self._at(points), fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Colour, angle: float = 0) -> None:
        """An ellipse around (x, y), turned clockwise by ``angle`` degrees."""
        turn_c, turn_s = cos(radians(angle)), sin(radians(angle))
        steps = [2 * pi * k / 48 for k in range(48)]
        self.poly(
            [
                (
                    x + rx * cos(t) * turn_c - ry * sin(t) * turn_s,
                    y + rx * cos(t) * turn_s + ry * sin(t) * turn_c,
                )
                for t in steps
            ],
            fill,
        )

    def disc(self, x: float, y: float, r: float, fill: Colour) -> None:
        """A circle."""
        (x0, y0), (x1, y1) = self._at([(x - r, y - r), (x + r, y + r)])
        self._draw.ellipse((x0, y0, x1, y1), fill=fill)

    def box(self, left: float, top: float, right: float, bottom: float, fill: Colour, r: float = 0) -> None:
        """A rectangle with corners rounded by ``r``."""
        (x0, y0), (x1, y1) = self._at([(left, top), (right, bottom)])
        self._draw.rounded_rectangle((x0, y0, x1, y1), r * self._scale, fill=fill)

    def line(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        """A line with round ends and joints."""
        flat = self._at(points)
        thick = max(width * self._scale, 1)
        self._draw.line(flat, fill=fill, width=round(thick), joint="curve")
        for x, y in (flat[0], flat[-1]):
            self._draw.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=fill)

    def wedge(self, x: float, y: float, r: float, start: float, end: float, fill: Colour) -> None:
        """A slice of a circle between two angles in degrees, clockwise from the right."""
        (x0, y0), (x1, y1) = self._at([(x - r, y - r), (x + r, y + r)])
        self._draw.pieslice((x0, y0, x1, y1), start, end, fill=fill)

    def arc(self, x: float, y: float, r: float, start: float, end: float, fill: Colour, width: float) -> None:
        """A part of a circle's line."""
        (x0, y0), (x1, y1) = self._at([(x - r, y - r), (x + r, y + r)])
        self._draw.arc((x0, y0, x1, y1), start, end, fill=fill, width=round(width * self._scale))

    def leaf(
        self,
        x: float,
        y: float,
        length: float,
        width: float,
        angle: float,
        fill: Colour,
        vein: Colour | None = None,
    ) -> None:
        """A pointed leaf that starts at (x, y) and points to ``angle`` degrees (0 right, 90 down)."""
        along = (cos(radians(angle)), sin(radians(angle)))
        across = (-along[1], along[0])
        rim: list[Point] = []
        for side in (1, -1):
            part = [
                (
                    x + along[0] * length * t + side * across[0] * width / 2 * sin(pi * t**0.85),
                    y + along[1] * length * t + side * across[1] * width / 2 * sin(pi * t**0.85),
                )
                for t in (k / 16 for k in range(17))
            ]
            rim += part if side > 0 else part[::-1]
        self.poly(rim, fill)
        if vein is not None:
            tip = (x + along[0] * length * 0.85, y + along[1] * length * 0.85)
            self.line([(x, y), tip], vein, max(width * 0.06, 0.8))

    def picture(self) -> Image.Image:
        """What was drawn, RGBA, size × size."""
        return self._image.resize((self._size, self._size), Image.Resampling.BOX)
