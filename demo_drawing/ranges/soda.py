"""Soft drinks in slim cans."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import WHITE, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import slanted, vertical_fade
from demo_drawing.packs import drink_can
from demo_drawing.product import Draft, Range

_BRAND = "Fizzwick"
_FLAVOURS = [
    ("Cola", "可乐", None, "#8e1b22", "#4b0d14", 99),
    ("Cola Zero", "零糖可乐", None, "#2a2b31", "#101116", 99),
    ("Lemonade", "柠檬汽水", "lemon", "#f5d327", "#e3a90f", 99),
    ("Orange", "橙子汽水", "orange", "#f7882a", "#d9541a", 99),
    ("Cherry", "樱桃汽水", "cherry", "#e03a5c", "#9c1238", 109),
    ("Lime & Mint", "青柠薄荷汽水", "lime", "#6fbf4b", "#2c7d3f", 109),
    ("Ginger Ale", "姜汁汽水", "honey", "#d9a441", "#99691d", 109),
    ("Elderflower", "接骨木花汽水", "elderflower", "#c9d98a", "#7ea04d", 119),
    ("Blueberry", "蓝莓汽水", "blueberry", "#5a77d1", "#2a3c8f", 109),
    ("Grapefruit", "西柚汽水", "grapefruit", "#f6917c", "#dd4f5e", 109),
]


def _wrap(name: str, motif: str | None, light: Colour, deep: Colour) -> Image.Image:
    width, height = 1150, 760
    art = vertical_fade((width, height), light, deep)
    bands = slanted((width, height), (0, 0, 0), WHITE, 46, 112).convert("L").point(lambda v: round(v * 0.13))
    art.paste(lighter(light, 0.5), (0, 0), bands)
    pen = ImageDraw.Draw(art)
    for k in range(60):
        x, y, r = (k * 193) % width, (k * 307) % height, 4 + k % 9
        pen.ellipse((x - r, y - r, x + r, y + r), outline=lighter(light, 0.45), width=2)
    for centre in (width // 4, 3 * width // 4 + 1, 0, width // 2):
        if centre in (0, width // 2):
            pen.polygon(
                [(centre - 190, 250), (centre + 190, 160), (centre + 190, 330), (centre - 190, 420)],
                fill=WHITE,
            )
            put_text(art, _BRAND, (centre - 160, 232, centre + 160, 344), darker(deep, 0.1), weight=1.0)
            put_text(art, name.upper(), (centre - 130, 640, centre + 130, 690), ink_on(deep), weight=0.9)
            if motif:
                put_motif(art, motif, centre, 528, 210)
            else:
                pen.ellipse(
                    (centre - 84, 450, centre + 84, 618), fill=lighter(light, 0.08), outline=WHITE, width=8
                )
                label = "0" if "Zero" in name else "C"
                put_text(art, label, (centre - 54, 478, centre + 54, 590), WHITE, weight=1.0)
            put_text(
                art, "SPARKLING · 330 ML", (centre - 100, 112, centre + 100, 136), ink_on(light), weight=0.4
            )
        else:
            for k in range(12):
                pen.rectangle(
                    (centre - 60, 300 + 22 * k, centre + 60 - (k * 29 % 40), 310 + 22 * k),
                    fill=lighter(deep, 0.35),
                )
    # The seam is at both ends, so the front sits in the middle and half of a second one at either end.
    return art


def _draw(name: str, motif: str | None, light: Colour, deep: Colour, turn: float) -> Image.Image:
    return drink_can(_wrap(name, motif, light, deep), turn=turn - 8)


def soda() -> Range:
    """The slim cans."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} 330 ml",
            title_zh=f"菲兹{chinese}330毫升",
            brand=_BRAND,
            description=f"Sparkling {name.lower()} soft drink in a slim 330 ml can, deposit included.",
            price_minor=price,
            tags=("drink", "can", "sparkling"),
            draw=partial(_draw, name, motif, rgb(light), rgb(deep)),
            second_turn=48 if index % 3 == 1 else None,
        )
        for index, (name, chinese, motif, light, deep, price) in enumerate(_FLAVOURS)
    )
    return Range("Soft drinks", "Drinks", "SD", drafts)
