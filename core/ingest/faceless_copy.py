"""A kept photo kept once more, without its faces."""

from core.catalog.moderation.decisions import as_json, decisions_of, write_decisions
from core.catalog.photo_log.lines import Origin, lines_of, log_photo
from core.catalog.photos.faces import note_copy, note_faces
from core.faces.detection import LIKELY
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE, StoredPhoto
from core.shop.shop import Shop


def copy_without_faces(shop: Shop, sha256: str, *, least: float = LIKELY) -> StoredPhoto | None:
    """Keep a photo once more without its faces; None where it shows none, which is noted.

    The copy is a photo of its own in the log of photos, with a line of today, and whoever decided that the
    photo is not shown decided it of the copy.

    Raises:
        KnownError: the photo cannot be opened, faces cannot be found, or the disk is full.
    """
    found = shop.faces.without_faces(decode_file(shop.files.path(sha256), max_side=MAX_SIDE), least=least)
    if not found.faces:
        note_faces(shop.catalog, {sha256: 0})
        return None
    copy = shop.files.add(found.image)
    with shop.catalog.transaction():
        note_copy(shop.catalog, copy.sha256, found.faces, sha256)
        decided = decisions_of(shop.catalog, [sha256]).get(sha256)
        write_decisions(shop.catalog, {copy.sha256: None}, as_json({copy.sha256: decided}))
        line = lines_of(shop.catalog, [sha256]).get(sha256)
        if line is not None:
            log_photo(shop.catalog, copy.sha256, line.source_sha256, Origin.HAND, taken=line.taken)
    return copy
