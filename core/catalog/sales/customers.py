"""Customers by the numbers under which a till knows them: kept only where the shop says so, and deletable.

Nothing else of a person is kept: no name, no address. Whether any may be kept at all is the shop's choice
(off unless somebody switches it on), under the policy of the computer, which the caller asks.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.messages import message


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer, with how many receipts there are and their first and last day."""

    id: int
    number: str
    receipts: int
    first_day: str
    last_day: str


def keeps_customers(catalog: Catalog) -> bool:
    """Whether the shop wants customers' numbers kept with their receipts; it does not unless it said so."""
    row = catalog.db.execute("SELECT keep FROM customers_kept").fetchone()
    return row is not None and bool(row[0])


def choose_keeping(catalog: Catalog, keep: bool) -> None:
    """From now on customers' numbers are kept with receipts that come in, or not; what is there stays."""
    with catalog.transaction() as db:
        db.execute("INSERT OR REPLACE INTO customers_kept (one, keep) VALUES (1, ?)", [int(keep)])


def link_customers(catalog: Catalog, numbers: Mapping[int, str]) -> int:
    """Give receipts their customers, by the receipts' keys; returns how many got one.

    Receipts that have one keep it, and one whose customer was deleted never gets one again.
    """
    db = catalog.db
    now = utc_now()
    db.conn.executemany(
        "INSERT OR IGNORE INTO customers (number, added) VALUES (?, ?)",
        [(number, now) for number in dict.fromkeys(numbers.values())],
    )
    before = db.conn.total_changes
    db.conn.executemany(
        "UPDATE receipts SET customer_id = (SELECT id FROM customers WHERE number = ?)"
        " WHERE id = ? AND customer_id IS NULL AND customer_forgotten = 0",
        [(number, receipt_id) for receipt_id, number in numbers.items()],
    )
    linked = db.conn.total_changes - before
    drop_unused(catalog)
    return linked


def drop_unused(catalog: Catalog) -> None:
    """Delete customers of whom there is no receipt."""
    catalog.db.execute(
        "DELETE FROM customers WHERE NOT EXISTS (SELECT 1 FROM receipts WHERE customer_id = customers.id)"
    )


def customers(catalog: Catalog) -> list[Customer]:
    """All customers, in the order of their numbers."""
    rows = catalog.db.execute(
        "SELECT customers.id, customers.number, count(receipts.id),"
        " coalesce(min(day), ''), coalesce(max(day), '') FROM customers"
        " LEFT JOIN receipts ON customer_id = customers.id GROUP BY customers.id ORDER BY customers.number"
    ).fetchall()
    return [Customer(*row) for row in rows]


def customer_count(catalog: Catalog) -> int:
    """How many customers are known."""
    return int(catalog.db.execute("SELECT count(*) FROM customers").fetchone()[0])


def customer_by_number(catalog: Catalog, number: str) -> Customer:
    """The customer with this number.

    Raises:
        KnownError: there is none.
    """
    row = catalog.db.execute(
        "SELECT customers.id, customers.number, count(receipts.id), coalesce(min(day), ''),"
        " coalesce(max(day), '') FROM customers LEFT JOIN receipts ON customer_id = customers.id"
        " WHERE customers.number = ? GROUP BY customers.id",
        [number.strip()],
    ).fetchone()
    if row is None:
        raise KnownError(message("core", "No customer has the number {number}."), number=number[:80])
    return Customer(*row)


def erase(connection: sqlite3.Connection, number: str | None) -> int:
    """Delete the customer with a number, or all (None), in a transaction of the caller's; returns how many.

    The receipts stay, as anybody's. The rows that remain are written anew: where SQLite moved rows from page
    to page it may have left copies, which deleting one does not overwrite. Works on a backup's file too.
    """
    rows = connection.execute("SELECT id, number, added FROM customers ORDER BY id").fetchall()
    gone = [row for row in rows if number is None or row[1] == number]
    if not gone:
        return 0
    connection.execute("PRAGMA defer_foreign_keys = ON")  # they are there again before the end
    connection.executemany(
        "UPDATE receipts SET customer_id = NULL, customer_forgotten = 1 WHERE customer_id = ?",
        [(row[0],) for row in gone],
    )
    connection.execute("DELETE FROM customers")
    connection.executemany(
        "INSERT INTO customers (id, number, added) VALUES (?, ?, ?)", [row for row in rows if row not in gone]
    )
    return len(gone)
