"""The barcode's word: the product that has it wins over any likeness."""

from collections.abc import Iterable

import numpy as np

from core.catalog.products.products import Product, product_by_sku, products_by_barcode
from core.catalog.scales.weighed import weighed
from core.search.witnesses.witness import Case, Need, Say, Witness, always
from core.shop.shop import Shop


def barcode_of(shop: Shop, codes: Iterable[tuple[str, bool]]) -> str:
    """The code to go by of those that were read, each with whether it is sure; empty if there is none.

    One that a product of the shop has comes before any other. A short code that none has is passed over: it
    is more likely a chance pattern than a product.
    """
    reads = list(codes)
    known = (code for code, _is_sure in reads if products_of_code(shop, code))
    sure = (code for code, is_sure in reads if is_sure)
    return next(known, None) or next(sure, "")


def products_of_code(shop: Shop, code: str) -> list[Product]:
    """The live products with this barcode; else the one that a scale's label or a shop's own label means."""
    found = products_by_barcode(shop.catalog, code)
    if found:
        return found
    label = weighed(shop.catalog, code)
    if label is not None:
        return [label.product]
    by_sku = product_by_sku(shop.catalog, code)
    return [by_sku] if by_sku is not None and not by_sku.archived else []


def _says(case: Case) -> Say:
    """One product is a match beyond doubt; where a table gave several the same code, each is as likely."""
    ids = [product.id for product in products_of_code(case.shop, case.barcode)]
    sure = tuple(product_id for product_id in ids if product_id not in case.said.wrong)
    return Say(np.zeros(len(case.candidates)), sure=sure, score=1.0)


BARCODE = Witness("barcode", (Need.BARCODE,), ms=0.2, is_asked=always, says=_says)
