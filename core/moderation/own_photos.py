"""Which photo of the shop a file is: the stored file itself, or the one that it was imported from."""

import hashlib
from pathlib import Path

from core.catalog.photos.photos import file_from_source
from core.errors import KnownError
from core.imaging.decode import read_picture_bytes
from core.messages import message
from core.shop.shop import Shop


def own_photo(shop: Shop, path: Path) -> str:
    """The hash of the shop's photo that ``path`` is, or that was made of exactly its bytes.

    Raises:
        KnownError: it cannot be read, or the shop has no such photo.
    """
    source = hashlib.sha256(read_picture_bytes(path)).hexdigest()
    found = file_from_source(shop.catalog, source)
    if found is None:
        raise KnownError(message("core", "“{name}” is no photo of this shop."), name=path.name)
    return found.sha256
