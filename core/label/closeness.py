"""How closely a word stands somewhere in a text, though letters were misread or the spaces were lost.

The errors are those of the best place in the text: characters wrong, missing or too many, wherever the word
may begin and end there. All words are looked for in all texts at once, a word's characters in the bits of a
number (G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming",
J. ACM 46, 1999).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LONGEST = 60
"""Characters of a word that are looked for; of a longer one its beginning."""
LONGEST_TEXT = 1500
"""Characters of a text that are looked through."""


def closeness(words: Sequence[str], texts: Sequence[str]) -> NDArray[np.float64]:
    """1 for each word that stands in a text as it is, less by the share of its letters that are wrong.

    Returns:
        Shape (texts, words), from 0 to 1.
    """
    shape = (len(texts), len(words))
    cut = [word[:LONGEST] for word in words]
    lengths = np.array([max(1, len(word)) for word in cut], np.int64)
    places, codes = _places(cut), _codes(cut, [text[:LONGEST_TEXT] for text in texts])
    last = np.uint64(1) << (lengths - 1).astype(np.uint64)
    one = np.uint64(1)
    # As in the paper: where the column of the table rises (plus) and falls (minus) by one.
    plus, minus = np.full(shape, ~np.uint64(0)), np.zeros(shape, np.uint64)
    errors = np.broadcast_to(lengths, shape).copy()
    least = errors.copy()
    for column in codes.T:
        equal = places[column]
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        rises = minus | ~(horizontal | plus)
        falls = plus & horizontal
        errors += ((rises & last) != 0).astype(np.int64) - ((falls & last) != 0)
        np.minimum(least, errors, out=least)
        rises <<= one
        falls <<= one
        plus = falls | ~(vertical | rises)
        minus = rises & vertical
    close: NDArray[np.float64] = 1 - least / lengths
    return close


def _numbers(words: Sequence[str]) -> dict[str, int]:
    """A number from 1 for each character of the words; 0 is any other."""
    return {character: 1 + place for place, character in enumerate(sorted(set("".join(words))))}


def _places(words: Sequence[str]) -> NDArray[np.uint64]:
    """Where each character stands in each word: a bit for each place, shape (1 + characters, words)."""
    numbers = _numbers(words)
    found = np.zeros((1 + len(numbers), len(words)), np.uint64)
    for column, word in enumerate(words):
        for place, character in enumerate(word):
            found[numbers[character], column] |= np.uint64(1 << place)
    return found


def _codes(words: Sequence[str], texts: Sequence[str]) -> NDArray[np.int64]:
    """The texts in the characters' numbers, shorter ones filled up with 0: shape (texts, longest)."""
    numbers = _numbers(words)
    codes = np.zeros((len(texts), max(map(len, texts), default=0)), np.int64)
    for row, text in enumerate(texts):
        codes[row, : len(text)] = [numbers.get(character, 0) for character in text]
    return codes
