"""What was done to a photo until it became the picture: by how the two lie on one another."""

import math

import numpy as np
from PIL import Image

from core.copies.alignment import Alignment, Matrix
from core.copies.same_pixels import SamePixels
from core.messages import Sentence, message

_TURNED = 2.0  # degrees
_CUT = 0.97
_RESIZED = 1.1
_SLANTED = 0.05
_SURROUNDED = 0.9
_COVERED = 0.92
_LIGHTER = 18.0
_GREY, _COLOURED = 14.0, 40.0  # saturation of the most colourful twentieth, 0 to 255


def edits(
    alignment: Alignment, seen: SamePixels, picture: Image.Image, photo: Image.Image, outline: Matrix
) -> tuple[Sentence, ...]:
    """Each edit that shows, the ones of shape first.

    Args:
        picture, photo: RGB, whole.
        outline: (4, 2), where the photo's corners lie in the picture, in its pixels; clockwise from the
            photo's top left.
    """
    found = [*_of_shape(alignment, seen, photo, outline), *_of_place(seen)]
    if alignment.variant.is_negative:
        found.append(Sentence(message("core", "light and dark exchanged")))
    elif seen.lighter > _LIGHTER:
        found.append(Sentence(message("core", "made lighter")))
    elif seen.lighter < -_LIGHTER:
        found.append(Sentence(message("core", "made darker")))
    if _saturation(photo) > _COLOURED and _saturation(picture) < _GREY:
        found.append(Sentence(message("core", "colours taken away")))
    return tuple(found)


def _of_shape(alignment: Alignment, seen: SamePixels, photo: Image.Image, outline: Matrix) -> list[Sentence]:
    found = []
    if alignment.variant.is_mirrored:
        found.append(Sentence(message("core", "mirrored")))
    top, right, bottom, left = (outline[(corner + 1) % 4] - outline[corner] for corner in range(4))
    across = -top if alignment.variant.is_mirrored else top
    degrees = math.degrees(math.atan2(across[1], across[0]))
    if abs(degrees) > _TURNED:
        told = str(round(degrees)).replace("-", "−")
        found.append(Sentence(message("core", "turned by {degrees}°"), {"degrees": told}))
    lengths = [float(np.linalg.norm(side)) for side in (top, right, bottom, left)]
    if _uneven(lengths[0], lengths[2]) > _SLANTED or _uneven(lengths[1], lengths[3]) > _SLANTED:
        found.append(Sentence(message("core", "seen at a slant")))
    scale = math.sqrt(
        (lengths[0] + lengths[2]) * (lengths[1] + lengths[3]) / (4 * photo.width * photo.height)
    )
    if not 1 / _RESIZED < scale < _RESIZED:
        found.append(Sentence(message("core", "resized to {percent}%"), {"percent": round(100 * scale)}))
    if seen.photo_share < _CUT:
        share = round(100 * seen.photo_share)
        found.append(Sentence(message("core", "cut to {percent}% of it"), {"percent": share}))
    return found


def _of_place(seen: SamePixels) -> list[Sentence]:
    found = []
    if seen.picture_share < _SURROUNDED:
        share = round(100 * seen.picture_share)
        found.append(
            Sentence(message("core", "put into a picture of which it fills {percent}%"), {"percent": share})
        )
    if seen.changed > 1 - _COVERED:
        share = round(100 * seen.changed)
        found.append(Sentence(message("core", "covered or changed in {percent}% of it"), {"percent": share}))
    return found


def _uneven(one: float, other: float) -> float:
    return abs(one - other) / max(one, other, 1e-9)


def _saturation(image: Image.Image) -> float:
    small = image.copy()
    small.thumbnail((64, 64))
    values = np.asarray(small, np.float32)
    return float(np.percentile(values.max(axis=2) - values.min(axis=2), 95))
