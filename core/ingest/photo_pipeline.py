"""Photos from their files to the catalog and the index, decoding ahead of the network.

Worker threads read, decode and keep the photos; the caller's thread writes the catalog and runs the network.

A catalog photo is seen by one look. A photo taken in the shop is seen as a query is, by two whose vectors'
mean is kept (core/imaging/query_looks.py): it takes no more room, twice the network's time, and finds more
(docs/decisions/0023-closer-looks.md).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.faces import faces_gone
from core.catalog.photos.photos import Photo, PhotoFile, PhotoKind, file_from_source, photos_by_ids
from core.catalog.photos.unlabelled_vectors import unlabelled_without_vector
from core.catalog.photos.vectors import photos_without_vector, store_vectors
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.imaging.camera_date import camera_date
from core.imaging.decode import decode_bytes, decode_file, read_picture_bytes
from core.imaging.in_advance import in_advance, worker_pool
from core.imaging.photo_files import MAX_SIDE
from core.imaging.preprocess import Preprocessing, to_tensor
from core.imaging.query_looks import query_looks
from core.ingest.unlabelled.seeing_again import see_unlabelled
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.network import ShopNetwork
from core.shop.shop import Shop

BATCH = 16
"""Pictures that the network takes at once: more gain nothing on a CPU."""

_EMBEDDING_STAGE = message("core", "Looking at photos")


@dataclass(frozen=True, slots=True)
class PreparedPhoto:
    """A photo that is kept in the shop's files.

    Attributes:
        looks: the network's input, (looks, 3, side, side); None for bytes that the shop has seen before.
        faces: how many were made unrecognisable; None if nobody looked for them now.
    """

    file: PhotoFile
    looks: NDArray[np.float32] | None
    faces: int | None = None


def prepare_photo(
    shop: Shop,
    path: Path,
    source_name: str,
    kind: PhotoKind = PhotoKind.CATALOG,
    recipe: Preprocessing | None = None,
    *,
    blurs: bool | None = None,
) -> PreparedPhoto:
    """Read, decode and keep one photo; what was kept before is not decoded again.

    A counter photo is kept without faces that could be recognised, and seen as it is kept.

    Args:
        recipe: of the network that the looks are for; by default the one in use.
        blurs: whether faces in counter photos go; by default what holds in the shop at this moment.

    Raises:
        KnownError: it cannot be read or kept.
    """
    shop.right_of_way.give_way()
    data = read_picture_bytes(path)
    source_sha256 = hashlib.sha256(data).hexdigest()
    in_shop = kind is PhotoKind.COUNTER
    if in_shop and blurs is None:
        blurs = shop.faces.is_wanted
    known = file_from_source(shop.catalog, source_sha256, without_faces=in_shop)
    if (
        known is not None
        and shop.files.path(known.sha256).exists()
        and not (in_shop and blurs and known.sha256 not in faces_gone(shop.catalog, [known.sha256]))
    ):
        return PreparedPhoto(
            PhotoFile(known.sha256, known.width, known.height, source_sha256, source_name), None
        )
    image = decode_bytes(data, name=path.name, max_side=MAX_SIDE)
    keepable = shop.faces.keepable(image, kind, wanted=blurs)
    stored = shop.files.add(keepable.image)
    file = PhotoFile(
        stored.sha256, stored.width, stored.height, source_sha256, source_name, camera_date(data)
    )
    looks = _looks(keepable.image, kind, recipe or shop.spec.preprocessing)
    return PreparedPhoto(file, looks, keepable.faces)


def _kept(shop: Shop, photo: Photo, recipe: Preprocessing) -> NDArray[np.float32]:
    """The looks at a photo that is kept."""
    shop.right_of_way.give_way()
    image = decode_file(shop.files.path(photo.sha256), max_side=MAX_SIDE)
    return _looks(image, photo.kind, recipe)


def _looks(image: Image.Image, kind: PhotoKind, recipe: Preprocessing) -> NDArray[np.float32]:
    """The network's input for a photo, shape (looks, 3, side, side)."""
    return query_looks(image, recipe) if kind is PhotoKind.COUNTER else to_tensor(image, recipe)[np.newaxis]


class VectorWriter:
    """Collects photos, and embeds, stores and indexes them a batch at a time; :meth:`flush` ends it."""

    def __init__(self, shop: Shop, network: ShopNetwork | None = None) -> None:
        """Write vectors of ``network``, or of the one that the shop uses at this moment."""
        self._shop = shop
        self._network = network or shop.network
        self._ids: list[int] = []
        self._looks: list[NDArray[np.float32]] = []

    def add(self, photo_id: int, looks: NDArray[np.float32]) -> None:
        """Take a photo that is in the catalog; its vector is the mean of the ``looks`` at it."""
        self._ids.append(photo_id)
        self._looks.append(looks)
        if sum(map(len, self._looks)) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what has been collected; afterwards the next search finds it."""
        if not self._ids:
            return
        counts = [len(looks) for looks in self._looks]
        seen = self._network.embed(np.concatenate(self._looks))
        vectors = np.stack([part.mean(axis=0) for part in np.split(seen, np.cumsum(counts)[:-1])])
        fingerprint = self._network.spec.fingerprint
        self._shop.photos_added(store_vectors(self._shop.catalog, fingerprint, self._ids, vectors, counts))
        self._ids, self._looks = [], []


def unseen_photos(shop: Shop) -> int:
    """How many photos the network in use has not seen, unlabelled ones too."""
    fingerprint = shop.spec.fingerprint
    unlabelled = unlabelled_without_vector(shop.catalog, fingerprint)
    return len(photos_without_vector(shop.catalog, fingerprint)) + len(unlabelled)


def embed_missing(
    shop: Shop, progress: ReportProgress = ignore_progress, network: ShopNetwork | None = None
) -> list[Skipped]:
    """Embed every photo that a network has not seen, unlabelled ones too: after a crash, or for a new model.

    Args:
        network: the one that the shop uses, if none is given.

    Returns:
        The photos that could not be embedded, and why.

    Raises:
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    network = network or shop.network
    photos = photos_by_ids(
        shop.catalog, photos_without_vector(shop.catalog, network.spec.fingerprint).tolist()
    )
    skipped = see_unlabelled(shop, network, progress)
    return [*skipped, *embed_photos(shop, photos, network, progress)] if photos else skipped


def embed_photos(
    shop: Shop,
    photos: Sequence[Photo],
    network: ShopNetwork,
    progress: ReportProgress,
    stage: str = _EMBEDDING_STAGE,
) -> list[Skipped]:
    """Show ``network`` photos that the shop has kept; as :func:`embed_missing`."""
    recipe = network.spec.preprocessing
    writer = VectorWriter(shop, network)
    skipped = []
    with worker_pool() as pool:
        kept = in_advance(pool, lambda photo: _kept(shop, photo, recipe), photos)
        for done, (photo, looks) in enumerate(kept):
            report(progress, stage, done, len(photos))
            try:
                ready = looks.result()
            except KnownError as error:
                skipped.append(Skipped(photo.source_name, error.sentence))
                continue
            writer.add(photo.id, ready)
        writer.flush()
    report(progress, stage, len(photos), len(photos))
    return skipped
