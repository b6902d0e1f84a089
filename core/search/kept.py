"""Feedback kept with its search, and the pictures of confirmed searches where the clerk allows keeping them.

A customer's picture is kept only if the setting ``keep_search_photos`` is on, and only once the clerk has
said what it shows; it then serves the next lesson as a counter photo. It lies apart from the products'
photos, so that it is never shown, exported or sold as one, and can be forgotten whole; faces in it are made
unrecognisable before, unless the shop wants it otherwise.
"""

import contextlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.answer import Heard
from core.catalog.log.heard_searches import keep_heard
from core.catalog.log.search_feedback import (
    forget_kept,
    keep_query,
    kept_hashes,
    kept_picture,
    log_feedback,
    renew_kept,
    take_back,
)
from core.catalog.photos.faces import note_faces
from core.errors import KnownError
from core.feedback import Said
from core.files.atomic import make_folder
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE, PhotoFiles
from core.imaging.query_looks import query_looks
from core.shop.shop import Shop

_FOLDER = "kept_searches"


def keep_feedback(
    shop: Shop,
    search_id: int,
    said: Said,
    product_id: int | None = None,
    *,
    pictures: Sequence[Image.Image] = (),
    vectors: Sequence[NDArray[np.float32]] | None = None,
    heard: Heard | None = None,
) -> int:
    """Write down what the clerk said; returns a key for :func:`undo_feedback`.

    Args:
        pictures: what was searched with, upright RGB, if it may be kept; only a confirmed product's is.
        vectors: their raw vectors, (dim,) each, in step.
        heard: what the witnesses said before anybody said anything, if that may be kept; only what was called
            right, or not there, can teach what they count.

    Raises:
        KnownError: the shop cannot be written to, or the disk is full.
    """
    shop.require_writable()
    feedback_id = log_feedback(shop.catalog, search_id, said, product_id)
    if said in (Said.RIGHT, Said.INSTEAD) and vectors is not None:
        for picture, vector in zip(pictures, vectors, strict=True):
            make_folder(shop.folder / _FOLDER)
            keepable = shop.faces.keepable(picture)
            stored = _files(shop).add(keepable.image)
            note_faces(shop.catalog, {stored.sha256: keepable.faces})
            seen = _seen(shop, keepable.image) if keepable.faces else vector
            keep_query(shop.catalog, feedback_id, stored.sha256, shop.spec.fingerprint, seen)
    if said is not Said.WRONG and heard is not None:
        keep_heard(shop.catalog, feedback_id, heard)
    return feedback_id


def undo_feedback(shop: Shop, feedback_id: int) -> None:
    """As if it had never been said, its picture never kept.

    Raises:
        KnownError: the shop cannot be written to.
    """
    shop.require_writable()
    before = kept_hashes(shop.catalog)
    take_back(shop.catalog, feedback_id)
    delete_kept_files(shop, before - kept_hashes(shop.catalog))


def delete_kept_files(shop: Shop, hashes: Iterable[str]) -> None:
    """Delete the pictures of searches that the catalog does not name any more.

    Raises:
        KnownError: one cannot be deleted.
    """
    _files(shop).delete(hashes)


def forget_searches(shop: Shop) -> int:
    """Delete every kept picture and the searches that they belong to; returns how many searches.

    What lessons learned from them stays learned. Older backups of the catalog hold what they held.

    Raises:
        KnownError: the shop cannot be written to, or a file cannot be deleted.
    """
    shop.require_writable()
    forgotten = forget_kept(shop.catalog)
    found = {path.stem for path in (shop.folder / _FOLDER).rglob("*.jpg")}
    delete_kept_files(shop, found)
    return forgotten


def see_kept_again(shop: Shop, kept_ids: Iterable[int | None]) -> set[int | None]:
    """Show the network kept pictures whose vectors are damaged; returns those that it could see."""
    seen: set[int | None] = set()
    for kept_id in kept_ids:
        if kept_id is None:
            continue
        sha256, fingerprint = kept_picture(shop.catalog, kept_id)
        if fingerprint != shop.spec.fingerprint:
            continue
        with contextlib.suppress(KnownError):  # the picture is damaged as well
            picture = decode_file(_files(shop).path(sha256), max_side=MAX_SIDE)
            renew_kept(shop.catalog, kept_id, _seen(shop, picture))
            seen.add(kept_id)
    return seen


def _seen(shop: Shop, picture: Image.Image) -> NDArray[np.float32]:
    """The raw vector (dim,) of a picture as a query's is: the mean of two looks."""
    vector: NDArray[np.float32] = shop.network.embed(query_looks(picture, shop.spec.preprocessing)).mean(
        axis=0
    )
    return vector


def _files(shop: Shop) -> PhotoFiles:
    return PhotoFiles(shop.folder / _FOLDER)
