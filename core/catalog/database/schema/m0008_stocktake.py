"""Counts of the stock, saved piece by piece, so that a crash loses nothing."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables: counts, each piece of them, what waits for a decision, and what was booked."""
    db.executescript(
        """
        CREATE TABLE stocktakes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            category TEXT NOT NULL DEFAULT '',
            location TEXT NOT NULL DEFAULT '',
            who TEXT NOT NULL,
            started TEXT NOT NULL,
            ended TEXT,
            outcome TEXT CHECK (outcome IN ('booked', 'thrown away'))
        ) STRICT;
        CREATE UNIQUE INDEX stocktakes_one_under_way ON stocktakes (outcome IS NULL) WHERE outcome IS NULL;

        CREATE TABLE stocktake_counts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            stocktake_id INTEGER NOT NULL REFERENCES stocktakes ON DELETE CASCADE,
            product_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
            pieces INTEGER NOT NULL,
            stock INTEGER NOT NULL,
            how TEXT NOT NULL,
            counted TEXT NOT NULL
        ) STRICT;
        CREATE INDEX stocktake_counts_by_product ON stocktake_counts (stocktake_id, product_id, id);
        CREATE INDEX stocktake_counts_of_product ON stocktake_counts (product_id);

        CREATE TABLE stocktake_doubts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            stocktake_id INTEGER NOT NULL REFERENCES stocktakes ON DELETE CASCADE,
            picture BLOB NOT NULL,
            candidates TEXT NOT NULL DEFAULT '[]',
            noted TEXT NOT NULL,
            count_id INTEGER REFERENCES stocktake_counts ON DELETE SET NULL,
            not_ours INTEGER NOT NULL DEFAULT 0 CHECK (not_ours IN (0, 1))
        ) STRICT;
        CREATE INDEX stocktake_doubts_by_stocktake ON stocktake_doubts (stocktake_id);
        CREATE INDEX stocktake_doubts_by_count ON stocktake_doubts (count_id);

        CREATE TABLE stocktake_movements (
            movement_id INTEGER PRIMARY KEY REFERENCES stock_movements,
            stocktake_id INTEGER NOT NULL REFERENCES stocktakes ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX stocktake_movements_by_stocktake ON stocktake_movements (stocktake_id);
        """
    )
