"""What products that were deleted on another till leave behind here: it goes as after one's own deletion.

Rows go with the change that says so; files after it, so that a round that is cut off in between leaves some,
which the shop's check finds.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.care.deletion import delete_unused_photos
from core.catalog.edits.edit_log import hashes_in_edits
from core.catalog.log.search_feedback import kept_hashes
from core.catalog.photos.photos import photo_hashes
from core.hub.change import Change
from core.shop.shop import Shop


@dataclass(slots=True)
class LeftBehind:
    """Hashes of what products had that are deleted.

    Attributes:
        photos: theirs, by now or before an edit that can be undone.
        kept: pictures of searches that were kept before.
    """

    photos: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)


def note_left(shop: Shop, changes: Sequence[Change], left: LeftBehind) -> None:
    """Before ``changes`` are written: note what those that delete products will leave."""
    uids = [change.key for change in changes if change.kind == "deleted"]
    if not uids:
        return
    rows = shop.catalog.db.execute(
        "SELECT product_id, sha256 FROM hub_products LEFT JOIN photos USING (product_id)"
        " WHERE product_id IS NOT NULL AND uid IN (SELECT value FROM json_each(?))",
        [json.dumps(uids)],
    ).fetchall()
    if rows:
        left.photos |= {sha256 for _, sha256 in rows if sha256 is not None}
        left.photos |= hashes_in_edits(shop.catalog, {product_id for product_id, _ in rows})
        left.kept |= kept_hashes(shop.catalog)


def sweep(shop: Shop, left: LeftBehind) -> None:
    """Delete the files of it that nothing names any more, and fetch none of them.

    Raises:
        KnownError: a file cannot be deleted.
    """
    unused = left.photos - photo_hashes(shop.catalog) - hashes_in_edits(shop.catalog)
    if not (unused or left.kept):
        return
    with shop.catalog.transaction() as db:
        db.execute(
            "DELETE FROM hub_files WHERE sha256 IN (SELECT value FROM json_each(?))", [json.dumps([*unused])]
        )
    delete_unused_photos(shop, unused, left.kept)
