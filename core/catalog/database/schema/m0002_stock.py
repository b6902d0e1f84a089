"""Stock as the sum of its movements, which are written once and never changed."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the ledger; ``products.stock`` is kept equal to its sum by a trigger, for fast lists."""
    db.executescript(
        """
        CREATE TABLE stock_movements (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            product_id INTEGER NOT NULL REFERENCES products,
            quantity INTEGER NOT NULL,
            reason TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            who TEXT NOT NULL,
            moved TEXT NOT NULL,
            undo_of INTEGER UNIQUE REFERENCES stock_movements
        ) STRICT;
        CREATE INDEX stock_movements_by_product ON stock_movements (product_id, id);

        CREATE TRIGGER stock_movement_counts AFTER INSERT ON stock_movements BEGIN
            UPDATE products SET stock = stock + NEW.quantity WHERE id = NEW.product_id;
        END;
        CREATE TRIGGER stock_movement_stays BEFORE UPDATE ON stock_movements BEGIN
            SELECT RAISE(ABORT, 'a stock movement is never changed');
        END;
        CREATE TRIGGER stock_movement_remains BEFORE DELETE ON stock_movements BEGIN
            SELECT RAISE(ABORT, 'a stock movement is never deleted');
        END;
        """
    )
