"""T-shirts and socks, photographed from above."""

from collections.abc import Callable
from functools import partial

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from demo_drawing.art.colours import WHITE, Colour, darker, lighter, rgb
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import argyle, dots, scattered, stripes, zigzag
from demo_drawing.packs import plain
from demo_drawing.product import Draft, Range
from demo_drawing.render.canvas import CANVAS
from demo_drawing.render.shading import Material
from demo_drawing.render.soft import outline_mask, puff

_COTTON = Material("matte", 0.0, 0.75)
_FULL = (CANVAS, CANVAS)
_SHIRTS = "Plainweave"
_SOCKS = "Toelight"
_NAVY, _RED, _CREAM, _GREEN = rgb("#26365c"), rgb("#cf3f3a"), rgb("#f3ead8"), rgb("#3f7a5a")

_SHIRT_OUTLINE = [
    (372, 150),
    (300, 176),
    (236, 220),
    (104, 372),
    (212, 462),
    (288, 396),
    (292, 600),
    (284, 850),
    (676, 850),
    (668, 600),
    (672, 396),
    (748, 462),
    (856, 372),
    (724, 220),
    (660, 176),
    (588, 150),
    (556, 192),
    (480, 212),
    (404, 192),
]


def _printed(ground: Colour, name: str) -> Image.Image:
    art = plain(_FULL, ground)
    put_motif(art, name, 480, 400, 250)
    return art


_TEES: list[tuple[str, str, Callable[[], Image.Image], Colour, int]] = [
    ("Dinosaur", "恐龙", lambda: _printed(rgb("#f4efe4"), "dinosaur"), rgb("#6dbb6a"), 1490),
    ("Rocket", "火箭", lambda: _printed(_NAVY, "rocket"), _NAVY, 1490),
    ("Fox", "狐狸", lambda: _printed(rgb("#7fa7a0"), "fox"), rgb("#7fa7a0"), 1490),
    ("Sun", "太阳", lambda: _printed(rgb("#6fb4d8"), "sun"), rgb("#6fb4d8"), 1490),
    ("Sailing Boat", "帆船", lambda: _printed(rgb("#e5c65a"), "boat"), rgb("#e5c65a"), 1490),
    ("Breton Stripe", "海魂条纹", lambda: stripes(_FULL, [_CREAM, _CREAM, _NAVY], 21), _CREAM, 1690),
    ("Red Stripe", "红条纹", lambda: stripes(_FULL, [WHITE, _RED], 44), _RED, 1690),
    ("Plain Black", "纯黑", lambda: plain(_FULL, rgb("#2d2e33")), rgb("#2d2e33"), 1190),
    ("Plain White", "纯白", lambda: plain(_FULL, rgb("#f4f4f2")), rgb("#f4f4f2"), 1190),
    ("Plain Coral", "珊瑚色", lambda: plain(_FULL, rgb("#ee7a66")), rgb("#ee7a66"), 1190),
]


def _shirt(paint: Callable[[], Image.Image], trim: Colour, seed: int, _turn: float) -> Image.Image:
    mask = outline_mask(_SHIRT_OUTLINE, rounds=3, corner=26)
    art = paint()
    creases = Image.new("L", _FULL)
    pen = ImageDraw.Draw(creases)
    for line in ([(300, 178), (286, 392)], [(660, 178), (674, 392)]):
        pen.line(line, fill=190, width=5)
    pen.line([(286, 828), (674, 828)], fill=160, width=4)
    for line in ([(120, 356), (226, 446)], [(840, 356), (734, 446)]):
        pen.line(line, fill=150, width=4)
    for line in (
        [(330, 560), (420, 840)],
        [(640, 520), (560, 838)],
        [(300, 420), (400, 470)],
        [(660, 420), (570, 470)],
    ):
        pen.line(line, fill=90, width=16)
    shirt = puff(mask, art, _COTTON, puffiness=36, height=26, wrinkles=20, creases=creases, seed=seed)
    # The inside of the back shows in the neck; the collar runs around it.
    draw = ImageDraw.Draw(shirt)
    draw.chord((392, 92, 568, 232), 8, 172, fill=(*darker(trim, 0.42), 255))
    draw.polygon([(392, 160), (568, 160), (560, 184), (400, 184)], fill=(*darker(trim, 0.42), 255))
    draw.arc((376, 60, 584, 226), 12, 168, fill=(*lighter(trim, 0.12), 255), width=16)
    draw.arc((384, 130, 576, 176), 180, 360, fill=(*lighter(trim, 0.05), 255), width=14)
    return shirt


_SOCK_OUTLINE = [
    (330, 120),
    (520, 120),
    (516, 420),
    (522, 540),
    (560, 610),
    (690, 690),
    (722, 756),
    (690, 822),
    (610, 842),
    (480, 800),
    (370, 730),
    (326, 640),
    (330, 480),
]

