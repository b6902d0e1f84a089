"""Plant pots, each with its plant."""

from collections.abc import Callable
from functools import partial
from math import cos, radians, sin

import numpy as np
from PIL import Image

from demo_drawing.art.colours import WHITE, Colour, darker, lighter, rgb
from demo_drawing.art.patterns import dots, speckle, stripes, terrazzo, zigzag
from demo_drawing.art.sketch import Sketch
from demo_drawing.packs import plain
from demo_drawing.product import Draft, Range
from demo_drawing.render.canvas import BASE, CANVAS
from demo_drawing.render.lathe import Opening, Section, turn_on_lathe
from demo_drawing.render.shading import PAPER, SATIN

_BRAND = "Terrafern"
_SIZE = (1000, 300)
_CLAY, _EARTH = rgb("#c8704a"), rgb("#4a3527")


def _fern(pen: Sketch, rng: np.random.Generator) -> None:
    for k in range(15):
        angle = -90 + (k - 7) * 11 + float(rng.uniform(-4, 4))
        length = 40 - abs(k - 7) * 1.6
        for j in range(12):
            t = (j + 2) / 14
            droop = 16 * t * t * (1 if k > 7 else -1 if k < 7 else 0)
            x = 50 + length * t * cos(radians(angle)) + droop * 0.5
            y = 96 + length * 1.9 * t * sin(radians(angle)) + abs(droop) * 0.9
            tone = rgb("#3f8a4a") if k % 2 else rgb("#57a55a")
            for side in (60, -60):
                pen.leaf(x, y, 9 * (1.1 - t), 4, angle + side, tone)


def _snake_plant(pen: Sketch, rng: np.random.Generator) -> None:
    for k in range(9):
        lean = (k - 4) * 6 + float(rng.uniform(-2, 2))
        height = 78 - abs(k - 4) * 8 + float(rng.uniform(-5, 5))
        pen.leaf(50 + (k - 4) * 3, 98, height, 13, -90 + lean, rgb("#d6cf6a"))
        pen.leaf(
            50 + (k - 4) * 3, 98, height * 0.97, 9, -90 + lean, rgb("#4f8a5a") if k % 2 else rgb("#3f7550")
        )


def _succulent(pen: Sketch, _rng: np.random.Generator) -> None:
    for ring, (count, reach, tone) in enumerate(
        ((11, 34, "#5f9a80"), (9, 26, "#76b094"), (7, 18, "#93c7ab"), (5, 10, "#b8dfc6"))
    ):
        for k in range(count):
            angle = 360 / count * k + 18 * ring
            x, y = 50 + reach * 0.2 * cos(radians(angle)), 72 + reach * 0.12 * sin(radians(angle))
            pen.leaf(
                x,
                y,
                reach * (1 - 0.35 * abs(sin(radians(angle)))),
                15 - 2 * ring,
                angle,
                rgb(tone),
                darker(rgb(tone), 0.1),
            )


def _monstera(pen: Sketch, rng: np.random.Generator) -> None:
    for k in range(7):
        angle = -90 + (k - 3) * 24 + float(rng.uniform(-5, 5))
        reach = 50 + float(rng.uniform(-8, 8)) + (8 if k == 3 else 0)
        x, y = 50 + reach * 0.62 * cos(radians(angle)), 98 + reach * 0.9 * sin(radians(angle))
        pen.line([(50, 98), (x, y)], rgb("#4c7a3f"), 1.6)
        tone = rgb("#2f7a45") if k % 2 else rgb("#3f9155")
        pen.leaf(x, y + 6, 30, 28, angle, tone, lighter(tone, 0.3))


def _flowers(colour: Colour) -> Callable[[Sketch, np.random.Generator], None]:
    def draw(pen: Sketch, rng: np.random.Generator) -> None:
        for k in range(16):
            pen.leaf(50, 98, 34 + 6 * (k % 3), 12, -180 + 12 * k, rgb("#4f9a4a") if k % 2 else rgb("#3a7d3f"))
        for k in range(9):
            x, y = 50 + (k - 4) * 8.5, 62 - 22 * sin(3.14 * (k + 0.5) / 9) + float(rng.uniform(-8, 8))
            pen.line([(50, 96), (x, y)], rgb("#3a7d3f"), 1.4)
            for j in range(6):
                pen.oval(x + 4.6 * cos(radians(60 * j)), y + 4.6 * sin(radians(60 * j)), 4.2, 4.2, colour)
            pen.disc(x, y, 2.7, rgb("#f6d13d"))

    return draw


