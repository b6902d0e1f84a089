"""How alike the writing on a picture is to that on photos which were taken of the products in the shop.

The words of a title, or of a catalog photo, are one side of a package. Counter photos show it as clerks and
customers hold it, with the letters that are misread there every time, so what is read on a picture is best
compared with what was read on them. Nothing need be a word for that: each text counts as its runs of three
and four characters, those in the middle of the picture more than those of the shelf behind it, and those that
few of the photos have more than a brand's (tf-idf and cosine: G. Salton and C. Buckley, "Term-weighting
approaches in automatic text retrieval", Information Processing & Management 24, 1988). A product is as alike
as its three most alike photos are on average. What that is worth was measured on a real shop's photos
(docs/decisions/0019-words-on-packages.md).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.label.lines import Line
from core.label.terms import unbroken


class PlacedText(NamedTuple):
    """A line of writing and where its middle lies: shares of the picture's width and height."""

    text: str
    across: float
    down: float


Writing = Mapping[str, float]
"""What is written on a picture: how much each run of characters counts, above 0 and at most 1."""

_RUNS = (3, 4)
_MIDDLE = 0.35
"""Distance from a picture's middle, in its sides, at which writing counts 1/e of what it does there."""
_BEST = 3


def placed(lines: Iterable[Line], size: tuple[int, int]) -> list[PlacedText]:
    """Where lines stand that were read on a picture of ``size``, width and height."""
    middles = ((line.text, np.mean(line.corners, axis=0) / np.maximum(size, 1)) for line in lines)
    return [
        PlacedText(text, *(round(float(share), 3) for share in np.clip(middle, 0, 1)))
        for text, middle in middles
    ]


def writing(texts: Iterable[PlacedText]) -> Writing:
    """The runs of characters on a picture."""
    found: dict[str, float] = {}
    for text, across, down in texts:
        counts = math.exp(-((across - 0.5) ** 2 + (down - 0.5) ** 2) / _MIDDLE**2)
        for run in _runs(unbroken(text)):
            found[run] = max(counts, found.get(run, 0.0))
    return found


def writing_likeness(read: Writing, known: Sequence[Sequence[Writing]]) -> NDArray[np.float64]:
    """How alike what was read is to the photos of each product, (n,) from 0 to 1.

    A product that has none is as alike as the others are on average: nothing is known either way.
    """
    photos = Counter(run for own in known for one in own for run in one)
    count = sum(len(own) for own in known)
    rarity = {run: max(0.0, math.log((count + 1) / (has + 0.5))) for run, has in photos.items()}
    asked = _direction(read, rarity)
    alike = np.full(len(known), np.nan)
    for place, own in enumerate(known):
        if own:
            cosines = sorted((_cosine(asked, _direction(one, rarity)) for one in own), reverse=True)[:_BEST]
            alike[place] = sum(cosines) / len(cosines)
    return np.where(np.isnan(alike), np.nanmean(alike) if count else 0.0, alike)


def _runs(text: str) -> set[str]:
    whole = f"^{text}$"
    return {whole[start : start + long] for long in _RUNS for start in range(len(whole) - long + 1)}


def _direction(one: Writing, rarity: Mapping[str, float]) -> dict[str, float]:
    weighed = {run: counts * rarity.get(run, 0.0) for run, counts in one.items()}
    length = math.sqrt(sum(value * value for value in weighed.values()))
    return {run: value / length for run, value in weighed.items()} if length else {}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other[run] for run, value in one.items() if run in other)
