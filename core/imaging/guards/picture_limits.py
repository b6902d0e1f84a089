"""How large and how intricate a picture may be: judged by its structure before a pixel is decoded.

Every limit is far above what cameras, scanners and programs write, and low enough that the worst file within
it costs about what the largest honest pictures do (benchmarks/bombs.py has both side by side).
"""

from PIL import ImageFile

from core.errors import KnownError
from core.imaging.guards.jpeg_structure import JpegStructure, jpeg_structure
from core.imaging.guards.tiff_directory import claims_too_much
from core.messages import message

MAX_PIXELS_JPEG = 220_000_000
"""A 200-megapixel phone photo passes: a baseline JPEG can be decoded at an eighth, in bounded memory."""
MAX_PIXELS = 100_000_000
"""Of formats that are decoded whole before they are made smaller; a JPEG of several scans is one of them:
libjpeg keeps two bytes for each of its coefficients."""
MAX_PIXELS_MODERN = 50_000_000
"""WebP, AVIF and HEIF decoders hold a whole picture several times over."""
MAX_PIXELS_RUNS = 16_000_000
"""Of bitmaps kept as runs, which Pillow unfolds in Python."""
MAX_SCANNED_PIXELS = 1_500_000_000
"""Pixels times scans: a JPEG may visit every pixel again in each of its scans, which take a few bytes each.
An encoder writes ten or so; a second for this many."""
MAX_EXIF_SEGMENTS = 64
"""Pillow joins them one by one, copying what it has each time."""
MIN_SIDE = 16
"""Pixels; below it there is nothing to recognise."""

MOST_READS = 500_000
"""Pieces in which a picture may be read, a PNG's chunks being four each; a second or two."""
_MOST_READS_OF_HEADER = 100_000
_MOST_READS_OF_GIF_HEADER = 10_000
"""Pillow joins a GIF's comment block by block, copying what it has each time."""

_JPEG, _GIF, _TIFF = b"\xff\xd8\xff", b"GIF8", (b"II*\0", b"MM\0*", b"II\x2b\0", b"MM\0\x2b")
_RUNS = {1, 2}


def most_reads_of_header(data: bytes) -> int:
    """In how many pieces a picture's header may be read."""
    return _MOST_READS_OF_GIF_HEADER if data.startswith(_GIF) else _MOST_READS_OF_HEADER


def judge_structure(data: bytes, name: str) -> JpegStructure | None:
    """Refuse bytes that would be dear to parse; returns what a JPEG is made of.

    Raises:
        KnownError: with the reason.
    """
    if data.startswith(_JPEG):
        structure = jpeg_structure(data)
        if (
            structure.has_too_many_segments
            or len(structure.exif) > MAX_EXIF_SEGMENTS
            or claims_too_much(b"".join(structure.exif))
        ):
            raise too_intricate(name)
        return structure
    if data.startswith(_TIFF) and claims_too_much(data):
        raise too_intricate(name)
    return None


def judge_size(image: ImageFile.ImageFile, jpeg: JpegStructure | None, name: str) -> None:
    """Refuse a picture of more pixels than its kind can be decoded with, or of too few.

    Raises:
        KnownError: with the reason.
    """
    width, height = image.size
    if width * height > _most_pixels(image, jpeg):
        raise KnownError(
            message(
                "core",
                "“{name}” has {width}×{height} pixels, more than can be opened safely. "
                "Save it smaller and try again.",
            ),
            name=name,
            width=width,
            height=height,
        )
    if min(width, height) < MIN_SIDE:
        raise KnownError(
            message(
                "core",
                "“{name}” has only {width}×{height} pixels. Use a picture of at least {least}×{least}.",
            ),
            name=name,
            width=width,
            height=height,
            least=MIN_SIDE,
        )
    if jpeg is not None and jpeg.scans * width * height > MAX_SCANNED_PIXELS:
        raise KnownError(
            message(
                "core",
                "“{name}” is made of {scans} layers and cannot be opened safely. Save it again as JPEG.",
            ),
            name=name,
            scans=jpeg.scans,
        )


def too_intricate(name: str) -> KnownError:
    """The sentence for a picture that is made of more pieces than any honest one."""
    return KnownError(
        message("core", "“{name}” is not built as pictures are and cannot be opened safely. Save it again."),
        name=name,
    )


def _most_pixels(image: ImageFile.ImageFile, jpeg: JpegStructure | None) -> int:
    if jpeg is not None:
        is_whole = image.info.get("progressive") or jpeg.scans > 1
        return MAX_PIXELS if is_whole else MAX_PIXELS_JPEG
    if image.format in {"WEBP", "AVIF", "HEIF"}:
        return MAX_PIXELS_MODERN
    if image.format == "BMP" and image.info.get("compression") in _RUNS:
        return MAX_PIXELS_RUNS
    return MAX_PIXELS
