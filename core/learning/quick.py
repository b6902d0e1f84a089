"""The quick lesson: a projection learned in seconds from vectors that the shop has already.

It learns from catalog photos and counter photos; for products that have no counter photo, from synthetic
ones, and from unlabelled photos where there are enough (:mod:`core.learning.self_taught`). It is put in use
only if :mod:`core.learning.proof` finds it better than what the shop uses now; that module says what holds
where the shop taught itself.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np

from core.embedding.backbone import BackboneSpec, Part
from core.embedding.measures import Measure
from core.errors import KnownError
from core.ingest.closer_look import look_closer
from core.learning.calibration import fit_calibration
from core.learning.discriminants import linear_discriminants
from core.learning.doubting import fit_doubt
from core.learning.examples import Examples, shop_examples
from core.learning.held_out_scores import held_out_scores
from core.learning.learned import Learned
from core.learning.proof import LEAST_HELD_OUT, Compare, Learn, examine, examined_photos
from core.learning.self_taught import teach_from_unlabelled
from core.learning.studio_discriminants import studio_discriminants
from core.learning.synthetic.synthetic import synthetic_examples
from core.learning.varieties import ONE, choose_varieties, labels_of_varieties
from core.learning.witness_weights import weigh_witnesses
from core.messages import message
from core.models.lesson_record import Lesson
from core.models.projection import MOST_DIMENSIONS, Projection, balanced
from core.models.shop_model import plain_model
from core.models.verdict import DRAWN_CALIBRATIONS, Calibration
from core.progress import ReportProgress, ignore_progress, part_of, report
from core.shop.shop import Shop

KIND = "quick"
SHRINKAGE = 0.3
"""Chosen by cross-validation on a real shop's photos; from 0.1 to 0.5 the result is the same within 1 %."""

MOST_EXAMPLES = 20_000
"""More photos only make the scatter more exact than it need be, and take memory and time."""

_LEARNING = message("core", "Learning")
_TOO_LITTLE = message(
    "core",
    "There is too little to learn from: it takes two or more products with two or more photos each, or "
    "catalog pictures to make photos of.",
)
_CALIBRATING = message("core", "Learning what is unknown")


def teach_quick_lesson(shop: Shop, progress: ReportProgress = ignore_progress) -> Lesson:
    """Learn, examine, keep, and put in use if better.

    Returns:
        The lesson's record, also where it was rejected.

    Raises:
        KnownError: there is too little to learn from, or the shop cannot be written to.
        Cancelled: ``progress`` asked to stop; the shop is as it was.
    """
    start = time.perf_counter()
    shop.require_writable()
    look_closer(shop, part_of(progress, 0, 0.1))
    real = shop_examples(shop)
    examples = real.and_also(synthetic_examples(shop, real, part_of(progress, 0.1, 0.6)))
    _require_enough(examples)

    learned = teach_from_unlabelled(shop, examples, part_of(progress, 0.6, 0.9))
    if learned is None:
        learned = _from_photos(shop, examples, part_of(progress, 0.6, 0.9))
    proof = learned.proof
    weighed, answered_by = weigh_witnesses(shop), shop.model.taught_by
    lesson = Lesson(
        version=shop.models.next_version(KIND),
        kind=KIND,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        backbone=shop.spec.fingerprint,
        examples=len(examples) + learned.taught,
        held_out=proof.held_out,
        before_top1=proof.before_top1,
        after_top1=proof.after_top1,
        gain_interval=proof.gain_interval,
        promoted=proof.promoted,
        reason=proof.reason,
        seconds=round(time.perf_counter() - start, 2),
        varieties=learned.varieties,
        witnesses=None if weighed is None else weighed.told,
    )
    stamps = np.unique(examples.stamps)
    shop.models.save(lesson, learned.projection, learned.calibrations, stamps, prototypes=learned.prototypes)
    if weighed is not None and weighed.weights is not None:
        shop.keep_witness_weights(answered_by, weighed.weights)
    if lesson.promoted:
        shop.searched_by.use_lesson(lesson.version, part_of(progress, 0.9, 1))
    return lesson


