"""Which product of the shop a till means by its code: by the SKU, else the barcode, else the title."""

import json
from collections.abc import Iterable, Mapping

from core.catalog.barcodes.written import code_keys
from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import sku_key


def match_codes(catalog: Catalog, codes: Mapping[str, tuple[str, str]]) -> dict[str, int]:
    """Code to product; codes that no product, or more than one, answers to are left out.

    Products that were merged into another one are that other one. Archived ones count: they were sold.

    Args:
        codes: each code's barcode and title, as far as the till says them.
    """
    found = _by_sku(catalog, codes)
    for by in (_by_key, _by_barcode, _by_title):
        rest = {code: said for code, said in codes.items() if code not in found}
        if rest:
            found |= by(catalog, rest)
    heirs = dict(catalog.db.execute("SELECT id, merged_into FROM products WHERE merged_into IS NOT NULL"))
    return {code: _heir(product_id, heirs) for code, product_id in found.items()}


def _by_sku(catalog: Catalog, codes: Mapping[str, tuple[str, str]]) -> dict[str, int]:
    rows = catalog.db.execute(
        "SELECT sku, id FROM products WHERE sku IN (SELECT value FROM json_each(?))",
        [json.dumps(list(codes))],
    )
    return dict(rows.fetchall())


def _by_key(catalog: Catalog, codes: Mapping[str, tuple[str, str]]) -> dict[str, int]:
    """SKUs whose letters or signs the till writes otherwise."""
    keys = {code: [key] for code in codes if (key := sku_key(code))}
    return _single(
        catalog,
        "SELECT sku_key, id FROM products WHERE sku_key IN (SELECT value FROM json_each(?))",
        keys,
    )


def _by_barcode(catalog: Catalog, codes: Mapping[str, tuple[str, str]]) -> dict[str, int]:
    keys = {code: code_keys(barcode or code) for code, (barcode, _title) in codes.items()}
    return _single(
        catalog,
        "SELECT code, product_id FROM product_codes WHERE code IN (SELECT value FROM json_each(?))",
        keys,
    )


def _by_title(catalog: Catalog, codes: Mapping[str, tuple[str, str]]) -> dict[str, int]:
    titles = {code: [title.casefold()] for code, (_barcode, title) in codes.items() if title}
    wanted = {title for (title,) in titles.values()}
    products: dict[str, set[int]] = {}
    for product_id, title in catalog.db.execute("SELECT id, title FROM products WHERE merged_into IS NULL"):
        if (key := title.casefold()) in wanted:
            products.setdefault(key, set()).add(product_id)
    return _alone(titles, products)


def _single(catalog: Catalog, query: str, keys: Mapping[str, list[str]]) -> dict[str, int]:
    wanted = sorted({key for those in keys.values() for key in those})
    products: dict[str, set[int]] = {}
    for key, product_id in catalog.db.execute(query, [json.dumps(wanted)]):
        products.setdefault(key, set()).add(product_id)
    return _alone(keys, products)


def _alone(keys: Mapping[str, Iterable[str]], products: Mapping[str, set[int]]) -> dict[str, int]:
    """Codes to the one product that any of their keys stands for."""
    matched = {
        code: set[int]().union(*(products.get(key, ()) for key in those)) for code, those in keys.items()
    }
    return {code: next(iter(ids)) for code, ids in matched.items() if len(ids) == 1}


def _heir(product_id: int, heirs: Mapping[int, int]) -> int:
    seen = {product_id}
    while (heir := heirs.get(product_id)) is not None and heir not in seen:
        product_id = heir
        seen.add(heir)
    return product_id
