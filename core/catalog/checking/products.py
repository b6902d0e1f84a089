"""What stands twice of a product: its stock and its ledger, its SKU and barcode and how they are found."""

import json
from collections.abc import Iterator

from core.catalog.barcodes.written import code_keys
from core.catalog.checking.problem import Defect, Problem
from core.catalog.database.catalog import Catalog
from core.messages import Sentence, message
from core.quantities.quantity import Quantity

STOCK_BY_LEDGER = """
    CASE (
        SELECT counted FROM stock_movements AS telling
        WHERE product_id = products.id AND counted IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM stock_movements AS later WHERE later.undo_of = telling.id)
        ORDER BY id DESC LIMIT 1
    ) WHEN 1 THEN (SELECT sum(quantity_milli) FROM stock_movements WHERE product_id = products.id) END
"""
"""SQL: what the movements of a product say of its stock; NULL if it was not counted."""


def wrong_stocks(catalog: Catalog) -> Iterator[Problem]:
    """Stocks that are not the sum of their movements."""
    for product_id, sku, stock, total in catalog.db.execute(
        f"SELECT id, sku, stock_milli, total FROM (SELECT id, sku, stock_milli, {STOCK_BY_LEDGER} AS total"  # noqa: S608
        " FROM products) WHERE stock_milli IS NOT total"
    ).fetchall():
        yield Problem(
            Defect.STOCK_TOTAL,
            Sentence(
                message("core", "The stock of {sku} says {stock}, its movements sum up to {total}."),
                {"sku": sku, "stock": _amount(stock), "total": _amount(total)},
            ),
            product_id,
        )


def _amount(thousandths: int | None) -> str | Sentence:
    return Sentence(message("core", "not counted")) if thousandths is None else str(Quantity(thousandths))


def wrong_sku_keys(catalog: Catalog) -> Iterator[Problem]:
    """SKUs by whose key they are not found."""
    for product_id, sku in catalog.db.execute(
        "SELECT id, sku FROM products WHERE sku_key <> snapshelf_sku_key(sku)"
    ).fetchall():
        yield Problem(
            Defect.SKU_KEY,
            Sentence(message("core", "The SKU {sku} cannot be found when it is mistyped."), {"sku": sku}),
            product_id,
        )


def wrong_codes(catalog: Catalog) -> Iterator[Problem]:
    """Products that are found by another barcode than their own, or by none."""
    text = message("core", "The product {sku} is not found by its barcode, or by another's.")
    for product_id, sku, barcode, codes in catalog.db.execute(
        "SELECT id, sku, barcode, (SELECT json_group_array(code) FROM product_codes WHERE product_id = id)"
        " FROM products WHERE barcode <> '' OR id IN (SELECT product_id FROM product_codes)"
    ).fetchall():
        if set(json.loads(codes)) != set(code_keys(barcode)):
            yield Problem(Defect.BARCODE, Sentence(text, {"sku": sku}), product_id)
