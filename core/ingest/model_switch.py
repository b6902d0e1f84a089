"""Putting another lesson or another backbone in use, after showing its network the photos that it lacks.

A photo that came while another network was in use has no vector of this one; without this step no search
would find it. Searches go on meanwhile with the old model.
"""

from core.ingest.photo_pipeline import embed_missing
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


def switch_model(shop: Shop, version: str | None, progress: ReportProgress = ignore_progress) -> None:
    """Search by a lesson from now on; None for the shop's backbone as it comes.

    Raises:
        KnownError: there is no such lesson, it is damaged, or the shop cannot be written to.
        Cancelled: ``progress`` asked to stop; the old model stays in use.
    """
    shop.require_writable()
    model = shop.models.plain() if version is None else shop.models.load(version)
    network = shop.network(model.spec)
    try:
        embed_missing(shop, progress, network)
        shop.use_model(version, progress, network=network)
    finally:
        if network is not shop.network():
            network.close()


def switch_backbone(shop: Shop, name: str, progress: ReportProgress = ignore_progress) -> None:
    """Search by another backbone as it comes, one of the program's or one that was added to the shop.

    Raises:
        KnownError: there is none of that name, it is damaged, or the shop cannot be written to.
        Cancelled: ``progress`` asked to stop; the old model stays in use.
    """
    shop.require_writable()
    network = shop.network(shop.models.backbone(name))
    try:
        embed_missing(shop, progress, network)
        shop.use_backbone(name, progress, network=network)
    finally:
        if network is not shop.network():
            network.close()
