"""Unlabelled photos whose label a sure witness gives: a clerk, a barcode in the picture, or the print.

None of these is the vector, so that they can tell whether what was learned by vectors is right. They are no
fair sample: a barcode or a print is on packages, and shows on photos that show much else. How far that leads
astray was measured: docs/decisions/0025-a-shop-teaches-itself.md.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import Photo, PhotoKind, photos_of_products
from core.catalog.photos.unlabelled import UnlabelledPhoto, confirmed_unlabelled, unlabelled_photos
from core.errors import KnownError
from core.imaging.barcode_reading import read_barcodes
from core.imaging.decode import decode_file
from core.learning.examples import Examples
from core.messages import message
from core.models.projection import balanced
from core.print.sift import SIDE, sift_points
from core.print.verification import agreeing_points
from core.progress import ReportProgress, report
from core.search.print_points import looked_at, points_of
from core.search.witnesses.barcode import products_of_code
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files

MOST_LOOKED_AT = 320
"""Pictures that are looked at for codes and print: each takes a fifteenth of a second of a core."""

SURE_POINTS = 30
"""So many points of a print agree with one product's photo…"""
SURE_LEAD = 2.0
"""…and so many times as many as with any other's."""

_CANDIDATES = 8
_STAGE = message("core", "Looking for photos that prove something")


def sure_labels(
    shop: Shop,
    known: Examples,
    ids: NDArray[np.int64],
    vectors: NDArray[np.float32],
    progress: ReportProgress,
) -> NDArray[np.int64]:
    """The product that each unlabelled photo surely shows, (m,) int64; −1 where nothing is sure of it.

    Args:
        known: the shop's photos; which of their products a print is compared with follows from likeness.
        ids, vectors: of the unlabelled photos, (m,) and (m, dim).

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    labels = np.full(len(ids), -1, np.int64)
    places = {photo_id: place for place, photo_id in enumerate(ids.tolist())}
    live = set(known.products.tolist())
    for photo_id, product_id in confirmed_unlabelled(shop.catalog).items():
        if photo_id in places and product_id in live:
            labels[places[photo_id]] = product_id
    pictures = [
        photo for photo in unlabelled_photos(shop.catalog) if photo.facts.sha256 and photo.id in places
    ]
    step = max(1, -(-len(pictures) // MOST_LOOKED_AT))
    chosen = [photo for photo in pictures[::step] if labels[places[photo.id]] < 0]
    near = _nearest_products(shop, known, vectors[[places[photo.id] for photo in chosen]])
    for done, (photo, products) in enumerate(zip(chosen, near, strict=True)):
        report(progress, _STAGE, done, len(chosen))
        shop.right_of_way.give_way()
        labels[places[photo.id]] = _by_picture(shop, photo, products)
    report(progress, _STAGE, len(chosen), len(chosen))
    return labels


def _nearest_products(shop: Shop, known: Examples, vectors: NDArray[np.float32]) -> list[list[int]]:
    if not len(vectors):
        return []
    own = known.only(~known.synthetic)
    parts = shop.spec.parts
    rows, seen = balanced(own.vectors, parts), balanced(vectors, parts)
    rows, seen = rows - rows.mean(axis=0), seen - seen.mean(axis=0)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    order = np.argsort(-(seen @ rows.T), axis=1)
    return [list(dict.fromkeys(own.products[row].tolist()))[:_CANDIDATES] for row in order]


def _by_picture(shop: Shop, photo: UnlabelledPhoto, products: Sequence[int]) -> int:
    try:
        picture = decode_file(unlabelled_files(shop).path(photo.facts.sha256), max_side=2 * SIDE)
    except KnownError:  # `check` names the damaged files
        return -1
    for read in read_barcodes(picture):
        coded = products_of_code(shop, read.code) if read.is_sure else []
        if len(coded) == 1:
            return coded[0].id
    points = sift_points(picture)
    if len(points) < SURE_POINTS:
        return -1
    counts = []
    for product_id, photos in photos_of_products(shop.catalog, products).items():
        compared: list[Photo] = [one for one in looked_at(photos) if one.kind is PhotoKind.CATALOG]
        agreeing = [agreeing_points(points, points_of(shop, one.sha256)) for one in compared]
        counts.append((max(agreeing, default=0), product_id))
    counts.sort(reverse=True)
    if not counts or counts[0][0] < SURE_POINTS:
        return -1
    return counts[0][1] if len(counts) == 1 or counts[0][0] >= SURE_LEAD * counts[1][0] else -1
