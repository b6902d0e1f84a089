"""Photo files that are missing, are not what their name says, or are there again."""

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from core.catalog.checking.problem import Defect, Problem
from core.catalog.database.catalog import Catalog
from core.messages import Sentence, message
from core.progress import ReportProgress, report

_PHOTOS_STAGE = message("core", "Checking photos")


def wrong_photo_files(
    catalog: Catalog, photo_path: Callable[[str], Path], progress: ReportProgress
) -> Iterator[Problem]:
    """Every file is read; ``photo_path`` tells where the one with a hash lies."""
    rows = catalog.db.execute(
        "SELECT sha256, max(missing), min(photos.id),"
        " group_concat(DISTINCT CASE title WHEN '' THEN sku ELSE title || ' (' || sku || ')' END)"
        " FROM photos LEFT JOIN products ON products.id = product_id"
        " WHERE sha256 NOT IN (SELECT sha256 FROM hub_files WHERE way = 'in' AND size = 'photo')"
        " GROUP BY sha256"
    ).fetchall()
    for done, (sha256, missing, photo_id, products) in enumerate(rows):
        report(progress, _PHOTOS_STAGE, done, len(rows))
        path = photo_path(sha256)
        actual = _sha256(path)
        if actual == sha256:
            if missing:
                yield _about_photo(
                    Defect.PHOTO_BACK,
                    message("core", "The photo {photo}, missing before, is there again."),
                    path,
                    photo_id,
                    products,
                )
            continue
        if actual is None:
            defect = Defect.PHOTO_MISSING
            text = message(
                "core",
                "The photo {photo} of {product} is missing: import it again, remove it from the product, or "
                "restore a backup.",
            )
        else:
            defect = Defect.PHOTO_CHANGED
            text = message(
                "core",
                "The photo {photo} of {product} was changed or damaged: import it again, remove it from the "
                "product, or restore a backup.",
            )
        # A repair marks it, so that nothing shows it; then only a person can do more.
        yield _about_photo(defect, text, path, photo_id, products, can_repair=not missing)


def _about_photo(
    defect: Defect, text: str, path: Path, photo_id: int, products: str | None, *, can_repair: bool = True
) -> Problem:
    values = {"photo": path.name, "product": products or "–"}
    return Problem(defect, Sentence(text, values), photo_id, can_repair)


def _sha256(path: Path) -> str | None:
    with contextlib.suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return None
