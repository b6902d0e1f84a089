"""A merchant's table into a shop, or only what that would change."""

import time
from collections.abc import Iterable
from pathlib import Path

from core.catalog.products.products import Outcome
from core.catalog.tables.fields import FieldMapping
from core.catalog.tables.import_plan import plan_import
from core.catalog.tables.parse import Table, TableRow, parse_table
from core.catalog.tables.rows import Remark
from core.ingest.product_import import Entry, PhotoSource, import_entries
from core.ingest.report import ImportReport, Skipped
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


def import_table(
    shop: Shop,
    path: Path,
    mapping: FieldMapping | None = None,
    *,
    who: str = "",
    progress: ReportProgress = ignore_progress,
) -> ImportReport:
    """Import the table in ``path``; importing it again updates the same products.

    Args:
        mapping: field to column, where the columns do not tell by themselves.
        who: whose stock movements these are.

    Raises:
        KnownError: it is no table of products, the shop is read-only, or the disk is full.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    table = parse_table(path, mapping)
    entries = [_entry(row) for row in table.rows]
    return import_entries(shop, entries, skipped=_remarks(table), who=who, progress=progress)


def plan_table(shop: Shop, path: Path, mapping: FieldMapping | None = None) -> ImportReport:
    """What :func:`import_table` would do; nothing is changed.

    Raises:
        KnownError: it is no table of products.
    """
    start = time.perf_counter()
    table = parse_table(path, mapping)
    plan = plan_import(shop.catalog, table)
    return ImportReport(
        products=len(plan.rows),
        created=plan.count(Outcome.CREATED),
        updated=plan.count(Outcome.UPDATED),
        unchanged=plan.count(Outcome.UNCHANGED),
        photos=sum(len(row.photos) for row in plan.rows),
        photos_added=plan.new_photos,
        skipped=_remarks(table),
        seconds=time.perf_counter() - start,
    )


def _entry(row: TableRow) -> Entry:
    photos = tuple(PhotoSource(p.path, p.text, p.kind) for p in row.photos if p.path is not None)
    return Entry(row.number, row.draft, photos)


def _remarks(table: Table) -> tuple[Skipped, ...]:
    remarks: Iterable[Remark] = sorted((*table.skipped, *table.notes), key=lambda remark: remark.row)
    return tuple(Skipped(remark.row, remark.sentence) for remark in remarks)
