"""Lessons as another store would offer them."""

from dataclasses import replace

import numpy as np

from core.hub.lessons.offer import Offer
from core.learning.examples import shop_examples
from core.learning.quick import learn_projection
from core.shop.shop import Shop


def offer_of(shop: Shop, learned_from: int) -> Offer:
    """A lesson of so many photos of each product of this shop, as another store would offer it."""
    examples = shop_examples(shop)
    chosen = np.zeros(len(examples), np.bool_)
    for product in np.unique(examples.products):
        chosen[np.flatnonzero(examples.products == product)[:learned_from]] = True
    some = examples.only(chosen)
    projection = learn_projection(replace(some, counter=np.ones(len(some), np.bool_)), shop.spec)
    return Offer("Side", projection, some.stamps, len(some), 50, 0.5, 0.75, (0.125, 0.25))
