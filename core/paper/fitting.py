"""A text made to fit its place: smaller first, on more lines where it may, cut short only at the last."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.paper.typefaces import Typefaces
from core.unspaced import is_unspaced

LINE = 1.2
"""From one baseline to the next, in sizes."""
ASCENT = 0.92
"""From a line's top to its baseline, in sizes: high enough for an accent on a capital."""
_STEP = 0.94
_PIECES = re.compile(r"\d[\d.,]*\s[^\W\d_]{1,3}\b\s*|\S+\s*")
"""A word with the space behind it; a number stays with its unit."""
_NEVER_FIRST = "，。、；：？！）》」』”’…·%％"
"""What does not begin a line."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What fits.

    Attributes:
        size: of the em, in millimetres.
        is_cut: whether something had to be left out, with an ellipsis at its place.
    """

    lines: tuple[str, ...]
    size: float
    is_cut: bool = False

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * LINE * self.size


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stays together: how wide it is with the space behind it, and how wide without; in em."""

    text: str
    wide: float
    seen: float


def fit(
    text: str,
    typefaces: Typefaces,
    *,
    width: float,
    height: float,
    largest: float,
    smallest: float,
    lines: int = 1,
    is_bold: bool = False,
) -> Fitted:
    """The largest size between the two, in millimetres, in which ``text`` fits ``width`` by ``height``.

    At the smallest a word that is too long is broken, and what is still too much is cut off.
    """

    def measured(texts: Iterable[str]) -> list[_Piece]:
        return [
            _Piece(one, *(typefaces.width(part, is_bold=is_bold) for part in (one, one.rstrip())))
            for one in texts
        ]

    pieces = measured(_pieces(text))
    size = largest
    while size > smallest:
        found = _wrapped(pieces, width / size)
        if found is not None and len(found) <= lines and len(found) * LINE * size <= height:
            return _fitted(found, size)
        size *= _STEP
    room = width / smallest
    broken = [part for piece in pieces for part in (measured(piece.text) if piece.seen > room else (piece,))]
    found = _wrapped(broken, room)
    if found is None:  # narrower than a letter
        return _fitted(["…"], smallest, is_cut=True)
    may_stand = max(1, min(lines, int(height / (LINE * smallest) + 1e-9)))
    if len(found) <= may_stand:
        return _fitted(found, smallest)
    last = _shortened("".join(found[may_stand - 1 :]), typefaces, room, is_bold)
    return _fitted([*found[: may_stand - 1], last], smallest, is_cut=True)


def _fitted(lines: list[str], size: float, *, is_cut: bool = False) -> Fitted:
    return Fitted(tuple(line.rstrip() for line in lines), size, is_cut)


def _pieces(text: str) -> list[str]:
    """What stays together: words with the space behind them, each sign of a script without spaces."""
    pieces: list[str] = []
    for word in _PIECES.findall(text.strip()):
        begin = len(pieces)
        for character in word:
            joins = len(pieces) > begin and (
                character.isspace()
                or character in _NEVER_FIRST
                or not (is_unspaced(character) or is_unspaced(pieces[-1][-1]))
            )
            if joins:
                pieces[-1] += character
            else:
                pieces.append(character)
    return pieces


def _wrapped(pieces: Iterable[_Piece], width: float) -> list[str] | None:
    """The lines, as full as they can be, with the spaces at their ends; None if a piece alone is too wide."""
    lines, so_far = [""], 0.0
    for piece in pieces:
        if so_far + piece.seen > width:
            if piece.seen > width:
                return None
            lines.append("")
            so_far = 0.0
        lines[-1] += piece.text
        so_far += piece.wide
    return lines


def _shortened(text: str, typefaces: Typefaces, width: float, is_bold: bool) -> str:
    while text and typefaces.width(f"{text}…", is_bold=is_bold) > width:
        text = text[:-1].rstrip()
    return f"{text}…"
