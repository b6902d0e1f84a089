"""A shop folder opened: its catalog, photo files, model and index, passed around as one object.

Opening is quick and loads no model: the backbone and the index come when they are first asked for. One
process may write to a shop; any other that opens it reads.
"""

import contextlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.model_in_use import Choice, remember_choice, remembered_choice
from core.catalog.photos.vectors import remove_vectors
from core.embedding.backbone import Backbone, BackboneSpec
from core.embedding.loading import Device
from core.embedding.measures import Measure
from core.errors import KnownError
from core.files.links import Linked, refused
from core.imaging.photo_files import PhotoFiles
from core.index.photo_index import PhotoIndex
from core.messages import Sentence, message
from core.models.active_model import is_proven
from core.models.shop_model import ShopModel, plain_model
from core.models.store import ModelStore
from core.progress import ReportProgress, ignore_progress
from core.shop.confirmed import Confirmed, ConfirmedViews
from core.shop.indexes import ShopIndexes
from core.shop.label_reader import LabelReader
from core.shop.lock import Holder, ShopLock
from core.shop.network import ShopNetwork
from core.shop.right_of_way import RightOfWay
from core.shop.yardstick import Yardstick, Yardsticks


class InUse(NamedTuple):
    """What a shop is searched by at one moment; both are replaced together.

    Attributes:
        model: what is compared, and how scores are judged.
        network: what turns pictures into the raw vectors that the model takes.
    """

    model: ShopModel
    network: ShopNetwork