def _cactus(pen: Sketch, _rng: np.random.Generator) -> None:
    green = rgb("#4f9d69")
    pen.line([(50, 100), (50, 36)], darker(green, 0.15), 24)
    pen.line([(49, 100), (49, 36)], green, 20)
    pen.line([(50, 74), (24, 72), (24, 54)], green, 12)
    pen.line([(50, 66), (76, 64), (76, 44)], darker(green, 0.1), 12)
    for x in (42, 49, 56):
        pen.line([(x, 98), (x, 34)], darker(green, 0.22), 0.9)
    for k in range(14):
        pen.disc(42 + 7 * (k % 3), 38 + 4.3 * k, 0.9, WHITE)
    for k in range(6):
        pen.leaf(50, 26, 11, 7, 60 * k - 90, rgb("#f06a9b"))


_POTS: list[
    tuple[str, str, Callable[[], Image.Image], Colour, Callable[[Sketch, np.random.Generator], None], int]
] = [
    ("Terracotta Fern", "陶盆蕨类", lambda: plain(_SIZE, _CLAY), _CLAY, _fern, 1290),
    ("Terracotta Cactus", "陶盆仙人掌", lambda: plain(_SIZE, _CLAY), _CLAY, _cactus, 990),
    (
        "White Snake Plant",
        "白盆虎尾兰",
        lambda: plain(_SIZE, rgb("#f1efe9")),
        rgb("#f1efe9"),
        _snake_plant,
        1590,
    ),
    (
        "Grey Succulent",
        "灰盆多肉",
        lambda: speckle(_SIZE, rgb("#8f959c"), rgb("#b9bec4"), grain=(120, 40), seed=4),
        rgb("#a3a8ae"),
        _succulent,
        890,
    ),
    (
        "Terrazzo Monstera",
        "水磨石盆龟背竹",
        lambda: terrazzo(_SIZE, rgb("#f2ece4"), [_CLAY, rgb("#2b3f66"), rgb("#9db59a")], 44, 8),
        rgb("#f2ece4"),
        _monstera,
        1890,
    ),
    (
        "Striped Geranium",
        "条纹盆天竺葵",
        lambda: stripes(_SIZE, [WHITE, rgb("#3f8fd0")], 50, upright=True),
        WHITE,
        _flowers(rgb("#e2483d")),
        1190,
    ),
    (
        "Dotted Violet",
        "波点盆紫罗兰",
        lambda: dots(_SIZE, rgb("#f4c9d4"), WHITE, 18, 74),
        rgb("#f4c9d4"),
        _flowers(rgb("#8a5fc0")),
        1090,
    ),
    (
        "Zigzag Cactus",
        "锯齿纹盆仙人掌",
        lambda: zigzag(_SIZE, [rgb("#f2c14e"), WHITE, rgb("#3f8f8a"), WHITE], 34, 90),
        WHITE,
        _cactus,
        1090,
    ),
    (
        "Navy Daisies",
        "藏青盆雏菊",
        lambda: plain(_SIZE, rgb("#2b3f66")),
        rgb("#2b3f66"),
        _flowers(WHITE),
        1190,
    ),
    ("Mint Fern", "薄荷盆蕨类", lambda: plain(_SIZE, rgb("#9fd3c0")), rgb("#9fd3c0"), _fern, 1290),
]


def _draw(
    paint: Callable[[], Image.Image],
    rim: Colour,
    plant: Callable[[Sketch, np.random.Generator], None],
    seed: int,
    turn: float,
) -> Image.Image:
    r, h = 150.0, 270.0
    pot = turn_on_lathe(
        [
            Section([(r * 0.70, 0), (r * 0.73, 8)], rim, PAPER),
            Section([(r * 0.73, 8), (r * 0.97, h - 62)], paint(), SATIN),
            Section([(r * 1.04, h - 62), (r * 1.08, h - 56), (r * 1.1, h)], rim, SATIN),
        ],
        turn=turn / 360,
        tilt=0.22,
        opening=Opening(radius=r * 1.1, height=h, wall=rim, contents=_EARTH, depth=14, lip=12),
    )
    pen = Sketch(470)
    plant(pen, np.random.default_rng(seed))
    green = pen.picture()
    if turn:
        green = green.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    scene = pot.copy()
    scene.alpha_composite(green, ((CANVAS - 470) // 2, BASE - round(h) - 440))
    return scene


def pots() -> Range:
    """The plants in their pots."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} in Pot",
            title_zh=f"蕨土{chinese}",
            brand=_BRAND,
            description=f"{name} in a 14 cm pot, for a bright window.",
            price_minor=price,
            tags=("home", "plant", "pot"),
            draw=partial(_draw, paint, rim, plant, 500 + index),
            second_turn=90 if index % 4 == 2 else None,
        )
        for index, (name, chinese, paint, rim, plant, price) in enumerate(_POTS)
    )
    return Range("Plants", "Home", "PL", drafts)
