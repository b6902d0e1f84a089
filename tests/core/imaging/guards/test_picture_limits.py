"""Pictures that are small to send and dear to open are refused; odd but honest ones are not."""

import io
import struct
import zlib

import pytest
from PIL import Image

from core.errors import KnownError
from core.imaging.decode import decode_bytes
from core.imaging.guards.jpeg_structure import jpeg_structure
from core.imaging.guards.metered_bytes import MeteredBytes, TooManyReadsError
from core.imaging.guards.tiff_directory import claims_too_much
from tests.fuzz.containers import (
    bitmap,
    gif,
    gif_blocks,
    gif_picture,
    jpeg_segment,
    png,
    png_chunk,
    tiff,
    word,
)


def saved(kind: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, 128 if mode == "L" else None).save(buffer, kind, **options)
    return buffer.getvalue()


def with_segments(extra: bytes) -> bytes:
    whole = saved("JPEG")
    return whole[:2] + extra + whole[2:]


def test_a_file_is_read_in_so_many_pieces_and_no_more() -> None:
    metered = MeteredBytes(b"abc", 2)
    assert (metered.read(1), metered.read()) == (b"a", b"bc")
    with pytest.raises(TooManyReadsError):
        metered.read()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            png(32, 32, zlib.compress(bytes(97 * 32)), extra=png_chunk(b"prVt") * 60_000), id="PNG chunks"
        ),
        pytest.param(with_segments(jpeg_segment(0xE4, b"") * 60_000), id="JPEG segments"),
        pytest.param(with_segments(jpeg_segment(0xE4, b"") + bytes(300_000)), id="JPEG without segments"),
        pytest.param(with_segments(jpeg_segment(0xE1, b"Exif\0\0" + bytes(99)) * 200), id="EXIF in pieces"),
        pytest.param(
            gif(32, 32, b"!\xfe" + gif_blocks(bytes(3_000_000)) + gif_picture(32, 32, b"\x84\x51")),
            id="a GIF's comment",
        ),
        pytest.param(bitmap(5000, 5000, b"\1\0\0\0" * 5000, compression=1), id="a bitmap of runs"),
    ],
)
def test_a_picture_made_of_countless_pieces_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match="opened safely"):
        decode_bytes(data, name="endless")


def test_a_sequential_jpeg_is_held_to_the_same_scans_as_a_progressive_one() -> None:
    few = saved("JPEG", (9000, 9000), "L")
    scan = few[few.rfind(b"\xff\xda") : -2]
    with pytest.raises(KnownError, match="cannot be opened safely"):
        decode_bytes(few[:-2] + scan * 30 + few[-2:], name="endless", max_side=200)


def test_what_follows_a_jpeg_is_no_part_of_it() -> None:
    """Phones append a moving picture, whose bytes look like scans here and there."""
    film = b"\xff\xda\0\x08" * 5000
    assert jpeg_structure(saved("JPEG") + film).scans == 1
    assert decode_bytes(saved("JPEG", (3000, 2000)) + film, name="p", max_side=200).size == (200, 133)


def test_two_views_in_one_file_open() -> None:
    other = Image.new("RGB", (64, 48), "red")
    assert decode_bytes(saved("MPO", save_all=True, append_images=[other]), name="p").size == (64, 48)


def exif(tags: int, each: int) -> bytes:
    return tiff([(0x9000 + n, 7, each, word(8)) for n in range(tags)], content=bytes(each))


def test_tags_upon_the_same_bytes_are_refused_in_a_tiff_and_not_read_in_other_pictures() -> None:
    greedy = exif(500, 40_000)
    assert claims_too_much(greedy)
    with pytest.raises(KnownError, match="opened safely"):
        decode_bytes(greedy, name="greedy")
    in_a_png = png(32, 32, zlib.compress(bytes(97 * 32)), extra=png_chunk(b"eXIf", greedy))
    assert decode_bytes(in_a_png, name="p").size == (32, 32)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("number", [322, 273])
def test_a_tiff_of_huge_tiles_or_countless_strips_is_refused(order: str, number: int) -> None:
    side, count = (60_000, 1) if number == 322 else (0, 1_000_000)
    tags = [(322, 4, 1, side), (323, 4, 1, side), (273, 4, count, 8)]
    head = {"<": b"II*\0", ">": b"MM\0*"}[order]
    entries = b"".join(struct.pack(f"{order}HHII", *tag) for tag in tags)
    content = bytes(4_000_000)
    data = head + struct.pack(f"{order}I", 8 + len(content)) + content + struct.pack(f"{order}H", 3) + entries
    assert claims_too_much(data)


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "jpeg", "tiff_deflate"])
@pytest.mark.parametrize("big", [False, True])
def test_an_honest_tiff_opens(compression: str, big: bool) -> None:
    data = saved("TIFF", (800, 600), compression=compression, big_tiff=big)
    assert not claims_too_much(data)
    assert decode_bytes(data, name="p").size == (800, 600)


def test_a_transparent_colour_becomes_white_in_bands_too() -> None:
    rows = zlib.compress((b"\0" + b"\1\2\3" * 3000) * 3000)
    data = png(3000, 3000, rows, extra=png_chunk(b"tRNS", struct.pack(">3H", 1, 2, 3)))
    assert decode_bytes(data, name="p", max_side=3000).getpixel((1500, 2999)) == (255, 255, 255)
    assert decode_bytes(data, name="p", max_side=100).getpixel((50, 99)) == (255, 255, 255)
