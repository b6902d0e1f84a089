"""What was brought back and booked in the shop, by the notes of its movements; a till may tell the same.

The note of a return names the receipt (core/goods_back/booking.py), so that no table has to.
"""

from core.catalog.database.catalog import Catalog
from core.catalog.stock import Reason

BETWEEN = " · "
"""Between the parts of a return's note."""
WRITTEN_OFF = "written off "


def receipt_name(number: str, day: str) -> str:
    """What the note of a return calls the receipt by."""
    return f"receipt {number} {day}"


def brought_back(catalog: Catalog, product_id: int) -> dict[str, int]:
    """Thousandths that were booked back, by the name of the receipt; what was undone does not count."""
    rows = catalog.db.execute(
        "SELECT note, quantity_milli FROM stock_movements AS movement WHERE product_id = ? AND reason = ?"
        " AND note LIKE 'receipt %' AND NOT EXISTS"
        " (SELECT 1 FROM stock_movements AS later WHERE later.undo_of = movement.id)",
        [product_id, Reason.RETURN],
    ).fetchall()
    found: dict[str, int] = {}
    for note, quantity in rows:
        name, *rest = note.split(BETWEEN)
        off = next((part for part in rest[:1] if part.startswith(WRITTEN_OFF)), "")
        much = quantity or (round(1000 * float(off.removeprefix(WRITTEN_OFF))) if off else 0)
        found[name] = found.get(name, 0) + much
    return found


def lines_booked_back(catalog: Catalog, import_id: int) -> list[int]:
    """The lines of an import of sales that tell of goods which were booked back here already.

    A till that is told of a return tells of it in its next export. As much as was booked here on the receipt
    is the same return; what goes beyond is another.
    """
    lines = catalog.db.execute(
        "SELECT receipt_lines.id, product_id, number, day, -quantity_milli,"
        " (SELECT -sum(quantity_milli) FROM receipt_lines AS told WHERE told.receipt_id = receipts.id"
        " AND told.product_id = receipt_lines.product_id AND told.taken_back = 1"
        " AND told.id <= receipt_lines.id)"
        " FROM receipt_lines JOIN receipts ON receipts.id = receipt_id"
        " WHERE import_id = ? AND taken_back = 1 AND product_id IS NOT NULL"
        " AND product_id IN (SELECT product_id FROM stock_movements WHERE reason = ?)",
        [import_id, Reason.RETURN],
    ).fetchall()
    back = {product_id: brought_back(catalog, product_id) for product_id in {line[1] for line in lines}}
    return [
        line
        for line, product_id, number, day, _quantity, told in lines
        if told <= back[product_id].get(receipt_name(number, day), 0)
    ]
