"""The index at one moment, and how it is searched. Nothing here changes anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure, likeness
from core.index.generations.generation import Generation
from core.index.neighbours import GroupOf, Neighbour, NeighbourGroup
from core.index.scan import Keys, best_first, positions_of, score_all, score_rows
from core.index.tail import TailView
from core.index.tuning import Tuning

_Number = TypeVar("_Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A generation, the mask of its rows that count no more, and the tail.

    A position below ``generation_size`` is a row of the generation, one above it a row of the tail.
    """

    generation: Generation | None
    dead: NDArray[np.bool_]
    dead_count: int
    tail: TailView
    measure: Measure
    tuning: Tuning

    @property
    def generation_size(self) -> int:
        """Rows of the generation, dead ones included."""
        return len(self.dead)

    @property
    def count(self) -> int:
        """Photos that a search can find."""
        return self.generation_size - self.dead_count + self.tail.count

    def positions(self) -> NDArray[np.intp]:
        """Where the photos are that a search can find."""
        in_tail = self.generation_size + np.flatnonzero(self.tail.alive)
        return np.concatenate([np.flatnonzero(~self.dead), in_tail])

    def ids(self, positions: NDArray[np.intp]) -> NDArray[np.int64]:
        """Photo ids at ``positions``."""
        return self._pick(positions, self.generation.ids if self.generation else None, self.tail.ids)

    def stamps(self, positions: NDArray[np.intp]) -> NDArray[np.int64]:
        """Stamps at ``positions``."""
        return self._pick(positions, self.generation.stamps if self.generation else None, self.tail.stamps)

    def rows(self, positions: NDArray[np.intp]) -> NDArray[np.float32]:
        """Vectors at ``positions``, in the index's space."""
        matrix = self.generation.matrix if self.generation else None
        return self._pick(positions, matrix, self.tail.matrix).astype(np.float32, copy=False)

    def _pick(
        self, positions: NDArray[np.intp], of_generation: NDArray[Any] | None, of_tail: NDArray[_Number]
    ) -> NDArray[_Number]:
        if of_generation is None:
            return of_tail[positions]
        picked = np.empty((len(positions), *of_tail.shape[1:]), of_tail.dtype)
        old = positions < self.generation_size
        picked[old] = of_generation[positions[old]]
        picked[~old] = of_tail[positions[~old] - self.generation_size]
        return picked


_SPARE = 16
"""So many more than asked for are ranked exactly, because keys in single precision may swap neighbours."""
_LOOKED_AT = 4
"""Photos of one group that are ranked exactly: its nearest, and a few that come close to it."""


@dataclass(frozen=True, slots=True)
class _Scored:
    """Positions and their keys; ``complete`` if no other photo of the index is allowed."""

    positions: NDArray[np.intp]
    keys: Keys
    complete: bool


def search_photos(
    snapshot: Snapshot, query: NDArray[np.float32], count: int, allowed: NDArray[np.int64] | None
) -> list[Neighbour]:
    """The ``count`` nearest photos among ``allowed`` (ascending ids), best first, or all that there are."""
    scored = _score(snapshot, query, count, allowed)
    if len(scored.positions) < count and not scored.complete:
        scored = _score(snapshot, query, None, allowed)
    nearest = scored.positions[best_first(scored.keys, count + _SPARE)]
    return _rank(snapshot, query, nearest)[:count]


def search_groups(
    snapshot: Snapshot,
    query: NDArray[np.float32],
    count: int,
    group_of: GroupOf,
    allowed: NDArray[np.int64] | None,
) -> list[NeighbourGroup]:
    """The ``count`` groups with the nearest photos, best first; fewer only if there are fewer."""
    members: dict[int, list[int]] = {}
    for positions in _widening(snapshot, query, count, allowed):
        members = {}
        for position, key in zip(positions.tolist(), group_of(snapshot.ids(positions)).tolist(), strict=True):
            if key >= 0:
                members.setdefault(key, []).append(position)
        if len(members) >= count:
            break
    # Double precision for those alone that can be in the answer: a group may have hundreds of photos.
    nearest = list(members.items())[: count + _SPARE]
    positions = np.array([p for _key, found in nearest for p in found[:_LOOKED_AT]], np.intp)
    key_of = {int(i): k for i, k in zip(snapshot.ids(positions), _keys(nearest), strict=True)}
    groups: dict[int, list[Neighbour]] = {}
    for neighbour in _rank(snapshot, query, positions):
        groups.setdefault(key_of[neighbour.photo_id], []).append(neighbour)
    return [NeighbourGroup(key, tuple(found)) for key, found in groups.items()][:count]


def _keys(groups: list[tuple[int, list[int]]]) -> list[int]:
    """The key of each photo that is looked at, in step with their positions."""
    return [key for key, found in groups for _ in found[:_LOOKED_AT]]


