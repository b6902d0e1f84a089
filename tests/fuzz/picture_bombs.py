"""Picture files made to cost a decoder far more time or memory than their size suggests."""

import io
import struct
from collections.abc import Callable, Iterator
from typing import Any

from PIL import Image, ImageCms

from tests.fuzz.bombs import Bomb
from tests.fuzz.containers import (
    EOI,
    PNG_HEAD,
    SOI,
    bitmap,
    gif,
    gif_blocks,
    gif_picture,
    jpeg_frame,
    jpeg_segment,
    png,
    png_chunk,
    squeezed,
    tiff,
    word,
)

_SIDE = 10_000
"""Pixels; squared, the most that most formats may have."""
_HALF_FILE = 100 * 2**20


def picture_bombs() -> Iterator[Bomb]:
    """All of them, each format's together."""
    for name, build in _BOMBS.items():
        yield Bomb(name, "pictures", build)


def _saved(mode: str, width: int, height: int, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (width, height)).save(buffer, kind, **options)
    return buffer.getvalue()


def _noise(mode: str, width: int, height: int, kind: str, **options: Any) -> bytes:
    """A picture without two like rows of pixels, so that no compression makes it short."""
    tile = Image.effect_noise((1000, 1000), 120)
    grey = Image.new("L", (width, height))
    for left in range(0, width, 1000):
        for top in range(0, height, 1000):
            grey.paste(tile, (left, top))
    buffer = io.BytesIO()
    picture = grey if mode == "L" else Image.merge(mode, [grey] * len(Image.new(mode, (1, 1)).getbands()))
    del grey
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def _png_of_zeros(depth: int, colour: int, row_bytes: int, **options: Any) -> bytes:
    row = b"\4" + bytes(row_bytes)  # Paeth, the slowest of the filters
    return png(_SIDE, _SIDE, squeezed(row, _SIDE), depth=depth, colour=colour, **options)


def _png_with_profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    import zlib

    return _png_of_zeros(8, 2, 3 * _SIDE, extra=png_chunk(b"iCCP", b"p\0\0" + zlib.compress(profile)))


