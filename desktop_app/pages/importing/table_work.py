"""What the import dialog has done to a table or folder, away from the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.messages import Sentence
from core.progress import ReportProgress
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    from core.ingest.product_import import ImportReport
    from core.ingest.table_preview import TablePreview
    from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Source:
    """A table, or a folder of pictures, with all that was said about it.

    Attributes:
        mapping: field to column made by hand; None where the table's own columns tell.
        currency: the shop's from now on; "" leaves it as it is.
    """

    path: Path
    mapping: Mapping[str, str] | None = None
    choices: TableChoices = NOTHING_CHOSEN
    currency: str = ""


def preview(shop: Shop, source: Source) -> tuple[TablePreview, str]:
    """The beginning of the table, and the shop's currency."""
    from core.catalog.currencies.shop_currency import shop_currency
    from core.ingest.table_preview import preview_table

    return preview_table(source.path, source.choices), shop_currency(shop.catalog)


def plan(shop: Shop, source: Source) -> ImportReport:
    """What importing it would change."""
    from core.ingest.table import plan_table

    return plan_table(shop, source.path, source.mapping, choices=source.choices, currency=source.currency)


def look_into(folder: Path) -> tuple[Sentence, ...]:
    """What the pictures in a folder seem to be."""
    from core.ingest.folder import folder_entries
    from core.ingest.photo_kinds import with_kinds

    return with_kinds(folder_entries(folder), None, is_stated=False).notes


def import_source(shop: Shop, source: Source, progress: ReportProgress) -> ImportReport:
    """Bring it into the shop."""
    from core.catalog.currencies.shop_currency import choose_currency, shop_currency
    from core.catalog.photos.photos import PhotoKind
    from core.ingest.folder import import_folder
    from core.ingest.table import import_table

    if source.path.is_dir():
        kind = None if source.choices.photos is None else PhotoKind(source.choices.photos)
        return import_folder(shop, source.path, kind=kind, who=user_name(), progress=progress)
    if source.currency and source.currency != shop_currency(shop.catalog):
        choose_currency(shop.catalog, source.currency)
    return import_table(
        shop, source.path, source.mapping, choices=source.choices, who=user_name(), progress=progress
    )
