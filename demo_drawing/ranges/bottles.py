"""Water and fruit syrup in bottles."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.packs import bottle, plain
from demo_drawing.product import Draft, Range

_WATER = "Clearbeck"
_SYRUP = "Aunt Tilda"
_WATERS = [
    ("Still Water", "天然矿泉水", "mountain", "#bfe3f2", "#2f7fc1", 79),
    ("Sparkling Water", "气泡水", "splash", "#a8dcc8", "#1f8a5f", 79),
    ("Lemon Water", "柠檬味水", "lemon", "#eef0b8", "#e0b91b", 99),
    ("Raspberry Water", "覆盆子味水", "raspberry", "#f6cdd8", "#cf3a66", 99),
]
_SYRUPS = [
    ("Elderflower", "接骨木花糖浆", "elderflower", "#e3d98c", "#a9b83f", 459),
    ("Raspberry", "覆盆子糖浆", "raspberry", "#b3123f", "#c92a55", 439),
    ("Blackcurrant", "黑加仑糖浆", "blackcurrant", "#3a1536", "#6a2c63", 439),
    ("Mint", "薄荷糖浆", "mint", "#1f9a5b", "#2b9c62", 429),
    ("Lime", "青柠糖浆", "lime", "#a7cf4a", "#6fa32c", 429),
    ("Cherry", "樱桃糖浆", "cherry", "#8c0f22", "#b81d35", 449),
]


def _water_label(name: str, motif: str, ink: Colour) -> Image.Image:
    art = plain((1100, 340), WHITE)
    pen = ImageDraw.Draw(art)
    pen.rectangle((0, 250, 1100, 340), fill=ink)
    for x in range(0, 1100, 110):
        pen.ellipse((x - 80, 226, x + 80, 300), fill=ink)
    put_motif(art, motif, 550, 166, 140)
    put_text(art, _WATER, (410, 22, 690, 84), darker(ink, 0.2), weight=0.9)
    put_text(art, name.upper(), (412, 262, 688, 310), WHITE, weight=0.8)
    for x in (200, 900):
        put_text(art, _WATER, (x - 120, 40, x + 120, 90), ink, weight=0.8)
        for k in range(6):
            pen.rectangle((x - 90, 110 + 18 * k, x + 90 - k * 37 % 50, 118 + 18 * k), fill=lighter(ink, 0.55))
    return art


def _syrup_label(name: str, motif: str, ink: Colour) -> Image.Image:
    art = plain((1100, 480), CREAM)
    pen = ImageDraw.Draw(art)
    pen.rectangle((0, 0, 1100, 26), fill=ink)
    pen.rectangle((0, 454, 1100, 480), fill=ink)
    pen.line([(0, 38), (1100, 38)], fill=ink, width=3)
    pen.line([(0, 442), (1100, 442)], fill=ink, width=3)
    put_text(art, _SYRUP + "'s", (420, 56, 680, 112), darker(ink, 0.5), weight=0.5)
    put_motif(art, motif, 550, 226, 200)
    pen.rounded_rectangle((408, 336, 692, 400), 12, fill=ink)
    put_text(art, name, (424, 344, 676, 392), ink_on(ink), weight=0.8)
    put_text(art, "SYRUP · 500 ML", (450, 412, 650, 434), darker(ink, 0.4), weight=0.4)
    for x in (190, 910):
        for k in range(9):
            pen.rectangle((x - 90, 110 + 26 * k, x + 90 - k * 41 % 60, 122 + 26 * k), fill=lighter(ink, 0.6))
    return art


def _draw_water(name: str, motif: str, body: Colour, ink: Colour, turn: float) -> Image.Image:
    return bottle(
        _water_label(name, motif, ink),
        body,
        ink,
        turn=turn,
        radius=104,
        height=660,
        neck=0.42,
        shoulder=0.62,
        label_at=(0.27, 0.56),
    )


def _draw_syrup(name: str, motif: str, body: Colour, ink: Colour, turn: float) -> Image.Image:
    return bottle(
        _syrup_label(name, motif, ink),
        body,
        darker(ink, 0.35),
        turn=turn,
        radius=112,
        height=620,
        neck=0.3,
        shoulder=0.6,
        label_at=(0.12, 0.52),
    )


def bottles() -> Range:
    """The bottles."""
    waters = [
        Draft(
            title=f"{_WATER} {name} 0.75 L",
            title_zh=f"清溪{chinese}0.75升",
            brand=_WATER,
            description=f"{name} from a deep spring in a 0.75 litre bottle.",
            price_minor=price,
            tags=("drink", "bottle", "water"),
            draw=partial(_draw_water, name, motif, rgb(body), rgb(ink)),
            second_turn=62 if index == 0 else None,
        )
        for index, (name, chinese, motif, body, ink, price) in enumerate(_WATERS)
    ]
    syrups = [
        Draft(
            title=f"{_SYRUP}'s {name} Syrup 500 ml",
            title_zh=f"蒂尔达阿姨{chinese}500毫升",
            brand=_SYRUP,
            description=f"{name} syrup, one part to seven parts of water.",
            price_minor=price,
            tags=("drink", "bottle", "syrup"),
            draw=partial(_draw_syrup, name, motif, rgb(body), rgb(ink)),
            second_turn=58 if index % 2 == 0 else None,
        )
        for index, (name, chinese, motif, body, ink, price) in enumerate(_SYRUPS)
    ]
    return Range("Water and syrup", "Drinks", "WA", (*waters, *syrups))
