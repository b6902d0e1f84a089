"""What the catalog page reads in the open shop. Every method blocks and belongs on a job's thread.

The door between the page and core: what is heavy is imported by the calls. Each may raise KnownError.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress
from desktop_app.pages.catalog.facts import Choices, ProductFile, ShownPhoto, UndoState
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.lists.listed_product import ListedProduct, Listing, make_listing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.catalog.edits.bulk_edit import BulkEdit, BulkPlan
    from core.shop.shop import Shop
    from desktop_app.engine.shop_engine import ShopEngine

_SHOWN_MOVEMENTS = 30


class CatalogReading:
    """Reads in the shop that ``engine`` has open."""

    def __init__(self, engine: ShopEngine) -> None:
        self._engine = engine

    @property
    def _shop(self) -> Shop:
        return self._engine.shop

    def listing(self, query: ListQuery) -> Listing:
        """The products that ``query`` asks for."""
        from core.catalog.lists.browsing import RareSort, browse
        from core.catalog.lists.filters import Filter
        from core.catalog.lists.listing import SortBy

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
        from core.catalog.lists.browsing import product_rows

        rows = product_rows(self._shop.catalog, product_ids)
        return [ListedProduct(row.product, self._small(row.photo), row.photos) for row in rows]

    def choices(self) -> Choices:
        """Names to choose from."""
        from core.catalog.lists.listing import SortBy, facets
        from core.catalog.tags.tags import tag_counts

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
        from core.catalog.photos.photos import PhotoKind, photos_of_product
        from core.catalog.products.products import product_by_id
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
        from core.catalog.edits.edit_log import next_redo, next_undo

        with self._shop.catalog.snapshot():
            return UndoState(next_undo(self._shop.catalog), next_redo(self._shop.catalog))

    def plan_bulk(self, product_ids: NDArray[np.int64], bulk: BulkEdit, progress: ReportProgress) -> BulkPlan:
        """What a bulk edit would change."""
        from core.catalog.edits.bulk_edit import plan_bulk_edit

        return plan_bulk_edit(self._shop.catalog, product_ids.tolist(), bulk, progress)

    def _small(self, sha256: str) -> str:
        return str(self._shop.files.small_path(sha256)) if sha256 else ""
