"""A delivery note from a file: a table, or a photo of the paper."""

from pathlib import Path

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
    return note
