"""A JPEG that ends without its end marker: whole but for that, or cut off?

libjpeg fills what is missing with grey, so a decoded picture does not tell. Here it is decoded twice, once
with the marker put back and once with bytes of no meaning before it: where the picture's own data were all
there, both are the same; where data are missing, the meaningless bytes are taken for them.
"""

import io

import numpy as np
from PIL import Image

_END = b"\xff\xd9"
_NONSENSE = bytes((0x5A, 0x93, 0x6C, 0xB1, 0x2D, 0xE7, 0x48, 0xC5)) * 64
_MOST_MISSING = 0.005
"""Share of the picture that may be missing: the end marker often takes the last few bytes with it."""


def with_end(data: bytes, *, is_sequential: bool) -> bytes | None:
    """``data`` with its end marker again; None where more than the end is missing.

    Args:
        data: a JPEG in which no end marker was found.
        is_sequential: its pixels come in one scan, so that a coarse look is enough.
    """
    whole = data.rstrip(b"\0")  # an interrupted copy may have the file's length and zeros in it
    if whole.endswith(b"\xff"):
        whole = whole[:-1]
    completed = whole + _END
    seen, doubted = _pixels(completed, is_sequential), _pixels(whole + _NONSENSE + _END, is_sequential)
    if seen is None or doubted is None:
        return None
    differing = np.any(seen != doubted, axis=-1).mean()
    return completed if differing <= _MOST_MISSING else None


def _pixels(data: bytes, is_sequential: bool) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]] | None":
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            if is_sequential:
                image.draft(None, (image.width // 8, image.height // 8))
            return np.atleast_3d(np.asarray(image))
    except Exception:
        return None  # as decode.py: decoders answer bad bytes with every kind of exception
