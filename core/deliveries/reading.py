"""A delivery note from a file: a table, or a photo of the paper."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from core.catalog.clean_text import clean_line
from core.catalog.database.catalog import Catalog
from core.catalog.stock import Reason
from core.deliveries.note import Note
from core.deliveries.paper_notes import read_paper
from core.deliveries.table_notes import read_note_table
from core.errors import KnownError
from core.imaging.picture_kinds import PICTURE_ENDINGS
from core.messages import message
from core.shop.shop import Shop


def read_note(shop: Shop, path: Path) -> Note:
    """Read a note, or a list of what was counted: a photo of the paper, or a CSV, TSV, XLSX or ODS file.

    Raises:
        KnownError: it cannot be read, or no line of it is understood.
    """
    is_photo = path.suffix.lower() in PICTURE_ENDINGS
    note = read_paper(shop, path) if is_photo else read_note_table(shop.catalog, path)
    if not note.lines:
        raise KnownError(message("core", "No line of {name} names a product and a quantity."), name=path.name)
    return replace(note, booked=_booked(shop.catalog, note))


def _booked(catalog: Catalog, note: Note) -> str:
    """The day on which a delivery of the note's name with goods of it was booked last; "" for none."""
    products = json.dumps([line.product_id for line in note.lines if line.product_id is not None])
    (moved,) = catalog.db.execute(
        "SELECT max(moved) FROM stock_movements AS movement WHERE reason = ? AND note = ?"
        " AND product_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS"
        " (SELECT 1 FROM stock_movements AS later WHERE later.undo_of = movement.id)",
        [Reason.DELIVERY, clean_line(note.name), products],
    ).fetchone()
    return "" if moved is None else datetime.fromisoformat(moved).astimezone().date().isoformat()