def _from_photos(shop: Shop, examples: Examples, progress: ReportProgress) -> Learned:
    """Learn from labelled and drawn photos alone."""

    plain = plain_model(shop.spec).compared

    def learner(most: int) -> Learn:
        def learn(some: Examples) -> Compare:
            try:
                return learn_projection(some, shop.spec, most).apply
            except ValueError:  # the only product with two photos is held out: nothing is learned of the rest
                return plain

        return learn

    varieties = choose_varieties(examples, learner, part_of(progress, 0, 0.3))
    learn = learner(varieties)
    proof = examine(examples, present_learner(shop), learn, part_of(progress, 0.3, 0.7))
    progress = part_of(progress, 0.7, 1)
    report(progress, _LEARNING, 0, 1)
    try:
        projection = learn_projection(examples, shop.spec, varieties)
    except ValueError as error:
        raise KnownError(_TOO_LITTLE) from error
    report(progress, _LEARNING, 1, 1)
    return Learned(
        projection, learn_calibrations(examples, learn, shop.spec.parts, progress), proof, varieties=varieties
    )


def learn_projection(examples: Examples, backbone: BackboneSpec, varieties: int = ONE) -> Projection:
    """The discriminants of the examples' products, on balanced vectors.

    Args:
        backbone: what made the vectors.
        varieties: how many groups of look-alikes they tell apart within a product, at most.

    Raises:
        ValueError: fewer than two products, or no product with two different photos.
    """
    vectors, products = examples.vectors, examples.products
    if len(products) > MOST_EXAMPLES:
        chosen = np.random.default_rng(0).choice(len(products), MOST_EXAMPLES, replace=False)
        vectors, products = vectors[chosen], products[chosen]
    even = balanced(vectors, backbone.parts)
    labels = labels_of_varieties(vectors, products, varieties)
    if examples.counter.any():
        mean, matrix = linear_discriminants(even, labels, count=MOST_DIMENSIONS, shrinkage=SHRINKAGE)
    else:
        mean, matrix = studio_discriminants(even, labels, backbone.parts, count=MOST_DIMENSIONS)
    return Projection(backbone.fingerprint, backbone.parts, mean, matrix)


def learn_calibrations(
    examples: Examples, learn: Learn, parts: Sequence[Part], progress: ReportProgress
) -> dict[Measure, Calibration]:
    """The verdict's numbers for each measure; none where there are too few photos to tell.

    Where photos from the shop are missing they are those of another shop's: drawn photos are too easy.

    Args:
        parts: what the vectors are made of, where ``learn`` knows nothing of what is held out; else none, and
            there is no closer look at the first product (core/learning/doubting.py).

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    examined = examined_photos(examples)
    if examined.sum() < LEAST_HELD_OUT:
        return {}
    if examples.synthetic[examined].any():
        return dict(DRAWN_CALIBRATIONS)
    scores = held_out_scores(examples, examined, learn, progress, _CALIBRATING, parts=parts)
    fitted = {measure: fit_calibration(queries) for measure, queries in scores.items()}
    found = {measure: calibration for measure, calibration in fitted.items() if calibration is not None}
    if Measure.COSINE in found:
        doubt = fit_doubt(scores[Measure.COSINE], found[Measure.COSINE])
        found[Measure.COSINE] = replace(found[Measure.COSINE], doubt=doubt)
    return found


def present_learner(shop: Shop) -> Learn:
    """How the shop would search now, had it not seen the held-out photos.

    The lesson in use may have learned from them. It is learned again from what is left of its own photos;
    to compare it as it is would give it the answers.
    """
    plain = plain_model(shop.spec).compared
    version = shop.model.version
    if version is None:
        return lambda _examples: plain
    stamps = shop.models.learned_from(version)
    varieties = shop.models.lesson(version).varieties

    def learn_again(examples: Examples) -> Compare:
        own = examples.only(np.isin(examples.stamps, stamps))
        try:
            return learn_projection(own, shop.spec, varieties).apply
        except ValueError:  # hardly any of its photos is left in the shop
            return plain

    return learn_again


def _require_enough(examples: Examples) -> None:
    if len(np.unique(examples.products)) < 2 or len(np.unique(examples.stamps)) <= len(
        np.unique(examples.products)
    ):
        raise KnownError(_TOO_LITTLE)
