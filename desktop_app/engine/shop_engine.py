"""The window's engine over a real shop. Everything heavy is imported by the calls, on their own thread."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.answer import Answer, Asked, SeenPicture
from core.errors import KnownError
from core.feedback import Feedback
from core.messages import Sentence, message
from core.progress import ReportProgress, report
from core.settings import Device
from desktop_app.engine.decoded_pictures import DecodedPictures
from desktop_app.engine.engine import (
    HearFirst,
    IsWanted,
    PictureSource,
    ProductDetails,
    QueryPicture,
    ShopFacts,
)
from desktop_app.engine.qt_pictures import to_pillow

if TYPE_CHECKING:
    from PIL.Image import Image

    from core.catalog.lists.filters import Filter
    from core.shop.shop import Shop

OPENING = message("core", "Opening the shop")
LOADING_MODEL = message("core", "Loading the model")

SEEN_AT_ONCE = 32
"""Photos that the network has not seen and sees while the shop is opened, a second's work; more are looked at
beside the work (desktop_app/window/unseen_photos.py)."""

SHOWN = 24
"""Products of an answer: what a clerk looks through before asking otherwise."""


class ShopEngine:
    """Searches the shop in ``folder``.

    Args:
        prepare: makes the shop where it must be made first; called on the engine thread.
        samples: finds pictures to try the search with; called on the engine thread.
    """

    def __init__(
        self,
        folder: Path,
        *,
        device: Device = "auto",
        prepare: Callable[[ReportProgress], object] | None = None,
        samples: Callable[[], tuple[Path, ...]] | None = None,
    ) -> None:
        self._folder = folder
        self._device = device
        self._prepare = prepare
        self._samples = samples
        self._shop: Shop | None = None
        self._preparing: Iterator[None] | None = None
        self._is_warm = False
        self._decoded = DecodedPictures(decode_picture)

    @property
    def folder(self) -> Path:
        """Where the shop lies, open or not."""
        return self._folder

    def open(self, listener: ReportProgress) -> ShopFacts:
        """Make the shop if need be, open it, load the model and the index."""
        from core.ingest.photo_pipeline import embed_missing, unseen_photos
        from core.shop.opening import open_shop

        if self._prepare is not None:
            self._prepare(listener)
        report(listener, OPENING, 0, 0)
        self._shop = open_shop(self._folder, device=self._device)
        report(listener, LOADING_MODEL, 0, 0)
        self._shop.network.load()
        unseen = unseen_photos(self._shop) if self._shop.writable else 0
        if 0 < unseen <= SEEN_AT_ONCE:
            embed_missing(self._shop, listener)  # after an import that was killed, or for another model
            unseen = 0
        self._shop.index()
        return replace(self.facts(), unseen=unseen)

    def facts(self) -> ShopFacts:
        """What the window says about the open shop, as it is now."""
        from core.catalog.currencies.shop_currency import shop_currency
        from core.catalog.low_stock import shop_mark
        from core.catalog.products.products import counts
        from core.catalog.scales.shop_formats import scale_formats

        self._preparing = None  # there may be new photos
        backbone = self.shop.network.load()
        amount = counts(self.shop.catalog)
        return ShopFacts(
            name=self.shop.name,
            products=amount.products,
            archived=amount.archived,
            photos=amount.photos,
            model=backbone.spec.name,
            device=backbone.device,
            samples=self._samples() if self._samples is not None else (),
            notice=self._notice(),
            read_only=self._read_only(),
            currency=shop_currency(self.shop.catalog),
            scale_formats=tuple(format_.text for format_ in scale_formats(self.shop.catalog)),
            low_mark=shop_mark(self.shop.catalog),
        )

    def _notice(self) -> Sentence | None:
        for notice in self.shop.notices:
            return notice
        if self.shop.writable or self.shop.writer is None:
            return None
        text = message(
            "core",
            "Another program (process {process} on {computer}) is changing this shop. Here it can be "
            "searched, not changed.",
        )
        return Sentence(text, {"process": self.shop.writer.process, "computer": self.shop.writer.computer})

    def _read_only(self) -> Sentence | None:
        if self.shop.writable:
            return None
        if self.shop.linked:
            return Sentence(message("core", "Read-only: parts of the shop are links."))
        if self.shop.writer is not None:
            return Sentence(message("core", "Read-only: another program is changing the shop."))
        return Sentence(message("core", "Read-only: the shop's folder cannot be written to."))

    def decode(self, source: PictureSource) -> Image:
        """The upright RGB picture of ``source``, no larger than a search needs."""
        return self._decoded.whole(source)

    def cut(self, picture: QueryPicture) -> Image:
        """What is searched with: the part of the picture, turned as it says."""
        return self._decoded.cut(picture)

    def see(self, image: Image) -> SeenPicture:
        """All that there is to see on a picture that is searched with."""
        from core.search.see import see

        return see(self.shop, [image]).pictures[0]

    def holds(self, seen: SeenPicture) -> bool:
        """Whether it was seen by the network that is in use."""
        return seen.fingerprint == self.shop.spec.fingerprint

    def answer(
        self,
        asked: Asked,
        filter_: Filter | None,
        feedback: Feedback,
        first: HearFirst | None,
        wanted: IsWanted,
    ) -> Answer:
        """The products that are most probably meant, under a filter and with what was said of them."""
        from core.catalog.lists.filters import Filter
        from core.search.answering import Refinement, answer

        refinement = Refinement(filter_ or Filter(), feedback)
        return answer(self.shop, asked, refinement, count=SHOWN, first=first, wanted=wanted)

    def prepare_next(self) -> bool:
        """Load what a first search needs; then find the print on one catalog photo that has not been looked
        at yet, or describe one, or read the words on one, or look on one for what must not be shown."""
        from core.describe.describing import describe_in_advance
        from core.ingest.label_reading import read_labels_in_advance
        from core.ingest.text_image import show_in_advance
        from core.learning.second_look import weigh_in_advance
        from core.moderation.looking import look_in_advance
        from core.search.print_points import find_in_advance
        from core.search.warming import warm_up

        if self._preparing is None:
            warming = () if self._is_warm else warm_up(self.shop)
            self._is_warm = True
            self._preparing = itertools.chain(
                warming,
                find_in_advance(self.shop),
                describe_in_advance(self.shop),
                show_in_advance(self.shop),
                weigh_in_advance(self.shop),
                read_labels_in_advance(self.shop),
                look_in_advance(self.shop),
            )
        for _found in self._preparing:
            return True
        return False

    def product(self, product_id: int) -> ProductDetails:
        """All about one product."""
        from core.catalog.moderation.decisions import not_shown
        from core.catalog.photos.photos import photos_of_product
        from core.catalog.products.products import product_by_id

        shop = self.shop
        product = product_by_id(shop.catalog, product_id)
        if product is None:
            raise KnownError(message("core", "This product is no longer in the shop. Search again."))
        photos = photos_of_product(shop.catalog, product_id)
        files = tuple(shop.files.path(photo.sha256) for photo in photos if not photo.missing)
        hidden = not_shown(shop.catalog, [photo.sha256 for photo in photos])
        return ProductDetails(product, files, frozenset(map(shop.files.path, hidden)))

    def close(self) -> None:
        """Free the model and let other programs write to the shop."""
        self._preparing = None  # a child process may be at it
        shop, self._shop = self._shop, None
        if shop is not None:
            shop.close()

    def has_open(self, shop: Shop) -> bool:
        """Whether ``shop`` is the open one still; on any thread."""
        return self._shop is shop

    @property
    def shop(self) -> Shop:
        """The open shop; its methods may be called from any thread."""
        if self._shop is None:
            raise KnownError(message("core", "The shop is not open. Wait a moment and try again."))
        return self._shop


def decode_picture(source: PictureSource, max_side: int) -> Image:
    """The upright RGB picture of ``source``, its longer side at most ``max_side`` pixels; needs no shop.

    Raises:
        KnownError: it cannot be opened, or there is none.
    """
    from core.imaging.decode import decode_bytes, decode_file

    if source.path is not None:
        return decode_file(source.path, max_side=max_side)
    if source.data is not None:
        return decode_bytes(source.data, name=source.name, max_side=max_side)
    if source.pixels is None or source.pixels.isNull():
        raise KnownError(message("core", "There is no picture in what was given. Try another one."))
    return to_pillow(source.pixels, max_side=max_side)
