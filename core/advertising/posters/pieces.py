"""What posters are put together from: the head, a product's picture, its names, the plate with its price."""

from dataclasses import dataclass

from core.advertising.goods import Goods
from core.advertising.place import Place
from core.advertising.posters.templates import Template
from core.advertising.price import HIGH, draw_price
from core.paper.drawing import Drawing, Look, Side
from core.paper.fitting import LINE
from core.paper.page import Ink, moved
from core.paper.typefaces import Typefaces

LEAST = 2.1
"""Millimetres of the smallest letters: six points."""
_PLATE_PAD = 0.14
"""Around the price, in heights of the plate."""
_BADGE = 0.72
"""Width of a saving in its disc, as a share."""


@dataclass(frozen=True, slots=True)
class Head:
    """The words at the top.

    Attributes:
        headlines: one a language.
        days: when it holds, one a language.
    """

    headlines: tuple[str, ...]
    days: tuple[str, ...]


def draw_head(drawing: Drawing, head: Head, place: Place, ink: Ink, large: float) -> float:
    """The head from the top of ``place`` downwards, the first headline's letters ``large`` at most; where it
    ends."""
    top = place.y
    sizes = (large, 0.62 * large)
    for number, text in enumerate(head.headlines):
        size = sizes[min(number, 1)]
        room = (place.width, max(LINE * size, LEAST * LINE) * 2)
        wide = drawing.typefaces.width(text, is_bold=True) * size
        lines = 1 if wide * 0.6 <= place.width else 2
        fitted = drawing.paragraph(
            text, place.x, top, room, (size, LEAST), lines, Look(is_bold=True, ink=ink)
        )
        top += fitted.height
    top += 0.12 * large if head.days else 0
    for text in head.days:
        size = 0.3 * large
        drawn = drawing.line(text, place.x, top + LINE * size, place.width, size, LEAST, Look(ink=ink))
        top += drawn.height
    return top


def draw_picture(drawing: Drawing, goods: Goods, place: Place, template: Template) -> None:
    """The product in ``place``, on the template's tile."""
    if goods.picture.image is not None:
        drawing.picture(
            *goods.picture.on_ground(template.tile), (place.x, place.y, place.width, place.height)
        )
        return
    size = 0.6 * min(place.width, place.height)
    faint = tuple(0.82 * part for part in template.tile)
    look = Look(is_bold=True, ink=(faint[0], faint[1], faint[2]), side=Side.MIDDLE)
    bottom = place.y + place.height / 2 + 0.6 * size
    drawing.line(goods.titles[0][:1], place.x + place.width / 2, bottom, place.width, size, size, look)


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles that were laid out: their lines, how high they are, whether one had to be shortened."""

    drawing: Drawing
    height: float
    is_cut: bool


def lay_out_titles(
    typefaces: Typefaces, goods: Goods, room: tuple[float, float], ink: Ink, large: float
) -> Titles:
    """Each title below the one before, from the corner of ``room``, its width and height."""
    drawing = Drawing(typefaces)
    is_cut, top, size = False, 0.0, large
    share = room[1] / max(1, len(goods.titles))
    for number, title in enumerate(goods.titles):
        look = Look(is_bold=number == 0, ink=ink)
        fitted = drawing.paragraph(title, 0.0, top, (room[0], share), (size, LEAST), 3, look)
        is_cut |= fitted.is_cut
        top += fitted.height
        size = 0.8 * fitted.size
    return Titles(drawing, top, is_cut)


def draw_titles(drawing: Drawing, titles: Titles, x: float, y: float) -> None:
    """Put them with their corner at ``x``, ``y``."""
    drawing.marks.extend(moved(mark, x, y) for mark in titles.drawing.marks)


def draw_plate(drawing: Drawing, goods: Goods, place: Place, template: Template, beside: Ink) -> None:
    """The price on its plate at the left of ``place``, as high as that; what it was, and the price to compare
    by, beside it in ``beside``. Nothing without a price."""
    facts = goods.facts
    if not facts.price:
        return
    pad = _PLATE_PAD * place.height
    small = [(facts.was, True), (facts.compared, False)]
    small = [one for one in small if one[0]]
    most = (0.66 if small else 1.0) * place.width - 2.4 * pad
    trial = Drawing(drawing.typefaces)
    space = (most, place.height - 2 * pad)
    look = Look(ink=template.on_plate)
    wide, high = draw_price(trial, facts.price, place.x + 1.2 * pad, place.y, space, look)
    top = place.y + (place.height - high) / 2
    # what stands below the foot of the figures is a comma alone: a little lower looks like the middle
    drawing.box(place.x, place.y, wide + 2.4 * pad, place.height, template.plate, 0.16 * place.height)
    draw_price(drawing, facts.price, place.x + 1.2 * pad, top + 0.06 * high, space, look)
    left = place.x + wide + 3.4 * pad
    size = min(0.3 * place.height, 0.5 * high / HIGH)
    middle = place.y + place.height / 2
    for number, (text, is_struck) in enumerate(small):
        bottom = middle + (0.5 if len(small) == 1 else number) * LINE * size * 1.05
        drawing.line(
            text, left, bottom, place.right - left, size, LEAST / 2, Look(ink=beside, is_struck=is_struck)
        )


def draw_saving(
    drawing: Drawing, goods: Goods, x: float, y: float, across: float, template: Template
) -> None:
    """The saving in a disc with its middle at ``x``, ``y``; nothing without one."""
    if not goods.saving:
        return
    drawing.box(x - across / 2, y - across / 2, across, across, template.ground, across / 2)
    inner = 0.9 * across
    drawing.box(x - inner / 2, y - inner / 2, inner, inner, template.plate, inner / 2)
    size = 0.3 * across
    look = Look(is_bold=True, ink=template.on_plate, side=Side.MIDDLE)
    drawing.line(goods.saving, x, y + 0.62 * size, _BADGE * across, size, LEAST / 2, look)
