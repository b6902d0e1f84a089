"""Whether a picture was made of a photo: by how the two lie on one another and how much is the same light.

What a program made of a photo lies on it as exactly as the pixels tell (core/copies/fine_fit.py), however
little of it shows; how much is alike says what was done to it. The weights come from photos of one half of
the products of a data set and are reported on the other (docs/decisions/0040-copies.md, benchmarks/copies).
"""

from dataclasses import dataclass

from PIL import Image

from core.copies.alignment import Alignment
from core.copies.alike_part import WHOLE, AlikePart
from core.copies.fine_fit import fit_finely
from core.copies.same_pixels import SamePixels, same_pixels
from core.copies.shape import Deformation, deformation
from core.copies.sureness import sureness

LEAST_SURE = 0.5
_LEAST_BLOCKS = 12
_PERHAPS = 0.6
"""Of the blocks that must be alike before it is looked at finely."""
_SLANTED, _MOST_SLANTED, _OVERLAP = 0.03, 0.3, 0.85
_PART_ALIKE, _PART_SHARE = 0.8, 0.1
_NEARLY_WHOLE = 0.9
_ELSEWHERE = 0.2
"""Beside a part that was cut out nothing but chance is alike; two flavours of one design share more."""
_NOTHING, _WHOLLY_ALIKE = 0.1, 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A photo of which a picture may have been made.

    Attributes:
        alignment: as exactly as the pixels tell.
        shows: the photo, or the part of it, that shows.
        sure: how sure it is that the one was made of the other, 0 to 1.
    """

    alignment: Alignment
    shows: SamePixels
    sure: float


def judge(picture: Image.Image, photo: Image.Image, alignment: Alignment) -> Judged | None:
    """What of the photo shows in the picture, both in greys as their points were looked at; None if nothing.

    Raises:
        LinAlgError: the points lie on one line.
    """
    seen = same_pixels(picture, photo, alignment)
    if seen.blocks < _LEAST_BLOCKS or _is_another_view(seen, deformation(alignment, photo.size)):
        return None
    whole = _judged(picture, photo, alignment, WHOLE) if seen.alike >= _PERHAPS else None
    part = seen.within
    if part is None or not _is_part(seen, part):
        return whole
    cut = _judged(picture, photo, alignment, part.part)
    if cut is not None and whole is not None:
        is_cut = part.elsewhere <= _NOTHING and seen.alike < _WHOLLY_ALIKE
        return cut if is_cut and cut.sure >= LEAST_SURE else max(whole, cut, key=lambda one: one.sure)
    return whole or cut


def _judged(picture: Image.Image, photo: Image.Image, alignment: Alignment, part: AlikePart) -> Judged | None:
    fit = fit_finely(picture, photo, alignment, part)
    if fit is None:
        return None
    seen = same_pixels(picture, photo, fit.alignment)
    shows = seen if part is WHOLE else seen.within
    if shows is None or not shows.blocks:
        return None
    return Judged(fit.alignment, shows, sureness(fit, shows, photo.size))


def _is_another_view(seen: SamePixels, lies: Deformation) -> bool:
    """Whether the two overlap as two views of one shelf do: each shows what the other does not."""
    overlap = max(seen.photo_share, seen.picture_share)
    return lies.most > _MOST_SLANTED or (lies.most > _SLANTED and overlap < _OVERLAP)


def _is_part(seen: SamePixels, part: SamePixels) -> bool:
    """Whether the photo may have been cut and put into another picture.

    Where both lie whole on one another nothing was cut: then what they share is the same thing on the
    same spot, before something else.
    """
    lies_whole = min(seen.photo_share, seen.picture_share) >= _NEARLY_WHOLE
    return (
        not lies_whole
        and part.elsewhere <= _ELSEWHERE
        and part.blocks >= _LEAST_BLOCKS
        and part.photo_share >= _PART_SHARE
        and part.alike >= _PART_ALIKE
    )
