"""Which of several copies of one photo is the best, and why; and the others taken off, as one step of undo.

The best is the one in which most is to be seen. How much that is, is the sum of what each pixel differs from
its neighbours: twice the size of a sharp picture holds more, of one that was merely enlarged no more; a frame
adds nothing, and what was cut off or smoothed away by compression is missing. Of those that hold about as
much (mirrored, lighter, with a word over them) the one that the shop had first is taken for the original.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from core.catalog.edits.edit_log import Edit, EditKind
from core.catalog.edits.product_change import ProductChange
from core.catalog.edits.product_fields import PhotoState, photo_states
from core.catalog.photos.photos import Photo, photos_of_hash
from core.catalog.products.products import products_by_ids
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE
from core.ingest.shop_edits import edit_shop
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

_AS_MUCH = 0.8
_CHOOSING = message("core", "Choosing the best photos")


@dataclass(frozen=True, slots=True)
class BestPhoto:
    """Copies of one photo.

    Attributes:
        best: of several with the same content the first.
        others: those that it can stand for.
        why: what makes it the best.
    """

    best: Photo
    others: tuple[Photo, ...]
    why: Sentence


def detail(image: Image.Image) -> float:
    """How much is to be seen in a picture: the sum over its pixels of how far each is from the mean of the
    four beside it, in greys from 0 to 1.
    """
    greys = np.asarray(image.convert("L"), np.float32) / np.float32(255)
    if min(greys.shape) < 3:
        return 0.0
    beside = greys[:-2, 1:-1] + greys[2:, 1:-1] + greys[1:-1, :-2] + greys[1:-1, 2:]
    return float(np.abs(greys[1:-1, 1:-1] - beside / 4).sum(dtype=np.float64))


def best_of(shop: Shop, hashes: Sequence[str]) -> tuple[str, dict[str, float]]:
    """The best of some copies, and how much is to be seen in each; one that cannot be opened is the last.

    Args:
        hashes: in the order in which the shop had them.
    """
    held = {sha256: _detail_of(shop, sha256) for sha256 in hashes}
    most = max(held.values())
    return next(sha256 for sha256 in hashes if held[sha256] >= _AS_MUCH * most), held


def best_photo(shop: Shop, photos: Sequence[Photo]) -> BestPhoto:
    """The best of two copies or more."""
    in_order = sorted(photos, key=lambda photo: photo.id)
    sha256, held = best_of(shop, [photo.sha256 for photo in in_order])
    best = next(photo for photo in in_order if photo.sha256 == sha256)
    others = tuple(photo for photo in photos if photo.sha256 != sha256)
    size = {"width": best.width, "height": best.height}
    next_most = max((held[photo.sha256] for photo in others), default=0.0)
    if next_most <= _AS_MUCH * held[sha256]:
        percent = round(100 * held[sha256] / next_most - 100) if next_most > 0 else 100
        text = message(
            "core", "Most is to be seen in it: {percent}% more detail ({width} × {height} pixels)."
        )
        return BestPhoto(best, others, Sentence(text, {**size, "percent": percent}))
    text = message("core", "The shop had it first, and no other shows more ({width} × {height} pixels).")
    return BestPhoto(best, others, Sentence(text, size))


def best_photos(
    shop: Shop, groups: Sequence[Sequence[Photo]], progress: ReportProgress = ignore_progress
) -> list[BestPhoto]:
    """The best of each group of copies.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    found = []
    for done, group in enumerate(groups):
        report(progress, _CHOOSING, done, len(groups))
        found.append(best_photo(shop, group))
    return found


def keep_best(shop: Shop, chosen: Iterable[BestPhoto], *, who: str) -> Edit | None:
    """Let the best photo of each group stand for its copies, with every product that has one of them.

    It takes the place of the first of them; archived products keep what they have. The files of the others
    stay in the shop, so that an undo loses nothing.

    Returns:
        None if there is nothing to change any more.

    Raises:
        KnownError: the shop can only be read.
    """
    shop.require_writable()
    photos: dict[int, tuple[PhotoState, ...]] = {}
    for group in chosen:
        copies = {group.best.sha256, *(photo.sha256 for photo in group.others)}
        having = {photo.product_id for sha256 in copies for photo in photos_of_hash(shop.catalog, sha256)}
        owners = {product.id for product in products_by_ids(shop.catalog, having) if not product.archived}
        states = photo_states(shop.catalog, owners - photos.keys())
        for owner in sorted(owners):
            before = photos.get(owner, states.get(owner, ()))
            photos[owner] = with_best(before, copies, group.best)
    changes = {owner: ProductChange(photos=after) for owner, after in photos.items()}
    return edit_shop(shop, changes, who=who, kind=EditKind.PHOTOS) if changes else None


def with_best(
    photos: Sequence[PhotoState], copies: Collection[str], best: Photo | PhotoState
) -> tuple[PhotoState, ...]:
    """A product's photos with ``best`` in the place of the first of ``copies``, and without the others."""
    own = next((photo for photo in photos if photo.sha256 == best.sha256), None)
    kept: list[PhotoState] = []
    is_in = False
    for photo in photos:
        if photo.sha256 not in copies:
            kept.append(photo)
        elif not is_in:
            kept.append(own or _instead_of(photo, best))
            is_in = True
    return tuple(kept)


def _instead_of(photo: PhotoState, best: Photo | PhotoState) -> PhotoState:
    """``best`` as a photo of the product that had ``photo``: a copy of its counter photo is one, too."""
    return replace(
        photo,
        sha256=best.sha256,
        width=best.width,
        height=best.height,
        source_sha256=best.source_sha256,
        source_name=best.source_name,
    )


def _detail_of(shop: Shop, sha256: str) -> float:
    try:
        return detail(decode_file(shop.files.path(sha256), max_side=MAX_SIDE))
    except KnownError:  # `check` names the damaged files
        return -1.0
