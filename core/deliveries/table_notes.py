"""A delivery note that is a table: a column of quantities, and one that says which product."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from core.catalog.clean_text import clean_line
from core.catalog.database.catalog import Catalog
from core.catalog.sales.matching import match_codes
from core.catalog.tables.cell_kinds import whole_code
from core.catalog.tables.column_names import column_key
from core.catalog.tables.reading import read_table
from core.catalog.tables.rows import RawRow, Skipped
from core.catalog.written_quantities import read_quantity
from core.deliveries.note import Note, NoteLine
from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import NOTHING, Quantity

_COLUMNS: Mapping[str, str] = {
    "sku": (
        "sku|item|item no|item number|article|article no|article number|artikelnummer|art.-nr.|artnr|"
        "product code|code|ref|reference|referencia|référence|codice|артикул|货号|编号|商品编码|品番"
    ),
    "barcode": "barcode|ean|gtin|upc|ean code|条码|条形码|国际条码",
    "title": "title|name|product|description|item name|artikel|bezeichnung|名称|商品名称|品名",
    "quantity": (
        "quantity|qty|delivered|quantity delivered|shipped|ordered|count|pieces|menge|anzahl|cantidad|"
        "quantité|quantità|количество|数量|件数|发货数量|实发数量"
    ),
}


def read_note_table(catalog: Catalog, path: Path) -> Note:
    """Read the table; lines that cannot be read are left out and named.

    Raises:
        KnownError: it is no table, or it is not known which columns say what.
    """
    names = frozenset(column_key(name) for row in _COLUMNS.values() for name in row.split("|"))
    raw = read_table(path, names)
    columns = _mapping(raw.columns)
    if "quantity" not in columns or len(columns) < 2:
        text = message(
            "core",
            "{name} needs a column of quantities, and one of numbers, barcodes or titles. Its columns are "
            "{columns}.",
        )  # fmt: skip
        raise KnownError(text, name=path.name, columns=", ".join(raw.columns))
    found: list[tuple[str, str, str, Quantity]] = []
    skipped = [*raw.skipped, *raw.remarks]
    for row in raw.rows:
        try:
            found.append(_line(row, columns))
        except KnownError as error:
            skipped.append(Skipped(row.number, error.sentence))
    known = match_codes(catalog, {code: (barcode, title) for code, barcode, title, _ in found})
    lines = (NoteLine(code, title, quantity, known.get(code)) for code, _, title, quantity in found)
    return Note(path.name, tuple(lines), tuple(skipped))


def _line(row: RawRow, columns: Mapping[str, str]) -> tuple[str, str, str, Quantity]:
    """What the row calls the product by, its barcode, its title, how much."""
    cells = {field: row.cells.get(column, "") for field, column in columns.items()}
    sku, barcode = (clean_line(whole_code(cells.get(field, ""))) for field in ("sku", "barcode"))
    title = clean_line(cells.get("title", ""))
    quantity = read_quantity(cells["quantity"])
    code = sku or barcode or title
    if not code or quantity < NOTHING:
        raise KnownError(message("core", "The line names no product, or less than nothing of it."))
    return code, barcode, title, quantity


def _mapping(columns: Sequence[str]) -> dict[str, str]:
    by_key = {column_key(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for field, names in _COLUMNS.items():
        column = next((by_key[key] for name in names.split("|") if (key := column_key(name)) in by_key), None)
        if column is not None and column not in found.values():
            found[field] = column
    return found
