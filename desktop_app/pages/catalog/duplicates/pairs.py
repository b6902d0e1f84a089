"""What the duplicates dialog asks of the shop, as jobs that hand over plain data."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.catalog.edits.edit_log import Edit
from core.catalog.photos.photos import Photo, photos_of_products
from core.catalog.products.different import say_different
from core.catalog.products.products import Product, products_by_ids
from core.copies.duplicates import Duplicates, find_duplicates
from core.copies.merging import merge_products
from core.messages import Sentence
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.program.user_name import user_name


@dataclass(frozen=True, slots=True)
class ShownProduct:
    """A product, its first photo's file ("" if it has none), and how many photos it has."""

    product: Product
    picture: str
    photos: int


@dataclass(frozen=True, slots=True)
class ShownPair:
    """Two products that may be one, and why."""

    one: ShownProduct
    other: ShownProduct
    why: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """All pairs, the surest first, and groups of photos that are copies of one another."""

    pairs: tuple[ShownPair, ...]
    groups: tuple[tuple[Photo, ...], ...]

    @property
    def copies(self) -> tuple[frozenset[str], ...]:
        """The hashes of each group."""
        return tuple(frozenset(photo.sha256 for photo in group) for group in self.groups)


def find_pairs(shop: Shop, progress: ReportProgress) -> FoundPairs:
    """Look through the shop; of three that may be one, each of the others is shown with the first.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    found = find_duplicates(shop, progress)
    shown = _shown(shop, found)
    pairs = [
        ShownPair(shown[same.products[0].id], shown[other.id], same.why)
        for same in found.products
        for other in same.products[1:]
    ]
    return FoundPairs(tuple(pairs), tuple(same.photos for same in found.photos))


def merge(shop: Shop, kept_id: int, other_id: int, copies: tuple[frozenset[str], ...]) -> Edit:
    """Make one of two. Raises as :func:`core.copies.merging.merge_products`."""
    return merge_products(shop, kept_id, [other_id], who=user_name(), copies=copies)


def keep_apart(shop: Shop, one_id: int, other_id: int) -> None:
    """Remember that two are not the same.

    Raises:
        KnownError: the shop can only be read.
    """
    shop.require_writable()
    say_different(shop.catalog, [one_id, other_id], who=user_name())


def read_again(shop: Shop, product_ids: tuple[int, int]) -> tuple[ShownProduct, ...]:
    """Two products as they are by now; fewer if one is gone."""
    return tuple(_of(shop, products_by_ids(shop.catalog, product_ids)).values())


def _shown(shop: Shop, found: Duplicates) -> Mapping[int, ShownProduct]:
    return _of(shop, [product for same in found.products for product in same.products])


def _of(shop: Shop, products: list[Product]) -> dict[int, ShownProduct]:
    photos = photos_of_products(shop.catalog, [product.id for product in products])
    shown = {}
    for product in products:
        own = photos.get(product.id, [])
        picture = str(shop.files.path(own[0].sha256)) if own else ""
        shown[product.id] = ShownProduct(product, picture, len(own))
    return shown
