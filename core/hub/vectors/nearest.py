"""The photos on the hub that are nearest to what was seen, with the products that they show.

pgvector's graph is gone through until enough photos pass the filter (iterative scans); where that comes to
an end before, all that passes is compared. So a filter loses nothing, and without the index it is the same.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection, sql

from core.hub.vectors.halfvec import HalfVector
from core.hub.vectors.indexing import HubNetwork, of_network, pooled_part

CANDIDATES = 100
"""Photos that are fetched to be ranked exactly: half a megabyte for the program's own network."""
SEARCHED_AT_ONCE = 200
"""Candidates of the graph beside one another (``ef_search``)."""
MOST_SCANNED = 50_000
"""Photos that the graph is gone through for a filter; from there on comparing all that passes is quicker."""


class NearPhoto(NamedTuple):
    """A photo near to a query; ``vector`` (dim,) float16 is the network's raw one."""

    photo: str
    product: UUID
    vector: NDArray[np.float16]


def nearest_photos(
    connection: Connection[Any],
    network: HubNetwork,
    seen: NDArray[np.float32],
    *,
    count: int = CANDIDATES,
    stores: Sequence[str] | None = None,
) -> list[NearPhoto]:
    """The ``count`` photos of live products that are nearest by the pooled features' cosine, nearest first.

    A photo that shows several products is given for each.

    Args:
        seen: (dim,), the network's raw vector.
        stores: only what one of these has in stock; None for whatever there is.
    """
    with connection.transaction():
        for name, value in (
            ("hnsw.iterative_scan", "relaxed_order"),
            ("hnsw.ef_search", str(SEARCHED_AT_ONCE)),
            ("hnsw.max_scan_tuples", str(MOST_SCANNED)),
        ):
            connection.execute("SELECT set_config(%s, %s, true)", [name, value])
        found = _asked(connection, network, seen, count, stores, exactly=False)
        if len({near.photo for near in found}) < count:
            found = _asked(connection, network, seen, count, stores, exactly=True)
    return found


def _asked(
    connection: Connection[Any],
    network: HubNetwork,
    seen: NDArray[np.float32],
    count: int,
    stores: Sequence[str] | None,
    *,
    exactly: bool,
) -> list[NearPhoto]:
    distance = sql.SQL("{} <=> %(seen)s").format(pooled_part(network))
    statement = sql.SQL(
        """
        WITH near AS MATERIALIZED (
            SELECT photo, looks, vector, {distance} AS distance FROM vectors
            WHERE {condition} AND EXISTS ({shown})
            ORDER BY {order} LIMIT %(count)s
        )
        SELECT photo, unnest(ARRAY({shown})), vector FROM near AS vectors ORDER BY distance, looks DESC
        """
    ).format(
        distance=distance,
        condition=of_network(network),
        # Another expression than the index's: the graph cannot be used for it.
        order=sql.SQL("({}) + 0").format(distance) if exactly else distance,
        shown=sql.SQL(_SHOWN if stores is None else f"{_SHOWN} {_IN_STOCK}"),
    )
    rows = connection.cursor(binary=True).execute(
        statement,
        {
            "seen": HalfVector(seen[: network.pooled]),
            "count": count,
            "stores": None if stores is None else list(stores),
        },
    )
    return [NearPhoto(*row) for row in rows]


_SHOWN = """
    SELECT product FROM product_photos JOIN live_products USING (product)
    WHERE product_photos.photo = vectors.photo AND gained
"""
_IN_STOCK = """
    AND EXISTS (
        SELECT FROM stock_by_store AS held
        WHERE held.product = product_photos.product AND store = ANY (%(stores)s) AND quantity_milli > 0
    )
"""
