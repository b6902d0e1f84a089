"""What the catalog page asks of the open shop. Every method blocks and belongs on a job's thread.

The door between the page and core: what is heavy is imported by the calls. Each may raise KnownError.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress
from desktop_app.engine import PictureSource
from desktop_app.models.listed_product import ListedProduct, Listing, make_listing
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.user_name import user_name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    from core.answer import Result
    from core.catalog.bulk_edit import BulkEdit, BulkPlan
    from core.catalog.edit_log import Edit
    from core.catalog.edit_undo import Turned
    from core.catalog.product_change import ProductChange
    from core.catalog.products import Product, ProductDraft
    from core.catalog.stock import Movement, Reason
    from core.ingest.shop_edits import AddedPictures, AddedProduct, NewPicture
    from core.shop import Shop
    from desktop_app.shop_engine import ShopEngine

_SHOWN_MOVEMENTS = 30


@dataclass(frozen=True, slots=True)
class Choices:
    """Names that the shop's products have already, and the currency that most of their prices are in."""

    categories: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    currency: str = ""
    writable: bool = True


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo of the product in the panel."""

    sha256: str
    path: str
    thumbnail: str
    is_counter: bool
    is_missing: bool


@dataclass(frozen=True, slots=True)
class ProductFile:
    """All that the panel says about one product."""

    product: Product
    photos: tuple[ShownPhoto, ...]
    movements: tuple[Movement, ...]


@dataclass(frozen=True, slots=True)
class UndoState:
    """What could be undone and done again now."""

    undo: Edit | None
    redo: Edit | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a new product.

    Attributes:
        alike: the product of the shop that its picture looks most like, if any.
        is_known: the search would take the picture for that product.
    """

    sku: str
    category: str
    alike: Result | None
    is_known: bool


