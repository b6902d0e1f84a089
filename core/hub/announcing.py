"""What a shop says at a hub when it joins: the products, tags, photos and stock that it has already.

A product whose SKU the hub knows is taken for the same one: the hub's values hold then, the shop's own tags
and photos are added, and those of its values that give way are listed. Its stock counts as this store's,
unless the store has another till that said what there is; then that holds, and the difference is booked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.schema.capture import made, photo
from core.catalog.stock import Reason
from core.hub.merging.known_products import KnownProduct, note_product
from core.messages import message
from core.progress import ReportProgress, report

if TYPE_CHECKING:
    import psycopg

_STAGE = message("core", "Telling the hub what there is")
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class AtHub:
    """What a hub knows of products that are there.

    Attributes:
        products: their uids by SKU; the one made first, where two have one.
        tags: (uid, tag in lower case) that were said of them.
        photos: (uid, hash).
        stocked: uids of products of which this store said how much there is.
        held: those of which it said anything.
    """

    products: dict[str, str]
    tags: frozenset[tuple[str, str]]
    photos: frozenset[tuple[str, str]]
    stocked: frozenset[str]
    held: frozenset[str]


NOTHING_KNOWN = AtHub({}, frozenset(), frozenset(), frozenset(), frozenset())
"""For a shop that has nothing to tell: it need not ask."""


def at_hub(connection: "psycopg.Connection", store: str) -> AtHub:
    """Ask the hub what it knows."""
    skus = connection.execute(  # each deletion is looked up: a hub that was just filled has no statistics
        "SELECT value #>> '{}', product::text FROM product_fields AS sku WHERE name = 'sku' AND NOT EXISTS"
        " (SELECT FROM product_fields WHERE product = sku.product AND name = 'deleted') ORDER BY product DESC"
    )
    tags = connection.execute(  # of what was said of each tag and of each product's making, one change
        "SELECT key, lower(body ->> 'tag') FROM product_tags JOIN changes ON id = change UNION"
        " SELECT key, lower(tag) FROM product_fields JOIN changes ON id = product,"
        " jsonb_path_query(body, 'lax $.tags[*]') AS one, lower(one #>> '{}') AS tag"
        " WHERE product_fields.name = 'sku' AND kind = 'product'"
    )
    photos = connection.execute("SELECT product::text, photo FROM product_photos")
    stocked = connection.execute("SELECT product::text FROM stock_by_store WHERE store = %s", [store])
    held = connection.execute("SELECT product::text FROM held_by_store WHERE store = %s", [store])
    return AtHub(
        dict(skus.fetchall()),  # newest first, so that the oldest stays
        frozenset(tags.fetchall()),
        frozenset(photos.fetchall()),
        frozenset(uid for (uid,) in stocked.fetchall()),
        frozenset(uid for (uid,) in held.fetchall()),
    )


def announce(catalog: Catalog, known: AtHub, progress: ReportProgress) -> None:
    """Put everything that the hub does not know into the outbox, in the caller's transaction."""
    products = list(_in_order(catalog))
    for done, (product_id, sku) in enumerate(products):
        if done % _AT_ONCE == 0:
            report(progress, _STAGE, done, len(products))
        uid = known.products.get(sku)
        if uid is None:
            uid = _say_product(catalog, product_id)
            note_product(catalog, KnownProduct(uid, product_id, sku, uid))
        else:
            note_product(catalog, KnownProduct(uid, product_id, sku, ""))
            if uid not in known.held:
                _say(catalog, "held", uid, "'{}'", "(SELECT 1)")
            _say_tags(catalog, product_id, uid, known)
        _say_photos(catalog, product_id, uid, known)
        if uid in known.stocked:
            _give_way(catalog, product_id)
        else:
            _say_stock(catalog, product_id, uid)
    report(progress, _STAGE, len(products), len(products))


def _in_order(catalog: Catalog) -> Iterator[tuple[int, str]]:
    """The products; one that was merged comes after the one that it was merged into, which it names."""
    return iter(
        catalog.db.execute(
            "WITH RECURSIVE merged (id, depth) AS ("
            " SELECT id, 0 FROM products WHERE merged_into IS NULL"
            " UNION ALL SELECT products.id, depth + 1 FROM products JOIN merged ON merged_into = merged.id)"
            " SELECT products.id, sku FROM merged JOIN products USING (id) ORDER BY depth, products.id"
        ).fetchall()
    )


