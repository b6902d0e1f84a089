"""The rows of many new products, with what the catalog's triggers would make of each.

A trigger works a row at a time, and asks for labels and photos that a new product cannot have. So of many
products the words for the text index and the keys of the barcodes are made here, and written by a statement
each. The triggers stay in the catalog as they are, for whoever else writes: SQLite is asked to leave out what
two of them insert while one statement runs (https://www.sqlite.org/c3ref/set_authorizer.html).
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from core.catalog.barcodes.written import code_keys
from core.catalog.database.catalog import Catalog
from core.catalog.database.many_rows import insert_rows
from core.catalog.database.tokens import words

Row = Mapping[str, str | int | None]
"""Value by column of ``products``, the same columns for each product of a call."""

MANY = 16
"""Fewer are left to the triggers: a call here has the connection's statements compiled anew."""
_LEFT_OUT = frozenset(("product_text_insert", "product_codes_insert"))
_TEXT = ("rowid", "title", "sku", "barcode", "tags", "category", "brand", "description", "extra", "label")
_BETWEEN = " ; "


def insert_products(catalog: Catalog, products: Sequence[Row], tags: Sequence[tuple[int, str]]) -> None:
    """Insert products, in a transaction of the caller's.

    Args:
        tags: keys of the products with their tags, which are in the catalog already.
    """
    if not products:
        return
    columns = tuple(products[0])
    rows = [tuple(product.values()) for product in products]
    if len(rows) < MANY:
        insert_rows(catalog, "products", columns, rows)
        return
    with _without_inserts(catalog.db.conn, _LEFT_OUT):
        insert_rows(catalog, "products", columns, rows)
    codes = [
        (code, product["id"])
        for product in products
        if product["barcode"]
        for code in code_keys(str(product["barcode"]))
    ]
    insert_rows(catalog, "product_codes", ("code", "product_id"), codes)
    insert_rows(catalog, "product_text", _TEXT, _texts(products, tags))


def _texts(products: Sequence[Row], tags: Sequence[tuple[int, str]]) -> list[tuple[str | int | None, ...]]:
    """What the view ``product_words`` says of products without photos."""
    by_product: dict[str | int | None, list[str]] = {}
    for product_id, tag in tags:
        by_product.setdefault(product_id, []).append(tag)
    texts: list[tuple[str | int | None, ...]] = []
    for product in products:
        own = sorted(by_product.get(product["id"], ()), key=_by_nocase)
        extra = () if product["extra"] == "{}" else json.loads(str(product["extra"])).values()
        texts.append(
            (
                product["id"],
                words(str(product["title"])),
                words(str(product["sku"])),
                product["barcode"],
                words(_BETWEEN.join(own)),
                words(str(product["category"])),
                words(str(product["brand"])),
                words(str(product["description"])),
                words(_BETWEEN.join(extra)),
                "",
            )
        )
    return texts


def _by_nocase(tag: str) -> bytes:
    """In SQLite's order of tags: bytes, the letters of ASCII alike."""
    return tag.encode().lower()


@contextlib.contextmanager
def _without_inserts(connection: sqlite3.Connection, triggers: frozenset[str]) -> Iterator[None]:
    """While the context lasts, these triggers of the connection insert nothing."""

    def judged(action: int, _one: object, _two: object, _database: object, source: str | None) -> int:
        is_left_out = action == sqlite3.SQLITE_INSERT and source in triggers
        return sqlite3.SQLITE_IGNORE if is_left_out else sqlite3.SQLITE_OK

    connection.set_authorizer(judged)
    try:
        yield
    finally:
        connection.set_authorizer(_all)  # statements are compiled anew: none is kept that leaves things out
        connection.set_authorizer(None)


def _all(*_action: object) -> int:
    return sqlite3.SQLITE_OK
