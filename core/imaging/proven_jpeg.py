"""JPEG files that prove themselves: behind the picture's end, where no reader looks, stands its checksum.

A flipped bit in a JPEG is mostly a picture still, of other colours or shifted; only a checksum shows it.
"""

import io
import zlib

from PIL import Image

_MARK = b"snapshelf crc32 "
_DIGITS = 8


def with_proof(jpeg: bytes) -> bytes:
    """``jpeg`` with its checksum behind it."""
    return jpeg + _MARK + f"{zlib.crc32(jpeg):08x}".encode()


def is_whole_jpeg(data: bytes, longest_side: int) -> bool:
    """Whether it is as it was made; one without a checksum is whole if it can be read, in the right size."""
    end = len(data) - len(_MARK) - _DIGITS
    if data[end : end + len(_MARK)] == _MARK:
        return data == with_proof(data[:end])
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
            picture.load()
            return max(picture.size) <= longest_side
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