class CatalogWork:
    """Works on the shop that ``engine`` has open."""

    def __init__(self, engine: ShopEngine) -> None:
        self._engine = engine

    @property
    def _shop(self) -> Shop:
        return self._engine.shop

    # Reading

    def listing(self, query: ListQuery) -> Listing:
        """The products that ``query`` asks for."""
        from core.catalog.browsing import RareSort, browse
        from core.catalog.filters import Filter
        from core.catalog.listing import SortBy

        filter_ = Filter(
            categories=(query.category,) if query.category else (),
            brands=(query.brand,) if query.brand else (),
            tags=(query.tag,) if query.tag else (),
            in_stock=query.in_stock,
            archived=query.archived,
            has_photo=False if query.without_photo else None,
            has_price=False if query.without_price else None,
        )
        sort: SortBy | RareSort | None = None
        if query.sort:
            rare = query.sort in {rare.value for rare in RareSort}
            sort = RareSort(query.sort) if rare else SortBy(query.sort)
        ids = browse(self._shop.catalog, query.text, filter_, sort, descending=query.descending)
        return make_listing(ids)

    def rows(self, product_ids: Sequence[int]) -> list[ListedProduct]:
        """Rows of these products, in the order given."""
        from core.catalog.browsing import product_rows

        rows = product_rows(self._shop.catalog, product_ids)
        return [ListedProduct(row.product, self._small(row.photo), row.photos) for row in rows]

    def choices(self) -> Choices:
        """Names to choose from."""
        from core.catalog.listing import SortBy, facets
        from core.catalog.tags import tag_counts

        catalog = self._shop.catalog
        with catalog.snapshot():
            names = {
                column: tuple(facet.value for facet in facets(catalog, column))
                for column in (SortBy.CATEGORY, SortBy.BRAND, SortBy.LOCATION)
            }
            tags = tuple(count.tag for count in tag_counts(catalog))
            row = catalog.db.execute(
                "SELECT currency FROM products WHERE currency <> ''"
                " GROUP BY currency ORDER BY count(*) DESC LIMIT 1"
            ).fetchone()
        return Choices(
            names[SortBy.CATEGORY],
            names[SortBy.BRAND],
            names[SortBy.LOCATION],
            tags,
            row[0] if row else "",
            self._shop.writable,
        )

    def product_file(self, product_id: int) -> ProductFile:
        """All about one product."""
        from core.catalog.photos import PhotoKind, photos_of_product
        from core.catalog.products import product_by_id
        from core.catalog.stock import movements

        catalog, files = self._shop.catalog, self._shop.files
        with catalog.snapshot():
            product = product_by_id(catalog, product_id)
            if product is None:
                raise KnownError(message("core", "This product is no longer in the shop. Search again."))
            photos = photos_of_product(catalog, product_id)
            moved = movements(catalog, [product_id], limit=_SHOWN_MOVEMENTS)
        return ProductFile(
            product,
            tuple(
                ShownPhoto(
                    photo.sha256,
                    str(files.path(photo.sha256)),
                    self._small(photo.sha256),
                    photo.kind is PhotoKind.COUNTER,
                    photo.missing,
                )
                for photo in photos
            ),
            tuple(moved),
        )

    def undo_state(self) -> UndoState:
        """What could be undone and done again."""
        from core.catalog.edit_log import next_redo, next_undo

        with self._shop.catalog.snapshot():
            return UndoState(next_undo(self._shop.catalog), next_redo(self._shop.catalog))

    # Editing

    def change(
        self,
        changes: Mapping[int, ProductChange],
        progress: ReportProgress,
        *,
        reason: Reason | None = None,
        note: str = "",
    ) -> Edit | None:
        """Change products as one edit."""
        from core.catalog.edit_log import EditKind
        from core.catalog.stock import Reason
        from core.ingest.shop_edits import edit_shop

        archived = {change.archived for change in changes.values()}
        only = archived.pop() if len(archived) == 1 else None
        kinds = {True: EditKind.ARCHIVE, False: EditKind.RESTORE, None: EditKind.CHANGE}
        return edit_shop(
            self._shop,
            changes,
            who=user_name(),
            kind=kinds[only],
            reason=reason or Reason.COUNT,
            note=note,
            progress=progress,
        )

    def set_archived(
        self, product_ids: NDArray[np.int64], archived: bool, progress: ReportProgress
    ) -> Edit | None:
        """Take products off the shelf, or put them back."""
        from core.catalog.product_change import ProductChange

        change = ProductChange(archived=archived)
        return self.change(dict.fromkeys(product_ids.tolist(), change), progress)

    def same_barcode(self, product_id: int, barcode: str) -> Product | None:
        """Another product with this barcode."""
        from core.catalog.products import products_by_barcode

        if not barcode:
            return None
        found = products_by_barcode(self._shop.catalog, barcode)
        return next((product for product in found if product.id != product_id), None)

    def plan_bulk(self, product_ids: NDArray[np.int64], bulk: BulkEdit, progress: ReportProgress) -> BulkPlan:
        """What a bulk edit would change."""
        from core.catalog.bulk_edit import plan_bulk_edit

        return plan_bulk_edit(self._shop.catalog, product_ids.tolist(), bulk, progress)

    def undo(self, progress: ReportProgress) -> Turned:
        """Take the latest edit back."""
        from core.ingest.shop_edits import undo_edit

        return undo_edit(self._shop, who=user_name(), progress=progress)

    def redo(self, progress: ReportProgress) -> Turned:
        """Do the edit again that was undone last."""
        from core.ingest.shop_edits import redo_edit

        return redo_edit(self._shop, who=user_name(), progress=progress)

    # Photos and new products

    def add_pictures(self, product_id: int, sources: Sequence[PictureSource]) -> AddedPictures:
        """Keep pictures as photos of a product."""
        from core.ingest.shop_edits import add_pictures

        return add_pictures(self._shop, product_id, self._pictures(sources), who=user_name())

    def remove_picture(self, product_id: int, sha256: str) -> Edit | None:
        """Take a photo from a product."""
        from core.ingest.shop_edits import remove_picture

        return remove_picture(self._shop, product_id, sha256, who=user_name())

    def move_picture(self, product_id: int, sha256: str, position: int) -> Edit | None:
        """Put a photo at another place."""
        from core.ingest.shop_edits import move_picture

        return move_picture(self._shop, product_id, sha256, position, who=user_name())

    def set_counter(self, product_id: int, sha256: str, is_counter: bool) -> Edit | None:
        """Say that a photo is a counter photo, or a catalog photo."""
        from core.catalog.photos import PhotoKind
        from core.ingest.shop_edits import set_picture_kind

        kind = PhotoKind.COUNTER if is_counter else PhotoKind.CATALOG
        return set_picture_kind(self._shop, product_id, sha256, kind, who=user_name())

    def propose(self, source: PictureSource | None) -> Proposal:
        """A number for a new product, and what its picture looks like."""
        from core.answer import Verdict
        from core.catalog.new_sku import free_sku
        from core.search import search_picture

        sku = free_sku(self._shop.catalog)
        if source is None:
            return Proposal(sku, "", None, False)
        answer = search_picture(self._shop, self._engine.decode(source), count=3)
        best = answer.results
        # Two of the three nearest in one category: so is this one, likely enough for a proposal.
        names = [result.category for result in best]
        category = next((name for name in names if name and names.count(name) >= 2), "")
        alike = best[0] if best and answer.verdict is not Verdict.UNKNOWN else None
        is_known = answer.verdict is Verdict.MATCH
        return Proposal(sku, category or (best[0].category if is_known else ""), alike, is_known)

    def add_product(self, draft: ProductDraft, sources: Sequence[PictureSource]) -> AddedProduct:
        """Make a product."""
        from core.ingest.shop_edits import add_product

        return add_product(self._shop, draft, self._pictures(sources), who=user_name())

    # Export

    def export(self, target: Path, progress: ReportProgress) -> int:
        """Write all products to a table, or the whole shop to a .zip; how many products."""
        from core.catalog.export import export_table
        from core.catalog.products import counts
        from core.catalog.shop_archive import write_archive

        shop = self._shop
        if target.suffix.casefold() == ".zip":
            write_archive(shop.catalog, shop.folder, target, progress)
            amount = counts(shop.catalog)
            return amount.products + amount.archived
        return export_table(
            shop.catalog, target, lambda sha256: str(shop.files.path(sha256)), progress=progress
        )

    def _small(self, sha256: str) -> str:
        """A picture for lists: the thumbnail, or the photo itself where that is not made yet."""
        if not sha256:
            return ""
        thumbnail = self._shop.files.thumbnail_path(sha256)
        return str(thumbnail if thumbnail.exists() else self._shop.files.path(sha256))

    def _pictures(self, sources: Sequence[PictureSource]) -> list[NewPicture]:
        from core.imaging.decode import decode_bytes
        from core.imaging.photo_files import MAX_SIDE
        from core.ingest.shop_edits import NewPicture
        from desktop_app.pictures import to_pillow

        def image(source: PictureSource) -> Image:
            if source.data is not None:
                return decode_bytes(source.data, name=source.name, max_side=MAX_SIDE)
            if source.pixels is None or source.pixels.isNull():
                raise KnownError(message("core", "There is no picture in what was given. Try another one."))
            return to_pillow(source.pixels, max_side=MAX_SIDE)

        return [
            NewPicture(source.name, path=source.path)
            if source.path is not None
            else NewPicture(source.name, image=image(source))
            for source in sources
        ]


def decimal_of(text: str) -> Decimal | None:
    """A number as people write it, ``-12,5`` too; None if it is none, ValueError if it cannot be read."""
    plain = text.strip().replace("\u2212", "-").replace(",", ".").removesuffix("%").strip()
    if not plain:
        return None
    number = Decimal(plain) if plain.lstrip("+-").replace(".", "", 1).isdigit() else Decimal("NaN")
    if not number.is_finite():
        raise ValueError(text)
    return number
