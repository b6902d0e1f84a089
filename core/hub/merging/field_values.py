"""The fields of a product as changes carry them: which columns they are, and what they may say.

What a change says comes from a program that may be any; what is none of ours is refused as a whole, by every
till alike. Where something lies, and at how much there is too little of it, is each store's own.
"""

import json
from collections.abc import Mapping
from typing import Any

from core.catalog.clean_text import clean_line, clean_text
from core.catalog.database.catalog import Catalog
from core.hub.change import MalformedChangeError

OF_EACH_STORE = frozenset({"location", "low"})
EXTRA = "extra."
MERGED = "merged"
SKU = "sku"
_TEXTS = frozenset({SKU, "title", "description", "category", "brand", "barcode", "unit", "location"})
_MOST_LETTERS = 100_000
_LARGEST = 1 << 53


def columns_of(name: str, value: Any) -> dict[str, Any]:
    """The columns of ``products`` that a field is, with their values; but for a merchant's own columns and
    the product that it was merged into.

    Raises:
        MalformedChangeError: no field of ours, or no value of it.
    """
    match name, value:
        case "description", str():
            return {name: _bounded(clean_text(value))}
        case _, str() if name in _TEXTS and (value or name not in (SKU, "title")):
            return {name: _bounded(clean_line(value))}
        case "price", [None | int() as minor, str() as currency]:
            return {"price_minor": _number(minor), "currency": _bounded(currency)}
        case "sale", [None | int() as minor, str() as starts, str() as ends]:
            return {
                "sale_minor": _number(minor), "sale_starts": _bounded(starts), "sale_ends": _bounded(ends),
            }  # fmt: skip
        case "low", None | int():
            return {"low_milli": _number(value)}
        case "archived", 0 | 1:
            return {name: int(value)}
    raise MalformedChangeError(name)


def own_column(name: str, value: Any) -> tuple[str, str]:
    """A merchant's own column and what it says; "" where it is taken away.

    Raises:
        MalformedChangeError: neither a text nor nothing.
    """
    column = clean_line(name.removeprefix(EXTRA))
    if not column or not isinstance(value, str | None):
        raise MalformedChangeError(name)
    return _bounded(column), _bounded(clean_text(value or ""))


def current_value(catalog: Catalog, product_id: int, name: str) -> Any:
    """What a product of this catalog says in a field, as a change would tell it."""
    if name.startswith(EXTRA):
        return _extra(catalog, product_id).get(name.removeprefix(EXTRA))
    if name == MERGED:
        row = catalog.db.execute(
            "SELECT uid FROM products LEFT JOIN hub_products ON hub_products.product_id = merged_into"
            " WHERE products.id = ?",
            [product_id],
        ).fetchone()
        return row[0]
    columns = _COLUMNS.get(name, (name,))
    row = catalog.db.execute(
        f"SELECT {', '.join(columns)} FROM products WHERE id = ?",  # noqa: S608  (of the tables here)
        [product_id],
    ).fetchone()
    return list(row) if len(columns) > 1 else row[0]


def with_own_columns(catalog: Catalog, product_id: int | None, said: Mapping[str, str]) -> str:
    """A merchant's own columns of a product, or of a new one, as JSON, with what ``said`` says of them; ""
    takes
    one away."""
    after = {**({} if product_id is None else _extra(catalog, product_id)), **said}
    return json.dumps({name: value for name, value in after.items() if value}, ensure_ascii=False)


_COLUMNS = {
    "price": ("price_minor", "currency"),
    "sale": ("sale_minor", "sale_starts", "sale_ends"),
    "low": ("low_milli",),
}


def _extra(catalog: Catalog, product_id: int) -> dict[str, str]:
    (text,) = catalog.db.execute("SELECT extra FROM products WHERE id = ?", [product_id]).fetchone()
    found: dict[str, str] = json.loads(text)
    return found


def _bounded(text: str) -> str:
    if len(text) > _MOST_LETTERS:
        raise MalformedChangeError("too long")
    return text


def _number(value: int | None) -> int | None:
    if isinstance(value, bool) or (value is not None and abs(value) > _LARGEST):
        raise MalformedChangeError("no number of ours")
    return value
