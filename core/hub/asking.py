"""What the till does not know is asked of the hub: which products of other stores look like what was seen.

The hub's graph brings candidates (core/hub/vectors/nearest.py); they are ranked here, exactly, in the space
that this shop compares in, whatever lesson it has put in use. How alike is said, and no verdict: a lesson's
numbers mean something for this shop's photos alone.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection

from core.answer import Seen, StoreStock
from core.embedding.measures import Measure, to_index_space
from core.hub.following import reached_hub
from core.hub.membership import Membership
from core.hub.vectors.halfvec import speak_halfvec
from core.hub.vectors.indexing import network_on_hub
from core.hub.vectors.nearest import NearPhoto, nearest_photos
from core.quantities.quantity import Quantity
from core.shop.shop import Shop

_PATIENCE_S = 5
"""Somebody stands at the counter: the hub may take no longer."""


@dataclass(frozen=True, slots=True)
class FoundElsewhere:
    """A product of another store that looks like what was seen.

    Attributes:
        product: its uid at the hub.
        price_minor: None where it has none.
        score: cosine of its best photo with what was seen, in the space that this shop compares in.
        photo: SHA-256 of that photo.
        stores: those that have some, those with most first.
    """

    product: str
    sku: str
    title: str
    category: str
    price_minor: int | None
    currency: str
    score: float
    photo: str
    stores: tuple[StoreStock, ...]


def ask_other_stores(shop: Shop, joined: Membership, seen: Seen, count: int) -> list[FoundElsewhere]:
    """As :func:`ask_hub`, of the hub that the shop has joined, while somebody waits for it.

    Raises:
        KnownError: the hub is away, refuses or takes too long.
    """
    with reached_hub(joined, statement_s=_PATIENCE_S) as connection:
        return ask_hub(shop, connection, seen, count=count)


def ask_hub(
    shop: Shop,
    connection: Connection[Any],
    seen: Seen,
    *,
    count: int = 5,
    stores: Sequence[str] | None = None,
) -> list[FoundElsewhere]:
    """The ``count`` products most alike to what was seen that this shop does not have, best first.

    Args:
        stores: only what one of these has in stock; None for whatever there is.

    Raises:
        KnownError: the hub is away or refuses.
    """
    speak_halfvec(connection)
    model = shop.model
    network = network_on_hub(connection, model.spec.fingerprint)
    pictures = [one.vector for one in seen.pictures if one.fingerprint == model.spec.fingerprint]
    if network is None or network.dim != model.spec.dim or not pictures:
        return []
    vectors = np.stack(pictures)
    near = nearest_photos(connection, network, vectors.mean(axis=0), stores=stores)
    known = _known_here(shop, {str(one.product) for one in near})
    near = [one for one in near if str(one.product) not in known]
    if not near:
        return []
    query = to_index_space(model.compared(vectors), Measure.COSINE).mean(axis=0)
    best = _best_of_products(near, to_index_space(model.compared(_matrix(near)), Measure.COSINE) @ query)
    first = sorted(best.items(), key=lambda found: -found[1][0])[:count]
    told = _told_of(connection, [product for product, _ in first])
    return [
        FoundElsewhere(product, *told[product][0], score, photo, told[product][1])
        for product, (score, photo) in first
        if product in told
    ]


def _matrix(near: list[NearPhoto]) -> NDArray[np.float16]:
    return np.stack([one.vector for one in near])


def _best_of_products(near: list[NearPhoto], scores: NDArray[np.float32]) -> dict[str, tuple[float, str]]:
    best: dict[str, tuple[float, str]] = {}
    for one, score in zip(near, scores.tolist(), strict=True):
        if score > best.get(str(one.product), (-2.0, ""))[0]:
            best[str(one.product)] = (score, one.photo)
    return best


def _known_here(shop: Shop, products: set[str]) -> set[str]:
    """Those that this shop has or had: what was deleted here is not news."""
    rows = shop.catalog.db.execute(
        "SELECT uid FROM hub_products WHERE uid IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted(products))],
    ).fetchall()
    return {uid for (uid,) in rows}


_Told = tuple[tuple[str, str, str, int | None, str], tuple[StoreStock, ...]]


def _told_of(connection: Connection[Any], products: list[str]) -> dict[str, _Told]:
    """What is said of products, and who has some of them."""
    stock: dict[str, list[StoreStock]] = {}
    for product, store, quantity in connection.execute(
        "SELECT product::text, store, quantity_milli FROM stock_by_store"
        " WHERE product = ANY (%s::uuid[]) AND known AND quantity_milli > 0"
        " ORDER BY quantity_milli DESC, store",
        [products],
    ):
        stock.setdefault(product, []).append(StoreStock(store, Quantity(quantity)))
    rows = connection.execute(
        "SELECT product::text, sku, coalesce(title, ''), coalesce(category, ''), price_minor,"
        " coalesce(currency, '') FROM live_products WHERE product = ANY (%s::uuid[])",
        [products],
    ).fetchall()
    return {row[0]: (row[1:], tuple(stock.get(row[0], ()))) for row in rows}
