"""Pages as PNG pictures, for a chat or a social network: the PDF itself, drawn by PDFium.

So a picture shows what is printed, and nothing is drawn by two hands.
"""

import io
import threading
from collections.abc import Sequence
from pathlib import Path

from core.errors import KnownError
from core.files.atomic import write_atomically
from core.files.os_errors import known_os_error
from core.files.targets import checked_target
from core.messages import message
from core.paper.page import POINTS_PER_MM, Page
from core.paper.pdf import pdf
from core.paper.typefaces import Typefaces

_BEGIN = b"\x89PNG"
_ONE_AT_A_TIME = threading.Lock()
"""PDFium may be called by one thread at a time."""


def write_pictures(
    pages: Sequence[Page], typefaces: Typefaces, target: Path, width: int, *, replace: bool = False
) -> list[Path]:
    """Write each page as a PNG, ``width`` pixels wide; returns the files.

    One page is ``target`` itself; of several each has its number behind the name.

    Raises:
        KnownError: there are no pages, or a file cannot be written, or may not be (core/files/targets.py).
    """
    if not pages:
        raise KnownError(message("core", "There is nothing to print."))
    names = [target]
    if len(pages) > 1:
        names = [
            target.with_name(f"{target.stem}-{number}{target.suffix}") for number in range(1, len(pages) + 1)
        ]
    places = [checked_target(name, _is_png, replace=replace) for name in names]
    for place, page in zip(places, pages, strict=True):
        try:
            write_atomically(place, png(page, typefaces, width), durable=False)
        except OSError as error:
            raise known_os_error(error, place) or KnownError(
                message("core", "The file {file} cannot be written ({reason}). Choose another place."),
                file=place,
                reason=error.strerror or type(error).__name__,
            ) from error
    return places


def png(page: Page, typefaces: Typefaces, width: int) -> bytes:
    """The page as a PNG, ``width`` pixels wide."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf([page], typefaces, ""))
        try:
            scale = (width - 0.01) / (page.width * POINTS_PER_MM)  # PDFium rounds upwards
            image = document[0].render(scale=scale).to_pil().convert("RGB")
        finally:
            document.close()
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def _is_png(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(_BEGIN)) == _BEGIN
