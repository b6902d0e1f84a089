"""What a shop is searched by: the model and the network below it, put in use together and kept on the disk.

The choice lies beside the lessons (core/models/active_model.py), and the catalog remembers it, so that one
that was lost or damaged is told apart from none. Where it cannot be used the backbone alone serves, and
:attr:`SearchedBy.problem` says why.
"""

import contextlib
from collections.abc import Callable
from typing import NamedTuple

from core.catalog.database.catalog import Catalog
from core.catalog.model_in_use import Choice, remember_choice, remembered_choice
from core.catalog.photos.vectors import remove_vectors
from core.embedding.backbone import BackboneSpec
from core.embedding.loading import Device
from core.errors import KnownError
from core.messages import Sentence, message
from core.models.active_model import is_proven
from core.models.shop_model import ShopModel, plain_model
from core.models.store import ModelStore
from core.progress import ReportProgress, ignore_progress
from core.shop.indexes import ShopIndexes
from core.shop.network import ShopNetwork
from core.shop.right_of_way import RightOfWay


class InUse(NamedTuple):
    """What a shop is searched by at one moment; both are replaced together.

    Attributes:
        model: what is compared, and how scores are judged.
        network: what turns pictures into the raw vectors that the model takes.
    """

    model: ShopModel
    network: ShopNetwork


class SearchedBy:
    """The model in use, and the ways to another. Its methods may be called from any thread.

    Attributes:
        problem: why the lesson that should be in use is not, if so.
    """

    def __init__(
        self,
        catalog: Catalog,
        models: ModelStore,
        indexes: ShopIndexes,
        device: Device,
        right_of_way: RightOfWay,
        require_writable: Callable[[], None],
        *,
        writable: bool,
    ) -> None:
        self._catalog = catalog
        self._models = models
        self._indexes = indexes
        self._device = device
        self._right_of_way = right_of_way
        self._require_writable = require_writable
        self.problem: Sentence | None = None
        model = self._chosen(writable=writable)
        self._now = InUse(model, self._new_network(model.spec))
        self._retired: list[ShopNetwork] = []

    @property
    def now(self) -> InUse:
        """Model and network that fit each other. Whoever needs both takes them by one call of this."""
        return self._now

    def network(self, spec: BackboneSpec) -> ShopNetwork:
        """The network of ``spec``; another one than that in use is closed by the caller, unless it is put in
        use.
        """
        now = self._now.network
        return now if spec.fingerprint == now.spec.fingerprint else self._new_network(spec)

    def plain(self) -> ShopModel:
        """The backbone as it comes that serves where no lesson is in use.

        Raises:
            KnownError: it is gone.
        """
        name = self._backbone_chosen()
        return plain_model(self._models.default if name is None else self._models.backbone(name))

    def use_lesson(
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
        model = self.plain() if version is None else self._models.load(version)
        self._put_in_use(model, backbone, network, progress)

    def use_backbone(
        self,
        name: str,
        progress: ReportProgress = ignore_progress,
        *,
        network: ShopNetwork | None = None,
    ) -> None:
        """Search by another backbone as it comes; otherwise as :meth:`use_lesson`.

        Raises:
            KnownError: there is none of that name, it is damaged, or the shop cannot be written to.
            Cancelled: ``progress`` asked to stop; the old model stays in use.
        """
        self._put_in_use(plain_model(self._models.backbone(name)), name, network, progress)

    def remove_lesson(self, version: str) -> None:
        """Delete a lesson that is not in use, with its index, and its network's vectors if it brought one.

        Raises:
            KnownError: there is none of that name, it is in use, or another lesson was taught on its network.
        """
        self._require_writable()
        for fingerprint in self._models.remove(version):
            self.forget(fingerprint)

    def forget(self, fingerprint: str) -> None:
        """Delete the vectors, indexes and synthetic photos of a network or a lesson that is gone.

        Raises:
            ValueError: it is in use.
        """
        if fingerprint in {self._now.model.fingerprint, self._now.model.spec.fingerprint}:
            raise ValueError(f"{fingerprint} is in use")
        remove_vectors(self._catalog, fingerprint)
        self._indexes.delete(fingerprint)
        (self._models.folder / f"synthetic-{fingerprint}.npz").unlink(missing_ok=True)

    def close(self) -> None:
        """Free the networks."""
        for network in (self._now.network, *self._retired):
            network.close()

    def _put_in_use(
        self, model: ShopModel, backbone: str | None, network: ShopNetwork | None, progress: ReportProgress
    ) -> None:
        self._require_writable()
        network = network or self.network(model.spec)
        if network is not self._now.network:
            network.load()  # what cannot be loaded is not put in use
        index = self._indexes.made_for(model, progress)
        before = self._now.network

        def put() -> None:
            nonlocal before
            before = self._now.network
            self._models.activate(model.version, backbone)
            remember_choice(self._catalog, Choice(model.version, backbone))
            self._now = InUse(model, network)
            self.problem = None

        self._indexes.switch(model, index, put)
        if before is not network:
            self._retired.append(before)
            before.close()

    def _new_network(self, spec: BackboneSpec) -> ShopNetwork:
        return ShopNetwork(spec, self._device, self._right_of_way)

    def _chosen(self, *, writable: bool) -> ShopModel:
        """The lesson in use; the backbone as it comes if there is none, or if it cannot be used."""
        try:
            version = self._models.active()
            self._compare_with_memory(Choice(version, self._models.active_backbone()), writable=writable)
            return self._models.plain() if version is None else self._models.load(version)
        except KnownError as error:
            self.problem = error.sentence
            return plain_model(self._models.default)

    def _backbone_chosen(self) -> str | None:
        """What serves where no lesson is in use, as the catalog remembers it where the choice is damaged."""
        try:
            return self._models.active_backbone()
        except KnownError:
            remembered = remembered_choice(self._catalog)
            return None if remembered is None else remembered.backbone

    def _compare_with_memory(self, choice: Choice, *, writable: bool) -> None:
        """Raise a :class:`KnownError` if the choice was lost; note one that the catalog does not know."""
        remembered = remembered_choice(self._catalog)
        if choice == (remembered or Choice(None, None)):
            return
        if remembered is not None and not is_proven(self._models.folder):
            name = remembered.version or remembered.backbone or self._models.default.name
            raise KnownError(
                message("core", "Which lesson is in use was lost; it was {name}. Choose one again."),
                name=name,
            )
        if writable:
            with contextlib.suppress(KnownError):  # on a full disk it is noted the next time
                remember_choice(self._catalog, choice)
