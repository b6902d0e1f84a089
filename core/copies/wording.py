"""What two products' titles say of whether they are one: the same, more, something else, or a variant.

"Juice apple 1 l" and "Juice orange 1 l" share a word, and each has one of its own: two flavours. "500 g" and
"1 kg" are two sizes, however alike the rest is. Titles that share nothing say nothing: people name one thing
in many ways.
"""

import re
from dataclasses import dataclass
from enum import Enum

from core.label.closeness import closeness
from core.label.terms import Amount, amounts_in, folded, words_in
from core.unspaced import is_unspaced

_LEAST_LETTERS = 5
_SPELLED_ALIKE = 0.8
_RUN = re.compile(r"[^\W_]+")


class Titles(Enum):
    """How two titles stand to one another."""

    SAME = "same"
    MORE = "more"
    """One says all that the other says, and more."""
    OTHER = "other"
    """They share no word."""
    VARIANT = "variant"
    """They share words, and each has its own."""
    SIZE = "size"
    """Their amounts, numbers or sizes differ."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A title taken apart.

    Attributes:
        words: folded; of Chinese each pair of neighbours. Also numbers and single letters, which tell sizes.
        amounts: in millilitres, grams and per cent.
    """

    words: frozenset[str]
    amounts: frozenset[Amount]


def wording_of(title: str) -> Wording:
    """What a title says."""
    amounts = amounts_in(title)
    rest = folded(title)
    for written in amounts.values():
        rest = rest.replace(written, " ")
    words: set[str] = set()
    for run in _RUN.findall(rest):
        if any(map(is_unspaced, run)):
            words |= {*words_in(run), *re.findall(r"[a-z0-9]+", run)}
        else:
            words.add(run)
    return Wording(frozenset(words), frozenset(amounts))


def compare(one: Wording, other: Wording) -> Titles:
    """How two titles stand to one another."""
    if amounts_differ(one.amounts, other.amounts):
        return Titles.SIZE
    only_one, only_other = _own_words(one.words, other.words)
    if not only_one and not only_other:
        return Titles.SAME if one.amounts == other.amounts else Titles.MORE
    if len(only_one) == len(one.words) or len(only_other) == len(other.words):
        return Titles.OTHER
    if any(map(_tells_size, only_one | only_other)):
        return Titles.SIZE
    return Titles.VARIANT if only_one and only_other else Titles.MORE


def amounts_differ(one: frozenset[Amount], other: frozenset[Amount]) -> bool:
    """Whether both tell how much there is, in one unit, and not the same."""
    return any(
        _of_unit(one, unit) != _of_unit(other, unit)
        for unit in {amount.unit for amount in one} & {amount.unit for amount in other}
    )


def _of_unit(amounts: frozenset[Amount], unit: str) -> set[float]:
    return {amount.value for amount in amounts if amount.unit == unit}


def _tells_size(word: str) -> bool:
    """A number, or one or two letters: 42, XL, 6er. A Chinese word is none of these."""
    return any(map(str.isdigit, word)) or (len(word) <= 2 and not any(map(is_unspaced, word)))


def _own_words(one: frozenset[str], other: frozenset[str]) -> tuple[set[str], set[str]]:
    """The words that only one of the two has; those that are one word spelled otherwise are left out."""
    only_one, only_other = set(one - other), set(other - one)
    for word in sorted(only_one):
        alike = next((twin for twin in sorted(only_other) if _spelled_alike(word, twin)), None)
        if alike is not None:
            only_one.discard(word)
            only_other.discard(alike)
    return only_one, only_other


def _spelled_alike(one: str, other: str) -> bool:
    """Whether two long words are one, mistyped or in the plural: not "salted" and "unsalted"."""
    if min(len(one), len(other)) < _LEAST_LETTERS or one[0] != other[0] or not (one + other).isalpha():
        return False
    close = min(closeness([one], [other])[0, 0], closeness([other], [one])[0, 0])
    return bool(close > _SPELLED_ALIKE)
