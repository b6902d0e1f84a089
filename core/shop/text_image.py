"""The text–picture network of a shop, if it was given one: loaded when words are first looked for."""

import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.embedding.text_image.towers import (
    StoredTowers,
    TextTower,
    add_towers,
    load_text_tower,
    remove_towers,
    stored_towers,
)
from core.models.shop_model import ShopModel, plain_model
from core.shop.network import ShopNetwork
from core.shop.right_of_way import RightOfWay
from core.shop.second_look import SecondLook, read_second_look, write_second_look


class TextImage:
    """Its methods may be called from any thread; :attr:`stored` is None where there is no such network."""

    def __init__(self, models: Path, right_of_way: RightOfWay) -> None:
        self._models = models
        self._right_of_way = right_of_way
        self._loading = threading.RLock()
        self.stored: StoredTowers | None = stored_towers(models)
        self.second_look = None if self.stored is None else read_second_look(self.stored.folder)
        self._text: TextTower | None = None
        self._pictures: ShopNetwork | None = None

    @property
    def model(self) -> ShopModel | None:
        """What pictures are compared with words by."""
        return None if self.stored is None else plain_model(self.stored.spec)

    def weight(self, model: ShopModel) -> float:
        """What the picture tower's word counts where the shop is searched by ``model``; 0 if nothing."""
        look = self.second_look
        if look is None or (look.model, look.version) != (model.fingerprint, model.version):
            return 0.0
        return look.weight

    def keep_second_look(self, stored: StoredTowers, look: SecondLook) -> None:
        """From now on ``stored`` is heard as it was fitted, if it is still there."""
        with self._loading:
            if self.stored is stored:
                write_second_look(stored.folder, look)
                self.second_look = look

    def pictures(self, stored: StoredTowers) -> ShopNetwork:
        """The picture tower, for the processor."""
        with self._loading:
            if self._pictures is None:
                self._pictures = ShopNetwork(stored.spec, "cpu", self._right_of_way)
            return self._pictures

    def embed_words(self, stored: StoredTowers, text: str) -> NDArray[np.float32]:
        """The vector of a text, (dim,), of length 1.

        Raises:
            KnownError: the network's files are damaged.
        """
        with self._loading:
            if self._text is None:
                self._text = load_text_tower(stored)
            vector: NDArray[np.float32] = self._text.embed([text])[0]
            return vector

    def add(self, file: Path, name: str | None) -> StoredTowers:
        """Keep the network in ``file`` in place of the one that is there.

        Raises:
            KnownError: it is refused, or the shop cannot be written to.
        """
        with self._loading:
            self.close()
            self.stored, self.second_look = add_towers(self._models, file, name), None
            return self.stored

    def remove(self) -> None:
        """Delete the network."""
        with self._loading:
            self.close()
            remove_towers(self._models)
            self.stored = self.second_look = None

    def close(self) -> None:
        """Free both towers; a later call loads them again."""
        with self._loading:
            if self._pictures is not None:
                self._pictures.close()
            self._pictures = self._text = None
