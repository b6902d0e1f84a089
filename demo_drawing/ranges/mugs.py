"""Mugs: one shape, many glazes."""

from collections.abc import Callable
from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, lighter, rgb
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import dots, speckle, stripes, terrazzo, waves, zigzag
from demo_drawing.packs import plain
from demo_drawing.product import Draft, Range
from demo_drawing.render.canvas import BASE, CANVAS
from demo_drawing.render.lathe import Opening, Section, turn_on_lathe
from demo_drawing.render.shading import GLOSSY, Material
from demo_drawing.render.soft import puff

_BRAND = "Claypot Row"
_SIZE = (1130, 400)
_NAVY, _RED, _SAGE, _SAND = rgb("#2b3f66"), rgb("#cf4436"), rgb("#9db59a"), rgb("#e9dcc3")


def _picture(ground: Colour, name: str) -> Image.Image:
    art = plain(_SIZE, ground)
    for x in (505, 1070):
        put_motif(art, name, x, 200, 240)
    return art


def _dipped(top: Colour, bottom: Colour) -> Image.Image:
    art = plain(_SIZE, top)
    pen = ImageDraw.Draw(art)
    edge = [(float(x), 230 + 26 * ((x // 40 * 73) % 7) / 7) for x in range(0, _SIZE[0] + 40, 40)]
    pen.polygon([*edge, (_SIZE[0], 400), (0, 400)], fill=bottom)
    return art


_MUGS: list[tuple[str, str, Callable[[], Image.Image], Colour, int]] = [
    ("Cat", "猫咪", lambda: _picture(CREAM, "cat"), CREAM, 990),
    ("Fox", "狐狸", lambda: _picture(rgb("#cfe3df"), "fox"), rgb("#cfe3df"), 990),
    ("Whale", "鲸鱼", lambda: _picture(rgb("#f6efe0"), "whale"), _NAVY, 990),
    ("Cactus", "仙人掌", lambda: _picture(rgb("#f9d9cf"), "cactus"), rgb("#f9d9cf"), 990),
    ("Heart", "爱心", lambda: _picture(WHITE, "heart"), _RED, 890),
    ("Polka Dot", "波点", lambda: dots(_SIZE, _RED, WHITE, 19, 82), _RED, 890),
    ("Sailor Stripe", "水手条纹", lambda: stripes(_SIZE, [WHITE, _NAVY], 36), WHITE, 890),
    (
        "Zigzag",
        "锯齿纹",
        lambda: zigzag(_SIZE, [rgb("#f2c14e"), WHITE, rgb("#3f8f8a"), WHITE], 40, 120),
        WHITE,
        890,
    ),
    (
        "Terrazzo",
        "水磨石",
        lambda: terrazzo(_SIZE, rgb("#f4f0ea"), [_RED, _NAVY, _SAGE, rgb("#e8b04a")], 46, 3),
        rgb("#f4f0ea"),
        1090,
    ),
    ("Dipped Sage", "鼠尾草浸釉", lambda: _dipped(_SAND, _SAGE), _SAND, 1190),
    ("Dipped Indigo", "靛蓝浸釉", lambda: _dipped(_SAND, _NAVY), _SAND, 1190),
    (
        "Speckled Grey",
        "斑点灰",
        lambda: speckle(_SIZE, rgb("#8e949c"), rgb("#c9cdd2"), grain=(150, 60), seed=9),
        rgb("#b3b8bf"),
        1190,
    ),
    (
        "Wave",
        "海浪",
        lambda: waves(_SIZE, [rgb("#e8f3f4"), rgb("#7fb6c9"), rgb("#4d8cab"), rgb("#2f6a91")], 100, 140),
        rgb("#e8f3f4"),
        990,
    ),
]


def _handle(colour: Colour) -> Image.Image:
    mask = Image.new("L", (2 * CANVAS, 2 * CANVAS))
    pen = ImageDraw.Draw(mask)
    x, y = 2 * (CANVAS / 2 + 172), 2 * (BASE - 190)
    pen.ellipse((x - 200, y - 220, x + 210, y + 220), fill=255)
    pen.ellipse((x - 130, y - 145, x + 134, y + 145), fill=0)
    ring = mask.resize((CANVAS, CANVAS), Image.Resampling.BOX)
    return puff(ring, plain((CANVAS, CANVAS), colour), Material("band", 0.35, 0.5), puffiness=26, height=26)


def _draw(paint: Callable[[], Image.Image], inside: Colour, turn: float) -> Image.Image:
    r, h = 180.0, 370.0
    art = paint()
    handle = darker(inside, 0.02)
    mug = _handle(handle)
    mug.alpha_composite(
        turn_on_lathe(
            [
                Section([(r * 0.86, 0), (r * 0.98, 8), (r, 36)], lighter(inside, 0.05), GLOSSY, 2),
                Section([(r, 36), (r, h - 8)], art, GLOSSY),
                Section([(r, h - 8), (r, h)], inside, GLOSSY),
            ],
            turn=turn / 360,
            tilt=0.24,
            opening=Opening(radius=r, height=h, wall=inside, lip=10),
        )
    )
    return mug


def mugs() -> Range:
    """The mugs."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} Mug",
            title_zh=f"陶艺街{chinese}马克杯",
            brand=_BRAND,
            description=f"Stoneware mug, {name.lower()} design, 350 ml, for the dishwasher too.",
            price_minor=price,
            tags=("home", "mug", "gift"),
            draw=partial(_draw, paint, inside),
            second_turn=-34 if index % 4 == 0 else None,
        )
        for index, (name, chinese, paint, inside, price) in enumerate(_MUGS)
    )
    return Range("Mugs", "Home", "MU", drafts)
