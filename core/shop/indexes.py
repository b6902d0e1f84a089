"""The open indexes of a shop: opened when first asked for, kept in step with the catalog, replaced together.

There is one for each model and measure that was searched by since the shop was opened; mostly it is one.
"""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.photos.vectors import searchable_photos, stream_vectors, vectors_of
from core.embedding.backbone import BackboneSpec
from core.embedding.measures import Measure
from core.index.generations.folder import index_folder
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.models.shop_model import ShopModel
from core.progress import ReportProgress


class _OpenIndex(NamedTuple):
    """An index, and the fingerprint of the backbone whose vectors it holds."""

    photos: PhotoIndex
    spec: str


class ShopIndexes:
    """The indexes below ``folder``. Every method may be called from any thread.

    Attributes:
        left_out: photos that the index last brought in step lacks, because their vectors are damaged.
    """

    def __init__(self, folder: Path, catalog: Catalog, *, writable: bool) -> None:
        self._folder = folder
        self._catalog = catalog
        self._writable = writable
        self.left_out = 0
        self._indexes: dict[tuple[str, Measure], _OpenIndex] = {}  # by model fingerprint and measure
        self._loading = threading.RLock()
        self._changing = threading.Lock()  # taken before _loading, never after it

    def index(self, model: Callable[[], ShopModel], measure: Measure) -> PhotoIndex:
        """The index of a model, opened and brought in step with the catalog at the first call.

        Args:
            model: asked while no other thread can put another model in use.
        """
        with self._loading:
            wanted = model()
            key = (wanted.fingerprint, measure)
            if key not in self._indexes:
                self._indexes[key] = _OpenIndex(self._open(wanted, measure), wanted.spec.fingerprint)
            return self._indexes[key].photos

    def made_for(self, model: ShopModel, progress: ReportProgress) -> PhotoIndex:
        """The index of a model that is not in use yet, with a generation if it is worth one."""
        index = self._open(model, Measure.COSINE)
        if index.count and (index.generation_number == 0 or index.wants_rebuild()):
            self.rebuild(index, model.spec, progress)
        return index

    def switch(self, model: ShopModel, index: PhotoIndex, put_in_use: Callable[[], None]) -> None:
        """Serve searches by ``index`` alone from now on; if ``put_in_use`` fails, all stays as it was."""
        with self._changing, self._loading:
            put_in_use()
            # Indexes of the old model are dropped, not closed: a search may be on its way through one.
            self._indexes = {(model.fingerprint, Measure.COSINE): _OpenIndex(index, model.spec.fingerprint)}
            self._bring_in_step(index, model.spec.fingerprint)  # what was imported while it was made

    def delete(self, fingerprint: str) -> None:
        """Close the indexes of a model that is gone, and delete their files."""
        with self._changing, self._loading:
            for key in [key for key in self._indexes if key[0] == fingerprint]:
                self._indexes.pop(key).photos.close()
            for measure in Measure:
                folder = index_folder(self._folder, fingerprint, measure)
                shutil.rmtree(folder, ignore_errors=True)  # what cannot be deleted now is never read again

    def close(self) -> None:
        """Close the indexes; each is opened and compared with the catalog anew when it is next asked for."""
        with self._loading:
            for opened in self._indexes.values():
                opened.photos.close()
            self._indexes.clear()

    def add(self, ids: NDArray[np.int64]) -> None:
        """Let the next search find photos whose vectors the catalog has just stored."""
        with self._changing:
            for index, spec in self._open_indexes():
                found = searchable_photos(self._catalog, spec, among=ids)
                batch = vectors_of(self._catalog, spec, found.ids)
                index.add(batch.ids, batch.vectors, found.stamps[np.isin(found.ids, batch.ids)])

    def refresh(self) -> None:
        """Bring the open indexes in step with the catalog."""
        with self._changing:
            for index, spec in self._open_indexes():
                self._bring_in_step(index, spec)

    def rebuild(self, index: PhotoIndex, spec: BackboneSpec, progress: ReportProgress) -> bool:
        """Build a new generation of ``index`` from the catalog; False if one is being built.

        Raises:
            KnownError: the index folder cannot be written.
            Cancelled: ``progress`` asked to stop; the old generation stays.
        """
        found = searchable_photos(self._catalog, spec.fingerprint)
        stamps = dict(zip(found.ids.tolist(), found.stamps.tolist(), strict=True))
        batches = (
            VectorBatch(
                batch.ids,
                batch.vectors,
                np.array([stamps.get(photo, 0) for photo in batch.ids.tolist()], np.int64),
            )
            for batch in stream_vectors(self._catalog, spec.fingerprint)
        )
        return index.rebuild(batches, count=len(found.ids), progress=progress)

    def _open(self, model: ShopModel, measure: Measure) -> PhotoIndex:
        index = PhotoIndex.open(
            index_folder(self._folder, model.fingerprint, measure),
            dim=model.dim,
            measure=measure,
            writable=self._writable,
            project=model.compared,
        )
        self._bring_in_step(index, model.spec.fingerprint)
        return index

    def _open_indexes(self) -> list[_OpenIndex]:
        with self._loading:
            return list(self._indexes.values())

    def _bring_in_step(self, index: PhotoIndex, spec: str) -> None:
        with self._catalog.snapshot():  # or a photo that another program removes now could be missed half-way
            found = searchable_photos(self._catalog, spec)
            index.sync(found.ids, lambda ids: self._vectors(spec, ids), found.stamps)
            self.left_out = len(found.ids) - index.count

    def _vectors(self, spec: str, ids: NDArray[np.int64]) -> NDArray[np.float16]:
        """In step with ``ids``; not finite where the catalog's vector does not fit its checksum."""
        batch = vectors_of(self._catalog, spec, ids)
        vectors = np.full((len(ids), batch.vectors.shape[1]), np.nan, np.float16)
        vectors[np.isin(ids, batch.ids)] = batch.vectors
        return vectors
