"""The full-text index over products, and the triggers that keep it in step."""

import sqlite_utils

_INDEX = """
    CREATE VIRTUAL TABLE product_text USING fts5 (
        title, sku, barcode, tags, category, brand, description, extra,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    INSERT INTO product_text (rowid, title, sku, barcode, tags, category, brand, description, extra)
        SELECT * FROM product_words;
"""


def apply(db: sqlite_utils.Database) -> None:
    """Make the index and fill it. It keeps its own copy of the text, so ``check`` can compare the two.

    The triggers call ``snapshelf_words``, which :class:`~core.catalog.database.catalog.Catalog` registers:
    another program that writes here without it fails, instead of leaving the index behind unnoticed.
    """
    db.executescript(
        """
        CREATE VIEW product_words AS SELECT
            id,
            snapshelf_words(title) AS title,
            snapshelf_words(sku) AS sku,
            barcode,
            snapshelf_words((SELECT group_concat(tag, ' ; ') FROM
                (SELECT tag FROM product_tags WHERE product_id = products.id ORDER BY tag))) AS tags,
            snapshelf_words(category) AS category,
            snapshelf_words(brand) AS brand,
            snapshelf_words(description) AS description,
            snapshelf_words((SELECT group_concat(value, ' ; ') FROM json_each(products.extra))) AS extra
        FROM products;
        """
    )
    db.executescript(_INDEX)
    db.executescript(
        """
        CREATE TRIGGER product_text_insert AFTER INSERT ON products BEGIN
            INSERT INTO product_text (rowid, title, sku, barcode, tags, category, brand, description, extra)
                SELECT * FROM product_words WHERE id = NEW.id;
        END;
        CREATE TRIGGER product_text_update
            AFTER UPDATE OF title, sku, barcode, category, brand, description, extra ON products BEGIN
            DELETE FROM product_text WHERE rowid = NEW.id;
            INSERT INTO product_text (rowid, title, sku, barcode, tags, category, brand, description, extra)
                SELECT * FROM product_words WHERE id = NEW.id;
        END;
        CREATE TRIGGER product_text_delete AFTER DELETE ON products BEGIN
            DELETE FROM product_text WHERE rowid = OLD.id;
        END;
        CREATE TRIGGER product_text_tag AFTER INSERT ON product_tags BEGIN
            UPDATE product_text SET tags = (SELECT tags FROM product_words WHERE id = NEW.product_id)
                WHERE rowid = NEW.product_id;
        END;
        CREATE TRIGGER product_text_untag AFTER DELETE ON product_tags BEGIN
            UPDATE product_text SET tags = (SELECT tags FROM product_words WHERE id = OLD.product_id)
                WHERE rowid = OLD.product_id;
        END;
        """
    )
