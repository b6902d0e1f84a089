"""Goods that the shop never sells, as it says itself: pictures of them, and words that name them."""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.clean_text import clean_line
from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.photos.vector_models import STORED, as_stored
from core.errors import KnownError
from core.messages import message

SIDE = 640
"""Pixels of the longer side of a kept picture: more than the print or the network looks at."""
MOST_PICTURES, MOST_WORDS = 300, 1000
LONGEST_WORD = 60
_QUALITY = 90


@dataclass(frozen=True, slots=True)
class NeverSellPicture:
    """A picture of goods that are never sold.

    Attributes:
        sha256: of ``jpeg``.
        name: what the file was called, or the product.
        jpeg: the picture, upright RGB.
    """

    id: int
    sha256: str
    name: str
    jpeg: bytes


def add_picture(catalog: Catalog, image: Image.Image, name: str, *, who: str) -> NeverSellPicture:
    """Keep a picture (upright RGB, any size); one that is there already stays as it is.

    Raises:
        KnownError: there are too many, the shop can only be read, or the disk is full.
    """
    small = image.copy()
    small.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=_QUALITY)
    return put_picture(catalog, buffer.getvalue(), name, who=who)


def put_picture(catalog: Catalog, jpeg: bytes, name: str, *, who: str) -> NeverSellPicture:
    """Keep a picture whose bytes were kept before; otherwise as :func:`add_picture`."""
    sha256 = hashlib.sha256(jpeg).hexdigest()
    with catalog.transaction() as db:
        (count,) = db.execute("SELECT count(*) FROM never_sell_pictures").fetchone()
        if count >= MOST_PICTURES:
            raise KnownError(
                message("core", "There are {count} pictures of goods never sold already: remove some first."),
                count=count,
            )
        db.execute(
            "INSERT OR IGNORE INTO never_sell_pictures (sha256, name, picture, who, added)"
            " VALUES (?, ?, ?, ?, ?)",
            [sha256, clean_line(name), jpeg, who, utc_now()],
        )
        (picture_id,) = db.execute("SELECT id FROM never_sell_pictures WHERE sha256 = ?", [sha256]).fetchone()
    return NeverSellPicture(picture_id, sha256, clean_line(name), jpeg)


def never_sell_pictures(catalog: Catalog) -> list[NeverSellPicture]:
    """All of them, the oldest first."""
    rows = catalog.db.execute(
        "SELECT id, sha256, name, picture FROM never_sell_pictures ORDER BY id"
    ).fetchall()
    return [NeverSellPicture(*row) for row in rows]


def remove_picture(catalog: Catalog, picture_id: int) -> None:
    """Look for this one no more."""
    with catalog.transaction() as db:
        db.execute("DELETE FROM never_sell_pictures WHERE id = ?", [picture_id])


def never_sell_words(catalog: Catalog) -> list[str]:
    """All words, by their letters."""
    return [
        row[0] for row in catalog.db.execute("SELECT word FROM never_sell_words ORDER BY word").fetchall()
    ]


def add_word(catalog: Catalog, word: str, *, who: str) -> str:
    """Look for a word or a few in a row; one that is there stays as it is.

    Returns:
        The word as it is kept.

    Raises:
        KnownError: it is empty or too long, there are too many, or the shop can only be read.
    """
    clean = clean_line(word)
    if not clean or len(clean) > LONGEST_WORD:
        raise KnownError(
            message("core", "Write a word of one letter to {most}, or a few words in a row."),
            most=LONGEST_WORD,
        )
    with catalog.transaction() as db:
        if len(never_sell_words(catalog)) >= MOST_WORDS:
            raise KnownError(
                message("core", "There are {count} words of goods never sold already: remove some first."),
                count=MOST_WORDS,
            )
        db.execute(
            "INSERT OR IGNORE INTO never_sell_words (word, who, added) VALUES (?, ?, ?)",
            [clean, who, utc_now()],
        )
    return clean


def remove_word(catalog: Catalog, word: str) -> bool:
    """Look for it no more; False if it was not looked for."""
    with catalog.transaction() as db:
        return db.execute("DELETE FROM never_sell_words WHERE word = ?", [clean_line(word)]).rowcount > 0


def sold_sorts(catalog: Catalog) -> frozenset[str]:
    """The sorts of goods that the program knows by itself and of which this shop is not told."""
    return frozenset(row[0] for row in catalog.db.execute("SELECT sort FROM sold_sorts").fetchall())


def choose_sort(catalog: Catalog, sort: str, *, told: bool) -> None:
    """Whether the shop is told of goods of this sort from now on."""
    with catalog.transaction() as db:
        db.execute("DELETE FROM sold_sorts WHERE sort = ?", [sort])
        if not told:
            db.execute("INSERT INTO sold_sorts (sort) VALUES (?)", [sort])


def picture_vectors(catalog: Catalog, fingerprint: str, dim: int) -> dict[int, NDArray[np.float16]]:
    """What a network saw on the pictures, (dim,) by their ids; those that it has not seen are left out."""
    rows = catalog.db.execute(
        "SELECT picture_id, vector FROM never_sell_vectors WHERE fingerprint = ?", [fingerprint]
    ).fetchall()
    size = dim * STORED.itemsize
    return {key: np.frombuffer(vector, STORED) for key, vector in rows if len(vector) == size}


def store_picture_vectors(
    catalog: Catalog, fingerprint: str, vectors: Mapping[int, NDArray[np.floating]]
) -> None:
    """Keep what a network saw; of pictures that are gone by now nothing."""
    with catalog.transaction() as db:
        present = _present(catalog, vectors)
        db.conn.executemany(
            "INSERT OR REPLACE INTO never_sell_vectors (picture_id, fingerprint, vector) VALUES (?, ?, ?)",
            [
                (key, fingerprint, as_stored(vector[np.newaxis])[0].tobytes())
                for key, vector in vectors.items()
                if key in present
            ],
        )


def _present(catalog: Catalog, keys: Iterable[int]) -> set[int]:
    return {
        row[0]
        for row in catalog.db.execute(
            "SELECT id FROM never_sell_pictures WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(keys))],
        ).fetchall()
    }
