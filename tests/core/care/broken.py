"""What can go wrong in a shop, done to one for real, and the defect that a check has to find."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.care.check import check_shop, repair_shop
from core.catalog.checking.problem import Defect
from core.catalog.database.schema.own_schema import add_functions
from core.catalog.photos.photos import live_photo_ids, photos_of_product
from core.catalog.photos.vectors import store_vectors
from core.catalog.products.products import product_by_sku
from core.catalog.tags.tags import add_tag
from core.shop.opening import CATALOG_FILE
from core.shop.shop import Shop

BALL = "Balls/blue ball"


def product_id(shop: Shop, sku: str = BALL) -> int:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    return product.id


def photo_file(shop: Shop) -> Path:
    return shop.files.path(photos_of_product(shop.catalog, product_id(shop))[0].sha256)


def behind_its_back(shop: Shop, statement: str, *values: object) -> None:
    """Change the catalog as no part of the program does: without foreign keys, and the schema too."""
    connection = sqlite3.connect(shop.folder / CATALOG_FILE, isolation_level=None)
    add_functions(connection)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(statement, values)
    connection.close()


def break_stock(shop: Shop) -> None:
    behind_its_back(
        shop, "UPDATE products SET stock_milli = stock_milli + 3000 WHERE id = ?", product_id(shop)
    )


def break_sku_key(shop: Shop) -> None:
    behind_its_back(shop, "UPDATE products SET sku_key = 'no' WHERE id = ?", product_id(shop))


def break_barcode(shop: Shop) -> None:
    behind_its_back(
        shop, "INSERT INTO product_codes (code, product_id) VALUES ('4006381333931', ?)", product_id(shop)
    )


def break_text_index(shop: Shop) -> None:
    behind_its_back(shop, "DELETE FROM product_text WHERE rowid = ?", product_id(shop))


def break_text_index_inside(shop: Shop) -> None:
    """Its inner tables no longer fit its own copy of the text."""
    behind_its_back(shop, "DELETE FROM product_text_data WHERE id > 10")


def break_sqlite_index(shop: Shop) -> None:
    """Hide an index from SQLite, change what it orders, and bring it back."""
    hidden = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = 'products_by_stock'"
    connection = sqlite3.connect(shop.folder / CATALOG_FILE)
    row = connection.execute(hidden).fetchone()
    connection.close()
    behind_its_back(shop, "DELETE FROM sqlite_schema WHERE name = 'products_by_stock'")
    behind_its_back(
        shop,
        "INSERT INTO stock_movements (product_id, quantity_milli, reason, who, moved, counted)"
        " VALUES (?, 7, 'count', 'test', '', 1)",
        product_id(shop),
    )
    behind_its_back(shop, "INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", *row)
    shop.catalog.db.execute("PRAGMA writable_schema = RESET")  # what other connections remember is stale


def break_by_orphans(shop: Shop) -> None:
    """A product vanishes, its photos, vectors and tags stay."""
    gone = product_id(shop, "Balls/red ball")
    add_tag(shop.catalog, [gone], "round", who="test")
    behind_its_back(shop, "DELETE FROM products WHERE id = ?", gone)


def break_vector_length(shop: Shop) -> None:
    behind_its_back(shop, "UPDATE vectors SET vector = x'0102' WHERE id = 1")


def break_vector_number(shop: Shop) -> None:
    nan = np.full(shop.spec.dim, np.nan, np.float16).tobytes()
    behind_its_back(shop, "UPDATE vectors SET vector = ? WHERE id = 2", nan)


def flip_a_bit_of_a_vector(shop: Shop) -> None:
    (vector,) = shop.catalog.db.execute("SELECT vector FROM vectors WHERE id = 3").fetchone()
    behind_its_back(shop, "UPDATE vectors SET vector = ? WHERE id = 3", bytes([vector[0] ^ 4]) + vector[1:])


def exchange_vectors(shop: Shop) -> None:
    behind_its_back(
        shop,
        "UPDATE vectors SET vector = (SELECT vector FROM vectors AS other WHERE other.id = 3 - vectors.id)"
        " WHERE id < 3",
    )


def lose_photo(shop: Shop) -> None:
    photo_file(shop).unlink()


def bring_photo_back(shop: Shop) -> None:
    path = photo_file(shop)
    data = path.read_bytes()
    path.unlink()
    repair_shop(shop, check_shop(shop))
    path.write_bytes(data)


def use_model_that_is_gone(shop: Shop) -> None:
    store_vectors(shop.catalog, "0123456789abcdef", live_photo_ids(shop.catalog), np.ones((4, 8), np.float32))


CATALOG_DEFECTS: list[tuple[Callable[[Shop], None], Defect]] = [
    (break_stock, Defect.STOCK_TOTAL),
    (break_sku_key, Defect.SKU_KEY),
    (break_barcode, Defect.BARCODE),
    (break_text_index, Defect.TEXT_INDEX),
    (break_text_index_inside, Defect.TEXT_INDEX),
    (break_sqlite_index, Defect.DAMAGED_INDEX),
    (break_by_orphans, Defect.ORPHAN),
    (break_vector_length, Defect.VECTOR),
    (break_vector_number, Defect.VECTOR),
    (flip_a_bit_of_a_vector, Defect.VECTOR),
    (exchange_vectors, Defect.VECTOR),
    (bring_photo_back, Defect.PHOTO_BACK),
    (use_model_that_is_gone, Defect.UNKNOWN_MODEL),
]
