"""What was decided of searches that ended in nothing, and the list of what is to be ordered."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make both tables; a search that is forgotten takes what was decided of it along.

    ``order_lines.title`` says what is to be ordered where the shop has no such product, and ``search_id``
    which search asked for it; ``quantity_milli`` is in thousandths.
    """
    db.executescript(
        """
        CREATE TABLE demand_decisions (
            search_id INTEGER PRIMARY KEY REFERENCES searches ON DELETE CASCADE,
            decision TEXT NOT NULL CHECK (decision IN ('not sold', 'made')),
            decided TEXT NOT NULL
        ) STRICT;
        CREATE TABLE order_lines (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            product_id INTEGER UNIQUE REFERENCES products ON DELETE CASCADE,
            search_id INTEGER REFERENCES searches ON DELETE SET NULL,
            title TEXT NOT NULL DEFAULT '' CHECK (product_id IS NOT NULL OR title <> ''),
            quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
            who TEXT NOT NULL,
            added TEXT NOT NULL
        ) STRICT;
        CREATE INDEX order_lines_by_search ON order_lines (search_id) WHERE search_id IS NOT NULL;
        """
    )
