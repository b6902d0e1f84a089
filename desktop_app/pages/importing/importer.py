"""What the import dialog asks of whoever imports."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.progress import ReportProgress

if TYPE_CHECKING:
    from core.ingest.report import ImportReport
    from core.ingest.table_preview import TablePreview
    from desktop_app.engine.engine import ShopFacts


class Importer(Protocol):
    """What imports; its methods block, are called on a job's thread, and may raise KnownError."""

    def preview(self, path: Path) -> TablePreview:
        """The beginning of a table."""

    def plan(self, path: Path, mapping: Mapping[str, str] | None) -> ImportReport:
        """What importing a table would change."""

    def import_table(
        self, path: Path, mapping: Mapping[str, str] | None, progress: ReportProgress
    ) -> ImportReport:
        """Import a table."""

    def import_folder(self, folder: Path, progress: ReportProgress) -> ImportReport:
        """Import a folder of pictures."""

    def facts(self) -> ShopFacts:
        """What the shop holds now."""
