"""Unlabelled photos: pictures of this shop of which nobody said what they show.

They say what the shop's shelves and counter look like; what each of them shows is worked out elsewhere. Their
number is bounded: a search makes room first, the oldest before the others, then the oldest of all.
Their vectors are the business of core/catalog/photos/unlabelled_vectors.py, their picture files, where there
are any, that of core/shop/unlabelled_files.py.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.erasing import empty_log, erasing
from core.catalog.photos.faces import forget_faces
from core.feedback import Said

MOST = 5000
"""How many are kept; some thousands bring all that can be gained (docs/decisions, on unlabelled photos)."""


class Source(StrEnum):
    """What an unlabelled photo came from."""

    PICTURE = "picture"
    FILM = "film"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class UnlabelledFacts:
    """What is known of an unlabelled photo.

    Attributes:
        sha256: hash of the kept picture; "" where only the vector is kept, as of most searches.
        source_sha256: hash of the picture file that it came from; "" for films and searches.
        source_name: the file's name; "" for a search.
        at_ms: place in the film, in milliseconds.
        width, height: of the picture, in pixels.
        search_id: the logged search whose picture it is.
    """

    source: Source
    sha256: str = ""
    source_sha256: str = ""
    source_name: str = ""
    at_ms: int = 0
    width: int = 0
    height: int = 0
    search_id: int | None = None


@dataclass(frozen=True, slots=True)
class UnlabelledPhoto:
    """One that is kept; ``id`` grows with every one that comes, so that those of a film lie in its order."""

    id: int
    facts: UnlabelledFacts
    added: str


@dataclass(frozen=True, slots=True)
class UnlabelledCounts:
    """How many are kept, by what they came from, and how many of them with their picture."""

    pictures: int
    frames: int
    searches: int
    with_picture: int = field(kw_only=True)

    @property
    def total(self) -> int:
        """All of them."""
        return self.pictures + self.frames + self.searches


_COLUMNS = "source, sha256, source_sha256, source_name, at_ms, width, height, search_id"


def insert_unlabelled(catalog: Catalog, photos: Sequence[UnlabelledFacts]) -> NDArray[np.int64]:
    """Note photos; their ids (n,), in the order given. Called in a transaction that stores their vectors."""
    now = utc_now()
    ids = [
        catalog.db.execute(
            f"INSERT INTO unlabelled_photos ({_COLUMNS}, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            [
                *(one.source.value, one.sha256, one.source_sha256, one.source_name, one.at_ms),
                *(one.width, one.height, one.search_id, now),
            ],
        ).lastrowid
        for one in photos
    ]
    return np.array(ids, dtype=np.int64)


def make_room(catalog: Catalog, most: int = MOST) -> set[str]:
    """Delete what is too many; the hashes of pictures that nothing names any more."""
    with erasing(catalog) as db:
        too_many = unlabelled_counts(catalog).total - most
        if too_many <= 0:
            return set()
        order = "SELECT id FROM unlabelled_photos ORDER BY source <> 'search', id LIMIT ?"
        rows = db.execute(order, [too_many]).fetchall()
        return remove_unlabelled(catalog, [row[0] for row in rows])


def remove_unlabelled(catalog: Catalog, ids: Iterable[int]) -> set[str]:
    """Delete some; the hashes of pictures that nothing names any more."""
    keys = json.dumps([int(one) for one in ids])
    with erasing(catalog) as db:
        before = unlabelled_hashes(catalog)
        db.execute("DELETE FROM unlabelled_photos WHERE id IN (SELECT value FROM json_each(?))", [keys])
        gone = before - unlabelled_hashes(catalog)
        forget_faces(catalog, gone)
        return gone


def unlabelled_of_search(catalog: Catalog, search_id: int) -> int | None:
    """The first photo of a search that has no picture; None where it is none, or has one."""
    row = catalog.db.execute(
        "SELECT min(id) FROM unlabelled_photos WHERE search_id = ? AND sha256 = ''", [search_id]
    ).fetchone()
    return None if row[0] is None else int(row[0])


def give_picture(catalog: Catalog, unlabelled_id: int, sha256: str, size: tuple[int, int]) -> None:
    """This photo has a picture from now on, which is safe on the disk; ``size`` is its width and height."""
    with catalog.transaction() as db:
        db.execute(
            "UPDATE unlabelled_photos SET sha256 = ?, width = ?, height = ? WHERE id = ?",
            [sha256, *size, unlabelled_id],
        )


def give_up_pictures(catalog: Catalog, hashes: Iterable[str]) -> None:
    """Keep of these photos, whose pictures are lost, the vectors alone."""
    keys = json.dumps(list(hashes))
    with erasing(catalog) as db:
        lost = "sha256 IN (SELECT value FROM json_each(?))"
        db.execute(f"UPDATE unlabelled_photos SET sha256 = '' WHERE {lost}", [keys])  # noqa: S608
        forget_faces(catalog, json.loads(keys))


def forget_all_unlabelled(catalog: Catalog) -> int:
    """Delete all of them with their vectors, also what was deleted before and stands there still; how many.

    What was heard in searches (core/catalog/log/heard_searches.py) goes with them.

    Raises:
        KnownError: the catalog is read-only, or another program goes on reading what was there.
    """
    with erasing(catalog) as db:
        forget_faces(catalog, unlabelled_hashes(catalog))
        count = db.execute("DELETE FROM unlabelled_photos").rowcount
        db.execute("DELETE FROM heard_searches")
    empty_log(catalog)
    return int(count)


def unlabelled_photos(catalog: Catalog, ids: Iterable[int] | None = None) -> list[UnlabelledPhoto]:
    """All, or those of ``ids`` that are there, by ascending id."""
    chosen = "" if ids is None else "WHERE id IN (SELECT value FROM json_each(?))"
    rows = catalog.db.execute(
        f"SELECT id, added, {_COLUMNS} FROM unlabelled_photos {chosen} ORDER BY id",  # noqa: S608
        [] if ids is None else [json.dumps([int(one) for one in ids])],
    ).fetchall()
    return [
        UnlabelledPhoto(one, UnlabelledFacts(Source(source), *facts), added)
        for one, added, source, *facts in rows
    ]


def confirmed_unlabelled(catalog: Catalog) -> dict[int, int]:
    """The product that a clerk called right for the search that an unlabelled photo came from, by photo."""
    rows = catalog.db.execute(
        "SELECT unlabelled_photos.id, chosen.product_id FROM unlabelled_photos JOIN search_feedback AS chosen"
        " ON chosen.id = (SELECT max(id) FROM search_feedback WHERE search_id = unlabelled_photos.search_id)"
        " WHERE said IN (?, ?) AND chosen.product_id IS NOT NULL",
        [Said.RIGHT.value, Said.INSTEAD.value],
    ).fetchall()
    return dict(rows)


def words_stamp(catalog: Catalog) -> tuple[int, int]:
    """Two readings of :func:`confirmed_unlabelled` are the same if their stamps are equal."""
    row = catalog.db.execute("SELECT count(*), coalesce(max(id), 0) FROM search_feedback").fetchone()
    return int(row[0]), int(row[1])


def is_known_source(catalog: Catalog, source_sha256: str) -> bool:
    """Whether a photo of a product, or an unlabelled one, is or was made of exactly these bytes."""
    row = catalog.db.execute(
        "SELECT EXISTS (SELECT 1 FROM unlabelled_photos WHERE source_sha256 = ?)"
        " OR EXISTS (SELECT 1 FROM photos WHERE source_sha256 = ? OR sha256 = ?)",
        [source_sha256] * 3,
    ).fetchone()
    return bool(row[0])


def unlabelled_hashes(catalog: Catalog) -> set[str]:
    """The hashes of all kept pictures."""
    rows = catalog.db.execute("SELECT DISTINCT sha256 FROM unlabelled_photos WHERE sha256 <> ''").fetchall()
    return {row[0] for row in rows}


def unlabelled_counts(catalog: Catalog) -> UnlabelledCounts:
    """How many are kept."""
    rows = catalog.db.execute(
        "SELECT source, count(*), count(nullif(sha256, '')) FROM unlabelled_photos GROUP BY source"
    ).fetchall()
    counted = {source: int(count) for source, count, _with_picture in rows}
    return UnlabelledCounts(
        *(counted.get(source.value, 0) for source in Source), with_picture=sum(int(row[2]) for row in rows)
    )
