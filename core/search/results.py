"""Products of the catalog as results of a search."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.answer import Result
from core.catalog.photos.photos import Photo, photos_by_ids, photos_of_products
from core.catalog.products.products import products_by_ids
from core.catalog.stock_elsewhere import stock_elsewhere
from core.quantities.quantity import is_out
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Ranked:
    """A product that was found.

    Attributes:
        photo_id: its photo that was found; None for the one that stands for it.
        score, confidence: see :class:`~core.answer.Result`.
    """

    product_id: int
    photo_id: int | None
    score: float
    confidence: float


def result_list(shop: Shop, ranked: Sequence[Ranked]) -> tuple[Result, ...]:
    """The results for ``ranked``, in order; products that were removed a moment ago are left out."""
    products = {
        product.id: product for product in products_by_ids(shop.catalog, [one.product_id for one in ranked])
    }
    found = [one.photo_id for one in ranked if one.photo_id is not None]
    photos = {photo.id: photo for photo in photos_by_ids(shop.catalog, found)}
    firsts = photos_of_products(shop.catalog, [one.product_id for one in ranked if one.photo_id is None])
    elsewhere = stock_elsewhere(
        shop.catalog, [one.id for one in products.values() if one.stock is None or is_out(one.stock)]
    )
    results = []
    for one in ranked:
        product = products.get(one.product_id)
        photo = (
            next(iter(firsts.get(one.product_id, ())), None)
            if one.photo_id is None
            else photos.get(one.photo_id)
        )
        if product is None or (photo is None and one.photo_id is not None):
            continue
        results.append(
            Result(
                product_id=product.id,
                sku=product.sku,
                title=product.title,
                category=product.category,
                price_minor=product.price_minor,
                currency=product.currency,
                stock=product.stock,
                unit=product.unit,
                location=product.location,
                score=one.score,
                confidence=one.confidence,
                photo=_path(shop, photo),
                thumbnail=_thumbnail(shop, photo),
                sale=product.sale,
                elsewhere=elsewhere.get(product.id, ()),
            )
        )
    return tuple(results)


def _path(shop: Shop, photo: Photo | None) -> str:
    return "" if photo is None else str(shop.files.path(photo.sha256))


def _thumbnail(shop: Shop, photo: Photo | None) -> str:
    return "" if photo is None else str(shop.files.small_path(photo.sha256))
