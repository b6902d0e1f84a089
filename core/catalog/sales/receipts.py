"""Receipts written into the catalog, each once, and what is known of them.

All of it runs in transactions of the caller's, in bulk: a year of a busy shop is a million lines.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog

ReceiptKey = tuple[str, str, str]
"""The place, the day at the till and the number: what tells receipts of one till apart."""


@dataclass(frozen=True, slots=True)
class NewReceipt:
    """A receipt that may be new; ``sold`` ISO 8601 UTC."""

    key: ReceiptKey
    sold: str
    currency: str


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line that may be new: of the receipt with the catalog's key ``receipt_id``.

    Attributes:
        nth: tells the lines of one code on a receipt apart.
        title: what the till calls a product that the shop does not know; "" where it knows it.
        quantity: in thousandths; below zero where goods came back.
        paid: what the line came to, in the currency's smallest unit; None if nobody said.
    """

    receipt_id: int
    code: str
    nth: int
    taken_back: bool
    title: str
    product_id: int | None
    quantity: int
    paid: int | None


@dataclass(frozen=True, slots=True)
class SalesCounts:
    """How much there is; ``unknown`` are lines of products that the shop does not know."""

    receipts: int
    lines: int
    unknown: int
    first_day: str
    last_day: str


def begin_sales_import(catalog: Catalog, *, edit_id: int | None, about: str, who: str) -> int:
    """The key of a new import of sales."""
    cursor = catalog.db.execute(
        "INSERT INTO sales_imports (edit_id, about, who, done) VALUES (?, ?, ?, ?)",
        [edit_id, about, who, utc_now()],
    )
    return int(cursor.lastrowid or 0)


def known_receipts(catalog: Catalog, till: str, days: tuple[str, str]) -> dict[ReceiptKey, int]:
    """The keys of a till's receipts from the first of two days to the second."""
    rows = catalog.db.execute(
        "SELECT place, day, number, id FROM receipts WHERE till = ? AND day BETWEEN ? AND ?", [till, *days]
    )
    return {(place, day, number): key for place, day, number, key in rows}


def add_receipts(catalog: Catalog, till: str, receipts: Iterable[NewReceipt]) -> None:
    """Write receipts that are not there yet."""
    catalog.db.conn.executemany(
        "INSERT OR IGNORE INTO receipts (till, place, day, number, sold, currency) VALUES (?, ?, ?, ?, ?, ?)",
        ((till, *receipt.key, receipt.sold, receipt.currency) for receipt in receipts),
    )