class Shop:
    """An open shop; made by :func:`core.shop.opening.open_shop`. Its methods may be called from any thread.

    Attributes:
        folder: where it lies.
        catalog: products, photos, vectors, stock and tags.
        files: the photo files and thumbnails.
        models: the lessons that it was taught.
        model_problem: why the lesson that should be in use is not, if so; the backbone alone serves then.
        linked: parts that hold links, which are not followed; the shop is read-only then.
        writer: who writes to the shop, if it is not this process; then this shop is read-only.
        right_of_way: who searches now; bulk work lets searches pass.
        label_reader: what reads words on pictures.
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
        self.model_problem: Sentence | None = None
        self.writer = writer
        self._lock = lock
        self._device = device
        self.right_of_way = RightOfWay()
        self.label_reader = LabelReader()
        model = self._active_model()
        self._in_use = InUse(model, self._new_network(model.spec))
        self._retired: list[ShopNetwork] = []
        self._indexes = ShopIndexes(self.place("index"), catalog, writable=self.writable)
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
        if self.model_problem is not None:
            text = message("core", "{problem} Until then the shop is searched without what it has learned.")
            found.append(Sentence(text, {"problem": self.model_problem}))
        if self._indexes.left_out:
            text = message(
                "core", "Photos that are not found, as their vectors are damaged: {count}. Repair the shop."
            )
            found.append(Sentence(text, {"count": self._indexes.left_out}))
        if self.label_reader.problem is not None:
            found.append(self.label_reader.problem)
        return found

    @property
    def in_use(self) -> InUse:
        """Model and network that fit each other. Whoever needs both takes them by one call of this."""
        return self._in_use

    @property
    def model(self) -> ShopModel:
        """What the shop is searched by: the backbone as it comes, or with a lesson on top."""
        return self._in_use.model

    @property
    def spec(self) -> BackboneSpec:
        """The backbone below the model in use."""
        return self._in_use.model.spec

    def network(self, spec: BackboneSpec | None = None) -> ShopNetwork:
        """The network in use, or the one of ``spec``; another one than that in use is closed by the caller,
        unless it is handed to :meth:`use_model`.
        """
        now = self._in_use.network
        return now if spec is None or spec.fingerprint == now.spec.fingerprint else self._new_network(spec)

    def load_model(self) -> Backbone:
        """The backbone in use, loaded at the first call.

        Raises:
            KnownError: its files are missing or damaged.
        """
        return self._in_use.network.load()

    def embed(self, batch: NDArray[np.float32], *, urgent: bool = False) -> NDArray[np.float32]:
        """Pictures of shape (n, 3, side, side) to raw vectors of shape (n, dim), by the network in use.

        Args:
            urgent: somebody waits for the answer. What is not urgent lets searches pass every few pictures.
        """
        return self._in_use.network.embed(batch, urgent=urgent)

    def use_model(
        self,
        version: str | None,
        progress: ReportProgress = ignore_progress,
        *,
        network: ShopNetwork | None = None,
    ) -> None:
        """Search by another lesson from now on; None for the shop's backbone as it comes.

        The lesson's index is made first, while searches go on; then one file is replaced. A process that is
        killed on the way leaves the old model in use. Only photos that the model's backbone has seen are
        found: see core/ingest/model_switch.py, which shows it the others before.

        Args:
            network: the backbone below that model, if it is loaded already; the shop closes it.

        Raises:
            KnownError: there is no such lesson, it is damaged, or the shop cannot be written to.
            Cancelled: ``progress`` asked to stop; the old model stays in use.
        """
        backbone = self._backbone_chosen()
        model = self.plain_model() if version is None else self.models.load(version)
        self._put_in_use(model, backbone, network, progress)

    def use_backbone(
        self,
        name: str,
        progress: ReportProgress = ignore_progress,
        *,
        network: ShopNetwork | None = None,
    ) -> None:
        """Search by another backbone as it comes; otherwise as :meth:`use_model`.

        Raises:
            KnownError: there is none of that name, it is damaged, or the shop cannot be written to.
            Cancelled: ``progress`` asked to stop; the old model stays in use.
        """
        self._put_in_use(plain_model(self.models.backbone(name)), name, network, progress)

    def _put_in_use(
        self, model: ShopModel, backbone: str | None, network: ShopNetwork | None, progress: ReportProgress
    ) -> None:
        self.require_writable()
        network = network or self.network(model.spec)
        if network is not self._in_use.network:
            network.load()  # what cannot be loaded is not put in use
        index = self._indexes.made_for(model, progress)
        before = self._in_use.network

        def put() -> None:
            nonlocal before
            before = self._in_use.network
            self.models.activate(model.version, backbone)
            remember_choice(self.catalog, Choice(model.version, backbone))
            self._in_use = InUse(model, network)
            self.model_problem = None

        self._indexes.switch(model, index, put)
        if before is not network:
            self._retired.append(before)
            before.close()

    def remove_model(self, version: str) -> None:
        """Delete a lesson that is not in use, with its index, and its network's vectors if it brought one.

        Raises:
            KnownError: there is none of that name, it is in use, or another lesson was taught on its network.
        """
        self.require_writable()
        fingerprints = self.models.remove(version)
        for fingerprint in fingerprints:
            self.forget_fingerprint(fingerprint)

    def forget_fingerprint(self, fingerprint: str) -> None:
        """Delete the vectors, indexes and synthetic photos of a network or a lesson that is gone.

        Raises:
            ValueError: it is in use.
        """
        if fingerprint in {self.model.fingerprint, self.spec.fingerprint}:
            raise ValueError(f"{fingerprint} is in use")
        remove_vectors(self.catalog, fingerprint)
        self._indexes.delete(fingerprint)
        (self.models.folder / f"synthetic-{fingerprint}.npz").unlink(missing_ok=True)

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
        for network in (self._in_use.network, *self._retired):
            network.close()
        self.label_reader.close()
        self.catalog.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> "Shop":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _new_network(self, spec: BackboneSpec) -> ShopNetwork:
        return ShopNetwork(spec, self._device, self.right_of_way)

    def _active_model(self) -> ShopModel:
        """The lesson in use; the backbone as it comes if there is none, or if it cannot be used."""
        try:
            version = self.models.active()
            self._compare_with_memory(Choice(version, self.models.active_backbone()))
            return self.models.plain() if version is None else self.models.load(version)
        except KnownError as error:
            link = self.linked.get("models")
            self.model_problem = refused(self.folder, link).sentence if link else error.sentence
            return plain_model(self.models.default)

    def plain_model(self) -> ShopModel:
        """The backbone as it comes that serves where no lesson is in use.

        Raises:
            KnownError: it is gone.
        """
        name = self._backbone_chosen()
        return plain_model(self.models.default if name is None else self.models.backbone(name))

    def _backbone_chosen(self) -> str | None:
        """What serves where no lesson is in use, as the catalog remembers it where the choice is damaged."""
        try:
            return self.models.active_backbone()
        except KnownError:
            remembered = remembered_choice(self.catalog)
            return None if remembered is None else remembered.backbone

    def _compare_with_memory(self, choice: Choice) -> None:
        """Raise a :class:`KnownError` if the choice was lost; note one that the catalog does not know."""
        remembered = remembered_choice(self.catalog)
        if choice == (remembered or Choice(None, None)):
            return
        if remembered is not None and not is_proven(self.models.folder):
            name = remembered.version or remembered.backbone or self.models.default.name
            raise KnownError(
                message("core", "Which lesson is in use was lost; it was {name}. Choose one anew."), name=name
            )
        if self.writable:
            with contextlib.suppress(KnownError):  # on a full disk it is noted the next time
                remember_choice(self.catalog, choice)
