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


def apply_fields(
    catalog: Catalog, product: KnownProduct, change: Change, store: str, *, is_new: bool = False
) -> str | None:
    """Write what a change says of a live product's fields, in the caller's transaction.

    Args:
        store: this till's.
        is_new: nobody has said anything of it here yet.

    Returns:
        None; or, where the product was merged into one that is not known yet, that one's uid: then all of the
        change is to come again once it is.

    Raises:
        MalformedChangeError: it says what no till of ours says; nothing is written then.
    """
    said = {name: _read(name, value) for name, value in change.table("fields").items()}
    key = product.product_id
    if key is None:
        return None
    later = {
        name: change.table("fields")[name]
        for name in said
        if (change.store == store or name not in OF_EACH_STORE)
        and change.id > _change_of(catalog, product, name)
    }
    columns: dict[str, Any] = {}
    own: dict[str, str] = {}
    for name in later:
        if name.startswith(EXTRA):
            own |= said[name]
        elif name == MERGED:
            into = None if later[name] is None else known_product(catalog, later[name])
            if later[name] is not None and into is None:
                return str(later[name])
            columns["merged_into"] = into.product_id if into else None
        else:
            columns |= said[name]
    for name, value in later.items() if not is_new else ():
        _note_if_overridden(catalog, product, name, value, change)
    if own:
        columns["extra"] = with_own_columns(catalog, key, own)
    sku = columns.pop(SKU, None)
    if columns:
        sets = ", ".join(f"{column} = ?" for column in (*columns, "updated"))
        catalog.db.execute(
            f"UPDATE products SET {sets} WHERE id = ?",  # noqa: S608  (columns of the table)
            [*columns.values(), utc_now(), key],
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


def _read(name: str, value: Any) -> dict[str, Any]:
    """What a field says, by columns; asked of every field, also of those that have a later value here: a
    change
    that no till of ours makes is left out as a whole by all tills."""
    if name.startswith(EXTRA):
        return dict([own_column(name, value)])
    if name != MERGED:
        return columns_of(name, value)
    if not isinstance(value, str | None):
        raise MalformedChangeError(MERGED)
    return {}
