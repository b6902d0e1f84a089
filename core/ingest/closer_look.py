"""Counter photos that an older version of the program saw by one look only are seen as queries are, by two.

Those that come now are seen so at once (core/ingest/photo_pipeline.py).
"""

from core.catalog.photos.photos import photos_by_ids
from core.catalog.photos.vectors import counter_photos_seen_once
from core.ingest.photo_pipeline import embed_photos
from core.messages import message
from core.progress import ReportProgress
from core.shop.shop import Shop

_STAGE = message("core", "Taking a closer look at photos from the shop")


def look_closer(shop: Shop, progress: ReportProgress) -> None:
    """Show the network in use those photos again; a picture that cannot be opened keeps its one look.

    Raises:
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    network = shop.network
    ids = counter_photos_seen_once(shop.catalog, network.spec.fingerprint)
    if len(ids):
        embed_photos(shop, photos_by_ids(shop.catalog, ids.tolist()), network, progress, _STAGE)