def _widening(
    snapshot: Snapshot, query: NDArray[np.float32], count: int, allowed: NDArray[np.int64] | None
) -> Iterator[NDArray[np.intp]]:
    """Ever longer arrays of positions, nearest first; the last one holds all that are allowed."""
    length = max(64, 8 * count)
    scored = _score(snapshot, query, length, allowed)
    while True:
        if length > len(scored.positions) and not scored.complete:
            scored = _score(snapshot, query, None, allowed)
        yield scored.positions[best_first(scored.keys, length)]
        if length >= len(scored.positions) and scored.complete:
            return
        length *= 8


def _rank(snapshot: Snapshot, query: NDArray[np.float32], positions: NDArray[np.intp]) -> list[Neighbour]:
    """Score ``positions`` by the measure itself, in double precision, and put them in order."""
    scores = likeness(snapshot.rows(positions), query, snapshot.measure)
    order = np.argsort(-scores, kind="stable")
    ids = snapshot.ids(positions)
    return [Neighbour(*pair) for pair in zip(ids[order].tolist(), scores[order].tolist(), strict=True)]


def _score(
    snapshot: Snapshot, query: NDArray[np.float32], wanted: int | None, allowed: NDArray[np.int64] | None
) -> _Scored:
    """Score the photos that may be among the ``wanted`` nearest, or with None all that are allowed."""
    in_generation = _score_generation(snapshot, query, wanted, allowed)
    tail = snapshot.tail
    chosen = tail.alive if allowed is None else tail.alive & (positions_of(tail.ids, allowed) >= 0)
    rows = np.flatnonzero(chosen)
    if len(rows) == len(tail.ids):
        keys = score_all(tail.matrix, tail.offsets, query)
    else:
        keys = score_rows(tail.matrix, tail.offsets, query, rows)
    return _Scored(
        np.concatenate([in_generation.positions, rows + snapshot.generation_size]),
        np.concatenate([in_generation.keys, keys]),
        in_generation.complete,
    )


def _score_generation(
    snapshot: Snapshot, query: NDArray[np.float32], wanted: int | None, allowed: NDArray[np.int64] | None
) -> _Scored:
    generation = snapshot.generation
    if generation is None:
        return _Scored(np.empty(0, np.intp), np.empty(0, np.float32), complete=True)
    chosen = _eligible(snapshot, generation, allowed)
    eligible = len(generation.ids) if chosen is None else len(chosen)
    proposed = None if wanted is None else _propose(snapshot, generation, query, wanted, chosen)
    rows = chosen if proposed is None else proposed
    if rows is None:
        keys = score_all(generation.matrix, generation.offsets, query)
        return _Scored(np.arange(len(keys)), keys, complete=True)
    if 2 * len(rows) > len(generation.ids):  # reading all is quicker than gathering so many
        keys = score_all(generation.matrix, generation.offsets, query)[rows]
    else:
        keys = score_rows(generation.matrix, generation.offsets, query, rows)
    return _Scored(rows, keys, complete=len(rows) == eligible)


def _eligible(
    snapshot: Snapshot, generation: Generation, allowed: NDArray[np.int64] | None
) -> NDArray[np.intp] | None:
    """The rows that may be found, ascending; None for all."""
    if allowed is None:
        return np.flatnonzero(~snapshot.dead) if snapshot.dead_count else None
    rows = positions_of(allowed, generation.ids)
    rows = rows[rows >= 0]
    return rows[~snapshot.dead[rows]]


def _propose(
    snapshot: Snapshot,
    generation: Generation,
    query: NDArray[np.float32],
    wanted: int,
    chosen: NDArray[np.intp] | None,
) -> NDArray[np.intp] | None:
    """Those of the ``chosen`` rows that are worth an exact look; None if each of them is to be scanned."""
    tuning, size = snapshot.tuning, len(generation.ids)
    eligible = size if chosen is None else len(chosen)
    proposals = size if generation.is_covered else tuning.proposals(size, wanted)
    few = eligible <= proposals or tuning.scans_all(eligible, generation.matrix.shape[1])
    if few and not generation.is_covered:
        return None
    # Annoy knows no filter: what it proposes has to be sifted, so a narrow filter scans instead.
    if generation.has_trees and 2 * eligible > size:
        asked = min(size, proposals * size // eligible)
        rows = generation.tree_candidates(query, asked, asked * tuning.effort)
        if chosen is not None:
            rows = rows[positions_of(rows, chosen) >= 0]
        return None if generation.is_covered and len(rows) < eligible else rows
    if not generation.has_leading:
        return None
    keys = generation.leading_keys(query)
    return best_first(keys, proposals) if chosen is None else chosen[best_first(keys[chosen], proposals)]
