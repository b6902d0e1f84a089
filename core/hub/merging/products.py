"""Products made and deleted elsewhere.

A deleted product is gone for good: what any till says of it later, or said without knowing, is nothing. One
that is made again with the same SKU is another product.
"""

from typing import Any

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import sku_key
from core.catalog.edits.deletion import forget_edits, take_out
from core.hub.change import Change, MalformedChangeError
from core.hub.merging.field_values import SKU
from core.hub.merging.fields import apply_fields, awaited_by, columns_said, fields_said
from core.hub.merging.known_products import KnownProduct, known_product, note_product
from core.hub.merging.skus import settle_sku, sku_with_ending
from core.hub.merging.tags import give_first_tags


def apply_made(catalog: Catalog, change: Change, store: str) -> str | None:
    """Make a product that was made elsewhere, in the caller's transaction; one that is known stays.

    Returns as :func:`core.hub.merging.fields.apply_fields`.

    Raises:
        MalformedChangeError: as there.
    """
    fields, tags = fields_said(change, store), _texts(change.body.get("tags"))
    if SKU not in fields:
        raise MalformedChangeError(SKU)
    product = known_product(catalog, change.key)
    if product is not None and (product.made or product.product_id is None):
        settle_sku(catalog, product.sku)
        return None
    awaited = awaited_by(catalog, fields)
    if awaited is not None:
        return awaited
    if product is None:
        product = _make(catalog, change, columns_said(catalog, fields, None))
    else:  # it was here before the shop joined
        apply_fields(catalog, product, change, store)
        catalog.db.execute("UPDATE hub_products SET made = ? WHERE uid = ?", [change.id, change.key])
        catalog.db.execute(  # they are of the change that made the product: that need not be said of each
            "DELETE FROM hub_fields WHERE uid = ? AND change = ?", [change.key, change.id]
        )
    give_first_tags(catalog, product, tags, change)
    settle_sku(catalog, product.sku)
    return None


def apply_deleted(catalog: Catalog, change: Change) -> None:
    """Delete a product that was deleted elsewhere, wherever it is here, in the caller's transaction."""
    product = known_product(catalog, change.key)
    if product is None:
        note_product(catalog, KnownProduct(change.key, None, "", change.id))
        catalog.db.execute("DELETE FROM hub_stock WHERE uid = ?", [change.key])
        return
    if product.product_id is not None:
        key = product.product_id
        forget_product(catalog, product.uid, key)
        catalog.db.execute("UPDATE hub_products SET product_id = NULL WHERE uid = ?", [product.uid])
        forget_edits(catalog, [key])
        take_out(catalog, [key])
    settle_sku(catalog, product.sku)


def forget_product(catalog: Catalog, uid: str, product_id: int) -> None:
    """Forget which changes the values of a product are of, in the caller's transaction."""
    for table in ("hub_fields", "hub_tags", "hub_photos", "hub_stock"):
        catalog.db.execute(f"DELETE FROM {table} WHERE uid = ?", [uid])  # noqa: S608  (ours)
    catalog.db.execute("DELETE FROM hub_movements WHERE product_id = ?", [product_id])


def _make(catalog: Catalog, change: Change, columns: dict[str, Any]) -> KnownProduct:
    """The product, under its SKU or, where another one has that here, with an ending."""
    now, sku = utc_now(), columns[SKU]
    taken = catalog.db.execute("SELECT 1 FROM products WHERE sku = ?", [sku]).fetchone() is not None
    shown = sku_with_ending(sku, change.key) if taken else sku
    columns = {"title": sku, **columns, SKU: shown, "sku_key": sku_key(shown), "created": now, "updated": now}
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    cursor = catalog.db.execute(
        f"INSERT INTO products ({names}) VALUES ({marks})",  # noqa: S608  (columns of the table)
        list(columns.values()),
    )
    product = KnownProduct(change.key, int(cursor.lastrowid or 0), sku, change.id)
    note_product(catalog, product)
    return product


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise MalformedChangeError("tags")
    return value
