"""Unmet demand: what was searched and ended in nothing, what is alike together, beside the period before.

A search ends in nothing where the clerk said that the shop does not have it, or where the answer was «not in
this shop» and nobody chose a product. Which of them are one thing tell their vectors, where the shop keeps
those of its searches (as unlabelled photos); the others are counted.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.embedding.backbone import BackboneSpec
from core.embedding.likeness import SAME_THING, compared
from core.feedback import Said
from core.insight.decisions import Decision, decisions
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
        picture: hash of the newest picture of it that the shop kept (core/shop/unlabelled_files.py); "" for
            none.
        decided: what the shop decided of it last; None for nothing.
    """

    searches: tuple[int, ...]
    before: int
    said_absent: int
    nearest: int | None
    last: str
    picture: str = ""
    decided: Decision | None = None


@dataclass(frozen=True, slots=True)
class NotSold:
    """A thing of which the shop said that it does not sell it.

    Attributes:
        searches: those of which it was said.
        asked: how often it was asked for in the period; this is no unmet demand.
        nearest, picture: as of :class:`Wanted`.
    """

    searches: tuple[int, ...]
    asked: int
    nearest: int | None
    picture: str


@dataclass(frozen=True, slots=True)
class Unmet:
    """All of it: what is wanted, the most often first.

    Attributes:
        searches, before: how many ended in nothing, in the period and the one before.
        without_vector: those of the period of which the shop kept no vector; they are in no group.
        not_sold: what the shop does not sell; none of it is counted above.
    """

    wanted: tuple[Wanted, ...]
    searches: int
    before: int
    without_vector: int
    not_sold: tuple[NotSold, ...] = ()


def unmet_demand(catalog: Catalog, period: Period, spec: BackboneSpec) -> Unmet:
    """What ended in nothing in ``period``.

    Args:
        spec: the backbone whose vectors are compared.
    """
    now = _ended_in_nothing(catalog, period)
    before = _ended_in_nothing(catalog, period.before)
    decided = decisions(catalog)
    refused = {search for search, decision in decided.items() if decision is Decision.NOT_SOLD}
    places = _vectors_of(catalog, spec.fingerprint, {*now, *before, *refused})
    keys = np.array(list(places), dtype=np.int64)
    rows = compared(spec, np.stack(list(places.values()))) if places else np.zeros((0, 1), np.float32)
    pictures = _pictures_of(catalog, set(places))
    is_refused = np.isin(keys, list(refused))
    not_sold = []
    is_met = is_refused.copy()
    for group in alike_groups(rows[is_refused], SAME_THING):
        own = keys[is_refused][group]
        alike = (rows @ rows[is_refused][group].T >= SAME_THING).any(axis=1) | np.isin(keys, own)
        is_met |= alike
        asked = [key for key in keys[alike].tolist() if key in now]
        not_sold.append(
            NotSold(
                tuple(own.tolist()),
                len(asked),
                _nearest(catalog, own.tolist()),
                _newest(pictures, own.tolist()),
            )
        )
    met = set(keys[is_met].tolist()) | refused
    now = {key: ended for key, ended in now.items() if key not in met}
    before = {key: ended for key, ended in before.items() if key not in met}
    keys, rows = keys[~is_met], rows[~is_met]
    wanted = []
    for group in alike_groups(rows, SAME_THING):
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
                _newest(pictures, members),
                next((decided[key] for key in sorted(members, reverse=True) if key in decided), None),
            )
        )
    ordered = sorted(wanted, key=lambda one: (-len(one.searches), one.before, one.searches))
    without = sum(key not in places for key in now)
    return Unmet(tuple(ordered), len(now), len(before), without, tuple(not_sold))


def alike_groups(rows: NDArray[np.float32], alike: float) -> tuple[NDArray[np.int64], ...]:
    """Rows (n, dim) of unit length that are alike, group by group; every row is in one.

    The row with the most alike ones among what is left gathers these around it: no chain of small steps
    joins two things that are not alike.
    """
    if not len(rows):
        return ()
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


def _vectors_of(catalog: Catalog, fingerprint: str, searches: set[int]) -> dict[int, NDArray[np.float16]]:
    """The vectors of these searches that the shop kept, by search."""
    rows = catalog.db.execute("SELECT id, search_id FROM unlabelled_photos WHERE search_id IS NOT NULL")
    search_of = {photo: search for photo, search in rows if search in searches}
    batch = unlabelled_vectors(catalog, fingerprint, among=list(search_of))
    return {search_of[photo]: vector for photo, vector in zip(batch.ids.tolist(), batch.vectors, strict=True)}


def _pictures_of(catalog: Catalog, searches: set[int]) -> dict[int, str]:
    """The hashes of these searches' pictures, where the shop kept one."""
    rows = catalog.db.execute(
        "SELECT search_id, sha256 FROM unlabelled_photos WHERE search_id IS NOT NULL AND sha256 <> ''"
    )
    return {search: sha256 for search, sha256 in rows if search in searches}


def _newest(pictures: dict[int, str], searches: Iterable[int]) -> str:
    return next((pictures[one] for one in sorted(searches, reverse=True) if one in pictures), "")


def _nearest(catalog: Catalog, searches: list[int]) -> int | None:
    """The product that answers to these searches put first most often."""
    row = catalog.db.execute(
        "SELECT top_product_id FROM searches WHERE id IN (SELECT value FROM json_each(?))"
        " AND top_product_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1",
        [json.dumps(searches)],
    ).fetchone()
    return None if row is None else int(row[0])
