"""A page of :mod:`core.paper` painted by Qt: onto the screen, or onto a printer's paper.

Letters are their outlines, so that they stand where the PDF has them whatever typefaces the system knows. May
be used on any thread, by one at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath

from core import paths
from core.paper.page import Box, Page, Words
from core.paper.typefaces import Typefaces

if TYPE_CHECKING:
    from core.paper.typefaces import Face


class PagePainter:
    """Keeps the outlines of the letters that it painted."""

    def __init__(self) -> None:
        self._typefaces = Typefaces(paths.resources() / "fonts")
        self._outlines: dict[tuple[Face, str], QPainterPath] = {}

    def image(self, page: Page, width: int) -> QImage:
        """The page as it looks on white paper, ``width`` pixels wide."""
        scale = width / page.width
        image = QImage(width, max(1, round(page.height * scale)), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, page, scale)
        painter.end()
        return image

    def paint(self, painter: QPainter, page: Page, dots_per_mm: float) -> None:
        """Paint the page with its corner at the painter's origin."""
        for mark in page.marks:
            if isinstance(mark, Words):
                self._write(painter, mark, dots_per_mm)
                continue
            place = QRectF(*(length * dots_per_mm for length in (mark.x, mark.y, mark.width, mark.height)))
            if isinstance(mark, Box):
                self._fill(painter, mark, place, dots_per_mm)
            else:
                painter.drawImage(place, QImage.fromData(mark.jpeg))

    @staticmethod
    def _fill(painter: QPainter, box: Box, place: QRectF, dots_per_mm: float) -> None:
        if not box.corner:
            painter.fillRect(place, QColor.fromRgbF(*box.ink))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgbF(*box.ink))
        painter.drawRoundedRect(place, *(2 * (box.corner * dots_per_mm,)))

    def _write(self, painter: QPainter, words: Words, dots_per_mm: float) -> None:
        x = words.x
        for run in self._typefaces.runs(words.text, is_bold=words.is_bold):
            for glyph in run.glyphs:
                size = words.size * dots_per_mm
                painter.save()
                painter.translate(x * dots_per_mm, words.baseline * dots_per_mm)
                painter.scale(size, size)
                painter.fillPath(self._outline(run.face, glyph), QBrush(QColor.fromRgbF(*words.ink)))
                painter.restore()
                x += run.face.width(glyph) * words.size

    def _outline(self, face: Face, glyph: str) -> QPainterPath:
        """In em, with y downwards."""
        if (face, glyph) not in self._outlines:
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for step, points in face.outline(glyph):
                numbers = [part for x, y in points for part in (x / face.units, -y / face.units)]
                if step == "moveTo":
                    path.moveTo(*numbers)
                elif step == "lineTo":
                    path.lineTo(*numbers)
                elif step == "curveTo":
                    path.cubicTo(*numbers)
                else:
                    path.closeSubpath()
            self._outlines[face, glyph] = path
        return self._outlines[face, glyph]
