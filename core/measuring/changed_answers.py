"""What a lesson changed, shown on real photos: right before and wrong after, or the other way round.

Figures prove a lesson; examples let a person see what it does. Only photos taken in the shop count, and only
such as the compared model has not learned from: a quick lesson is learned anew without them, fold by fold, as
in :mod:`core.learning.proof`; a lesson that cannot be learned anew in a moment is asked about the photos
that were kept from it.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import Photo, PhotoKind, photos_by_ids
from core.catalog.photos.vectors import stream_vectors
from core.catalog.products.products import product_by_id
from core.embedding.backbone import BackboneSpec
from core.embedding.measures import Measure, to_index_space
from core.errors import KnownError
from core.learning.examples import Examples, stamp_of
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.learning.proof import FOLDS, Compare
from core.learning.quick import learn_projection
from core.messages import message
from core.models.lesson_record import DEEP, Lesson
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

MOST_PHOTOS = 3000
"""Photos that are asked about; more of them would only take longer to look through."""

_STAGE = message("core", "Comparing answers")


@dataclass(frozen=True, slots=True)
class Answered:
    """The product that came first, and its most alike photo."""

    title: str
    photo: Path


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """A photo taken in the shop that is answered otherwise now.

    Attributes:
        title: the product that it truly shows.
    """

    photo: Path
    title: str
    before: Answered
    after: Answered


@dataclass(frozen=True, slots=True)
class ChangedAnswers:
    """What the comparison found.

    Attributes:
        examined: photos that were asked about.
        gained: wrong before, right after.
        lost: right before, wrong after.
    """

    examined: int
    gained: tuple[ChangedAnswer, ...]
    lost: tuple[ChangedAnswer, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """The shop's photos, n of them in step, with what either side sees of them.

    Attributes:
        photos: the catalog's rows.
        before, after: raw vectors under the two backbones, (n, dim) each; the same array where it is one.
        products: (n,) product ids.
        counter: (n,) bool, true for photos taken in the shop.
    """

    photos: list[Photo]
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    products: NDArray[np.int64]
    counter: NDArray[np.bool_]
    stamps: NDArray[np.int64]


def changed_answers(shop: Shop, version: str, progress: ReportProgress = ignore_progress) -> ChangedAnswers:
    """Compare a lesson with the network as it comes, on photos taken in the shop.

    Raises:
        KnownError: there is no such lesson, it is damaged, or the shop has no photos to compare on.
        Cancelled: ``progress`` asked to stop.
    """
    lesson, model, plain = shop.models.lesson(version), shop.models.load(version), shop.models.plain()
    asked = _asked(shop, plain.spec.fingerprint, model.spec.fingerprint)
    chosen = _some(np.flatnonzero(asked.counter & ~np.isin(asked.stamps, _seen_by_network(shop, lesson))))
    if not len(chosen):
        raise KnownError(
            message(
                "core",
                "The shop has no photos taken at the counter that the lesson has not learned from. Add some "
                "to see what the lesson changes.",
            )
        )
    folds = [chosen] if lesson.kind == DEEP else _folds(asked, chosen)
    gained: list[ChangedAnswer] = []
    lost: list[ChangedAnswer] = []
    for number, fold in enumerate(folds):
        report(progress, _STAGE, number, len(folds))
        kept = np.setdiff1d(np.arange(len(asked.photos)), fold)
        compare = (
            model.compared
            if lesson.kind == DEEP
            else _learned_without(asked, kept, model.spec, lesson.varieties)
        )
        first_before = kept[_nearest(plain.compared, asked.before[kept], asked.before[fold])]
        first_after = kept[_nearest(compare, asked.after[kept], asked.after[fold])]
        right_before = asked.products[first_before] == asked.products[fold]
        right_after = asked.products[first_after] == asked.products[fold]
        for row in np.flatnonzero(right_before != right_after):
            change = _change(shop, asked, int(fold[row]), int(first_before[row]), int(first_after[row]))
            (gained if right_after[row] else lost).append(change)
    report(progress, _STAGE, len(folds), len(folds))
    return ChangedAnswers(len(chosen), _varied(gained), _varied(lost))


def _varied(changes: list[ChangedAnswer]) -> tuple[ChangedAnswer, ...]:
    """One of each product first, then the second ones: whoever looks at a few sees many products."""
    seen: Counter[str] = Counter()
    turns = []
    for change in changes:
        turns.append((seen[change.title], change))
        seen[change.title] += 1
    return tuple(change for _turn, change in sorted(turns, key=lambda one: one[0]))


def _seen_by_network(shop: Shop, lesson: Lesson) -> NDArray[np.int64]:
    """Stamps of the photos that the lesson's network itself learned from, (n,); none for one as shipped."""
    for other in shop.models.lessons():
        if other.kind == DEEP and other.backbone == lesson.backbone:
            return shop.models.learned_from(other.version)
    return np.empty(0, np.int64)


