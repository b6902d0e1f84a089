"""Photos with faces that stay in the shop's folder when copies without faces have taken their places.

They are there so that the step can be taken back. Once they are deleted it cannot; every earlier step can,
and brings the copies.
"""

from core.catalog.database.erasing import erasing
from core.catalog.edits.edit_log import put_copies_in_edits
from core.catalog.moderation.decisions import forget_decisions
from core.catalog.moderation.findings import forget_findings
from core.catalog.moderation.readings import forget_readings
from core.catalog.photos.faces import copies_without_faces
from core.search.print_points import forget_points
from core.shop.lesson_copies import without_lesson_copies
from core.shop.shop import Shop


def kept_originals(shop: Shop) -> dict[str, str]:
    """By the hash of a photo with faces that lies here, and that no product shows, that of its copy."""
    copies = copies_without_faces(shop.catalog)
    return {old: new for old, new in copies.items() if shop.files.path(old).exists()}


def delete_originals(shop: Shop) -> int:
    """Delete them for good, with their thumbnails and all that was seen on them; how many there were.

    The copies that an unfinished deep lesson made go, too. Their lines in the log of photos stay: they hold
    hashes alone. Backups hold what they held.

    Raises:
        KnownError: the shop can only be read, a deep lesson is under way, or a file cannot be deleted.
    """
    shop.require_writable()
    gone = kept_originals(shop)
    if not gone:
        return 0
    with without_lesson_copies(shop):
        with erasing(shop.catalog):
            put_copies_in_edits(shop.catalog, {old: _newest(gone, old) for old in gone})
            forget_findings(shop.catalog, gone)
            forget_readings(shop.catalog, gone)
            forget_decisions(shop.catalog, gone)
        shop.files.delete(gone)
    forget_points(shop, gone)
    return len(gone)


def _newest(copies: dict[str, str], sha256: str) -> str:
    """The copy of a copy, where faces went in two steps."""
    passed = {sha256}
    while (sha256 := copies.get(sha256, sha256)) not in passed:
        passed.add(sha256)
    return sha256
