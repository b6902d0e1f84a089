"""What a search answers: plain data that both clients show; nothing heavy is imported with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Verdict(StrEnum):
    """What an answer claims."""

    MATCH = "match"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds that each step of a search took."""

    decode: float
    embed: float
    index: float
    total: float


@dataclass(frozen=True, slots=True)
class Result:
    """One product of an answer.

    Attributes:
        product_id: the catalog's key of the product.
        score: likeness of the best photo to the query by the chosen measure; 1 is the same picture.
        confidence: estimated probability (0 to 1) that this is the product on the query.
        photo: path of the best matching photo in the shop folder.
        thumbnail: path of that photo's thumbnail.
    """

    product_id: int
    sku: str
    title: str
    category: str
    price_minor: int | None
    currency: str
    stock: int
    location: str
    score: float
    confidence: float
    photo: str
    thumbnail: str


@dataclass(frozen=True, slots=True, eq=False)
class SeenPictures:
    """Pictures of one thing, as the backbone saw them.

    Attributes:
        vectors: its raw vectors, (n, dim), n at least 1.
        fingerprint: the backbone's; under another one the vectors mean nothing.
        barcode: what was read from a barcode in them; empty if there is none.
        print_: their print, for core/search/print_check.py; nobody else looks into it.
    """

    vectors: NDArray[np.float32]
    fingerprint: str
    barcode: str = ""
    print_: object = None


@dataclass(frozen=True, slots=True)
class AskedText:
    """Words or a number."""

    text: str


@dataclass(frozen=True, slots=True)
class LikeProduct:
    """Whatever looks like this product of the shop."""

    product_id: int


Asked = SeenPictures | AskedText | LikeProduct
"""What a search can be answered anew from, under another filter, without looking at a picture again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: the verdict and the products, best first.

    Attributes:
        unknown: estimated probability (0 to 1) that the shop does not have the product.
        asked: what it can be answered anew from; None if it cannot.
    """

    verdict: Verdict
    results: tuple[Result, ...]
    timings: Timings
    unknown: float = 0.0
    asked: Asked | None = None

    @property
    def barcode(self) -> str:
        """What was read from a barcode in the pictures, whether a product has it or not; empty if nothing."""
        return self.asked.barcode if isinstance(self.asked, SeenPictures) else ""
