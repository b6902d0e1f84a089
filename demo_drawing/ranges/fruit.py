"""Loose fruit and vegetables, turned on the lathe and leaned."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from PIL import Image, ImageDraw

from demo_drawing.art.colours import Colour, darker, rgb
from demo_drawing.art.motifs_fruit import LEAF, LEAF_DARK, WOOD
from demo_drawing.art.patterns import speckle
from demo_drawing.art.sketch import Sketch
from demo_drawing.product import Draft, Range
from demo_drawing.render.canvas import CANVAS
from demo_drawing.render.lathe import Point, Section, turn_on_lathe
from demo_drawing.render.shading import Material

_BRAND = "Sunnygrove Farm"

_ROUND: list[Point] = [(0, 4), (150, 0), (235, 90), (250, 230), (215, 360), (110, 438), (0, 440)]
_APPLE: list[Point] = [
    (0, 30),
    (70, 0),
    (170, 10),
    (235, 130),
    (258, 270),
    (225, 390),
    (120, 430),
    (40, 400),
    (0, 360),
]
_PEAR: list[Point] = [
    (0, 12),
    (120, 0),
    (225, 70),
    (245, 190),
    (190, 300),
    (120, 390),
    (96, 480),
    (60, 540),
    (0, 548),
]
_LEMON: list[Point] = [
    (0, 0),
    (26, 6),
    (44, 40),
    (150, 110),
    (200, 230),
    (190, 330),
    (110, 450),
    (40, 490),
    (24, 520),
    (0, 528),
]
_EGGPLANT: list[Point] = [
    (0, 0),
    (130, 4),
    (205, 100),
    (190, 230),
    (130, 360),
    (92, 470),
    (74, 560),
    (0, 580),
]
_ONION: list[Point] = [
    (0, 10),
    (60, 0),
    (190, 60),
    (245, 180),
    (215, 300),
    (110, 380),
    (44, 440),
    (28, 520),
    (0, 530),
]
_AVOCADO: list[Point] = [
    (0, 4),
    (130, 0),
    (210, 100),
    (215, 220),
    (160, 340),
    (105, 430),
    (66, 480),
    (0, 488),
]


@dataclass(frozen=True, slots=True)
class _Look:
    outline: list[Point]
    low: str
    high: str
    grain: tuple[int, int]
    power: float
    gloss: float
    top: str
    lean: float = 8.0


def _stalk(scene: Image.Image, kind: str, lean: float) -> None:
    """What grows on top: a stalk, a leaf, a star of leaves."""
    box = scene.getbbox() or (0, 0, CANVAS, CANVAS)
    pen = Sketch(260)
    if kind in {"stalk", "leaf"}:
        pen.line([(50, 90), (52, 70), (58, 52)], WOOD, 5)
        if kind == "leaf":
            pen.leaf(54, 68, 44, 22, -16, LEAF, LEAF_DARK)
    elif kind == "star":
        for angle in (-175, -140, -100, -60, -25, 5, 175):
            pen.leaf(50, 84, 30, 9, angle, LEAF if angle % 2 else LEAF_DARK)
        pen.line([(50, 84), (54, 60)], LEAF_DARK, 5)
    elif kind == "cap":
        for angle in (60, 90, 120, 30, 150):
            pen.leaf(50, 70, 36, 18, angle, LEAF_DARK)
        pen.line([(50, 74), (52, 46)], LEAF_DARK, 9)
    elif kind == "button":
        pen.oval(50, 88, 4.5, 3, rgb("#6f8a3a"))
    sprite = pen.picture().rotate(lean, Image.Resampling.BICUBIC)
    sink = {"stalk": 26, "leaf": 30, "star": 56, "cap": 120, "button": 40}.get(kind, 0)
    shift = -round(lean * 4.2)
    scene.alpha_composite(sprite, (CANVAS // 2 - 130 + shift, max(box[1] - 234 + sink, 0)))


def _skin(look: _Look, seed: int) -> Image.Image:
    low, high = rgb(look.low), rgb(look.high)
    skin = speckle((1200, 500), low, high, grain=look.grain, seed=seed, power=look.power)
    pen, rng = ImageDraw.Draw(skin), np.random.default_rng(seed)
    for _ in range(420):
        x, y, r = rng.random() * 1200, rng.random() * 500, 1 + 1.4 * rng.random()
        pen.ellipse((x - r, y - r, x + r, y + r), fill=_between(low, high))
    return skin


def _between(low: Colour, high: Colour) -> Colour:
    return darker(((low[0] + high[0]) // 2, (low[1] + high[1]) // 2, (low[2] + high[2]) // 2), 0.06)


def _draw(look: _Look, seed: int, turn: float) -> Image.Image:
    body = turn_on_lathe(
        [Section(look.outline, _skin(look, seed), Material("spot", look.gloss, 0.55), 5)],
        turn=turn / 360,
        tilt=0.34,
        lean=look.lean,
    )
    if look.top:
        _stalk(body, look.top, look.lean)
    return body


_KINDS: list[tuple[str, str, _Look, int]] = [
    ("Red Apple", "红苹果", _Look(_APPLE, "#b3161f", "#e2503a", (20, 3), 1.0, 0.55, "leaf"), 45),
    ("Green Apple", "青苹果", _Look(_APPLE, "#7fb82e", "#b3d653", (16, 4), 1.0, 0.55, "stalk"), 49),
    ("Yellow Apple", "黄苹果", _Look(_APPLE, "#e9c846", "#d8d35f", (14, 4), 1.0, 0.45, "stalk"), 47),
    ("Blush Apple", "红晕苹果", _Look(_APPLE, "#d9453f", "#f0cf6b", (5, 2), 1.1, 0.5, "leaf"), 52),
    ("Orange", "橙子", _Look(_ROUND, "#ef7d12", "#fb9c2c", (120, 60), 1.0, 0.4, "button", 6), 55),
    ("Grapefruit", "西柚", _Look(_ROUND, "#f2a24a", "#f58f6a", (60, 30), 1.0, 0.4, "button", -8), 79),
    ("Lemon", "柠檬", _Look(_LEMON, "#f2cb1d", "#fbe35a", (110, 50), 1.0, 0.45, "", 58), 39),
    ("Lime", "青柠", _Look(_LEMON, "#5a9a24", "#8cc63f", (110, 50), 1.0, 0.45, "", -56), 35),
    ("Pear", "梨", _Look(_PEAR, "#b9b83c", "#d8d468", (40, 24), 1.0, 0.35, "stalk", 6), 65),
    ("Red Pear", "红梨", _Look(_PEAR, "#9c3130", "#c9763f", (9, 5), 1.0, 0.35, "stalk", -6), 69),
    ("Peach", "桃子", _Look(_ROUND, "#e5603f", "#f9bd6a", (6, 3), 0.9, 0.12, "leaf"), 75),
    ("Plum", "李子", _Look(_ROUND, "#3f1f4f", "#6f3a72", (8, 5), 1.0, 0.35, "stalk", 5), 42),
    ("Tomato", "番茄", _Look(_ROUND, "#d4281c", "#e8442c", (10, 4), 1.0, 0.7, "star", 4), 38),
    ("Aubergine", "茄子", _Look(_EGGPLANT, "#2a1436", "#43224f", (6, 4), 1.0, 0.8, "cap", 10), 119),
    ("Onion", "洋葱", _Look(_ONION, "#c07a32", "#dba55a", (46, 1), 1.0, 0.35, "", 6), 29),
    ("Red Onion", "红洋葱", _Look(_ONION, "#6f1d44", "#9c3f68", (46, 1), 1.0, 0.4, "", -6), 35),
    ("Avocado", "牛油果", _Look(_AVOCADO, "#25361d", "#3f5a2a", (90, 60), 1.0, 0.3, "button", 14), 149),
]


def fruit() -> Range:
    """Fruit and vegetables sold by the piece."""
    drafts = tuple(
        Draft(
            title=f"{name}, Loose",
            title_zh=f"散装{chinese}",
            brand=_BRAND,
            description=f"{name} from the farm next door, sold by the piece.",
            price_minor=price,
            tags=("fresh", "loose", name.split()[-1].lower()),
            draw=partial(_draw, look, 600 + index),
        )
        for index, (name, chinese, look, price) in enumerate(_KINDS)
    )
    return Range("Fruit and vegetables", "Fresh", "FV", drafts)
