"""A query's picture kept as a photo of the product that it shows: the next lesson learns from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.engine.jobs import Lane
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.search import Search
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    from core.messages import Sentence
    from core.progress import ReportProgress
    from core.shop.shop import Shop


def keep_as_counter_photo(
    desk: SearchDesk,
    search: Search,
    product_id: int,
    kept: Callable[[], None],
    failed: Callable[[Sentence], None],
) -> None:
    """Make what was searched with, each picture cut as it was, a counter photo of a product."""
    shop_jobs, engine = desk.shop_jobs, desk.engine
    if shop_jobs is None:
        return

    def keep(shop: Shop, _report: ReportProgress) -> None:
        from core.catalog.photos.photos import PhotoKind
        from core.ingest.shop_edits import NewPicture, add_pictures

        pictures = [
            NewPicture(picture.source.name, image=engine.cut(picture)) for picture in search.query.pictures
        ]
        add_pictures(shop, product_id, pictures, who=user_name(), kind=PhotoKind.COUNTER)

    shop_jobs.run(keep, success=lambda _nothing: kept(), failure=failed, lane=Lane.WRITING)
