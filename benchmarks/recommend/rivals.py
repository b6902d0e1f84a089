"""What else could say what goes with a basket: most bought, same category, and item-kNN of implicit."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from implicit.nearest_neighbours import (
    BM25Recommender,
    CosineRecommender,
    ItemItemRecommender,
    TFIDFRecommender,
)
from scipy.sparse import csr_matrix

Recommender = Callable[[Sequence[int], int], list[int]]
"""A basket and how many are wanted, to products, best first."""
_NEIGHBOURS = 50


def most_bought(receipts: Sequence[Sequence[int]]) -> Recommender:
    """The same for everybody."""
    ordered = [
        product for product, _count in Counter(one for receipt in receipts for one in receipt).most_common()
    ]
    return lambda basket, count: [one for one in ordered if one not in basket][:count]


def same_category(receipts: Sequence[Sequence[int]], category: Sequence[int]) -> Recommender:
    """The most bought of the categories that are in the basket."""
    ordered = [
        product for product, _count in Counter(one for receipt in receipts for one in receipt).most_common()
    ]

    def recommend(basket: Sequence[int], count: int) -> list[int]:
        wanted = {category[one] for one in basket}
        return [one for one in ordered if category[one] in wanted and one not in basket][:count]

    return recommend


def item_knn(receipts: Sequence[Sequence[int]], products: int) -> dict[str, Recommender]:
    """Cosine, TF-IDF and BM25 of implicit, each fitted to receipts as users and products as items."""
    rows = np.repeat(np.arange(len(receipts)), [len(receipt) for receipt in receipts])
    columns = np.concatenate([np.asarray(receipt) for receipt in receipts])
    bought = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(receipts), products))
    models: dict[str, ItemItemRecommender] = {
        "item-kNN cosine": CosineRecommender(K=_NEIGHBOURS),
        "item-kNN TF-IDF": TFIDFRecommender(K=_NEIGHBOURS),
        "item-kNN BM25": BM25Recommender(K=_NEIGHBOURS),
    }
    for model in models.values():
        model.fit(bought, show_progress=False)
    return {name: _by(model, products) for name, model in models.items()}


def _by(model: ItemItemRecommender, products: int) -> Recommender:
    def recommend(basket: Sequence[int], count: int) -> list[int]:
        own = csr_matrix((np.ones(len(basket)), ([0] * len(basket), list(basket))), shape=(1, products))
        found, scores = model.recommend(0, own, N=count, filter_already_liked_items=True)
        return [int(one) for one, score in zip(found, scores, strict=True) if score > 0]

    return recommend
