"""Which of the shop's photos a picture is made of, where it lies in them, and what was done to it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from core.catalog.photos.photos import Photo, photos_of_hash
from core.copies.alignment import Alignment, Matrix, align
from core.copies.edits import edits
from core.copies.known_photos import KnownPhotos
from core.copies.outlines import Placing
from core.copies.same_pixels import SamePixels, same_pixels
from core.copies.variants import RARE, USUAL, Variant
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.messages import Sentence
from core.print.sift import SIDE, Points, as_looked_at, sift_points
from core.print.verification import LEAST_MATCHES
from core.search.print_points import points_of

PICTURE_SIDE = 960
"""Pixels of the longer side of a traced picture: our photo may be a small part of it."""
PICTURE_POINTS = 1200
_CANDIDATES = 8
"""Photos looked at closely, for each variant."""
_ENOUGH_ALIKE = 0.98


Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A photo of the shop of which a picture was made.

    Attributes:
        photo: of several with the same content the first.
        score: how much of it shows unchanged, 0 to 1.
        outline: the photo's corners in the picture, clockwise from its own top left, in pixels; those that
            lie beyond the picture's edge are brought to it.
        part: the part of the photo that shows in the picture, three corners or more in pixels of the photo.
        edits: what was done to it.
    """

    photo: Photo
    score: float
    outline: Corners
    part: Corners
    edits: tuple[Sentence, ...]


def trace(known: KnownPhotos, picture: Image.Image) -> tuple[Copy, ...]:
    """The photos that ``picture`` (upright RGB) is made of, what shows most first; mostly none or one."""
    points = sift_points(picture, side=PICTURE_SIDE, most=PICTURE_POINTS)
    if len(points) < LEAST_MATCHES:
        return ()
    looked_at = as_looked_at(picture, PICTURE_SIDE)
    found: dict[str, tuple[Alignment, SamePixels, Image.Image]] = {}
    for variants in (USUAL, RARE):
        for sha256, variant in _candidates(known, points, variants):
            if sha256 in found and found[sha256][1].alike >= _ENOUGH_ALIKE:
                continue
            seen = _looked_closely(known, points, looked_at, sha256, variant)
            if seen is not None and (sha256 not in found or seen[0].points > found[sha256][0].points):
                found[sha256] = seen
        if found:  # negatives are rare: looked for where nothing else fits
            break
    copies = [_copy(known, picture, looked_at, sha256, *seen) for sha256, seen in found.items()]
    return tuple(sorted(copies, key=lambda copy: (-copy.score, copy.photo.id)))


def _candidates(
    known: KnownPhotos, points: Points, variants: tuple[Variant, ...]
) -> Iterator[tuple[str, Variant]]:
    for variant in variants:
        votes = known.postings.votes(variant.of(points).descriptors)
        for row in np.argsort(-votes, kind="stable")[:_CANDIDATES].tolist():
            if votes[row] > 0:
                yield known.postings.photos[row], variant


def _looked_closely(
    known: KnownPhotos, points: Points, looked_at: Image.Image, sha256: str, variant: Variant
) -> tuple[Alignment, SamePixels, Image.Image] | None:
    alignment = align(points, points_of(known.shop, sha256), variant)
    if alignment is None:
        return None
    try:
        photo = decode_file(known.shop.files.path(sha256), max_side=2 * SIDE)
    except KnownError:  # `check` names the damaged files
        return None
    try:
        seen = same_pixels(looked_at, as_looked_at(photo), alignment)
    except np.linalg.LinAlgError:  # points on one line
        return None
    return (alignment, seen, photo) if seen.is_copy else None


def _copy(
    known: KnownPhotos,
    picture: Image.Image,
    looked_at: Image.Image,
    sha256: str,
    alignment: Alignment,
    seen: SamePixels,
    photo: Image.Image,
) -> Copy:
    sides = (max(looked_at.size), max(as_looked_at(photo).size))
    placing = Placing(picture, photo, alignment, sides)
    ours = photos_of_hash(known.shop.catalog, sha256)[0]
    inside = np.clip(placing.outline, 0, [picture.width, picture.height])
    return Copy(
        ours,
        round(seen.alike, 4),
        _corners(inside),
        _corners(placing.part * (ours.width / photo.width)),
        edits(alignment, seen, picture, photo, placing.outline),
    )


def _corners(places: Matrix) -> Corners:
    return tuple((round(x, 1), round(y, 1)) for x, y in places.tolist())
