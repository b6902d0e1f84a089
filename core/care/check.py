"""Is everything in a shop as it should be? The catalog, the photo files, the index against the catalog."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.catalog.database.check import Problem, check
from core.catalog.database.repair import repair
from core.catalog.photos.vectors import photos_without_vector, searchable_photos
from core.ingest.photo_pipeline import embed_missing
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class ShopCheck:
    """What a check found.

    Attributes:
        catalog: problems of the catalog and its photo files.
        index: problems of what can be made again: vectors that are missing, index files that are damaged.
    """

    catalog: tuple[Problem, ...]
    index: tuple[Sentence, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no problem at all."""
        return not self.catalog and not self.index

    @property
    def sentences(self) -> list[Sentence]:
        """Every problem in words."""
        return [*(problem.sentence for problem in self.catalog), *self.index]


def check_shop(shop: Shop, progress: ReportProgress = ignore_progress) -> ShopCheck:
    """Check everything: structure, references, sums, each photo's hash, vectors, and the index's files.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    known_models = {spec.fingerprint for spec in shop.models.every_backbone()}
    problems = check(shop.catalog, shop.files.path, known_models=known_models, progress=progress)
    if any(not problem.can_repair for problem in problems):
        return ShopCheck(tuple(problems), ())  # the index cannot be judged by a damaged catalog
    return ShopCheck(tuple(problems), tuple(_index_problems(shop)))


def repair_shop(shop: Shop, found: ShopCheck, progress: ReportProgress = ignore_progress) -> ShopCheck:
    """Set right what can be, and check again; what is left needs a backup or a person.

    Raises:
        KnownError: the shop is read-only, or the disk is full.
        Cancelled: ``progress`` asked to stop; what was repaired stays.
    """
    shop.require_writable()
    repair(shop.catalog, found.catalog)
    if not any(not problem.can_repair for problem in found.catalog):
        embed_missing(shop, progress)
        shop.forget_index()
        if shop.index().count:
            shop.rebuild_index(progress=progress)
    return check_shop(shop, progress)


def _index_problems(shop: Shop) -> Sequence[Sentence]:
    problems: list[Sentence] = []
    unseen = len(photos_without_vector(shop.catalog, shop.spec.fingerprint))
    if unseen:
        text = message(
            "core", "{count} photos were not looked at yet, so no search finds them: repair the shop."
        )
        problems.append(Sentence(text, {"count": unseen}))
    index = shop.index()
    problems += [
        Sentence(message("core", "The index file {file} is damaged: repair the shop."), {"file": name})
        for name in index.damaged_files()
    ]
    wanted = searchable_photos(shop.catalog, shop.spec.fingerprint).ids
    if not np.array_equal(index.ids(), wanted):
        problems.append(
            Sentence(
                message("core", "The index does not hold the photos that the catalog holds: repair the shop.")
            )
        )
    return problems
