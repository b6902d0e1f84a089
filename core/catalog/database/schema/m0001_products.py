"""Products, their photos and tags, and the photos' vectors."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables. Ids are never given twice (AUTOINCREMENT): an index may still know an old one."""
    db.executescript(
        """
        CREATE TABLE products (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sku TEXT NOT NULL UNIQUE CHECK (sku <> ''),
            sku_key TEXT NOT NULL,
            title TEXT NOT NULL,
            description TEXT NOT NULL DEFAULT '',
            category TEXT NOT NULL DEFAULT '',
            brand TEXT NOT NULL DEFAULT '',
            barcode TEXT NOT NULL DEFAULT '',
            price_minor INTEGER,
            currency TEXT NOT NULL DEFAULT '',
            stock INTEGER NOT NULL DEFAULT 0,
            location TEXT NOT NULL DEFAULT '',
            extra TEXT NOT NULL DEFAULT '{}' CHECK (json_type(extra) = 'object'),
            archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
            created TEXT NOT NULL,
            updated TEXT NOT NULL
        ) STRICT;
        CREATE INDEX products_by_sku_key ON products (sku_key);
        CREATE INDEX products_by_barcode ON products (barcode) WHERE barcode <> '';
        CREATE INDEX products_by_sku ON products (archived, sku COLLATE NOCASE, id);
        CREATE INDEX products_by_title ON products (archived, title COLLATE NOCASE, id);
        CREATE INDEX products_by_category ON products (archived, category COLLATE NOCASE, id);
        CREATE INDEX products_by_brand ON products (archived, brand COLLATE NOCASE, id);
        CREATE INDEX products_by_price ON products (archived, price_minor, id);
        CREATE INDEX products_by_stock ON products (archived, stock, id);
        CREATE INDEX products_by_location ON products (archived, location COLLATE NOCASE, id);
        CREATE INDEX products_by_updated ON products (archived, updated, id);

        CREATE TABLE photos (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            product_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('catalog', 'counter')),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            source_sha256 TEXT NOT NULL DEFAULT '',
            source_name TEXT NOT NULL DEFAULT '',
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            position INTEGER NOT NULL,
            missing INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1)),
            added TEXT NOT NULL,
            UNIQUE (product_id, sha256)
        ) STRICT;
        CREATE INDEX photos_by_sha256 ON photos (sha256);
        CREATE INDEX photos_by_source ON photos (source_sha256);

        CREATE TABLE product_tags (
            product_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
            tag TEXT NOT NULL COLLATE NOCASE CHECK (tag <> ''),
            PRIMARY KEY (product_id, tag)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX product_tags_by_tag ON product_tags (tag, product_id);

        CREATE TABLE vector_models (
            id INTEGER PRIMARY KEY,
            fingerprint TEXT NOT NULL UNIQUE,
            dim INTEGER NOT NULL CHECK (dim > 0)
        ) STRICT;

        CREATE TABLE vectors (
            id INTEGER PRIMARY KEY,
            model_id INTEGER NOT NULL REFERENCES vector_models,
            photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
            vector BLOB NOT NULL,
            UNIQUE (model_id, photo_id)
        ) STRICT;
        CREATE INDEX vectors_by_photo ON vectors (photo_id);
        """
    )
