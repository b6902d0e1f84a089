"""What is traced: picture files, the frames of films, the pictures of PDFs and of pages that a browser saved.

Of a saved page only what was saved with it is looked at; nothing is fetched from anywhere.
"""

import base64
import binascii
import contextlib
import email
import email.policy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from PIL import Image

from core.errors import KnownError
from core.files.below import files_below
from core.files.hostile import require_plain_file
from core.files.os_errors import known_os_error
from core.imaging.decode import decode_bytes, decode_file
from core.imaging.films.reading import read_film
from core.imaging.pdfs.reading import read_pdf
from core.imaging.picture_kinds import FILM_ENDINGS, PICTURE_ENDINGS, is_film
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress, report

SIDE = 1600
"""Pixels of the longer side to which a traced picture is brought; regions are told in these."""
PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
PDF_ENDING = ".pdf"
_STAGE = message("core", "Looking at the pictures")
_MOST_BYTES = 200 * 1024 * 1024
_MOST_PICTURES = 5_000
"""Of one page."""


@dataclass(frozen=True, slots=True, eq=False)
class ToTrace:
    """One picture, or why there is none.

    Attributes:
        name: the file; of a page the file, ``#`` and what it calls the picture.
        image: upright RGB.
        page: of a PDF, from 1.
        time_s: its place in a film.
        problem: why it could not be looked at; then there is no image.
    """

    name: str
    image: Image.Image | None = None
    page: int | None = None
    time_s: float | None = None
    problem: Sentence | None = None


def pictures_of(paths: Sequence[Path], progress: ReportProgress = ignore_progress) -> Iterator[ToTrace]:
    """Every picture in files and below folders, one after the other; what cannot be read says why.

    Raises:
        Cancelled: ``progress``, which counts files, asked to stop.
    """
    files = [given for path in paths for given in _files_of(path)]
    for done, file in enumerate(files):
        report(progress, _STAGE, done, len(files))
        if isinstance(file, ToTrace):
            yield file
            continue
        try:
            for given in _of_file(file):
                report(progress, _STAGE, done, len(files))
                yield given
        except KnownError as error:
            yield ToTrace(str(file), problem=error.sentence)
    report(progress, _STAGE, len(files), len(files))


def _files_of(path: Path) -> list[Path | ToTrace]:
    """A file itself, the files of a folder by their paths, or why there is none."""
    try:
        if not path.is_dir():
            return [path]
        files = sorted(files_below(path, (*PICTURE_ENDINGS, *FILM_ENDINGS, *PAGE_ENDINGS, PDF_ENDING)))
    except KnownError as error:
        return [ToTrace(str(path), problem=error.sentence)]
    if files:
        return [*files]
    text = message("core", "There are no pictures, films, PDFs or saved pages in {folder}.")
    return [ToTrace(str(path), problem=Sentence(text, {"folder": path}))]


def _of_file(path: Path) -> Iterator[ToTrace]:
    ending = path.suffix.lower()
    if is_film(path.name):
        with contextlib.closing(read_film(path, SIDE)) as frames:
            for frame in frames:
                yield ToTrace(str(path), frame.image, time_s=frame.at_ms / 1000)
    elif ending in PAGE_ENDINGS:
        yield from _of_page(path)
    elif ending == PDF_ENDING:
        yield from _of_pdf(path)
    else:
        yield ToTrace(str(path), decode_file(path, max_side=SIDE))


def _of_pdf(path: Path) -> Iterator[ToTrace]:
    with contextlib.closing(read_pdf(path, SIDE)) as pictures:
        for found, image in pictures:
            place = f"page {found.page}, picture {found.number}" if found.number else f"page {found.page}"
            yield ToTrace(f"{path}#{place}", image, page=found.page, problem=found.problem)


