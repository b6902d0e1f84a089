"""Tables as they were at some version, with a product in them."""

import sqlite_utils

from core.catalog.clock import utc_now
from core.catalog.database.schema.steps import STEPS
from core.catalog.database.tokens import sku_key


def migrate(db: sqlite_utils.Database, last: str, *, first: str = "0001") -> None:
    for step in STEPS:
        if first <= step.name[:4] <= last:
            step.apply(db)


def insert_product(db: sqlite_utils.Database, sku: str = "A", title: str = "红苹果") -> int:
    now = utc_now()
    cursor = db.execute(
        "INSERT INTO products (sku, sku_key, title, created, updated) VALUES (?, ?, ?, ?, ?)",
        [sku, sku_key(sku), title, now, now],
    )
    return int(cursor.lastrowid or 0)
