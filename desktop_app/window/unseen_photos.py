"""Photos that the network has not seen when a shop is opened, looked at beside the work: after an import that
was cut off there may be thousands, and nobody waits for them to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.progress import ReportProgress
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.jobs import About, Lane
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.shop.shop import Shop


class UnseenPhotos(QObject):
    """Begins when the shop is open; the window's foot says how far it is."""

    seen = Signal()
    """Their products are found by picture now."""

    def __init__(self, shop_jobs: ShopJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._shop_jobs = shop_jobs

    def begin(self, facts: ShopFacts) -> None:
        """Look at them, if there are any that the opening left."""
        if not facts.unseen:
            return
        self._shop_jobs.run(
            _look,
            success=lambda _: self.seen.emit(),
            lane=Lane.IMPORTING,
            about=About(
                lambda: self.tr("Photos not found by picture yet, as their import was cut off"), "catalog"
            ),
        )


def _look(shop: Shop, report: ReportProgress) -> None:
    from core.ingest.photo_pipeline import embed_missing

    embed_missing(shop, report)  # what cannot be read is named by `check`, as it was at every opening
