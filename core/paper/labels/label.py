"""One label's face: where the title, the price, the code and the small print stand, and how large they are.

A label that is wide enough has its code at the left and the price beside it; a narrow one has the price above
the code. The title fills what is left at the top, the SKU and the shelf stand at the foot. Light margins of
bars reach to the label's own edge: the paper beyond it is light too.
"""

from dataclasses import dataclass, field

from core.paper.drawing import PLAIN, Drawing, Look, Side
from core.paper.fitting import LINE
from core.paper.labels.facts import LabelFacts
from core.paper.page import Mark
from core.paper.symbols import Symbol, drawn, least_width, module_size
from core.paper.typefaces import Typefaces

_LEAST = 1.7
"""Millimetres of the smallest letters: five points."""
_PRICE_BESIDE = 0.42
"""Share of the width that a price beside the code has, unless the code needs it."""
_LEAST_PRICE_BESIDE = 17.0
_BARS = (5.0, 15.0)
"""Millimetres of the height of bars: what a hand scanner still catches at a slant, and what is enough."""
_GAP = 0.4
_RIGHT, _BOLD, _BOLD_RIGHT = Look(side=Side.RIGHT), Look(is_bold=True), Look(is_bold=True, side=Side.RIGHT)


@dataclass(slots=True)
class LabelFace:
    """What was laid out.

    Attributes:
        is_title_cut: whether the title had to be shortened.
        is_code_small: whether the code is smaller than a till's scanner is sure to read.
    """

    marks: list[Mark] = field(default_factory=list)
    is_title_cut: bool = False
    is_code_small: bool = False


def label_face(facts: LabelFacts, size: tuple[float, float], dot: float, typefaces: Typefaces) -> LabelFace:
    """Lay out one label of ``size`` with its corner at the origin; ``dot`` is the printer's."""
    composing = _Composing(facts, *size, dot, typefaces)
    composing.foot()
    symbol = facts.symbol
    if symbol is None:
        composing.price_line(0.5)
    elif facts.price and composing.has_room_beside(symbol):
        composing.code_and_price(symbol)
    else:
        composing.code(symbol)
        composing.price_line(0.48)
    composing.title()
    composing.face.marks = composing.drawing.marks
    return composing.face


class _Composing:
    """The label from its foot upwards; ``bottom`` is where the room ends that is still free."""

    def __init__(
        self, facts: LabelFacts, width: float, height: float, dot: float, typefaces: Typefaces
    ) -> None:
        self.face = LabelFace()
        self._facts = facts
        self._width = width
        self._height = height
        self._dot = dot
        self.drawing = Drawing(typefaces)
        self._left = self._top = margin = min(3.0, max(1.0, 0.055 * min(width, height)))
        self._right = width - margin
        self._bottom = height - margin
        self._small = min(2.8, max(_LEAST, 0.062 * height))

    def foot(self) -> None:
        """The SKU at the left, the shelf at the right."""
        sku, shelf = self._facts.sku, self._facts.shelf
        if not (sku or shelf):
            return
        room = self._right - self._left
        half = room / 2 - 1 if sku and shelf else room
        self._line(sku, self._left, self._bottom, half, self._small)
        self._line(shelf, self._right, self._bottom, half, self._small, _BOLD_RIGHT)
        self._bottom -= LINE * self._small + _GAP

    def title(self) -> None:
        """All the room that is left."""
        title = self.drawing.paragraph(
            self._facts.title,
            self._left,
            self._top,
            (self._right - self._left, self._bottom - self._top),
            (min(9.0, max(3.0, 0.13 * self._height)), _LEAST),
            4,
            _BOLD,
        )
        self.face.is_title_cut = title.is_cut

    def price_line(self, share: float) -> None:
        """The price over the whole width, what it was and what it is compared by at its left.

        Args:
            share: of the free height that it may take.
        """
        facts = self._facts
        if not facts.price:
            return
        beside = [text for text in (facts.compared, facts.was) if text]
        side = 0.36 * (self._right - self._left) if beside else 0.0
        height = min(share * (self._bottom - self._top), 16.0)
        room = self._right - self._left - side
        taken = self._line(facts.price, self._right, self._bottom, room, height / LINE, _BOLD_RIGHT)
        for number, text in enumerate(beside):
            bottom = self._bottom - number * LINE * self._small
            self._line(text, self._left, bottom, side - 1, self._small, Look(is_struck=text == facts.was))
        self._bottom -= max(taken, len(beside) * LINE * self._small) + 0.3

    def has_room_beside(self, symbol: Symbol) -> bool:
        """Whether the price fits at the right of the code."""
        return self._right - least_width(symbol, self._dot) >= _LEAST_PRICE_BESIDE + self._left

    def code_and_price(self, symbol: Symbol) -> None:
        """The code at the left of the free room's lower part, the price at its right."""
        facts, small = self._facts, 1.25 * self._small
        height = min(0.62 * (self._bottom - self._top), 32.0)
        room = max(least_width(symbol, self._dot), (1 - _PRICE_BESIDE) * self._right)
        right, high = self._code(symbol, room, height, is_left=True)
        room, bottom = self._right - right - 1, self._bottom
        free = max(height, high) - LINE * small * (bool(facts.was) + bool(facts.compared))
        if facts.compared:
            bottom -= self._line(facts.compared, self._right, bottom, room, small, _RIGHT)
        size = min(free / LINE, 20.0)
        bottom -= self._line(facts.price, self._right, bottom, room, size, _BOLD_RIGHT)
        self._line(facts.was, self._right, bottom, room, small, Look(side=Side.RIGHT, is_struck=True))
        self._bottom -= max(height, high) + _GAP

    def code(self, symbol: Symbol) -> None:
        """The code in the middle of the free room's foot."""
        height = 0.44 * (self._bottom - self._top)
        _, high = self._code(symbol, self._width, height)
        self._bottom -= high + _GAP

    def _code(
        self, symbol: Symbol, room: float, height: float, *, is_left: bool = False
    ) -> tuple[float, float]:
        """Draw it at the foot, at the left or in the middle; where its light margin ends, and its height.

        Bars say below them what they mean; a matrix is nobody's to type.
        """
        below = 0.0 if symbol.is_matrix else LINE * self._small
        if symbol.is_matrix:
            room = min(room, height / len(symbol.modules) * symbol.columns)
        module = module_size(symbol, room, self._dot)
        self.face.is_code_small = module < symbol.least - 1e-6
        bars = min(_BARS[1], max(_BARS[0], height - below))
        high = module * len(symbol.modules) if symbol.is_matrix else bars
        wide = symbol.columns * module
        x = max(0.0, self._left - symbol.margins[0] * module) if is_left else (self._width - wide) / 2
        self.drawing.marks.extend(drawn(symbol, x, self._bottom - below - high, module, high))
        if below:
            middle = x + (symbol.margins[0] + symbol.modules.shape[1] / 2) * module
            self._line(symbol.text, middle, self._bottom, wide, self._small, Look(side=Side.MIDDLE))
        return x + wide, high + below

    def _line(
        self, text: str, x: float, bottom: float, room: float, size: float, look: Look = PLAIN
    ) -> float:
        """One line that ends at ``bottom``, no larger than ``size``; its height."""
        return self.drawing.line(text, x, bottom, room, size, _LEAST / 2, look).height
