"""The list of what is to be ordered: products, and things that were asked for and the shop does not have."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.tables.formulas import neutralised
from core.catalog.tables.writing import write_table
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line.

    Attributes:
        product_id, sku: None and "" for a thing that the shop does not have; ``title`` says what it is.
        thousandths: how much, in the product's unit.
        added: the moment (ISO 8601, UTC).
    """

    id: int
    product_id: int | None
    sku: str
    title: str
    thousandths: int
    added: str


def order(shop: Shop, product_id: int, pieces: int, *, who: str = "") -> None:
    """Put a product on the list; it stands there once, with how much was said last.

    Raises:
        KnownError: the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        db.execute(
            "INSERT INTO order_lines (product_id, quantity_milli, who, added) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (product_id) DO UPDATE SET quantity_milli = excluded.quantity_milli,"
            " who = excluded.who, added = excluded.added",
            [product_id, 1000 * pieces, who, utc_now()],
        )


def order_asked(shop: Shop, search: int, title: str, *, who: str = "") -> None:
    """Put one of a thing on the list that the shop does not have, and that ``search`` asked for.

    Args:
        title: what the list calls it.

    Raises:
        KnownError: the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        db.execute(
            "INSERT INTO order_lines (search_id, title, quantity_milli, who, added)"
            " VALUES (?, ?, 1000, ?, ?)",
            [search, title, who, utc_now()],
        )


def take_off(shop: Shop, lines: Sequence[int]) -> None:
    """Take lines off the list.

    Raises:
        KnownError: the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        db.execute(
            "DELETE FROM order_lines WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(list(lines))]
        )


def order_list(catalog: Catalog) -> tuple[OrderLine, ...]:
    """All lines, as they came."""
    rows = catalog.db.execute(
        "SELECT order_lines.id, product_id, ifnull(sku, ''), ifnull(products.title, order_lines.title),"
        " quantity_milli, added FROM order_lines LEFT JOIN products ON products.id = product_id"
        " ORDER BY order_lines.id"
    )
    return tuple(OrderLine(*row) for row in rows)


def export_order_list(catalog: Catalog, file: Path, headings: Sequence[str], *, replace: bool = False) -> int:
    """Write the list as a table that a supplier can read; how many lines.

    Args:
        headings: of the SKU, the product and how much, in the reader's language.

    Raises:
        KnownError: an ending that is no table's, or the file cannot be written.
    """
    lines = order_list(catalog)
    rows = ((neutralised(one.sku), neutralised(one.title), f"{one.thousandths / 1000:g}") for one in lines)
    write_table(file, "order", headings, rows, replace=replace)
    return len(lines)
