"""Products by words: what is written and seen (core/catalog/lists/text_search.py), and where the shop was
given a text–picture network, what that finds on the photos themselves.

The network's likeness of a text to a photo says little by itself: it counts how far it stands above what the
text has in common with the shop's photos on the whole. What is written comes first as ever; what is seen and
what the network finds are joined by their ranks (G. Cormack et al., "Reciprocal rank fusion", SIGIR 2009).
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.answer import Verdict
from core.catalog.lists.filters import Filter
from core.catalog.lists.text_search import FoundText, TextHit, Why, find_text
from core.catalog.photos.photos import products_of_photos
from core.catalog.photos.vectors import searchable_photos, vectors_of
from core.embedding.measures import Measure
from core.errors import KnownError
from core.feedback import Feedback
from core.search.found import Found, settled
from core.search.nearest import allowed_photos
from core.search.results import Ranked, result_list
from core.search.witnesses import clerk
from core.shop.shop import Shop

_EVERY_LIVE = Filter()
_ABOVE = 1.5
"""Deviations above the mean of the shop's photos, from which on a photo shows what a text says."""
_ENOUGH = 17
"""Photos from which on that many deviations are asked for: of n, none can be farther off than √(n − 1)."""
_SAMPLE = 400
_RANKS = 60.0
"""The constant of the fusion, as its authors chose it."""
_LITERAL = frozenset({Why.NUMBER, Why.WORDS, Why.LABEL, Why.PART_OF_WORD})


def find_by_words(shop: Shop, text: str, filter_: Filter = _EVERY_LIVE, *, limit: int = 50) -> FoundText:
    """Products that ``text`` means, the likeliest first; as :func:`find_text`."""
    found = find_text(shop.catalog, text, filter_, limit=limit)
    if any(hit.why is Why.NUMBER for hit in found.hits):
        return found
    pictured = list(alike_to_words(shop, text, filter_, limit))
    if not pictured:
        return found
    written = [hit for hit in found.hits if hit.why in _LITERAL]
    seen = [hit.product_id for hit in found.hits if hit.why is Why.SEEN]
    guessed = [hit for hit in found.hits if hit.why not in _LITERAL and hit.why is not Why.SEEN]
    score: dict[int, float] = {}
    for ranking in (seen, pictured):
        for rank, product_id in enumerate(ranking):
            score[product_id] = score.get(product_id, 0.0) + 1 / (_RANKS + rank)
    joined = sorted(score, key=lambda one: (-score[one], one))
    hits = {hit.product_id: hit for hit in written}
    for product_id in joined:
        hits.setdefault(product_id, TextHit(product_id, Why.SEEN))
    for hit in guessed:
        hits.setdefault(hit.product_id, hit)
    return replace(found, hits=list(hits.values())[:limit], meant="" if joined else found.meant)


def found_by_words(shop: Shop, text: str, filter_: Filter, said: Feedback, count: int) -> Found:
    """The ``count`` products that ``text`` means, as an answer: a match if it is one product's number."""
    text_found = find_by_words(shop, text, filter_, limit=count + len(said.wrong))
    hits = [hit for hit in text_found.hits if hit.product_id not in said.wrong][:count]
    results = result_list(shop, [Ranked(hit.product_id, None, 0.0, 0.0) for hit in hits])
    by_number = len([hit for hit in hits if hit.why is Why.NUMBER]) == 1
    verdict = Verdict.UNKNOWN if not results else Verdict.MATCH if by_number else Verdict.UNSURE
    found = Found(verdict, results, meant=text_found.meant)
    return settled(shop, found, clerk.word(said), filter_, count)


def alike_to_words(shop: Shop, text: str, filter_: Filter, limit: int) -> dict[int, float]:
    """Products on whose photos the network finds what a text says, with how surely, 0 to 1, the surest first;
    none where the shop has no such network, or it is damaged."""
    stored, model = shop.text_image.stored, shop.text_image.model
    if stored is None or model is None or not text.strip():
        return {}
    try:
        query = shop.text_image.embed_words(stored, text)
    except KnownError:  # `check` names it
        return {}
    allowed = allowed_photos(shop, filter_)
    usual, deviation = _usual(shop, stored.spec.fingerprint, query)

    def products(photo_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        return products_of_photos(shop.catalog, photo_ids)

    groups = shop.index(Measure.COSINE, model).search_grouped(query, limit, products, allowed)
    above = {group.key: (group.best.similarity - usual) / deviation for group in groups}
    return {key: min(1.0, value / (2 * _ABOVE)) for key, value in above.items() if value >= _ABOVE}


def _usual(shop: Shop, fingerprint: str, query: NDArray[np.float32]) -> tuple[float, float]:
    """Mean and deviation of the likeness of a text to the shop's photos, by a sample of them."""
    ids = searchable_photos(shop.catalog, fingerprint).ids
    vectors = vectors_of(shop.catalog, fingerprint, ids[:: max(1, len(ids) // _SAMPLE)]).vectors
    if not len(vectors):
        return 0.0, 1.0
    rows = vectors.astype(np.float32)
    likeness = rows @ query / np.maximum(np.linalg.norm(rows, axis=1), 1e-12)
    few = min(1.0, (max(1, len(rows) - 1) / (_ENOUGH - 1)) ** 0.5)
    return float(likeness.mean()), max(float(likeness.std()) * few, 1e-3)
