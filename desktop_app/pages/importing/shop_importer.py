"""Importing into the open shop, for the window; every call blocks and belongs on a job's thread."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from core.progress import ReportProgress
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    from core.ingest.report import ImportReport
    from core.ingest.table_preview import TablePreview
    from desktop_app.engine.engine import ShopFacts
    from desktop_app.engine.shop_engine import ShopEngine


class ShopImporter:
    """Imports tables and folders into the shop that ``engine`` has open. Each call may raise KnownError."""

    def __init__(self, engine: ShopEngine) -> None:
        self._engine = engine

    def preview(self, path: Path) -> TablePreview:
        """The beginning of a table."""
        from core.ingest.table_preview import preview_table

        return preview_table(path)

    def plan(self, path: Path, mapping: Mapping[str, str] | None) -> ImportReport:
        """What importing the table would change."""
        from core.ingest.table import plan_table

        return plan_table(self._engine.shop, path, mapping)

    def import_table(
        self, path: Path, mapping: Mapping[str, str] | None, progress: ReportProgress
    ) -> ImportReport:
        """Import the table."""
        from core.ingest.table import import_table

        return import_table(self._engine.shop, path, mapping, who=user_name(), progress=progress)

    def import_folder(self, folder: Path, progress: ReportProgress) -> ImportReport:
        """Import a folder of pictures."""
        from core.ingest.folder import folder_entries
        from core.ingest.product_import import import_entries

        return import_entries(self._engine.shop, folder_entries(folder), who=user_name(), progress=progress)

    def facts(self) -> ShopFacts:
        """What the shop holds now."""
        return self._engine.facts()

    def back_up(self) -> None:
        """Back the catalog up, unless that was done today or there is nothing in it."""
        from core.care.backup import daily_backup
        from core.catalog.products.products import counts

        shop = self._engine.shop
        if shop.writable and counts(shop.catalog).products:
            daily_backup(shop.catalog)
