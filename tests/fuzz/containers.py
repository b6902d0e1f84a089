"""Picture files put together by hand, part by part, so that any part may lie."""

import struct
import zlib
from collections.abc import Iterable

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
SOI, EOI = b"\xff\xd8", b"\xff\xd9"


def png_chunk(kind: bytes, content: bytes = b"") -> bytes:
    """A chunk of a PNG, its checksum right."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(
    width: int,
    height: int,
    rows: bytes,
    *,
    depth: int = 8,
    colour: int = 2,
    interlaced: bool = False,
    extra: bytes = b"",
) -> bytes:
    """A PNG of ``rows``, compressed already; ``extra`` chunks come before them."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))
    return PNG_HEAD + png_chunk(b"IHDR", head) + extra + png_chunk(b"IDAT", rows) + png_chunk(b"IEND")


def squeezed(content: bytes, repeated: int) -> bytes:
    """``content`` so many times over, deflated without ever being in memory as a whole."""
    packer = zlib.compressobj(1)
    block = content * max(1, 2**20 // max(1, len(content)))
    times, rest = divmod(repeated * len(content), len(block))
    parts = [packer.compress(block) for _ in range(times)]
    return b"".join([*parts, packer.compress(block[:rest]), packer.flush()])


def jpeg_segment(marker: int, content: bytes) -> bytes:
    """A JPEG's segment with the length that it has."""
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def jpeg_frame(width: int, height: int, *, marker: int = 0xC0, components: int = 3) -> bytes:
    """A JPEG's frame header: 8 bits, no subsampling."""
    parts = b"".join(bytes((number, 0x11, 0)) for number in range(1, components + 1))
    return jpeg_segment(marker, struct.pack(">BHHB", 8, height, width, components) + parts)


def tiff(
    tags: Iterable[tuple[int, int, int, bytes]], *, at: int = 8, content: bytes = b"", following: int = 0
) -> bytes:
    """A little-endian TIFF: header, ``content``, then one directory of (tag, type, count, value or place).

    Args:
        at: the place of the directory that the header names; 8 and no content is where it really is.
        following: the place of the next directory.
    """
    entries = [struct.pack("<HHI", tag, kind, count) + value for tag, kind, count, value in tags]
    place = 8 + len(content) if at == 8 else at
    directory = struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", following)
    return b"II*\0" + struct.pack("<I", place) + content + directory


def word(value: int) -> bytes:
    """A TIFF directory's four bytes of value or place."""
    return struct.pack("<I", value)


def bitmap(width: int, height: int, pixels: bytes, *, compression: int, bits: int = 8) -> bytes:
    """A BMP with a palette of greys; ``compression`` 1 and 2 are run lengths of 8 and 4 bits."""
    palette = b"".join(bytes((grey, grey, grey, 0)) for grey in range(2**bits))
    start = 14 + 40 + len(palette)
    head = struct.pack("<2sIHHI", b"BM", start + len(pixels), 0, 0, start)
    sizes = struct.pack(
        "<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(pixels), 0, 0, 2**bits, 0
    )
    return head + sizes + palette + pixels


def gif(width: int, height: int, blocks: bytes) -> bytes:
    """A GIF with two colours; ``blocks`` follow its header."""
    return (
        b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + blocks + b";"
    )


def gif_blocks(content: bytes) -> bytes:
    """``content`` in blocks of 255 bytes, ended as GIFs end them."""
    whole, rest = divmod(len(content), 255)
    filled = b"".join(b"\xff" + content[255 * n : 255 * (n + 1)] for n in range(whole))
    return filled + (bytes((rest,)) + content[-rest:] if rest else b"") + b"\0"


def gif_picture(width: int, height: int, codes: bytes, *, code_size: int = 2) -> bytes:
    """A GIF's picture at the upper left, ``codes`` its LZW stream."""
    return b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + bytes((code_size,)) + gif_blocks(codes)


def riff(parts: Iterable[tuple[bytes, bytes]], *, length: int | None = None) -> bytes:
    """A WebP of these parts; ``length`` is what its header says of its own size, by default the truth."""
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
        for name, content in parts
    )
    return b"RIFF" + struct.pack("<I", (len(body) if length is None else length) & 0xFFFFFFFF) + body


def box(kind: bytes, content: bytes, *, length: int | None = None) -> bytes:
    """A box of AVIF's container; ``length`` is what it says of its size, by default the truth."""
    return struct.pack(">I", (len(content) + 8 if length is None else length) & 0xFFFFFFFF) + kind + content
