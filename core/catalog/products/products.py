"""Products as the catalog holds them, and how they are found there."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.catalog.barcodes.written import code_keys
from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.stock import stock_of, unit_of
from core.plain_text import plain_text
from core.quantities.quantity import Quantity
from core.quantities.sale_price import Sale
from core.quantities.units import Unit


@dataclass(frozen=True, slots=True)
class Product:
    """A product as the catalog holds it; ``created`` and ``updated`` are ISO 8601 UTC.

    Attributes:
        stock: how much there is; None if it was not counted.
        unit: what it is counted in; None if nobody said, which means pieces.
        merged_into: the product that took over what this one had; it is archived then.
    """

    id: int
    sku: str
    title: str
    description: str
    category: str
    brand: str
    barcode: str
    price_minor: int | None
    currency: str
    stock: Quantity | None
    unit: Unit | None
    location: str
    tags: tuple[str, ...]
    archived: bool
    created: str
    updated: str
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)
    sale_minor: int | None = None
    sale_starts: str = ""
    sale_ends: str = ""
    low_milli: int | None = None
    merged_into: int | None = None

    @property
    def sale(self) -> Sale:
        """Its price for some days."""
        return Sale(self.sale_minor, self.sale_starts, self.sale_ends)

    @property
    def low(self) -> Quantity | None:
        """At how much there is too little of it; None where the shop's mark counts."""
        return stock_of(self.low_milli)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a catalog holds; ``photos`` are those of live products."""

    products: int
    archived: int
    photos: int


_COLUMNS = """
    id, sku, title, description, category, brand, barcode, price_minor, currency, stock_milli, unit,
    location,
    (SELECT group_concat(tag, char(31)) FROM
        (SELECT tag FROM product_tags WHERE product_id = products.id ORDER BY tag)),
    archived, created, updated, extra, sale_minor, sale_starts, sale_ends, low_milli,
    merged_into
"""


def product_by_sku(catalog: Catalog, sku: str) -> Product | None:
    """The product with exactly this SKU."""
    return _one(catalog, "sku = ?", sku)


def products_by_skus(catalog: Catalog, skus: Iterable[str]) -> dict[str, Product]:
    """The products with exactly these SKUs, each by its own; those that are not there are left out."""
    rows = _select(catalog, "sku IN (SELECT value FROM json_each(?))", json.dumps(list(skus)))
    return {product.sku: product for product in rows}


def product_by_id(catalog: Catalog, product_id: int) -> Product | None:
    """The product with this key of the catalog."""
    return _one(catalog, "id = ?", product_id)


def products_by_barcode(catalog: Catalog, barcode: str) -> list[Product]:
    """Live products with this barcode, however it is written; normally one, but tables repeat them."""
    where = (
        "id IN (SELECT product_id FROM product_codes WHERE code IN (SELECT value FROM json_each(?)))"
        " AND likely(archived = 0) ORDER BY id"
    )
    return _select(catalog, where, json.dumps(code_keys(barcode)))


def products_by_ids(catalog: Catalog, product_ids: Iterable[int]) -> list[Product]:
    """The products with these keys, in the order given; unknown keys are left out."""
    wanted = [int(product_id) for product_id in product_ids]
    rows = _select(catalog, "id IN (SELECT value FROM json_each(?))", json.dumps(wanted))
    found = {product.id: product for product in rows}
    return [found[product_id] for product_id in wanted if product_id in found]


def ranges_of_products(catalog: Catalog, size: int) -> list[range]:
    """All products' ids, ascending, in ranges of ``size`` products each (the last one of fewer)."""
    ids = [row[0] for row in catalog.db.execute("SELECT id FROM products ORDER BY id").fetchall()]
    return [range(ids[at], ids[min(at + size, len(ids)) - 1] + 1) for at in range(0, len(ids), size)]


def merged_products(catalog: Catalog, product_id: int) -> list[int]:
    """The products that were merged into this one, and into those, and so on."""
    rows = catalog.db.execute(
        "WITH RECURSIVE merged (id) AS (SELECT id FROM products WHERE merged_into = ?"
        " UNION SELECT products.id FROM products JOIN merged ON merged_into = merged.id)"
        " SELECT id FROM merged ORDER BY id",
        [product_id],
    ).fetchall()
    return [row[0] for row in rows]


def set_archived(catalog: Catalog, product_ids: Iterable[int], archived: bool = True) -> int:
    """Take products off the shelf (or back onto it); nothing is deleted. Returns how many changed."""
    keys = json.dumps([int(product_id) for product_id in product_ids])
    with catalog.transaction() as db:
        return db.execute(
            "UPDATE products SET archived = ?, updated = ?"
            " WHERE archived <> ? AND id IN (SELECT value FROM json_each(?))",
            [int(archived), utc_now(), int(archived), keys],
        ).rowcount


def counts(catalog: Catalog) -> Counts:
    """How many products are live and archived, and how many photos the live ones have."""
    row = catalog.db.execute(
        "SELECT (SELECT count(*) FROM products WHERE archived = 0),"
        " (SELECT count(*) FROM products WHERE archived = 1),"
        " (SELECT count(*) FROM photos) - (SELECT count(*) FROM photos WHERE product_id IN"
        "  (SELECT id FROM products WHERE archived = 1))"
    ).fetchone()
    return Counts(*row)


def _one(catalog: Catalog, where: str, value: str | int) -> Product | None:
    return next(iter(_select(catalog, where, value)), None)


def _select(catalog: Catalog, where: str, *values: str | int) -> list[Product]:
    cursor = catalog.db.execute(f"SELECT {_COLUMNS} FROM products WHERE {where}", values)  # noqa: S608
    return [_product(row) for row in cursor.fetchall()]


def _product(row: Sequence[Any]) -> Product:
    """Of a catalog that came from elsewhere, too: what it says is shown, whatever it holds."""
    (
        *columns,
        stock,
        unit,
        location,
        tags,
        archived,
        created,
        updated,
        extra,
        sale_minor,
        sale_starts,
        sale_ends,
        low_milli,
        merged_into,
    ) = row
    _id, sku, title, description, category, brand, barcode, _price, currency = columns
    texts = f"{sku}{title}{description}{category}{brand}{barcode}{currency}{location}{sale_starts}{sale_ends}"
    if not (texts.isascii() and texts.isprintable()):  # asked at once, for lists have many products
        columns = [plain_text(value) if isinstance(value, str) else value for value in columns]
        location, sale_starts, sale_ends = map(plain_text, (location, sale_starts, sale_ends))
    fields: list[Any] = [
        *columns,
        stock_of(stock),
        unit_of(unit),
        location,
        tuple(tags.split("\x1f")) if tags else (),
        bool(archived),
        created,
        updated,
        {} if extra == "{}" else json.loads(extra),
        sale_minor,
        sale_starts,
        sale_ends,
        low_milli,
        merged_into,
    ]
    return Product(*fields)
