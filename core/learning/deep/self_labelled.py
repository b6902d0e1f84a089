"""Unlabelled photos that a deep lesson learns from: those of which a sure witness says what they show, and
those that self-training labels where a quick lesson would learn from them, too.

They teach and are never held out: a label that was worked out proves nothing. Nor do they teach what proves
the lesson: a photo that shows the same as a held-out one is passed over, and whoever labels the others does
not know the held-out ones.
"""

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.unlabelled import unlabelled_photos
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.embedding.backbone import BackboneSpec
from core.embedding.likeness import SAME_VIEW, compared
from core.learning.deep.examination import rows_with_role
from core.learning.deep.work_folder import LABELLED, LEARN, PROOF, Plan
from core.learning.examples import Examples
from core.learning.self_taught import is_worth_it
from core.learning.self_training import teach_itself
from core.learning.sure_labels import sure_labels
from core.learning.synthetic.synthetic import synthetic_examples
from core.progress import ReportProgress
from core.shop.shop import Shop


def self_labelled(
    shop: Shop, backbone: BackboneSpec, examples: Examples, plan: Plan, progress: ReportProgress
) -> tuple[NDArray[np.str_], NDArray[np.int64]]:
    """The hashes (m,) of kept unlabelled pictures that are worth teaching with, and their products (m,).

    Args:
        backbone: what made the examples' vectors.
        examples: the shop's photos.
        plan: which of them, and of the drawn ones, are learned from, and which are held out.

    Raises:
        KnownError: the network cannot be loaded, or what is drawn not be written.
        Cancelled: ``progress`` asked to stop.
    """
    found = unlabelled_vectors(shop.catalog, backbone.fingerprint)
    facts = {photo.id: photo.facts for photo in unlabelled_photos(shop.catalog)}
    held = rows_with_role(examples, plan, PROOF)
    apart = ~_alike(backbone, found.vectors, examples.vectors[held])
    proof = set(plan.sha256[(plan.roles == PROOF) & (plan.synthetic == LABELLED)].tolist())
    apart &= np.array(
        [
            photo in facts and not {facts[photo].sha256, facts[photo].source_sha256} & proof
            for photo in found.ids.tolist()
        ],
        np.bool_,
    )
    ids, seen = found.ids[apart], found.vectors[apart].astype(np.float32)
    learned = examples.only(~held)
    if not len(learned) or not any(facts[photo].sha256 for photo in ids.tolist()):
        return np.empty(0, "U64"), np.empty(0, np.int64)
    labels = sure_labels(shop, learned, ids, seen, progress)
    if is_worth_it(examples, len(ids)):
        made = _drawn(shop, backbone, examples, progress)
        known = learned.and_also(made.only(~rows_with_role(made, plan, PROOF)))
        try:
            taught = teach_itself(known, seen, backbone.parts, labels).labels
        except ValueError:  # no product with two different pictures
            pass
        else:
            photographed = np.isin(taught.products, examples.products[examples.counter])
            labels = np.where((labels < 0) & taught.teaches & ~photographed, taught.products, labels)
    # A product of which nothing else is learned would have too little to be told by.
    labels = np.where(np.isin(labels, plan.products[plan.roles == LEARN]), labels, -1)
    known_by = {
        facts[photo].sha256: label
        for photo, label in zip(ids.tolist(), labels.tolist(), strict=True)
        if label >= 0 and facts[photo].sha256
    }
    return np.array(list(known_by), "U64"), np.array(list(known_by.values()), np.int64)


def _alike(
    backbone: BackboneSpec, seen: NDArray[np.floating], proof: NDArray[np.float32]
) -> NDArray[np.bool_]:
    """Which of the raw vectors ``seen`` (m, dim) show the view of one of ``proof`` (n, dim), (m,)."""
    if not len(seen) or not len(proof):
        return np.zeros(len(seen), np.bool_)
    likeness = compared(backbone, seen) @ compared(backbone, proof).T
    return np.asarray(likeness.max(axis=1) > SAME_VIEW, np.bool_)


def _drawn(shop: Shop, backbone: BackboneSpec, examples: Examples, progress: ReportProgress) -> Examples:
    network = shop.searched_by.network(backbone)
    try:
        return synthetic_examples(shop, examples, progress, network)
    finally:
        if network is not shop.network:
            network.close()
