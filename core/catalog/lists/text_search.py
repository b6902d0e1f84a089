"""Finding products by text: their words, their numbers, and both mistyped.

The index is SQLite's FTS5 over text in pieces (see :mod:`core.catalog.database.tokens` and
docs/decisions/0029-search-as-people-type.md). Each word that is typed may be the beginning of a longer one;
all must occur.
"""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import chunks, fold
from core.catalog.lists.asked_words import asked_words
from core.catalog.lists.filters import Filter, where
from core.catalog.lists.near_words import NearWord, near_words
from core.catalog.lists.number_search import by_number, by_similar_sku, by_sku_beginning
from core.catalog.lists.seen_search import fit_of_word, rank_by_fit
from core.catalog.lists.word_query import match_expression, short_words
from core.unspaced import is_unspaced

_EVERY_LIVE = Filter()
# bm25's weights, in the order of the index's columns: title, sku, barcode, tags, category, brand,
# description, extra, label. A word of the title says most about a product, one of its description little,
# and what was read on its photos least.
_RANK = "bm25(product_text, 10.0, 8.0, 8.0, 4.0, 4.0, 4.0, 1.0, 1.0, 0.5)"
TOLD = "{title sku barcode tags category brand description extra}"
"""The columns that people filled; what is left is what was read on photos."""
_LONGEST_QUERY = 500
_AT_ONCE = 2000
"""Products that are held against the filter at a time."""
_MOST_READINGS = 12
"""Of what may be meant by words that were mistyped."""


class Why(StrEnum):
    """How a product was found."""

    NUMBER = "number"
    WORDS = "words"
    LABEL = "words on the package"
    SIMILAR_NUMBER = "similar number"
    PART_OF_WORD = "part of a word"
    SIMILAR_WORDS = "similar words"
    SEEN = "seen on the picture"


@dataclass(frozen=True, slots=True)
class TextHit:
    """A product that was found, and why."""

    product_id: int
    why: Why


@dataclass(frozen=True, slots=True)
class FoundText:
    """Products that were found; ``meant`` is what they fit, where nothing fits what was typed."""

    hits: list[TextHit]
    meant: str = ""


def find_text(catalog: Catalog, text: str, filter_: Filter = _EVERY_LIVE, *, limit: int = 50) -> FoundText:
    """Products that ``text`` means, the likeliest first.

    In this order: those whose SKU or barcode it is; those that hold all its words, whose title it is
    before the best rank; those whose SKU begins with it; those that hold them only together with what was
    read on their photos, though behind a title that has it inside a word; those that hold some of them
    while the others, or another word for the same, are told by what is seen on their photos. Only if that
    finds nothing: those whose SKU is one slip away; those whose title has it inside a word; those that
    hold words of the shop that it may stand for.
    """
    text = _without_controls(text).strip()[:_LONGEST_QUERY]
    if not text:
        return FoundText([])
    with catalog.snapshot():
        hits: dict[int, Why] = {}
        for why, found in _searches(catalog, text, filter_, limit):
            for product_id in found:
                hits.setdefault(product_id, why)
            if hits and why in (Why.SIMILAR_NUMBER, Why.SEEN):
                break
        if hits:
            return FoundText([TextHit(product_id, why) for product_id, why in list(hits.items())[:limit]])
        for meant in _readings(catalog, text):
            found = _by_words(catalog, match_expression(meant), filter_, limit)
            if found:
                return FoundText([TextHit(product_id, Why.SIMILAR_WORDS) for product_id in found], meant)
    return FoundText([])


def find_products(
    catalog: Catalog, text: str, filter_: Filter = _EVERY_LIVE, *, limit: int = 50
) -> list[TextHit]:
    """What :func:`find_text` finds, for whom it is all the same how."""
    return find_text(catalog, text, filter_, limit=limit).hits


def _searches(catalog: Catalog, text: str, filter_: Filter, limit: int) -> Iterator[tuple[Why, list[int]]]:
    """What to try, in order; each is run only when it is asked for."""
    yield Why.NUMBER, by_number(catalog, text, filter_, limit)
    told = match_expression(text)
    found: list[int] = []
    if short_words(text):
        whole = match_expression(text, whole_words=True)
        found = _by_words(catalog, whole and f"{TOLD} : ({whole})", filter_, limit)
    if len(found) < limit:
        # Nearly everything has a word that begins with a letter: there is nothing to rank.
        order = "found" if len(text) == 1 else "rank, found"
        found += _by_words(catalog, told and f"{TOLD} : ({told})", filter_, limit, order)
    if len(found) < limit:
        found += by_sku_beginning(catalog, text, filter_, limit - len(found))
    yield Why.WORDS, _whole_title_first(catalog, text, found)
    read = told and f"({told}) NOT {TOLD} : ({told})"
    by_label = _by_words(catalog, read, filter_, limit - len(found)) if len(found) < limit else []
    if by_label and not found:
        yield Why.PART_OF_WORD, _by_part_of_title(catalog, text, filter_, limit)
    yield Why.LABEL, by_label
    enough = len(found) + len(by_label) >= limit
    yield Why.SEEN, [] if enough else _by_what_is_seen(catalog, text, filter_, limit)
    yield Why.SIMILAR_NUMBER, by_similar_sku(catalog, text, filter_, limit)
    yield Why.PART_OF_WORD, _by_part_of_title(catalog, text, filter_, limit)


