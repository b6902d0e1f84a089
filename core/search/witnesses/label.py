"""The label's word: what is written on the pictures, held against what is known to be written on products.

A carton of apple juice and one of orange juice are one to the network; the label says which. What people
wrote of a product (title, brand) counts, and what was read on its own photos (core/label/matching.py). Where
counter photos were read, the writing as a whole is compared with theirs, too (core/label/same_writing.py).

Reading takes longer than all else, and says only which of the candidates it is, not whether it is one of
them. So it is done where the other witnesses leave that in doubt, and where what may be meant has something
written on it, which fruit has not.
"""

import threading
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.counter_writing import counter_writing
from core.catalog.photos.label_words import label_texts
from core.catalog.photos.photos import known_by_counter_photos
from core.catalog.products.products import products_by_ids
from core.label.lines import Line
from core.label.matching import KnownText, label_fit
from core.label.same_writing import PlacedText, placed, writing, writing_likeness
from core.messages import Sentence, message
from core.search.witnesses.print import PRINT
from core.search.witnesses.witness import CLOSER_CANDIDATES, Case, Need, Say, Witness
from core.shop.label_reader import LabelReader
from core.shop.shop import Shop

_BESIDE_COUNTER_PHOTOS = 0.3
"""What the label counts between products whose labels were seen as the shop's camera sees them: likeness has
learned them then, and what was read on the catalog photo, one side of a carton, says little more."""

_AS_ON_COUNTER_PHOTOS = 8.0
"""Logarithm of the odds for writing that is wholly alike to that on a product's counter photos: fitted on a
real shop's packages (docs/decisions/0019-words-on-packages.md)."""
_CLEARLY = 1.0
"""More of it than for any other product, from which on it is told as a reason."""
_AS_ON_PHOTOS = message("core", "the same writing as on its photos")

ANOTHER = 0.05
"""Least probability that it is another candidate than the first…"""
WRITTEN = 0.03
"""…and least that it is one with something written on it: below either, reading put the right one first on
one of 3,193 photos of a real shop (docs/decisions/0055-where-the-time-of-a-start-goes.md)."""


class QueryLabel:
    """What is written on a picture that is searched with, read when a witness first asks for it.

    That may be never, or under another filter, after a clerk's word: so the picture is kept for as long as
    what was seen of it, of which a client keeps no more than so many (the window: its history).
    """

    def __init__(self, image: Image.Image, reader: LabelReader) -> None:
        self._image: Image.Image | None = image
        self._size = image.size
        self._reader = reader
        self._lines: tuple[Line, ...] = ()
        self._reading = threading.Lock()

    def lines(self) -> tuple[Line, ...]:
        """The writing on the picture, which is let go of if it is read."""
        with self._reading:
            if self._image is not None:
                self._lines = self._reader.read(self._image)
                self._image = None
            return self._lines

    def placed(self) -> list[PlacedText]:
        """The same with where it stands."""
        return placed(self.lines(), self._size)


def known_texts(shop: Shop, ids: Sequence[int], texts: Mapping[int, str]) -> list[KnownText]:
    """What is known to be written on each of some products, by what was read on their photos and told."""
    products = {product.id: product for product in products_by_ids(shop.catalog, ids)}
    told = {key: f"{product.title}\n{product.brand}" for key, product in products.items()}
    return [KnownText(told.get(key, ""), texts.get(key, "")) for key in ids]


def _is_asked(case: Case) -> bool:
    """Between two candidates or more, where anything can be read."""
    return len(case.candidates) > 1 and case.shop.label_reader.problem is None


def _can_settle(case: Case, confidences: NDArray[np.float64], coming: Collection[str]) -> bool:
    """Whether another than the first may be meant, and something may be written on what may be meant.

    Where something is written on the first itself, the print is waited for: often it settles it.
    """
    if confidences.sum() - confidences.max() < ANOTHER:
        return False
    written = [bool(case.label_texts.get(group.key, "not read yet")) for group in case.candidates]
    if PRINT.name in coming and written[int(confidences.argmax())]:
        return False
    return float(confidences[written].sum()) >= WRITTEN


def is_written_on(shop: Shop, products: Sequence[int]) -> bool:
    """Whether something may be written on one of the products: something was read, or nobody read it yet."""
    texts = label_texts(shop.catalog, products)
    return any(texts.get(product_id, "not read yet") for product_id in products)


def _says(case: Case) -> Say:
    labels = [picture.label for picture in case.seen.pictures]
    read = [line for label in labels if isinstance(label, QueryLabel) for line in label.placed()]
    if not read:
        return Say(np.zeros(len(case.candidates)))
    ids = [group.key for group in case.candidates]
    found = label_fit([line.text for line in read], known_texts(case.shop, ids, case.label_texts))
    why = {
        key: Sentence(message("core", "the label says {words}"), {"words": ", ".join(words)})
        for key, words in zip(ids, found.words, strict=True)
        if words
    }
    alike = _as_on_counter_photos(case, read)
    first, second = np.sort(alike)[::-1][:2]
    if first - second >= _CLEARLY:
        why.setdefault(ids[int(alike.argmax())], Sentence(_AS_ON_PHOTOS))
    odds = found.odds() * _counts(case.shop, ids[:CLOSER_CANDIDATES]) + alike
    return Say(odds - odds.max(), why=why)


def _as_on_counter_photos(case: Case, read: Sequence[PlacedText]) -> NDArray[np.float64]:
    """What the writing on counter photos of the first candidates says for each of all, (n,)."""
    ids = [group.key for group in case.candidates]
    kept = counter_writing(case.shop.catalog, ids[:CLOSER_CANDIDATES], case.shop.label_reader.name)
    # A photo on which nothing was read, from the back or damaged, says nothing of what is written on it.
    known = [[writing(texts) for texts in kept.get(key, ()) if texts] for key in ids]
    return np.asarray(_AS_ON_COUNTER_PHOTOS * writing_likeness(writing(read), known), np.float64)


def _counts(shop: Shop, products: Sequence[int]) -> float:
    """What the label counts between the first candidates, 1 where all are known by catalog photos alone."""
    seen = len(known_by_counter_photos(shop.catalog, products)) / max(1, len(products))
    return 1 - seen * (1 - _BESIDE_COUNTER_PHOTOS)


LABEL = Witness("label", (Need.LIKENESS, Need.LABEL), 250.0, _is_asked, _says, _can_settle)
"""The milliseconds are those of two idle cores."""
