"""What the window keeps of a picture that was traced: little enough for thousands of them."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.copies.looking_through import Found, Traced
from core.shop.shop import Shop

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE = 900
_QUALITY = 85


@dataclass(frozen=True, slots=True, eq=False)
class ShownCopy:
    """A row of the list: a copy, or a picture that is none or could not be looked at.

    Attributes:
        traced: all that was found in the picture; without the picture itself.
        found: the copy of this row; None for a picture that is made of none of our photos.
        picture: the picture as JPEG, for a copy alone.
        size: width and height that regions in the picture are told in.
        photo: the file of our photo; "" where there is none.
    """

    traced: Traced
    found: Found | None = None
    picture: bytes = b""
    size: tuple[int, int] = (1, 1)
    photo: str = ""


def shown_copies(shop: Shop, traced: Traced) -> tuple[ShownCopy, ...]:
    """A row for each copy in a picture; one for a picture that has none."""
    image = traced.given.image
    kept = replace(traced, given=replace(traced.given, image=None))
    if image is None or not traced.found:
        return (ShownCopy(kept),)
    picture = _jpeg(image)
    return tuple(
        ShownCopy(kept, found, picture, image.size, str(shop.files.path(found.copy.photo.sha256)))
        for found in traced.found
    )


def _jpeg(image: Image) -> bytes:
    small = image.copy()
    small.thumbnail((_SIDE, _SIDE))
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()
