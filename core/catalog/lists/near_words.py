"""Words that were mistyped: what people may have meant, of the words that the shop has.

Words one slip away are looked up, every one that there could be (after P. Norvig, 2007); where there is none,
those two slips away from a longer word, among the words that begin alike. A slip is a letter that is wrong,
missing, too many, or two that are swapped (F. Damerau, 1964).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from core.catalog.database.catalog import Catalog

_SHORTEST = 4
"""Letters of a word that is forgiven a slip: too many short words are one slip apart."""
_TWO_SLIPS_FROM = 7
_LONGEST = 24
_BEGIN_ALIKE = 3
_MOST_READ = 3000
"""Words that begin alike: more would take longer than whoever types waits for."""
_AFTER = "\U0010ffff"
_ALPHABETS = (
    ("abcdefghijklmnopqrstuvwxyz", range(0x61, 0x7B)),
    ("".join(map(chr, range(0x3B1, 0x3CA))), range(0x370, 0x400)),
    ("".join(map(chr, range(0x430, 0x450))), range(0x400, 0x530)),
)


@dataclass(frozen=True, slots=True)
class NearWord:
    """A word of the shop, how many slips it is away, and in how many products it stands."""

    word: str
    slips: int
    products: int


def near_words(catalog: Catalog, word: str, most: int = 3) -> list[NearWord]:
    """The likeliest words of the shop that ``word`` (folded) may stand for; itself if it begins one."""
    itself = _known(catalog, [word], 0)
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return itself
    candidates = list(one_slip_away(word, _alphabet(word), _longest_beginning(catalog, word)))
    found = {near.word: near for near in (*itself, *_known(catalog, candidates, 1))}
    if len(word) >= _TWO_SLIPS_FROM and not any(near.slips < 2 and near.products for near in found.values()):
        begin = word[:_BEGIN_ALIKE]
        rows = catalog.db.execute(
            "SELECT term, doc FROM product_terms WHERE term >= ? AND term < ? LIMIT ?",
            [begin, begin + _AFTER, _MOST_READ],
        ).fetchall()
        for term, products in rows:
            if abs(len(term) - len(word)) <= 2 and term not in found and slips(word, term, 2) == 2:
                found[term] = NearWord(term, 2, products)
    same = word[0]
    order = sorted(
        found.values(), key=lambda near: (near.slips, near.word[0] != same, -near.products, near.word)
    )
    return order[:most]


def one_slip_away(word: str, alphabet: str, latest: int | None = None) -> Iterator[str]:
    """Every word of letters of ``alphabet``, and its own, that one slip may have turned into ``word``.

    Args:
        latest: before how many of its letters the slip is, at the latest; anywhere if None.
    """
    letters = sorted({*word, *alphabet})
    last = len(word) if latest is None else latest
    splits = [(word[:place], word[place:]) for place in range(last + 1)]
    for head, tail in splits:
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters if letter != tail[0])
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)


def slips(one: str, two: str, most: int) -> int:
    """How many slips lie between two words (optimal string alignment); ``most`` + 1 if there are more."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, start=1):
        before, above, row = row, before, [i] + [0] * len(two)
        for j, other in enumerate(two, start=1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                row[j] = min(row[j], above[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _longest_beginning(catalog: Catalog, word: str) -> int:
    """How many letters of ``word`` begin one of the shop's.

    What was meant begins as ``word`` does, up to the slip: behind so many letters there is none.
    """
    (most,) = catalog.db.execute(
        "SELECT coalesce(max(length(value)), 0) FROM json_each(?) WHERE EXISTS"
        " (SELECT 1 FROM product_terms WHERE term >= value AND term < value || ?)",
        [json.dumps([word[:place] for place in range(1, len(word) + 1)]), _AFTER],
    ).fetchone()
    return int(most)


def _known(catalog: Catalog, candidates: list[str], far: int) -> list[NearWord]:
    """Those of the candidates that are words of the shop, or with which one begins."""
    rows = catalog.db.execute(
        "SELECT value, (SELECT doc FROM product_terms WHERE term = value) FROM json_each(?) WHERE EXISTS"
        " (SELECT 1 FROM product_terms WHERE term >= value AND term < value || ?)",
        [json.dumps(candidates), _AFTER],
    ).fetchall()
    return [NearWord(word, far, products or 0) for word, products in rows]


def _alphabet(word: str) -> str:
    return "".join(letters for letters, codes in _ALPHABETS if any(ord(letter) in codes for letter in word))
