"""A shop folder opened: its catalog, photo files, model and index, passed around as one object.

Opening is quick and loads no model: the backbone and the index come when they are first asked for. One
process may write to a shop; any other that opens it reads.
"""

import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.embedding.backbone import BackboneSpec
from core.embedding.loading import Device
from core.embedding.measures import Measure
from core.errors import KnownError
from core.files.links import Linked, refused
from core.imaging.photo_files import PhotoFiles
from core.index.photo_index import PhotoIndex
from core.messages import Sentence, message
from core.models.active_model import unwritable
from core.models.shop_model import ShopModel, TaughtBy
from core.models.store import ModelStore
from core.models.witness_weights import (
    AS_THEY_COME,
    WitnessWeights,
    read_witness_weights,
    write_witness_weights,
)
from core.progress import ReportProgress, ignore_progress
from core.shop.confirmed import Confirmed, ConfirmedViews
from core.shop.face_blur import FaceBlur
from core.shop.indexes import ShopIndexes
from core.shop.label_reader import LabelReader
from core.shop.lock import Holder, ShopLock
from core.shop.network import ShopNetwork
from core.shop.right_of_way import RightOfWay
from core.shop.searched_by import SearchedBy
from core.shop.text_image import TextImage
from core.shop.yardstick import Yardstick, Yardsticks
from core.signed_log.signing import LogSigner


