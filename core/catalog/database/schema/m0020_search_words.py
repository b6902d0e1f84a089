"""The text index over pieces and spellings, and the list of its words for whoever mistypes one."""

import sqlite_utils

INDEX = """
    CREATE VIRTUAL TABLE product_text USING fts5 (
        title, sku, barcode, tags, category, brand, description, extra, label,
        tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'", prefix = '1 2 3'
    );
    CREATE VIRTUAL TABLE product_terms USING fts5vocab (product_text, row);
    INSERT INTO product_text (rowid, title, sku, barcode, tags, category, brand, description, extra, label)
        SELECT * FROM product_words;
"""
"""Makes the index afresh and fills it; ``check`` needs it too, to repair one that is damaged."""


def apply(db: sqlite_utils.Database) -> None:
    """Fill the index anew. Its tokenizer cuts at spaces alone: what a piece is says ``snapshelf_words``."""
    db.execute("DROP TABLE product_text")
    db.executescript(INDEX)
