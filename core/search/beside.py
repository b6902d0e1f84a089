"""Words typed beside a picture: "like this but blue", "under 10 €", "not striped", 像这个但要红色的.

They narrow down what is like the picture: prices and stock become a filter, the other words say what a
product has to have or must not have, by its text and by what is seen on its photos. What the words do not
know is looked for as it is written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from core.answer import Seen, Verdict
from core.catalog.database.catalog import Catalog
from core.catalog.lists.asked_words import AskedWord, asked_words
from core.catalog.lists.filters import Bound, Comparison, Filter
from core.catalog.lists.seen_search import Fit, fit_of_word
from core.catalog.lists.text_search import TOLD
from core.embedding.measures import Measure
from core.feedback import Feedback
from core.messages import Sentence, message
from core.search.by_words import alike_to_words
from core.search.found import JUDGED_PRODUCTS, Found
from core.search.nearest import allowed_photos, nearest_to_seen, raw_vectors
from core.search.results import Ranked, result_list
from core.shop.shop import Shop

_NUMBER = r"[€$£¥￥]?\s*(\d{1,7}(?:[.,]\d{1,2})?)\s*(?:[€$£¥￥]|eur(?:os?)?|usd|cny|rmb|元|块钱?)?"
_BELOW = r"(?:under|below|less than|cheaper than|up to|at most|max\.?|<=?|低于|少于|不到|不超过|便宜于)"
_ABOVE = r"(?:over|above|more than|at least|from|min\.?|>=?|高于|超过|大于)"
_LIMITS: tuple[tuple[re.Pattern[str], Comparison], ...] = (
    (re.compile(rf"{_BELOW}\s*{_NUMBER}", re.IGNORECASE), "<="),
    (re.compile(rf"{_NUMBER}\s*(?:以下|以内|之内)", re.IGNORECASE), "<="),
    (re.compile(rf"{_ABOVE}\s*{_NUMBER}", re.IGNORECASE), ">="),
    (re.compile(rf"{_NUMBER}\s*以上", re.IGNORECASE), ">="),
)
_IN_STOCK = re.compile(r"\b(?:in stock|available)\b|有货|有库存|现货", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\b(?:something|similar|like|this|that|these|but|same|one|ones|instead|rather|please|it|to|as|just)\b"
    r"|像这个|像这|(?<!不)要|这个|这种|类似|一样|但是|但|想要|换成|要是|款|的",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|without)\b|不要|没有|不是|不带", re.IGNORECASE)
_HAS = 0.1
"""How well a product must fit a word to have what it says."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words ask for.

    Attributes:
        filter_: limits of price and stock.
        wanted, unwanted: what a product has to have, and what it must not have.
    """

    filter_: Filter
    wanted: tuple[AskedWord, ...] = ()
    unwanted: tuple[AskedWord, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Fitting:
    """The products that fit.

    Attributes:
        products, scores: ascending ids, and how well each fits, 0 to 1; both (n,).
        is_whole: whether they have all that is wanted; if none has, these are those that have most.
        had: what is wanted and at least one of them has.
        refused: ids of those that have what is not wanted, (m,).
    """

    products: NDArray[np.int64]
    scores: NDArray[np.float64]
    is_whole: bool
    had: tuple[AskedWord, ...]
    refused: NDArray[np.int64]


def read_beside(text: str) -> Beside:
    """What ``text`` asks for; of what it does not understand every word is wanted."""
    bounds: list[Bound] = []
    for pattern, comparison in _LIMITS:
        numbers = pattern.findall(text)
        bounds += [Bound(comparison, Decimal(number.replace(",", "."))) for number in numbers]
        text = pattern.sub(" ", text)
    in_stock = True if _IN_STOCK.search(text) else None
    text = _SAYS_NOTHING.sub(" ", _IN_STOCK.sub(" ", text))
    wanted, *unwanted = _NOT.split(text)
    # What follows a "not" ends with the next comma or with the first thing that it names.
    refused: list[AskedWord] = []
    for part in unwanted:
        named, _comma, rest = re.sub("[，、；;]", ",", part).partition(",")
        words = asked_words(named)
        refused += words[:1]
        wanted = " , ".join([wanted, *(word.typed for word in words[1:]), rest])
    return Beside(Filter(prices=tuple(bounds), in_stock=in_stock), tuple(asked_words(wanted)), tuple(refused))


def narrowed(filter_: Filter, beside: Beside) -> Filter:
    """Both together."""
    return replace(
        filter_,
        prices=(*filter_.prices, *beside.filter_.prices),
        in_stock=beside.filter_.in_stock if filter_.in_stock is None else filter_.in_stock,
    )


def fitting(catalog: Catalog, beside: Beside) -> Fitting | None:
    """The products that have what is wanted and not what is not; None where no such thing is said."""
    if not beside.wanted and not beside.unwanted:
        return None
    with catalog.snapshot():
        wanted = [fit_of_word(catalog, word, TOLD) for word in beside.wanted]
        refused = [fit_of_word(catalog, word, TOLD) for word in beside.unwanted]
        rows = catalog.db.execute("SELECT id FROM products WHERE archived = 0 ORDER BY id").fetchall()
    products = np.array(rows, np.int64).reshape(-1)
    table = _table(products, wanted)
    without = (_table(products, refused) < _HAS).all(axis=1)
    has = (table >= _HAS).sum(axis=1)
    most = int(has[without].max(initial=0))
    if wanted and most == 0:
        return Fitting(products[:0], np.zeros(0), is_whole=False, had=(), refused=products[~without])
    kept = without & (has == most)
    scores = table[kept].mean(axis=1) if wanted else np.ones(int(kept.sum()))
    is_had = (table[kept] >= _HAS).any(axis=0).tolist()
    had = tuple(word for word, there in zip(beside.wanted, is_had, strict=True) if there)
    return Fitting(products[kept], scores, most == len(wanted), had, refused=products[~without])


def _table(products: NDArray[np.int64], fits: Sequence[Fit]) -> NDArray[np.float64]:
    """How well each product fits each thing, (products, things)."""
    table = np.zeros((len(products), len(fits)))
    for column, fit in enumerate(fits):
        _both, ours, theirs = np.intersect1d(products, fit.products, True, return_indices=True)
        table[ours, column] = fit.scores[theirs]
    return table


def found_beside(
    shop: Shop, seen: Seen, filter_: Filter, said: Feedback, count: int, measure: Measure
) -> Found:
    """What is like the pictures and fits the words: the likeness of a product, less where it fits worse."""
    model, beside = shop.model, read_beside(seen.beside)
    vectors, filter_ = raw_vectors(seen, model), narrowed(filter_, beside)
    fit = fitting(shop.catalog, beside)
    scores: dict[int, float] = {}
    if fit is not None:
        scores = dict(zip(fit.products.tolist(), fit.scores.tolist(), strict=True))
        said_so = " ".join(word.typed for word in beside.wanted)
        refused = set(fit.refused.tolist())
        for product_id, sure in alike_to_words(shop, said_so, filter_, JUDGED_PRODUCTS).items():
            if product_id not in refused:
                scores[product_id] = max(scores.get(product_id, 0.0), sure)
        among = scores if filter_.among is None else scores.keys() & set(filter_.among)
        filter_ = replace(filter_, among=tuple(among))
    groups = nearest_to_seen(
        shop, model, vectors, said, allowed_photos(shop, filter_), max(count, JUDGED_PRODUCTS), measure
    )
    groups.sort(key=lambda group: -group.best.similarity * (0.5 + 0.5 * scores.get(group.key, 1.0)))
    ranked = [Ranked(group.key, group.best.photo_id, group.best.similarity, 0.0) for group in groups[:count]]
    results = result_list(shop, ranked)
    if fit is None or not beside.wanted or not results:
        return Found(Verdict.UNSURE, results)
    if not fit.is_whole:
        return Found(Verdict.UNSURE, results, meant=" ".join(word.typed for word in fit.had))
    words = Sentence(
        message("core", "fits “{words}”"), {"words": " ".join(word.typed for word in beside.wanted)}
    )
    return Found(Verdict.UNSURE, tuple(replace(result, why=(words,)) for result in results))
