"""Breakfast cereal in tall boxes."""

from functools import partial
from math import cos, sin

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import rays
from demo_drawing.packs import box, plain
from demo_drawing.product import Draft, Range

_BRAND = "Morning Mill"
_KINDS = [
    ("Corn Flakes", "玉米片", "#f2b62c", "#e8a63c", "flake", "corn", "sun", 279),
    ("Honey Loops", "蜂蜜圈", "#f08a24", "#d99a2f", "loop", "honey", "star", 329),
    ("Choco Shells", "巧克力贝壳麦片", "#6d3f27", "#5a3320", "shell", "cocoa", "rocket", 349),
    ("Rice Pops", "米花", "#3e9ad6", "#f3e3bd", "pop", "wheat", "whale", 269),
    ("Berry Muesli", "莓果麦片", "#a02a5c", "#d8b27a", "flake", "raspberry", "blueberry", 419),
    ("Nut Granola", "坚果格兰诺拉麦片", "#4f7a45", "#b98345", "pop", "hazelnut", "almond", 449),
    ("Oat Flakes", "燕麦片", "#c9463d", "#e6d2a4", "flake", "oats", "mountain", 189),
    ("Cinnamon Stars", "肉桂星星麦片", "#8c4fa0", "#c98b4a", "star", "star", "moon", 339),
    ("Apple Crunch", "苹果脆麦片", "#5aa63c", "#d9a95a", "loop", "green apple", "fox", 359),
]


def _bowl(art: Image.Image, bits: Colour, shape: str, accent: Colour) -> None:
    pen = ImageDraw.Draw(art)
    pen.ellipse((52, 392, 348, 470), fill=lighter(accent, 0.85))
    pen.ellipse((64, 400, 336, 462), fill=WHITE)
    for k in range(46):
        angle, far = k * 2.4, (k / 46) ** 0.5
        x, y = 200 + 122 * far * cos(angle), 418 + 30 * far * sin(angle) - 14 * (1 - far)
        r = 13.0
        tone = lighter(bits, 0.12 * (k % 3)) if k % 2 else darker(bits, 0.10)
        if shape == "loop":
            pen.ellipse((x - r, y - r * 0.8, x + r, y + r * 0.8), fill=tone)
            pen.ellipse((x - r * 0.4, y - r * 0.3, x + r * 0.4, y + r * 0.3), fill=darker(bits, 0.45))
        elif shape == "star":
            put_motif(art, "star", x, y, 27, angle=k * 40)
        elif shape == "shell":
            pen.pieslice((x - r, y - r, x + r, y + r), k * 50, k * 50 + 200, fill=tone)
        elif shape == "pop":
            pen.ellipse((x - r * 0.8, y - r * 0.62, x + r * 0.8, y + r * 0.62), fill=tone)
        else:
            pen.polygon(
                [(x - r, y), (x - r * 0.2, y - r * 0.8), (x + r, y - r * 0.2), (x + r * 0.3, y + r * 0.7)],
                fill=tone,
            )
    pen.chord((52, 300, 348, 560), 12, 168, fill=accent)
    pen.chord((52, 300, 348, 560), 110, 168, fill=lighter(accent, 0.18))


def _front(name: str, ground: Colour, bits: Colour, shape: str, motif: str, mascot: str) -> Image.Image:
    art = rays((400, 580), ground, lighter(ground, 0.14), 18, (200, 430))
    pen = ImageDraw.Draw(art)
    pen.rounded_rectangle((28, 24, 372, 76), 26, fill=WHITE)
    put_text(art, _BRAND, (60, 32, 340, 68), darker(ground, 0.3), weight=0.7)
    put_text(art, name.upper().replace(" ", "\n"), (26, 92, 374, 250), ink_on(ground), weight=1.0)
    put_motif(art, mascot, 84, 322, 118, angle=8)
    put_motif(art, motif, 306, 316, 128, angle=-6)
    _bowl(art, bits, shape, darker(ground, 0.32) if ink_on(ground) != WHITE else CREAM)
    put_text(art, "375 g", (300, 540, 376, 566), ink_on(ground), weight=0.6)
    put_text(art, "crunchy since this morning", (28, 544, 220, 562), ink_on(ground), weight=0.2, align="left")
    return art


def _side(name: str, ground: Colour) -> Image.Image:
    art = plain((140, 580), darker(ground, 0.08))
    pen = ImageDraw.Draw(art)
    put_text(art, name.replace(" ", "\n"), (14, 30, 126, 100), ink_on(ground), weight=0.6)
    pen.rectangle((16, 130, 124, 430), fill=WHITE)
    for k in range(13):
        pen.rectangle((24, 144 + 21 * k, 80 - k * 17 % 24, 151 + 21 * k), fill=(120, 120, 126))
        pen.rectangle((96, 144 + 21 * k, 116, 151 + 21 * k), fill=(120, 120, 126))
    return art


def _draw(
    name: str, ground: Colour, bits: Colour, shape: str, motif: str, mascot: str, turn: float
) -> Image.Image:
    return box(
        _front(name, ground, bits, shape, motif, mascot),
        _side(name, ground),
        plain((400, 120), lighter(ground, 0.1)),
        (400, 570, 130),
        turn=turn,
    )


def cereal() -> Range:
    """The cereal boxes."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} 375 g",
            title_zh=f"晨磨坊{chinese}375克",
            brand=_BRAND,
            description=f"{name}, whole grain breakfast cereal in a 375 g box.",
            price_minor=price,
            tags=("breakfast", "box", "cereal"),
            draw=partial(_draw, name, rgb(ground), rgb(bits), shape, motif, mascot),
            second_turn=-54 if index % 2 == 0 else None,
        )
        for index, (name, chinese, ground, bits, shape, motif, mascot, price) in enumerate(_KINDS)
    )
    return Range("Cereal", "Breakfast", "CE", drafts)
