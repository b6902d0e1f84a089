"""Catalogs of shop folders that are dear to open or to check, beside an honest one."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.database.schema.own_schema import add_functions
from core.catalog.products.upsert import ProductDraft, upsert_product
from tests.fuzz.bombs import Bomb

DOOR = "shops"


def shop_bombs() -> Iterator[Bomb]:
    """The catalogs, the honest one first."""
    yield Bomb("shop of 100,000 products", DOOR, lambda: _catalog(_fill, products=100_000))
    yield Bomb("shop with an index of 450 MB a row", DOOR, lambda: _catalog(_expression_index))
    yield Bomb("shop with 20,000 tables", DOOR, lambda: _catalog(_tables))
    yield Bomb("shop with 300 tables of 1 MB of SQL", DOOR, lambda: _catalog(_long_tables))
    yield Bomb("shop with a title of 500 MB", DOOR, lambda: _catalog(_long_title))


def _catalog(spoil: Callable[[sqlite3.Connection], None], products: int = 20) -> bytes:
    """The bytes of a catalog of ``products`` after ``spoil`` has had it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        with Catalog(path) as catalog, catalog.transaction():
            for number in range(products):
                upsert_product(catalog, ProductDraft(f"SKU-{number}", f"thing {number}"))
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            add_functions(connection)
            connection.execute("BEGIN")
            spoil(connection)
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode=DELETE")
        return path.read_bytes()


def _fill(_connection: sqlite3.Connection) -> None:
    """Nothing is wrong with it."""


def _expression_index(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE INDEX evil ON products (length(hex(zeroblob(1))))")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX evil ON products"
        " (length(hex(zeroblob(450000000))) - 899999998)' WHERE name = 'evil'"
    )


def _tables(connection: sqlite3.Connection) -> None:
    for number in range(20_000):
        connection.execute(f"CREATE TABLE t{number} (a)")


def _long_tables(connection: sqlite3.Connection) -> None:
    for number in range(300):
        connection.execute(f"CREATE TABLE t{number} (a /* {'x' * 2**20} */)")


def _long_title(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TRIGGER product_text_update")
    connection.execute("UPDATE products SET title = ? WHERE id = 1", ["a" * 500_000_000])
