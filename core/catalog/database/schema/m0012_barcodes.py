"""Barcodes in one form, and a table of the numbers under which each product is found."""

import json

import sqlite_utils

from core.catalog.barcodes.written import clean_barcode

FILL_CODES = """
    INSERT OR IGNORE INTO product_codes (code, product_id)
        SELECT value, products.id FROM products, json_each(snapshelf_code_keys(barcode)) WHERE barcode <> ''
"""
"""A repair needs it, too."""


def apply(db: sqlite_utils.Database) -> None:
    """Bring what is stored, and what undo would store, to the one form; keep the table by triggers.

    A product may have several codes, and one code several readings; products may share one.
    """
    rows = db.execute("SELECT id, barcode FROM products WHERE barcode <> ''").fetchall()
    changed = [(clean_barcode(barcode), row) for row, barcode in rows if clean_barcode(barcode) != barcode]
    db.conn.executemany("UPDATE products SET barcode = ? WHERE id = ?", changed)
    logged = db.execute(
        "SELECT before, after, edit_id, product_id FROM edit_changes WHERE field = 'barcode'"
    ).fetchall()
    db.conn.executemany(
        "UPDATE edit_changes SET before = ?, after = ?"
        " WHERE edit_id = ? AND product_id = ? AND field = 'barcode'",
        [(_cleaned(before), _cleaned(after), *key) for before, after, *key in logged],
    )
    db.executescript(
        """
        CREATE TABLE product_codes (
            code TEXT NOT NULL,
            product_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
            PRIMARY KEY (code, product_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX product_codes_by_product ON product_codes (product_id);
        CREATE TRIGGER product_codes_insert AFTER INSERT ON products WHEN NEW.barcode <> '' BEGIN
            INSERT OR IGNORE INTO product_codes (code, product_id)
                SELECT value, NEW.id FROM json_each(snapshelf_code_keys(NEW.barcode));
        END;
        CREATE TRIGGER product_codes_update AFTER UPDATE OF barcode ON products
            WHEN NEW.barcode <> OLD.barcode BEGIN
            DELETE FROM product_codes WHERE product_id = NEW.id;
            INSERT OR IGNORE INTO product_codes (code, product_id)
                SELECT value, NEW.id FROM json_each(snapshelf_code_keys(NEW.barcode));
        END;
        """
    )
    db.execute(FILL_CODES)


def _cleaned(value: str) -> str:
    return json.dumps(clean_barcode(json.loads(value)), ensure_ascii=False)