def add_lines(catalog: Catalog, import_id: int, lines: Iterable[NewLine]) -> int:
    """Write lines that are not there yet; returns how many were written."""
    connection = catalog.db.conn
    before = connection.total_changes
    connection.executemany(
        "INSERT OR IGNORE INTO receipt_lines"
        " (receipt_id, code, nth, taken_back, title, product_id, quantity_milli, paid_minor, import_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                line.receipt_id,
                line.code,
                line.nth,
                line.taken_back,
                line.title,
                line.product_id,
                line.quantity,
                line.paid,
                import_id,
            )
            for line in lines
        ),
    )
    return connection.total_changes - before


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line of a receipt as it is stored: thousandths, and the currency's smallest unit.

    Attributes:
        is_back: whether it takes back what another line sold.
    """

    code: str
    is_back: bool
    quantity: int
    paid: int | None


def lines_of(catalog: Catalog, receipt_ids: Sequence[int]) -> dict[int, list[KnownLine]]:
    """What is known of receipts."""
    rows = catalog.db.execute(
        "SELECT receipt_id, code, taken_back, quantity_milli, paid_minor FROM receipt_lines"
        " WHERE receipt_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        [json.dumps(list(receipt_ids))],
    )
    found: dict[int, list[KnownLine]] = {}
    for receipt_id, code, taken_back, quantity, paid in rows:
        found.setdefault(receipt_id, []).append(KnownLine(code, bool(taken_back), quantity, paid))
    return found


def moved_by(catalog: Catalog, import_id: int, booked_back: Collection[int] = ()) -> dict[int, int]:
    """By how many thousandths each product's stock falls by what an import brought.

    What was sold before the product's stock was last counted is in that count already, and moves nothing.

    Args:
        booked_back: lines of returns that were booked when the goods came back; they move nothing more.
    """
    rows = catalog.db.execute(
        f"SELECT product_id, sum(quantity_milli) FROM receipt_lines WHERE {_NOT_COUNTED_SINCE}"  # noqa: S608
        " GROUP BY product_id ORDER BY product_id",
        [import_id, json.dumps(list(booked_back))],
    ).fetchall()
    return dict(rows)


def mark_booked(
    catalog: Catalog, import_id: int, product_ids: Iterable[int], booked_back: Collection[int] = ()
) -> None:
    """Note that the lines of these products which :func:`moved_by` counted are in the stock ledger."""
    catalog.db.execute(
        f"UPDATE receipt_lines SET booked = 1 WHERE {_NOT_COUNTED_SINCE}"  # noqa: S608
        " AND product_id IN (SELECT value FROM json_each(?))",
        [import_id, json.dumps(list(booked_back)), json.dumps(list(product_ids))],
    )


_NOT_COUNTED_SINCE = """
    import_id = ? AND product_id IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?))
    AND (SELECT sold FROM receipts WHERE receipts.id = receipt_id) > coalesce(
        (SELECT max(moved) FROM stock_movements AS telling
         WHERE telling.product_id = receipt_lines.product_id AND counted = 1
         AND NOT EXISTS (SELECT 1 FROM stock_movements AS later WHERE later.undo_of = telling.id)), '')
"""


def link_lines(catalog: Catalog, products: Iterable[tuple[str, int]]) -> int:
    """Give lines of products that the shop did not know their products: code to product; how many got one."""
    connection = catalog.db.conn
    before = connection.total_changes
    connection.executemany(
        "UPDATE receipt_lines SET product_id = ?, title = '' WHERE product_id IS NULL AND code = ?",
        ((product_id, code) for code, product_id in products),
    )
    return connection.total_changes - before


def unknown_codes(catalog: Catalog, most: int = -1) -> list[tuple[str, str, int]]:
    """Codes, titles and lines of what was sold and the shop does not know; the most frequent first."""
    return catalog.db.execute(
        "SELECT code, max(title), count(*) FROM receipt_lines WHERE product_id IS NULL"
        " GROUP BY code ORDER BY count(*) DESC, code LIMIT ?",
        [most],
    ).fetchall()


def sales_counts(catalog: Catalog) -> SalesCounts:
    """How many receipts and lines there are, and from which day to which; "" of none."""
    row = catalog.db.execute(
        "SELECT (SELECT count(*) FROM receipts), (SELECT count(*) FROM receipt_lines),"
        " (SELECT count(*) FROM receipt_lines WHERE product_id IS NULL),"
        " coalesce((SELECT min(day) FROM receipts), ''), coalesce((SELECT max(day) FROM receipts), '')"
    ).fetchone()
    return SalesCounts(*row)


def remove_import(catalog: Catalog, import_id: int) -> int:
    """Delete what an import brought: its lines, receipts that have none then; returns how many lines."""
    db = catalog.db
    receipts = db.execute(
        "SELECT DISTINCT receipt_id FROM receipt_lines WHERE import_id = ?", [import_id]
    ).fetchall()
    lines = db.execute("DELETE FROM receipt_lines WHERE import_id = ?", [import_id]).rowcount
    db.execute(
        "DELETE FROM receipts WHERE id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM receipt_lines WHERE receipt_id = receipts.id)",
        [json.dumps([key for (key,) in receipts])],
    )
    db.execute("DELETE FROM sales_imports WHERE id = ?", [import_id])
    return int(lines)


def import_of_edit(catalog: Catalog, edit_id: int) -> int | None:
    """The import of sales that is this step; None if it is none."""
    row = catalog.db.execute("SELECT id FROM sales_imports WHERE edit_id = ?", [edit_id]).fetchone()
    return None if row is None else int(row[0])
