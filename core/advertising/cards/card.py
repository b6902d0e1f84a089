"""One product's card: its picture on a light ground, below it what a customer asks for, and a code.

All measures follow from the card's own size, so that a card on A6 and one of six on a page look alike.
"""

from collections.abc import Sequence
from datetime import date

from core.advertising.goods import Goods
from core.advertising.place import Place
from core.advertising.price import draw_price
from core.advertising.words import Language, Said, days_said
from core.paper.drawing import Drawing, Look, Side
from core.paper.fitting import LINE
from core.paper.page import WHITE, ink
from core.paper.symbols import drawn, qr_of

_GROUND, _TEXT, _MUTED, _SALE = ink("#f3efe8"), ink("#1c1a17"), ink("#6b6459"), ink("#b3231b")
_FAINT = ink("#d8d0c3")
_PICTURE = 0.47
"""Of the card's height."""
_SIZE, _SHELF = Said("Size", "规格"), Said("Shelf", "货架")
_LEAST = 1.7
"""Millimetres of the smallest letters: five points."""
_FACT, _CODE = 3.9, 17.0
"""Hundredths of the card's width: letters of the lines at the foot, the side of the code."""
_SMALLER = 0.72
"""So much smaller letters are better than a second line."""


def draw_card(drawing: Drawing, goods: Goods, place: Place, facts: Sequence[str], rows: int) -> bool:
    """Draw the card; whether a title had to be shortened.

    Args:
        facts: the small lines at its foot.
        rows: as many lines of those are left room for, so that prices side by side stand at one height.
    """
    unit = min(place.width, place.height / 1.35) / 100
    pad, high = 7 * unit, _PICTURE * place.height
    _picture(drawing, goods, Place(place.x, place.y, place.width, high), unit)
    left, right = place.x + pad, place.x + place.width - pad
    bottom = place.y + place.height - pad
    room = right - left - _CODE * unit - 3 * unit
    _code(drawing, goods, right, bottom, unit)
    price = bottom - max(rows * LINE * _FACT, _CODE - 16) * unit - 16 * unit
    for number, line in enumerate(facts):
        below = price + 16 * unit + (number + 1) * LINE * _FACT * unit
        drawing.line(line, left, below, room, _FACT * unit, _LEAST / 2, Look(ink=_MUTED))
    if goods.facts.price:
        _price(drawing, goods, left, price, room, unit)
    top = place.y + high + 5.5 * unit
    if goods.product.brand:
        bold = Look(is_bold=True, ink=_MUTED)
        drawing.line(goods.product.brand, left, top + 4 * unit, right - left, 3.4 * unit, _LEAST, bold)
        top += 5.2 * unit
    return _titles(drawing, goods, Place(left, top, right - left, price - top - unit), unit)


def card_facts(goods: Goods, language: Language, day: date) -> list[str]:
    """The small lines at a card's foot: price to compare by, size, shelf, how long the price holds."""
    sale = goods.product.sale
    ends = days_said(None, date.fromisoformat(sale.ends)) if sale.is_on(day) and sale.ends else Said("", "")
    lines = [
        goods.facts.compared,
        f"{_SIZE.line(language)}  {goods.size}" if goods.size else "",
        f"{_SHELF.line(language)}  {goods.facts.shelf}" if goods.facts.shelf else "",
        *ends.lines(language),
    ]
    return [line for line in lines if line]


def _price(drawing: Drawing, goods: Goods, left: float, top: float, room: float, unit: float) -> None:
    is_lower = bool(goods.facts.was)
    space = (0.62 * room if is_lower else room, 13 * unit)
    look = Look(ink=_SALE if is_lower else _TEXT)
    wide, _ = draw_price(drawing, goods.facts.price, left, top + unit, space, look)
    struck = Look(ink=_MUTED, is_struck=True)
    before = left + wide + 3 * unit
    drawing.line(
        goods.facts.was, before, top + 11.5 * unit, left + room - before, 5 * unit, _LEAST / 2, struck
    )


def _picture(drawing: Drawing, goods: Goods, place: Place, unit: float) -> None:
    drawing.box(place.x, place.y, place.width, place.height, _GROUND)
    inset = 5 * unit
    inner = (place.x + inset, place.y + inset, place.width - 2 * inset, place.height - 2 * inset)
    if goods.picture.image is not None:
        drawing.picture(*goods.picture.on_ground(_GROUND), inner)
    else:  # a letter in its place; a customer need not read that a photo is missing
        size = 0.7 * inner[3]
        middle = place.y + place.height / 2 + 0.55 * size
        drawing.line(
            goods.titles[0][:1], place.x + place.width / 2, middle, inner[2], size, size,
            Look(True, _FAINT, Side.MIDDLE),
        )  # fmt: skip
    if goods.saving:
        across = 21 * unit
        x, y = place.x + place.width - across - 4 * unit, place.y + 4 * unit
        drawing.box(x, y, across, across, _SALE, across / 2)
        drawing.line(
            goods.saving, x + across / 2, y + across / 2 + 3.6 * unit, 0.84 * across, 6 * unit, _LEAST / 2,
            Look(True, WHITE, Side.MIDDLE),
        )  # fmt: skip


def _titles(drawing: Drawing, goods: Goods, place: Place, unit: float) -> bool:
    """Each title below the one before, on one line where that is not much smaller."""
    is_cut, top, most = False, place.y, 8 * unit
    share = place.height / max(1, len(goods.titles))
    for number, title in enumerate(goods.titles):
        look = Look(number == 0, _TEXT if number == 0 else _MUTED)
        wide = drawing.typefaces.width(title, is_bold=look.is_bold)
        lines = 1 if wide * _SMALLER * most <= place.width else 3
        sizes = (most, max(_LEAST, 2.4 * unit))
        fitted = drawing.paragraph(title, place.x, top, (place.width, share), sizes, lines, look)
        is_cut |= fitted.is_cut
        top += fitted.height + unit
        most = 0.85 * fitted.size
    return is_cut


def _code(drawing: Drawing, goods: Goods, right: float, bottom: float, unit: float) -> None:
    """The QR in its corner with the product's number below; its light margin reaches over the card's own."""
    symbol = qr_of(goods.product)
    module = _CODE * unit / len(symbol.modules)
    small, high = 2.6 * unit, _CODE * unit
    top = bottom - LINE * small - high
    drawing.marks.extend(drawn(symbol, right - high - symbol.margins[0] * module, top, module, high))
    number = Look(ink=_MUTED, side=Side.MIDDLE)
    drawing.line(goods.facts.sku, right - high / 2, bottom + 0.6 * unit, high, small, _LEAST / 2, number)
