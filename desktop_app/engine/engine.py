"""What the window asks of a search engine, and the plain data that travel between the two.

Light on purpose: it is imported before the first paint, so everything of core that is heavy is named for
the type checker only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtGui import QImage

from core.answer import Answer, Asked, AskedText, LikeProduct, SeenPicture
from core.feedback import NOTHING_SAID, Feedback
from core.imaging.cut import WHOLE, Cut
from core.messages import Sentence
from core.progress import ReportProgress

if TYPE_CHECKING:
    from PIL.Image import Image

    from core.catalog.lists.filters import Filter
    from core.catalog.products.products import Product
    from core.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture somebody handed to the window: a file, encoded bytes, or pixels. Exactly one is set."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    pixels: QImage | None = None


Origin = Literal["file", "clipboard", "camera", "text"]
"""Where a search came from."""


@dataclass(frozen=True, slots=True, eq=False)
class QueryPicture:
    """A picture, and the part of it that is searched with.

    Attributes:
        seen: what was seen on this part; None until the engine has looked at it.
    """

    source: PictureSource
    cut: Cut = WHOLE
    seen: SeenPicture | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """One question: what is searched with, and what narrows it down. It is answered once.

    Attributes:
        id: of two questions the later one has the higher.
        asked: pictures of one thing, words, or a product to which others are like.
        filter_: what the products must fulfil; None for nothing.
        feedback: what the clerk said of the search so far.
        beside: words typed beside the pictures, "but blue".
    """

    id: int
    asked: tuple[QueryPicture, ...] | AskedText | LikeProduct
    origin: Origin = "file"
    filter_: Filter | None = None
    feedback: Feedback = NOTHING_SAID
    beside: str = ""

    @property
    def pictures(self) -> tuple[QueryPicture, ...]:
        """The pictures; none if it is asked with something else."""
        return self.asked if isinstance(self.asked, tuple) else ()

    @property
    def text(self) -> str:
        """The words, number or barcode; empty if it is none."""
        return self.asked.text if isinstance(self.asked, AskedText) else ""

    @property
    def name(self) -> str:
        """What to call it: the first picture's name, or the words."""
        return self.pictures[0].source.name if self.pictures else self.text


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """What the window says about the opened shop.

    Attributes:
        samples: a few pictures to try the search with; only the demo shop has some.
        unseen: photos that the network has not seen yet; their products are not found by them.
        notice: what the user should know about the shop, such as a lesson that cannot be used; or None.
        read_only: that it can only be searched, and why; None where it can be changed.
        currency: the shop's, ISO 4217; "" as long as none was chosen.
        scale_formats: how the labels of its scales are read.
        archived: products that are kept and not shown.
        low_mark: at how much there is too little of a product that does not say otherwise; None for never.
    """

    name: str
    products: int
    photos: int
    model: str
    device: str
    samples: tuple[Path, ...] = ()
    unseen: int = 0
    notice: Sentence | None = None
    read_only: Sentence | None = None
    currency: str = ""
    scale_formats: tuple[str, ...] = ()
    archived: int = 0
    low_mark: Quantity | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it has no product, not even an archived one."""
        return not self.products and not self.archived


@dataclass(frozen=True, slots=True)
class ProductDetails:
    """One product with all that its page shows.

    Attributes:
        hidden: those of its photos that customers are not shown, as somebody decided.
    """

    product: Product
    photos: tuple[Path, ...]
    hidden: frozenset[Path] = frozenset()

    @property
    def for_customers(self) -> tuple[Path, ...]:
        """The photos that a customer may see."""
        return tuple(photo for photo in self.photos if photo not in self.hidden)


HearFirst = Callable[[Answer], None]
"""Told the answer as it stands before a closer look is taken."""
IsWanted = Callable[[], bool]
"""Whether an answer is still wanted; asked before each thing that takes its time."""


class SearchEngine(Protocol):
    """A shop that can be searched by picture. Methods block; none is called on the GUI thread.

    :meth:`decode`, :meth:`cut` and :meth:`product` are safe on any thread; the others are called on the
    engine thread alone. Each may raise KnownError.
    """

    def open(self, listener: ReportProgress) -> ShopFacts:
        """Open the shop and load the model. Raises Cancelled if ``listener`` asks to stop."""

    def decode(self, source: PictureSource) -> Image:
        """The upright RGB picture of ``source``, whole and bounded in size; not to be changed."""

    def cut(self, picture: QueryPicture) -> Image:
        """What is searched with: the part of the picture, turned as it says; not to be changed."""

    def see(self, image: Image) -> SeenPicture:
        """All that there is to see on a picture that is searched with."""

    def holds(self, seen: SeenPicture) -> bool:
        """Whether it can be answered from still: not if another network saw it than the one in use."""

    def answer(
        self,
        asked: Asked,
        filter_: Filter | None,
        feedback: Feedback,
        first: HearFirst | None,
        wanted: IsWanted,
    ) -> Answer:
        """The products that are most probably meant, under a filter and with what was said of them.

        Raises Cancelled if the answer is not wanted any more.
        """

    def prepare_next(self) -> bool:
        """One piece of work, of a tenth of a second, that makes later searches quicker; False for no more."""

    def product(self, product_id: int) -> ProductDetails:
        """All about one product; while the shop is open."""

    def close(self) -> None:
        """Free everything; called once, on the engine thread."""
