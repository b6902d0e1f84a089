"""A product of the shop made an example of what is never sold: its photos, the first few."""

from core.catalog.moderation.never_sell import NeverSellPicture, add_picture
from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import Product
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.messages import message
from core.shop.shop import Shop

MOST_PHOTOS = 8
"""Of a product: with eight photos two in three others of it are found, with more hardly any better."""


def add_product(shop: Shop, product: Product, *, who: str) -> list[NeverSellPicture]:
    """Look for goods like this product.

    Raises:
        KnownError: it has no photo that can be opened, there are too many pictures, or the shop can only be
            read.
    """
    shop.require_writable()
    added = []
    for photo in photos_of_product(shop.catalog, product.id)[:MOST_PHOTOS]:
        try:
            image = decode_file(shop.files.path(photo.sha256))
        except KnownError:  # `check` names the damaged files
            continue
        kept = shop.faces.keepable(image, photo.kind)  # a photo may be older than the blurring
        added.append(add_picture(shop.catalog, kept.image, product.title, who=who))
    if not added:
        raise KnownError(message("core", "“{title}” has no photo: add a word instead."), title=product.title)
    return added
