"""The read path: a query picture to a ranked answer with a verdict.

Decode, embed, find the nearest photos, group them into products, judge how sure it is.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.answer import Answer, Result, Timings
from core.catalog.photos import photos_by_ids, products_of_photos
from core.catalog.products import products_by_ids
from core.embedding.measures import Measure
from core.imaging.decode import decode_file
from core.imaging.preprocess import to_tensor
from core.index.neighbours import NeighbourGroup
from core.shop import Shop
from core.verdict import Judgement, judge

QUERY_SIDE = 1000
"""Pixels: a query is decoded no larger, so that a 12-megapixel photo takes a fraction of its time."""

JUDGED_PRODUCTS = 50
"""How many products' scores the verdict looks at; further ones carry no weight in it."""

_T = TypeVar("_T")


def search_file(
    shop: Shop,
    path: Path,
    *,
    count: int = 10,
    measure: Measure = Measure.COSINE,
    allowed: NDArray[np.int64] | None = None,
) -> Answer:
    """Search with the picture in a file; see :func:`search_picture`.

    Raises:
        KnownError: the file is no picture that can be opened.
    """
    with shop.right_of_way.searching():
        image, decode_ms = _timed(lambda: decode_file(path, max_side=QUERY_SIDE))
        return search_picture(shop, image, count=count, measure=measure, allowed=allowed, decode_ms=decode_ms)


def search_picture(
    shop: Shop,
    image: Image.Image,
    *,
    count: int = 10,
    measure: Measure = Measure.COSINE,
    allowed: NDArray[np.int64] | None = None,
    decode_ms: float = 0.0,
) -> Answer:
    """The ``count`` products that look most like ``image`` (upright RGB), best first.

    Args:
        allowed: ascending ids of the photos that may be found; None for all. A filter costs no results:
            as many are given as the shop has.
        decode_ms: what decoding took before, for the timings.

    Raises:
        KnownError: the model's files are missing or damaged.
    """
    with shop.right_of_way.searching():
        vector, embed_ms = _timed(lambda: embed_picture(shop, image))
        (results, judgement), index_ms = _timed(lambda: _find(shop, vector, count, measure, allowed))
    timings = Timings(decode_ms, embed_ms, index_ms, decode_ms + embed_ms + index_ms)
    return Answer(judgement.verdict, results, timings, judgement.unknown)


def embed_picture(shop: Shop, image: Image.Image) -> NDArray[np.float32]:
    """The raw vector of one picture, shape (dim,)."""
    tensor = to_tensor(image, shop.spec.preprocessing)
    vector: NDArray[np.float32] = shop.embed(tensor[None], urgent=True)[0]
    return vector


def _find(
    shop: Shop,
    vector: NDArray[np.float32],
    count: int,
    measure: Measure,
    allowed: NDArray[np.int64] | None,
) -> tuple[tuple[Result, ...], Judgement]:
    model = shop.model  # taken once: a lesson may be put in use while this search is on its way
    groups = shop.index(measure, model).search_grouped(
        vector,
        max(count, JUDGED_PRODUCTS),
        lambda photo_ids: products_of_photos(shop.catalog, photo_ids),
        allowed,
    )
    similarities = [group.best.similarity for group in groups]
    judgement = judge(similarities, measure, model.calibrations.get(measure))
    confidences = judgement.confidences.tolist()
    return _results(shop, groups[:count], confidences), judgement


def _results(shop: Shop, groups: list[NeighbourGroup], confidences: list[float]) -> tuple[Result, ...]:
    products = {product.id: product for product in products_by_ids(shop.catalog, [g.key for g in groups])}
    photos = {photo.id: photo for photo in photos_by_ids(shop.catalog, [g.best.photo_id for g in groups])}
    results = []
    for group, confidence in zip(groups, confidences, strict=False):
        product, photo = products.get(group.key), photos.get(group.best.photo_id)
        if product is None or photo is None:  # removed by another lane a moment ago
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
                location=product.location,
                score=group.best.similarity,
                confidence=confidence,
                photo=str(shop.files.path(photo.sha256)),
                thumbnail=str(shop.files.thumbnail_path(photo.sha256)),
            )
        )
    return tuple(results)


def _timed(step: Callable[[], _T]) -> tuple[_T, float]:
    """What ``step`` returned, and the milliseconds that it took."""
    start = time.perf_counter()
    value = step()
    return value, (time.perf_counter() - start) * 1000
