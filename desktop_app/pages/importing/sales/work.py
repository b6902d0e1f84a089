"""What the dialog of receipts has done to a file, away from the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.progress import ReportProgress
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    from core.sales.preview import SalesPreview
    from core.sales.reading import SalesChoices
    from core.sales.report import SalesReport
    from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class SalesSource:
    """A file, with all that was said about it.

    Attributes:
        mapping: field to column made by hand; None where the table's own columns tell.
        order: what stands first in its days, as :class:`core.sales.moments.DayOrder` has it; "" if they tell.
        zone: the till's time zone, like ``Europe/Berlin``; "" for this computer's.
        books_stock: whether what was sold leaves the stock.
    """

    path: Path
    mapping: Mapping[str, str] | None = None
    choices: TableChoices = NOTHING_CHOSEN
    order: str = ""
    zone: str = ""
    books_stock: bool = True


def preview(source: SalesSource) -> SalesPreview:
    """The beginning of the file."""
    from core.sales.preview import preview_sales

    return preview_sales(source.path, source.choices)


def plan(shop: Shop, source: SalesSource) -> SalesReport:
    """What importing it would bring."""
    from core.sales.importing import plan_sales

    return plan_sales(shop, source.path, source.mapping, choices=_choices(source))


def import_source(shop: Shop, source: SalesSource, progress: ReportProgress) -> SalesReport:
    """Bring it into the shop."""
    from core.sales.importing import import_sales

    return import_sales(
        shop,
        source.path,
        source.mapping,
        choices=_choices(source),
        book_stock=source.books_stock,
        who=user_name(),
        progress=progress,
    )


def _choices(source: SalesSource) -> SalesChoices:
    from core.sales.moments import DayOrder
    from core.sales.reading import SalesChoices
    from core.sales.zones import zone_named

    return SalesChoices(
        source.choices,
        zone=zone_named(source.zone) if source.zone else None,
        order=DayOrder(source.order) if source.order else None,
    )
