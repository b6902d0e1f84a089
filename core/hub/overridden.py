"""Changes made here that a later one from elsewhere has replaced without knowing of them; seen, and taken
back.

Nobody is asked while tills synchronise: of two changes the later holds. So that no person's word is lost in
silence, the value that went is kept until somebody has looked at it.
"""

import json
from dataclasses import dataclass
from typing import Any

from core.catalog.database.catalog import Catalog
from core.catalog.edits.edit_log import Edit, EditKind
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.products.products import Product, product_by_id
from core.errors import KnownError
from core.hub.merging.field_values import current_value
from core.hub.merging.known_products import known_product
from core.ingest.shop_edits import edit_shop
from core.messages import message
from core.quantities.quantity import Quantity
from core.quantities.sale_price import NO_SALE, Sale
from core.quantities.units import Unit
from core.shop.shop import Shop

_MOST = 500


@dataclass(frozen=True, slots=True)
class Overridden:
    """A value that went.

    Attributes:
        n: its number in this catalog.
        name: the field, as changes name it (:mod:`core.catalog.database.schema.capture`).
        value: what was said here, as JSON has it.
        by_value, by_store: what it gave way to, and of which store.
        noted: when, ISO 8601 UTC.
    """

    n: int
    product: Product
    name: str
    value: Any
    by_value: Any
    by_store: str
    noted: str


def overridden(catalog: Catalog) -> list[Overridden]:
    """What went and nobody has looked at, the latest first; not what is said again by now."""
    rows = catalog.db.execute(
        "SELECT n, uid, name, value, by_value, by_store, noted FROM hub_overridden WHERE done = 0"
        " ORDER BY n DESC LIMIT ?",
        [_MOST],
    ).fetchall()
    found = []
    for n, uid, name, value, by_value, by_store, noted in rows:
        known = known_product(catalog, uid)
        product = (
            None if known is None or known.product_id is None else product_by_id(catalog, known.product_id)
        )
        before = json.loads(value)
        if product is not None and current_value(catalog, product.id, name) != before:
            found.append(Overridden(n, product, name, before, json.loads(by_value), by_store, noted))
    return found


def take_back(shop: Shop, n: int, *, who: str) -> Edit | None:
    """Say again what was said here: a new change, which an undo takes back like any other.

    Returns:
        The step; None where it is so already.

    Raises:
        KnownError: there is no such value any more, or a clerk cannot set it.
    """
    one = next((one for one in overridden(shop.catalog) if one.n == n), None)
    if one is None:
        raise KnownError(message("core", "This change is not listed any more: reload the list."))
    change = _change(one)
    if change is None:
        raise KnownError(message("core", "This cannot be taken back here: import it again, or merge again."))
    edit = edit_shop(shop, {one.product.id: change}, who=who, kind=EditKind.CHANGE)
    dismiss(shop.catalog, n)
    return edit


def dismiss(catalog: Catalog, n: int | None = None) -> None:
    """List a value no longer, or none of them."""
    with catalog.transaction() as db:
        db.execute("UPDATE hub_overridden SET done = 1 WHERE ? IS NULL OR n = ?", [n, n])


def _change(one: Overridden) -> ProductChange | None:
    match one.name, one.value:
        case "title", str() as text:
            return ProductChange(title=text)
        case "description", str() as text:
            return ProductChange(description=text)
        case "category", str() as text:
            return ProductChange(category=text)
        case "brand", str() as text:
            return ProductChange(brand=text)
        case "barcode", str() as text:
            return ProductChange(barcode=text)
        case "location", str() as text:
            return ProductChange(location=text)
        case "unit", str() as text if text in set(Unit):
            return ProductChange(unit=Unit(text))
        case "price", [minor, currency]:
            return ProductChange(price=Price(minor, currency))
        case "sale", [minor, starts, ends]:
            return ProductChange(sale=NO_SALE if minor is None else Sale(minor, starts, ends))
        case "low", int() as thousandths:
            return ProductChange(low=Quantity(thousandths))
        case "low", None:
            return ProductChange(shops_low=True)
        case "archived", 0 | 1:
            return ProductChange(archived=bool(one.value))
    return None
