"""Products on whose packages the same words are read, whatever their titles say.

All pairs whose words overlap enough, without comparing each with each: words are put in order, the rarest
first, and two sets that overlap by a share s have a word in common among the first n − ⌈s n⌉ + 1 of each
(S. Chaudhuri, V. Ganti and R. Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", ICDE
2006).
"""

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import combinations
from math import ceil

from core.copies.proposals import MOST_SHARING, Pair

LEAST_SHARE, LEAST_WORDS = 0.8, 4


def same_labels(words: Mapping[int, Collection[str]]) -> set[Pair]:
    """Pairs of products, by the words that were read on each; what more than eight share rules none in."""
    told = {product: set(own) for product, own in words.items() if len(set(own)) >= LEAST_WORDS}
    known = Counter(word for own in told.values() for word in own)
    having: dict[str, list[int]] = {}
    for product, own in sorted(told.items()):
        first = len(own) - ceil(LEAST_SHARE * len(own)) + 1
        for word in sorted(own, key=lambda word: (known[word], word))[:first]:
            having.setdefault(word, []).append(product)
    return {
        pair
        for products in having.values()
        if len(products) <= MOST_SHARING
        for pair in combinations(products, 2)
        if share(told[pair[0]], told[pair[1]]) >= LEAST_SHARE
    }


def share(one: Collection[str], other: Collection[str]) -> float:
    """How much of all their words two labels have in common; 0 where there are too few to tell."""
    ours, theirs = set(one), set(other)
    if min(len(ours), len(theirs)) < LEAST_WORDS:
        return 0.0
    return len(ours & theirs) / len(ours | theirs)
