"""Examples for products that nobody has photographed in the shop: counter photos made of catalog pictures.

They are made and embedded once and kept in the shop's ``models`` folder; later lessons make only what is
missing. The file can be thrown away at any time.
"""

import contextlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.atomic_files import write_atomically
from core.catalog.photos import Photo, PhotoKind, photos_by_ids
from core.catalog.vectors import searchable_photos
from core.errors import KnownError
from core.imaging.counter_photo import CounterPhotoSettings, synthesize
from core.imaging.cut_out import cut_out
from core.imaging.decode import decode_file
from core.imaging.preprocess import to_tensor
from core.learning.arrangements import heap, rows
from core.learning.examples import Examples, no_examples, stamp_of
from core.messages import message
from core.progress import ReportProgress, report
from core.shop import Shop

MOST_PHOTOS = 1600
"""Synthetic photos in all: each takes the network some 20 ms, and a quick lesson is to take a minute."""

MOST_A_PRODUCT = 18
LEAST_A_PRODUCT = 6

_CODE_VERSION = 1  # raised by hand when the photos are made in another way
_BATCH = 8
_SIDE = 320  # pixels: little more than the network's input
_DISTRACTORS = 24
_ONE = CounterPhotoSettings(width=_SIDE, height=_SIDE, coverage=(0.45, 1.0), rotation=18, hand=0.5)
_MANY = CounterPhotoSettings(width=_SIDE, height=_SIDE, coverage=(1.0, 1.6), rotation=8, hand=0, clutter=0.5)
_STAGE = message("core", "Making synthetic counter photos")


def synthetic_examples(shop: Shop, examples: Examples, progress: ReportProgress) -> Examples:
    """Synthetic counter photos of products that have a catalog photo and no counter photo.

    Where there are too many products, some are chosen by chance, the same each time.

    Raises:
        KnownError: the model cannot be loaded, or the folder not be written.
        Cancelled: ``progress`` asked to stop; what is made so far is kept for the next time.
    """
    sources = _sources(shop, examples)
    if len(sources) < 2:
        return no_examples(shop.spec.dim)
    sources = sources[: MOST_PHOTOS // LEAST_A_PRODUCT]
    each = int(np.clip(MOST_PHOTOS // len(sources), LEAST_A_PRODUCT, MOST_A_PRODUCT))
    path = shop.models.folder / f"synthetic-{shop.spec.fingerprint}.npz"
    made = _read(path, shop.spec.dim, each)
    missing = [photo for photo in sources if stamp_of(photo.sha256) not in made]
    try:
        for done, (photo, vectors) in enumerate(_make(shop, sources, missing, each)):
            made[stamp_of(photo.sha256)] = vectors
            report(progress, _STAGE, done + 1, len(missing))
    finally:
        if missing:
            _write(path, made)
    ready = [(photo, made[stamp]) for photo in sources if (stamp := stamp_of(photo.sha256)) in made]
    return _examples(ready, each) if ready else no_examples(shop.spec.dim)


def _sources(shop: Shop, examples: Examples) -> list[Photo]:
    """The first catalog photo of each product without counter photos, in an order of chance."""
    photographed = set(examples.products[examples.counter].tolist())
    ids = searchable_photos(shop.catalog, shop.spec.fingerprint).ids
    first: dict[int, Photo] = {}
    for photo in photos_by_ids(shop.catalog, ids.tolist()):
        if photo.kind is PhotoKind.CATALOG and photo.product_id not in photographed:
            known = first.setdefault(photo.product_id, photo)
            if photo.position < known.position:
                first[photo.product_id] = photo
    return sorted(first.values(), key=lambda photo: (photo.sha256, photo.product_id))


def _make(
    shop: Shop, sources: Sequence[Photo], missing: Sequence[Photo], each: int
) -> Iterator[tuple[Photo, NDArray[np.float16]]]:
    """Each photo whose picture can be opened, with vectors of ``each`` synthetic photos of it."""
    around = [cut for photo in sources[:_DISTRACTORS] if missing and (cut := _cut(shop, photo)) is not None]
    for photo in missing:
        product = _cut(shop, photo)
        if product is None:
            continue
        rng = np.random.default_rng(stamp_of(photo.sha256))
        vectors = []
        for start in range(0, each, _BATCH):
            count = min(_BATCH, each - start)
            pictures = [_picture(product, start + number, rng, around) for number in range(count)]
            batch = np.stack([to_tensor(picture, shop.spec.preprocessing) for picture in pictures])
            vectors.append(shop.embed(batch).astype(np.float16))
        yield photo, np.concatenate(vectors)


def _picture(
    piece: Image.Image, number: int, rng: np.random.Generator, around: Sequence[Image.Image]
) -> Image.Image:
    """One piece, a heap and rows by turns."""
    arrange = (None, heap, rows)[number % 3]
    if arrange is None:
        return synthesize(piece, rng=rng, settings=_ONE, distractors=around)
    return synthesize(arrange(piece, rng), rng=rng, settings=_MANY, distractors=around)


def _cut(shop: Shop, photo: Photo) -> Image.Image | None:
    try:
        return cut_out(decode_file(shop.files.path(photo.sha256), max_side=2 * _SIDE), max_side=_SIDE)
    except KnownError:  # `check` names the damaged files; a lesson does without them
        return None


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
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as content:
            stamps, vectors, version = content["stamps"], content["vectors"], int(content["version"])
    except (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile):
        return {}
    if version != _CODE_VERSION or vectors.shape != (len(stamps), each, dim) or vectors.dtype != np.float16:
        return {}
    return dict(zip(stamps.tolist(), vectors, strict=True))


def _write(path: Path, made: dict[int, NDArray[np.float16]]) -> None:
    if not made:
        return
    buffer = io.BytesIO()
    np.savez(
        buffer,
        stamps=np.array(list(made), np.int64),
        vectors=np.stack(list(made.values())),
        version=np.array(_CODE_VERSION),
    )
    with contextlib.suppress(OSError):  # it can be made again
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, buffer.getvalue(), durable=False)
