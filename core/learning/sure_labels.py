"""Unlabelled photos whose label a sure witness gives: a clerk, a barcode in the picture, print or words.

None of these is the vector, so that they can tell whether what was learned by vectors is right. They are no
fair sample: all but the first are on packages, and on photos that show these well. How far that leads astray
was measured: docs/decisions/0025-a-shop-teaches-itself.md.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.label_words import label_texts
from core.catalog.photos.photos import Photo, PhotoKind, photos_of_products
from core.catalog.photos.unlabelled import UnlabelledPhoto, confirmed_unlabelled, unlabelled_photos
from core.errors import KnownError
from core.imaging.barcode_reading import read_barcodes
from core.imaging.decode import decode_file
from core.label.matching import surely_named
from core.learning.examples import Examples
from core.messages import message
from core.models.projection import balanced
from core.print.sift import SIDE, sift_points
from core.print.verification import agreeing_points
from core.progress import ReportProgress, report
from core.search.print_points import looked_at, points_of
from core.search.witnesses.barcode import products_of_code
from core.search.witnesses.label import is_written_on, known_texts
from core.search.witnesses.witness import CLOSER_CANDIDATES
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files

MOST_LOOKED_AT = 320
"""Pictures that are looked at for codes and print: each takes a fifteenth of a second of a core."""

SURE_POINTS = 30
"""So many points of a print agree with one product's photo…"""
SURE_LEAD = 2.0
"""…and so many times as many as with any other's."""

MOST_READ = 120
"""Pictures whose label is read, where nothing else is sure and something is written on the nearest products:
each takes a fifth of a second of a core."""

_CANDIDATES = 50
_PRINTS = 8
"""Nearest products whose words, and whose print, a picture is held against."""
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
    unread = MOST_READ
    for done, (photo, products) in enumerate(zip(chosen, near, strict=True)):
        report(progress, _STAGE, done, len(chosen))
        shop.right_of_way.give_way()
        picture = _picture(shop, photo)
        if picture is None:
            continue
        label = _by_code_or_print(shop, picture, products[:_PRINTS])
        if label < 0 and unread > 0 and is_written_on(shop, products[:CLOSER_CANDIDATES]):
            label = _by_words(shop, picture, products)
            unread -= 1
        labels[places[photo.id]] = label
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


def _picture(shop: Shop, photo: UnlabelledPhoto) -> Image.Image | None:
    try:
        return decode_file(unlabelled_files(shop).path(photo.facts.sha256), max_side=2 * SIDE)
    except KnownError:  # `check` names the damaged files
        return None


def _by_words(shop: Shop, picture: Image.Image, products: Sequence[int]) -> int:
    lines = [line.text for line in shop.label_reader.read(picture)]
    place = surely_named(lines, known_texts(shop, products, label_texts(shop.catalog, products)))
    return -1 if place is None else products[place]


def _by_code_or_print(shop: Shop, picture: Image.Image, products: Sequence[int]) -> int:
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
