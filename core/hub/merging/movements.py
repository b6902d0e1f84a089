"""Stock movements: facts, which are all kept. What there is in a store is their sum, on each of its tills.

Whether it is known at all is said by the latest movement that says something of the kind and was not undone:
the latest by the movements' ids, which is the same on every till, whatever came to it first.
"""

from core.catalog.database.catalog import Catalog
from core.catalog.stock import Reason
from core.catalog.stock_known import settle_whether_known
from core.hub.change import Change, MalformedChangeError
from core.hub.merging.known_products import KnownProduct
from core.quantities.quantity import LARGEST, whole

_MOST_LETTERS = 10_000


def apply_movement(catalog: Catalog, product: KnownProduct, change: Change) -> str | None:
    """Book what was booked on another till of this store, in the caller's transaction; what is known stays.

    Returns:
        None; or the movement that it takes back, where that is not known yet: then it is to come again.

    Raises:
        MalformedChangeError: no movement that a till of ours books.
    """
    quantity, counted = change.whole("quantity"), change.body.get("counted")
    texts = [change.text(name) for name in ("note", "who", "moved")]
    undone = change.body.get("undo_of")
    carried = [change.body.get(name) for name in ("taken_off", "brought_in")]
    is_ours = (
        abs(quantity) <= whole(LARGEST).thousandths
        and counted in (None, 0, 1)
        and change.text("reason") in set(Reason)
        and all(len(text) < _MOST_LETTERS for text in texts)
        and all(isinstance(one, str | None) for one in carried)
    )
    if not is_ours:
        raise MalformedChangeError("movement")
    key = product.product_id
    if key is None:
        return None
    if catalog.db.execute("SELECT 1 FROM hub_movements WHERE uid = ?", [change.id]).fetchone() is None:
        before = None if undone is None else _known(catalog, str(undone))
        if undone is not None and before is None:
            return str(undone)
        cursor = catalog.db.execute(
            "INSERT INTO stock_movements"
            " (product_id, quantity_milli, reason, note, who, moved, undo_of, counted)"
            " VALUES (?, ?, ?, ?, ?, ?, (SELECT ? WHERE NOT EXISTS"
            " (SELECT 1 FROM stock_movements WHERE undo_of = ?)), ?)",
            [key, quantity, change.text("reason"), *texts, *(before or (None,)) * 2, counted],
        )
        catalog.db.execute(
            "INSERT INTO hub_movements"
            " (uid, product_id, movement_id, counted, undo_of, taken_off, brought_in)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [change.id, key, cursor.lastrowid, counted, undone, *carried],
        )
    if counted is not None or undone is not None:
        settle_whether_known(catalog, key)
    return None


def _known(catalog: Catalog, uid: str) -> tuple[int | None] | None:
    """The key here of a movement that is known; it has none where it stands for all before the joining."""
    row = catalog.db.execute("SELECT movement_id FROM hub_movements WHERE uid = ?", [uid]).fetchone()
    return None if row is None else (row[0],)
