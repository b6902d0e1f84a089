"""Stock of products that were merged, in a shop that has joined a hub: it goes over movement by movement.

Two tills may merge the same two products at once, sell one of them meanwhile, or merge them crosswise. So no
sum is booked over: what carries a movement over has an id made of the movement's
(:func:`core.catalog.database.change_ids.carried_id`), and whoever carries it says the same. A movement that
comes later of a product that was merged by then follows, and all come back when the merge is taken back.
Each store carries its own.
"""

import json
from dataclasses import dataclass
from typing import Any

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.change_ids import carried_id, taken_back_by
from core.catalog.stock import Reason
from core.catalog.stock_known import settle_whether_known

_STANDS = "NOT EXISTS (SELECT 1 FROM hub_movements WHERE uid = substr({0}, 1, 14) || '8' || substr({0}, 16))"
_TO_DO = f"""
    WITH concerned (id) AS (
        SELECT id FROM products WHERE merged_into IS NOT NULL
        UNION SELECT product_id FROM hub_movements WHERE taken_off IS NOT NULL
    ), told AS (
        SELECT movement.uid, products.id AS product_id, merged_into, movement_id, movement.counted,
            merged_into IS NOT NULL AND {_STANDS.format("movement.uid")} AS goes_over, archived,
            EXISTS (SELECT 1 FROM hub_movements AS off
                WHERE off.taken_off = movement.uid AND {_STANDS.format("off.uid")}) AS is_off,
            EXISTS (SELECT 1 FROM hub_movements AS there WHERE there.brought_in = movement.uid
                AND there.product_id = merged_into AND {_STANDS.format("there.uid")}) AS is_there,
            EXISTS (SELECT 1 FROM hub_movements AS other WHERE other.brought_in = movement.uid
                AND other.product_id IS NOT merged_into AND {_STANDS.format("other.uid")}) AS is_elsewhere
        FROM concerned JOIN products USING (id) JOIN hub_movements AS movement ON product_id = products.id
        WHERE taken_off IS NULL AND (undo_of IS NULL
            OR movement.uid <> substr(undo_of, 1, 14) || '8' || substr(undo_of, 16))
    )
    SELECT uid, product_id, CASE WHEN goes_over THEN merged_into END, counted,
        coalesce((SELECT quantity_milli FROM stock_movements WHERE id = movement_id),
            (SELECT sum(quantity_milli) FROM stock_movements AS before
                WHERE before.product_id = told.product_id AND NOT EXISTS
                    (SELECT 1 FROM hub_movements AS known WHERE known.movement_id = before.id)))
    FROM told WHERE CASE WHEN goes_over AND (archived OR is_off OR is_there OR is_elsewhere)
        THEN is_elsewhere OR NOT (is_off AND is_there) ELSE is_off OR is_there OR is_elsewhere END
    ORDER BY uid
"""  # noqa: S608  (ours)
"""Movements that are not carried as they should be, with the product that they go to, if any. What was on the
books before the joining is one movement. Of a product that was put back on the shelf, what was carried
stays so, and new movements are its own."""


@dataclass(frozen=True, slots=True)
class _Movement:
    uid: str
    product_id: int
    goes_to: int | None
    counted: int | None
    quantity: int


def is_joined(catalog: Catalog) -> bool:
    """Whether the shop has joined a hub, and stock of merged products is carried so."""
    return catalog.db.execute("SELECT 1 FROM hub_state").fetchone() is not None


def carry_stock(catalog: Catalog) -> None:
    """Carry over, or back, whatever movement is not where it belongs; nothing in a shop on its own."""
    if not is_joined(catalog):
        return
    with catalog.transaction() as db:
        _open_circles(catalog)
        db.execute("UPDATE hub_state SET applying = 1")
        touched: set[int] = set()
        while rows := db.execute(_TO_DO).fetchall():  # once more for each link of a chain
            for row in rows:
                touched |= _carry(catalog, _Movement(*row))
        for product_id in touched:
            settle_whether_known(catalog, product_id)
        db.execute("UPDATE hub_state SET applying = 0")


