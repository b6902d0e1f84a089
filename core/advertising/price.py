"""A price that reads from afar: large figures, the small coin and the sign smaller and raised beside them."""

import re
from dataclasses import replace

from core.paper.drawing import Drawing, Look, Side
from core.paper.fitting import ASCENT, LINE

_PRICE = re.compile(r"(?P<sign>\D*)(?P<whole>\d[\d.,\s]*?)(?P<coins>(?<=[.,])\d\d)?(?P<behind>[^\d.,].*)?")
_APART = " \u00a0"
_SMALL, _UNIT, _GAP = 0.52, 0.3, 0.12
_CAPITAL = 0.727
"""Height of a figure of our typeface, in em."""
HIGH = 0.9
"""From the top of the figures to the foot of the line, in sizes."""


def draw_price(
    drawing: Drawing, price: str, x: float, top: float, room: tuple[float, float], look: Look
) -> tuple[float, float]:
    """``price`` as large as ``room`` (width, height) allows, from ``x`` and ``top``; its width and height.

    The small coins are raised; what it is the price of ("/ kg") stands small at its foot.
    """
    parts = _parts(price)
    bold = replace(look, is_bold=True, side=Side.LEFT)
    widths = [share * drawing.typefaces.width(text, is_bold=True) for text, share, _ in parts]
    gaps = [_GAP * (text[0] in _APART) for text, _, _ in parts]
    size = min(room[1] / HIGH, room[0] / (sum(widths) + sum(gaps)))
    foot = top + _CAPITAL * size
    place = x
    for (text, share, is_raised), wide, gap in zip(parts, widths, gaps, strict=True):
        place += gap * size
        own = share * size
        baseline = foot - _CAPITAL * (size - own) * is_raised
        bottom = baseline + (LINE - ASCENT) * own
        drawing.line(text.strip(), place, bottom, wide * size + 0.01, own, own, bold)  # widths are rounded
        place += wide * size
    return place - x, HIGH * size


def _parts(price: str) -> list[tuple[str, float, bool]]:
    """Pieces of the price from the left: text, size as a share of the figures', whether it is raised."""
    found = _PRICE.fullmatch(price)
    if found is None:
        return [(price, 1.0, False)]
    sign, slash, unit = (found["behind"] or "").partition(" / ")
    pieces = [
        (found["sign"], _SMALL, True),
        (found["whole"], 1.0, False),
        (found["coins"] or "", _SMALL, True),
        (sign, _SMALL, True),
        (slash + unit, _UNIT, False),
    ]
    return [piece for piece in pieces if piece[0]]
