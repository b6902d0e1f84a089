"""One photo as a format wants it: the product alone, on white or on nothing, and what is wrong with it."""

import io
from dataclasses import dataclass

from PIL import Image

from core.imaging.cutting.matte import soft_mask
from core.imaging.cutting.outline import SURE, Outline, find_outline
from core.messages import Sentence, message
from core.platforms.formats import PhotoFormat

_ENLARGED = 1.5
"""From so many times on an enlarged photo looks soft."""
_QUALITY = 92
_WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True, eq=False)
class CutPhoto:
    """A cut-out.

    Attributes:
        picture: in the format's size, RGB on white or RGBA; None where no product was found.
        sureness: of its outline, 0 to 1.
        doubts: why a person should look before it is used; with any, it is not written unasked.
        notes: what else is to be known of it.
    """

    picture: Image.Image | None
    sureness: float
    doubts: tuple[Sentence, ...] = ()
    notes: tuple[Sentence, ...] = ()


def cut_photo(image: Image.Image, wanted: PhotoFormat) -> CutPhoto:
    """The product on an upright RGB picture, in the format that is wanted."""
    return set_out(image, find_outline(image), wanted)


def set_out(image: Image.Image, outline: Outline | None, wanted: PhotoFormat) -> CutPhoto:
    """As :func:`cut_photo`, where the outline is known."""
    if outline is None:
        nothing = message("core", "No product stands out from the rest of the photo.")
        return CutPhoto(None, 0.0, (Sentence(nothing),))
    matte = soft_mask(image, outline.mask)
    box = matte.point(lambda value: 255 if value > 127 else 0).getbbox()
    if box is None:
        nothing = message("core", "No product stands out from the rest of the photo.")
        return CutPhoto(None, 0.0, (Sentence(nothing),))
    product = image.convert("RGB")
    product.putalpha(matte)
    product = product.crop(box)
    scale = wanted.fill * min(wanted.width / product.width, wanted.height / product.height)
    size = (max(1, round(product.width * scale)), max(1, round(product.height * scale)))
    product = product.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    picture = Image.new("RGBA", (wanted.width, wanted.height), (*_WHITE, 0))
    picture.paste(product, ((wanted.width - size[0]) // 2, (wanted.height - size[1]) // 2))
    if not wanted.transparent:
        white = Image.new("RGB", picture.size, _WHITE)
        white.paste(picture, (0, 0), picture)
        picture = white
    return CutPhoto(picture, outline.sureness, _doubts(outline), _notes(scale))


def as_file(photo: Image.Image) -> bytes:
    """A cut-out as JPEG, or as PNG where its ground is transparent."""
    buffer = io.BytesIO()
    if photo.mode == "RGBA":
        photo.save(buffer, "PNG")
    else:
        photo.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    return buffer.getvalue()


def _doubts(outline: Outline) -> tuple[Sentence, ...]:
    found = []
    if outline.sureness < SURE:
        found.append(message("core", "It is not sure where the product ends and the ground begins."))
    if outline.touched:
        found.append(
            message("core", "The product touches the edge of the photo: a part of it may be missing.")
        )
    return tuple(Sentence(one) for one in found)


def _notes(scale: float) -> tuple[Sentence, ...]:
    if scale <= _ENLARGED:
        return ()
    text = message("core", "The photo is enlarged {times} times for this format and looks soft.")
    return (Sentence(text, {"times": f"{scale:.1f}"}),)
