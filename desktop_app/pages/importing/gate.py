"""After an import its photos are looked at for what must not be shown; what waits is told, not held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.engine.jobs import About, Lane
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.progress import ReportProgress
    from core.shop.shop import Shop


class FindingsGate(QObject):
    """Lives as long as the window: nobody waits at the import's dialog for it."""

    found = Signal(int, int)
    """An import's key, and how many of its products wait for a decision: one at least."""
    shown = Signal()
    """Somebody asks for more, from the window's foot."""

    def __init__(self, jobs: ShopJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def look_at(self, step: int) -> None:
        """Look at what the import with this key brought."""

        def work(shop: Shop, report: ReportProgress) -> int:
            from core.moderation.imported import look_at_imported  # after the first paint

            return look_at_imported(shop, step, report)

        self._jobs.run(
            work,
            success=lambda waiting: self._on_looked(step, waiting),
            lane=Lane.LOOKING,
            about=About(lambda: self.tr("Looking for what must not be shown"), self.shown.emit),
        )

    def _on_looked(self, step: int, waiting: int) -> None:
        if waiting:
            self.found.emit(step, waiting)
