"""Notebooks and pens."""

from collections.abc import Callable
from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, mean_colour, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.patterns import (
    dots,
    gingham,
    rays,
    scattered,
    slanted,
    stripes,
    terrazzo,
    waves,
    zigzag,
)
from demo_drawing.packs import box, plain
from demo_drawing.product import Draft, Range
from demo_drawing.render.canvas import CANVAS
from demo_drawing.render.lathe import Section, turn_on_lathe
from demo_drawing.render.shading import GLOSSY, METAL, SATIN

_BOOKS = "Papertide"
_PENS = "Scribelle"
_COVER = (420, 580)
_NAVY, _RED = rgb("#2b3f66"), rgb("#cf4436")

_NOTEBOOKS: list[tuple[str, str, Callable[[], Image.Image], int]] = [
    (
        "Waves",
        "海浪",
        lambda: waves(_COVER, [rgb("#f3efe4"), rgb("#8fc1cf"), rgb("#4d8cab"), rgb("#2f5f86")], 56, 140),
        690,
    ),
    ("Sunburst", "旭日", lambda: rays(_COVER, rgb("#f6c945"), rgb("#f08a3c"), 20, (210, 400)), 690),
    (
        "Terrazzo",
        "水磨石",
        lambda: terrazzo(_COVER, rgb("#f2ece4"), [_RED, _NAVY, rgb("#6f9c7d"), rgb("#e8b04a")], 52, 21),
        690,
    ),
    ("Lemons", "柠檬", lambda: scattered(_COVER, rgb("#3f6f8f"), "lemon", 96, 126), 790),
    ("Strawberries", "草莓", lambda: scattered(_COVER, rgb("#fbe1dc"), "strawberry", 92, 122), 790),
    ("Gingham", "格子布", lambda: gingham(_COVER, WHITE, rgb("#4f9d69"), 30), 590),
    ("Dots", "圆点", lambda: dots(_COVER, rgb("#2d2e33"), rgb("#f2c14e"), 12, 54), 590),
    ("Diagonal", "斜纹", lambda: slanted(_COVER, rgb("#c9506a"), rgb("#f3b7c3"), 26, 40), 590),
    ("Moonlight", "月光", lambda: scattered(_COVER, rgb("#2c3560"), "moon", 110, 146), 790),
    (
        "Chevron",
        "人字纹",
        lambda: zigzag(_COVER, [rgb("#6a5acd"), rgb("#b9b0ee"), rgb("#efecfb")], 42, 120),
        590,
    ),
]


def _notebook(name: str, cover: Callable[[], Image.Image], turn: float) -> Image.Image:
    art = cover()
    pen = ImageDraw.Draw(art)
    strap = darker(mean_colour(art), 0.6)
    if turn:
        pen.rectangle((30, 490, 170, 550), fill=WHITE)
        for k in range(16):
            pen.rectangle((40 + 7 * k, 498, 43 + 7 * k + k % 3, 540), fill=(20, 20, 24))
    else:
        pen.rounded_rectangle((90, 100, 330, 222), 10, fill=CREAM, outline=strap, width=4)
        put_text(art, _BOOKS, (112, 114, 308, 152), strap, weight=0.5)
        put_text(art, name.lower(), (112, 160, 308, 206), strap, weight=0.1)
    pen.rectangle((378, 0, 392, 580), fill=strap)
    pages = stripes((40, 580), [rgb("#f4efe0"), rgb("#d9d2bf")], 2, upright=True)
    return box(art, pages, plain((420, 40), rgb("#efe9d8")), (410, 570, 46), turn=0, yaw=-20 if turn else 22)


_PEN_KINDS = [
    ("Blue Ballpoint", "蓝色圆珠笔", "#2456b8", "#e9edf2", "pen", 149),
    ("Red Ballpoint", "红色圆珠笔", "#cf2f33", "#f3e9e8", "pen", 149),
    ("Black Ballpoint", "黑色圆珠笔", "#26272b", "#e3e4e6", "pen", 149),
    ("Green Ballpoint", "绿色圆珠笔", "#1f8a4f", "#e6f0ea", "pen", 149),
    ("Yellow Highlighter", "黄色荧光笔", "#f7ee3a", "#3a3a3e", "marker", 199),
    ("Pink Highlighter", "粉色荧光笔", "#ff6fae", "#3a3a3e", "marker", 199),
    ("Turquoise Highlighter", "青色荧光笔", "#35d0c8", "#3a3a3e", "marker", 199),
    ("Striped Pencil", "条纹铅笔", "#f0b429", "#26272b", "pencil", 89),
]


