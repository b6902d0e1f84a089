"""Vegetables, pulses and fish in tins."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.packs import food_tin, plain
from demo_drawing.product import Draft, Range

_BRAND = "Barnpantry"
_KINDS = [
    ("Chopped Tomatoes", "番茄碎", "tomato", "#c8322b", 99),
    ("Cherry Tomatoes", "樱桃番茄", "tomato", "#e86a3a", 129),
    ("Sweetcorn", "甜玉米", "corn", "#2f7d4f", 109),
    ("Garden Peas", "豌豆", "peas", "#6aa53b", 99),
    ("Chickpeas", "鹰嘴豆", "chickpeas", "#c9943f", 95),
    ("Kidney Beans", "红腰豆", "red beans", "#7a2230", 95),
    ("White Beans", "白豆", "white beans", "#4f7fa6", 95),
    ("Lentils", "小扁豆", "lentils", "#7d6a3a", 105),
    ("Tuna in Water", "水浸金枪鱼", "tuna", "#1f5f9e", 199),
    ("Sardines", "沙丁鱼", "sardine", "#d8a31f", 219),
    ("Peach Halves", "半切桃罐头", "peach", "#ef8f5a", 169),
    ("Pineapple Rings", "菠萝圈罐头", "pineapple", "#1f9a8a", 179),
]


def _label(name: str, motif: str, colour: Colour) -> Image.Image:
    art = plain((1160, 380), CREAM)
    pen = ImageDraw.Draw(art)
    pen.rectangle((0, 0, 1160, 112), fill=colour)
    pen.rectangle((0, 112, 1160, 120), fill=darker(colour, 0.3))
    pen.rectangle((0, 344, 1160, 380), fill=colour)
    for centre in (0, 580, 1160):
        pen.polygon(
            [(centre - 110, 62), (centre, 6), (centre + 110, 62), (centre + 110, 100), (centre - 110, 100)],
            fill=lighter(colour, 0.86),
        )
        put_text(art, _BRAND, (centre - 96, 52, centre + 96, 92), darker(colour, 0.35), weight=0.9)
        pen.ellipse((centre - 112, 128, centre + 112, 338), fill=lighter(colour, 0.72))
        put_motif(art, motif, centre, 212, 152)
        put_text(art, name, (centre - 158, 288, centre + 158, 334), darker(colour, 0.4), weight=1.0)
        put_text(art, "400 g", (centre - 40, 350, centre + 40, 374), ink_on(colour), weight=0.6)
    for x in (290, 870):
        for k in range(8):
            pen.rectangle(
                (x - 70, 146 + 22 * k, x + 70 - k * 31 % 50, 156 + 22 * k), fill=lighter(colour, 0.5)
            )
    return art


def _draw(name: str, motif: str, colour: Colour, flat: bool, turn: float) -> Image.Image:
    if flat:
        return food_tin(_label(name, motif, colour), turn=turn, radius=200, height=330)
    return food_tin(_label(name, motif, colour), turn=turn)


def tins() -> Range:
    """The food tins."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} 400 g",
            title_zh=f"谷仓{chinese}400克",
            brand=_BRAND,
            description=f"{name} in a steel tin, 400 g, ready to eat.",
            price_minor=price,
            tags=("pantry", "tin", motif),
            draw=partial(_draw, name, motif, rgb(colour), motif in {"tuna", "sardine"}),
            second_turn=50 if index % 3 == 0 else None,
        )
        for index, (name, chinese, motif, colour, price) in enumerate(_KINDS)
    )
    return Range("Tinned food", "Pantry", "TI", drafts)
