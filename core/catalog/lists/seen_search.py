"""Finding products by what is seen on their photos together with what is written of them.

Each thing that is asked for may stand in a product's text, as it was typed (1) or by another word for the
same, be it of the other language (0.9); in what was read on its photos (0.7); or be seen on them, as sure as
that is (0.8 at most, so that what people wrote outranks what the program saw). A product is as good as all
that it has of what is asked for. One that lacks something is found only where none has all, and only if it
has most. Something must be seen: what is only written is the text search's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.lists.asked_words import AskedWord
from core.catalog.lists.word_query import match_expression
from core.catalog.photos.seen_words import products_seen_with

_AS_TYPED, _OTHER_WORD, _ON_LABEL, _SEEN = 1.0, 0.9, 0.7, 0.8

_Pairs = tuple[NDArray[np.int64], NDArray[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """The products that have one thing that is asked for.

    Attributes:
        products, scores: ascending ids, and how well each fits, 0 to 1; both (n,).
        seen: the ids of those on whose photos it is seen, (m,).
    """

    products: NDArray[np.int64]
    scores: NDArray[np.float64]
    seen: NDArray[np.int64]


def fit_of_word(catalog: Catalog, asked: AskedWord, told: str) -> Fit:
    """Which products have one thing that is asked for.

    Args:
        told: the columns of the text index that people filled, as FTS5 writes them.
    """
    ways: list[_Pairs] = []
    typed = match_expression(asked.typed)
    others = " OR ".join(_other_words(asked))
    if typed:
        ways.append(_scored(_matching(catalog, f"{told} : ({typed})"), _AS_TYPED))
        ways.append(_scored(_matching(catalog, f"label : ({typed})"), _ON_LABEL))
    if others:
        ways.append(_scored(_matching(catalog, f"{told} : ({others})"), _OTHER_WORD))
    ids, sureness = products_seen_with(catalog, [term.key for term in asked.terms])
    products, scores = _best([*ways, (ids, sureness * _SEEN)])
    return Fit(products, scores, ids)


def rank_by_fit(fits: Sequence[Fit], *, whole: bool) -> NDArray[np.int64]:
    """Products on whose photos something of what is asked for is seen, the best first.

    Args:
        fits: of each thing.
        whole: leave out those that lack something; else those that lack as much as they have.
    """
    products = np.unique(np.concatenate([fit.seen for fit in fits]))
    table = np.zeros((len(products), len(fits)))
    for column, fit in enumerate(fits):
        _both, ours, theirs = np.intersect1d(products, fit.products, True, return_indices=True)
        table[ours, column] = fit.scores[theirs]
    has = np.count_nonzero(table, axis=1)
    kept = has == len(fits) if whole else has * 2 > len(fits)
    order = np.lexsort((products[kept], -table[kept].sum(axis=1), -has[kept]))
    best: NDArray[np.int64] = products[kept][order]
    return best


def _other_words(asked: AskedWord) -> Iterator[str]:
    for word in dict.fromkeys(word for term in asked.terms for word in term.words):
        expression = match_expression(word, whole_words=True)
        if expression and len(word) > 1:  # one Chinese character is part of too many words
            yield f"({expression})"


def _matching(catalog: Catalog, expression: str) -> NDArray[np.int64]:
    rows = catalog.db.execute(
        "SELECT rowid FROM product_text WHERE product_text MATCH ? ORDER BY rowid", [expression]
    ).fetchall()
    return np.array(rows, np.int64).reshape(-1)


def _scored(ids: NDArray[np.int64], score: float) -> _Pairs:
    return ids, np.full(len(ids), score)


def _best(ways: Sequence[_Pairs]) -> _Pairs:
    ids = np.concatenate([one for one, _scores in ways]) if ways else np.zeros(0, np.int64)
    scores = np.concatenate([some for _ids, some in ways]) if ways else np.zeros(0)
    order = np.lexsort((-scores, ids))
    products, first = np.unique(ids[order], return_index=True)
    return products, scores[order][first]
