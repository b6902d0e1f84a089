"""The part of a quick lesson that a shop teaches itself: when it does, and what proves it.

Photos that nobody labelled teach (core/learning/self_training.py). What is learned is compared with what the
shop uses now on unlabelled photos whose label a sure witness gave (core/learning/sure_labels.py), each held
out of the teaching. Where there are too few of them nothing can prove the lesson, and its sentence says so;
it is put in use all the same, as on shops whose photos are labelled it was better every time. What sure
labels show to be worse beyond doubt is rejected.
"""

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.embedding.measures import Measure, to_index_space
from core.learning.drawn_to import LEAST_SPREAD, doubts_of
from core.learning.examples import Examples
from core.learning.learned import Learned
from core.learning.proof import LEAST_HELD_OUT, Proof, bootstrap_interval, of_a_hundred
from core.learning.self_training import SelfTaught, teach_itself
from core.learning.sure_labels import sure_labels
from core.messages import Sentence, message
from core.models.projection import Projection, balanced
from core.models.prototypes import Prototypes
from core.models.shop_model import ShopModel
from core.models.verdict import Calibration
from core.progress import ReportProgress, report
from core.shop.shop import Shop

LEAST_UNLABELLED = 50
"""Photos; and so many a product that is known by catalog photos alone:"""
LEAST_A_PRODUCT = 1

LEAST_UNPHOTOGRAPHED = 0.2
"""Share of products without counter photos; with fewer of them a lesson from labelled photos is better."""

MOST_PRODUCTS = 2_500
"""Products of a shop that teaches itself: more than unlabelled photos can tell apart."""

TEMPERATURE = 0.75
UNKNOWN = 3.2
STAND = 0.94
WIDTH = -1.86
LEAST_WIDTH = 0.2
"""The verdict's numbers (core/models/verdict.py), scores taken in deviations of what prototypes score for
unlabelled photos. Fitted on a real shop's photos, a fifth of the products withheld; with 300 and with 2,000
that taught they differ by a tenth (docs/decisions/0026-calibrated-verdict.md)."""

_STAGE = message("core", "Learning from photos that nobody labelled")

_UNPROVEN = message(
    "core",
    "Learned from {taught} of {count} photos that nobody labelled. Nothing in the shop can prove what that "
    "is worth: of too few of them ({sure}) is it sure what they show.",
)
_BETTER = message(
    "core",
    "Learned from {taught} of {count} photos that nobody labelled. Of 100 photos whose product a barcode, "
    "the print, the label or a clerk told, between {low} and {high} more come out right ({sure} were looked "
    "at). Those are mostly packages: of loose goods they say little.",
)
_NOT_WORSE = message(
    "core",
    "Learned from {taught} of {count} photos that nobody labelled. Of 100 photos whose product a barcode, "
    "the print, the label or a clerk told, between {low} fewer and {high} more come out right ({sure} were "
    "looked at). Those are mostly packages: of loose goods they say little.",
)
_WORSE = message(
    "core",
    "Photos that nobody labelled do not help here: of 100 photos whose product a barcode, the print, the "
    "label or a clerk told, between {low} and {high} fewer come out right ({sure} were looked at).",
)


