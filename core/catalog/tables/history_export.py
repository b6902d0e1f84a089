"""The stock history of a product as a table, the oldest movement first."""

from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import Product
from core.catalog.stock_history import stock_history
from core.catalog.tables.formulas import neutralised
from core.catalog.tables.writing import write_table

_HEADINGS = ["sku", "title", "moved", "reason", "quantity", "stock", "unit", "who", "note"]


def export_history(catalog: Catalog, product: Product, target: Path, *, replace: bool = False) -> int:
    """Write every movement of ``product``; returns how many. ``stock`` is empty where nobody knew it.

    Raises:
        KnownError: as :func:`core.catalog.tables.writing.write_table`.
    """
    rows = [
        [
            neutralised(product.sku),
            neutralised(product.title),
            change.movement.moved,
            change.movement.reason.value,
            str(change.movement.quantity),
            "" if change.stock is None else str(change.stock),
            product.unit or "",
            neutralised(change.movement.who),
            neutralised(change.movement.note),
        ]
        for change in reversed(stock_history(catalog, product.id))
    ]
    write_table(target, "stock", _HEADINGS, rows, replace=replace)
    return len(rows)
