"""What a deep lesson learns from, and what it keeps for the proof.

Look-alike photos stay together, as everywhere (core/learning/look_alikes.py): a sixth of the groups is never
shown to the network. They draw the curve while it learns, nothing is chosen by them, and at the end they
prove what the lesson is worth.
"""

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import photos_by_ids
from core.catalog.photos.vectors import searchable_photos
from core.embedding.backbone import BackboneSpec
from core.errors import KnownError
from core.learning.deep.self_labelled import self_labelled
from core.learning.deep.work_folder import LABELLED, LEARN, PROOF, UNLABELLED, Plan
from core.learning.examples import Examples, shop_examples, stamp_of
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.learning.proof import LEAST_HELD_OUT
from core.learning.synthetic.pictures import how_many
from core.learning.synthetic.synthetic import synthetic_sources
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

HELD_OUT = 6
"""One of so many look-alike groups is held out; more in a small shop, or the proof would have too few."""

_ENOUGH = 30
"""Photos to hold out, if there are so many to spare; 20 are the least."""

MOST_PHOTOS = 8000
"""More than fit a computer's memory at training size, or could be learned from in an hour."""


def make_plan(
    shop: Shop,
    backbone: BackboneSpec,
    seen: NDArray[np.int64],
    progress: ReportProgress = ignore_progress,
) -> Plan:
    """Choose what the network learns from.

    Args:
        backbone: what is trained; it has seen the shop's photos.
        seen: stamps of the photos that the network in use was trained on. They are held out last: it would
            know the answers that it is compared by.

    Raises:
        KnownError: there is too little to learn from.
        Cancelled: ``progress`` asked to stop.
    """
    photos = photos_by_ids(shop.catalog, searchable_photos(shop.catalog, backbone.fingerprint).ids.tolist())
    files = {stamp_of(photo.sha256): photo.sha256 for photo in photos if not photo.missing}
    examples = shop_examples(shop, backbone)
    examples = _fewer(examples.only(np.isin(examples.stamps, list(files))))
    real = _real_photos(examples, seen, files)
    made = _synthetic_pictures(shop, backbone, examples, alone=bool((real.roles == LEARN).all()))
    plan = real.and_also(made)
    plan = plan.and_also(_self_labelled(shop, backbone, examples, plan, progress))
    require_enough(plan.products[plan.roles == LEARN])
    return plan


def require_enough(learned: NDArray[np.int64]) -> None:
    """Raise a :class:`KnownError` unless these products, one a picture, can be learned from."""
    if len(np.unique(learned)) < 2 or len(learned) < 2 * len(np.unique(learned)):
        raise KnownError(
            message(
                "core",
                "There is too little to learn from: it takes two or more products with two or more photos "
                "each, or catalog pictures to make photos of.",
            )
        )


def _real_photos(examples: Examples, seen: NDArray[np.int64], files: dict[int, str]) -> Plan:
    roles = np.full(len(examples), LEARN, np.uint8)
    counter = np.flatnonzero(examples.counter)
    if len(counter) >= LEAST_HELD_OUT:
        products = examples.products[counter]
        groups = look_alike_groups(examples.vectors[counter], products)
        count = int(np.clip(len(counter) // _ENOUGH, 2, HELD_OUT))
        folds = spread_over_folds(groups, products, count)
        known = np.isin(examples.stamps[counter], seen)
        # The fold that the network in use knows least of; without one, the first.
        fold = int(np.argmin([known[folds == number].sum() for number in range(count)]))
        roles[counter[folds == fold]] = PROOF
    return Plan(
        np.array([files[stamp] for stamp in examples.stamps.tolist()], "U64"),
        np.full(len(examples), LABELLED, np.int64),
        examples.products,
        roles,
    )


def _synthetic_pictures(shop: Shop, backbone: BackboneSpec, examples: Examples, *, alone: bool) -> Plan:
    """Pictures of products without counter photos; some are held out where there is nothing else to."""
    sources = synthetic_sources(shop, examples, backbone.fingerprint)
    each = how_many(len(sources))
    numbers = np.tile(np.arange(each), len(sources))
    roles = np.full(len(numbers), LEARN, np.uint8)
    if alone:
        roles[numbers % HELD_OUT == 1] = PROOF
    return Plan(
        np.repeat(np.array([photo.sha256 for photo in sources], "U64"), each),
        numbers,
        np.repeat(np.array([photo.product_id for photo in sources], np.int64), each),
        roles,
    )


def _self_labelled(
    shop: Shop, backbone: BackboneSpec, examples: Examples, plan: Plan, progress: ReportProgress
) -> Plan:
    """Unlabelled photos, as many as there is room for beside the shop's own."""
    sha256, products = self_labelled(shop, backbone, examples, plan, progress)
    room = max(0, MOST_PHOTOS - len(examples))
    count = min(room, len(sha256))
    return Plan(
        sha256[:count],
        np.full(count, UNLABELLED, np.int64),
        products[:count],
        np.full(count, LEARN, np.uint8),
    )


def _fewer(examples: Examples) -> Examples:
    """At most ``MOST_PHOTOS``; a product with many photos gives up some before one with few."""
    if len(examples) <= MOST_PHOTOS:
        return examples
    order = np.random.default_rng(0).permutation(len(examples))
    turn = np.zeros(len(examples), np.int64)
    counted: dict[int, int] = {}
    for place in order.tolist():
        product = int(examples.products[place])
        turn[place] = counted[product] = counted.get(product, 0) + 1
    chosen = np.zeros(len(examples), np.bool_)
    chosen[np.argsort(turn, kind="stable")[:MOST_PHOTOS]] = True
    return examples.only(chosen)
