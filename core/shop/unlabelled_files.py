"""The kept pictures of a shop's unlabelled photos: apart from its products', so that none is ever shown,
exported or sold as one, and all can be forgotten by deleting one folder."""

from core.imaging.photo_files import PhotoFiles
from core.shop.shop import Shop

FOLDER = "unlabelled"


def unlabelled_files(shop: Shop) -> PhotoFiles:
    """Where they lie, each under the hash that the catalog names."""
    return PhotoFiles(shop.place(FOLDER), shop.catalog.require_in_place, with_thumbnails=False)
