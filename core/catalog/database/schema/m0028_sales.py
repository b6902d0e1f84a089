"""Receipts of tills with their lines, the imports that brought them, and customers by their numbers."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables.

    ``receipts.day`` is the day at the till (``2026-03-29``), ``sold`` the moment in UTC. A till may begin its
    numbers anew each day, so the day is part of what tells receipts apart.

    ``receipt_lines.code`` is what the till calls the product (its SKU, else its barcode, else its title);
    ``nth`` tells lines of one code on one receipt apart. ``quantity_milli`` is in thousandths and below zero
    where goods came back; ``taken_back`` marks lines that were added because a later export said that goods
    of the receipt came back. ``paid_minor`` is what the line came to, as the till tells it, in the smallest
    unit of the receipt's currency. ``product_id`` is NULL while the shop knows no such product, and only then
    ``title`` says what the till calls it. ``booked`` is 1 where the line is part of a stock movement.

    ``receipts.customer_forgotten`` is 1 where a customer was deleted: the receipt never learns of one again.
    """
    db.executescript(
        """
        CREATE TABLE customers (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            number TEXT NOT NULL UNIQUE CHECK (number <> ''),
            added TEXT NOT NULL
        ) STRICT;
        CREATE TABLE customers_kept (
            one INTEGER PRIMARY KEY CHECK (one = 1), keep INTEGER NOT NULL CHECK (keep IN (0, 1))
        ) STRICT;

        CREATE TABLE sales_imports (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            edit_id INTEGER REFERENCES edits ON DELETE SET NULL,
            about TEXT NOT NULL,
            who TEXT NOT NULL,
            done TEXT NOT NULL
        ) STRICT;
        CREATE INDEX sales_imports_by_edit ON sales_imports (edit_id);

        CREATE TABLE receipts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            till TEXT NOT NULL,
            place TEXT NOT NULL DEFAULT '',
            number TEXT NOT NULL CHECK (number <> ''),
            day TEXT NOT NULL CHECK (length(day) = 10),
            sold TEXT NOT NULL,
            currency TEXT NOT NULL DEFAULT '',
            customer_id INTEGER REFERENCES customers,
            customer_forgotten INTEGER NOT NULL DEFAULT 0 CHECK (customer_forgotten IN (0, 1)),
            UNIQUE (till, place, day, number)
        ) STRICT;
        CREATE INDEX receipts_by_day ON receipts (day);
        CREATE INDEX receipts_by_sold ON receipts (sold);
        CREATE INDEX receipts_by_customer ON receipts (customer_id) WHERE customer_id IS NOT NULL;

        CREATE TABLE receipt_lines (
            id INTEGER PRIMARY KEY,
            receipt_id INTEGER NOT NULL REFERENCES receipts ON DELETE CASCADE,
            code TEXT NOT NULL CHECK (code <> ''),
            nth INTEGER NOT NULL,
            taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1)),
            title TEXT NOT NULL DEFAULT '',
            product_id INTEGER REFERENCES products ON DELETE SET NULL,
            quantity_milli INTEGER NOT NULL,
            paid_minor INTEGER,
            booked INTEGER NOT NULL DEFAULT 0 CHECK (booked IN (0, 1)),
            import_id INTEGER NOT NULL REFERENCES sales_imports ON DELETE CASCADE,
            UNIQUE (receipt_id, code, nth, taken_back)
        ) STRICT;
        CREATE INDEX receipt_lines_by_product ON receipt_lines (product_id, receipt_id);
        CREATE INDEX receipt_lines_by_import ON receipt_lines (import_id);
        CREATE INDEX receipt_lines_unknown ON receipt_lines (code) WHERE product_id IS NULL;
        """
    )
