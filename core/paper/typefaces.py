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


class Typefaces:
    """Regular and bold, each with its face to fall back on. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._faces = {
            is_bold: tuple(Face(folder / name) for name in names) for is_bold, names in _FILES.items()
        }

    def runs(self, text: str, *, is_bold: bool = False) -> tuple[Run, ...]:
        """``text`` cut where the face changes."""
        runs: list[Run] = []
        for character, face, glyph in self._glyphs(text, is_bold):
            before = runs.pop() if runs and runs[-1].face is face else Run(face, "", (), 0.0)
            wide = before.width + face.width(glyph)
            runs.append(Run(face, before.text + character, (*before.glyphs, glyph), wide))
        return tuple(runs)

    def width(self, text: str, *, is_bold: bool = False) -> float:
        """Of a line, in em."""
        return sum(face.width(glyph) for _, face, glyph in self._glyphs(text, is_bold))

    def missing(self, text: str) -> str:
        """The characters that no face has, each once."""
        lacking = (one for one, _, glyph in self._glyphs(text, False) if glyph == NOT_DEFINED)
        return "".join(dict.fromkeys(lacking))

    def _glyphs(self, text: str, is_bold: bool) -> Iterator[tuple[str, Face, str]]:
        faces = self._faces[is_bold]
        for character in unicodedata.normalize("NFC", text):
            if unicodedata.category(character) in ("Cc", "Cf"):
                continue  # joiners and the like, which have no shape of their own
            for face in faces:
                glyph = face.glyph(character)
                if glyph is not None:
                    yield character, face, glyph
                    break
            else:
                yield character, faces[0], NOT_DEFINED
