"""Chocolate bars in paper wrappers, standing upright."""

from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import WHITE, Colour, darker, ink_on, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import dots, scattered, slanted, waves, zigzag
from demo_drawing.packs import box, plain
from demo_drawing.product import Draft, Range

_BRAND = "Cocoa Finch"
_GOLD = rgb("#e2bf6d")
_KINDS = [
    ("Milk", "牛奶巧克力", "milk", "#3b7fc4", "#7a4a2b", 189),
    ("Dark 70%", "70%黑巧克力", "cocoa", "#3a2420", "#2a1610", 219),
    ("Dark 85%", "85%黑巧克力", "coffee", "#1f2a2e", "#1d0f0b", 229),
    ("White Vanilla", "香草白巧克力", "vanilla", "#f1e2b8", "#f0dfb4", 199),
    ("Hazelnut", "榛子巧克力", "hazelnut", "#7fa64a", "#6b3f22", 219),
    ("Almond", "杏仁巧克力", "almond", "#cf9a4f", "#6b3f22", 219),
    ("Salted Caramel", "海盐焦糖巧克力", "caramel", "#d9772b", "#7a4a2b", 229),
    ("Orange", "香橙巧克力", "orange", "#f0592a", "#2a1610", 219),
    ("Raspberry", "覆盆子巧克力", "raspberry", "#d13a6c", "#2a1610", 229),
    ("Mint", "薄荷巧克力", "mint", "#3aa98a", "#2a1610", 209),
]


def _ground(index: int, size: tuple[int, int], colour: Colour) -> Image.Image:
    tone = lighter(colour, 0.16)
    return [
        lambda: dots(size, colour, tone, 7, 34),
        lambda: zigzag(size, [colour, tone], 22, 60),
        lambda: slanted(size, colour, tone, 12, 26),
        lambda: waves(size, [colour, tone], 26, 80),
    ][index % 4]()


def _front(name: str, motif: str, colour: Colour, tablet: Colour, index: int) -> Image.Image:
    art = _ground(index, (330, 620), colour)
    pen = ImageDraw.Draw(art)
    for k in range(3):
        for j in range(2):
            x, y = 66 + 100 * j, 396 + 66 * k
            pen.rounded_rectangle((x, y, x + 96, y + 62), 7, fill=tablet)
            pen.rounded_rectangle((x + 9, y + 8, x + 87, y + 54), 5, fill=lighter(tablet, 0.10))
            pen.line([(x + 10, y + 9), (x + 86, y + 9)], fill=lighter(tablet, 0.35), width=3)
    pen.rectangle((0, 0, 330, 22), fill=_GOLD)
    pen.rectangle((0, 598, 330, 620), fill=_GOLD)
    pen.rounded_rectangle((34, 56, 296, 372), 12, fill=lighter(colour, 0.88), outline=_GOLD, width=5)
    put_text(art, _BRAND, (52, 72, 278, 112), darker(colour, 0.5), weight=0.5)
    put_motif(art, motif, 165, 210, 176)
    put_text(art, name, (50, 306, 280, 354), darker(colour, 0.35), weight=0.9)
    put_motif(art, motif, 262, 548, 96, angle=-12)
    put_text(art, "100 g", (30, 564, 100, 588), ink_on(colour), weight=0.5)
    return art


def _draw(name: str, motif: str, colour: Colour, tablet: Colour, index: int, turn: float) -> Image.Image:
    side = plain((40, 620), darker(colour, 0.15))
    if turn:
        back = scattered((330, 620), lighter(colour, 0.75), motif, 60, 90)
        pen = ImageDraw.Draw(back)
        pen.rectangle((40, 360, 290, 560), fill=WHITE)
        for k in range(9):
            pen.rectangle((54, 376 + 20 * k, 270 - k * 47 % 90, 384 + 20 * k), fill=darker(colour, 0.2))
        return box(back, side, plain((330, 40), _GOLD), (320, 600, 34), turn=-8, yaw=-14)
    return box(
        _front(name, motif, colour, tablet, index),
        side,
        plain((330, 40), _GOLD),
        (320, 600, 34),
        turn=0,
        yaw=18,
    )


def chocolate() -> Range:
    """The chocolate bars."""
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name} Chocolate 100 g",
            title_zh=f"可可雀{chinese}100克",
            brand=_BRAND,
            description=f"{name} chocolate, a 100 g bar of six pieces.",
            price_minor=price,
            tags=("sweet", "bar", motif),
            draw=partial(_draw, name, motif, rgb(colour), rgb(tablet), index),
            second_turn=180 if index % 4 == 0 else None,
        )
        for index, (name, chinese, motif, colour, tablet, price) in enumerate(_KINDS)
    )
    return Range("Chocolate", "Sweets", "CH", drafts)
