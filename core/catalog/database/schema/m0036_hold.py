"""Whether a till holds the products of all stores of its hub, or those that its own store sells."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Give the hub's state both columns: what was asked for, and what is so since a round came to its end."""
    db.executescript(
        """
        ALTER TABLE hub_state ADD COLUMN hold TEXT NOT NULL DEFAULT 'all';
        ALTER TABLE hub_state ADD COLUMN holds TEXT NOT NULL DEFAULT 'all';
        """
    )
