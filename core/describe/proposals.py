"""Tags that what is seen on products' photos, and what is read on them, would give them.

Only what is sure is proposed. Where the shop has a tag for the same, in whichever language and spelling, that
tag is meant. Of what is read on a package only what is a tag in this shop already is proposed: a label says
much that nobody wants to find things by.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.catalog.lists.asked_words import terms_in
from core.catalog.photos.label_words import label_texts
from core.catalog.photos.seen_words import seen_on_products
from core.catalog.photos.vocabulary import Sort, Term, vocabulary
from core.catalog.products.products import Product
from core.label.terms import folded, words_in
from core.shop.shop import Shop

SURE = {Sort.COLOUR: 0.75, Sort.PATTERN: 0.5, Sort.MATERIAL: 0.5, Sort.KIND: 0.45}
"""From which sureness a word is proposed: what it is right in then stands in
docs/decisions/0050-words-for-pictures.md."""
_READ = 0.8
"""How sure a tag is that stands on the package."""


@dataclass(frozen=True, slots=True)
class ProposedTag:
    """A tag that a product may get; ``own`` is how the shop spells it, "" if it has no such tag yet."""

    term: Term
    own: str

    def name(self, language: str) -> str:
        """As it would be given to a user of this language."""
        return self.own or self.term.name(language)


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
            if _is_sure(key, sureness):
                tag = spelled.get(key, vocabulary()[key].name(language))
                totals[tag] = totals.get(tag, 0.0) + sureness
    for tag, count in _read_tags(label_texts(shop.catalog, product_ids), known).items():
        totals[tag] = max(totals.get(tag, 0.0), _READ * count)
    return {tag: round(total / len(product_ids), 3) for tag, total in totals.items()}


def tags_for_product(shop: Shop, product: Product, known_tags: Iterable[str]) -> tuple[ProposedTag, ...]:
    """The tags that one product would get by what is seen on its photos and that it does not have."""
    spelled = _own_words(known_tags)
    has = _own_words(product.tags)
    words = seen_on_products(shop.catalog, [product.id]).get(product.id, {})
    terms = [
        vocabulary()[key] for key, sureness in words.items() if _is_sure(key, sureness) and key not in has
    ]
    return tuple(ProposedTag(term, spelled.get(term.key, "")) for term in terms)


def _is_sure(key: str, sureness: float) -> bool:
    term = vocabulary().get(key)
    return term is not None and sureness >= SURE[term.sort]


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
