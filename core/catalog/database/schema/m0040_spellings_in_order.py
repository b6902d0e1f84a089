"""The text index with other spellings in the order of their words.

Until then each process had an order of its own for words that German or Nordic people spell out ("pölsa" as
"poelsa"), and ``check`` took another one for a damaged text.
"""

import sqlite_utils

from core.catalog.database.schema.m0020_search_words import INDEX


def apply(db: sqlite_utils.Database) -> None:
    """Fill the index anew."""
    db.execute("DROP TABLE product_terms")
    db.execute("DROP TABLE product_text")
    db.executescript(INDEX)
