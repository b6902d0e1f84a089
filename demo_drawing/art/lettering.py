"""Lettering that fills a given box, in the one typeface that Pillow itself carries (Aileron Regular).

Weight comes from a stroke around the letters, narrow and wide cuts from the tracking and from scaling.
"""

from functools import lru_cache
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from demo_drawing.art.colours import Colour

Align = Literal["left", "center", "right"]

_SIZE = 120


@lru_cache(maxsize=1)
def _font() -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(_SIZE)
    if not isinstance(font, ImageFont.FreeTypeFont):
        msg = "Pillow was built without FreeType, which the demo shop's lettering needs"
        raise TypeError(msg)
    return font


@lru_cache(maxsize=4096)
def _set_line(text: str, weight: float, tracking: float) -> Image.Image:
    """One line as a mask (mode L), cropped to the ink sideways and to the font's height."""
    font = _font()
    stroke = weight * _SIZE * 0.042
    pad = int(stroke) + 3
    advance = [font.getlength(char) + (tracking + 0.035 * weight) * _SIZE for char in text]
    mask = Image.new("L", (int(sum(advance)) + 2 * pad + 4, int(_SIZE * 1.3) + 2 * pad), 0)
    draw = ImageDraw.Draw(mask)
    x = float(pad)
    for char, width in zip(text, advance, strict=True):
        draw.text((x, pad), char, fill=255, font=font, stroke_width=stroke, stroke_fill=255)
        x += width
    left, top, right, bottom = mask.getbbox() or (0, 0, 1, 1)
    return mask.crop((left, top, right, bottom))


def put_text(
    image: Image.Image,
    text: str,
    box: tuple[float, float, float, float],
    fill: Colour,
    *,
    weight: float = 0.5,
    tracking: float = 0.0,
    align: Align = "center",
    squeeze: float = 0.78,
) -> None:
    """Write ``text`` into ``image`` as large as fits in ``box`` (left, top, right, bottom; pixels).

    Args:
        text: lines are separated by a line feed and share one height.
        weight: 0 regular to 1 heavy.
        tracking: extra room between letters, as a share of the font size.
        squeeze: letters may be narrowed to this share of their width before they are made smaller.
    """
    left, top, right, bottom = (round(edge) for edge in box)
    width, height = max(right - left, 1), max(bottom - top, 1)
    lines = [_set_line(line, weight, tracking) for line in text.split("\n")]
    leading = 1.22
    room = height / (leading * (len(lines) - 1) + 1)
    tallest = max(line.height for line in lines)
    widest = max(line.width for line in lines)
    scale = min(room / tallest, width / (widest * squeeze))
    across = min(scale, width / widest)
    block = scale * tallest * (leading * (len(lines) - 1) + 1)
    y = top + (height - block) / 2
    for line in lines:
        size = (max(round(line.width * across), 1), max(round(line.height * scale), 1))
        mask = line.resize(size, Image.Resampling.LANCZOS)
        shift = {"left": 0.0, "center": (width - size[0]) / 2, "right": float(width - size[0])}[align]
        # Lines without descenders hang from the same top as the others, so baselines stay regular.
        image.paste(fill, (round(left + shift), round(y + (scale * tallest - size[1]) / 2)), mask)
        y += scale * tallest * leading
