"""Giving a shop a text–picture network, and showing it the shop's photos."""

from collections.abc import Iterator
from pathlib import Path

from core.catalog.photos.photos import photos_by_ids
from core.catalog.photos.vectors import photos_without_vector
from core.embedding.text_image.towers import StoredTowers
from core.errors import KnownError
from core.ingest.photo_pipeline import embed_photos
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


def add_text_image(
    shop: Shop, file: Path, *, name: str | None = None, progress: ReportProgress = ignore_progress
) -> StoredTowers:
    """Keep the network in ``file`` and let it see every photo; what another one saw is forgotten.

    Raises:
        KnownError: the file is refused, or the shop cannot be written to.
        Cancelled: ``progress`` asked to stop; the network stays, and sees the rest later.
    """
    shop.require_writable()
    before = shop.text_image.stored
    stored = shop.text_image.add(file, name)
    if before is not None and before.spec.fingerprint != stored.spec.fingerprint:
        shop.searched_by.forget(before.spec.fingerprint)
    show_photos(shop, progress)
    return stored


def remove_text_image(shop: Shop, name: str) -> None:
    """Delete the network and what it saw.

    Raises:
        KnownError: it is called otherwise, or the shop cannot be written to.
    """
    shop.require_writable()
    stored = shop.text_image.stored
    if stored is None or stored.spec.name != name:
        raise KnownError(message("core", "This shop was given no model called {name}."), name=name)
    shop.text_image.remove()
    shop.searched_by.forget(stored.spec.fingerprint)


def show_photos(shop: Shop, progress: ReportProgress = ignore_progress) -> None:
    """Let the network see the photos that it has not seen yet; nothing where there is none.

    Raises:
        KnownError: its files are damaged.
        Cancelled: ``progress`` asked to stop; what was seen stays.
    """
    stored = shop.text_image.stored
    if stored is None or not shop.writable:
        return
    ids = photos_without_vector(shop.catalog, stored.spec.fingerprint).tolist()
    if ids:
        embed_photos(shop, photos_by_ids(shop.catalog, ids), shop.text_image.pictures(stored), progress)


def show_in_advance(shop: Shop) -> Iterator[None]:
    """Let the network see one photo a step."""
    stored = shop.text_image.stored
    if stored is None or not shop.writable:
        return
    for photo_id in photos_without_vector(shop.catalog, stored.spec.fingerprint).tolist():
        photos = photos_by_ids(shop.catalog, [photo_id])
        embed_photos(shop, photos, shop.text_image.pictures(stored), ignore_progress)
        yield