def _asked(shop: Shop, before: str, after: str) -> _Asked:
    """Every photo of a live product that has a vector under both fingerprints."""
    under_before, under_after = _vectors(shop, before), _vectors(shop, after) if after != before else None
    rows = [
        photo
        for photo in photos_by_ids(shop.catalog, sorted(under_before))
        if under_after is None or photo.id in under_after
    ]
    vectors = np.array([under_before[photo.id] for photo in rows], np.float32)
    return _Asked(
        rows,
        vectors,
        vectors if under_after is None else np.array([under_after[p.id] for p in rows], np.float32),
        np.array([photo.product_id for photo in rows], np.int64),
        np.array([photo.kind is PhotoKind.COUNTER for photo in rows], np.bool_),
        np.array([stamp_of(photo.sha256) for photo in rows], np.int64),
    )


def _vectors(shop: Shop, fingerprint: str) -> dict[int, NDArray[np.float16]]:
    return {
        photo: vector
        for batch in stream_vectors(shop.catalog, fingerprint)
        for photo, vector in zip(batch.ids.tolist(), batch.vectors, strict=True)
    }


def _some(rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """At most :data:`MOST_PHOTOS` of them, the same each time."""
    if len(rows) <= MOST_PHOTOS:
        return rows
    return np.sort(np.random.default_rng(0).choice(rows, MOST_PHOTOS, replace=False))


def _folds(asked: _Asked, chosen: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The chosen photos dealt into folds, look-alikes together."""
    products = asked.products[chosen]
    groups = look_alike_groups(asked.after[chosen], products, seed=0)
    folds = spread_over_folds(groups, products, FOLDS)
    return [chosen[folds == fold] for fold in range(FOLDS) if (folds == fold).any()]


def _learned_without(
    asked: _Asked, kept: NDArray[np.int64], backbone: BackboneSpec, varieties: int
) -> Compare:
    """A quick lesson that has never seen the photos it is asked about.

    Without the synthetic photos: making them takes minutes, and where there are counter photos they add
    little.
    """
    examples = Examples(
        asked.after[kept],
        asked.products[kept],
        asked.counter[kept],
        np.zeros(len(kept), np.bool_),
        asked.stamps[kept],
    )
    try:
        return learn_projection(examples, backbone, varieties).apply
    except ValueError as error:
        raise KnownError(
            message("core", "There are too few photos to compare the lesson on. Add photos of more products.")
        ) from error


def _nearest(
    compare: Compare, references: NDArray[np.float32], queries: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Row of the most alike reference of each query, by cosine, (q,)."""
    rows = to_index_space(compare(references), Measure.COSINE)
    likeness = to_index_space(compare(queries), Measure.COSINE) @ rows.T
    return np.asarray(likeness.argmax(axis=1), np.int64)


def _change(shop: Shop, asked: _Asked, query: int, before: int, after: int) -> ChangedAnswer:
    return ChangedAnswer(
        shop.files.path(asked.photos[query].sha256),
        _title(shop, asked.photos[query]),
        Answered(_title(shop, asked.photos[before]), shop.files.path(asked.photos[before].sha256)),
        Answered(_title(shop, asked.photos[after]), shop.files.path(asked.photos[after].sha256)),
    )


def _title(shop: Shop, photo: Photo) -> str:
    product = product_by_id(shop.catalog, photo.product_id)
    return product.title if product is not None else ""
