"""Milk and plant drinks in cartons: told apart by a colour, a word and what grows on the hill."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.packs import gable_carton, plain
from demo_drawing.product import Draft, Range

_BRAND = "Cloudmeadow"
_PLANTS = "Oatleigh"
_MILKS = [
    ("Whole Milk 3.5%", "全脂牛奶", "#2a5db0", "milk", 119),
    ("Semi-Skimmed Milk 1.5%", "半脱脂牛奶", "#3fa0d8", "milk", 115),
    ("Skimmed Milk 0.1%", "脱脂牛奶", "#d64a63", "milk", 109),
    ("Lactose Free Milk 1.5%", "无乳糖牛奶", "#7a58b5", "milk", 149),
    ("Buttermilk", "酪乳", "#3c9b6a", "milk", 129),
    ("Chocolate Milk", "巧克力牛奶", "#6b4027", "cocoa", 159),
]
_DRINKS = [
    ("Oat Drink", "燕麦饮", "#d8a848", "oats", 199),
    ("Almond Drink", "杏仁饮", "#a86f43", "almond", 239),
    ("Coconut Drink", "椰子饮", "#2fa39a", "coconut", 249),
    ("Soya Drink Vanilla", "香草豆奶", "#e6b93f", "vanilla", 209),
]


def _spots(pen: ImageDraw.ImageDraw, colour: Colour) -> None:
    for x, y, rx, ry in ((30, 40, 50, 34), (250, 24, 44, 40), (286, 150, 40, 30), (8, 176, 34, 26)):
        pen.ellipse((x - rx, y - ry, x + rx, y + ry), fill=colour)
        pen.ellipse((x - rx * 0.2, y - ry * 0.2, x + rx * 1.2, y + ry * 0.9), fill=colour)


def _milk_front(name: str, motif: str, colour: Colour) -> Image.Image:
    art = plain((300, 620), WHITE)
    pen = ImageDraw.Draw(art)
    _spots(pen, colour)
    pen.ellipse((-140, 440, 260, 900), fill=lighter(colour, 0.35))
    pen.ellipse((60, 470, 460, 900), fill=colour)
    pen.rounded_rectangle((30, 88, 270, 158), 35, fill=WHITE, outline=colour, width=6)
    put_text(art, _BRAND, (48, 100, 252, 146), darker(colour, 0.2), weight=0.8)
    put_motif(art, motif, 92, 420, 150)
    kind, _, share = name.rpartition(" ")
    words = kind if share.endswith("%") else name
    put_text(art, words.upper().replace(" ", "\n"), (40, 190, 260, 322), darker(colour, 0.1), weight=1.0)
    if share.endswith("%"):
        put_text(art, share, (164, 350, 280, 412), colour, weight=0.9)
    put_text(art, "1 L", (206, 540, 276, 596), ink_on(colour), weight=0.8)
    return art


def _plant_front(name: str, motif: str, colour: Colour) -> Image.Image:
    art = plain((300, 620), CREAM)
    pen = ImageDraw.Draw(art)
    pen.rectangle((0, 0, 300, 70), fill=colour)
    put_text(art, _PLANTS, (24, 14, 276, 60), ink_on(colour), weight=1.0, tracking=0.03)
    pen.ellipse((24, 108, 276, 360), fill=lighter(colour, 0.55))
    put_motif(art, motif, 150, 232, 200)
    put_text(
        art, name.lower().replace(" drink", "\ndrink"), (24, 376, 276, 528), darker(colour, 0.5), weight=0.7
    )
    pen.rectangle((0, 560, 300, 620), fill=darker(colour, 0.12))
    put_text(art, "BARISTA FRIENDLY · 1 L", (30, 578, 270, 602), WHITE, weight=0.5)
    return art


def _side(name: str, colour: Colour, ground: Colour) -> Image.Image:
    art = plain((300, 620), ground)
    pen = ImageDraw.Draw(art)
    pen.rectangle((0, 470, 300, 620), fill=lighter(colour, 0.2))
    put_text(art, name.replace(" ", "\n"), (50, 60, 250, 240), colour, weight=0.6)
    for k in range(8):
        pen.rectangle((44, 280 + 20 * k, 256 - (k * 53 % 70), 290 + 20 * k), fill=lighter(colour, 0.6))
    return art


def _draw(name: str, motif: str, colour: Colour, plant: bool, turn: float) -> Image.Image:
    if plant:
        return gable_carton(
            _plant_front(name, motif, colour),
            _side(name, colour, CREAM),
            colour,
            darker(colour, 0.3),
            turn=turn,
        )
    return gable_carton(
        _milk_front(name, motif, colour), _side(name, colour, WHITE), lighter(colour, 0.86), colour, turn=turn
    )


def milk() -> Range:
    """Milk, and drinks like it."""
    drafts = []
    for index, (name, chinese, colour, motif, price) in enumerate([*_MILKS, *_DRINKS]):
        plant = index >= len(_MILKS)
        brand, brand_zh = (_PLANTS, "燕麦里") if plant else (_BRAND, "云朵牧场")
        drafts.append(
            Draft(
                title=f"{brand} {name} 1 L",
                title_zh=f"{brand_zh}{chinese}1升",
                brand=brand,
                description=f"{name} in a one litre carton"
                + (", made from plants." if plant else ", kept cold."),
                price_minor=price,
                tags=("drink", "carton", "plant based" if plant else "dairy"),
                draw=partial(_draw, name, motif, rgb(colour), plant),
                second_turn=-54 if index % 3 == 0 else None,
            )
        )
    return Range("Milk", "Chilled", "MI", tuple(drafts))
