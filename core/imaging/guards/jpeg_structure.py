"""How a JPEG is put together, as far as it decides what decoding will cost (ITU-T T.81, annex B)."""

import re
from dataclasses import dataclass

_SCAN, _END, _START, _METADATA = 0xDA, 0xD9, 0xD8, 0xE1
_MARKER = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])", re.DOTALL)
"""Not FF 00, which is a pixel's own byte, nor a restart, which stands between pixels; of a row of FF, which
may fill, the last. One literal byte comes first, so that the search leaps from FF to FF: 15 times as quick as
with "FF+"."""
_EXIF = b"Exif\0\0"
_MOST_SEGMENTS = 20_000


@dataclass(frozen=True, slots=True)
class JpegStructure:
    """What the first picture in a JPEG file is made of.

    Attributes:
        scans: how often its pixels are gone through.
        exif: the pieces of its EXIF.
        segments: all of the segments; one more than is allowed where counting was given up.
        has_end: whether its end marker is there.
    """

    scans: int
    exif: tuple[bytes, ...]
    segments: int
    has_end: bool

    @property
    def has_too_many_segments(self) -> bool:
        """Whether it is made of more pieces than any honest JPEG, so that not all were looked at."""
        return self.segments > _MOST_SEGMENTS


def jpeg_structure(data: bytes) -> JpegStructure:
    """The structure of the JPEG in ``data``, up to the end of its first picture.

    What follows that end (a second view, a phone's moving picture) is not looked at.
    """
    scans = segments = 0
    has_end = False
    exif: list[bytes] = []
    position = 2
    while segments <= _MOST_SEGMENTS:
        found = _MARKER.search(data, position)
        if found is None or found[1][0] == _END:
            has_end = found is not None
            break
        kind, position = found[1][0], found.end()
        segments += 1
        if kind in (_START, 0x01):  # they have no length
            continue
        scans += kind == _SCAN
        length = max(2, int.from_bytes(data[position : position + 2], "big"))
        if kind == _METADATA and data.startswith(_EXIF, position + 2):
            exif.append(data[position + 2 + len(_EXIF) : position + length])
        position += length
    return JpegStructure(scans, tuple(exif), segments, has_end)
