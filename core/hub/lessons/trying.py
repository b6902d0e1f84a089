"""A lesson from the hub in one shop: examined on this shop's own photos, and used only if it is better here.

It is kept as a lesson of the shop's, so that it can be taken out of use like any other. The numbers of its
verdict are learned here too: what another store's scores mean says nothing of this one's.
"""

import contextlib
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
from psycopg import Connection

from core.embedding.loading import available_backbones
from core.errors import KnownError
from core.hub.lessons.offer import Offer, make_offer, offers_on_hub
from core.hub.vectors.table import make_network_known
from core.learning.examples import shop_examples
from core.learning.proof import examine
from core.learning.quick import learn_calibrations, present_learner
from core.models.lesson_record import DEEP, Lesson
from core.progress import ReportProgress, ignore_progress, part_of
from core.shop.shop import Shop

KIND = "hub"


def offer_own_lesson(shop: Shop, connection: Connection[Any], store: str) -> bool:
    """Offer the other stores the lesson in use; whether the hub did not have it.

    One that came from the hub is there already. One that sits on a network of its own stays here: nobody else
    has vectors of that.
    """
    model = shop.model
    if model.version is None or model.projection is None:
        return False
    lesson = shop.models.lesson(model.version)
    if lesson.kind in (KIND, DEEP) or model.spec not in available_backbones():
        return False
    make_network_known(connection, model.spec)
    learned_from = shop.models.learned_from(model.version)
    return make_offer(
        connection,
        Offer(
            store, model.projection, learned_from, lesson.examples, lesson.held_out,
            lesson.before_top1, lesson.after_top1, lesson.gain_interval,
        ),
    )  # fmt: skip


def try_offers(
    shop: Shop, connection: Connection[Any], progress: ReportProgress = ignore_progress
) -> list[Lesson]:
    """Examine what other stores and the hub offer and this shop has not examined; what is better is used.

    Raises:
        KnownError: the shop cannot be written to.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    shop.require_writable()
    known = _fingerprints(shop)
    offers = [
        offer for offer in offers_on_hub(connection, shop.spec) if offer.projection.fingerprint not in known
    ]
    tried = [
        _tried(shop, offer, part_of(progress, number / len(offers), (number + 1) / len(offers)))
        for number, offer in enumerate(offers)
    ]
    return [lesson for lesson in tried if lesson is not None]


def _tried(shop: Shop, offer: Offer, progress: ReportProgress) -> Lesson | None:
    """Examine a lesson on the photos taken in this shop that it did not learn from; None if they are too few.

    Photos that it learned from stay among those that are searched; they are no questions.
    """
    start = time.perf_counter()
    examples = shop_examples(shop)
    unseen = replace(examples, counter=examples.counter & ~np.isin(examples.stamps, offer.learned_from))
    proof = examine(
        unseen, present_learner(shop), lambda _some: offer.projection.apply, part_of(progress, 0, 0.6)
    )
    if not proof.held_out:
        return None  # it is asked again when there are more
    calibrations = learn_calibrations(
        unseen, lambda _some: offer.projection.apply, (), part_of(progress, 0.6, 0.9)
    )
    lesson = Lesson(
        version=shop.models.next_version(KIND),
        kind=KIND,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        backbone=offer.projection.backbone,
        examples=offer.examples,
        held_out=proof.held_out,
        before_top1=proof.before_top1,
        after_top1=proof.after_top1,
        gain_interval=proof.gain_interval,
        promoted=proof.promoted,
        reason=proof.reason,
        seconds=round(time.perf_counter() - start, 2),
    )
    shop.models.save(lesson, offer.projection, calibrations, offer.learned_from)
    if lesson.promoted:
        shop.searched_by.use_lesson(lesson.version, part_of(progress, 0.9, 1))
    return lesson


def _fingerprints(shop: Shop) -> set[str]:
    """Of every lesson that the shop has, used or not."""
    found = set()
    for lesson in shop.models.lessons():
        with contextlib.suppress(KnownError):  # damaged: `models use` says so
            found.add(shop.models.load(lesson.version).fingerprint)
    return found
