"""What the catalog page shows of the open shop beside its list, as plain values; read in jobs."""

from dataclasses import dataclass

from core.catalog.edits.edit_log import Edit, next_redo, next_undo
from core.catalog.lists.facets import usual_currency
from core.catalog.lists.listing import SortBy, facets
from core.catalog.low_stock import low_count, shop_mark
from core.catalog.photos.faces import faces_gone
from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.products.products import Product, product_by_id
from core.catalog.stock import Movement, movements
from core.catalog.tags.tags import tag_counts
from core.describe.proposals import ProposedTag, tags_for_product
from core.errors import KnownError
from core.finding import FindingKind
from core.messages import Sentence, message
from core.moderation.looking import moderated
from core.moderation.waiting import products_that_wait
from core.quantities.quantity import Quantity
from core.shop.shop import Shop

_SHOWN_MOVEMENTS = 5
"""The latest; all of them stand in the stock history."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Names that the shop's products have already, and the currency that most of their prices are in.

    Attributes:
        low: of how many products there is too little.
        waiting: how many wait for a decision about what must not be shown.
    """

    categories: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    currency: str = ""
    low: int = 0
    waiting: int = 0
    writable: bool = True


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo of the product in the panel.

    Attributes:
        faces_gone: how many were made unrecognisable in it.
        seen: what moderation tells of it.
        shown: what a person decided about that; None while it waits.
    """

    sha256: str
    path: str
    thumbnail: str
    is_counter: bool
    is_missing: bool
    faces_gone: int = 0
    seen: tuple[Sentence, ...] = ()
    shown: bool | None = None


@dataclass(frozen=True, slots=True)
class ProductFile:
    """All that the panel says about one product.

    Attributes:
        shops_mark: at how much there is too little of what has no mark of its own; None for never.
        proposed: tags by what is seen on its photos.
    """

    product: Product
    photos: tuple[ShownPhoto, ...]
    movements: tuple[Movement, ...]
    shops_mark: Quantity | None
    proposed: tuple[ProposedTag, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoState:
    """What could be undone and done again now."""

    undo: Edit | None
    redo: Edit | None


def choices_of(shop: Shop) -> Choices:
    """Names to choose from."""
    catalog = shop.catalog
    with catalog.snapshot():
        categories, brands, locations = (
            tuple(facet.value for facet in facets(catalog, column))
            for column in (SortBy.CATEGORY, SortBy.BRAND, SortBy.LOCATION)
        )
        tags = tuple(count.tag for count in tag_counts(catalog))
        return Choices(
            categories,
            brands,
            locations,
            tags,
            usual_currency(catalog),
            low_count(catalog),
            len(products_that_wait(catalog)),
            shop.writable,
        )


def product_file(shop: Shop, product_id: int) -> ProductFile:
    """All about one product.

    Raises:
        KnownError: it is no longer there.
    """
    catalog, files = shop.catalog, shop.files
    with catalog.snapshot():
        product = product_by_id(catalog, product_id)
        if product is None:
            raise KnownError(message("core", "This product is no longer in the shop. Search again."))
        photos = photos_of_product(catalog, product_id)
        moved = movements(catalog, [product_id], limit=_SHOWN_MOVEMENTS)
        shops_mark = shop_mark(catalog)
        hashes = [photo.sha256 for photo in photos]
        blurred = faces_gone(catalog, hashes)
        told = {one.sha256: one for one in moderated(shop, hashes)}
        proposed = tags_for_product(shop, product, (count.tag for count in tag_counts(catalog)))
    return ProductFile(
        product,
        tuple(
            ShownPhoto(
                photo.sha256,
                str(files.path(photo.sha256)),
                str(files.small_path(photo.sha256)),
                photo.kind is PhotoKind.COUNTER,
                photo.missing,
                blurred.get(photo.sha256, 0),
                tuple(one.text for one in told[photo.sha256].findings if one.kind is not FindingKind.QUALITY),
                told[photo.sha256].decided,
            )
            for photo in photos
        ),
        tuple(moved),
        shops_mark,
        proposed,
    )


def undo_state(shop: Shop) -> UndoState:
    """What could be undone and done again."""
    with shop.catalog.snapshot():
        return UndoState(next_undo(shop.catalog), next_redo(shop.catalog))
