"""Is everything in a shop as it should be? Every file in its folder, with what depends on it."""

import contextlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.care.file_check import FileCheck, check_files, mend_files
from core.care.lesson_check import damaged_arrays, lesson_problems
from core.care.unlabelled_check import (
    UnlabelledCheck,
    check_unlabelled,
    drop_what_nobody_can_see,
    give_up_lost,
)
from core.catalog.checking.check import check
from core.catalog.checking.problem import Defect, Problem
from core.catalog.checking.repair import repair
from core.catalog.photos.vectors import photos_without_vector, searchable_photos
from core.index.generations.manifest import damaged_files, read_manifest
from core.ingest.photo_pipeline import embed_missing
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress
from core.search.kept import see_kept_again
from core.shop.shop import Shop
from core.signed_log.verification import check_log


@dataclass(frozen=True, slots=True)
class ShopCheck:
    """What a check found.

    Attributes:
        catalog: problems of the catalog and its photo files.
        index: problems of what can be made again: vectors that are missing, index files that are damaged.
        lessons: what the shop has learned and cannot use.
        files: thumbnails, kept searches, backups, and what killed writers left.
        arrays: damaged files of arrays that are made again when they are wanted.
        unlabelled: photos of the shop that nobody labelled.
        log: what is not as it was written in the log of photos; nothing sets that right.
    """

    catalog: tuple[Problem, ...]
    index: tuple[Sentence, ...]
    lessons: tuple[Sentence, ...] = ()
    files: FileCheck = field(default_factory=FileCheck)
    arrays: tuple[Path, ...] = ()
    unlabelled: UnlabelledCheck = field(default_factory=UnlabelledCheck)
    log: tuple[Sentence, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is no problem at all."""
        return not self.sentences

    @property
    def sentences(self) -> list[Sentence]:
        """Every problem in words."""
        told = [
            *(problem.sentence for problem in self.catalog),
            *self.index,
            *self.lessons,
            *self.files.sentences,
            *self.unlabelled.sentences,
            *self.log,
        ]
        if self.arrays:
            text = message("core", "Damaged files of what was found on photos: {count}. Repair the shop.")
            told.append(Sentence(text, {"count": len(self.arrays)}))
        return told

    @property
    def is_unreadable(self) -> bool:
        """Whether the catalog's file is damaged, so that nothing else can be judged by it."""
        return any(problem.defect is Defect.DAMAGED_FILE for problem in self.catalog)


def check_shop(shop: Shop, progress: ReportProgress = ignore_progress) -> ShopCheck:
    """Check everything: the catalog, each photo, the lessons, the index's files and all that lies beside.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    known_models = {spec.fingerprint for spec in shop.models.every_backbone()}
    if shop.text_image.stored is not None:
        known_models.add(shop.text_image.stored.spec.fingerprint)
    # A lesson that cannot be read hides its network, whose vectors are not to be thrown away for that.
    lessons = tuple(lesson_problems(shop))
    problems = check(
        shop.catalog, shop.files.path, known_models=None if lessons else known_models, progress=progress
    )
    found = ShopCheck(tuple(problems), (), lessons)
    if found.is_unreadable:
        return found
    return ShopCheck(
        tuple(problems),
        tuple(_index_problems(shop)),
        lessons,
        check_files(shop, progress),
        tuple(damaged_arrays(shop)),
        check_unlabelled(shop),
        check_log(shop.catalog, shop.folder, progress).problems,
    )


def repair_shop(shop: Shop, found: ShopCheck, progress: ReportProgress = ignore_progress) -> ShopCheck:
    """Set right what can be, and check again; what is left needs a backup or a person.

    Raises:
        KnownError: the shop is read-only, or the disk is full.
        Cancelled: ``progress`` asked to stop; what was repaired stays.
    """
    shop.require_writable()
    kept = [problem for problem in found.catalog if problem.defect is Defect.QUERY_VECTOR]
    seen = see_kept_again(shop, [problem.row_id for problem in kept])
    repair(shop.catalog, [one for one in found.catalog if one not in kept or one.row_id not in seen])
    if not found.is_unreadable:
        mend_files(shop, found.files)
        for path in found.arrays:
            with contextlib.suppress(OSError):
                path.unlink()
        give_up_lost(shop, found.unlabelled)
        embed_missing(shop, progress)
        drop_what_nobody_can_see(shop)
        shop.forget_index()
        for folder, _name in _damaged_indexes(shop):
            shutil.rmtree(folder, ignore_errors=True)
        if shop.index().count:
            shop.rebuild_index(progress=progress)
    return check_shop(shop, progress)


def _damaged_indexes(shop: Shop) -> list[tuple[Path, str]]:
    """Files of the index, under any model and measure, that are not what was written; with their folders."""
    found = []
    for folder in sorted(shop.place("index").glob("*")):
        manifest = read_manifest(folder)
        if manifest is not None:
            found += [(folder, name) for name in damaged_files(folder, manifest, thorough=True)]
    return found


def _index_problems(shop: Shop) -> Sequence[Sentence]:
    problems: list[Sentence] = []
    unseen = len(photos_without_vector(shop.catalog, shop.spec.fingerprint))
    if unseen:
        text = message(
            "core", "Photos that no search finds, as they were not looked at yet: {count}. Repair the shop."
        )
        problems.append(Sentence(text, {"count": unseen}))
    index = shop.index()
    problems += [
        Sentence(message("core", "The index file {file} is damaged: repair the shop."), {"file": name})
        for _folder, name in _damaged_indexes(shop)
    ]
    wanted = searchable_photos(shop.catalog, shop.spec.fingerprint).ids
    if not np.array_equal(index.ids(), wanted):
        problems.append(
            Sentence(
                message("core", "The index does not hold the photos that the catalog holds: repair the shop.")
            )
        )
    return problems
