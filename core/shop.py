"""A shop folder opened: its catalog, photo files, model and index, passed around as one object.

Opening is quick and loads no model: the backbone and the index come when they are first asked for. One
process may write to a shop; any other that opens it reads.
"""

import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalog.database import Catalog
from core.catalog.vectors import searchable_photos, stream_vectors, vectors_of
from core.embedding.backbone import Backbone, BackboneSpec
from core.embedding.loading import Device, load_backbone
from core.embedding.measures import Measure
from core.errors import KnownError
from core.imaging.photo_files import PhotoFiles
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex, index_folder
from core.learning.models import ModelStore, ShopModel, plain_model
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress
from core.right_of_way import RightOfWay
from core.shop_lock import Holder, ShopLock

PICTURES_AT_ONCE = 2
"""How many pictures of a batch the processor embeds before a search may pass: sixteen would make it wait for
a sixth of a second, and are hardly quicker."""


class Shop:
    """An open shop; made by :func:`core.shop_opening.open_shop`. Its methods may be called from any thread.

    Attributes:
        folder: where it lies.
        catalog: products, photos, vectors, stock and tags.
        files: the photo files and thumbnails.
        spec: the backbone whose vectors this shop keeps.
        models: the lessons that it was taught.
        model_problem: why the lesson that should be in use is not, if so; the backbone alone serves then.
        writer: who writes to the shop, if it is not this process; then this shop is read-only.
        right_of_way: who searches now; bulk work lets searches pass.
    """

    def __init__(
        self,
        folder: Path,
        catalog: Catalog,
        lock: ShopLock | None,
        writer: Holder | None,
        spec: BackboneSpec,
        device: Device,
    ) -> None:
        self.folder = folder
        self.catalog = catalog
        self.files = PhotoFiles(folder)
        self.spec = spec
        self.models = ModelStore(folder / "models")
        self.model_problem: Sentence | None = None
        self.writer = writer
        self._lock = lock
        self._device = device
        self._backbone: Backbone | None = None
        self._model = self._active_model()
        self._indexes: dict[tuple[str, Measure], PhotoIndex] = {}  # by model fingerprint and measure
        self._loading = threading.RLock()
        self._embedding = threading.Lock()
        self.right_of_way = RightOfWay()
        self._changing_indexes = threading.Lock()  # taken before _loading, never after it

    @property
    def name(self) -> str:
        """What the shop is called: its folder's name."""
        return self.folder.name

    @property
    def writable(self) -> bool:
        """Whether this process may change the shop."""
        return self._lock is not None

    def require_writable(self) -> None:
        """Raise a :class:`KnownError` that names the holder, unless this process may change the shop."""
        if self.writable:
            return
        if self.writer is None:
            raise KnownError(
                message("core", "The shop {folder} can only be read: the folder cannot be written to."),
                folder=self.folder,
            )
        raise KnownError(
            message(
                "core",
                "Another program (process {process} on {computer}, since {since}) is changing the shop "
                "{folder}. Close it and try again.",
            ),
            process=self.writer.process,
            computer=self.writer.computer,
            since=self.writer.since,
            folder=self.folder,
        )

    def load_model(self) -> Backbone:
        """The backbone, loaded at the first call.

        Raises:
            KnownError: its files are missing or damaged.
        """
        with self._loading:
            if self._backbone is None:
                self._backbone = load_backbone(self.spec.name, device=self._device)
            return self._backbone

    def embed(self, batch: NDArray[np.float32], *, urgent: bool = False) -> NDArray[np.float32]:
        """Pictures of shape (n, 3, side, side) to raw vectors of shape (n, dim).

        Args:
            urgent: somebody waits for the answer. What is not urgent lets searches pass every few pictures.
        """
        backbone = self.load_model()
        at_once = PICTURES_AT_ONCE if backbone.device == "CPU" else max(1, len(batch))
        vectors = []
        for start in range(0, max(1, len(batch)), at_once):
            if not urgent:
                self.right_of_way.give_way()
            with self._embedding:
                vectors.append(backbone.embed(batch[start : start + at_once]))
        return np.concatenate(vectors)

    @property
    def model(self) -> ShopModel:
        """What the shop is searched by: the backbone as it comes, or with a lesson on top."""
        return self._model

    def use_model(self, version: str | None, progress: ReportProgress = ignore_progress) -> None:
        """Search by another lesson from now on; None for the backbone as it comes.

        The lesson's index is made first, while searches go on; then one file is replaced. A process that is
        killed on the way leaves the old model in use.

        Raises:
            KnownError: there is no such lesson, it is damaged, or the shop cannot be written to.
            Cancelled: ``progress`` asked to stop; the old model stays in use.
        """
        self.require_writable()
        model = plain_model(self.spec) if version is None else self.models.load(version, self.spec)
        index = self._open_index(model, Measure.COSINE)
        if index.count and (index.generation_number == 0 or index.wants_rebuild()):
            self._rebuild(index, progress)
        with self._loading:
            self.models.activate(version)
            # Indexes of the old model are dropped, not closed: a search may be on its way through one.
            self._indexes = {(model.fingerprint, Measure.COSINE): index}
            self._model = model
            self.model_problem = None
            # What was imported while the index was made.
            found = searchable_photos(self.catalog, self.spec.fingerprint)
            index.sync(found.ids, self._vectors, found.stamps)

    def index(self, measure: Measure = Measure.COSINE, model: ShopModel | None = None) -> PhotoIndex:
        """The index under ``measure``, opened and brought in step with the catalog at the first call.

        Args:
            model: the one that the caller took from :attr:`model` a moment ago and will judge the scores by.
        """
        with self._loading:
            model = model or self._model
            key = (model.fingerprint, measure)
            if key not in self._indexes:
                self._indexes[key] = self._open_index(model, measure)
            return self._indexes[key]

    def forget_index(self) -> None:
        """Close the indexes; each is opened and compared with the catalog anew when it is next asked for."""
        with self._loading:
            for index in self._indexes.values():
                index.close()
            self._indexes.clear()

    def photos_added(self, ids: NDArray[np.int64]) -> None:
        """Let the next search find photos whose vectors the catalog has just stored."""
        with self._changing_indexes:
            indexes = self._open_indexes()
            if indexes:
                found = searchable_photos(self.catalog, self.spec.fingerprint, among=ids)
                vectors = self._vectors(found.ids)
                for index in indexes:
                    index.add(found.ids, vectors, found.stamps)

    def photos_removed(self, ids: NDArray[np.int64]) -> None:
        """Let no search find these photos again."""
        with self._changing_indexes:
            for index in self._open_indexes():
                index.remove(ids)

    def refresh_index(self) -> None:
        """Bring the open indexes in step with the catalog, after products were archived or restored."""
        with self._changing_indexes:
            for index in self._open_indexes():
                self._bring_in_step(index)

    def rebuild_index(
        self, measure: Measure = Measure.COSINE, progress: ReportProgress = ignore_progress
    ) -> bool:
        """Build a new generation from the catalog; searches go on meanwhile. False if one is being built.

        Raises:
            KnownError: the index folder cannot be written.
            Cancelled: ``progress`` asked to stop; the old generation stays.
        """
        self.require_writable()
        return self._rebuild(self.index(measure), progress)

    def _rebuild(self, index: PhotoIndex, progress: ReportProgress) -> bool:
        found = searchable_photos(self.catalog, self.spec.fingerprint)
        stamps = dict(zip(found.ids.tolist(), found.stamps.tolist(), strict=True))
        batches = (
            VectorBatch(
                batch.ids,
                batch.vectors,
                np.array([stamps.get(photo, 0) for photo in batch.ids.tolist()], np.int64),
            )
            for batch in stream_vectors(self.catalog, self.spec.fingerprint)
        )
        return index.rebuild(batches, count=len(found.ids), progress=progress)

    def close(self) -> None:
        """Free the model, the index and the catalog, and let other programs write."""
        with self._loading:
            self.forget_index()
            if self._backbone is not None:
                with self._embedding:
                    self._backbone.close()
                self._backbone = None
        self.catalog.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> "Shop":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _active_model(self) -> ShopModel:
        """The lesson in use; the backbone as it comes if there is none, or if it cannot be used."""
        try:
            version = self.models.active()
            return plain_model(self.spec) if version is None else self.models.load(version, self.spec)
        except KnownError as error:
            self.model_problem = error.sentence
            return plain_model(self.spec)

    def _open_index(self, model: ShopModel, measure: Measure) -> PhotoIndex:
        index = PhotoIndex.open(
            index_folder(self.folder / "index", model.fingerprint, measure),
            dim=model.dim,
            measure=measure,
            writable=self.writable,
            project=model.compared,
        )
        self._bring_in_step(index)
        return index

    def _open_indexes(self) -> list[PhotoIndex]:
        with self._loading:
            return list(self._indexes.values())

    def _bring_in_step(self, index: PhotoIndex) -> None:
        with self.catalog.snapshot():  # or a photo that another program removes now could be missed half-way
            found = searchable_photos(self.catalog, self.spec.fingerprint)
            index.sync(found.ids, self._vectors, found.stamps)

    def _vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float16]:
        batch = vectors_of(self.catalog, self.spec.fingerprint, ids)
        return batch.vectors[np.searchsorted(batch.ids, ids)]
