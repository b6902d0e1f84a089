"""Products that are probably one, each with what speaks for it, and photos that are copies of one another.

What proposes a pair is cheap: the same barcode, the same photo, the same title, photos whose vectors lie near
one another. What speaks against it is heard first (core/copies/against.py), so that two sizes or flavours of
one brand are not taken for one, however alike their packages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from core.catalog.photos.photos import Photo, photos_of_hash
from core.catalog.products.products import Product, products_by_ids
from core.copies.groups import joined
from core.copies.photo_copies import near_photos
from core.copies.reasons import Evidence, Reason, evidence_for
from core.messages import Sentence
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class SameProducts:
    """Products that are probably one.

    Attributes:
        products: two or more, the oldest first.
        why: what speaks for it, the strongest first.
        score: 0 to 1.
    """

    products: tuple[Product, ...]
    why: tuple[Sentence, ...]
    score: float


@dataclass(frozen=True, slots=True)
class SamePhotos:
    """Photos that are copies of one another, the largest first; of several with the same content one."""

    photos: tuple[Photo, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What :func:`find_duplicates` found, the surest first."""

    products: tuple[SameProducts, ...]
    photos: tuple[SamePhotos, ...]


def find_duplicates(shop: Shop, progress: ReportProgress = ignore_progress) -> Duplicates:
    """Look through the shop; photos that were looked at before are not looked at again.

    Raises:
        Cancelled: ``progress`` asked to stop; what was looked at until then is kept.
    """
    near = near_photos(shop, progress)
    products = _same_products(shop, evidence_for(shop, near))
    photos = joined(((pair.one, pair.other), pair.copied) for pair in near if pair.copied > 0)
    return Duplicates(tuple(products), tuple(_same_photos(shop, *group) for group in photos))


def _same_products(shop: Shop, evidence: Evidence) -> Iterator[SameProducts]:
    scored = [(pair, _together(own)) for pair, own in evidence.reasons.items()]
    for members, score in joined(scored, evidence.are_apart):
        own = [reason for pair in combinations(members, 2) for reason in evidence.reasons.get(pair, ())]
        own.sort(key=lambda reason: -reason.weight)
        why = {str(reason.sentence): reason.sentence for reason in own}
        yield SameProducts(tuple(products_by_ids(shop.catalog, members)), tuple(why.values()), score)


def _together(reasons: Iterable[Reason]) -> float:
    doubt = 1.0
    for reason in reasons:
        doubt *= 1 - reason.weight
    return round(1 - doubt, 4)


def _same_photos(shop: Shop, hashes: Iterable[str], score: float) -> SamePhotos:
    photos = [photos_of_hash(shop.catalog, sha256)[0] for sha256 in hashes]
    photos.sort(key=lambda photo: (-photo.width * photo.height, photo.id))
    return SamePhotos(tuple(photos), round(score, 4))
