"""What searches and receipts say of a product, taken over by the one that it was merged into, and given back.

The rows are named by their keys, so that giving them back takes none that was the other product's own.
"""

import json
from dataclasses import dataclass
from typing import Any

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.merged_stock import carry_stock

_COLUMNS = {
    "said": ("search_feedback", "product_id"),
    "found": ("searches", "top_product_id"),
    "chosen": ("searches", "chosen_product_id"),
    "sold": ("receipt_lines", "product_id"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What goes over.

    Attributes:
        into: the product that takes over.
        said, found, chosen: keys of clerks' words of the product, and of searches that found it, or for which
            it was chosen.
        sold: keys of lines of receipts.
    """

    into: int
    said: tuple[int, ...] = ()
    found: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()
    sold: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As the log of edits keeps it."""
        return {"into": self.into, **{name: list(getattr(self, name)) for name in _COLUMNS}}


def said_of(catalog: Catalog, product_id: int, into: int) -> Said:
    """All that there is of a product now, for ``into`` to take over."""
    keys = {
        name: tuple(
            key
            for (key,) in catalog.db.execute(
                f"SELECT id FROM {table} WHERE {column} = ? ORDER BY id",  # noqa: S608  (ours)
                [product_id],
            ).fetchall()
        )
        for name, (table, column) in _COLUMNS.items()
    }
    return Said(into, **keys)


def hand_over(
    catalog: Catalog, product_id: int, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> bool:
    """Merge a product into what ``after`` names, or out of what ``before`` names, inside a transaction.

    In a shop that has joined a hub its stock goes along; otherwise that is booked beside it.

    Returns:
        False if it is merged otherwise by now, or that product is gone; nothing is done then.
    """
    wanted = None if after is None else after["into"]
    present = catalog.db.execute("SELECT merged_into FROM products WHERE id = ?", [product_id]).fetchone()
    if present is None or present[0] != (None if before is None else before["into"]):
        return False
    if after is not None and not _is_there(catalog, after["into"]):
        return False
    if before is not None:
        _move(catalog, before, before["into"], product_id)
    if after is not None:
        _move(catalog, after, product_id, after["into"])
    catalog.db.execute(
        "UPDATE products SET merged_into = ?, updated = ? WHERE id = ?", [wanted, utc_now(), product_id]
    )
    carry_stock(catalog)
    return True


def _is_there(catalog: Catalog, product_id: int) -> bool:
    return catalog.db.execute("SELECT 1 FROM products WHERE id = ?", [product_id]).fetchone() is not None


def _move(catalog: Catalog, keys: dict[str, Any], source: int, target: int) -> None:
    for name, (table, column) in _COLUMNS.items():
        catalog.db.execute(
            f"UPDATE {table} SET {column} = ? WHERE {column} = ?"  # noqa: S608  (ours)
            " AND id IN (SELECT value FROM json_each(?))",
            [target, source, json.dumps(keys.get(name, []))],
        )
