"""One immutable generation, opened: ids, vectors and Annoy's trees, all mapped from the disk.

Files of a generation called NAME:

* ``NAME.ids``    int64, shape (n, 2): photo id (ascending) and stamp of each row
* ``NAME.rows``   float32 or float16, shape (n, dim): vectors in the index's space
* ``NAME.offsets`` float32, shape (n,): only for Euclidean
* ``NAME.lead``   float32, shape (n, k + 1): the rows' leading components, as
core/index/generations/leading.py makes
  them: only where so many photos are too many to look at each whole vector
* ``NAME.axes``   float32, shape (dim + 1, k): how queries are brought to these components
* ``NAME.ann``    Annoy's file: over the vectors for the smallest generations, over the leading components
  for the largest (core/index/tuning.py says which)
"""

import mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.index.generations.leading import Leading
from core.index.generations.manifest import Manifest
from core.index.scan import score_all


class Generation:
    """Read-only arrays over the files of ``manifest``, which must have been found whole.

    Attributes:
        ids: int64, shape (n,), ascending.
        stamps: int64, shape (n,).
        matrix: float32 or float16, shape (n, dim).
        offsets: float32, shape (n,), or None where it is 0 throughout.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        count, dim = manifest.count, manifest.dim
        pairs = map_array(folder / f"{manifest.name}.ids", np.int64, (count, 2))
        # Read, not mapped: each search looks ids up, and eight bytes a photo are little.
        self.ids: NDArray[np.int64] = pairs[:, 0].copy()
        self.stamps: NDArray[np.int64] = pairs[:, 1].copy()
        self.matrix: NDArray[np.floating] = map_array(
            folder / f"{manifest.name}.rows", manifest.row_type, (count, dim)
        )
        self.offsets: NDArray[np.float32] | None = None
        if f"{manifest.name}.offsets" in manifest.files:
            self.offsets = map_array(folder / f"{manifest.name}.offsets", np.float32, (count,))
        self._leading: Leading | None = None
        self._trees: Any = None
        if manifest.leading_dims:
            axes = map_array(folder / f"{manifest.name}.axes", np.float32, (dim + 1, manifest.leading_dims))
            self._leading = Leading(axes[:-1], axes[-1])
            self._leads: NDArray[np.float32] = map_array(
                folder / f"{manifest.name}.lead", np.float32, (count, manifest.leading_dims + 1)
            )
        if manifest.trees:
            self._trees = _load_trees(folder / f"{manifest.name}.ann", manifest)

    @property
    def has_trees(self) -> bool:
        """Whether Annoy proposes candidates."""
        return self._trees is not None

    @property
    def has_leading(self) -> bool:
        """Whether candidates are found by the leading components; if not, by the vectors themselves."""
        return self._leading is not None

    @property
    def is_covered(self) -> bool:
        """Whether Annoy holds the vectors themselves: of so few photos that it is asked for all of them."""
        return self.has_trees and not self.has_leading

    def leading_keys(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """How near each row is by its leading components, shape (n,): higher is nearer."""
        return score_all(self._leads, None, np.append(self._in_short(query), np.float32(1)))

    def tree_candidates(self, query: NDArray[np.float32], count: int, inspect: int) -> NDArray[np.intp]:
        """About ``count`` rows that Annoy holds to be near, ascending.

        Args:
            inspect: how many nodes Annoy looks at before it answers (its ``search_k``).
        """
        rows = self._trees.get_nns_by_vector(self._in_short(query).tolist(), count, inspect)
        return np.sort(np.array(rows, dtype=np.intp))

    def _in_short(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """What candidates are found by: the query's leading components, or itself where there are none."""
        return query if self._leading is None else self._leading.project(query)


def map_array(path: Path, number_type: Any, shape: tuple[int, ...]) -> NDArray[Any]:
    """The file as a read-only array, which keeps the file mapped for as long as it or a view of it lives."""
    if 0 in shape:  # an empty file cannot be mapped
        return np.empty(shape, number_type)
    with path.open("rb") as file:
        view = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return np.frombuffer(view, number_type).reshape(shape)


def _load_trees(path: Path, manifest: Manifest) -> Any:
    from annoy import AnnoyIndex  # compiled; an empty shop does without

    trees = AnnoyIndex(manifest.leading_dims or manifest.dim, "euclidean")
    trees.load(str(path))
    if trees.get_n_items() != manifest.count:
        raise ValueError(f"{path.name} holds {trees.get_n_items()} photos, not {manifest.count}")
    return trees
