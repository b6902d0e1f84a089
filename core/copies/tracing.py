"""Which of the shop's photos a picture is made of, where it lies in them, and what was done to it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from core.catalog.photos.photos import Photo, photos_of_hash
from core.copies.alignment import Matrix, align
from core.copies.edits import edits
from core.copies.judging import LEAST_SURE, Judged, judge
from core.copies.known_photos import KnownPhotos
from core.copies.outlines import Placing
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
_MOST_CANDIDATES = 8
"""Photos looked at closely, for each variant."""
_ABOVE_NOISE = 5.0
"""Deviations by which a photo's votes must stand out from those of photos that are none: of what is there,
the votes stand out by six and more."""
_LEAST_NOISE = 8
"""Photos whose votes tell how much noise there is; a smaller shop is looked at whole."""
_ENOUGH_ALIKE = 0.98
_ALL_OF_IT, _SURELY_ALIKE = 0.95, 0.9
"""Share of a picture that one photo fills so surely that no other can be in it."""
_SURE = 0.9995
_SISTER_POINTS, _SISTER_ALIKE = 0.7, 0.02
"""Another photo of the same thing, or a flavour of one design, on the same spot as the photo that fits best:
it has so many of its points at most, or is less alike by so much."""

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A photo of the shop of which a picture was made.

    Attributes:
        photo: of several with the same content the first.
        score: how sure it is that it was, 0 to 1.
        unchanged: how much of what shows of it is as in the photo, 0 to 1.
        outline: the corners of the photo, or of the part that was cut from it, in the picture, clockwise
            from the photo's own top left, in pixels; those beyond the picture's edge are brought to it.
        part: the part of the photo that shows in the picture, three corners or more in pixels of the photo.
        edits: what was done to it.
    """

    photo: Photo
    score: float
    unchanged: float
    outline: Corners
    part: Corners
    edits: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Close:
    """A photo looked at closely, and what was seen."""

    sha256: str
    judged: Judged
    photo: Image.Image

    @property
    def fills_it(self) -> bool:
        """Whether nothing else can be in the picture."""
        shows = self.judged.shows
        return (
            shows.picture_share >= _ALL_OF_IT and shows.alike >= _SURELY_ALIKE and self.judged.sure >= _SURE
        )


def trace(known: KnownPhotos, picture: Image.Image) -> tuple[Copy, ...]:
    """The photos that ``picture`` (upright RGB) is made of, the surest first; mostly none or one."""
    points = sift_points(picture, side=PICTURE_SIDE, most=PICTURE_POINTS)
    if len(points) < LEAST_MATCHES:
        return ()
    looked_at = as_looked_at(picture, PICTURE_SIDE)
    found = _found(known, points, looked_at, USUAL) or _found(known, points, looked_at, RARE)
    placed = [(close, _placing(picture, looked_at, close)) for close in found]
    copies = [
        _copy(known, picture, close, placing)
        for close, placing in placed
        if not any(_is_sister(close, placing, *other) for other in placed)
    ]
    return tuple(sorted(copies, key=lambda copy: (-copy.score, copy.photo.id)))


def _found(
    known: KnownPhotos, points: Points, looked_at: Image.Image, variants: tuple[Variant, ...]
) -> list[_Close]:
    found: dict[str, _Close] = {}
    for sha256, variant in _candidates(known, points, variants):
        before = found.get(sha256)
        if before is not None and before.judged.shows.alike >= _ENOUGH_ALIKE and before.judged.sure >= _SURE:
            continue
        close = _looked_closely(known, points, looked_at, sha256, variant)
        if close is None or (before is not None and close.judged.sure <= before.judged.sure):
            continue
        found[sha256] = close
        if close.fills_it:
            return [close]
    return list(found.values())


def _candidates(
    known: KnownPhotos, points: Points, variants: tuple[Variant, ...]
) -> Iterator[tuple[str, Variant]]:
    """Photos whose votes stand out, those of each variant by their votes."""
    for variant in variants:
        votes = known.postings.votes(variant.of(points).descriptors)
        order = np.argsort(-votes, kind="stable")
        noise = votes[order[_MOST_CANDIDATES:]]
        least = 0.0
        if len(noise) >= _LEAST_NOISE:
            least = float(noise.mean() + _ABOVE_NOISE * noise.std())
        for row in order[:_MOST_CANDIDATES].tolist():
            if votes[row] > least:
                yield known.postings.photos[row], variant


def _looked_closely(
    known: KnownPhotos, points: Points, looked_at: Image.Image, sha256: str, variant: Variant
) -> _Close | None:
    alignment = align(points, points_of(known.shop, sha256), variant)
    if alignment is None:
        return None
    try:
        photo = decode_file(known.shop.files.path(sha256), max_side=2 * SIDE)
    except KnownError:  # `check` names the damaged files
        return None
    try:
        judged = judge(looked_at, as_looked_at(photo), alignment)
    except np.linalg.LinAlgError:  # points on one line
        return None
    if judged is None or judged.sure < LEAST_SURE:
        return None
    return _Close(sha256, judged, photo)


def _placing(picture: Image.Image, looked_at: Image.Image, close: _Close) -> Placing:
    sides = (max(looked_at.size), max(as_looked_at(close.photo).size))
    return Placing(picture, close.photo, close.judged.alignment, sides, close.judged.shows.part)


def _is_sister(close: _Close, placing: Placing, other: _Close, others: Placing) -> bool:
    """Whether ``other`` lies on the same spot and fits better: then this one shows the same thing only."""
    ours, theirs = close.judged, other.judged
    has_fewer = ours.alignment.points < _SISTER_POINTS * theirs.alignment.points
    is_less = ours.shows.alike < theirs.shows.alike - _SISTER_ALIKE
    is_better = ours.shows.alike > theirs.shows.alike
    return (is_less or (has_fewer and not is_better)) and placing.is_over(others)


def _copy(known: KnownPhotos, picture: Image.Image, close: _Close, placing: Placing) -> Copy:
    ours, judged = photos_of_hash(known.shop.catalog, close.sha256)[0], close.judged
    inside = np.clip(placing.outline, 0, [picture.width, picture.height])
    return Copy(
        ours,
        round(judged.sure, 4),
        round(judged.shows.alike, 4),
        _corners(inside),
        _corners(placing.part * (ours.width / close.photo.width)),
        edits(judged.alignment, judged.shows, picture, close.photo, placing.outline),
    )


def _corners(places: Matrix) -> Corners:
    return tuple((round(x, 1), round(y, 1)) for x, y in places.tolist())
