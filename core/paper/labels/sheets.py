"""The label sheets and rolls that are sold, and plain paper to be cut into shelf-edge tickets.

Sizes of labels are those printed on the makers' packs; the gaps between them agree with gLabels' collection
of templates (github.com/jimevins/glabels-qt, ``templates/avery-iso-templates.xml``,
``avery-us-templates.xml``, ``dymo-other-templates.xml``). Every one of these sheets lies in the middle of its
paper, so that the margins follow. Shelf edges: 39 mm rails take tickets of 38 mm, the American channel of
1¼ inches those of as much.
"""

from dataclasses import dataclass

from core.errors import KnownError
from core.messages import message

_INCH = 25.4
A4 = (210.0, 297.0)
_LETTER = (8.5 * _INCH, 11 * _INCH)
_LASER, _DYMO_AND_BROTHER, _THERMAL = 600, 300, 203


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet; of a roll, one label of it. All lengths in millimetres.

    Attributes:
        name: what the command line and the settings call it.
        maker: who sells it under that name, with the numbers of those that are alike; "" for plain paper.
        paper: width and height.
        label: width and height of one.
        gap: between two columns, and between two rows.
        dots_per_inch: of the printers that take it; bars are a whole number of their dots.
        is_cut: whether it is plain paper, on which lines show where to cut.
    """

    name: str
    maker: str
    paper: tuple[float, float]
    label: tuple[float, float]
    columns: int = 1
    rows: int = 1
    gap: tuple[float, float] = (0.0, 0.0)
    dots_per_inch: int = _LASER
    is_cut: bool = False

    @property
    def labels(self) -> int:
        """On one sheet."""
        return self.columns * self.rows

    @property
    def is_roll(self) -> bool:
        """Whether its labels come one after the other."""
        return self.labels == 1

    @property
    def dot(self) -> float:
        """Millimetres between two dots of its printer."""
        return _INCH / self.dots_per_inch

    def place(self, number: int) -> tuple[float, float]:
        """The top left corner of label ``number``, counted from 0 along the rows."""
        row, column = divmod(number, self.columns)
        return self._edge(0, self.columns, column), self._edge(1, self.rows, row)

    def _edge(self, axis: int, count: int, number: int) -> float:
        step = self.label[axis] + self.gap[axis]
        margin = (self.paper[axis] - (count - 1) * step - self.label[axis]) / 2
        return margin + number * step


def _a4(name: str, maker: str, label: tuple[float, float], grid: tuple[int, int], gap: float) -> Sheet:
    return Sheet(name, maker, A4, label, *grid, (gap, 0.0))


def _letter(name: str, maker: str, inches: tuple[float, float], grid: tuple[int, int], gap: float) -> Sheet:
    return Sheet(name, maker, _LETTER, (inches[0] * _INCH, inches[1] * _INCH), *grid, (gap * _INCH, 0.0))


def _roll(name: str, maker: str, label: tuple[float, float], dots_per_inch: int) -> Sheet:
    return Sheet(name, maker, label, label, dots_per_inch=dots_per_inch)


SHEETS = (
    _a4("L7160", "Avery L7160, J8160", (63.5, 38.1), (3, 7), 2.54),
    _a4("L7163", "Avery L7163, J8163", (99.1, 38.1), (2, 7), 2.54),
    _a4("L7651", "Avery L7651, J8651", (38.1, 21.2), (5, 13), 2.5),
    _a4("L7161", "Avery L7161, J8161", (63.5, 46.6), (3, 6), 2.54),
    _a4("L7162", "Avery L7162", (99.1, 33.9), (2, 8), 2.54),
    _a4("L7165", "Avery L7165, J8165", (99.1, 67.7), (2, 4), 2.54),
    _a4("L7654", "Avery L7654, J8654", (45.7, 25.4), (4, 10), 2.8),
    _letter("5160", "Avery 5160, 8160", (2.625, 1.0), (3, 10), 0.125),
    _letter("5161", "Avery 5161, 8161", (4.0, 1.0), (2, 10), 0.1875),
    _letter("5162", "Avery 5162, 8162", (4.0, 4 / 3), (2, 7), 0.1875),
    _letter("5163", "Avery 5163, 8163", (4.0, 2.0), (2, 5), 0.1875),
    _letter("5164", "Avery 5164, 8164", (4.0, 10 / 3), (2, 3), 0.1875),
    Sheet("edge-A4", "", A4, (65.0, 38.0), 3, 7, is_cut=True),
    Sheet("edge-letter", "", _LETTER, (2.5 * _INCH, 1.25 * _INCH), 3, 8, is_cut=True),
    _roll("57x32", "Dymo 11354, Zebra 2.25 × 1.25 in", (57.0, 32.0), _DYMO_AND_BROTHER),
    _roll("89x36", "Dymo 99012", (89.0, 36.0), _DYMO_AND_BROTHER),
    _roll("62x29", "Brother DK-11209, DK-22205", (62.0, 29.0), _DYMO_AND_BROTHER),
    _roll("40x30", "", (40.0, 30.0), _THERMAL),
    _roll("60x40", "", (60.0, 40.0), _THERMAL),
)
"""The commonest first in each paper's group."""


def sheet_named(name: str) -> Sheet:
    """The sheet with this name.

    Raises:
        KnownError: there is none.
    """
    for sheet in SHEETS:
        if sheet.name.casefold() == name.casefold():
            return sheet
    raise KnownError(
        message("core", "“{sheet}” is no label sheet that is known here: write one of {sheets}."),
        sheet=name[:40],
        sheets=", ".join(sheet.name for sheet in SHEETS),
    )
