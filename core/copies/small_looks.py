"""Whether two pictures may be copies, seen so small that it takes a thousandth of a second.

A copy that was shrunk, compressed or lit otherwise looks the same in 32 × 32 greys; one that was cut lies
somewhere within, and one with a border has the other within it. So each is laid over every place of the
other, in a few sizes, and correlated. Most photos that are merely alike are passed over so; the closer look
decides.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_SIDE = 32
_SIZES = (32, 29, 27, 24)
"""Of a copy that is a part: down to half of the area."""
_LEAST = 0.78
"""Nine of ten photos cut to three quarters reach it, of other photos of the same product one in a hundred."""
_HOPELESS = -0.2
"""Of the whole on the whole."""
_SHAPE = 0.02
"""Logarithm of how much wider one is for its height."""
_FIELD = 8.0
"""Of 255."""

Greys = NDArray[np.float32]


def small_look(image: Image.Image) -> Greys:
    """A picture in 32 × 32 greys, whatever its shape."""
    small = image.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=2.0)
    return np.asarray(small, np.float32)


def may_be_copies(one: Greys, other: Greys) -> bool:
    """Whether either may be the other, whole or a part."""
    whole = float(np.corrcoef(one.ravel(), other.ravel())[0, 1]) if one.std() and other.std() else 0.0
    return whole >= _LEAST or (
        whole >= _HOPELESS and (within(one, other) >= _LEAST or within(other, one) >= _LEAST)
    )


def within(part: Greys, whole: Greys) -> float:
    """The best correlation of ``part`` with a window of ``whole``, -1 to 1."""
    best = -1.0
    for size in _SIZES:
        shrunk = np.asarray(Image.fromarray(part).resize((size, size), Image.Resampling.BILINEAR)).ravel()
        windows = np.lib.stride_tricks.sliding_window_view(whole, (size, size)).reshape(-1, size * size)
        a, b = shrunk - shrunk.mean(), windows - windows.mean(axis=1, keepdims=True)
        lengths = np.linalg.norm(a) * np.linalg.norm(b, axis=1)
        best = max(best, float((b @ a / np.maximum(lengths, 1e-6)).max()))
    return best


def nearly_equal(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures without points are one, shrunk or compressed: the same colours everywhere.

    Of 16 × 16 colours none may differ by more than compression makes of it.
    """
    if abs(np.log(one.width / one.height * other.height / other.width)) > _SHAPE:
        return False
    fields = [
        np.asarray(picture.convert("RGB").resize((16, 16), Image.Resampling.BOX), np.float32)
        for picture in (one, other)
    ]
    return bool(np.abs(fields[0] - fields[1]).max() < _FIELD)
