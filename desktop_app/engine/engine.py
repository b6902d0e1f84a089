"""What the window asks of a search engine, and the plain data that travel between the two.

Light on purpose: it is imported before the first paint, so everything of core that is heavy is named for
the type checker only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtGui import QImage

from core.answer import Answer
from core.imaging.cut import WHOLE, Cut
from core.messages import Sentence
from core.progress import ReportProgress

if TYPE_CHECKING:
    from PIL.Image import Image

    from core.catalog.products.products import Product


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture somebody handed to the window: a file, encoded bytes, or pixels. Exactly one is set."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    pixels: QImage | None = None


Origin = Literal["file", "clipboard", "camera", "text"]
"""Where a search came from."""


@dataclass(frozen=True, slots=True)
class QueryPicture:
    """A picture, and the part of it that is searched with."""

    source: PictureSource
    cut: Cut = WHOLE


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched with: pictures of one thing, or words. A later query has a higher id.

    Attributes:
        pictures: all show the same thing; none if it is words.
        text: words, a number or a barcode; empty if it is pictures.
    """

    id: int
    pictures: tuple[QueryPicture, ...] = ()
    text: str = ""
    origin: Origin = "file"

    @property
    def name(self) -> str:
        """What to call it: the first picture's name, or the words."""
        return self.pictures[0].source.name if self.pictures else self.text


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
    """One product with all that its page shows."""

    product: Product
    photos: tuple[Path, ...]


class SearchEngine(Protocol):
    """A shop that can be searched by picture. Methods block; none is called on the GUI thread.

    :meth:`decode`, :meth:`pictures_of` and :meth:`product` are safe on any thread; the others are called on
    the engine thread alone. Each may raise KnownError.
    """

    def open(self, listener: ReportProgress) -> ShopFacts:
        """Open the shop and load the model. Raises Cancelled if ``listener`` asks to stop."""

    def decode(self, source: PictureSource) -> Image:
        """The upright RGB picture of ``source``, whole and bounded in size; at any time."""

    def pictures_of(self, query: Query) -> list[Image]:
        """What is searched with: the query's pictures, each cut and turned as it says; at any time."""

    def search(self, pictures: Sequence[Image]) -> Answer:
        """The products that look most like the one thing on ``pictures``, of which there is at least one."""

    def search_text(self, text: str) -> Answer:
        """The products that ``text`` means: words, a number, a barcode."""

    def prepare_next(self) -> bool:
        """One piece of work, of a tenth of a second, that makes later searches quicker; False for no more."""

    def product(self, product_id: int) -> ProductDetails:
        """All about one product; while the shop is open."""

    def close(self) -> None:
        """Free everything; called once, on the engine thread."""
