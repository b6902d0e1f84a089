"""A walk through the shop: pictures one after another, of which those that are new are kept.

Killed at any moment the shop holds whole photos only: a picture is on the disk before the catalog names it,
and one that it never came to name is swept away by a repair.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.faces import note_faces
from core.catalog.photos.unlabelled import Source, UnlabelledFacts, unlabelled_hashes
from core.catalog.photos.unlabelled_vectors import add_unlabelled, unlabelled_vectors
from core.embedding.likeness import ALIKE, SAME_VIEW, SeenBefore
from core.imaging.query_looks import query_looks
from core.shop.shop import Shop
from core.shop.unlabelled_files import keep_unlabelled, unlabelled_files

_BATCH = 8
"""Pictures that the network takes at once, each with two looks."""


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """A picture before it is kept: what is known of it, itself, its looks (2, 3, side, side).

    ``faces`` is how many were made unrecognisable; None if nobody looked.
    """

    facts: UnlabelledFacts
    image: Image.Image
    looks: NDArray[np.float32]
    faces: int | None = None


class Walk:
    """One walk; :meth:`flush` ends it. :meth:`ready` may be called from any thread.

    Attributes:
        added: how many photos are new so far.
        known: how many were passed over, because the same picture is there already.
        alike: how many were passed over, because another one shows the same view.
    """

    def __init__(self, shop: Shop) -> None:
        """Begin one in ``shop``, which can be written to."""
        self._shop = shop
        self._network = shop.network  # one for all: a lesson may be put in use meanwhile
        self._blurs = shop.faces.is_wanted
        there = unlabelled_vectors(shop.catalog, self._network.spec.fingerprint)
        self._seen = SeenBefore(self._network.spec, there.vectors)
        self._waiting: list[Ready] = []
        self.added = self.known = self.alike = 0

    def ready(self, image: Image.Image, facts: UnlabelledFacts) -> Ready:
        """An upright RGB picture as it may be kept, with what the network is shown of it.

        Raises:
            KnownError: faces are to be unrecognisable and cannot be found.
        """
        self._shop.right_of_way.give_way()
        sized = replace(facts, width=image.width, height=image.height)
        keepable = self._shop.faces.keepable(image, wanted=self._blurs)
        looks = query_looks(keepable.image, self._network.spec.preprocessing)
        return Ready(sized, keepable.image, looks, keepable.faces)

    def take(self, ready: Ready) -> None:
        """Take a picture; it is kept with others, at the latest by :meth:`flush`.

        Raises:
            KnownError: the disk is full, or the shop has gone.
        """
        self._waiting.append(ready)
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Keep what has been taken.

        Raises:
            KnownError: as :meth:`take`.
        """
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        looks = self._network.embed(np.concatenate([ready.looks for ready in waiting]))
        vectors = looks.reshape(len(waiting), 2, -1).mean(axis=1)
        new = [place for place, ready in enumerate(waiting) if self._is_new(ready, vectors[place])]
        facts = []
        for place in new:
            stored = keep_unlabelled(self._shop, waiting[place].image)
            facts.append(replace(waiting[place].facts, sha256=stored.sha256))
            note_faces(self._shop.catalog, {stored.sha256: waiting[place].faces})
        there = unlabelled_hashes(self._shop.catalog)
        fresh = [number for number, one in enumerate(facts) if one.sha256 not in there]
        fingerprint = self._network.spec.fingerprint
        kept = add_unlabelled(
            self._shop.catalog, fingerprint, [facts[number] for number in fresh], vectors[new][fresh]
        )
        unlabelled_files(self._shop).delete(kept.pushed_out)
        self.added += len(fresh)
        self.known += len(new) - len(fresh)
        self.alike += len(waiting) - len(new)

    def _is_new(self, ready: Ready, vector: NDArray[np.float32]) -> bool:
        return self._seen.is_new(vector, SAME_VIEW if ready.facts.source is Source.FILM else ALIKE)
