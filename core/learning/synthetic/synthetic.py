"""Examples for products that nobody has photographed in the shop: counter photos made of catalog pictures.

They are made and embedded once and kept in the shop's ``models`` folder; later lessons make only what is
missing. The file can be thrown away at any time.
"""

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import Photo, PhotoKind, photos_by_ids
from core.catalog.photos.vectors import searchable_photos
from core.files.arrays import as_archive, read_arrays
from core.files.atomic import make_folder, write_atomically
from core.imaging.in_advance import in_advance, worker_pool
from core.imaging.preprocess import to_tensor
from core.learning.examples import Examples, no_examples, stamp_of
from core.learning.synthetic.pictures import (
    CODE_VERSION,
    LEAST_A_PRODUCT,
    MOST_PHOTOS,
    distractors,
    how_many,
    synthetic_pictures,
)
from core.messages import message
from core.progress import ReportProgress, report
from core.shop.network import ShopNetwork
from core.shop.shop import Shop

_PRODUCTS_AHEAD = (os.cpu_count() or 1) + 2
"""Products whose pictures are drawn before the network asks for them: some 15 MB each."""

_STAGE = message("core", "Drawing practice photos")


def synthetic_examples(
    shop: Shop, examples: Examples, progress: ReportProgress, network: ShopNetwork | None = None
) -> Examples:
    """Synthetic counter photos of products that have a catalog photo and no counter photo.

    Where there are too many products, some are chosen by chance, the same each time.

    Args:
        network: what embeds them; the one in use, if none is given. ``examples`` are its vectors, too.

    Raises:
        KnownError: the model cannot be loaded, or the folder not be written.
        Cancelled: ``progress`` asked to stop; what is made so far is kept for the next time.
    """
    network = network or shop.network
    spec = network.spec
    sources = synthetic_sources(shop, examples, spec.fingerprint)
    if not sources:
        return no_examples(spec.dim)
    each = how_many(len(sources))
    path = shop.models.folder / f"synthetic-{spec.fingerprint}.npz"
    made = _read(path, spec.dim, each)
    missing = [photo for photo in sources if stamp_of(photo.sha256) not in made]
    try:
        for done, (photo, vectors) in enumerate(_make(shop, network, sources, missing, each)):
            made[stamp_of(photo.sha256)] = vectors
            report(progress, _STAGE, done + 1, len(missing))
    finally:
        if missing:
            _write(path, made)
    ready = [(photo, made[stamp]) for photo in sources if (stamp := stamp_of(photo.sha256)) in made]
    return _examples(ready, each) if ready else no_examples(spec.dim)


def synthetic_sources(shop: Shop, examples: Examples, fingerprint: str) -> list[Photo]:
    """The catalog photos that synthetic ones are made of: the first of each product without counter photos.

    In an order of chance, the same each time; none for a single product.
    """
    photographed = set(examples.products[examples.counter].tolist())
    ids = searchable_photos(shop.catalog, fingerprint).ids
    first: dict[int, Photo] = {}
    for photo in photos_by_ids(shop.catalog, ids.tolist()):
        if photo.kind is PhotoKind.CATALOG and photo.product_id not in photographed:
            known = first.setdefault(photo.product_id, photo)
            if photo.position < known.position:
                first[photo.product_id] = photo
    sources = sorted(first.values(), key=lambda photo: (photo.sha256, photo.product_id))
    return sources[: MOST_PHOTOS // LEAST_A_PRODUCT] if len(sources) > 1 else []


def _make(
    shop: Shop, network: ShopNetwork, sources: Sequence[Photo], missing: Sequence[Photo], each: int
) -> Iterator[tuple[Photo, NDArray[np.float16]]]:
    """Each photo whose picture can be opened, with vectors of ``each`` synthetic photos of it.

    Drawing takes several times as long as the network does, so every core draws.
    """
    around = distractors([shop.files.path(photo.sha256) for photo in sources]) if missing else []

    def drawn(photo: Photo) -> list[NDArray[np.float32]]:
        pictures = synthetic_pictures(shop.files.path(photo.sha256), stamp_of(photo.sha256), each, around)
        tensors = []
        for picture in pictures:
            shop.right_of_way.give_way()
            tensors.append(to_tensor(picture, network.spec.preprocessing))
        return tensors

    with worker_pool() as pool:
        for photo, tensors in in_advance(pool, drawn, missing, distance=_PRODUCTS_AHEAD):
            if pictures := tensors.result():
                yield photo, network.embed(np.stack(pictures)).astype(np.float16)


def _examples(sources: Sequence[tuple[Photo, NDArray[np.float16]]], each: int) -> Examples:
    count = len(sources) * each
    return Examples(
        np.concatenate([vectors for _photo, vectors in sources]).astype(np.float32),
        np.repeat(np.array([photo.product_id for photo, _vectors in sources], np.int64), each),
        np.zeros(count, np.bool_),
        np.ones(count, np.bool_),
        # Below zero, to be told from the catalog photos that they were made of.
        np.repeat(np.array([~stamp_of(photo.sha256) for photo, _vectors in sources], np.int64), each),
    )


def _read(path: Path, dim: int, each: int) -> dict[int, NDArray[np.float16]]:
    """What was made before, by the catalog photo's stamp; nothing if it does not fit."""
    try:
        content = read_arrays(path)
        stamps, vectors, version = content["stamps"], content["vectors"], int(content["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    if version != CODE_VERSION or vectors.shape != (len(stamps), each, dim) or vectors.dtype != np.float16:
        return {}
    return dict(zip(stamps.tolist(), vectors, strict=True))


def _write(path: Path, made: dict[int, NDArray[np.float16]]) -> None:
    if not made:
        return
    content = as_archive(
        stamps=np.array(list(made), np.int64),
        vectors=np.stack(list(made.values())),
        version=np.array(CODE_VERSION),
    )
    with contextlib.suppress(OSError):  # it can be made again
        make_folder(path.parent)
        write_atomically(path, content, durable=False)
