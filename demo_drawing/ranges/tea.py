"""Loose tea in round tins."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import scattered, waves
from demo_drawing.packs import ribbed
from demo_drawing.product import Draft, Range
from demo_drawing.render.lathe import Section, turn_on_lathe
from demo_drawing.render.shading import METAL, SATIN

_BRAND = "Lanternleaf"
_GOLD = rgb("#d8b25a")
_KINDS = [
    ("Earl Grey", "伯爵红茶", "#27406b", "orange", 649),
    ("English Breakfast", "英式早餐茶", "#8e2430", "cup", 599),
    ("Jasmine Green", "茉莉花绿茶", "#3f8a5c", "jasmine", 689),
    ("Sencha", "煎茶", "#7fa53a", "tea leaf", 729),
    ("Chamomile", "洋甘菊茶", "#e0b23c", "chamomile", 579),
    ("Peppermint", "胡椒薄荷茶", "#2f9c8f", "mint", 549),
    ("Rooibos Vanilla", "香草路易波士茶", "#bf5730", "rooibos", 599),
    ("Hibiscus", "洛神花茶", "#b52f6a", "hibiscus", 569),
    ("Lavender Dream", "薰衣草梦茶", "#7a63b0", "lavender", 619),
]


def _wrap(name: str, colour: Colour, motif: str) -> Image.Image:
    size = (1100, 420)
    art = waves(size, [colour, lighter(colour, 0.07)], 30, 110)
    small = scattered(size, colour, motif, 46, 92)
    art = Image.blend(art, small, 0.28)
    pen = ImageDraw.Draw(art)
    for y in (10, 402):
        pen.rectangle((0, y - 5, 1100, y + 5), fill=_GOLD)
    for centre in (550, 0, 1100):
        pen.ellipse((centre - 158, 52, centre + 158, 368), fill=_GOLD)
        pen.ellipse((centre - 150, 60, centre + 150, 360), fill=CREAM)
        pen.ellipse((centre - 140, 70, centre + 140, 350), outline=colour, width=3)
        put_motif(art, motif, centre, 172, 138)
        put_text(art, _BRAND, (centre - 76, 84, centre + 76, 108), darker(colour, 0.3), weight=0.4)
        pen.rectangle((centre - 176, 246, centre + 176, 306), fill=darker(colour, 0.15))
        pen.line([(centre - 176, 250), (centre + 176, 250)], fill=_GOLD, width=2)
        pen.line([(centre - 176, 302), (centre + 176, 302)], fill=_GOLD, width=2)
        put_text(art, name, (centre - 130, 254, centre + 130, 298), ink_on(colour), weight=0.7)
        put_text(art, "100 g", (centre - 40, 316, centre + 40, 338), darker(colour, 0.3), weight=0.3)
    return art


def _draw(name: str, colour: Colour, motif: str, turn: float) -> Image.Image:
    r, h = 170.0, 390.0
    lid = darker(colour, 0.12)
    return turn_on_lathe(
        [
            Section([(r, 0), (r, 10)], _GOLD, METAL),
            Section([(r, 10), (r, h)], _wrap(name, colour, motif), SATIN),
            Section([(r * 1.015, h), (r * 1.015, h + 10)], _GOLD, METAL),
            Section([(r * 1.015, h + 10), (r * 1.015, h + 66), (r * 0.99, h + 76)], lid, SATIN, 1),
            Section(
                [(r * 0.99, h + 76), (r * 0.9, h + 80), (r * 0.3, h + 84), (0, h + 84)],
                lighter(lid, 0.12),
                SATIN,
            ),
            Section(
                [(26, h + 86), (22, h + 98), (34, h + 108), (30, h + 122), (0, h + 126)],
                ribbed(_GOLD, 24),
                METAL,
                2,
            ),
        ],
        turn=turn / 360,
        tilt=0.2,
    )


def tea() -> Range:
    """The tea tins."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} Tea 100 g",
            title_zh=f"灯笼叶{chinese}100克",
            brand=_BRAND,
            description=f"Loose {name} tea in a round tin with a tight lid, 100 g.",
            price_minor=price,
            tags=("hot drink", "tin", "tea"),
            draw=partial(_draw, name, rgb(colour), motif),
            second_turn=42 if index % 3 == 0 else None,
        )
        for index, (name, chinese, colour, motif, price) in enumerate(_KINDS)
    )
    return Range("Tea", "Hot drinks", "TE", drafts)
