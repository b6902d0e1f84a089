"""Files and folders looked through for pictures that are made of the shop's photos, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.catalog.products.products import Product, products_by_ids
from core.copies.known_photos import know_photos
from core.copies.sources import ToTrace, pictures_of
from core.copies.tracing import Copy, trace
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Found:
    """A copy, and the product whose photo it is made of."""

    copy: Copy
    product: Product


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """A picture that was given, and what it is made of, what shows most first; mostly nothing."""

    given: ToTrace
    found: tuple[Found, ...] = ()


def look_through(
    shop: Shop, paths: Sequence[Path], progress: ReportProgress = ignore_progress
) -> Iterator[Traced]:
    """Trace every picture in ``paths``; whoever searches meanwhile goes first.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    known = know_photos(shop, progress)
    for given in pictures_of(paths, progress):
        shop.right_of_way.give_way()
        copies = trace(known, given.image) if given.image is not None else ()
        products = {
            p.id: p for p in products_by_ids(shop.catalog, [copy.photo.product_id for copy in copies])
        }
        # A product may have been deleted since: then its photo is nobody's.
        found = [
            Found(copy, products[copy.photo.product_id])
            for copy in copies
            if copy.photo.product_id in products
        ]
        yield Traced(given, tuple(found))
