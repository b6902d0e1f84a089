"""What the catalog page writes into the open shop where that is more than one call; for jobs."""

from collections.abc import Mapping, Sequence

from core.catalog.edits.edit_log import Edit
from core.catalog.edits.product_change import ProductChange
from core.catalog.products.products import products_by_barcode
from core.imaging.cut import apply_cut
from core.imaging.photo_files import MAX_SIDE
from core.ingest.shop_edits import NewPicture, edit_shop
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.engine.engine import QueryPicture
from desktop_app.engine.shop_engine import decode_picture
from desktop_app.program.user_name import user_name


def edit_by_hand(
    shop: Shop, changes: Mapping[int, ProductChange], progress: ReportProgress
) -> tuple[Edit | None, str]:
    """The edit, and the title of another product that has the same barcode now."""
    edit = edit_shop(shop, changes, who=user_name(), progress=progress)
    for product_id, change in changes.items():
        if change.barcode:
            same = products_by_barcode(shop.catalog, change.barcode)
            return edit, next((product.title for product in same if product.id != product_id), "")
    return edit, ""


def new_pictures(pictures: Sequence[QueryPicture]) -> list[NewPicture]:
    """What is kept of pictures that somebody handed over: their files, or the part of them that is meant."""
    return [
        NewPicture(picture.source.name, path=picture.source.path)
        if picture.source.path is not None and picture.cut.is_whole
        else NewPicture(
            picture.source.name, image=apply_cut(decode_picture(picture.source, MAX_SIDE), picture.cut)
        )
        for picture in pictures
    ]
