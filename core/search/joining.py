"""Searches of every day join the shop's unlabelled photos: what the network saw of them, and no picture,
except of a search that ended in nothing where somebody switched that on.

Whether they may is the setting ``learn_from_searches``, which the caller asks. A search that is forgotten
takes its own along, and all can be forgotten (core/ingest/unlabelled/forgetting.py).
"""

from PIL import Image

from core.answer import Seen
from core.catalog.photos.faces import note_faces
from core.catalog.photos.unlabelled import Source, UnlabelledFacts, give_picture, unlabelled_of_search
from core.catalog.photos.unlabelled_vectors import add_unlabelled, unlabelled_vectors
from core.embedding.likeness import SeenBefore
from core.shop.shop import Shop
from core.shop.unlabelled_files import keep_unlabelled, unlabelled_files

_COMPARED = 200
"""Who searches again with the same picture does so soon."""


def join_search(shop: Shop, search_id: int, seen: Seen) -> int:
    """Keep the vectors of a logged search's pictures; how many, as the same view is kept once.

    What another network saw than the one in use is of no use any more, and is left.

    Raises:
        KnownError: the shop cannot be written to, or the disk is full.
    """
    shop.require_writable()
    spec = shop.spec
    before = SeenBefore(spec, unlabelled_vectors(shop.catalog, spec.fingerprint, newest=_COMPARED).vectors)
    kept = 0
    for picture in seen.pictures:
        if picture.fingerprint != spec.fingerprint or not before.is_new(picture.vector):
            continue
        facts = UnlabelledFacts(Source.SEARCH, search_id=search_id)
        added = add_unlabelled(shop.catalog, spec.fingerprint, [facts], picture.vector[None])
        unlabelled_files(shop).delete(added.pushed_out)
        kept += 1
    return kept


def keep_asked_picture(shop: Shop, search_id: int, picture: Image.Image) -> bool:
    """Keep the picture of a search that ended in nothing with what the network saw of it; whether it was.

    Whether it may be kept is the setting ``keep_asked_photos``, which the caller asks. Faces in it are made
    unrecognisable before, unless the shop wants it otherwise. Of a search that is no unlabelled photo, none
    is kept: so "forget all" finds all of them.

    Args:
        picture: upright RGB.

    Raises:
        KnownError: the shop cannot be written to, or the disk is full.
    """
    shop.require_writable()
    unlabelled_id = unlabelled_of_search(shop.catalog, search_id)
    if unlabelled_id is None:
        return False
    keepable = shop.faces.keepable(picture)
    stored = keep_unlabelled(shop, keepable.image)
    note_faces(shop.catalog, {stored.sha256: keepable.faces})
    give_picture(shop.catalog, unlabelled_id, stored.sha256, keepable.image.size)
    return True
