"""Words read on photos, kept with them, and found by text search as the products' last field."""

import sqlite_utils

INDEX = """
    CREATE VIRTUAL TABLE product_text USING fts5 (
        title, sku, barcode, tags, category, brand, description, extra, label,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    INSERT INTO product_text (rowid, title, sku, barcode, tags, category, brand, description, extra, label)
        SELECT * FROM product_words;
"""
"""Makes the index afresh and fills it; ``check`` needs it too, to repair one that is damaged."""

_FILL = """INSERT INTO product_text
                (rowid, title, sku, barcode, tags, category, brand, description, extra, label)
                SELECT * FROM product_words WHERE id = NEW.id"""


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables, and the index anew with one more field.

    A photo in ``label_readings`` was looked at, whether there was anything to read or not. The triggers of
    the index are those of the fourth migration, with the new field in them.
    """
    db.executescript(
        """
        CREATE TABLE label_readings (
            photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
            reader TEXT NOT NULL
        ) STRICT;
        CREATE TABLE label_lines (
            photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
            place INTEGER NOT NULL,
            text TEXT NOT NULL,
            confidence REAL NOT NULL,
            corners TEXT NOT NULL,
            PRIMARY KEY (photo_id, place)
        ) STRICT, WITHOUT ROWID;

        DROP TRIGGER product_text_insert;
        DROP TRIGGER product_text_update;
        DROP TABLE product_text;
        DROP VIEW product_words;
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
            snapshelf_words((SELECT group_concat(value, ' ; ') FROM json_each(products.extra))) AS extra,
            snapshelf_words((SELECT group_concat(text, ' ; ') FROM
                (SELECT DISTINCT text FROM label_lines WHERE photo_id IN
                    (SELECT photos.id FROM photos WHERE product_id = products.id)
                    ORDER BY text LIMIT 500))) AS label
        FROM products;
        """
    )
    db.executescript(INDEX)
    db.executescript(
        f"""
        CREATE TRIGGER product_text_insert AFTER INSERT ON products BEGIN
            {_FILL};
        END;
        CREATE TRIGGER product_text_update
            AFTER UPDATE OF title, sku, barcode, category, brand, description, extra ON products BEGIN
            DELETE FROM product_text WHERE rowid = NEW.id;
            {_FILL};
        END;
        CREATE TRIGGER product_text_label AFTER INSERT ON label_readings BEGIN
            UPDATE product_text SET label = (SELECT label FROM product_words
                WHERE id = (SELECT product_id FROM photos WHERE id = NEW.photo_id))
                WHERE rowid = (SELECT product_id FROM photos WHERE id = NEW.photo_id);
        END;
        CREATE TRIGGER product_text_unlabel AFTER DELETE ON label_readings BEGIN
            UPDATE product_text SET label = (SELECT label FROM product_words
                WHERE id = (SELECT product_id FROM photos WHERE id = OLD.photo_id))
                WHERE rowid = (SELECT product_id FROM photos WHERE id = OLD.photo_id);
        END;
        CREATE TRIGGER product_text_photo AFTER DELETE ON photos
            WHEN (SELECT label FROM product_text WHERE rowid = OLD.product_id) <> '' BEGIN
            UPDATE product_text SET label = (SELECT label FROM product_words WHERE id = OLD.product_id)
                WHERE rowid = OLD.product_id;
        END;
        """  # noqa: S608  (SQL of this file)
    )
