"""Any picture file to one safe, upright, bounded RGB picture.

Pictures are hostile input: the format is one of a short list, the header's size is judged before a pixel
is decoded, and whatever Pillow raises on bad bytes becomes one sentence that says what to do. Only the
first frame of an animation is used, transparency becomes white (as product pictures are shown), colours
become sRGB, and the camera's orientation is applied.
"""

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageFile

from core.errors import KnownError
from core.files.hostile import require_plain_file
from core.imaging.colour_profile import ToSrgb, to_srgb
from core.imaging.guards.jpeg_end import with_end
from core.imaging.guards.jpeg_structure import JpegStructure
from core.imaging.guards.metered_bytes import MeteredBytes, TooManyReadsError
from core.imaging.guards.picture_limits import (
    MOST_READS,
    judge_size,
    judge_structure,
    most_reads_of_header,
    too_intricate,
)
from core.imaging.guards.tiff_directory import claims_too_much
from core.imaging.heif import as_named, register_heif
from core.imaging.picture_kinds import iso_picture, other_kind
from core.messages import message

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF")
"""What we decode; JPEG includes the MPO files of phones, which keep two views in one file."""

MAX_BYTES = 200 * 1024 * 1024

_EXIF_ORIENTATION = 0x0112
_BAND_PIXELS = 4_000_000
SMALLEST_CHANGE = 1.05
"""A 12-megapixel photo comes out of libjpeg with 1008 pixels where 1000 are asked for: to take the last eight
away would cost half as much again as to decode it, and gain nothing."""
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_FIRST_ON_ITS_SIDE = 5

# Pillow's own guard warns through a process-wide list of filters, which is not safe between threads; the
# header is judged in picture_limits.py instead, with a limit by format.
Image.MAX_IMAGE_PIXELS = None


