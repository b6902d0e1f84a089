"""The colours of a product, named as people name them: each pixel by the nearest shade of the vocabulary.

Nearest in CIE L*a*b* (core/imaging/lab.py), where lightness counts less than hue: a product is lit from one
side, and a red cup in the shade is red.
"""

import functools
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.vocabulary import Sort, terms_of, vocabulary
from core.imaging.lab import lab_of

LEAST_SHARE = 0.06
"""Of the product: less is a word on a label or a shadow."""
_MAIN = 0.4
"""A colour with this share is surely the one that people would say."""
_LIGHTNESS = 0.6
"""Weight of a step in lightness beside one in hue."""
_PIXELS = 2500
"""That are looked at, evenly spread."""


def colour_words(lab: NDArray[np.float64]) -> dict[str, float]:
    """Which colours a product has, each with how sure a person would name it, 0 to 1, by the terms' keys.

    Args:
        lab: its pixels in L*a*b*, (n, 3).
    """
    if not len(lab):
        return {}
    some = lab[:: max(1, len(lab) // _PIXELS)]
    keys, shades = _palette()
    weight = np.array([_LIGHTNESS, 1.0, 1.0])
    nearest = ((some[:, None] * weight - shades[None] * weight) ** 2).sum(axis=2).argmin(axis=1)
    shares: dict[str, float] = {}
    for place, count in enumerate(np.bincount(nearest, minlength=len(keys)).tolist()):
        for key in _with_parents(keys[place]) if count else ():
            shares[key] = shares.get(key, 0.0) + count / len(some)
    return {key: round(min(1.0, share / _MAIN), 3) for key, share in shares.items() if share >= LEAST_SHARE}


def _with_parents(key: str) -> Iterable[str]:
    return (key, *vocabulary()[key].also)


@functools.cache
def _palette() -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """The key of each shade, and the shade in L*a*b*, (n, 3)."""
    pairs = [(term.key, shade) for term in terms_of(Sort.COLOUR) for shade in term.told_by]
    row = Image.new("RGB", (len(pairs), 1))
    row.putdata([_rgb(shade) for _key, shade in pairs])
    return tuple(key for key, _shade in pairs), lab_of(row)[0]


def _rgb(shade: str) -> tuple[int, int, int]:
    return int(shade[:2], 16), int(shade[2:4], 16), int(shade[4:], 16)
