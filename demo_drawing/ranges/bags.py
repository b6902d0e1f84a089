"""Coffee in pouches and crisps in puffed bags."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import rays, vertical_fade, waves
from demo_drawing.packs import pillow_bag, stand_up_pouch
from demo_drawing.product import Draft, Range

_COFFEE = "Tin Owl"
_COFFEES = [
    ("House Blend", "招牌拼配咖啡豆", "#b5532d", "sun", 3, 799),
    ("Espresso", "浓缩咖啡豆", "#23262d", "cup", 5, 849),
    ("Decaf", "低因咖啡豆", "#4f86a8", "moon", 2, 879),
    ("Highland", "高地咖啡豆", "#3f6f52", "mountain", 3, 949),
    ("Breakfast", "早餐咖啡豆", "#e0a43a", "coffee", 2, 749),
    ("Hazelnut", "榛果咖啡豆", "#8a6a4a", "hazelnut", 3, 829),
    ("Dark Harbour", "暗港咖啡豆", "#2f3f63", "boat", 5, 869),
]
_CRISPS = "Krispel"
_FLAVOURS = [
    ("Sea Salt", "海盐薯片", "#2f8fd0", "wave", 179),
    ("Paprika", "红椒薯片", "#d9412a", "chili", 179),
    ("Cheese & Onion", "芝士洋葱薯片", "#e8b21f", "cheese", 189),
    ("Spring Onion", "香葱薯片", "#4fa04a", "onion", 189),
    ("Tomato & Herbs", "番茄香草薯片", "#c42f4a", "tomato", 189),
    ("Honey Mustard", "蜂蜜芥末薯片", "#d58a1a", "honey", 199),
    ("Lime & Chili", "青柠辣椒薯片", "#86b52f", "lime", 199),
    ("Rosemary Olive", "迷迭香橄榄薯片", "#5f6f3a", "olive", 199),
]


def _owl(art: Image.Image, x: float, y: float, size: float, body: Colour, belly: Colour) -> None:
    pen, s = ImageDraw.Draw(art), size / 100

    def oval(cx: float, cy: float, rx: float, ry: float, fill: Colour) -> None:
        pen.ellipse((x + (cx - rx) * s, y + (cy - ry) * s, x + (cx + rx) * s, y + (cy + ry) * s), fill=fill)

    for flip in (-1, 1):
        pen.polygon(
            [
                (x + flip * 38 * s, y - 58 * s),
                (x + flip * 36 * s, y - 10 * s),
                (x + 4 * flip * s, y - 38 * s),
            ],
            fill=body,
        )
    oval(0, 0, 40, 48, body)
    oval(0, 16, 25, 30, belly)
    for flip in (-1, 1):
        oval(flip * 17, -18, 16, 16, WHITE)
        oval(flip * 15, -17, 7.5, 8, (35, 30, 30))
        oval(flip * 13, -20, 2.5, 2.5, WHITE)
    pen.polygon([(x - 6 * s, y - 8 * s), (x + 6 * s, y - 8 * s), (x, y + 4 * s)], fill=rgb("#f2a93b"))
    for row in range(2):
        for k in (-1, 0, 1):
            pen.arc(
                (x + (k * 14 - 7) * s, y + (8 + 13 * row) * s, x + (k * 14 + 7) * s, y + (22 + 13 * row) * s),
                10,
                170,
                fill=body,
                width=max(int(3 * s), 1),
            )


def _coffee_art(name: str, colour: Colour, motif: str, strength: int) -> Image.Image:
    art = Image.new("RGB", (400, 600), colour)
    art.paste(waves((400, 170), [darker(colour, 0.16), darker(colour, 0.24)], 30, 120), (0, 430))
    pen = ImageDraw.Draw(art)
    pen.rectangle((0, 0, 400, 56), fill=darker(colour, 0.25))
    _owl(art, 200, 160, 118, lighter(colour, 0.8), colour)
    put_text(art, _COFFEE.upper(), (90, 226, 310, 276), lighter(colour, 0.85), weight=0.7, tracking=0.12)
    pen.rounded_rectangle((50, 296, 350, 468), 14, fill=CREAM)
    put_text(art, name, (70, 308, 330, 356), darker(colour, 0.45), weight=0.8)
    put_motif(art, motif, 116, 410, 92)
    for k in range(5):
        pen.ellipse(
            (184 + 29 * k, 388, 207 + 29 * k, 411),
            fill=darker(colour, 0.2) if k < strength else (222, 212, 196),
        )
    put_text(art, "STRENGTH", (186, 420, 322, 440), darker(colour, 0.35), weight=0.3)
    put_text(art, "whole beans · 500 g", (100, 500, 300, 528), lighter(colour, 0.85), weight=0.3)
    return art


def _crisp_art(name: str, colour: Colour, motif: str) -> Image.Image:
    art = vertical_fade((460, 620), lighter(colour, 0.08), darker(colour, 0.16))
    glow = rays((460, 620), colour, lighter(colour, 0.18), 22, (230, 420))
    art = Image.blend(art, glow, 0.6)
    pen = ImageDraw.Draw(art)
    pen.polygon([(0, 92), (460, 60), (460, 182), (0, 214)], fill=WHITE)
    put_text(art, _CRISPS, (60, 82, 400, 192), colour, weight=1.0)
    put_text(
        art,
        name.upper().replace(" & ", "\n& ").replace("ROSEMARY ", "ROSEMARY\n"),
        (50, 222, 410, 322),
        ink_on(colour),
        weight=0.9,
    )
    put_motif(art, "crisps", 168, 440, 240, angle=-10)
    put_motif(art, motif, 324, 420, 176, angle=8)
    put_text(art, "hand-cooked potato crisps · 150 g", (60, 552, 400, 576), ink_on(colour), weight=0.4)
    return art


def _draw_coffee(
    name: str, colour: Colour, motif: str, strength: int, seed: int, _turn: float
) -> Image.Image:
    return stand_up_pouch(_coffee_art(name, colour, motif, strength), seed=seed)


def _draw_crisps(name: str, colour: Colour, motif: str, seed: int, _turn: float) -> Image.Image:
    return pillow_bag(_crisp_art(name, colour, motif), seed=seed)


def coffee() -> Range:
    """The coffee pouches."""
    drafts = tuple(
        Draft(
            title=f"{_COFFEE} {name} Coffee 500 g",
            title_zh=f"锡猫头鹰{chinese}500克",
            brand=_COFFEE,
            description=f"{name} coffee, whole beans, strength {strength} of 5, 500 g.",
            price_minor=price,
            tags=("hot drink", "pouch", "coffee"),
            draw=partial(_draw_coffee, name, rgb(colour), motif, strength, 40 + index),
        )
        for index, (name, chinese, colour, motif, strength, price) in enumerate(_COFFEES)
    )
    return Range("Coffee", "Hot drinks", "CO", drafts)


def crisps() -> Range:
    """The bags of crisps."""
    drafts = tuple(
        Draft(
            title=f"{_CRISPS} {name} Crisps 150 g",
            title_zh=f"脆斯佩尔{chinese}150克",
            brand=_CRISPS,
            description=f"Potato crisps, {name.lower()} flavour, 150 g.",
            price_minor=price,
            tags=("snack", "bag", "salty"),
            draw=partial(_draw_crisps, name, rgb(colour), motif, 70 + index),
        )
        for index, (name, chinese, colour, motif, price) in enumerate(_FLAVOURS)
    )
    return Range("Crisps", "Snacks", "CR", drafts)
