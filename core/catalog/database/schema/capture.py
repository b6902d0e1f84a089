"""The triggers that write down every change of a shop that is joined to a hub, in the change's own
transaction.

They are made at joining and dropped at leaving; a shop on its own has none. While changes from elsewhere are
written, ``hub_state.applying`` is 1 and they do nothing.

A field is named as the hub knows it; its value is JSON. Texts are themselves, the price and a sale one list
each, a merchant's own column is ``extra.`` and its name, a product that another one was merged into is named
by its uid. What a field said before goes with it as the change it was of (``seen``), so that whoever gets it
can tell whether the two knew of one another.
"""

import sqlite3
from collections.abc import Iterator

_TEXTS = ("sku", "title", "description", "category", "brand", "barcode", "unit", "location")
_COLUMNS = (
    *_TEXTS, "price_minor", "currency", "sale_minor", "sale_starts", "sale_ends", "low_milli", "archived",
    "merged_into", "extra",
)  # fmt: skip
_CAPTURING = "(SELECT applying FROM hub_state) = 0"
_LAST = "(SELECT max(n) FROM outbox)"
_TICK = "UPDATE hub_state SET clock = snapshelf_ticked(clock);"


def _fields(row: str) -> str:
    """SQL: names and JSON values of a product's fields."""
    one = " UNION ALL ".join(f"SELECT '{name}' AS name, json_quote({row}.{name}) AS value" for name in _TEXTS)
    return f"""{one}
            UNION ALL SELECT 'price', json_array({row}.price_minor, {row}.currency)
            UNION ALL SELECT 'sale', json_array({row}.sale_minor, {row}.sale_starts, {row}.sale_ends)
            UNION ALL SELECT 'low', json_quote({row}.low_milli)
            UNION ALL SELECT 'archived', json_quote({row}.archived)
            UNION ALL SELECT 'merged',
                json_quote((SELECT uid FROM hub_products WHERE product_id = {row}.merged_into))
            UNION ALL SELECT 'extra.' || key, json_quote(value) FROM json_each({row}.extra)"""


def _uid(product_id: str) -> str:
    return f"(SELECT uid FROM hub_products WHERE product_id = {product_id})"


def _say(kind: str, uid: str, body: str, change: str = "snapshelf_change_id(clock)") -> str:
    return f"""{_TICK}
            INSERT INTO outbox (id, kind, key, body)
                SELECT {change}, '{kind}', {uid}, {body} FROM hub_state;"""


def made(row: str) -> str:
    """SQL: the body of a change that makes the product of ``row``."""
    return f"""json_object(
                    'fields', (SELECT json_group_object(name, json(value)) FROM ({_fields(row)})),
                    'tags', (SELECT json_group_array(tag) FROM product_tags WHERE product_id = {row}.id))"""


_PRODUCT_ADDED = f"""CREATE TRIGGER hub_product_added AFTER INSERT ON products WHEN {_CAPTURING} BEGIN
            {_say("product", "''", made("NEW"))}
            UPDATE outbox SET key = id WHERE n = {_LAST};
            INSERT INTO hub_products (uid, product_id, sku, made)
                SELECT id, NEW.id, NEW.sku, id FROM outbox WHERE n = {_LAST};
        END"""

_PRODUCT_CHANGED = f"""CREATE TRIGGER hub_product_changed AFTER UPDATE OF {", ".join(_COLUMNS)} ON products
            WHEN {_CAPTURING} AND EXISTS (SELECT 1 FROM hub_products WHERE product_id = NEW.id)
            AND EXISTS (SELECT name, value FROM ({_fields("NEW")})
                EXCEPT SELECT name, value FROM ({_fields("OLD")})
                UNION ALL SELECT key, value FROM json_each(OLD.extra) AS old WHERE NOT EXISTS
                    (SELECT 1 FROM json_each(NEW.extra) AS new WHERE new.key = old.key)) BEGIN
            {
    _say(
        "fields",
        _uid("NEW.id"),
        f'''(SELECT json_object(
                    'fields', json_group_object(name, json(value)),
                    'seen', json_group_object(name, (SELECT coalesce(
                        (SELECT change FROM hub_fields
                            WHERE uid = hub_products.uid AND hub_fields.name = changed.name), made)
                        FROM hub_products WHERE product_id = NEW.id)))
                    FROM (SELECT name, value FROM ({_fields("NEW")})
                        EXCEPT SELECT name, value FROM ({_fields("OLD")})
                        UNION ALL SELECT 'extra.' || key, 'null' FROM json_each(OLD.extra) AS old
                            WHERE NOT EXISTS (SELECT 1 FROM json_each(NEW.extra) AS new
                                WHERE new.key = old.key)) AS changed)''',
    )
}
            DELETE FROM hub_fields WHERE uid = {_uid("NEW.id")} AND name IN
                (SELECT said.key FROM outbox, json_each(body, '$.fields') AS said WHERE n = {_LAST});
            INSERT INTO hub_fields (uid, name, change, own)
                SELECT outbox.key, said.key, outbox.id, 1 FROM outbox, json_each(body, '$.fields') AS said
                WHERE n = {_LAST};
            UPDATE hub_products SET sku = NEW.sku WHERE product_id = NEW.id AND NEW.sku <> OLD.sku;
        END"""

