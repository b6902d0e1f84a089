"""Putting another lesson or another backbone in use, after showing its network the photos that it lacks.

A photo that came while another network was in use has no vector of this one; without this step no search
would find it. Searches go on meanwhile with the old model.
"""

import contextlib
from collections.abc import Iterator

from core.catalog.photos.unlabelled_vectors import drop_unseen
from core.embedding.backbone import BackboneSpec
from core.ingest.photo_pipeline import embed_missing
from core.progress import ReportProgress, ignore_progress
from core.shop.network import ShopNetwork
from core.shop.shop import Shop


def switch_model(shop: Shop, version: str | None, progress: ReportProgress = ignore_progress) -> int:
    """Search by a lesson from now on; None for the shop's backbone as it comes.

    Returns:
        How many unlabelled photos, all of searches, were dropped: they have no picture that the network below
        the lesson could be shown, and others than it saw them.

    Raises:
        KnownError: there is no such lesson, it is damaged, or the shop cannot be written to.
        Cancelled: ``progress`` asked to stop; the old model stays in use.
    """
    shop.require_writable()
    model = shop.searched_by.plain() if version is None else shop.models.load(version)
    with _shown_all(shop, model.spec, progress) as network:
        shop.searched_by.use_lesson(version, progress, network=network)
    return drop_unseen(shop.catalog, shop.spec.fingerprint)


def switch_backbone(shop: Shop, name: str, progress: ReportProgress = ignore_progress) -> int:
    """Search by another backbone as it comes, one of the program's or one that was added to the shop.

    Returns:
        As :func:`switch_model`.

    Raises:
        KnownError: there is none of that name, it is damaged, or the shop cannot be written to.
        Cancelled: ``progress`` asked to stop; the old model stays in use.
    """
    shop.require_writable()
    with _shown_all(shop, shop.models.backbone(name), progress) as network:
        shop.searched_by.use_backbone(name, progress, network=network)
    return drop_unseen(shop.catalog, shop.spec.fingerprint)


@contextlib.contextmanager
def _shown_all(shop: Shop, spec: BackboneSpec, progress: ReportProgress) -> Iterator[ShopNetwork]:
    """The network of ``spec`` when it has seen every photo; closed again unless the block puts it in use."""
    network = shop.searched_by.network(spec)
    try:
        embed_missing(shop, progress, network)
        yield network
    finally:
        if network is not shop.network:
            network.close()
