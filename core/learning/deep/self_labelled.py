"""Unlabelled photos that a deep lesson learns from: those of which a sure witness says what they show, and
those that self-training labels where a quick lesson would learn from them, too.

They teach and are never held out: a label that was worked out proves nothing.
"""

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.unlabelled import unlabelled_photos
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.embedding.backbone import BackboneSpec
from core.learning.examples import Examples
from core.learning.self_taught import is_worth_it
from core.learning.self_training import teach_itself
from core.learning.sure_labels import sure_labels
from core.progress import ReportProgress
from core.shop.shop import Shop


def self_labelled(
    shop: Shop, backbone: BackboneSpec, examples: Examples, progress: ReportProgress
) -> tuple[NDArray[np.str_], NDArray[np.int64]]:
    """The hashes (m,) of kept unlabelled pictures that are worth teaching with, and their products (m,).

    Args:
        backbone: what made the examples' vectors.
        examples: the shop's photos and drawn ones.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    found = unlabelled_vectors(shop.catalog, backbone.fingerprint)
    hashes = {photo.id: photo.facts.sha256 for photo in unlabelled_photos(shop.catalog)}
    if not any(hashes.get(one) for one in found.ids.tolist()):
        return np.empty(0, "U64"), np.empty(0, np.int64)
    seen = found.vectors.astype(np.float32)
    labels = sure_labels(shop, examples, found.ids, seen, progress)
    if is_worth_it(examples, len(found.ids)):
        try:
            taught = teach_itself(examples, seen, backbone.parts, labels).labels
        except ValueError:  # no product with two different pictures
            pass
        else:
            labels = np.where((labels < 0) & taught.surer, taught.products, labels)
    known = {
        hashes[photo]: label
        for photo, label in zip(found.ids.tolist(), labels.tolist(), strict=True)
        if label >= 0 and hashes.get(photo)
    }
    return np.array(list(known), "U64"), np.array(list(known.values()), np.int64)
