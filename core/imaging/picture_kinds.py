"""Which files are pictures or films: by their names' endings, and pictures by their first bytes.

Nothing is decoded here and no decoder is imported, so that file dialogs may ask.
"""

import re

from core.messages import message

PICTURE_ENDINGS = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".jif", ".jfi", ".pjpeg", ".pjp", ".mpo", ".png", ".apng", ".webp"),
    *(
        ".gif",
        ".bmp",
        ".dib",
        ".tif",
        ".tiff",
        ".avif",
        ".avifs",
        ".heic",
        ".heif",
        ".hif",
        ".heics",
        ".heifs",
    ),
)
"""Lower-case endings of what we decode; file dialogs and folder imports look for them."""

OTHER_PICTURE_ENDINGS = (
    *(".jxl", ".jp2", ".j2k", ".jpx", ".psd", ".psb", ".xcf", ".svg", ".svgz", ".eps", ".ai", ".ico", ".tga"),
    *(".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf", ".pef", ".srw", ".exr", ".hdr", ".jxr"),
)
"""Endings of pictures that we do not decode: whoever has them wants to hear so."""

FILM_ENDINGS = (".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".3gp", ".mpg", ".mpeg", ".mts", ".ts")
"""Lower-case endings of films."""


def is_film(name: str) -> bool:
    """Whether a file of this name is taken for a film."""
    return name.lower().endswith(FILM_ENDINGS)


_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIF_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"mif2", b"msf1"}
)
"""ISO/IEC 23008-12, section 10; ``mif1`` alone says only that there is a still picture in the file."""
_MOST_BRANDS = 64

_OTHER_KINDS = (
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "), "JPEG XL"),
    (re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51"), "JPEG 2000"),
    (re.compile(rb"8BPS"), "Photoshop"),
    (re.compile(rb"gimp xcf"), "GIMP"),
    (re.compile(rb"%PDF"), "PDF"),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "PostScript"),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s{0,64}(?:<\?xml[^>]{0,200}>\s{0,64})?(?:<!--[^>]{0,500}>\s{0,64})?<svg"
        ),
        "SVG",
    ),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}<(?:!doctype html|html)", re.IGNORECASE), "HTML"),
    (re.compile(rb".{4}ftyp(?:isom|iso\d|mp4\d|mp41|qt  |M4V |3gp)", re.DOTALL), "MP4"),
    (re.compile(rb".{4}ftypcrx ", re.DOTALL), "Canon RAW"),
    (re.compile(rb"FUJIFILMCCD-RAW"), "Fujifilm RAW"),
    (re.compile(rb"IIRO|IIU\0|MMOR"), "camera RAW"),
    (re.compile(rb"\x1a\x45\xdf\xa3"), "WebM"),
    (re.compile(rb"PK\x03\x04"), "ZIP"),
)


def iso_picture(data: bytes) -> str:
    """``AVIF`` or ``HEIF`` for a picture in an ISO base media file (ISO/IEC 14496-12), else "".

    Any of its brands may say so, not the first alone: some programs write the general ``mif1`` or ``miaf``
    first.
    """
    if data[4:8] != b"ftyp":
        return ""
    length = int.from_bytes(data[:4], "big")
    names = data[8 : min(length, 16 + 4 * _MOST_BRANDS)]
    brands = {names[:4], *(names[at : at + 4] for at in range(8, len(names) - 3, 4))}
    if brands & _AVIF_BRANDS:
        return "AVIF"
    return "HEIF" if brands & _HEIF_BRANDS else ""


def other_kind(data: bytes) -> str:
    """The name of a kind of file that people take for a picture and that we cannot open; "" if unknown."""
    return next((name for begins, name in _OTHER_KINDS if begins.match(data)), "")


CANNOT_OPEN = message("core", "A picture of this kind cannot be opened: save it as JPEG.")
