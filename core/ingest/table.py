"""A merchant's table into a shop, or only what that would change."""

from pathlib import Path

from core.catalog.clean_text import clean_line
from core.catalog.currencies.shop_currency import shop_currency
from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import Outcome
from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.catalog.tables.column_names import column_key
from core.catalog.tables.entries import plan_entry
from core.catalog.tables.fields import FieldMapping
from core.catalog.tables.parse import Table, parse_table
from core.catalog.tables.profiles.profiles import MAPPED, OWN
from core.catalog.tables.rows import Skipped
from core.ingest.changed_options import changed_options
from core.ingest.merged_rows import about_kept_products
from core.ingest.photo_kinds import PhotoKinds, with_kinds
from core.ingest.product_import import ImportReport, Tally, import_entries
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


def import_table(
    shop: Shop,
    path: Path,
    mapping: FieldMapping | None = None,
    *,
    choices: TableChoices = NOTHING_CHOSEN,
    who: str = "",
    progress: ReportProgress = ignore_progress,
) -> ImportReport:
    """Import the table in ``path``; importing it again updates the same products.

    Args:
        mapping: field to column, where the columns do not tell by themselves.
        choices: what a person has said about it besides.
        who: whose stock movements these are.

    Raises:
        KnownError: it is no table of products, the shop is read-only, or the disk is full.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    table = _parsed(shop, path, mapping, choices)
    photos = _photos(table, choices)
    return import_entries(
        shop,
        photos.entries,
        skipped=_left_out(table),
        notes=(*table.about, *photos.notes),
        about=path.name,
        who=who,
        progress=progress,
    )


def plan_table(
    shop: Shop,
    path: Path,
    mapping: FieldMapping | None = None,
    *,
    choices: TableChoices = NOTHING_CHOSEN,
    currency: str = "",
) -> ImportReport:
    """What :func:`import_table` would do; nothing is changed.

    Args:
        currency: the one that the shop will have by then, if it has none yet.

    Raises:
        KnownError: it is no table of products.
    """
    table = _parsed(shop, path, mapping, choices, currency)
    entries, moved = about_kept_products(shop.catalog, table.rows)
    changed = changed_options(shop.catalog, entries)
    tally = Tally([*_left_out(table), *moved, *changed.notes], (*table.about, *_photos(table, choices).notes))
    for entry in entries:
        planned = plan_entry(shop.catalog, entry)
        is_renamed = clean_line(entry.draft.sku) in changed.renamed
        tally.outcomes[Outcome.UPDATED if is_renamed else planned.outcome] += 1
        tally.photos += len(entry.photos)
        tally.photos_added += planned.new_photos
        tally.skipped += [Skipped(entry.row, sentence) for sentence in planned.left_out]
    return tally.report()


def _parsed(
    shop: Shop, path: Path, mapping: FieldMapping | None, choices: TableChoices, currency: str = ""
) -> Table:
    return parse_table(path, mapping, currency=shop_currency(shop.catalog) or currency, choices=choices)


def _photos(table: Table, choices: TableChoices) -> PhotoKinds:
    """A web shop's export has its catalog's photos, and our own says which are which."""
    said = None if choices.photos is None else PhotoKind(choices.photos)
    is_own = column_key("counter_photo") in map(column_key, table.columns)
    is_stated = is_own or table.profile not in (OWN, MAPPED)
    return with_kinds(table.rows, said, is_stated=is_stated)


def _left_out(table: Table) -> list[Skipped]:
    return sorted((*table.skipped, *table.notes), key=lambda skip: int(skip.row))