def teach_from_unlabelled(shop: Shop, examples: Examples, progress: ReportProgress) -> Learned | None:
    """Learn from the shop's unlabelled photos; None where it is better not to.

    Args:
        examples: the shop's photos and drawn ones.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    found = unlabelled_vectors(shop.catalog, shop.spec.fingerprint)
    if not is_worth_it(examples, len(found.ids)):
        return None
    seen = found.vectors.astype(np.float32)
    sure = sure_labels(shop, examples, found.ids, seen, progress)
    report(progress, _STAGE, 0, 3)
    try:
        learned = teach_itself(examples, seen, shop.spec.parts, sure)
        report(progress, _STAGE, 1, 3)
        right = _examined(shop.model, examples, seen, sure, progress)
    except ValueError:  # no product with two different pictures
        return None
    report(progress, _STAGE, 3, 3)
    taught = int(learned.labels.teaches.sum())
    projection = Projection(shop.spec.fingerprint, shop.spec.parts, learned.mean, learned.matrix)
    scores = to_index_space(projection.apply(seen), Measure.COSINE) @ learned.prototypes.T
    spread = max(float(np.sqrt(scores.var(axis=0).mean())), LEAST_SPREAD)  # of a film of a still shelf none
    calibration = Calibration(
        TEMPERATURE * spread,
        float(scores.mean()) + UNKNOWN * spread,
        STAND,
        WIDTH / spread,
        LEAST_WIDTH * spread,
    )
    taken = np.searchsorted(learned.products, learned.labels.products)
    doubts = doubts_of(scores, taken, learned.labels.teaches)
    return Learned(
        projection,
        {Measure.COSINE: calibration},
        judged(right, taught, len(seen)),
        Prototypes(learned.products, learned.prototypes, doubts),
        taught,
    )


def is_worth_it(examples: Examples, unlabelled: int) -> bool:
    """Whether a shop with these photos, drawn ones included, gains by so many unlabelled ones."""
    products = len(np.unique(examples.products))
    photographed = len(np.unique(examples.products[examples.counter & ~examples.synthetic]))
    without = products - photographed
    return (
        2 <= products <= MOST_PRODUCTS
        and without >= LEAST_UNPHOTOGRAPHED * products
        and unlabelled >= max(LEAST_UNLABELLED, LEAST_A_PRODUCT * without)
    )


def _examined(
    now: ShopModel,
    examples: Examples,
    seen: NDArray[np.float32],
    sure: NDArray[np.int64],
    progress: ReportProgress,
) -> NDArray[np.bool_]:
    """Whether each photo with a sure label was right before and after, (n, 2); each held out of teaching."""
    named = np.flatnonzero(sure >= 0)
    if len(named) < LEAST_HELD_OUT:
        return np.zeros((len(named), 2), np.bool_)
    own = examples.only(~examples.synthetic)
    right = np.zeros((len(named), 2), np.bool_)
    for half in range(2):
        held = named[half::2]
        rest = np.setdiff1d(np.arange(len(seen)), held)
        after = teach_itself(examples, seen[rest], now.spec.parts, sure[rest])
        right[half::2, 0] = _now(now, own, seen[held]) == sure[held]
        right[half::2, 1] = _after(after, seen[held], now) == sure[held]
        report(progress, _STAGE, 2 + half, 3)
    return right


def _now(now: ShopModel, own: Examples, queries: NDArray[np.float32]) -> NDArray[np.int64]:
    """The product that comes first by what the shop uses now."""
    asked = to_index_space(now.compared(queries), Measure.COSINE)
    if now.prototypes is not None:
        return _first(asked, now.prototypes.rows, now.prototypes.products)
    return _first(asked, to_index_space(now.compared(own.vectors), Measure.COSINE), own.products)


def _after(after: SelfTaught, queries: NDArray[np.float32], now: ShopModel) -> NDArray[np.int64]:
    projected = (balanced(queries, now.spec.parts) - after.mean) @ after.matrix
    return _first(to_index_space(projected, Measure.COSINE), after.prototypes, after.products)


def _first(
    asked: NDArray[np.float32], rows: NDArray[np.float32], products: NDArray[np.int64]
) -> NDArray[np.int64]:
    return np.asarray(products[(asked @ rows.T).argmax(axis=1)], np.int64)


def judged(right: NDArray[np.bool_], taught: int, count: int) -> Proof:
    """The proof of a lesson taught by ``taught`` of ``count`` unlabelled photos.

    Args:
        right: (n, 2) whether each photo with a sure label was right before, and after.
    """
    values: dict[str, object] = {"taught": taught, "count": count, "sure": len(right)}
    if len(right) < LEAST_HELD_OUT:
        return Proof(0, None, None, None, True, Sentence(_UNPROVEN, values))
    gains = right[:, 1].astype(np.float64) - right[:, 0]
    low, high = bootstrap_interval(gains, np.arange(len(gains)))
    promoted = high >= 0
    values |= of_a_hundred((low, high))
    text = _WORSE if not promoted else _BETTER if low > 0 else _NOT_WORSE
    before, after = (float(share) for share in right.mean(axis=0))
    return Proof(len(right), before, after, (low, high), promoted, Sentence(text, values))
