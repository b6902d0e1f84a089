"""Tags that what is seen on products' photos, and what is read on them, would give them.

Only what is sure is proposed. Where the shop has a tag for the same, in whichever language and spelling, that
tag is meant. Of what is read on a package only what is a tag in this shop already is proposed: a label says
much that nobody wants to find things by.
"""

from collections.abc import Iterable, Mapping, Sequence

from core.catalog.lists.asked_words import terms_in
from core.catalog.photos.label_words import label_texts
from core.catalog.photos.seen_words import seen_on_products
from core.label.terms import folded, words_in
from core.shop.shop import Shop
from core.vocabulary import Sort, Term, vocabulary

SURE = {Sort.COLOUR: 0.75, Sort.PATTERN: 0.5, Sort.MATERIAL: 0.5, Sort.KIND: 0.45}
"""From which sureness a word is proposed: what it is right in then stands in
docs/decisions/0049-words-for-pictures.md."""
_READ = 0.8
"""How sure a tag is that stands on the package."""


def described_tags(
    shop: Shop, product_ids: Sequence[int], known_tags: Iterable[str], language: str
) -> dict[str, float]:
    """Tags for these products together, with the share of them that deserves each, as far as can be seen.

    Args:
        known_tags: the shop's own; they are kept to where one says the same.
        language: ``en`` or ``zh_CN``, in which a new tag is named.
    """
    if not product_ids:
        return {}
    known = list(known_tags)
    spelled = _own_words(known)
    totals: dict[str, float] = {}
    for words in seen_on_products(shop.catalog, product_ids).values():
        for key, sureness in words.items():
            term = vocabulary().get(key)
            if term is not None and sureness >= SURE[term.sort]:
                tag = spelled.get(key, term.name(language))
                totals[tag] = totals.get(tag, 0.0) + sureness
    for tag, count in _read_tags(label_texts(shop.catalog, product_ids), known).items():
        totals[tag] = max(totals.get(tag, 0.0), _READ * count)
    return {tag: round(total / len(product_ids), 3) for tag, total in totals.items()}


def described_terms(shop: Shop, product_id: int) -> list[tuple[Term, float]]:
    """What is said of one product, the surest first."""
    words = seen_on_products(shop.catalog, [product_id]).get(product_id, {})
    return [(vocabulary()[key], sureness) for key, sureness in words.items() if key in vocabulary()]


def _own_words(known: Iterable[str]) -> dict[str, str]:
    """The shop's tag for each term of the vocabulary that is one, by the term's key."""
    found: dict[str, str] = {}
    for tag in known:
        for term in terms_in(tag):
            if any(folded(tag) == folded(word) for word in term.words):
                found.setdefault(term.key, tag)
    return found


def _read_tags(texts: Mapping[int, str], known: Iterable[str]) -> dict[str, int]:
    """On how many of the packages each of the shop's tags is read."""
    wanted = {tag: set(words_in(tag)) for tag in known}
    found: dict[str, int] = {}
    for text in texts.values():
        read = set(words_in(text))
        for tag, words in wanted.items():
            if words and words <= read:
                found[tag] = found.get(tag, 0) + 1
    return found
