"""What was unpacked: lists that somebody wrote, and pictures of the goods, in which each piece counts."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from core.catalog.tables.rows import Skipped
from core.deliveries.note import NoteLine
from core.deliveries.table_notes import read_note_table
from core.imaging.decode import decode_file
from core.imaging.picture_kinds import PICTURE_ENDINGS
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress
from core.quantities.quantity import ONE
from core.scene.counting import PICTURE_SIDE, count_pieces
from core.shop.shop import Shop


def read_counted(
    shop: Shop, files: Sequence[Path], progress: ReportProgress = ignore_progress
) -> tuple[list[NoteLine], list[Skipped]]:
    """The lines of all ``files`` together, and what was left out.

    A piece in a picture that is no product of the shop is left out and named.

    Raises:
        KnownError: a file cannot be read.
        Cancelled: ``progress`` asked to stop.
    """
    lines: list[NoteLine] = []
    skipped: list[Skipped] = []
    for file in files:
        if file.suffix.lower() not in PICTURE_ENDINGS:
            note = read_note_table(shop.catalog, file)
            lines += note.lines
            skipped += note.skipped
            continue
        for line in pieces_in(shop, decode_file(file, max_side=PICTURE_SIDE), progress):
            if line.product_id is not None:
                lines.append(line)
            else:
                text = message("core", "A piece on {name} is no product of this shop.")
                skipped.append(Skipped(file.name, Sentence(text, {"name": file.name})))
    return lines, skipped


def pieces_in(shop: Shop, image: Image.Image, progress: ReportProgress = ignore_progress) -> list[NoteLine]:
    """One line a piece in an upright RGB picture; without a product where the shop has none like it."""
    found = (piece.product for piece in count_pieces(shop, image, progress))
    return [
        NoteLine("?", "", ONE, None) if one is None else NoteLine(one.sku, one.title, ONE, one.product_id)
        for one in found
    ]
