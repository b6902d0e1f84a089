"""What the words read on a picture say for each of some products.

A product is known by what people wrote of it and by what was read on its own photos; the one is spelled
right, the other says what the title does not. Both count, each in its weight:

    evidence = TITLE · t^¾ + LABEL · l^¾

with t the sum over the words of all products' titles, l over the words of their labels, of

    rarity(w) · seen(w) · own(w)

where seen and own say how closely w stands on the picture and in the product's own text (1 as it is, 0 from
one letter in three wrong on), and rarity is the logarithm of how few of the products have the word: BM25's
idea of weighing a word (S. Robertson, "Understanding inverse document frequency", J. Documentation 60, 2004)
with misreading in place of counting. That rarity is among the products that are asked about makes it the same
in a shop of any size. An amount ("1 l", "3 %") is seen or not.

What one product's words say for it speaks against those that lack them: only the differences matter, and of
that the shop has the product at all a label says nothing. That this is so, and both weights, the power and
the closeness were fitted on photos of a real shop (docs/decisions/0019-words-on-packages.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.label.closeness import closeness
from core.label.terms import Amount, amounts_in, folded, unbroken, words_in

TITLE = 1.7
LABEL = 1.0
POWER = 0.75
CLOSE = 0.65
"""Least closeness of a word that counts as seen."""
FEW = 50
"""Among fewer products a word counts as if there were so many, as where the weights were fitted: that one of
four alone has it is no less proof than that one of fifty has."""
TELLING = 0.5
"""Least closeness, on the picture and in the product's own text, of a word that is named as a reason."""
MOST_NAMED = 3
SURE_WORDS = 2
SURE_EVIDENCE = 6.0
"""Least evidence of a label beyond doubt, and words that it comes from: one is found in another…"""
SURE_LEAD = 2.0
"""…so much more than for any other product…"""
SURE_SHARE = 0.8
"""…and this share of what it would be if all were read that is known to be written on the product: a sister
that the shop does not have differs in a word."""
SAME = 0.7
"""How closely a word stands in one that is told to be that one misread, or a part of it."""


@dataclass(frozen=True, slots=True)
class KnownText:
    """What is known to be written on a product.

    Attributes:
        title: what people wrote: its title and brand.
        label: what was read on its photos.
    """

    title: str
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class LabelFit:
    """How well what was read fits each product; arrays of shape (n,).

    Attributes:
        title, label: t and l of the formula above.
        words: those of its words that were seen, the rarest first, as they are written of it.
    """

    title: NDArray[np.float64]
    label: NDArray[np.float64]
    words: tuple[tuple[str, ...], ...]

    def odds(self, title: float = TITLE, label: float = LABEL, power: float = POWER) -> NDArray[np.float64]:
        """Added to the logarithm of each product's odds: 0 for the one that it fits best, less for others."""
        evidence = self.evidence(title, label, power)
        best = float(evidence.max(initial=0.0))
        return evidence - best

    def evidence(
        self, title: float = TITLE, label: float = LABEL, power: float = POWER
    ) -> NDArray[np.float64]:
        """The formula above, (n,)."""
        return np.asarray(title * self.title**power + label * self.label**power, np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class _Terms:
    """What was seen on the picture of the products' words and amounts, and where it is known from.

    Attributes:
        names: (terms,), as they are told to people.
        seen: how closely each stands on the picture, (terms,), from 0 to 1.
        title, label: how closely in what people wrote and in what was read before, (products, terms).
    """

    names: tuple[str, ...]
    seen: NDArray[np.float64]
    title: NDArray[np.float64]
    label: NDArray[np.float64]


def label_fit(read: Sequence[str], known: Sequence[KnownText]) -> LabelFit:
    """How well lines read on a picture fit products of which this is known."""
    words, amounts = _words(read, known), _amounts(read, known)
    names = words.names + amounts.names
    title = np.hstack([words.title, amounts.title])
    label = np.maximum(np.hstack([words.label, amounts.label]) - title, 0)  # beyond what the title says
    seen = np.concatenate([words.seen, amounts.seen])
    count = (title + label).sum(axis=0)
    rarity = np.maximum(np.log((max(len(known), FEW) + 1) / (count + 0.5)), 0)
    told = count <= len(known) / 2  # what most of them have is no reason for one
    shown = [told & (seen * own >= TELLING) for own in title + label]
    named = [_named(names, rarity, is_told, one.title) for is_told, one in zip(shown, known, strict=True)]
    return LabelFit(title @ (rarity * seen), label @ (rarity * seen), tuple(named))


def surely_named(read: Sequence[str], known: Sequence[KnownText]) -> int | None:
    """The place of the one product that lines read on a picture name beyond doubt; None where they do not.

    How often that is right: docs/decisions/0025-a-shop-teaches-itself.md.
    """
    if not read or not known:
        return None
    found = label_fit(read, known)
    evidence = found.evidence()
    best = int(evidence.argmax())
    next_best = float(np.delete(evidence, best).max(initial=0.0))
    if evidence[best] < max(SURE_EVIDENCE, next_best + SURE_LEAD) or len(found.words[best]) < SURE_WORDS:
        return None
    own = known[best]
    whole = label_fit([own.title, *own.label.splitlines()], known).evidence()[best]
    return best if evidence[best] >= SURE_SHARE * whole else None


def _words(read: Sequence[str], known: Sequence[KnownText]) -> _Terms:
    spelled: dict[str, str] = {}
    for text in (*(one.title for one in known), *(one.label for one in known)):
        spelled = words_in(text) | spelled  # as the titles write it, which are spelled right
    vocabulary = sorted(spelled)
    (seen,) = _counted(closeness(vocabulary, [unbroken("".join(read))]))
    there = [word for word, share in zip(vocabulary, seen, strict=True) if share > 0]
    return _Terms(
        tuple(spelled[word] for word in there),
        seen[seen > 0],
        _counted(closeness(there, [unbroken(one.title) for one in known])),
        _counted(closeness(there, [unbroken(one.label) for one in known])),
    )


def _amounts(read: Sequence[str], known: Sequence[KnownText]) -> _Terms:
    seen: dict[Amount, str] = {}
    for line in read:
        seen = amounts_in(line) | seen
    title = np.array([[float(amount in amounts_in(one.title)) for amount in seen] for one in known])
    label = np.array([[float(amount in amounts_in(one.label)) for amount in seen] for one in known])
    shape = (len(known), len(seen))
    return _Terms(tuple(seen.values()), np.ones(len(seen)), title.reshape(shape), label.reshape(shape))


def _counted(close: NDArray[np.float64]) -> NDArray[np.float64]:
    """From 0 for what is no closer than chance to 1 for what stands there as it is."""
    return np.maximum(close - CLOSE, 0) / (1 - CLOSE)


def _named(
    names: Sequence[str], rarity: NDArray[np.float64], is_told: NDArray[np.bool_], title: str
) -> tuple[str, ...]:
    """The words to tell, the rarest first: of a word, a part of it and what it was misread as only one, which
    is the title's where that has it, and else the longest."""
    own = words_in(title)
    told: list[str] = []
    for place in np.argsort(-rarity, kind="stable").tolist():
        if not is_told[place]:
            continue
        name = names[place]
        alike = [at for at, other in enumerate(told) if _is_same(name, other)]
        if not alike:
            told.append(name)
        elif (folded(name) in own, len(name)) > (folded(told[alike[0]]) in own, len(told[alike[0]])):
            told[alike[0]] = name
    return tuple(told[:MOST_NAMED])


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((unbroken(one), unbroken(other)), key=len)
    return bool(closeness([short], [long])[0, 0] >= SAME)