class Shop:
    """An open shop; made by :func:`core.shop.opening.open_shop`. Its methods may be called from any thread.

    Attributes:
        folder: where it lies.
        catalog: products, photos, vectors, stock and tags.
        files: the photo files and thumbnails.
        models: the lessons that it was taught.
        searched_by: the model in use, and the ways to another.
        linked: parts that hold links, which are not followed; the shop is read-only then.
        writer: who writes to the shop, if it is not this process; then this shop is read-only.
        right_of_way: who searches now; bulk work lets searches pass.
        deep_lesson: held by a deep lesson while it looks at its copies of photos.
        label_reader: what reads words on pictures.
        faces: what makes faces unrecognisable in pictures that were taken in the shop.
        text_image: the network that compares pictures with words, if the shop was given one.
    """

    def __init__(
        self,
        folder: Path,
        catalog: Catalog,
        lock: ShopLock | None,
        writer: Holder | None,
        spec: BackboneSpec,
        device: Device,
        linked: Linked,
    ) -> None:
        self.folder = folder
        self.catalog = catalog
        self.linked = linked
        self.files = PhotoFiles(folder, catalog.require_in_place, linked)
        self.models = ModelStore(self.place("models"), spec, catalog.require_in_place)
        self.writer = writer
        self._lock = lock
        if self.writable:
            catalog.before_commit = LogSigner(catalog, folder).sign_what_is_new
        self.right_of_way = RightOfWay()
        self.deep_lesson = threading.Lock()
        self.label_reader = LabelReader()
        self.faces = FaceBlur(catalog)
        self.text_image = TextImage(self.models.folder, self.right_of_way)
        self._indexes = ShopIndexes(self.place("index"), catalog, writable=self.writable)
        self.searched_by = SearchedBy(
            catalog, self.models, self._indexes, device, self.right_of_way, self.require_writable,
            writable=self.writable,
        )  # fmt: skip
        if self.searched_by.problem is not None and "models" in linked:
            self.searched_by.problem = refused(folder, linked["models"]).sentence
        self._witness_weights = read_witness_weights(self.models.folder)
        self._yardsticks = Yardsticks(catalog)
        self._confirmed = ConfirmedViews(catalog)

    def place(self, part: str) -> Path:
        """Where a part of the shop lies; below a file, where nothing can be, if there are links in it."""
        return self.folder / "catalog.db" / part if part in self.linked else self.folder / part

    @property
    def name(self) -> str:
        """What the shop is called: its folder's name."""
        return self.folder.name

    @property
    def writable(self) -> bool:
        """Whether this process may change the shop."""
        return self._lock is not None

    def require_writable(self) -> None:
        """Raise a :class:`KnownError` that says why, unless this process may change the shop."""
        if self.writable:
            self.catalog.require_in_place()
            return
        for link in self.linked.values():
            raise refused(self.folder, link)
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

    @property
    def notices(self) -> list[Sentence]:
        """Why answers may be less than the shop could give; whoever shows answers says so, once."""
        found = []
        if self.searched_by.problem is not None:
            text = message("core", "{problem} Until then the shop is searched without what it has learned.")
            found.append(Sentence(text, {"problem": self.searched_by.problem}))
        if self._indexes.left_out:
            text = message(
                "core", "Photos that are not found, as their vectors are damaged: {count}. Repair the shop."
            )
            found.append(Sentence(text, {"count": self._indexes.left_out}))
        if self.label_reader.problem is not None:
            found.append(self.label_reader.problem)
        return found

    @property
    def model(self) -> ShopModel:
        """What the shop is searched by: the backbone as it comes, or with a lesson on top."""
        return self.searched_by.now.model

    @property
    def spec(self) -> BackboneSpec:
        """The backbone below the model in use."""
        return self.model.spec

    @property
    def network(self) -> ShopNetwork:
        """The network in use."""
        return self.searched_by.now.network

    def index(self, measure: Measure = Measure.COSINE, model: ShopModel | None = None) -> PhotoIndex:
        """The index under ``measure``, opened and brought in step with the catalog at the first call.

        Args:
            model: the one that the caller took from :attr:`model` a moment ago and will judge the scores by.
        """
        return self._indexes.index(lambda: model or self.model, measure)

    def yardstick(self, measure: Measure, model: ShopModel) -> Yardstick | None:
        """What makes scores of catalog photos fair; None without enough unlabelled photos.

        Args:
            model: as in :meth:`index`.
        """
        return self._yardsticks.current(model, measure, self.index(measure, model).count)

    def confirmed(self, measure: Measure, model: ShopModel) -> Confirmed | None:
        """What was seen in searches that a clerk confirmed; None where there is nothing of the kind."""
        return self._confirmed.current(model, measure)

    def witness_weights(self, model: ShopModel) -> WitnessWeights:
        """What the witnesses' words count where the shop is searched by ``model``."""
        return self._witness_weights.get(model.taught_by, AS_THEY_COME)

    def keep_witness_weights(self, taught_by: TaughtBy, weights: WitnessWeights) -> None:
        """From now on they count so where the shop's model came from ``taught_by``.

        Raises:
            KnownError: the shop cannot be written to.
        """
        self.require_writable()
        every = {**self._witness_weights, taught_by: weights}
        try:
            write_witness_weights(self.models.folder, every)
        except OSError as error:
            raise unwritable(self.models.folder, error) from error
        self._witness_weights = every

    def forget_index(self) -> None:
        """Close the indexes; each is opened and compared with the catalog anew when it is next asked for."""
        self._indexes.close()

    def photos_added(self, ids: NDArray[np.int64]) -> None:
        """Let the next search find photos whose vectors the catalog has just stored."""
        self._indexes.add(ids)

    def refresh_index(self) -> None:
        """Bring the open indexes in step with the catalog, after products or photos left or came back."""
        self._indexes.refresh()

    def rebuild_index(
        self, measure: Measure = Measure.COSINE, progress: ReportProgress = ignore_progress
    ) -> bool:
        """Build a new generation from the catalog; searches go on meanwhile. False if one is being built.

        Raises:
            KnownError: the index folder cannot be written.
            Cancelled: ``progress`` asked to stop; the old generation stays.
        """
        self.require_writable()
        model = self.model
        return self._indexes.rebuild(self.index(measure, model), model.spec, progress)

    def close(self) -> None:
        """Free the model, the index and the catalog, and let other programs write."""
        self.forget_index()
        self.searched_by.close()
        self.label_reader.close()
        self.faces.close()
        self.text_image.close()
        self.catalog.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> "Shop":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