def _by_words(
    catalog: Catalog, expression: str | None, filter_: Filter, limit: int, order: str = "rank, found"
) -> list[int]:
    """Products under the filter that the expression finds, ranked.

    The best are looked at first: to ask of every product with a common word whether it passes the filter
    takes as long as ranking them. Only if too few pass, all are.
    """
    if expression is None or limit <= 0:
        return []
    condition, values = where(filter_)
    for most in (2 * limit + 50, -1):
        rows = catalog.db.execute(
            "SELECT found, id FROM"  # noqa: S608
            f" (SELECT rowid AS found, {_RANK} AS rank FROM product_text WHERE product_text MATCH ?"
            f"  ORDER BY {order} LIMIT ?)"
            f" LEFT JOIN (SELECT id FROM products WHERE {condition}) ON id = found ORDER BY {order}",
            [expression, most, *values],
        ).fetchall()
        found = [product_id for _, product_id in rows if product_id is not None]
        if len(found) >= limit or len(rows) < most:
            break
    return found[:limit]


def _whole_title_first(catalog: Catalog, text: str, found: list[int]) -> list[int]:
    """``found`` with those ahead whose title is ``text`` and nothing more: «Apple» before «Apple juice»."""
    titles = catalog.db.execute(
        "SELECT id, title FROM products WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(found)]
    )
    asked = fold(text)
    whole = {product_id for product_id, title in titles if fold(title).strip() == asked}
    return sorted(found, key=lambda product_id: product_id not in whole)


def _by_what_is_seen(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    """Products by what their photos show beside what is written of them; nothing where nothing of that kind
    is asked for."""
    asked = asked_words(text)
    if not any(word.terms for word in asked):
        return []
    fits = [fit_of_word(catalog, word, TOLD) for word in asked]
    for whole in (True, False):
        found = _passing(catalog, rank_by_fit(fits, whole=whole), filter_, limit)
        if found:
            return found
    return []


def _passing(catalog: Catalog, products: NDArray[np.int64], filter_: Filter, limit: int) -> list[int]:
    """The first of the products that pass the filter."""
    condition, values = where(filter_)
    found: list[int] = []
    for start in range(0, len(products), _AT_ONCE):
        some = products[start : start + _AT_ONCE].tolist()
        rows = catalog.db.execute(
            f"SELECT id FROM products WHERE id IN (SELECT value FROM json_each(?)) AND {condition}",  # noqa: S608
            [json.dumps(some), *values],
        ).fetchall()
        passing = {row[0] for row in rows}
        found += [one for one in some if one in passing]
        if len(found) >= limit:
            break
    return found[:limit]


def _by_part_of_title(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    """Titles with ``text`` inside a word, as in compounds; reads every title, so it comes late."""
    pattern = "%" + re.sub(r"([\\%_])", r"\\\1", text) + "%"
    filtered, filter_values = where(filter_)
    cursor = catalog.db.execute(
        f"SELECT id FROM products WHERE title LIKE ? ESCAPE '\\' AND {filtered} ORDER BY id LIMIT ?",  # noqa: S608
        [pattern, *filter_values, limit],
    )
    return [row[0] for row in cursor.fetchall()]


def _readings(catalog: Catalog, text: str) -> Iterator[str]:
    """What may be meant by mistyped words, the fewest slips first."""
    pieces = [piece for chunk in chunks(text) for piece in chunk]
    ways = [
        [NearWord(piece, 0, 0)] if is_unspaced(piece) or not piece.isalpha() else near_words(catalog, piece)
        for piece in pieces
    ]
    if not pieces or not all(ways):
        return
    readings = list(itertools.islice(itertools.product(*ways), 500))
    readings.sort(key=lambda reading: sum(near.slips for near in reading))
    mistyped = [reading for reading in readings if any(near.slips for near in reading)]
    for reading in mistyped[:_MOST_READINGS]:
        yield " ".join(near.word for near in reading)


def _without_controls(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
