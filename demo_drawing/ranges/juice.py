"""Juice in cartons: one design, told apart by fruit, colour and name, as a real juice range is."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import WHITE, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.packs import gable_carton, plain
from demo_drawing.product import Draft, Range

_BRAND = "Sunnygrove"
_FLAVOURS = [
    # name, Chinese, motifs, colour, price
    ("Orange", "橙汁", ("orange",), "#f58220", 249),
    ("Orange with Pulp", "果粒橙汁", ("orange", "mandarin"), "#e2571e", 259),
    ("Apple", "苹果汁", ("apple",), "#b8272d", 219),
    ("Cloudy Apple", "浑浊苹果汁", ("green apple",), "#7cb342", 229),
    ("Pineapple", "菠萝汁", ("pineapple",), "#f2b01e", 279),
    ("Mango", "芒果汁", ("mango",), "#ef6c1a", 289),
    ("Cranberry", "蔓越莓汁", ("cranberry",), "#a3123a", 299),
    ("Red Grape", "红葡萄汁", ("grape",), "#5e2a7e", 269),
    ("Pink Grapefruit", "粉红西柚汁", ("grapefruit",), "#f0717a", 279),
    ("Peach & Pear", "桃梨汁", ("peach", "pear"), "#f39a5b", 269),
]


def _front(name: str, motifs: tuple[str, ...], colour: Colour) -> Image.Image:
    art = plain((300, 620), WHITE)
    pen = ImageDraw.Draw(art)
    pen.rectangle((0, 0, 300, 200), fill=colour)
    pen.ellipse((-90, 110, 390, 290), fill=colour)
    pen.ellipse((-120, 470, 420, 820), fill=lighter(colour, 0.72))
    put_text(art, _BRAND, (26, 34, 274, 92), WHITE, weight=0.9)
    put_text(art, "pressed with patience", (60, 98, 240, 118), lighter(colour, 0.7), weight=0.2)
    put_text(
        art,
        name.upper().replace(" & ", " &\n").replace(" WITH ", "\nWITH "),
        (30, 138, 270, 226),
        ink_on(colour),
        weight=0.8,
    )
    if len(motifs) == 1:
        put_motif(art, motifs[0], 150, 372, 236)
    else:
        put_motif(art, motifs[1], 196, 330, 168)
        put_motif(art, motifs[0], 112, 412, 196)
    pen.rounded_rectangle((40, 520, 150, 562), 21, fill=colour)
    put_text(art, "100% JUICE", (52, 530, 138, 552), ink_on(colour), weight=0.7)
    put_text(art, "1 L", (206, 512, 266, 568), darker(colour, 0.25), weight=0.9)
    return art


def _side(name: str, motifs: tuple[str, ...], colour: Colour) -> Image.Image:
    art = plain((300, 620), lighter(colour, 0.9))
    pen = ImageDraw.Draw(art)
    pen.rectangle((0, 0, 300, 200), fill=darker(colour, 0.06))
    put_text(art, name, (40, 70, 260, 130), ink_on(colour), weight=0.7)
    for k in range(9):
        pen.rectangle((44, 250 + 24 * k, 256 - (k * 37 % 60), 257 + 24 * k), fill=lighter(colour, 0.45))
    put_motif(art, motifs[0], 150, 530, 110)
    return art


def _draw(name: str, motifs: tuple[str, ...], colour: Colour, turn: float) -> Image.Image:
    return gable_carton(
        _front(name, motifs, colour), _side(name, motifs, colour), lighter(colour, 0.1), WHITE, turn=turn
    )


def juice() -> Range:
    """The juice cartons."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} Juice 1 L",
            title_zh=f"阳光果园{chinese}1升",
            brand=_BRAND,
            description=f"{name} juice, not from concentrate, in a one litre carton with a screw cap.",
            price_minor=price,
            tags=("drink", "carton", motifs[0]),
            draw=partial(_draw, name, motifs, rgb(colour)),
            second_turn=-52 if index % 2 == 0 else None,
        )
        for index, (name, chinese, motifs, colour, price) in enumerate(_FLAVOURS)
    )
    return Range("Juice", "Drinks", "JU", drafts)
