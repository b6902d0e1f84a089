"""What the catalog page changes in the open shop. Every method blocks and belongs on a job's thread.

The door between the page and core: what is heavy is imported by the calls. Each may raise KnownError.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress
from desktop_app.engine.engine import PictureSource
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    from core.catalog.edits.edit_log import Edit
    from core.catalog.edits.edit_undo import Turned
    from core.catalog.edits.product_change import ProductChange
    from core.catalog.products.products import Product, ProductDraft
    from core.catalog.stock import Reason
    from core.ingest.shop_edits import AddedPictures, AddedProduct, NewPicture
    from core.shop.shop import Shop
    from desktop_app.engine.shop_engine import ShopEngine


class CatalogWork:
    """Changes the shop that ``engine`` has open."""

    def __init__(self, engine: ShopEngine) -> None:
        self._engine = engine

    @property
    def _shop(self) -> Shop:
        return self._engine.shop

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
        from core.catalog.edits.edit_log import EditKind
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
        from core.catalog.edits.product_change import ProductChange

        change = ProductChange(archived=archived)
        return self.change(dict.fromkeys(product_ids.tolist(), change), progress)

    def same_barcode(self, product_id: int, barcode: str) -> Product | None:
        """Another product with this barcode."""
        from core.catalog.products.products import products_by_barcode

        if not barcode:
            return None
        found = products_by_barcode(self._shop.catalog, barcode)
        return next((product for product in found if product.id != product_id), None)

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
        from core.catalog.photos.photos import PhotoKind
        from core.ingest.shop_edits import set_picture_kind

        kind = PhotoKind.COUNTER if is_counter else PhotoKind.CATALOG
        return set_picture_kind(self._shop, product_id, sha256, kind, who=user_name())

    def add_product(self, draft: ProductDraft, sources: Sequence[PictureSource]) -> AddedProduct:
        """Make a product."""
        from core.ingest.shop_edits import add_product

        return add_product(self._shop, draft, self._pictures(sources), who=user_name())

    # Export

    def export(self, target: Path, progress: ReportProgress) -> int:
        """Write all products to a table, or the whole shop to a .zip; how many products."""
        from core.care.archive import write_archive
        from core.catalog.products.products import counts
        from core.catalog.tables.export import export_table

        shop = self._shop
        if target.suffix.casefold() == ".zip":
            write_archive(shop.catalog, shop.folder, target, progress)
            amount = counts(shop.catalog)
            return amount.products + amount.archived
        return export_table(
            shop.catalog, target, lambda sha256: str(shop.files.path(sha256)), progress=progress
        )

    def _pictures(self, sources: Sequence[PictureSource]) -> list[NewPicture]:
        from core.imaging.decode import decode_bytes
        from core.imaging.photo_files import MAX_SIDE
        from core.ingest.shop_edits import NewPicture
        from desktop_app.engine.pictures import to_pillow

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