def _open_circles(catalog: Catalog) -> None:
    """Of products that were merged into one another on two tills, the one whose merge is the oldest stays."""
    db = catalog.db
    while circle := _circle(catalog):
        (oldest,) = db.execute(
            "SELECT product_id FROM hub_products WHERE product_id IN (SELECT value FROM json_each(?))"
            " ORDER BY coalesce((SELECT change FROM hub_fields WHERE hub_fields.uid = hub_products.uid"
            "  AND name = 'merged'), made) LIMIT 1",
            [json.dumps(circle)],
        ).fetchone()
        db.execute(
            "UPDATE products SET merged_into = NULL, archived = 0, updated = ? WHERE id = ?",
            [utc_now(), oldest],
        )


def _circle(catalog: Catalog) -> list[int]:
    """Products that go round in a circle; none where there is no circle."""
    rows = catalog.db.execute(
        "SELECT id, merged_into FROM products WHERE merged_into IS NOT NULL AND archived = 1 ORDER BY id"
    )
    into: dict[int, int] = dict(rows.fetchall())
    for start in into:
        path = [start]
        while (following := into.get(path[-1])) is not None and following not in path:
            path.append(following)
        if following == start:
            return path
    return []


def _carry(catalog: Catalog, movement: _Movement) -> set[int]:
    """Take back what carries a movement where it does not belong, and carry it where it does."""
    touched = set()
    carried = catalog.db.execute(
        "SELECT told.uid, told.product_id, told.taken_off IS NOT NULL, quantity_milli, movement_id"
        " FROM hub_movements AS told JOIN stock_movements ON id = movement_id"
        " WHERE ? IN (told.taken_off, told.brought_in)",
        [movement.uid],
    ).fetchall()
    there: dict[int, list[bool]] = {}
    for uid, product_id, is_off, quantity, key in carried:
        stands = _stands(catalog, uid)
        wanted = movement.goes_to is not None and (is_off or product_id == movement.goes_to)
        if stands and not wanted:
            _book(catalog, taken_back_by(uid), product_id, -quantity, {"undo_of": uid}, undone=key)
            touched.add(product_id)
        there.setdefault(product_id, []).append(stands)
    if movement.goes_to is not None:
        for product_id, quantity, way in (
            (movement.product_id, -movement.quantity, {"taken_off": movement.uid}),
            (movement.goes_to, movement.quantity, {"brought_in": movement.uid, "counted": movement.counted}),
        ):
            rounds = there.get(product_id, [])
            if not any(rounds):
                uid = carried_id(movement.uid, _uid(catalog, product_id), len(rounds))
                _book(catalog, uid, product_id, quantity, way)
                touched.add(product_id)
    return touched


def _stands(catalog: Catalog, uid: str) -> bool:
    taken_back = catalog.db.execute("SELECT 1 FROM hub_movements WHERE uid = ?", [taken_back_by(uid)])
    return taken_back.fetchone() is None


def _uid(catalog: Catalog, product_id: int) -> str:
    (uid,) = catalog.db.execute("SELECT uid FROM hub_products WHERE product_id = ?", [product_id]).fetchone()
    return str(uid)


def _book(
    catalog: Catalog,
    uid: str,
    product_id: int,
    quantity: int,
    says: dict[str, Any],
    *,
    undone: int | None = None,
) -> None:
    """Book a movement under an id that is known before, here and for the hub.

    Args:
        undone: the key here of the movement that is taken back.
    """
    reason, moved = Reason.CORRECTION if undone is None else Reason.UNDO, utc_now()
    counted = says.get("counted")
    db = catalog.db
    cursor = db.execute(
        "INSERT INTO stock_movements (product_id, quantity_milli, reason, who, moved, counted, undo_of)"
        " VALUES (?, ?, ?, '', ?, ?, (SELECT ? WHERE NOT EXISTS"
        "  (SELECT 1 FROM stock_movements WHERE undo_of = ?)))",
        [product_id, quantity, reason, moved, counted, undone, undone],
    )
    db.execute(
        "INSERT INTO hub_movements"
        " (uid, product_id, movement_id, counted, undo_of, taken_off, brought_in)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            uid, product_id, cursor.lastrowid, counted,
            *(says.get(name) for name in ("undo_of", "taken_off", "brought_in")),
        ],
    )  # fmt: skip
    body = {
        "quantity": quantity, "reason": reason.value, "note": "", "who": "", "moved": moved, "counted": None,
        "undo_of": None,
    } | says  # fmt: skip
    db.execute(
        "INSERT INTO outbox (id, kind, key, body) VALUES (?, 'movement', ?, ?)",
        [uid, _uid(catalog, product_id), json.dumps(body)],
    )