_PRODUCT_DELETED = f"""CREATE TRIGGER hub_product_deleted BEFORE DELETE ON products
            WHEN {_CAPTURING} AND EXISTS (SELECT 1 FROM hub_products WHERE product_id = OLD.id) BEGIN
            {_say("deleted", _uid("OLD.id"), "'{}'")}
            DELETE FROM hub_fields WHERE uid = {_uid("OLD.id")};
            DELETE FROM hub_tags WHERE uid = {_uid("OLD.id")};
            DELETE FROM hub_photos WHERE uid = {_uid("OLD.id")};
            DELETE FROM hub_movements WHERE product_id = OLD.id;
            UPDATE hub_products SET product_id = NULL WHERE product_id = OLD.id;
        END"""


def _tag_trigger(name: str, event: str, row: str, gained: int) -> str:
    return f"""CREATE TRIGGER {name} AFTER {event} ON product_tags
            WHEN {_CAPTURING} AND EXISTS (SELECT 1 FROM hub_products WHERE product_id = {row}.product_id)
            BEGIN
            {_say("tag", _uid(f"{row}.product_id"), f"json_object('tag', {row}.tag, 'gained', {gained})")}
            DELETE FROM hub_tags WHERE uid = {_uid(f"{row}.product_id")} AND tag = lower({row}.tag);
            INSERT INTO hub_tags (uid, tag, change)
                SELECT key, lower({row}.tag), id FROM outbox WHERE n = {_LAST};
        END"""


def photo(row: str, gained: int = 1) -> str:
    """SQL: the body of a change that adds the photo of ``row``, or takes it out."""
    return f"""json_object('sha256', {row}.sha256, 'gained', {gained},
                    'kind', {row}.kind, 'width', {row}.width, 'height', {row}.height,
                    'source_sha256', {row}.source_sha256, 'source_name', {row}.source_name,
                    'position', {row}.position)"""


def _photo_trigger(name: str, event: str, row: str, gained: int, condition: str = "") -> str:
    return f"""CREATE TRIGGER {name} AFTER {event} ON photos
            WHEN {_CAPTURING} AND EXISTS (SELECT 1 FROM hub_products WHERE product_id = {row}.product_id)
            {condition} BEGIN
            {
        _say(
            "photo",
            _uid(f"{row}.product_id"),
            photo(row, gained),
        )
    }
            DELETE FROM hub_photos WHERE uid = {_uid(f"{row}.product_id")} AND sha256 = {row}.sha256;
            INSERT INTO hub_photos (uid, sha256, change)
                SELECT key, {row}.sha256, id FROM outbox WHERE n = {_LAST};
            {_files_to_send(row) if gained else ""}
        END"""


def _files_to_send(row: str) -> str:
    return f"""INSERT INTO hub_files (sha256, size, way)
                SELECT {row}.sha256, size, 'out' FROM (SELECT 'thumbnail' AS size UNION ALL SELECT 'photo')
                WHERE NOT EXISTS (SELECT 1 FROM hub_files AS known WHERE known.sha256 = {row}.sha256
                    AND known.way = 'out' AND known.size = 'photo');"""


_MOVED = f"""CREATE TRIGGER hub_stock_moved AFTER INSERT ON stock_movements
            WHEN {_CAPTURING} AND EXISTS (SELECT 1 FROM hub_products WHERE product_id = NEW.product_id) BEGIN
            {
    _say(
        "movement",
        _uid("NEW.product_id"),
        '''json_object('quantity', NEW.quantity_milli, 'reason', NEW.reason,
                    'note', NEW.note, 'who', NEW.who, 'moved', NEW.moved, 'counted', NEW.counted,
                    'undo_of', (SELECT uid FROM hub_movements WHERE movement_id = NEW.undo_of))''',
        '''coalesce(snapshelf_undoing_id(
                    (SELECT uid FROM hub_movements WHERE movement_id = NEW.undo_of), clock),
                    snapshelf_change_id(clock))''',
    )
}
            INSERT INTO hub_movements (uid, product_id, movement_id, counted, undo_of)
                SELECT id, NEW.product_id, NEW.id, NEW.counted,
                    (SELECT uid FROM hub_movements WHERE movement_id = NEW.undo_of)
                FROM outbox WHERE n = {_LAST};
        END"""

TRIGGERS = (
    _PRODUCT_ADDED,
    _PRODUCT_CHANGED,
    _PRODUCT_DELETED,
    _tag_trigger("hub_tag_given", "INSERT", "NEW", 1),
    _tag_trigger("hub_tag_taken", "DELETE", "OLD", 0),
    _photo_trigger("hub_photo_added", "INSERT", "NEW", 1),
    _photo_trigger("hub_photo_removed", "DELETE", "OLD", 0),
    _photo_trigger(
        "hub_photo_moved",
        "UPDATE OF position, kind",
        "NEW",
        1,
        "AND (NEW.position <> OLD.position OR NEW.kind <> OLD.kind)",
    ),
    _MOVED,
)
"""Their SQL, word for word as the catalog keeps it."""


def names() -> Iterator[str]:
    """What the triggers are called."""
    return (sql.split()[2] for sql in TRIGGERS)


def begin_capture(connection: sqlite3.Connection) -> None:
    """Make the triggers, those that are there anew; in the caller's transaction."""
    end_capture(connection)
    for sql in TRIGGERS:
        connection.execute(sql)


def end_capture(connection: sqlite3.Connection) -> None:
    """Drop the triggers; in the caller's transaction."""
    for name in names():
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")


def captures(connection: sqlite3.Connection) -> bool:
    """Whether every one of the triggers is there."""
    return _found(connection).issuperset(names())


def captures_any(connection: sqlite3.Connection) -> bool:
    """Whether one of the triggers is there at least."""
    return not _found(connection).isdisjoint(names())


def _found(connection: sqlite3.Connection) -> set[str]:
    return {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    }
