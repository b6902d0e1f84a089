"""What comes out of a printer, and what a scanner reads on it: a PDF rendered by a library of others."""

from pathlib import Path

import numpy as np
import zxingcpp
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument

from core.paper.page import POINTS_PER_MM

_DOTS_PER_MM = 12
"""Of a printer with 300 dots to the inch."""


class PrintedFile:
    """A PDF that was opened as any viewer opens it."""

    def __init__(self, file: Path) -> None:
        self._document = QPdfDocument()
        assert self._document.load(str(file)) == QPdfDocument.Error.None_

    @property
    def pages(self) -> int:
        return self._document.pageCount()

    def size_mm(self, page: int = 0) -> tuple[float, float]:
        size = self._document.pagePointSize(page)
        return size.width() / POINTS_PER_MM, size.height() / POINTS_PER_MM

    def text(self, page: int = 0) -> str:
        return self._document.getAllText(page).text()

    def picture(self, page: int = 0) -> Image.Image:
        width, height = (round(side * _DOTS_PER_MM) for side in self.size_mm(page))
        image = self._document.render(page, QSize(width, height))
        colours = image.convertToFormat(image.Format.Format_RGBA8888)
        rows = np.frombuffer(colours.constBits(), np.uint8).reshape(height, width, 4)
        paper = Image.new("RGBA", (width, height), "white")
        return Image.alpha_composite(paper, Image.fromarray(rows)).convert("L")

    def codes(self, page: int = 0) -> set[tuple[str, str]]:
        """Each code that a scanner finds, with its kind."""
        found = zxingcpp.read_barcodes(np.asarray(self.picture(page)))
        return {(code.text, str(code.format)) for code in found}

    def close(self) -> None:
        self._document.close()
