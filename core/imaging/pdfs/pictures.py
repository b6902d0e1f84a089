"""The pictures on a PDF's pages, by PDFium. Runs in a child process alone.

A page's own pictures are taken as they were put in, whole and without what is printed over them. A page that
has none, or only strips of some, as programs cut large pictures into, is drawn as it is seen. Nothing that a
PDF names elsewhere is opened, and its scripts do not run: this build of PDFium has no engine for them.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from core.errors import KnownError
from core.files.hostile import require_plain_file
from core.files.os_errors import known_os_error
from core.imaging.guards.picture_limits import MAX_PIXELS, MIN_SIDE
from core.messages import Sentence, message

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfImage, PdfPage

MAX_BYTES = 500 * 1024 * 1024
MAX_PAGES = 2_000
MAX_PICTURES_OF_A_PAGE = 200
MAX_PICTURES = 5_000
_MOST_NESTED = 8
"""Drawings within drawings in which pictures are looked for."""
_STRIP = 4
"""As many times longer than wide is what was cut off a larger picture."""


@dataclass(frozen=True, slots=True)
class OfPdf:
    """Where a picture of a PDF is, or what could not be looked at.

    Attributes:
        page: from 1.
        number: of the picture on its page, from 1; 0 for the page as it is seen.
        problem: why there is no picture.
    """

    page: int
    number: int = 0
    problem: Sentence | None = None


def pdf_pictures(path: Path, max_side: int) -> Iterator[tuple[OfPdf, Image.Image | None]]:
    """Every picture of a PDF once, where it first is, RGB of ``max_side`` pixels at most.

    Pictures narrower than 16 pixels, lines and dots of a layout, are passed by.

    Raises:
        KnownError: it is no PDF, damaged, locked by a password or too large.
    """
    document = _opened(path)

    import pypdfium2

    seen: set[bytes] = set()
    try:
        count = len(document)
        for number in range(1, min(count, MAX_PAGES) + 1):
            try:
                page = document[number - 1]
            except pypdfium2.PdfiumError:
                yield OfPdf(number, problem=_page_damaged(path, number)), None
                continue
            try:
                yield from _of_page(page, number, path, max_side, seen)
            finally:
                page.close()
            if len(seen) >= MAX_PICTURES:
                raise KnownError(
                    message("core", "{file} has more than {count} pictures: the rest is left out."),
                    file=path,
                    count=MAX_PICTURES,
                )
    finally:
        document.close()
    if count > MAX_PAGES:
        raise KnownError(
            message("core", "{file} has more than {count} pages: the rest is left out."),
            file=path,
            count=MAX_PAGES,
        )


def broken_pdf(path: Path) -> KnownError:
    """It is no PDF, or damaged."""
    return KnownError(
        message("core", "{file} is no PDF that can be read, or damaged: get it again."), file=path
    )


def _opened(path: Path) -> "PdfDocument":
    try:
        import pypdfium2
        from pypdfium2.raw import FPDF_ERR_PASSWORD
    except ImportError as error:
        raise KnownError(
            message("core", "{file} is a PDF, which this program cannot read: save its pages as pictures."),
            file=path,
        ) from error
    try:
        require_plain_file(path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise KnownError(
                message("core", "{file} is larger than {limit} MB: save it in parts."),
                file=path,
                limit=MAX_BYTES // 1024**2,
            )
        return pypdfium2.PdfDocument(path.read_bytes())
    except pypdfium2.PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise KnownError(
                message("core", "{file} is locked by a password: save it without one."), file=path
            ) from error
        raise broken_pdf(path) from error
    except OSError as error:
        raise known_os_error(error, path) or KnownError(
            message("core", "{file} cannot be read ({reason})."),
            file=path,
            reason=error.strerror or type(error).__name__,
        ) from error


def _of_page(
    page: "PdfPage", number: int, path: Path, max_side: int, seen: set[bytes]
) -> Iterator[tuple[OfPdf, Image.Image | None]]:
    import pypdfium2
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    shown = found = 0
    is_cut = False
    try:
        for held in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=_MOST_NESTED):
            if found >= MAX_PICTURES_OF_A_PAGE:
                is_cut = True  # so many are pieces of others
                break
            width, height = held.get_px_size()
            if min(width, height) < MIN_SIDE:
                is_cut |= max(width, height) >= _STRIP * MIN_SIDE
                continue
            found += 1
            is_cut |= max(width, height) > _STRIP * min(width, height)
            try:
                image = _as_put_in(held, width * height, max_side)
            except (pypdfium2.PdfiumError, ValueError):
                is_cut = True  # then as it is seen
                continue
            shown += 1
            digest = hashlib.blake2b(image.tobytes(), digest_size=16).digest()
            if digest not in seen:
                seen.add(digest)
                yield OfPdf(number, found), image
        if is_cut or not shown:
            yield OfPdf(number), _as_seen(page, max_side)
    except (pypdfium2.PdfiumError, ValueError, MemoryError):
        yield OfPdf(number, problem=_page_damaged(path, number)), None


def _as_put_in(held: "PdfImage", pixels: int, max_side: int) -> Image.Image:
    if pixels > MAX_PIXELS:
        raise ValueError("too large")
    image: Image.Image = held.get_bitmap().to_pil().convert("RGB")
    image.thumbnail((max_side, max_side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def _as_seen(page: "PdfPage", max_side: int) -> Image.Image:
    width, height = page.get_size()
    if not 0 < max(width, height) < float("inf") or min(width, height) <= 0:
        raise ValueError("a page without a size")
    drawn = page.render(scale=max_side / max(width, height), may_draw_forms=False)
    image: Image.Image = drawn.to_pil().convert("RGB")
    return image


def _page_damaged(path: Path, number: int) -> Sentence:
    return Sentence(message("core", "Page {page} of {file} is damaged."), {"page": number, "file": path})
