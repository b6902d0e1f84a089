"""Nearest photos of a query, by ids and vectors alone: no catalog, no pictures.

A :class:`PhotoIndex` is one immutable generation on the disk (see core/index/generations/generation.py), a
mask of its photos that were removed or replaced since, and the fresh tail in memory. Every change makes a new
snapshot of the three and puts it in place by one assignment; a search takes the snapshot that it finds
and needs no lock, so that nothing that goes on elsewhere can make it wait.

The tail and the removals are not kept on the disk: the catalog is the truth, and :meth:`PhotoIndex.sync`
makes up the difference when a shop is opened.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure, to_index_space
from core.index.generations.building import Rows, remove_leftovers
from core.index.generations.folder import open_generation, put_generation
from core.index.generations.generation import Generation
from core.index.generations.manifest import damaged_files
from core.index.generations.trees import annoy_can_open
from core.index.neighbours import FetchVectors, GroupOf, Neighbour, NeighbourGroup, SyncReport, VectorBatch
from core.index.out_of_step import out_of_step
from core.index.scan import positions_of
from core.index.snapshot import Snapshot, search_groups, search_photos
from core.index.tail import Tail
from core.index.tuning import Tuning
from core.progress import ReportProgress, ignore_progress

_FETCH_AT_ONCE = 2_000

Project = Callable[[NDArray[np.floating]], NDArray[np.floating]]
"""Raw vectors, (dim,) or (n, dim), to those that are compared, (k,) or (n, k)."""


class PhotoIndex:
    """The nearest photos of a query, exactly ranked. Every method may be called from any thread.

    Use :meth:`open`. Vectors go in and queries are asked raw, of shape (dim,) or (n, dim) and any float
    type: the index applies the shop's projection, if there is one, and its measure.
    """

    def __init__(
        self,
        folder: Path,
        dim: int,
        measure: Measure,
        tuning: Tuning,
        generation: Generation | None,
        project: Project | None = None,
    ) -> None:
        self._folder = folder
        self._dim = dim
        self._project = project
        self._measure = measure
        self._tuning = tuning
        self._changing = threading.RLock()  # held for moments, by whoever replaces the snapshot
        self._building = threading.Lock()  # held by the one rebuild
        self._touched: set[int] | None = None  # ids changed since a rebuild began
        self._tail = Tail(dim, measure)
        self._generation = generation
        self._dead = np.zeros(generation.manifest.count if generation else 0, np.bool_)
        self._publish()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        dim: int,
        measure: Measure = Measure.COSINE,
        tuning: Tuning | None = None,
        writable: bool = True,
        project: Project | None = None,
    ) -> "PhotoIndex":
        """Open the folder's generation; where there is none that is whole and fits, start with none.

        Call :meth:`sync` next, so that the index has what the catalog has.

        Args:
            folder: of one model and one measure (core/index/generations/folder.py); made if missing.
            dim: dimensions of that model's vectors, after the projection.
            writable: remove what a killed process left behind. False for whoever does not hold the shop.
            project: what the shop learned on top of its backbone.
        """
        generation = open_generation(folder, dim, measure, writable=writable)
        return cls(folder, dim, measure, tuning or Tuning(), generation, project)

    def search(
        self, query: NDArray[np.floating], count: int, allowed: NDArray[np.int64] | None = None
    ) -> list[Neighbour]:
        """The ``count`` nearest photos, best first; fewer only if there are fewer.

        Args:
            query: raw vector, shape (dim,).
            allowed: ascending photo ids to choose from; None for all.
        """
        space_query = self._query(query)
        return search_photos(self._snapshot, space_query, max(0, count), _ascending(allowed))

    def search_grouped(
        self,
        query: NDArray[np.floating],
        count: int,
        group_of: GroupOf,
        allowed: NDArray[np.int64] | None = None,
        *,
        projected: bool = False,
    ) -> list[NeighbourGroup]:
        """The ``count`` groups (products) that have the nearest photos, best first.

        Fewer only if there are fewer: the search is widened until there are enough. Each group has those
        of its photos that were near enough to be looked at, its nearest among them.

        Args:
            group_of: photo ids to group keys; asked for the nearest few dozen first, for more if needed.
            projected: the query is not a raw vector but one of those that are compared, (k,).
        """
        space_query = self._query(query, projected=projected)
        return search_groups(self._snapshot, space_query, max(0, count), group_of, _ascending(allowed))

    def add(
        self, ids: NDArray[np.int64], vectors: NDArray[np.floating], stamps: NDArray[np.int64] | None = None
    ) -> None:
        """Put photos into the fresh tail; the next search finds them. An id that is in is replaced.

        Args:
            ids, vectors, stamps: see :class:`~core.index.neighbours.VectorBatch`.
        """
        new_ids, new_stamps, rows = self._rows(VectorBatch(ids, vectors, stamps))
        # NumPy's own way, unique, imports all of its masked arrays when it is first asked.
        if len(set(new_ids.tolist())) != len(new_ids):
            raise ValueError("an id was given twice")
        with self._changing:
            self._bury(new_ids)
            self._tail.append(new_ids, rows, new_stamps)
            self._publish()

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Take photos out; no later search finds them. Ids that are not in are ignored."""
        with self._changing:
            self._bury(np.asarray(ids, np.int64))
            self._tail.remove(np.asarray(ids, np.int64))
            self._publish()

    def sync(
        self, ids: NDArray[np.int64], fetch: FetchVectors, stamps: NDArray[np.int64] | None = None
    ) -> SyncReport:
        """Make the index hold exactly ``ids``: remove what is too much, fetch what is missing or changed.

        Args:
            ids: every photo that should be found, in any order.
            fetch: asked for missing photos' vectors, some thousand at a time; one that is not finite is not
                to be had, and the photo is left out.
            stamps: in step with ``ids``; a photo whose stamp differs from the index's is fetched again.
        """
        found = out_of_step(self._snapshot, ids, stamps)
        self.remove(found.extra)
        for start in range(0, len(found.fetched), _FETCH_AT_ONCE):
            some = slice(start, start + _FETCH_AT_ONCE)
            vectors = fetch(found.fetched[some])
            whole = np.isfinite(vectors).all(axis=1)
            self.remove(found.fetched[some][~whole])
            self.add(found.fetched[some][whole], vectors[whole], found.stamps[some][whole])
        return SyncReport(found.missing, len(found.extra), found.changed)

    def wants_rebuild(self) -> bool:
        """Whether the tail or the removed photos have grown enough to be worth a new generation, or the one
        in use was made when Annoy did not cover as many photos as it does now.
        """
        snapshot, tuning, generation = self._snapshot, self._tuning, self._snapshot.generation
        lacks_annoy = (
            generation is not None
            and not generation.is_covered
            and snapshot.count > 0
            and tuning.covers(snapshot.count, self._dim)
            and annoy_can_open(self._folder / "any.ann")
        )
        size = snapshot.generation_size
        too_long = snapshot.tail.count * self._dim > tuning.tail_limit(snapshot.count, self._dim)
        return lacks_annoy or too_long or snapshot.dead_count > tuning.dead_share * size

    def rebuild(
        self,
        batches: Iterable[VectorBatch] | None = None,
        *,
        count: int | None = None,
        progress: ReportProgress = ignore_progress,
    ) -> bool:
        """Build a new generation and switch to it; searches and changes go on meanwhile.

        Takes a tenth of a second for a thousand photos and up to minutes for millions: call it on a thread
        of its own. Nothing that it does holds the interpreter's lock for long.

        Args:
            batches: all photos by ascending id, straight from the catalog; what they leave out is gone
                afterwards, unless it was added after the call. None for what the index itself holds.
            count: how many photos the batches have, roughly.
            progress: may stop it; the generation before then stays.

        Returns:
            False if a rebuild is going on already; then nothing was done.

        Raises:
            KnownError: the files cannot be written.
            Cancelled: ``progress`` asked to stop.
        """
        if not self._building.acquire(blocking=False):
            return False
        try:
            with self._changing:
                self._touched = set()
                snapshot = self._snapshot
            if batches is None:
                rows, total = _rows_of(snapshot), snapshot.count
            else:
                rows, total = map(self._rows, batches), snapshot.count if count is None else count
            self._switch(
                put_generation(
                    self._folder,
                    rows,
                    number=self.generation_number + 1,
                    total=total,
                    dim=self._dim,
                    measure=self._measure,
                    tuning=self._tuning,
                    progress=progress,
                )
            )
        finally:
            self._touched = None
            self._building.release()
        return True

    @property
    def count(self) -> int:
        """Photos that a search can find."""
        return self._snapshot.count

    @property
    def generation_number(self) -> int:
        """Number of the generation in use; 0 if there is none."""
        return self._generation.manifest.number if self._generation else 0

    def ids(self) -> NDArray[np.int64]:
        """The photos that a search can find, ascending."""
        snapshot = self._snapshot
        return np.sort(snapshot.ids(snapshot.positions()))

    def damaged_files(self) -> list[str]:
        """Hash the whole generation, and name the files that are no longer what was written."""
        manifest = self._generation.manifest if self._generation else None
        return damaged_files(self._folder, manifest, thorough=True) if manifest else []

    def close(self) -> None:
        """Let go of all files and vectors; a search that is going on finishes, later ones find nothing."""
        with self._changing:
            self._generation = None
            self._dead = np.zeros(0, np.bool_)
            self._tail = Tail(self._dim, self._measure)
            self._publish()

    def _query(self, query: NDArray[np.floating], *, projected: bool = False) -> NDArray[np.float32]:
        if self._project is not None and not projected:
            query = self._project(query)
        if query.shape != (self._dim,):
            raise ValueError(f"a query of shape {query.shape} for an index of {self._dim} dimensions")
        return to_index_space(query, self._measure)

    def _rows(self, batch: VectorBatch) -> Rows:
        ids = np.asarray(batch.ids, np.int64)
        vectors = batch.vectors if self._project is None else self._project(batch.vectors)
        if vectors.shape != (len(ids), self._dim):
            raise ValueError(f"vectors of shape {vectors.shape} for {len(ids)} x {self._dim}")
        stamps = np.zeros(len(ids), np.int64) if batch.stamps is None else batch.stamps
        return ids, np.asarray(stamps, np.int64), to_index_space(vectors, self._measure)

    def _bury(self, ids: NDArray[np.int64]) -> None:
        """Strike ``ids`` out of the generation, and note them for a rebuild that is going on."""
        if self._touched is not None:
            self._touched.update(ids.tolist())
        if self._generation is not None:
            rows = positions_of(ids, self._generation.ids)
            rows = rows[rows >= 0]
            if len(rows):
                self._dead = self._dead.copy()
                self._dead[rows] = True

    def _publish(self) -> None:
        dead_count = int(np.count_nonzero(self._dead))
        self._snapshot = Snapshot(
            self._generation, self._dead, dead_count, self._tail.view(), self._measure, self._tuning
        )

    def _switch(self, generation: Generation) -> None:
        """Put a new generation in place; what was changed while it was built comes from the tail."""
        with self._changing:
            touched = np.array(sorted(self._touched or ()), np.int64)
            old = self._tail.view()
            kept = np.flatnonzero(old.alive & (positions_of(old.ids, touched) >= 0))
            self._tail = Tail(self._dim, self._measure)
            self._tail.append(old.ids[kept], old.matrix[kept], old.stamps[kept])
            self._generation = generation
            self._dead = positions_of(generation.ids, touched) >= 0
            self._publish()
        remove_leftovers(self._folder, generation.manifest)


def _rows_of(snapshot: Snapshot) -> Iterator[Rows]:
    """All photos of a snapshot, by ascending id."""
    positions = snapshot.positions()
    positions = positions[np.argsort(snapshot.ids(positions))]
    for start in range(0, len(positions), _FETCH_AT_ONCE):
        some = positions[start : start + _FETCH_AT_ONCE]
        yield snapshot.ids(some), snapshot.stamps(some), snapshot.rows(some)


def _ascending(allowed: NDArray[np.int64] | None) -> NDArray[np.int64] | None:
    """``allowed`` as it must be; checking costs little, sorting is done only where it is not."""
    if allowed is None or (allowed[1:] > allowed[:-1]).all():
        return allowed
    return np.unique(allowed)
