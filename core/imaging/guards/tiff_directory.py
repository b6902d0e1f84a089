"""The first directory of a TIFF, looked at before Pillow reads it (TIFF 6.0, section 2; BigTIFF).

Pillow copies what each tag points at, and turns lists of numbers into Python's. Honest tags do not overlap,
so together they claim no more bytes than the file has; and no honest picture has a million strips. EXIF is
a directory of the same kind.
"""

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

_BYTES_EACH = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8}
_PLAIN_BYTES = frozenset({1, 2, 7})
_TILE_WIDTH, _TILE_LENGTH = 322, 323
_EXIF = b"Exif\0\0"
_MOST_NUMBERS = 500_000
_CLAIMED_TIMES, _CLAIMED_ANYWAY = 2, 2**20
_MOST_TILE_PIXELS = 16_000_000


@dataclass(frozen=True, slots=True)
class _Tag:
    number: int
    kind: int
    count: int
    size: int
    value: int


def claims_too_much(data: bytes) -> bool:
    """Whether the first directory of the TIFF (or of the EXIF, which is one) in ``data`` is made to choke on.

    A tag that points beyond the end claims nothing: it costs its reader an error and no memory.
    """
    tags: list[_Tag] = []
    with contextlib.suppress(struct.error, KeyError):  # what cannot be read is the decoder's to refuse
        tags += _tags(_without_exif_head(data))
    claimed = sum(tag.size for tag in tags)
    numbers = sum(tag.count for tag in tags if tag.kind not in _PLAIN_BYTES)
    sides = {tag.number: tag.value for tag in tags}
    tile = sides.get(_TILE_WIDTH, 0) * sides.get(_TILE_LENGTH, 0)
    most = _CLAIMED_TIMES * len(data) + _CLAIMED_ANYWAY
    return claimed > most or numbers > _MOST_NUMBERS or tile > _MOST_TILE_PIXELS


def _without_exif_head(data: bytes) -> bytes:
    """As Pillow does it: repeated heads too."""
    while data.startswith(_EXIF):
        data = data[len(_EXIF) :]
    return data


def _tags(data: bytes) -> Iterator[_Tag]:
    order = {b"II": "<", b"MM": ">"}[data[:2]]
    if 43 in data[2:4]:
        (place,) = struct.unpack_from(f"{order}Q", data, 8)
        count_form, entry_form = f"{order}Q", f"{order}HHQ8s"
    else:
        (place,) = struct.unpack_from(f"{order}I", data, 4)
        count_form, entry_form = f"{order}H", f"{order}HHI4s"
    (entries,) = struct.unpack_from(count_form, data, _within(place))
    start, length = place + struct.calcsize(count_form), struct.calcsize(entry_form)
    for place in range(start, min(start + entries * length, len(data) - length + 1), length):
        number, kind, count, value = struct.unpack_from(entry_form, data, place)
        size = count * _BYTES_EACH.get(kind, 0)
        pointed_at = int.from_bytes(value, "little" if order == "<" else "big")
        if size <= len(value) or pointed_at + size <= len(data):
            yield _Tag(number, kind, count, size, _number(value, kind, order))


def _within(place: int) -> int:
    """A place that Python can count to; anything beyond is beyond every file's end."""
    return min(place, 2**62)


def _number(value: bytes, kind: int, order: str) -> int:
    """A single number that a directory holds itself: it lies at the beginning of the value's bytes."""
    form = {3: "H", 4: "I", 16: "Q"}.get(kind)
    if form is None or struct.calcsize(form) > len(value):
        return 0
    (found,) = struct.unpack_from(f"{order}{form}", value)
    return int(found)
