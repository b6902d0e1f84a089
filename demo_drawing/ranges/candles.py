"""Scented candles in glasses, with a flame."""

from functools import partial

from PIL import Image, ImageDraw, ImageFilter

from demo_drawing.art.colours import CREAM, Colour, darker, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.packs import plain
from demo_drawing.product import Draft, Range
from demo_drawing.render.canvas import CANVAS
from demo_drawing.render.lathe import Opening, Section, turn_on_lathe
from demo_drawing.render.shading import GLASS, SATIN

_BRAND = "Emberwick"
_SCENTS = [
    ("Vanilla", "香草", "vanilla", "#f3e3b5", "#b98d3a", 1290),
    ("Lavender", "薰衣草", "lavender", "#cdbfe6", "#6f5aa8", 1290),
    ("Orange & Clove", "橙子丁香", "orange", "#f4b06a", "#b5541c", 1390),
    ("Rose Garden", "玫瑰园", "rose", "#f2b8c6", "#a83a5c", 1390),
    ("Sea Breeze", "海风", "wave", "#b3dbe8", "#2f7191", 1290),
    ("Forest Moss", "森林苔藓", "sage", "#a3bd93", "#4a6b3f", 1390),
    ("Fig & Berry", "无花果浆果", "fig", "#9c6a86", "#5a2f4a", 1490),
    ("Night Sky", "夜空", "moon", "#53608f", "#2c3560", 1490),
]


def _draw(name: str, motif: str, wax: Colour, ink: Colour, turn: float) -> Image.Image:
    r, h = 176.0, 380.0
    label = plain((1110, 240), wax)
    pen = ImageDraw.Draw(label)
    for centre in (0, 555, 1110):
        pen.rectangle((centre - 130, 6, centre + 130, 234), fill=CREAM, outline=ink, width=3)
        put_text(label, _BRAND.upper(), (centre - 104, 20, centre + 104, 48), ink, weight=0.5, tracking=0.16)
        put_motif(label, motif, centre, 116, 118)
        put_text(label, name, (centre - 108, 180, centre + 108, 214), darker(ink, 0.2), weight=0.7)
    candle = turn_on_lathe(
        [
            Section([(r * 0.92, 0), (r, 12)], lighter(wax, 0.1), GLASS, 1),
            Section([(r, 12), (r, 60)], wax, GLASS),
            Section([(r + 1, 60), (r + 1, 290)], label, SATIN),
            Section([(r, 290), (r, h - 50)], wax, GLASS),
            Section([(r, h - 50), (r, h)], lighter(wax, 0.55), GLASS),
        ],
        turn=turn / 360,
        tilt=0.24,
        opening=Opening(
            radius=r, height=h, wall=lighter(wax, 0.5), contents=lighter(wax, 0.35), depth=34, lip=7
        ),
    )
    glow = Image.new("RGBA", (CANVAS, CANVAS))
    top = candle.getbbox() or (0, 0, CANVAS, CANVAS)
    x, y = CANVAS / 2, top[1] + 74
    flame = ImageDraw.Draw(glow)
    flame.line([(x, y), (x, y - 26)], fill=(50, 40, 36, 255), width=5)
    flame.ellipse((x - 17, y - 74, x + 17, y - 14), fill=(255, 176, 46, 255))
    flame.polygon([(x - 15, y - 56), (x, y - 108), (x + 15, y - 56)], fill=(255, 176, 46, 255))
    flame.ellipse((x - 9, y - 54, x + 9, y - 18), fill=(255, 244, 200, 255))
    candle.alpha_composite(glow.filter(ImageFilter.GaussianBlur(1.5)))
    return candle


def candles() -> Range:
    """The candles."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} Candle",
            title_zh=f"烛芯{chinese}香薰蜡烛",
            brand=_BRAND,
            description=f"Scented candle, {name.lower()}, in a glass; burns for forty hours.",
            price_minor=price,
            tags=("home", "candle", "gift"),
            draw=partial(_draw, name, motif, rgb(wax), rgb(ink)),
            second_turn=44 if index % 4 == 0 else None,
        )
        for index, (name, chinese, motif, wax, ink, price) in enumerate(_SCENTS)
    )
    return Range("Candles", "Home", "CA", drafts)