_PAIRS: list[tuple[str, str, Callable[[], Image.Image], Colour, int]] = [
    ("Stripe", "条纹", lambda: stripes(_FULL, [_NAVY, rgb("#f2c14e"), _CREAM], 34), _RED, 690),
    ("Polka Dot", "波点", lambda: dots(_FULL, rgb("#3f8f8a"), _CREAM, 13, 58), _CREAM, 690),
    ("Argyle", "菱格", lambda: argyle(_FULL, rgb("#8f3a44"), _NAVY, rgb("#d9a441"), 150), _NAVY, 790),
    (
        "Zigzag",
        "锯齿纹",
        lambda: zigzag(_FULL, [rgb("#ef8354"), _CREAM, rgb("#4f5d75")], 34, 90),
        rgb("#4f5d75"),
        690,
    ),
    ("Cactus", "仙人掌", lambda: scattered(_FULL, rgb("#f6dfc8"), "cactus", 84, 122), _GREEN, 790),
    ("Cherry", "樱桃", lambda: scattered(_FULL, rgb("#fbe3e6"), "cherry", 84, 122), _RED, 790),
    ("Lemon", "柠檬", lambda: scattered(_FULL, rgb("#bfe0ea"), "lemon", 84, 122), rgb("#f2c933"), 790),
    ("Cat", "猫咪", lambda: scattered(_FULL, rgb("#f3c64f"), "cat", 84, 126), rgb("#6f7385"), 790),
    ("Whale", "鲸鱼", lambda: scattered(_FULL, _NAVY, "whale", 88, 130), rgb("#dff0f8"), 790),
    ("Plain Grey", "纯灰", lambda: stripes(_FULL, [rgb("#9a9ea6"), rgb("#949aa2")], 4), rgb("#c9453c"), 490),
]


def _sock(paint: Callable[[], Image.Image], trim: Colour, seed: int, _turn: float) -> Image.Image:
    mask = outline_mask(_SOCK_OUTLINE, rounds=3)
    art = paint()
    pen = ImageDraw.Draw(art)
    pen.rectangle((300, 100, 540, 196), fill=trim)
    for x in range(300, 540, 14):
        pen.line([(x, 100), (x, 192)], fill=darker(trim, 0.16), width=3)
    pen.ellipse((240, 560, 420, 760), fill=trim)
    pen.ellipse((600, 640, 840, 900), fill=trim)
    creases = Image.new("L", _FULL)
    dent = ImageDraw.Draw(creases)
    dent.line([(320, 196), (530, 196)], fill=200, width=5)
    dent.line([(470, 640), (540, 590)], fill=120, width=8)
    front = puff(mask, art, _COTTON, puffiness=46, height=42, wrinkles=10, creases=creases, seed=seed)
    back = ImageChops.offset(front, 96, -34).rotate(-7, Image.Resampling.BICUBIC, center=(500, 480))
    pair = Image.new("RGBA", _FULL)
    pair.alpha_composite(back)
    shadow = Image.new("RGBA", _FULL, (20, 16, 24, 255))
    soft = ImageChops.offset(front.getchannel("A"), 8, 8).filter(ImageFilter.GaussianBlur(9))
    shadow.putalpha(ImageChops.multiply(soft.point(lambda v: round(v * 0.4)), back.getchannel("A")))
    pair.alpha_composite(shadow)
    pair.alpha_composite(front)
    return pair


def shirts() -> Range:
    """The T-shirts."""
    drafts = tuple(
        Draft(
            title=f"{_SHIRTS} {name} T-Shirt",
            title_zh=f"素织{chinese}T恤",
            brand=_SHIRTS,
            description=f"Cotton T-shirt, {name.lower()}, sizes S to XL.",
            price_minor=price,
            tags=("clothes", "t-shirt", "cotton"),
            draw=partial(_shirt, paint, trim, 300 + index),
            pose="lying",
        )
        for index, (name, chinese, paint, trim, price) in enumerate(_TEES)
    )
    return Range("T-shirts", "Clothes", "TS", drafts)


def socks() -> Range:
    """The socks."""
    drafts = tuple(
        Draft(
            title=f"{_SOCKS} {name} Socks",
            title_zh=f"轻趾{chinese}袜子",
            brand=_SOCKS,
            description=f"A pair of cotton socks, {name.lower()} pattern, one size.",
            price_minor=price,
            tags=("clothes", "socks", "cotton"),
            draw=partial(_sock, paint, trim, 400 + index),
            pose="lying",
        )
        for index, (name, chinese, paint, trim, price) in enumerate(_PAIRS)
    )
    return Range("Socks", "Clothes", "SK", drafts)
