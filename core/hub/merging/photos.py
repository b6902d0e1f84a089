"""Photos: a set for each product, by the hash of the stored file; of adding and removing one the later holds.

The rows come at once, the files later (:mod:`core.hub.picture_files`): until then a photo counts as missing.
"""

import re
from collections.abc import Callable

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoKind
from core.hub.change import Change, MalformedChangeError
from core.hub.merging.known_products import KnownProduct

_HASH = re.compile(r"[0-9a-f]{64}")
_MOST_PHOTOS = 10_000
_MOST_LETTERS = 4_000


def apply_photo(
    catalog: Catalog, product: KnownProduct, change: Change, has_file: Callable[[str], bool]
) -> None:
    """Add a photo to a live product, move it or take it out, in the caller's transaction.

    Args:
        has_file: whether the stored photo with a hash lies in this shop.

    Raises:
        MalformedChangeError: no photo that a till of ours adds.
    """
    sha256, gained = change.text("sha256"), change.whole("gained") == 1
    place = change.whole("position")
    kind, texts = change.text("kind"), [change.text("source_sha256"), change.text("source_name")]
    size = [change.whole("width"), change.whole("height")]
    is_ours = (
        _HASH.fullmatch(sha256)
        and kind in set(PhotoKind)
        and 0 <= place < _MOST_PHOTOS
        and all(0 < side < 1 << 31 for side in size)
        and all(len(text) < _MOST_LETTERS for text in texts)
    )
    if not is_ours:
        raise MalformedChangeError("photo")
    db = catalog.db
    row = db.execute(
        "SELECT change FROM hub_photos WHERE uid = ? AND sha256 = ?", [product.uid, sha256]
    ).fetchone()
    if row is not None and change.id <= row[0]:
        return
    key = [product.product_id, sha256]
    if not gained:
        db.execute("DELETE FROM photos WHERE product_id = ? AND sha256 = ?", key)
    elif not db.execute(
        "UPDATE photos SET position = ?, kind = ? WHERE product_id = ? AND sha256 = ?", [place, kind, *key]
    ).rowcount:
        is_here = has_file(sha256)
        db.execute(
            "INSERT INTO photos (product_id, sha256, kind, source_sha256, source_name, width, height,"
            " position, missing, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [*key, kind, *texts, *size, place, int(not is_here), utc_now()],
        )
        if not is_here:
            db.conn.executemany(
                "INSERT OR IGNORE INTO hub_files (sha256, size, way) VALUES (?, ?, 'in')",
                [(sha256, "thumbnail"), (sha256, "photo")],
            )
    db.execute(
        "INSERT INTO hub_photos (uid, sha256, change) VALUES (?, ?, ?)"
        " ON CONFLICT (uid, sha256) DO UPDATE SET change = excluded.change",
        [product.uid, sha256, change.id],
    )
