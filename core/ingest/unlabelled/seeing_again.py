"""Unlabelled photos seen by a network that has not seen them: another one than when they came, or after a
crash. Those of which only a vector was kept cannot be seen again."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.unlabelled import UnlabelledPhoto
from core.catalog.photos.unlabelled_vectors import store_unlabelled_vectors, unlabelled_without_vector
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.in_advance import in_advance, worker_pool
from core.imaging.query_looks import QUERY_SIDE, query_looks
from core.messages import message
from core.progress import ReportProgress, report
from core.shop.network import ShopNetwork
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files

_STAGE = message("core", "Looking at photos that nobody labelled")
_BATCH = 8


def see_unlabelled(shop: Shop, network: ShopNetwork, progress: ReportProgress) -> list[Skipped]:
    """Show ``network`` the kept pictures that it has not seen.

    Returns:
        Those that could not be read, and why.

    Raises:
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    photos = unlabelled_without_vector(shop.catalog, network.spec.fingerprint)
    skipped: list[Skipped] = []
    for start in range(0, len(photos), _BATCH):
        report(progress, _STAGE, start, len(photos))
        _see(shop, network, photos[start : start + _BATCH], skipped)
    return skipped


def _see(shop: Shop, network: ShopNetwork, photos: Sequence[UnlabelledPhoto], skipped: list[Skipped]) -> None:
    ids, looks = [], []
    for photo, pair in _looks(shop, network, photos, skipped):
        ids.append(photo.id)
        looks.append(pair)
    if ids:
        seen = network.embed(np.concatenate(looks)).reshape(len(ids), 2, -1).mean(axis=1)
        store_unlabelled_vectors(shop.catalog, network.spec.fingerprint, np.array(ids, np.int64), seen)


def _looks(
    shop: Shop, network: ShopNetwork, photos: Sequence[UnlabelledPhoto], skipped: list[Skipped]
) -> Iterator[tuple[UnlabelledPhoto, NDArray[np.float32]]]:
    files, recipe = unlabelled_files(shop), network.spec.preprocessing

    def look(photo: UnlabelledPhoto) -> NDArray[np.float32]:
        shop.right_of_way.give_way()
        return query_looks(decode_file(files.path(photo.facts.sha256), max_side=QUERY_SIDE), recipe)

    with worker_pool() as pool:
        for photo, future in in_advance(pool, look, photos):
            try:
                yield photo, future.result()
            except KnownError as error:
                skipped.append(Skipped(photo.facts.source_name, error.sentence))
