"""What a till holds: the products of all stores, or those that its own store sells.

A store sells what one of its tills ever said something of: made, counted, moved, gave a place, or took in.
The hub keeps which these are (``held_by_store``). What a till does not hold it finds by asking the hub
(:mod:`core.hub.asking`), and takes in once a person says so.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from core.care.deletion import delete_unused_photos
from core.catalog.database.catalog import Catalog
from core.catalog.edits.deletion import remove_products
from core.catalog.log.search_feedback import kept_hashes
from core.errors import KnownError
from core.hub.membership import Membership, require_membership
from core.hub.merging.products import forget_product
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg

_TO_LET_GO = """
    SELECT uid, product_id FROM hub_products JOIN products ON products.id = product_id
    WHERE uid NOT IN (SELECT uid FROM temp.held) AND uid NOT IN (SELECT key FROM outbox)
        AND product_id NOT IN (SELECT product_id FROM stock_movements)
        AND product_id NOT IN (SELECT product_id FROM stocktake_counts)
        AND product_id NOT IN (SELECT product_id FROM search_feedback WHERE product_id IS NOT NULL)
        AND product_id NOT IN (SELECT product_id FROM receipt_lines WHERE product_id IS NOT NULL)
        AND product_id NOT IN (SELECT product_id FROM order_lines WHERE product_id IS NOT NULL)
        AND product_id NOT IN (SELECT product_id FROM edit_changes)
        AND product_id NOT IN (SELECT merged_into FROM products WHERE merged_into IS NOT NULL)
"""
"""What this store does not sell, and what nobody here has done anything with."""


class Hold(StrEnum):
    """What a till holds."""

    ALL = "all"
    OURS = "ours"


def set_hold(catalog: Catalog, hold: Hold) -> None:
    """Choose what a till holds; the next round with the hub makes it so.

    Raises:
        KnownError: the shop has joined no hub.
    """
    require_membership(catalog)
    with catalog.transaction() as db:
        db.execute("UPDATE hub_state SET hold = ?", [hold])


def take_in(catalog: Catalog, uid: str) -> None:
    """Let this store sell a product that the hub knows; the next round brings it with all that is its.

    Raises:
        KnownError: the shop has joined no hub.
    """
    require_membership(catalog)
    with catalog.transaction() as db:
        db.execute("UPDATE hub_state SET clock = snapshelf_ticked(clock)")
        db.execute(
            "INSERT INTO outbox (id, kind, key, body)"
            " SELECT snapshelf_change_id(clock), 'held', ?, '{}' FROM hub_state",
            [uid],
        )


def product_at_hub(connection: "psycopg.Connection", sku: str) -> str:
    """The uid of the product of the hub that is on some store's shelf under ``sku``; the one made first.

    Raises:
        KnownError: there is none.
    """
    row = connection.execute(
        "SELECT product::text FROM live_products WHERE sku = %s ORDER BY product LIMIT 1", [sku]
    ).fetchone()
    if row is None:
        raise KnownError(message("core", "No store of the hub has a product {sku}."), sku=sku)
    return str(row[0])


def let_go(
    shop: Shop,
    connection: "psycopg.Connection",
    joined: Membership,
    progress: ReportProgress = ignore_progress,
) -> int:
    """Take what this store does not sell out of the shop, with the photos that are nothing else's.

    What somebody here has done something with stays, be it that the hub has not heard of it yet.

    Returns:
        How many products went.

    Raises:
        Cancelled: ``progress`` asked to stop; nothing went then.
    """
    rows = connection.execute(
        "SELECT product::text FROM held_by_store WHERE store = %s", [joined.store]
    ).fetchall()
    kept = kept_hashes(shop.catalog)
    with shop.catalog.transaction() as db:
        db.execute("CREATE TEMP TABLE IF NOT EXISTS held (uid TEXT PRIMARY KEY)")
        db.execute("DELETE FROM temp.held")
        db.conn.executemany("INSERT INTO temp.held VALUES (?)", rows)
        gone = db.execute(_TO_LET_GO).fetchall()
        db.execute("UPDATE hub_state SET applying = 1")
        for uid, product_id in gone:
            forget_product(shop.catalog, uid, product_id)
            db.execute("DELETE FROM hub_products WHERE uid = ?", [uid])
        unused = remove_products(shop.catalog, [product_id for _, product_id in gone], progress)
        db.conn.executemany(
            "DELETE FROM hub_files WHERE way = 'in' AND sha256 = ?", [(sha256,) for sha256 in unused]
        )
        db.execute("UPDATE hub_state SET applying = 0, holds = ?", [Hold.OURS])
    if gone:
        delete_unused_photos(shop, unused, kept)
    return len(gone)
