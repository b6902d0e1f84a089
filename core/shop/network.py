"""A backbone as one shop uses it: loaded when first asked, one caller at a time, searches first."""

import threading

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import Backbone, BackboneSpec
from core.embedding.loading import Device, load_backbone
from core.shop.right_of_way import RightOfWay

PICTURES_AT_ONCE = 2
"""How many pictures of a batch the processor embeds before a search may pass: sixteen would make it wait for
a sixth of a second, and are hardly quicker."""


class ShopNetwork:
    """The backbone of ``spec``. Its methods may be called from any thread."""

    def __init__(self, spec: BackboneSpec, device: Device, right_of_way: RightOfWay) -> None:
        self.spec = spec
        self._device = device
        self._right_of_way = right_of_way
        self._backbone: Backbone | None = None
        self._loading = threading.RLock()
        self._embedding = threading.Lock()

    def load(self) -> Backbone:
        """The backbone, loaded at the first call.

        Raises:
            KnownError: its files are missing or damaged.
        """
        with self._loading:
            if self._backbone is None:
                self._backbone = load_backbone(self.spec, device=self._device)
            return self._backbone

    def embed(self, batch: NDArray[np.float32], *, urgent: bool = False) -> NDArray[np.float32]:
        """Pictures of shape (n, 3, side, side) to raw vectors of shape (n, dim).

        Args:
            urgent: somebody waits for the answer. What is not urgent lets searches pass every few pictures.
        """
        at_once = PICTURES_AT_ONCE if self.load().device == "CPU" else max(1, len(batch))
        vectors = []
        for start in range(0, max(1, len(batch)), at_once):
            if not urgent:
                self._right_of_way.give_way()
            with self._embedding:  # a model that was freed meanwhile is loaded again
                vectors.append(self.load().embed(batch[start : start + at_once]))
        return np.concatenate(vectors)

    def close(self) -> None:
        """Free the model; a later call loads it again."""
        with self._embedding, self._loading:
            if self._backbone is not None:
                self._backbone.close()
                self._backbone = None
