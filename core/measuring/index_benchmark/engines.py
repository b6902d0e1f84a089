"""The engines that the benchmark sets side by side: ours, two exact searches, and two graph indexes.

hnswlib and usearch are dependencies of the benchmark alone; an engine that cannot be imported is left
out. Every engine searches with one thread, as a clerk asks one question at a time.
"""

import importlib.util
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning

_BATCH = 2_000
_EF_BUILD, _EF_SEARCH, _LINKS = 200, 400, 16


class Engine(Protocol):
    """One way to search ``vectors``, float32, shape (n, dim), unit length, mapped from a file."""

    def build(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """Write the index into the empty ``folder``."""

    def open(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """Make ready to search what was built, in a new process."""

    def search(self, query: NDArray[np.float32], count: int) -> list[int]:
        """Rows nearest to ``query``, shape (dim,)."""

    def add(self, row: int, vector: NDArray[np.float32]) -> None:
        """Make one more vector searchable."""


class Snapshelf:
    """Our index as the program uses it."""

    tuning = Tuning()

    def build(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """See :class:`Engine`."""
        index = PhotoIndex.open(folder, dim=vectors.shape[1], tuning=self.tuning)
        starts = range(0, len(vectors), _BATCH)
        ids = np.arange(len(vectors))
        batches = (VectorBatch(ids[at : at + _BATCH], vectors[at : at + _BATCH]) for at in starts)
        index.rebuild(batches, count=len(vectors))

    def open(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """See :class:`Engine`."""
        self._index = PhotoIndex.open(folder, dim=vectors.shape[1], tuning=self.tuning)

    def search(self, query: NDArray[np.float32], count: int) -> list[int]:
        """See :class:`Engine`."""
        return [neighbour.photo_id for neighbour in self._index.search(query, count)]

    def add(self, row: int, vector: NDArray[np.float32]) -> None:
        """See :class:`Engine`."""
        self._index.add(np.array([row]), vector[None])


class SnapshelfAnnoy(Snapshelf):
    """Our index, made to use Annoy at every size."""

    tuning = Tuning(exact_numbers=0, leading_numbers=0)


class NumpyExact:
    """Every vector, in single precision, mapped, with BLAS."""

    def build(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """There is nothing to build."""

    def open(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """See :class:`Engine`."""
        self._vectors = vectors

    def search(self, query: NDArray[np.float32], count: int) -> list[int]:
        """See :class:`Engine`."""
        scores = self._vectors @ query
        rows: list[int] = np.argpartition(-scores, count - 1)[:count].tolist()
        return rows

    def add(self, row: int, vector: NDArray[np.float32]) -> None:
        """Not offered: the matrix would be copied."""
        raise NotImplementedError


class TorchExact(NumpyExact):
    """Every vector, in half precision, in memory, with torch."""

    def open(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """See :class:`Engine`."""
        import torch

        self._torch = torch
        self._half = torch.from_numpy(vectors.astype(np.float16))

    def search(self, query: NDArray[np.float32], count: int) -> list[int]:
        """See :class:`Engine`."""
        scores = self._half @ self._torch.from_numpy(query.astype(np.float16))
        rows: list[int] = self._torch.topk(scores.float(), count).indices.tolist()
        return rows


class Hnswlib:
    """hnswlib's graph over single precision, in memory."""

    def build(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """See :class:`Engine`."""
        index = self._new(vectors)
        index.init_index(max_elements=len(vectors), ef_construction=_EF_BUILD, M=_LINKS)
        index.add_items(vectors, np.arange(len(vectors)))
        index.save_index(str(folder / "index"))

    def open(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """See :class:`Engine`."""
        self._index = self._new(vectors)
        self._index.load_index(str(folder / "index"), max_elements=len(vectors) + 10)
        self._index.set_ef(_EF_SEARCH)
        self._index.set_num_threads(1)

    def search(self, query: NDArray[np.float32], count: int) -> list[int]:
        """See :class:`Engine`."""
        rows: list[int] = self._index.knn_query(query, count)[0][0].tolist()
        return rows

    def add(self, row: int, vector: NDArray[np.float32]) -> None:
        """See :class:`Engine`."""
        self._index.add_items(vector[None], np.array([row]))

    def _new(self, vectors: NDArray[np.float32]) -> Any:
        import hnswlib

        return hnswlib.Index("cosine", vectors.shape[1])


class Usearch:
    """usearch's graph over half precision; loaded, because its mapped view takes no additions."""

    def build(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """See :class:`Engine`."""
        index = self._new(vectors)
        index.add(np.arange(len(vectors)), vectors)
        index.save(str(folder / "index"))

    def open(self, vectors: NDArray[np.float32], folder: Path) -> None:
        """See :class:`Engine`."""
        self._index = self._new(vectors)
        self._index.load(str(folder / "index"))
        self._index.expansion_search = _EF_SEARCH

    def search(self, query: NDArray[np.float32], count: int) -> list[int]:
        """See :class:`Engine`."""
        rows: list[int] = self._index.search(query, count, threads=1).keys.tolist()
        return rows

    def add(self, row: int, vector: NDArray[np.float32]) -> None:
        """See :class:`Engine`."""
        self._index.add(row, vector)

    def _new(self, vectors: NDArray[np.float32]) -> Any:
        from usearch.index import Index

        return Index(
            ndim=vectors.shape[1],
            metric="cos",
            dtype="f16",
            connectivity=_LINKS,
            expansion_add=_EF_BUILD,
            expansion_search=_EF_SEARCH,
        )


ENGINES: dict[str, tuple[type[Engine], str]] = {
    "snapshelf": (Snapshelf, "numpy"),
    "snapshelf-annoy": (SnapshelfAnnoy, "annoy"),
    "exact": (NumpyExact, "numpy"),
    "exact-torch": (TorchExact, "torch"),
    "hnswlib": (Hnswlib, "hnswlib"),
    "usearch": (Usearch, "usearch"),
}
"""Each engine by its name in the report, and the package that it cannot do without."""


def is_installed(engine: str) -> bool:
    """Whether the engine's package is here; nothing is imported."""
    return importlib.util.find_spec(ENGINES[engine][1]) is not None
