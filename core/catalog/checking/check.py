"""Whether the catalog is as it should be. What can be set right is in :mod:`core.catalog.checking.repair`.

Checked are SQLite's own structures, foreign keys, the stock ledger, photo files, vectors and the text
index. Whether the picture index agrees with the catalog is checked where both are known.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from core.catalog.checking.hub import hub_problems
from core.catalog.checking.photo_files import wrong_photo_files
from core.catalog.checking.problem import Defect, Problem
from core.catalog.checking.products import wrong_codes, wrong_sku_keys, wrong_stocks
from core.catalog.checking.structure import orphans, structural_problems
from core.catalog.checking.texts import wrong_texts
from core.catalog.checking.vectors import (
    damaged_query_vectors,
    damaged_unlabelled_vectors,
    damaged_vectors,
    unknown_models,
)
from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.progress import ReportProgress, ignore_progress


def check(
    catalog: Catalog,
    photo_path: Callable[[str], Path] | None = None,
    *,
    known_models: Collection[str] | None = None,
    progress: ReportProgress = ignore_progress,
) -> list[Problem]:
    """Every problem of the catalog.

    Args:
        photo_path: where the stored photo with a hash lies; None leaves photo files unchecked.
        known_models: fingerprints of models that exist; None leaves vectors' models unchecked.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    try:
        structure = list(structural_problems(catalog))
        if any(not problem.can_repair for problem in structure):
            return structure  # what a damaged file says of the rest is not to be trusted
        return [
            *structure,
            *orphans(catalog),
            *wrong_stocks(catalog),
            *wrong_sku_keys(catalog),
            *wrong_codes(catalog),
            *damaged_vectors(catalog),
            *damaged_query_vectors(catalog),
            *damaged_unlabelled_vectors(catalog),
            *unknown_models(catalog, known_models),
            *wrong_texts(catalog),
            *hub_problems(catalog),
            *(wrong_photo_files(catalog, photo_path, progress) if photo_path else ()),
        ]
    except KnownError as error:
        return [Problem(Defect.DAMAGED_FILE, error.sentence, can_repair=False)]