def _say_product(catalog: Catalog, product_id: int) -> str:
    uid = _say(catalog, "product", "", made("products"), "products WHERE products.id = ?", product_id)
    catalog.db.execute("UPDATE outbox SET key = id WHERE id = ?", [uid])
    return uid


def _say_tags(catalog: Catalog, product_id: int, uid: str, known: AtHub) -> None:
    rows = catalog.db.execute(
        "SELECT tag, lower(tag) FROM product_tags WHERE product_id = ?", [product_id]
    ).fetchall()
    for tag, folded in rows:
        if (uid, folded) not in known.tags:
            body = "json_object('tag', tag, 'gained', 1)"
            source = "product_tags WHERE product_id = ? AND tag = ?"
            change = _say(catalog, "tag", uid, body, source, product_id, tag)
            catalog.db.execute("INSERT INTO hub_tags VALUES (?, ?, ?)", [uid, folded, change])


def _say_photos(catalog: Catalog, product_id: int, uid: str, known: AtHub) -> None:
    rows = catalog.db.execute(
        "SELECT id, sha256 FROM photos WHERE product_id = ? ORDER BY position, id", [product_id]
    ).fetchall()
    for photo_id, sha256 in rows:
        if (uid, sha256) not in known.photos:
            change = _say(catalog, "photo", uid, photo("photos"), "photos WHERE photos.id = ?", photo_id)
            catalog.db.execute("INSERT INTO hub_photos VALUES (?, ?, ?)", [uid, sha256, change])
        catalog.db.conn.executemany(
            "INSERT OR IGNORE INTO hub_files (sha256, size, way) VALUES (?, ?, 'out')",
            [(sha256, "thumbnail"), (sha256, "photo")],
        )


def _say_stock(catalog: Catalog, product_id: int, uid: str) -> None:
    """One movement for all that there were."""
    total, is_known = _booked(catalog, product_id)
    if not total and not is_known:
        return
    body = (
        "json_object('quantity', ?, 'reason', 'import', 'note', '', 'who', '', 'moved', ?, 'counted', ?,"
        " 'undo_of', NULL)"
    )
    counted = 1 if is_known else None
    change = _say(catalog, "movement", uid, body, "(SELECT 1)", total, utc_now(), counted)
    catalog.db.execute(
        "INSERT INTO hub_movements (uid, product_id, counted) VALUES (?, ?, ?)",
        [change, product_id, counted],
    )


def _give_way(catalog: Catalog, product_id: int) -> None:
    """Book what there is out: the store's own movements, which come from the hub, book it in."""
    total, is_known = _booked(catalog, product_id)
    if total or is_known:
        catalog.db.execute(
            "INSERT INTO stock_movements (product_id, quantity_milli, reason, who, moved, counted)"
            " VALUES (?, ?, ?, '', ?, 0)",
            [product_id, -total, Reason.CORRECTION, utc_now()],
        )


def _booked(catalog: Catalog, product_id: int) -> tuple[int, bool]:
    row = catalog.db.execute(
        "SELECT (SELECT coalesce(sum(quantity_milli), 0) FROM stock_movements"
        " WHERE product_id = products.id), stock_milli IS NOT NULL FROM products WHERE id = ?",
        [product_id],
    ).fetchone()
    return int(row[0]), bool(row[1])


def _say(catalog: Catalog, kind: str, uid: str, body: str, source: str, *values: object) -> str:
    """Put a change into the outbox; its id."""
    db = catalog.db
    db.execute("UPDATE hub_state SET clock = snapshelf_ticked(clock)")
    cursor = db.execute(
        "INSERT INTO outbox (id, kind, key, body)"  # noqa: S608  (ours)
        f" SELECT snapshelf_change_id(clock), '{kind}', '{uid}', {body} FROM hub_state, {source}",
        list(values),
    )
    (change,) = db.execute("SELECT id FROM outbox WHERE n = ?", [cursor.lastrowid]).fetchone()
    return str(change)
