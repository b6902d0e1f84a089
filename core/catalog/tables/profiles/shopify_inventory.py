"""Shopify's inventory export: a row for each variant and location, of which the stock is the sum.

Columns after https://help.shopify.com/manual/products/inventory/setup/inventory-csv. What a merchant has
written into "On hand (new)" counts before what is there now; a location that does not stock a variant says so
in words. Older exports have a row for each variant and a column for each location, named as that is called.
"""

from collections.abc import Iterator, Sequence

from core.catalog.tables.mapped_rows import Cells, MappedRow, said
from core.catalog.tables.profiles.variants import MadeSkus, grouped, variant_title
from core.catalog.tables.rows import RawRow, RawTable

_NOT_STOCKED = frozenset({"not stocked", ""})
_COUNTS = (
    "On hand (new)",
    "On hand (current)",
    "On hand",
    "Available (new)",
    "Available (not editable)",
    "Available",
)


def shopify_inventory_rows(table: RawTable) -> Iterator[MappedRow]:
    """Each variant once, with its shelf place and what all locations have."""
    skus: dict[str, MadeSkus] = {}
    places = _places(table.columns)
    for sku, rows in grouped(table.rows, lambda row: _sku(row, skus)):
        cells = Cells(rows[0])
        bins = [text for row in rows if (text := Cells(row).take("Bin name") or "")]
        yield MappedRow(
            rows[0].number,
            said(
                sku=sku,
                title=variant_title(cells.take("Title") or cells.take("Handle") or sku, _options(rows[0])),
                location=bins[0] if bins else None,
            ),
            {},
            stocks=tuple(count for row in rows for count in _counts(row, places)),
        )


def _places(columns: Sequence[str]) -> list[str]:
    """The columns that are called as locations are: those behind the last that is always there."""
    if "COO" not in columns or any(name in columns for name in ("Location", *_COUNTS)):
        return []
    return list(columns[columns.index("COO") + 1 :])


def _counts(row: RawRow, places: Sequence[str]) -> Iterator[str]:
    if places:
        counts = (row.cells.get(place, "") for place in places)
        yield from (text for text in counts if text.casefold() not in _NOT_STOCKED)
    elif (count := _count(row)) is not None:
        yield count


def _count(row: RawRow) -> str | None:
    cells = Cells(row)
    return next(
        (text for name in _COUNTS if (text := cells.take(name) or "").casefold() not in _NOT_STOCKED), None
    )


def _sku(row: RawRow, skus: dict[str, MadeSkus]) -> str:
    cells = Cells(row)
    handle, own = cells.take("Handle") or "", (cells.take("SKU") or "").removeprefix("'")
    options = _options(row)
    return own or (skus.setdefault(handle, MadeSkus(handle)).of(options) if options else handle)


def _options(row: RawRow) -> list[str]:
    cells = Cells(row)
    values = [cells.take(f"Option{number} Value") or "" for number in (1, 2, 3)]
    return [value for value in values if value and value != "Default Title"]
