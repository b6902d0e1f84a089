"""The program's own typefaces, read for what paper needs: which glyphs a text takes, and how wide it is.

Latin comes from Inter, whatever that lacks from the Noto Sans subset (resources/fonts/README.md). What
neither has is drawn as the empty box that typefaces keep for it, and told by :meth:`Typefaces.missing`.
Pairs are not kerned.
"""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

NOT_DEFINED = ".notdef"
_FILES = {
    False: ("Inter-Regular.otf", "NotoSansCJKsc-Regular.otf"),
    True: ("Inter-SemiBold.otf", "NotoSansCJKsc-Bold.otf"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text that one face has.

    Attributes:
        glyphs: their names in the face, one for each character of ``text``.
        width: in em.
    """

    face: "Face"
    text: str
    glyphs: tuple[str, ...]
    width: float


class Face:
    """One file, opened when it is first asked for a glyph."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _data(self) -> bytes:
        return self._file.read_bytes()

    def opened(self) -> TTFont:
        """The file's tables, for somebody who changes them."""
        return TTFont(io.BytesIO(self._data), lazy=True)

    @cached_property
    def font(self) -> TTFont:
        """The file's tables."""
        return self.opened()

    @cached_property
    def units(self) -> int:
        """Of the em."""
        return int(self.font["head"].unitsPerEm)

    @cached_property
    def _characters(self) -> dict[int, str]:
        found: dict[int, str] = self.font.getBestCmap()
        return found

    def outline(self, glyph: str) -> list[tuple[str, tuple[tuple[float, float], ...]]]:
        """The glyph's drawing as steps (``moveTo``, ``lineTo``, ``curveTo`` with its cubic's points,
        ``closePath``), in units of the em, with y upwards."""
        pen = RecordingPen()
        self._drawings[glyph].draw(pen)
        steps: list[tuple[str, tuple[tuple[float, float], ...]]] = pen.value
        return steps

    @cached_property
    def _drawings(self) -> Any:
        return self.font.getGlyphSet()

    def glyph(self, character: str) -> str | None:
        """The glyph's name; None if the face has none."""
        return self._characters.get(ord(character))

    def width(self, glyph: str) -> float:
        """How far it moves on, in em."""
        return float(self.font["hmtx"][glyph][0]) / self.units


@dataclass(frozen=True, slots=True)
class _Letter:
    """What a character is drawn by; ``width`` in em."""

    face: Face
    glyph: str
    width: float


class Typefaces:
    """Regular and bold, each with its face to fall back on. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._faces = {
            is_bold: tuple(Face(folder / name) for name in names) for is_bold, names in _FILES.items()
        }
        self._known: dict[bool, dict[str, _Letter | None]] = {False: {}, True: {}}

    def runs(self, text: str, *, is_bold: bool = False) -> tuple[Run, ...]:
        """``text`` cut where the face changes."""
        runs: list[Run] = []
        for character, letter in self._letters(text, is_bold):
            before = runs.pop() if runs and runs[-1].face is letter.face else Run(letter.face, "", (), 0.0)
            wide = before.width + letter.width
            runs.append(Run(letter.face, before.text + character, (*before.glyphs, letter.glyph), wide))
        return tuple(runs)

    def width(self, text: str, *, is_bold: bool = False) -> float:
        """Of a line, in em."""
        return sum(letter.width for _, letter in self._letters(text, is_bold))

    def missing(self, text: str) -> str:
        """The characters that no face has, each once."""
        lacking = (one for one, letter in self._letters(text, False) if letter.glyph == NOT_DEFINED)
        return "".join(dict.fromkeys(lacking))

    def _letters(self, text: str, is_bold: bool) -> Iterator[tuple[str, _Letter]]:
        known = self._known[is_bold]
        for character in unicodedata.normalize("NFC", text):
            if character not in known:
                known[character] = self._letter(character, is_bold)
            letter = known[character]
            if letter is not None:
                yield character, letter

    def _letter(self, character: str, is_bold: bool) -> _Letter | None:
        """None for joiners and the like, which have no shape of their own."""
        if unicodedata.category(character) in ("Cc", "Cf"):
            return None
        faces = self._faces[is_bold]
        found = ((face, glyph) for face in faces if (glyph := face.glyph(character)) is not None)
        face, glyph = next(found, (faces[0], NOT_DEFINED))
        return _Letter(face, glyph, face.width(glyph))
