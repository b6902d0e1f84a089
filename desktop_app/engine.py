"""What the window asks of a search engine, and the plain data that travel between the two.

Light on purpose: it is imported before the first paint, so everything of core that is heavy is named for
the type checker only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QImage

from core.answer import Answer
from core.messages import Sentence
from core.progress import ReportProgress

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture somebody handed to the window: a file, encoded bytes, or pixels. Exactly one is set."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    pixels: QImage | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """One picture to search with; a later query has a higher id."""

    id: int
    source: PictureSource


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """What the window says about the opened shop.

    Attributes:
        samples: a few pictures to try the search with; only the demo shop has some.
        notice: what the user should know about the shop, such as a lesson that cannot be used; or None.
    """

    name: str
    products: int
    photos: int
    model: str
    device: str
    samples: tuple[Path, ...] = ()
    notice: Sentence | None = None


@dataclass(frozen=True, slots=True)
class ProductDetails:
    """One product with all that its page shows.

    Attributes:
        price_minor: the price in the currency's smallest unit; None if the shop gave none.
        extra: the merchant's own columns, by their headings.
    """

    product_id: int
    sku: str
    title: str
    category: str
    description: str
    barcode: str
    price_minor: int | None
    currency: str
    stock: int
    location: str
    photos: tuple[Path, ...]
    brand: str = ""
    tags: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


class SearchEngine(Protocol):
    """A shop that can be searched by picture. Methods block; none is called on the GUI thread.

    All but :meth:`decode` and :meth:`product` are called on the engine thread alone. Each may raise
    KnownError.
    """

    def open(self, listener: ReportProgress) -> ShopFacts:
        """Open the shop and load the model. Raises Cancelled if ``listener`` asks to stop."""

    def decode(self, source: PictureSource) -> Image:
        """The upright RGB picture of ``source``, bounded in size; safe on any thread at any time."""

    def search(self, picture: Image) -> Answer:
        """The products that look most like ``picture``."""

    def product(self, product_id: int) -> ProductDetails:
        """All about one product; safe on any thread while the shop is open."""

    def close(self) -> None:
        """Free everything; called once, on the engine thread."""
