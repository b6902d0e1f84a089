"""When a camera says that it took a picture: the date in the file's own metadata (Exif 2.32, 4.6.5).

It is what the camera's clock said, or whoever wrote the metadata: a hint, no proof.
"""

import re

from PIL import Image

from core.imaging.decode import FORMATS
from core.imaging.guards.metered_bytes import MeteredBytes
from core.imaging.guards.picture_limits import most_reads_of_header
from core.imaging.guards.tiff_directory import claims_too_much
from core.imaging.picture_kinds import iso_picture

_EXIF_DIRECTORY, _DATE_TIME_ORIGINAL, _OFFSET_TIME_ORIGINAL = 0x8769, 0x9003, 0x9011
_DATE = re.compile(r"(\d{4}):(\d\d):(\d\d)[ T](\d\d:\d\d:\d\d)")
_OFFSET = re.compile(r"[+-]\d\d:\d\d")
_IN_ISO_FILE = re.compile(rb"(?:Exif\0\0|\0\0\0\0)(?=II\*\0|MM\0\*)")
"""HEIC and AVIF keep it behind such bytes (ISO/IEC 23008-12, A.2); Pillow is not asked for it, for the reason
that core/imaging/heif.py tells."""
_MOST_BYTES = 2**16


def camera_date(data: bytes) -> str:
    """Like ``2026-11-29T10:15:30+08:00``; without the last part where the camera told no time zone.

    "" where the picture in ``data``, which was decoded before, tells none. Never raises: whatever a
    stranger's metadata does, it only costs the date.
    """
    try:
        directory = _directory(data)
        found = _DATE.fullmatch(_text(directory.get(_DATE_TIME_ORIGINAL)))
        if found is None or found[1] == "0000":
            return ""
        offset = _text(directory.get(_OFFSET_TIME_ORIGINAL))
        year, month, day, time = found.groups()
        return f"{year}-{month}-{day}T{time}{offset if _OFFSET.fullmatch(offset) else ''}"
    except Exception:  # parsers answer hostile metadata with every kind of exception
        return ""


def _directory(data: bytes) -> dict[int, object]:
    if iso_picture(data):
        exif = Image.Exif()
        begin = _IN_ISO_FILE.search(data)
        block = data[begin.end() : begin.end() + _MOST_BYTES] if begin else b""
        if not block or claims_too_much(block):
            return {}
        exif.load(block)
        return dict(exif.get_ifd(_EXIF_DIRECTORY))
    with Image.open(MeteredBytes(data, most_reads_of_header(data)), formats=FORMATS) as image:
        if claims_too_much(image.info.get("exif") or b""):
            return {}
        return dict(image.getexif().get_ifd(_EXIF_DIRECTORY))


def _text(value: object) -> str:
    return value.strip("\0 ") if isinstance(value, str) else ""
