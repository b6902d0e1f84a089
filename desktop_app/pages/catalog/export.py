"""The catalog written to a file: a table of its products, or the whole shop."""

from pathlib import Path

from core.care.archive import write_archive
from core.catalog.products.products import counts
from core.catalog.tables.export import export_table
from core.progress import ReportProgress
from core.shop.shop import Shop


def export_shop(shop: Shop, target: Path, progress: ReportProgress) -> int:
    """Write all products to a table, or the whole shop to a .zip; returns how many products.

    Raises:
        KnownError: an unknown ending, or a full disk.
        Cancelled: ``progress`` asked to stop; there is no new file then.
    """
    if target.suffix.casefold() == ".zip":
        write_archive(shop.catalog, shop.folder, target, progress)
        amount = counts(shop.catalog)
        return amount.products + amount.archived
    return export_table(shop.catalog, target, lambda sha256: str(shop.files.path(sha256)), progress=progress)