def _of_page(path: Path) -> Iterator[ToTrace]:
    data = _page_bytes(path)
    is_archive = path.suffix.lower() in (".mhtml", ".mht")
    found = _of_archive(data) if is_archive else _of_html(data, path)
    seen: set[str] = set()
    elsewhere = 0
    for name, content in found:
        if name in seen:
            continue
        seen.add(name)
        if len(seen) > _MOST_PICTURES:
            raise KnownError(
                message("core", "{file} has more than {count} pictures: the rest is left out."),
                file=path,
                count=_MOST_PICTURES,
            )
        if content is None:
            elsewhere += 1
            continue
        try:
            yield ToTrace(f"{path}#{name}", decode_bytes(content, name=name, max_side=SIDE))
        except KnownError as error:
            yield ToTrace(f"{path}#{name}", problem=error.sentence)
    if elsewhere:
        text = message("core", "{count} pictures were not saved with the page and are not looked at.")
        yield ToTrace(str(path), problem=Sentence(text, {"count": elsewhere}))


def _page_bytes(path: Path) -> bytes:
    try:
        require_plain_file(path)
        if path.stat().st_size > _MOST_BYTES:
            raise KnownError(
                message("core", "{file} is larger than {limit} MB, more than any page."),
                file=path,
                limit=_MOST_BYTES // 1024**2,
            )
        return path.read_bytes()
    except OSError as error:
        raise known_os_error(error, path) or KnownError(
            message("core", "{file} cannot be read ({reason})."),
            file=path,
            reason=error.strerror or type(error).__name__,
        ) from error


class _PicturesOfPage(HTMLParser):
    """Collects the addresses of a page's pictures."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what ``img``, ``source``, ``video`` and ``input`` show."""
        for name, value in attrs:
            if not value:
                continue
            if (tag in ("img", "input", "embed") and name == "src") or name == "poster":
                self.addresses[value.strip()] = None
            elif tag in ("img", "source") and name == "srcset" and not value.lstrip().startswith("data:"):
                for candidate in value.split(","):
                    self.addresses.update(dict.fromkeys(candidate.split()[:1]))


def _of_html(data: bytes, path: Path) -> Iterator[tuple[str, bytes | None]]:
    """Each picture of a page with its bytes; None where it lies elsewhere."""
    page = _PicturesOfPage()
    page.feed(data.decode("utf-8", "replace"))
    for number, address in enumerate(page.addresses, 1):
        if address.startswith("data:"):
            content = _of_data_address(address)
            if content is not None:
                yield f"picture {number}", content
            continue
        yield _beside(path, address)


def _of_data_address(address: str) -> bytes | None:
    """The bytes in a ``data:`` address (RFC 2397) of a picture; None if it is none that we open."""
    head, comma, body = address.partition(",")
    if not comma or not head.startswith("data:image/") or "svg" in head:
        return None
    content = unquote_to_bytes(body)
    if not head.endswith(";base64"):
        return content
    try:
        return base64.b64decode(content)
    except binascii.Error:
        return content


def _beside(page: Path, address: str) -> tuple[str, bytes | None]:
    """A picture that was saved below the page's own folder."""
    parts = urlsplit(address)
    name = unquote(parts.path)
    if parts.scheme or parts.netloc or not name:
        return address, None
    folder = page.parent.resolve()
    with contextlib.suppress(OSError, ValueError):
        file = (folder / name).resolve()
        if file.is_relative_to(folder) and file.is_file() and file.stat().st_size <= _MOST_BYTES:
            return name, file.read_bytes()
    return address, None


def _of_archive(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """The pictures of a page saved as one file (MHTML, RFC 2557)."""
    whole = email.message_from_bytes(data, policy=email.policy.compat32)
    for number, part in enumerate(whole.walk(), 1):
        if part.get_content_maintype() != "image" or part.get_content_subtype().startswith("svg"):
            continue
        content = part.get_payload(decode=True)
        name = str(part.get("Content-Location") or part.get_filename() or f"picture {number}")
        if isinstance(content, bytes) and content:
            yield name, content
