"""Soap in boxes, shampoo in bottles."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import scattered, terrazzo
from demo_drawing.packs import plain, ribbed
from demo_drawing.product import Draft, Range
from demo_drawing.render.boxes import box_faces, render_faces
from demo_drawing.render.canvas import CANVAS
from demo_drawing.render.lathe import Section, turn_on_lathe
from demo_drawing.render.shading import SATIN

_BRAND = "Sudsley"
_SOAPS = [
    ("Lavender", "薰衣草", "lavender", "#9a86c8", 349),
    ("Olive", "橄榄", "olive", "#9aa65a", 329),
    ("Rose", "玫瑰", "rose", "#e58aa5", 349),
    ("Lemon", "柠檬", "lemon", "#f0d24a", 299),
    ("Mint", "薄荷", "mint", "#6fc2a4", 319),
    ("Honey Oat", "蜂蜜燕麦", "honey", "#dba954", 359),
]
_SHAMPOOS = [
    ("Chamomile", "洋甘菊", "chamomile", "#f2d27a", 499),
    ("Coconut", "椰子", "coconut", "#8fd0cf", 529),
    ("Sage", "鼠尾草", "sage", "#a9c2a0", 519),
    ("Cherry Blossom", "樱花", "hibiscus", "#f3a9c0", 549),
]


def _soap(name: str, motif: str, colour: Colour, turn: float) -> Image.Image:
    front = plain((520, 300), lighter(colour, 0.72))
    pen = ImageDraw.Draw(front)
    pen.rectangle((14, 14, 506, 286), outline=colour, width=4)
    put_motif(front, motif, 116, 152, 190)
    put_text(front, _BRAND, (222, 40, 490, 112), darker(colour, 0.5), weight=0.6)
    put_text(front, name, (222, 126, 490, 196), darker(colour, 0.25), weight=1.0)
    put_text(front, "hand soap · 120 g", (252, 220, 460, 248), darker(colour, 0.5), weight=0.2)
    top = scattered((520, 260), lighter(colour, 0.3), motif, 70, 104)
    side = plain((260, 300), colour)
    put_text(side, _BRAND, (40, 110, 220, 190), WHITE, weight=0.8)
    faces = box_faces(500, 270, 250, front=front, side=side, top=top)
    carton = render_faces(faces, yaw=24 + turn, pitch=0.36)
    bar = _bar(motif, colour)
    scene = Image.new("RGBA", (CANVAS, CANVAS))
    scene.alpha_composite(carton, (0, 0))
    scene.alpha_composite(bar)
    return scene


def _bar(motif: str, colour: Colour) -> Image.Image:
    """A bar of soap lying in front of its box."""
    top = terrazzo((260, 170), lighter(colour, 0.42), [lighter(colour, 0.2), lighter(colour, 0.65)], 16, 5)
    put_text(top, _BRAND, (60, 60, 200, 110), darker(colour, 0.12), weight=0.8)
    front = plain((260, 70), lighter(colour, 0.38))
    side = plain((170, 70), lighter(colour, 0.3))
    bar = render_faces(box_faces(250, 66, 165, front=front, side=side, top=top), yaw=-20, pitch=0.5, edge=110)
    cut = bar.crop(bar.getbbox())
    place = Image.new("RGBA", (CANVAS, CANVAS))
    place.alpha_composite(cut, (150, 862 - cut.height))
    return place


def _shampoo(name: str, motif: str, colour: Colour, turn: float) -> Image.Image:
    r, h = 130.0, 440.0
    wrap = plain((820, 440), colour)
    pen = ImageDraw.Draw(wrap)
    for centre in (0, 410, 820):
        pen.rounded_rectangle((centre - 96, 60, centre + 96, 390), 90, fill=CREAM)
        put_text(wrap, _BRAND, (centre - 70, 104, centre + 70, 148), darker(colour, 0.55), weight=0.7)
        put_motif(wrap, motif, centre, 226, 128)
        put_text(
            wrap,
            name.replace(" ", "\n"),
            (centre - 74, 296, centre + 74, 340),
            darker(colour, 0.5),
            weight=0.8,
        )
        put_text(wrap, "shampoo", (centre - 46, 346, centre + 46, 366), darker(colour, 0.5), weight=0.2)
    pump = darker(colour, 0.06)
    bottle = turn_on_lathe(
        [
            Section([(r * 0.9, 0), (r, 12)], colour, SATIN, 1),
            Section([(r, 12), (r, h)], wrap, SATIN),
            Section([(r, h), (r * 0.96, h + 24), (r * 0.4, h + 44), (r * 0.38, h + 50)], colour, SATIN, 2),
            Section(
                [(r * 0.42, h + 50), (r * 0.42, h + 92), (r * 0.36, h + 98), (r * 0.16, h + 98)],
                ribbed(WHITE, 40),
                SATIN,
            ),
            Section([(r * 0.13, h + 98), (r * 0.13, h + 140)], WHITE, SATIN),
            Section(
                [(r * 0.34, h + 140), (r * 0.34, h + 168), (r * 0.2, h + 176), (0, h + 176)], pump, SATIN, 1
            ),
        ],
        turn=turn / 360,
        tilt=0.16,
    )
    box = bottle.getbbox() or (0, 0, CANVAS, CANVAS)
    spout = ImageDraw.Draw(bottle)
    y = box[1] + 22
    spout.rounded_rectangle((CANVAS / 2 - 150, y, CANVAS / 2 - 20, y + 20), 9, fill=pump)
    spout.rounded_rectangle((CANVAS / 2 - 150, y, CANVAS / 2 - 130, y + 40), 8, fill=darker(pump, 0.1))
    return bottle


def care() -> Range:
    """Soap and shampoo."""
    soaps = [
        Draft(
            title=f"{_BRAND} {name} Soap 120 g",
            title_zh=f"泡泡里{chinese}香皂120克",
            brand=_BRAND,
            description=f"{name} hand soap, cold stirred, in a cardboard box, 120 g.",
            price_minor=price,
            tags=("care", "soap", name.lower()),
            draw=partial(_soap, name, motif, rgb(colour)),
        )
        for name, chinese, motif, colour, price in _SOAPS
    ]
    shampoos = [
        Draft(
            title=f"{_BRAND} {name} Shampoo 300 ml",
            title_zh=f"泡泡里{chinese}洗发水300毫升",
            brand=_BRAND,
            description=f"{name} shampoo for every day, 300 ml with a pump.",
            price_minor=price,
            tags=("care", "shampoo", name.lower()),
            draw=partial(_shampoo, name, motif, rgb(colour)),
            second_turn=46 if index == 0 else None,
        )
        for index, (name, chinese, motif, colour, price) in enumerate(_SHAMPOOS)
    ]
    return Range("Soap and shampoo", "Home", "SO", (*soaps, *shampoos))
