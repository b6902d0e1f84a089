"""A PDF's pictures, read in a child process."""

from collections.abc import Generator
from pathlib import Path

from PIL import Image

from core.errors import KnownError
from core.imaging.apart import read_apart
from core.imaging.pdfs.pictures import OfPdf, broken_pdf, pdf_pictures
from core.messages import message

PATIENCE_SECONDS = 60.0
"""So long the child may be silent: a page of maps takes less on two busy cores."""


def read_pdf(path: Path, max_side: int) -> Generator[tuple[OfPdf, Image.Image | None], None, None]:
    """The pictures of a PDF in their order, each no larger than ``max_side``; or what a page lacks.

    Whoever stops early ends the child.

    Raises:
        KnownError: as :func:`core.imaging.pdfs.pictures.pdf_pictures`, or its reader died.
    """
    page = 0

    def died() -> KnownError:
        if not page:
            return broken_pdf(path)
        return KnownError(
            message("core", "{file} cannot be read beyond page {page}: the rest is left out."),
            file=path,
            page=page,
        )

    read = read_apart(pdf_pictures, path, max_side, name="pdf", patience=PATIENCE_SECONDS, died=died)
    try:
        for found, image in read:
            page = found.page
            yield found, image
    finally:
        read.close()
