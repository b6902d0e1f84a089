"""Fields of a product: of two changes the later one holds, field by field.

Which one is later follows from their ids alone. Where a change that was made here gives way to one that did
not know of it, both values are noted, so that a person can see it and take it back
(:mod:`core.hub.overridden`).
"""

import json
from typing import Any

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.hub.change import Change, MalformedChangeError
from core.hub.merging.field_values import (
    EXTRA,
    MERGED,
    OF_EACH_STORE,
    SKU,
    columns_of,
    current_value,
    own_column,
    with_own_columns,
)
from core.hub.merging.known_products import KnownProduct, known_product
from core.hub.merging.skus import settle_sku


def fields_said(change: Change, store: str) -> dict[str, Any]:
    """What a change says of fields, of those that a till of ``store`` goes by.

    Raises:
        MalformedChangeError: it says what no till of ours says, be it of a field that has a later value here:
            a change is left out as a whole, by all tills.
    """
    said = change.table("fields")
    for name, value in said.items():
        _require_ours(name, value)
    own = change.store == store
    return {name: value for name, value in said.items() if own or name not in OF_EACH_STORE}


def awaited_by(catalog: Catalog, fields: dict[str, Any]) -> str | None:
    """The product that fields name and that is not known here yet; None if there is none."""
    into = fields.get(MERGED)
    return into if into is not None and known_product(catalog, into) is None else None


def columns_said(catalog: Catalog, fields: dict[str, Any], product_id: int | None) -> dict[str, Any]:
    """The columns of ``products`` that fields are, with their values.

    Args:
        product_id: whose they are to be, for a merchant's own columns join those that it has; None if new.
    """
    columns: dict[str, Any] = {}
    for name, value in fields.items():
        if name == MERGED:
            into = None if value is None else known_product(catalog, value)
            columns["merged_into"] = into.product_id if into else None
        elif not name.startswith(EXTRA):
            columns |= columns_of(name, value)
    own = dict(own_column(name, value) for name, value in fields.items() if name.startswith(EXTRA))
    if own:
        columns["extra"] = with_own_columns(catalog, product_id, own)
    return columns


def apply_fields(catalog: Catalog, product: KnownProduct, change: Change, store: str) -> str | None:
    """Write what a change says of a live product's fields, in the caller's transaction.

    Args:
        store: this till's.

    Returns:
        None; or, where the product was merged into one that is not known yet, that one's uid: then all of the
        change is to come again once it is.

    Raises:
        MalformedChangeError: as :func:`fields_said`; nothing is written then.
    """
    later = {
        name: value
        for name, value in fields_said(change, store).items()
        if change.id > _change_of(catalog, product, name)
    }
    awaited = awaited_by(catalog, later)
    if awaited is not None or product.product_id is None:
        return awaited
    for name, value in later.items():
        _note_if_overridden(catalog, product, name, value, change)
    columns = columns_said(catalog, later, product.product_id)
    sku = columns.pop(SKU, None)
    if columns:
        sets = ", ".join(f"{column} = ?" for column in (*columns, "updated"))
        catalog.db.execute(
            f"UPDATE products SET {sets} WHERE id = ?",  # noqa: S608  (columns of the table)
            [*columns.values(), utc_now(), product.product_id],
        )
    _note_change(catalog, product.uid, later, change.id)
    if sku is not None:
        _give_sku(catalog, product, sku)
    return None


def settle_own(catalog: Catalog, product: KnownProduct, change: Change) -> None:
    """What follows here from a change of one's own that the hub sends back: who has which SKU."""
    if SKU in change.table("fields"):
        settle_sku(catalog, product.sku)


def _change_of(catalog: Catalog, product: KnownProduct, name: str) -> str:
    """The change that a field's value is of."""
    row = catalog.db.execute(
        "SELECT change FROM hub_fields WHERE uid = ? AND name = ?", [product.uid, name]
    ).fetchone()
    return product.made if row is None else str(row[0])


def _note_change(catalog: Catalog, uid: str, names: dict[str, Any], change: str) -> None:
    catalog.db.conn.executemany(
        "INSERT INTO hub_fields (uid, name, change, own) VALUES (?, ?, ?, 0)"
        " ON CONFLICT (uid, name) DO UPDATE SET change = excluded.change, own = 0",
        [(uid, name, change) for name in names],
    )


def _note_if_overridden(
    catalog: Catalog, product: KnownProduct, name: str, value: Any, change: Change
) -> None:
    """Note the value that goes, if it was given here and ``change`` was made without knowing of it."""
    seen = change.body.get("seen")
    knew = seen.get(name) if isinstance(seen, dict) else None
    row = catalog.db.execute(
        "SELECT change, own FROM hub_fields WHERE uid = ? AND name = ?", [product.uid, name]
    ).fetchone()
    was_here_before = row is None and not product.made
    was_given_here = row is not None and row[1] and not (isinstance(knew, str) and knew >= row[0])
    if product.product_id is None or not (was_here_before or was_given_here):
        return
    before = current_value(catalog, product.product_id, name)
    is_empty = before in (None, "", 0, [None, ""], [None, "", ""])
    if before == value or (was_here_before and is_empty):
        return
    catalog.db.execute(
        "INSERT INTO hub_overridden (uid, name, value, by_value, by_store, noted, done)"
        " VALUES (?, ?, ?, ?, ?, ?, 0)",
        [product.uid, name, json.dumps(before), json.dumps(value), change.store, utc_now()],
    )


def _give_sku(catalog: Catalog, product: KnownProduct, sku: str) -> None:
    catalog.db.execute("UPDATE hub_products SET sku = ? WHERE uid = ?", [sku, product.uid])
    for one in dict.fromkeys((sku, product.sku)):  # it lets go of the old one before another gets that
        settle_sku(catalog, one)


def _require_ours(name: str, value: Any) -> None:
    if name.startswith(EXTRA):
        own_column(name, value)
    elif name != MERGED:
        columns_of(name, value)
    elif not isinstance(value, str | None):
        raise MalformedChangeError(MERGED)
