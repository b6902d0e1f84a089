"""Products that a till does not know yet are read by what still holds of all that was said of them.

The hub keeps which change holds of each field, tag and photo; only these come, and all movements of one's own
store. So it costs what there is, not how often it was changed. What holds decides by the changes' ids alone,
so a till that reads it ends up like one that read everything; what comes twice does nothing.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from core.hub.membership import Membership
from core.hub.writing import COLUMNS, Received, Row, write_changes
from core.messages import message
from core.progress import ReportProgress, report
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg

OF_ALL = "true"
OF_OURS = "store = %(store)s"
NEWLY_OURS = f"{OF_OURS} AND seq > %(place)s"
OF_OTHERS_ALONE = (
    "NOT EXISTS (SELECT FROM held_by_store AS ours WHERE ours.store = %(store)s"
    " AND ours.product = held_by_store.product AND ours.seq <= %(place)s)"
)
"""Which products: conditions on rows of ``held_by_store``, which has each that anything was ever said of.

What another till of ours takes in after the place counts as others': what was said of it before came not yet.
"""

_STAGE = message("core", "Fetching products from the hub")
_LISTED = 5_000
_PRODUCTS = 100
_BATCH = 500
_NOTHING = "00000000-0000-0000-0000-000000000000"
_THAT_HOLD = f"""
    WITH gone (product, change) AS MATERIALIZED (
        SELECT product, change FROM product_fields JOIN changes ON id = change
            WHERE product = ANY (%(products)s::uuid[]) AND name = 'deleted' AND kind = 'deleted'
                AND key = product::text
    ),
    holding (product, change) AS (
        SELECT one.product, said.change FROM unnest(%(products)s::uuid[]) AS one (product)
        CROSS JOIN LATERAL (
            SELECT one.product
            UNION SELECT change FROM product_fields
                WHERE product_fields.product = one.product AND name NOT IN ('location', 'low')
            UNION SELECT change FROM store_fields
                WHERE store_fields.product = one.product AND store = %(store)s
            UNION SELECT change FROM product_tags WHERE product_tags.product = one.product
            UNION SELECT change FROM product_photos WHERE product_photos.product = one.product
        ) AS said (change)
    )
    SELECT {COLUMNS} FROM changes WHERE id = ANY (ARRAY(
        SELECT change FROM gone
        UNION ALL SELECT change FROM holding WHERE product NOT IN (SELECT product FROM gone)
    )) ORDER BY seq
"""  # noqa: S608  (ours)
"""The change that made a product bears its name. Each product is looked up by itself, and changes as an
array: by an index, also at a hub that was just filled and has no statistics."""
_MOVEMENTS = f"""
    SELECT {COLUMNS} FROM changes WHERE kind = 'movement' AND store = %(store)s AND key = ANY (%(products)s)
        AND (key, seq) > (%(key)s, %(seq)s) ORDER BY key, seq LIMIT %(batch)s
"""  # noqa: S608  (ours)
_ALL_SAID = f"""
    SELECT {COLUMNS} FROM changes WHERE kind <> 'movement' AND key = ANY (%(products)s::text[] || ARRAY(
        SELECT key_as_product(one)::text FROM unnest(%(products)s::text[]) AS one
    )) AND (key, seq) > (%(key)s, %(seq)s) ORDER BY key, seq LIMIT %(batch)s
"""  # noqa: S608  (ours)
"""Also of the product that the hub takes a key for that no till of ours writes so."""


def read_products(
    shop: Shop,
    connection: "psycopg.Connection",
    joined: Membership,
    which: str,
    received: Received,
    progress: ReportProgress,
    *,
    is_joining: bool = False,
) -> None:
    """Write what holds of products, up to the place that this till has read the hub to, or later.

    Args:
        which: one of the conditions above.
        is_joining: go on after the last product that was noted, and note each that was read. Otherwise it
            begins anew if it is cut off.

    Raises:
        Cancelled: ``progress`` asked to stop; what is written stays.
    """
    after = (joined.reading or _NOTHING) if is_joining else _NOTHING
    told = {"store": joined.store, "place": joined.place, "after": after, "most": _LISTED}
    listed = _next_products(connection, which, told)
    done, total = 0, len(listed) if len(listed) < _LISTED else _count(connection, which, told)
    while listed:
        for first in range(0, len(listed), _PRODUCTS):
            products = listed[first : first + _PRODUCTS]
            report(progress, _STAGE, done, max(total, done))
            _read_some(shop, connection, joined, products, received)
            if is_joining:
                with shop.catalog.transaction() as db:
                    db.execute("UPDATE hub_state SET reading = ?", [products[-1]])
            done += len(products)
        told["after"] = listed[-1]
        listed = _next_products(connection, which, told) if len(listed) == _LISTED else []


def _count(connection: "psycopg.Connection", which: str, told: dict[str, object]) -> int:
    ((count,),) = connection.execute(
        "SELECT count(DISTINCT product) FROM held_by_store"  # noqa: S608  (ours)
        f" WHERE product > %(after)s AND {which}".encode(),
        told,
    ).fetchall()
    return int(count)


def _next_products(connection: "psycopg.Connection", which: str, told: dict[str, object]) -> list[str]:
    rows = connection.execute(
        "SELECT DISTINCT product FROM held_by_store"  # noqa: S608  (ours)
        f" WHERE product > %(after)s AND {which} ORDER BY product LIMIT %(most)s".encode(),
        told,
    ).fetchall()
    return [str(product) for (product,) in rows]


def _read_some(
    shop: Shop,
    connection: "psycopg.Connection",
    joined: Membership,
    products: list[str],
    received: Received,
) -> None:
    rows = connection.execute(_THAT_HOLD.encode(), {"store": joined.store, "products": products}).fetchall()
    left_out = set(write_changes(shop, joined, rows, joined.place, joined.place_change, received))
    # What no till of ours says, or what waits in vain, may stand at the hub where something holds that was
    # said before: of such products all that was said is read.
    waiting = {change for (change,) in shop.catalog.db.execute("SELECT id FROM hub_waiting").fetchall()}
    doubtful = sorted(
        {
            key
            for _, change, kind, key, *_ in rows
            if change in waiting | left_out or key not in products or (kind == "product" and change != key)
        }
    )
    for some in _pages(connection, _ALL_SAID, {"store": joined.store, "products": doubtful}):
        write_changes(shop, joined, some, joined.place, joined.place_change, received)
    gone = {row[3] for row in rows if row[2] == "deleted" and row[1] not in left_out}
    moved = [product for product in products if product not in gone]
    for some in _pages(connection, _MOVEMENTS, {"store": joined.store, "products": moved}):
        write_changes(shop, joined, some, joined.place, joined.place_change, received)


def _pages(connection: "psycopg.Connection", query: str, told: Mapping[str, object]) -> Iterator[list[Row]]:
    key, seq = "", 0
    while told["products"]:
        rows = connection.execute(
            query.encode(), {**told, "key": key, "seq": seq, "batch": _BATCH}
        ).fetchall()
        if rows:
            yield rows
        if len(rows) < _BATCH:
            return
        key, seq = rows[-1][3], rows[-1][0]
