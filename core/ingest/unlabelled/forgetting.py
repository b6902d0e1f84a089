"""Forgetting all unlabelled photos, so that no byte of them is left in the shop's folder, backups aside."""

from core.catalog.photos.unlabelled import forget_all_unlabelled
from core.imaging.photo_files import delete_all_pictures
from core.shop.lesson_copies import without_lesson_copies
from core.shop.shop import Shop
from core.shop.unlabelled_files import FOLDER


def forget_unlabelled(shop: Shop) -> int:
    """Delete every unlabelled photo, of walks and of searches, with picture and vectors; how many there were.

    The copy that an unfinished deep lesson made of them goes, too. What lessons learned from them stays
    learned, and older backups hold what they held.

    Raises:
        KnownError: the shop cannot be written to, a deep lesson is under way, a file cannot be deleted, or
            another program goes on reading the catalog as it was.
    """
    shop.require_writable()
    with without_lesson_copies(shop):
        delete_all_pictures(shop.place(FOLDER))
    return forget_all_unlabelled(shop.catalog)
