"""Indexes for the first figures of a shop: what came in, and how searches ended, without reading a row."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make them.

    Most searches end in a match of which nobody says a word: only the others are in an index of their own.
    """
    db.executescript(
        """
        CREATE INDEX receipt_lines_by_receipt
            ON receipt_lines (receipt_id, quantity_milli, paid_minor, product_id);
        CREATE INDEX searches_without_match ON searches (verdict, searched) WHERE verdict <> 'match';
        CREATE INDEX searches_with_feedback ON searches (feedback, searched) WHERE feedback <> '';
        """
    )