def _barrel_text(colour: Colour, ground: Colour, text: str) -> Image.Image:
    # Lettering runs along the barrel, so it is written lying and then stood up.
    art = plain((440, 190), ground)
    for y in (48, 95, 142):
        put_text(art, text, (90, y - 13, 350, y + 13), colour, weight=0.7, tracking=0.08)
    return art.transpose(Image.Transpose.ROTATE_90)


def _pen(name: str, ink: Colour, body: Colour, kind: str, turn: float) -> Image.Image:
    if kind == "marker":
        sections = [
            Section([(44, 0), (52, 8), (52, 420)], _barrel_text(darker(ink, 0.7), ink, _PENS), SATIN),
            Section([(52, 420), (50, 436)], body, SATIN),
            Section([(56, 436), (56, 610), (50, 626), (0, 628)], body, SATIN, 1),
        ]
    elif kind == "pencil":
        wrap = stripes((170, 500), [ink, body], 21, upright=True)
        sections = [
            Section([(20, 0), (26, 8), (26, 46)], rgb("#f0a0a0"), SATIN, 1),
            Section([(27, 46), (27, 86)], rgb("#d8b25a"), METAL),
            Section([(26, 86), (26, 600)], wrap, SATIN),
            Section([(26, 600), (9, 670)], rgb("#e6c398"), SATIN),
            Section([(9, 670), (1, 700)], body, SATIN),
        ]
    else:
        sections = [
            Section([(22, 0), (30, 10), (33, 30), (33, 40)], ink, GLOSSY, 1),
            Section([(33, 40), (33, 470)], _barrel_text(ink, body, _PENS), GLOSSY),
            Section([(34, 470), (34, 484)], rgb("#d0d4da"), METAL),
            Section([(33, 484), (33, 580), (14, 656)], ink, GLOSSY, 1),
            Section([(11, 656), (4, 690), (2, 700)], rgb("#d0d4da"), METAL),
        ]
    single = turn_on_lathe(sections, tilt=0.02, turn=0.02)
    cut = single.crop(single.getbbox())
    scene = Image.new("RGBA", (CANVAS, CANVAS))
    for x, y, angle in ((390, 480, 38), (560, 500, 52)):
        one = cut.rotate(-angle, Image.Resampling.BICUBIC, expand=True)
        scene.alpha_composite(one, (x - one.width // 2, y - one.height // 2))
    return scene


def notebooks() -> Range:
    """The notebooks."""
    drafts = tuple(
        Draft(
            title=f"{_BOOKS} {name} Notebook A5",
            title_zh=f"纸潮{chinese}笔记本A5",
            brand=_BOOKS,
            description=f"A5 notebook with a hard cover, {name.lower()} design, 160 ruled pages.",
            price_minor=price,
            tags=("paper", "notebook", "gift"),
            draw=partial(_notebook, name, cover),
            second_turn=180 if index % 3 == 0 else None,
        )
        for index, (name, chinese, cover, price) in enumerate(_NOTEBOOKS)
    )
    return Range("Notebooks", "Paper and pens", "NB", drafts)


def pens() -> Range:
    """Pens, pencils and highlighters."""
    drafts = tuple(
        Draft(
            title=f"{_PENS} {name}",
            title_zh=f"书丽{chinese}",
            brand=_PENS,
            description=f"{name}, sold in twos.",
            price_minor=price,
            tags=("paper", kind, name.split()[0].lower()),
            draw=partial(_pen, name, rgb(ink), rgb(body), kind),
            pose="lying",
        )
        for name, chinese, ink, body, kind, price in _PEN_KINDS
    )
    return Range("Pens", "Paper and pens", "PE", drafts)
