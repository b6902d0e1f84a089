"""Quantities in thousandths, a unit for each product, and "not counted" as a state of its own.

A program of the version before would take thousandths for pieces, so the major version changes with it.
"""

import json

import sqlite_utils

from core.catalog.clock import utc_now


def apply(db: sqlite_utils.Database) -> None:
    """Give each quantity a column of thousandths in place of the one of pieces; no quantity changes.

    ``stock_movements.counted`` says what a movement tells of the stock: 1, that it is known from here on; 0,
    that it is not known any more; NULL, nothing. The latest that was not undone holds, and a product without
    any was not counted: its ``stock_milli`` is NULL. In the version before every stock was known, so every
    movement of it counts, and a product without one gets one of nothing.

    Columns are added and dropped, not renamed: a renamed one is worded differently by different versions of
    SQLite, and the tables are compared with ours word for word.
    """
    db.executescript(
        """
        DROP TRIGGER stock_movement_counts;
        DROP TRIGGER stock_movement_stays;
        DROP INDEX products_by_stock;

        ALTER TABLE products ADD COLUMN stock_milli INTEGER;
        ALTER TABLE products ADD COLUMN unit TEXT NOT NULL DEFAULT '';
        UPDATE products SET stock_milli = stock * 1000;
        ALTER TABLE products DROP COLUMN stock;
        CREATE INDEX products_by_stock ON products (archived, stock_milli, id);

        ALTER TABLE stock_movements ADD COLUMN quantity_milli INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE stock_movements ADD COLUMN counted INTEGER;
        UPDATE stock_movements SET quantity_milli = quantity * 1000, counted = 1;
        ALTER TABLE stock_movements DROP COLUMN quantity;
        CREATE INDEX stock_movements_that_tell ON stock_movements (product_id, id) WHERE counted IS NOT NULL;

        ALTER TABLE stocktake_counts ADD COLUMN quantity_milli INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE stocktake_counts ADD COLUMN stock_milli INTEGER;
        ALTER TABLE stocktake_counts ADD COLUMN booked_milli INTEGER NOT NULL DEFAULT 0;
        UPDATE stocktake_counts
            SET quantity_milli = pieces * 1000, stock_milli = stock * 1000, booked_milli = stock * 1000;
        ALTER TABLE stocktake_counts DROP COLUMN pieces;
        ALTER TABLE stocktake_counts DROP COLUMN stock;
        """
    )
    db.execute(
        "INSERT INTO stock_movements (product_id, quantity_milli, reason, who, moved, counted)"
        " SELECT id, 0, 'correction', '', ?, 1 FROM products"
        " WHERE id NOT IN (SELECT product_id FROM stock_movements)",
        [utc_now()],
    )
    # The movement of nothing is part of what an import made, which can still be undone.
    db.execute(
        "UPDATE edit_changes SET movement_id = (SELECT max(id) FROM stock_movements"
        "  WHERE stock_movements.product_id = edit_changes.product_id AND reason = 'correction')"
        " WHERE field = 'product' AND before = 'null' AND movement_id IS NULL"
    )
    rows = db.execute(
        "SELECT edit_id, product_id, field, before, after FROM edit_changes"
        " WHERE field IN ('stock', 'product')"
    ).fetchall()
    db.conn.executemany(
        "UPDATE edit_changes SET before = ?, after = ? WHERE edit_id = ? AND product_id = ? AND field = ?",
        [(_in_thousandths(row[3]), _in_thousandths(row[4], row[3]), *row[:3]) for row in rows],
    )
    db.executescript(
        """
        CREATE TRIGGER stock_movement_counts AFTER INSERT ON stock_movements BEGIN
            UPDATE products SET stock_milli = CASE (
                SELECT counted FROM stock_movements AS telling
                WHERE product_id = NEW.product_id AND counted IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM stock_movements AS later WHERE later.undo_of = telling.id)
                ORDER BY id DESC LIMIT 1
            ) WHEN 1 THEN coalesce(
                stock_milli + NEW.quantity_milli,
                (SELECT sum(quantity_milli) FROM stock_movements WHERE product_id = NEW.product_id)
            ) END
            WHERE id = NEW.product_id;
        END;
        CREATE TRIGGER stock_movement_stays BEFORE UPDATE ON stock_movements BEGIN
            SELECT RAISE(ABORT, 'a stock movement is never changed');
        END;
        """
    )


def _in_thousandths(text: str, before: str = "") -> str:
    """A stock, or all that is known of a product, as the log of edits has it."""
    value = json.loads(text)
    if isinstance(value, int):
        value *= 1000
    elif isinstance(value, dict):
        if before == "null":  # an import made the product: every column is there
            value["unit"] = ""
        if "stock" in value:
            value["stock_milli"] = value.pop("stock") * 1000
    return json.dumps(value, ensure_ascii=False)