def _png_of_many_chunks(kind: bytes, before: bool) -> bytes:
    many = png_chunk(kind) * (_HALF_FILE // 12)
    rows = png(64, 64, squeezed(b"\0" * 193, 64), extra=many if before else b"")
    return rows if before else rows[:-12] + many + rows[-12:]


def _png_of_empty_data() -> bytes:
    rows = squeezed(b"\0" * 193, 64)
    head = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)
    return (
        PNG_HEAD
        + png_chunk(b"IHDR", head)
        + png_chunk(b"IDAT", rows[:4])
        + png_chunk(b"IDAT") * (_HALF_FILE // 12)
        + png_chunk(b"IDAT", rows[4:])
        + png_chunk(b"IEND")
    )


def _png_of_texts() -> bytes:
    text = png_chunk(b"zTXt", b"k\0\0" + squeezed(b"x", 2**20 - 10))
    return png(64, 64, squeezed(b"\0" * 193, 64), extra=text * 1000)


def _jpeg(extra: bytes = b"", **options: Any) -> bytes:
    whole = _saved("RGB", 64, 64, "JPEG", **options)
    return whole[:2] + extra + whole[2:]


def _jpeg_of_scans(width: int, height: int, scans: int, *, marker: int) -> bytes:
    """A picture whose every scan is cut off at once, which libjpeg fills up with grey."""
    small = _saved("RGB", 64, 64, "JPEG", quality=50, subsampling=0)
    tables = small[2 : small.index(b"\xff\xc0")]
    huffman = small[small.index(b"\xff\xc4") : small.index(b"\xff\xda")]
    scan = jpeg_segment(0xDA, bytes((1, 1, 0, 0, 0 if marker == 0xC2 else 63, 0))) + b"\0\0"
    return SOI + tables + jpeg_frame(width, height, marker=marker) + huffman + scan * scans + EOI


def _exif(tags: int, bytes_each: int) -> bytes:
    """EXIF whose every tag claims the same bytes."""
    tiff_bytes = tiff([(1 + n, 7, bytes_each, word(8)) for n in range(tags)], content=bytes(bytes_each))
    return b"Exif\0\0" + tiff_bytes


def _long_exif() -> bytes:
    """The same in as many segments as it takes to claim terabytes."""
    exif = _exif(60_000, 3 * 2**20)[6:]
    starts = range(0, len(exif), 65_000)
    return b"".join(jpeg_segment(0xE1, b"Exif\0\0" + exif[start : start + 65_000]) for start in starts)


def _tiff_of_one_region(tags: int, size: int) -> bytes:
    return tiff(
        [(256, 3, 1, word(64)), (257, 3, 1, word(64))]
        + [(40_000 + n, 7, size, word(8)) for n in range(tags)],
        content=bytes(size),
    )


def _tiff_of_many_strips(strips: int) -> bytes:
    """Uncompressed, each strip a directory entry and a step of Python's."""
    return tiff(
        [
            (256, 4, 1, word(_SIDE)),
            (257, 4, 1, word(_SIDE)),
            (258, 3, 1, word(8)),
            (259, 3, 1, word(1)),
            (262, 3, 1, word(1)),
            (273, 4, strips, word(8)),
            (277, 3, 1, word(1)),
            (278, 4, 1, word(1)),
            (279, 4, strips, word(8)),
        ],
        content=bytes(4 * strips),
    )


def _tiff_of_a_huge_tile(side: int) -> bytes:
    tile = squeezed(bytes(1000), side * side // 1000)
    return tiff(
        [
            (256, 4, 1, word(64)),
            (257, 4, 1, word(64)),
            (258, 3, 1, word(8)),
            (259, 3, 1, word(8)),
            (262, 3, 1, word(1)),
            (277, 3, 1, word(1)),
            (322, 4, 1, word(side)),
            (323, 4, 1, word(side)),
            (324, 4, 1, word(8)),
            (325, 4, 1, word(len(tile))),
        ],
        content=tile,
    )


def _gif_of_a_comment(size: int) -> bytes:
    return gif(64, 64, b"!\xfe" + gif_blocks(bytes(size)) + gif_picture(64, 64, b"\x84\x51"))


def _gif_of_blocks(blocks: int) -> bytes:
    return gif(64, 64, b"!\x01\0" * blocks + gif_picture(64, 64, b"\x84\x51"))


def _profiled(kind: str, mode: str, width: int, height: int) -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    return _saved(mode, width, height, kind, icc_profile=profile)


_BOMBS: dict[str, Callable[[], bytes]] = {
    "PNG, RGB, one colour": lambda: _png_of_zeros(8, 2, 3 * _SIDE),
    "PNG, RGB with a transparent colour": lambda: _png_of_zeros(
        8, 2, 3 * _SIDE, extra=png_chunk(b"tRNS", bytes(6))
    ),
    "PNG, RGB with a colour profile": _png_with_profile,
    "PNG, RGBA, 16 bits, interlaced": lambda: png(
        _SIDE, _SIDE, squeezed(bytes(8 * _SIDE), _SIDE + 1), depth=16, colour=6, interlaced=True
    ),
    "PNG, grey and alpha, 16 bits": lambda: _png_of_zeros(16, 4, 4 * _SIDE),
    "PNG, grey, 16 bits": lambda: _png_of_zeros(16, 0, 2 * _SIDE),
    "PNG, a palette with alpha": lambda: _png_of_zeros(
        8, 3, _SIDE, extra=png_chunk(b"PLTE", bytes(768)) + png_chunk(b"tRNS", bytes(256))
    ),
    "PNG, 8 million chunks before the pixels": lambda: _png_of_many_chunks(b"prVt", True),
    "PNG, 8 million chunks after the pixels": lambda: _png_of_many_chunks(b"prVt", False),
    "PNG, 8 million empty pieces of pixels": _png_of_empty_data,
    "PNG, a thousand texts of 1 MB": _png_of_texts,
    "JPEG, 50 million segments": lambda: _jpeg(jpeg_segment(0xE4, b"") * (_HALF_FILE // 4)),
    "JPEG, 1,500 segments of EXIF": lambda: _jpeg(
        jpeg_segment(0xE1, b"Exif\0\0" + bytes(65_000)) * (_HALF_FILE // 65_000)
    ),
    "JPEG, EXIF of tags upon the same bytes": lambda: _jpeg(jpeg_segment(0xE1, _exif(2700, 32_000))),
    "JPEG, progressive, 2,000 scans": lambda: _jpeg_of_scans(_SIDE, _SIDE, 2000, marker=0xC2),
    "JPEG, sequential, 2,000 scans": lambda: _jpeg_of_scans(_SIDE, _SIDE, 2000, marker=0xC1),
    "JPEG, sequential, 14 scans, 220 MP": lambda: _jpeg_of_scans(22_000, _SIDE, 14, marker=0xC1),
    "JPEG, progressive, 14 scans": lambda: _jpeg_of_scans(_SIDE, _SIDE, 14, marker=0xC2),
    "JPEG, noise, 64 MP": lambda: _noise("RGB", 8000, 8000, "JPEG", quality=95, subsampling=0),
    "JPEG, 50 million bytes of no segment": lambda: _jpeg(bytes(_HALF_FILE // 2)),
    "JPEG, 60 segments of EXIF upon the same bytes": lambda: _jpeg(_long_exif()),
    "JPEG, CMYK with a colour profile": lambda: _profiled("JPEG", "CMYK", 22_000, _SIDE),
    "JPEG, RGB with a colour profile": lambda: _profiled("JPEG", "RGB", 22_000, _SIDE),
    "GIF, a comment of 100 MB": lambda: _gif_of_a_comment(_HALF_FILE),
    "GIF, 35 million extensions": lambda: _gif_of_blocks(_HALF_FILE // 3),
    "GIF, one colour": lambda: _saved("P", _SIDE, _SIDE, "GIF"),
    "BMP, runs of one pixel": lambda: bitmap(_SIDE, _SIDE, b"\1\0" * (_SIDE * _SIDE), compression=1),
    "BMP, empty rows": lambda: bitmap(_SIDE, _SIDE, (b"\1\0" + b"\0\0") * _SIDE, compression=1),
    "BMP, runs of half-bytes": lambda: bitmap(
        _SIDE, _SIDE, b"\xff\1" * (_SIDE * _SIDE // 255), compression=2, bits=4
    ),
    "TIFF, 500 tags upon the same 20 MB": lambda: _tiff_of_one_region(500, 20 * 2**20),
    "TIFF, 25 million strips": lambda: _tiff_of_many_strips(_HALF_FILE // 4),
    "TIFF, one tile of 40,000 by 40,000": lambda: _tiff_of_a_huge_tile(40_000),
    "TIFF, 16-bit RGB, one colour, LZMA": lambda: _saved("RGB", _SIDE, _SIDE, "TIFF", compression="lzma"),
    "TIFF, floating-point grey": lambda: _saved("F", _SIDE, _SIDE, "TIFF", compression="tiff_adobe_deflate"),
    "TIFF, CMYK with a colour profile": lambda: _profiled("TIFF", "CMYK", 7000, 7000),
    "TIFF, fax": lambda: _saved("1", _SIDE, _SIDE, "TIFF", compression="group4"),
    "WebP, lossless noise": lambda: _noise("RGB", 7000, 7000, "WEBP", lossless=True, quality=0, method=0),
    "WebP, lossy noise": lambda: _noise("RGB", 7000, 7000, "WEBP", quality=50, method=0),
    "AVIF, noise": lambda: _noise("RGB", 7000, 7000, "AVIF", quality=90, speed=10),
}
