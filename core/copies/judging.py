"""Whether a picture was made of a photo: by how the two lie on one another and how much is the same light.

The limits were chosen on photos of one half of the products of a data set and are reported on the other
(docs/decisions/0040-copies.md, benchmarks/copies).
"""

from core.copies.alignment import Alignment
from core.copies.same_pixels import SamePixels
from core.copies.shape import deformation

_LEAST_BLOCKS = 12
_ALIKE = 0.75
"""Of what a program made, which lies exactly: what is painted over it takes up to a quarter."""
_HARDLY_ALIKE, _HARDLY_VERY_ALIKE = 0.9, 0.85
"""Of what is seen at a slant, as another photo of the same thing is."""
_SLANTED_WHOLE = 0.97
_WHOLE, _WHOLE_ALIKE = 0.95, 0.8
_NEARLY_WHOLE = 0.9

_PART_POINTS, _PART_BLOCKS, _PART_SHARE = 25, 20, 0.12
_PART_ALIKE, _PART_VERY_ALIKE = 0.85, 0.8
_NOTHING, _WHOLLY_ALIKE = 0.1, 0.95
_ELSEWHERE = 0.2
"""Beside a part that was cut out nothing but chance is alike; two flavours of one design share more."""


def what_shows(alignment: Alignment, seen: SamePixels, size: tuple[int, int]) -> SamePixels | None:
    """The photo or the part of it that the picture was made of; None where it is another picture.

    Args:
        size: of the photo, in pixels, as its points were looked at.

    Raises:
        LinAlgError: the points lie on one line.
    """
    if seen.blocks < _LEAST_BLOCKS:
        return None
    lies = deformation(alignment, size)
    part = seen.within
    if not lies.is_exact or part is None or alignment.points < _PART_POINTS or not _is_part(seen, part):
        part = None
    if part is not None and part.elsewhere <= _NOTHING and seen.alike < _WHOLLY_ALIKE:
        return part
    is_copy = (
        (lies.is_exact and seen.alike >= _ALIKE)
        or _is_whole_copy(seen)
        or _is_hardly_changed(seen, is_cut=lies.is_nearly_exact)
    )
    return seen if is_copy else part


def _is_whole_copy(seen: SamePixels) -> bool:
    """Whether both lie whole on one another and most is the same.

    A blurred picture has few points, which do not tell exactly how it lies.
    """
    return min(seen.photo_share, seen.picture_share) >= _WHOLE and seen.alike >= _WHOLE_ALIKE


def _is_hardly_changed(seen: SamePixels, *, is_cut: bool) -> bool:
    """Whether the photo lies whole in the picture, or the picture in it, with nearly nothing changed.

    Two views of one shelf that lie half on one another can be as alike as a copy, and so can a part that was
    cut from one of them: what lies in the photo must lie nearly squarely.
    """
    share = max(seen.photo_share, seen.picture_share) if is_cut else seen.photo_share
    return (
        share >= (_WHOLE if is_cut else _SLANTED_WHOLE)
        and seen.alike >= _HARDLY_ALIKE
        and seen.very_alike >= _HARDLY_VERY_ALIKE
    )


def _is_part(seen: SamePixels, part: SamePixels) -> bool:
    """Whether the photo was cut and put into another picture.

    Where both lie whole on one another nothing was cut: then what they share is the same thing on the
    same spot, before something else.
    """
    lies_whole = min(seen.photo_share, seen.picture_share) >= _NEARLY_WHOLE
    return (
        not lies_whole
        and part.elsewhere <= _ELSEWHERE
        and part.blocks >= _PART_BLOCKS
        and part.photo_share >= _PART_SHARE
        and part.alike >= _PART_ALIKE
        and part.very_alike >= _PART_VERY_ALIKE
    )
