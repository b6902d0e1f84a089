"""What people type, cut into the things that they ask for: each a word or two, with what it may mean.

``red polka dot mugs`` asks for red, for dots and for a mug; ``红色杯子`` for red and for a cup. A word that
the vocabulary does not know is asked for as it is written.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.database.tokens import chunks
from core.catalog.lists.plurals import other_numbers
from core.catalog.photos.vocabulary import Term, vocabulary
from core.unspaced import is_unspaced

_SAY_NOTHING = frozenset("and a an the in of with on for und mit le la de 的 色 和 带 个".split())  # noqa: SIM905
_MOST = 12
"""Things that one question asks for; more are no question."""


@dataclass(frozen=True, slots=True)
class AskedWord:
    """One thing that is asked for.

    Attributes:
        typed: the words as they were typed, folded.
        terms: what of the vocabulary they may mean; none if it does not know them.
    """

    typed: str
    terms: tuple[Term, ...] = ()


def asked_words(text: str) -> list[AskedWord]:
    """The things that ``text``, printable, asks for, in its order; of words that overlap the longest."""
    found: list[AskedWord] = []
    for chunk in _spans(chunks(text)):
        place = 0
        unknown: list[str] = []
        while place < len(chunk):
            length, terms = _longest(chunk[place:])
            if terms:
                found += _as_typed(unknown)
                unknown = []
                found.append(AskedWord(_joined(chunk[place : place + length]), terms))
            elif chunk[place] in _SAY_NOTHING or not (is_unspaced(chunk[place]) and unknown):
                found += _as_typed(unknown)
                unknown = [] if chunk[place] in _SAY_NOTHING else [chunk[place]]
            else:
                unknown.append(chunk[place])
            place += length
        found += _as_typed(unknown)
    return list(dict.fromkeys(found))[:_MOST]


def terms_in(text: str) -> tuple[Term, ...]:
    """All that ``text`` may mean to see."""
    return tuple(dict.fromkeys(term for asked in asked_words(text) for term in asked.terms))


def _spans(found: Sequence[Sequence[str]]) -> list[list[str]]:
    """All pieces in a row: words of several parts are typed with spaces, hyphens, or neither."""
    return [[piece for chunk in found for piece in chunk]]


def _as_typed(pieces: Sequence[str]) -> list[AskedWord]:
    return [AskedWord(_joined(pieces))] if pieces else []


def _joined(pieces: Sequence[str]) -> str:
    return "".join(pieces) if pieces and all(map(is_unspaced, pieces)) else " ".join(pieces)


def _longest(pieces: Sequence[str]) -> tuple[int, tuple[Term, ...]]:
    """How many of the pieces the longest known word takes that they begin with, and what it may mean."""
    words, longest = _words()
    for length in range(min(longest, len(pieces)), 0, -1):
        head = tuple(pieces[:length])
        for last in (head[-1], *(other.word for other in other_numbers(head[-1]))):
            terms = words.get((*head[:-1], last))
            if terms:
                return length, terms
    return 1, ()


@functools.cache
def _words() -> tuple[dict[tuple[str, ...], tuple[Term, ...]], int]:
    """The terms by the pieces of each of their words, and how many pieces the longest has."""
    found: dict[tuple[str, ...], tuple[Term, ...]] = {}
    for term in vocabulary().values():
        for word in term.words:
            pieces = tuple(piece for chunk in chunks(word) for piece in chunk)
            found[pieces] = (*found.get(pieces, ()), term)
    return found, max(map(len, found))
