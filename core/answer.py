"""What a search answers: plain data that both clients show; nothing heavy is imported with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.messages import Sentence
from core.quantities.quantity import Quantity
from core.quantities.sale_price import NO_SALE, Sale
from core.quantities.units import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray


class Verdict(StrEnum):
    """What an answer claims."""

    MATCH = "match"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds that each step of a search took.

    Attributes:
        decode: opening the pictures and reading barcodes in them.
        embed: the network's two looks at each.
        index: everything after that, the witnesses' words included.
        total: all of it.
        first: until the answer by the vector alone stood: all but the barcodes and the other witnesses.
    """

    decode: float
    embed: float
    index: float
    total: float
    first: float = 0.0


@dataclass(frozen=True, slots=True)
class StoreStock:
    """How much another store has of a product."""

    store: str
    stock: Quantity


@dataclass(frozen=True, slots=True)
class Result:
    """One product of an answer.

    Attributes:
        product_id: the catalog's key of the product.
        score: likeness of the best photo to the query by the chosen measure; 1 is the same picture.
        confidence: estimated probability (0 to 1) that this is the product on the query.
        photo: path of the best matching photo in the shop folder.
        thumbnail: path of that photo's thumbnail.
        stock: how much there is; None if it was not counted.
        sale: its price for some days.
        outside_filter: it does not pass the filter, and is shown because it was scanned or called right.
        unit: what it is counted in; None if nobody said, which means pieces.
        why: what speaks for it beside its likeness, in words.
        elsewhere: the other stores that have some, those with most first, where this one has none.
    """

    product_id: int
    sku: str
    title: str
    category: str
    price_minor: int | None
    currency: str
    stock: Quantity | None
    location: str
    score: float
    confidence: float
    photo: str
    thumbnail: str
    outside_filter: bool = False
    unit: Unit | None = None
    why: tuple[Sentence, ...] = ()
    sale: Sale = NO_SALE
    elsewhere: tuple[StoreStock, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class SeenPicture:
    """All that is taken from a picture that is searched with: it need not be looked at again.

    Attributes:
        vector: the backbone's raw one, (dim,).
        fingerprint: the backbone's; under another one the vector means nothing.
        codes: the barcodes read in it, each with whether it is sure
            (:class:`core.imaging.barcode_reading.BarcodeRead`).
        print_: its print, for core/search/witnesses/print.py; nobody else looks into it.
        decode_ms, barcode_ms, embed_ms: what opening it, reading barcodes and the network's looks took.
        label: the writing on it, for core/search/witnesses/label.py, as the print is for another.
        look: what a text–picture network sees on it, for core/search/witnesses/text_image.py.
    """

    vector: NDArray[np.float32]
    fingerprint: str
    codes: tuple[tuple[str, bool], ...] = ()
    print_: object = None
    decode_ms: float = 0.0
    barcode_ms: float = 0.0
    embed_ms: float = 0.0
    label: object = None
    look: object = None


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Pictures of one thing, as they were seen: what core/search/see.py makes of a query.

    A picture more or less is another Seen of the same parts, ``Seen((*seen.pictures, *more.pictures))``:
    none is looked at twice.

    Attributes:
        pictures: at least one.
        beside: words that were said with them, "but blue"; then what is like them is asked for, not what
            they are.
    """

    pictures: tuple[SeenPicture, ...]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class AskedText:
    """Words or a number."""

    text: str


@dataclass(frozen=True, slots=True)
class LikeProduct:
    """Whatever looks like this product of the shop."""

    product_id: int


Asked = Seen | AskedText | LikeProduct
"""What is answered, and can be answered anew under another filter without looking at a picture again."""


VERY_SURE = 0.9
"""The least probability that is told as certain."""

_PROBABLY = 0.5
"""Least probability that one of the first products is meant, for saying that it probably is."""

_FIRST = 5
"""How many "these" are: what one sees without scrolling. Two dozen come to a half by their number."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What the witnesses said of an answer's candidates, before their words were weighed.

    Attributes:
        taught_by: what the shop's model came from (:class:`core.models.shop_model.TaughtBy`), of which the
            vector's word depends.
        products: (n,) int64, the candidates' ids.
        odds: by witness, what its word adds to the logarithm of each candidate's odds, (n,) float64.
        none: what the vector says for "none of these".
    """

    taught_by: str
    products: NDArray[np.int64]
    odds: Mapping[str, NDArray[np.float64]]
    none: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: the verdict and the products, best first.

    Attributes:
        unknown: estimated probability (0 to 1) that the shop does not have the product.
        asked: what it can be answered anew from; None if it cannot.
        barcode: what was read from a barcode in the pictures, whether a product has it or not; empty if
            nothing was.
        meant: what the products fit instead, where nothing fits the words that were typed; else empty.
        heard: what the witnesses said, where the whole shop was asked by pictures alone and nobody was sure
            of anything; None else.
    """

    verdict: Verdict
    results: tuple[Result, ...]
    timings: Timings
    unknown: float = 0.0
    asked: Asked | None = None
    barcode: str = ""
    meant: str = ""
    heard: Heard | None = None

    @property
    def words_beside(self) -> str:
        """What was said beside the pictures; then this is what is like them, and claims nothing."""
        return self.asked.beside.strip() if isinstance(self.asked, Seen) else ""

    @property
    def is_certain(self) -> bool:
        """Whether the first product may be told without a doubt."""
        return (
            self.verdict is Verdict.MATCH and bool(self.results) and self.results[0].confidence >= VERY_SURE
        )

    @property
    def is_among_the_first(self) -> bool:
        """Whether the right product is more likely among the first ones than not."""
        confidences = sorted((result.confidence for result in self.results), reverse=True)
        return sum(confidences[:_FIRST]) >= _PROBABLY
