"""The print's word: a second look at the first candidates, whether what is printed on them is the same.

A network knows that it sees a carton of milk; which of ten alike cartons shows in the print. SIFT points of
the query and of a candidate's catalog photo that agree on one perspective (core/print/verification.py)
speak for the candidate; that too few agree speaks against nobody: an apple has no print.

Measured on a real shop's photos (docs/decisions/0011-classic-features.md): where products are known by their
catalog photos alone, nine photos in a hundred more come right. Where counter photos are known as well, the
network is the better judge, and there is no second look.

Where the points come from: core/search/print_points.py.
"""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.photos import Photo, PhotoKind
from core.messages import Sentence, message
from core.print.sift import Points, sift_points
from core.print.verification import agreeing_points
from core.search.print_points import looked_at, points_of
from core.search.witnesses.witness import CLOSER_CANDIDATES, Case, Need, Say, Witness
from core.shop.shop import Shop

CHANCE = 7
"""So many points agree by chance; every further one is evidence."""

WORTH = 0.36
"""What a further point adds to the logarithm of a candidate's odds: fitted to real photos, with the product
in the shop and without (docs/decisions/0026-calibrated-verdict.md)."""
TELLING = 3.6
"""Least evidence with which the print is named as a reason."""
FULL = 30
"""Beyond so many each is worth less and less. Alike packages share most of their print: which one it is shows
in how much more agrees."""


class QueryPrint:
    """The print on a picture that is searched with, looked for when a second look first asks for it."""

    def __init__(self, image: Image.Image) -> None:
        self._image: Image.Image | None = image
        self._points: Points | None = None
        self._looking = threading.Lock()

    def points(self) -> Points:
        """The points of the picture, which is let go of once they are found."""
        with self._looking:
            if self._points is None:
                assert self._image is not None  # noqa: S101  (one of the two is there)
                self._points = sift_points(self._image)
                self._image = None
            return self._points


def _is_asked(case: Case) -> bool:
    """Between two candidates or more, none of the first ones with a counter photo."""
    photos = case.closer_photos.values()
    return len(case.candidates) > 1 and not any(
        photo.kind is PhotoKind.COUNTER for own in photos for photo in own
    )


def _says(case: Case) -> Say:
    found = np.zeros(len(case.candidates))
    prints = [picture.print_ for picture in case.seen.pictures]
    points = [print_.points() for print_ in prints if isinstance(print_, QueryPrint)]
    if any(len(some) > CHANCE for some in points):
        first = case.candidates[:CLOSER_CANDIDATES]
        photos = [looked_at(case.closer_photos.get(group.key, []), group.best.photo_id) for group in first]
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="print") as pool:
            agreeing = pool.map(partial(_agreeing, case.shop, points), photos)
            found[: len(first)] = evidence(np.array(list(agreeing), np.int64))
    keys = [group.key for group in case.candidates]
    same = Sentence(message("core", "the same print"))
    return Say(found, why={key: same for key, odds in zip(keys, found, strict=True) if odds >= TELLING})


PRINT = Witness("print", (Need.LIKENESS, Need.PRINT), ms=150.0, is_asked=_is_asked, says=_says)


def evidence(counts: NDArray[np.int64], chance: int = CHANCE, worth: float = WORTH) -> NDArray[np.float64]:
    """What so many agreeing points add to the logarithm of the odds: a line, and a logarithm that goes on."""
    further = np.maximum(0, counts - chance)
    line = worth * np.minimum(further, FULL)
    return line + worth * FULL * np.log(np.maximum(further, FULL) / FULL)


def _agreeing(shop: Shop, query: Sequence[Points], photos: Sequence[Photo]) -> int:
    counts = [agreeing_points(asked, points_of(shop, photo.sha256)) for photo in photos for asked in query]
    return max(counts, default=0)
