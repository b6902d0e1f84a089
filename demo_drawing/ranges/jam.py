"""Jam and honey in jars with checked lids."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import gingham, speckle
from demo_drawing.packs import jam_jar, plain
from demo_drawing.product import Draft, Range

_BRAND = "Pim & Plum"
_KINDS = [
    ("Strawberry Jam", "草莓果酱", "strawberry", "#b5121f", "#d42a3a", 349),
    ("Raspberry Jam", "覆盆子果酱", "raspberry", "#a50f3c", "#d43a72", 369),
    ("Apricot Jam", "杏子果酱", "apricot", "#e8891c", "#ef8f2a", 349),
    ("Blueberry Jam", "蓝莓果酱", "blueberry", "#2b1f4f", "#4a5fb5", 379),
    ("Cherry Jam", "樱桃果酱", "cherry", "#7d0b1d", "#9c1c34", 369),
    ("Fig Jam", "无花果果酱", "fig", "#5e2f3a", "#7a4a82", 399),
    ("Plum Jam", "李子果酱", "plum", "#3f1231", "#7b2f74", 339),
    ("Orange Marmalade", "橙子果酱", "orange", "#ee8a12", "#f0801a", 359),
    ("Blossom Honey", "百花蜂蜜", "honey", "#e3a11f", "#d9981a", 529),
    ("Forest Honey", "森林蜂蜜", "honey", "#8a4a12", "#4f7a3a", 579),
]


def _label(name: str, motif: str, ink: Colour) -> Image.Image:
    art = plain((1250, 260), CREAM)
    pen = ImageDraw.Draw(art)
    pen.rectangle((6, 8, 1244, 252), outline=ink, width=5)
    pen.rectangle((6, 16, 1244, 244), outline=lighter(ink, 0.4), width=2)
    put_motif(art, motif, 505, 138, 168)
    put_text(art, _BRAND, (596, 30, 800, 78), darker(ink, 0.45), weight=0.4)
    put_text(art, name.replace(" ", "\n"), (592, 86, 806, 196), darker(ink, 0.15), weight=0.95)
    put_text(art, "340 g", (640, 204, 760, 232), darker(ink, 0.4), weight=0.3)
    for x in (180, 1030):
        for k in range(7):
            pen.rectangle((x - 90, 50 + 24 * k, x + 90 - k * 43 % 70, 61 + 24 * k), fill=lighter(ink, 0.6))
    return art


def _draw(name: str, motif: str, contents: Colour, ink: Colour, turn: float) -> Image.Image:
    fruit = speckle((400, 100), darker(contents, 0.12), lighter(contents, 0.22), grain=(26, 8), seed=7)
    if motif == "honey":
        fruit = plain((8, 8), contents)
    lid = gingham((1040, 70), WHITE, ink, 26)
    return jam_jar(_label(name, motif, ink), fruit, lid, turn=turn - 6)


def jam() -> Range:
    """Jam, marmalade and honey."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} 340 g",
            title_zh=f"皮姆与李子{chinese}340克",
            brand=_BRAND,
            description=f"{name} from small copper kettles, in a 340 g jar.",
            price_minor=price,
            tags=("breakfast", "jar", "sweet"),
            draw=partial(_draw, name, motif, rgb(contents), rgb(ink)),
            second_turn=55 if index % 3 == 0 else None,
        )
        for index, (name, chinese, motif, contents, ink, price) in enumerate(_KINDS)
    )
    return Range("Jam and honey", "Breakfast", "JA", drafts)
