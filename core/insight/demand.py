"""Unmet demand: what was searched and ended in nothing, what is alike together, beside the period before.

A search ends in nothing where the clerk said that the shop does not have it, or where the answer was «not in
this shop» and nobody chose a product. Which of them are one thing tell their vectors, where the shop keeps
those of its searches (as unlabelled photos); the others are counted.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.embedding.backbone import BackboneSpec
from core.embedding.likeness import SAME_THING, compared
from core.feedback import Said
from core.insight.period import Period


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that people asked for.

    Attributes:
        searches: keys of the searches of the period, the newest first.
        before: how many there were in the period before.
        said_absent: of how many the clerk said that the shop does not have it.
        nearest: the product that answers put first most often; None where there was none.
        last: when it was asked for last (ISO 8601, UTC).
    """

    searches: tuple[int, ...]
    before: int
    said_absent: int
    nearest: int | None
    last: str


@dataclass(frozen=True, slots=True)
class Unmet:
    """All of it: what is wanted, the most often first.

    Attributes:
        searches, before: how many ended in nothing, in the period and the one before.
        without_vector: those of the period of which the shop kept no vector; they are in no group.
    """

    wanted: tuple[Wanted, ...]
    searches: int
    before: int
    without_vector: int


def unmet_demand(catalog: Catalog, period: Period, spec: BackboneSpec) -> Unmet:
    """What ended in nothing in ``period``.

    Args:
        spec: the backbone whose vectors are compared.
    """
    now = _ended_in_nothing(catalog, period)
    before = _ended_in_nothing(catalog, period.before)
    places = _vectors_of(catalog, spec.fingerprint, [*now, *before])
    keys = np.array(list(places), dtype=np.int64)
    groups = alike_groups(compared(spec, np.stack(list(places.values()))), SAME_THING) if places else ()
    wanted = []
    for group in groups:
        members = keys[group].tolist()
        here = sorted((key for key in members if key in now), key=lambda key: (now[key].searched, key))
        if not here:
            continue
        firsts = [now[key].top for key in here if now[key].top is not None]
        wanted.append(
            Wanted(
                tuple(reversed(here)),
                len(members) - len(here),
                sum(now[key].is_absent for key in here),
                max(firsts, key=lambda one: (firsts.count(one), -(one or 0)), default=None),
                now[here[-1]].searched,
            )
        )
    ordered = sorted(wanted, key=lambda one: (-len(one.searches), one.before, one.searches))
    return Unmet(tuple(ordered), len(now), len(before), sum(key not in places for key in now))


def alike_groups(rows: NDArray[np.float32], alike: float) -> tuple[NDArray[np.int64], ...]:
    """Rows (n, dim) of unit length that are alike, group by group; every row is in one.

    The row with the most alike ones among what is left gathers these around it: no chain of small steps
    joins two things that are not alike.
    """
    is_alike = rows @ rows.T >= alike
    np.fill_diagonal(is_alike, val=True)
    left = np.ones(len(rows), dtype=np.bool_)
    groups = []
    numbers = is_alike.sum(axis=1)
    while left.any():
        middle = int(np.argmax(np.where(left, numbers, -1)))
        group = np.flatnonzero(is_alike[middle] & left)
        groups.append(group)
        left[group] = False
        numbers = numbers - is_alike[:, group].sum(axis=1)
    return tuple(groups)


@dataclass(frozen=True, slots=True)
class _Ended:
    searched: str
    top: int | None
    is_absent: bool


def _ended_in_nothing(catalog: Catalog, period: Period) -> dict[int, _Ended]:
    rows = catalog.db.execute(
        "SELECT id, searched, top_product_id, feedback = ? FROM searches"
        " WHERE searched >= ? AND searched < ? AND chosen_product_id IS NULL"
        " AND (feedback = ? OR verdict = 'unknown')",
        [Said.ABSENT.value, *period.moments, Said.ABSENT.value],
    )
    return {key: _Ended(searched, top, bool(absent)) for key, searched, top, absent in rows}


def _vectors_of(catalog: Catalog, fingerprint: str, searches: list[int]) -> dict[int, NDArray[np.float16]]:
    """The vectors of these searches that the shop kept, by search."""
    rows = catalog.db.execute("SELECT id, search_id FROM unlabelled_photos WHERE search_id IS NOT NULL")
    wanted = set(searches)
    search_of = {photo: search for photo, search in rows if search in wanted}
    batch = unlabelled_vectors(catalog, fingerprint, among=list(search_of))
    return {search_of[photo]: vector for photo, vector in zip(batch.ids.tolist(), batch.vectors, strict=True)}
