"""Finding products by their numbers: SKU or barcode as they are, a SKU's beginning, a SKU mistyped."""

from core.catalog.barcodes.written import code_keys
from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import sku_key
from core.catalog.lists.filters import Filter, where
from core.catalog.lists.near_words import one_slip_away
from core.catalog.scales.weighed import weighed

_LETTERS = "0123456789abcdefghjkmnpqrstuvwxyz"  # of SKU keys: without i, l and o, which look like digits


def by_number(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    """Products whose SKU or barcode ``text`` is, however it is written."""
    key = sku_key(text)
    exact = _ids(catalog, "sku = ?", [text], filter_, limit)
    by_key = _ids(catalog, "sku_key = ?", [key], filter_, limit) if key else []
    codes = code_keys(text)
    marks = ", ".join("?" * len(codes))
    has_one = f"id IN (SELECT product_id FROM product_codes WHERE code IN ({marks}))"  # noqa: S608
    by_barcode = _ids(catalog, has_one, codes, filter_, limit)
    label = None if by_barcode else weighed(catalog, text)
    by_label = [] if label is None else _ids(catalog, "id = ?", [str(label.product.id)], filter_, limit)
    return [*exact, *by_key, *by_barcode, *by_label]


def by_sku_beginning(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    """Products whose SKU begins with ``text``."""
    key = sku_key(text)
    if not key:
        return []
    return _ids(
        catalog, "sku_key >= ? AND sku_key < ?", [key, key + "\U0010ffff"], filter_, limit, "sku_key, id"
    )


def by_similar_sku(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    """Products whose SKU is one slip away."""
    key = sku_key(text)
    if not 3 <= len(key) <= 32:
        return []
    near = sorted({*one_slip_away(key, _LETTERS)} - {key})
    marks = ", ".join("?" * len(near))
    return _ids(catalog, f"sku_key IN ({marks})", near, filter_, limit)


def _ids(
    catalog: Catalog, condition: str, values: list[str], filter_: Filter, limit: int, order: str = "id"
) -> list[int]:
    """Live products by a condition on their numbers; the filter is applied to those alone.

    The inner LIMIT keeps SQLite from joining the two into one: not knowing that nearly all products are live,
    it would read all of those to look at their numbers.
    """
    filtered, filter_values = where(filter_)
    cursor = catalog.db.execute(
        f"SELECT id FROM (SELECT * FROM products WHERE {condition} LIMIT -1) AS products"  # noqa: S608
        f" WHERE {filtered} ORDER BY {order} LIMIT ?",
        [*values, *filter_values, limit],
    )
    return [row[0] for row in cursor.fetchall()]