def read_picture_bytes(path: Path) -> bytes:
    """The bytes of a picture file.

    Raises:
        KnownError: the file is missing, a folder, empty, unreadable or larger than :data:`MAX_BYTES`.
    """
    try:
        if path.is_dir():
            raise KnownError(message("core", "“{name}” is a folder. Choose a picture file."), name=path.name)
        if not path.exists():
            raise KnownError(
                message("core", "The picture “{name}” is not there. Check its place and try again."),
                name=path.name,
            )
        require_plain_file(path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise KnownError(
                message(
                    "core", "“{name}” is larger than {limit} MB. Save the picture smaller and try again."
                ),
                name=path.name,
                limit=MAX_BYTES // 1024**2,
            )
        return path.read_bytes()
    except OSError as error:
        raise KnownError(
            message("core", "“{name}” cannot be read ({reason}). Check its permissions and the disk."),
            name=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error


def decode_file(path: Path, *, max_side: int = 2048) -> Image.Image:
    """The picture in ``path`` as upright RGB, its longer side about ``max_side`` pixels at most.

    Raises:
        KnownError: as :func:`read_picture_bytes` and :func:`decode_bytes`.
    """
    return decode_bytes(read_picture_bytes(path), name=path.name, max_side=max_side)


def decode_with_size(path: Path, *, max_side: int) -> tuple[Image.Image, tuple[int, int]]:
    """As :func:`decode_file`, and how large the upright picture in the file is: width and height in pixels.

    Raises:
        KnownError: as :func:`decode_file`.
    """
    return _decoded(read_picture_bytes(path), path.name, max_side)


def decode_bytes(data: bytes, *, name: str, max_side: int = 2048) -> Image.Image:
    """The picture in ``data`` as upright RGB, its longer side about ``max_side`` pixels at most.

    A JPEG is decoded at a half, a quarter or an eighth where that still reaches ``max_side`` (libjpeg's
    scaled decoding), which makes large photos several times quicker. What is then larger by a twentieth or
    less is left so.

    Raises:
        KnownError: the bytes are no picture, damaged, cut off, too large or too small; ``name`` is how
            the sentence calls the picture.
    """
    return _decoded(data, name, max_side)[0]


def _decoded(data: bytes, name: str, max_side: int) -> tuple[Image.Image, tuple[int, int]]:
    if not data:
        raise KnownError(
            message("core", "“{name}” is empty. Copy it again or take a new picture."), name=name
        )
    structure = judge_structure(data, name)
    kind = iso_picture(data)
    if kind:
        register_heif()
        data = as_named(data, kind)
    metered = MeteredBytes(data, most_reads_of_header(data))
    image = _open(metered, data, name)
    judge_size(image, structure, name)
    if structure is not None and not structure.has_end:
        image, metered = _with_end(image, structure, data, name)
    metered.reads_left = MOST_READS
    width, height = image.size
    try:
        _ask_for_scaled_decoding(image, max_side)
        image.load()
        orientation = _orientation(image)
        bounded = _bounded(_reduced_rgb(image, max_side), max_side)
        turn = _UPRIGHT.get(orientation)
        whole = (height, width) if orientation >= _FIRST_ON_ITS_SIDE else (width, height)
        return (bounded.transpose(turn) if turn is not None else bounded), whole
    except TooManyReadsError as error:
        raise too_intricate(name) from error
    except MemoryError as error:
        raise KnownError(
            message("core", "There is not enough memory to open “{name}”. Save it smaller and try again."),
            name=name,
        ) from error
    except Exception as error:
        # Decoders answer hostile bytes with every kind of exception; none of them is our bug.
        raise _damaged(name) from error


def _open(metered: MeteredBytes, data: bytes, name: str) -> ImageFile.ImageFile:
    try:
        return Image.open(metered, formats=FORMATS)
    except TooManyReadsError as error:
        raise too_intricate(name) from error
    except Exception as error:
        raise _no_picture(data, name) from error


def _with_end(
    image: ImageFile.ImageFile, structure: JpegStructure, data: bytes, name: str
) -> tuple[ImageFile.ImageFile, MeteredBytes]:
    """A JPEG whose end marker is missing, opened as if it had one.

    Raises:
        KnownError: more is missing.
    """
    whole = with_end(data, is_sequential=structure.scans == 1 and not image.info.get("progressive"))
    if whole is None:
        raise _damaged(name)
    metered = MeteredBytes(whole, most_reads_of_header(whole))
    return _open(metered, whole, name), metered


def _no_picture(data: bytes, name: str) -> KnownError:
    if iso_picture(data):
        return _damaged(name)
    kind = other_kind(data)
    if kind:
        return KnownError(
            message(
                "core", "“{name}” is a file of the kind {kind}, which cannot be opened. Save it as JPEG."
            ),
            name=name,
            kind=kind,
        )
    return KnownError(
        message("core", "“{name}” is not a picture that can be opened. Use JPEG, PNG, WebP, HEIC or TIFF."),
        name=name,
    )


def _damaged(name: str) -> KnownError:
    return KnownError(
        message("core", "“{name}” is damaged or cut off. Copy it again or take a new picture."), name=name
    )


def _ask_for_scaled_decoding(image: ImageFile.ImageFile, max_side: int) -> None:
    width, height = image.size
    share = max_side / max(width, height)
    if share < 1:
        image.draft(None, (max(1, int(width * share)), max(1, int(height * share))))


def _orientation(image: Image.Image) -> int:
    try:
        if claims_too_much(image.info.get("exif") or b""):
            return 1
        return int(image.getexif().get(_EXIF_ORIENTATION, 1))
    except Exception:
        return 1  # damaged metadata must not cost us a good picture


def _bounded(image: Image.Image, max_side: int) -> Image.Image:
    longer = max(image.size)
    if longer <= max_side * SMALLEST_CHANGE:
        return image
    size = tuple(max(1, round(side * max_side / longer)) for side in image.size)
    return image.resize((size[0], size[1]), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _reduced_rgb(image: Image.Image, max_side: int) -> Image.Image:
    """``image`` as RGB, reduced by a whole factor where it stays twice as large as it need be.

    Band by band: converting a hundred megapixels at once would take four copies of them.
    """
    greys = image.getextrema() if _is_deep_grey(image) else None
    factor = max(1, max(image.size) // (2 * max_side))
    colours = to_srgb(image)
    if image.mode == "RGB" and not image.has_transparency_data:
        return _to_rgb(image.reduce(factor) if factor > 1 else image, colours)
    width, height = image.size
    reduced = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    rows = factor * max(1, _BAND_PIXELS // (width * factor))
    for top in range(0, height, rows):
        band = image.crop((0, top, width, min(top + rows, height)))
        reduced.paste(_to_rgb(band, colours, greys).reduce(factor), (0, top // factor))
    return reduced


def _to_rgb(image: Image.Image, colours: ToSrgb | None, greys: Any = None) -> Image.Image:
    """One band of a picture as RGB.

    Args:
        colours: the way to sRGB, if there is one.
        greys: the darkest and the brightest value of the whole picture, where its greys are deep.
    """
    if _is_deep_grey(image):
        return _deep_grey_to_rgb(image, *greys)
    if colours is not None:
        image = colours(image)
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        white = Image.new("RGBA", rgba.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, rgba).convert("RGB")
    return image.convert("RGB")


def _is_deep_grey(image: Image.Image) -> bool:
    return image.mode.startswith("I") or image.mode == "F"


def _deep_grey_to_rgb(image: Image.Image, darkest: float, brightest: float) -> Image.Image:
    """16-bit and floating-point greys scaled to 8 bits; Pillow's own conversion would clip them."""
    values = np.asarray(image).astype(np.float32)
    if image.mode == "F" or brightest > 65535:
        low, high = (0.0, 0.0) if np.isnan([darkest, brightest]).any() else (darkest, brightest)
        values = (values - low) * (255 / (high - low) if high > low else 0)
    else:
        values /= 257
    grey = np.nan_to_num(values).round().clip(0, 255).astype(np.uint8)
    return Image.fromarray(grey).convert("RGB")
