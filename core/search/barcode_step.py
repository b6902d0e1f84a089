"""What a barcode in the picture does to a search: the product that has it wins over any likeness."""

from collections.abc import Collection, Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.answer import Result, Verdict
from core.catalog.photos.photos import photos_of_products
from core.catalog.products.products import Product, product_by_sku, products_by_barcode
from core.imaging.barcode_reading import read_barcodes
from core.search.results import Ranked, result_list
from core.shop.shop import Shop

Found = tuple[Verdict, tuple[Result, ...], float]
"""A verdict, the products, and the probability that it is none that the shop has."""


def barcode_of(shop: Shop, images: Iterable[Image.Image]) -> str:
    """The code to go by of those that can be read in ``images``; empty if there is none.

    One that a product of the shop has comes before any other. A short code that none has is passed over: it
    is more likely a chance pattern than a product.
    """
    reads = [read for image in images for read in read_barcodes(image)]
    known = (read.code for read in reads if products_of_code(shop, read.code))
    sure = (read.code for read in reads if read.is_sure)
    return next(known, None) or next(sure, "")


def products_of_code(shop: Shop, code: str) -> list[Product]:
    """The live products with this barcode; else the one whose SKU it is, as on a shop's own labels."""
    found = products_by_barcode(shop.catalog, code)
    if found:
        return found
    by_sku = product_by_sku(shop.catalog, code)
    return [by_sku] if by_sku is not None and not by_sku.archived else []


def with_barcode(
    shop: Shop,
    code: str,
    found: Found,
    count: int,
    *,
    left_out: Collection[int] = (),
    allowed: NDArray[np.int64] | None = None,
) -> Found:
    """``found`` with the products of ``code`` first; where no product has it, ``found`` as it is.

    One product is a match beyond doubt; where a table gave several the same code, each is as likely. What
    only looks alike comes behind.

    Args:
        left_out: products that the clerk called wrong.
        allowed: ascending ids of the photos that may be found, one of which a product must have; None for
            any product, as the clerk who scans one wants to see it whatever is filtered.
    """
    ids = [product.id for product in products_of_code(shop, code)] if code else []
    ids = [product_id for product_id in ids if product_id not in left_out]
    if allowed is not None:
        photos = photos_of_products(shop.catalog, ids)
        ids = [one for one in ids if np.isin([photo.id for photo in photos.get(one, ())], allowed).any()]
    if not ids:
        return found
    seen = {result.product_id: result for result in found[1]}
    unseen = [Ranked(product_id, None, 1.0, 0.0) for product_id in ids if product_id not in seen]
    seen |= {result.product_id: result for result in result_list(shop, unseen)}
    first = [replace(seen[one], score=1.0, confidence=1 / len(ids)) for one in ids if one in seen]
    others = [replace(result, confidence=0.0) for result in found[1] if result.product_id not in ids]
    return (Verdict.MATCH if len(first) == 1 else Verdict.UNSURE), tuple([*first, *others][:count]), 0.0
