"""Pictures as Hypothesis builds them: containers that hold together, with values in them that lie."""

import io
import struct
import zlib
from functools import cache

from hypothesis import strategies as st
from PIL import Image

from tests.fuzz.containers import (
    EOI,
    SOI,
    bitmap,
    box,
    gif,
    gif_blocks,
    gif_picture,
    jpeg_frame,
    jpeg_segment,
    png,
    png_chunk,
    riff,
    tiff,
    word,
)

SIDES = st.one_of(
    st.integers(0, 300), st.sampled_from((0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF))
)
_SHORT_SIDES = st.one_of(st.integers(0, 300), st.sampled_from((0x7FFF, 0x8000, 0xFFFF)))
_RUBBISH = st.binary(max_size=200)
_TAGS = (254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 284, 317, 320, 322, 323, 324, 325, 338)
_MORE_TAGS = (330, 339, 347, 513, 514, 530, 532, 700, 33_432, 34_377, 34_665, 34_675, 34_853, 37_724, 50_341)


@cache
def saved(kind: str, **options: object) -> bytes:
    """A small good picture."""
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((48, 40)).convert("RGB").save(buffer, kind, **options)
    return buffer.getvalue()


@st.composite
def exif(draw: st.DrawFn) -> bytes:
    """EXIF of tags with places, counts and kinds that need not be true."""
    return b"Exif\0\0" + draw(tiffs(most_tags=8))


@st.composite
def pngs(draw: st.DrawFn) -> bytes:
    """Chunks with right checksums; header, palette, texts, profile, EXIF and animation as they come."""
    width, height = draw(SIDES), draw(SIDES)
    depth, colour = draw(st.sampled_from((1, 2, 4, 8, 16, 3))), draw(st.sampled_from((0, 2, 3, 4, 6, 7)))
    kinds = st.sampled_from((b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"pHYs", b"acTL", b"fcTL", b"prVt", b"IEND"))
    swelling = st.integers(0, 3 * 2**20).map(lambda size: zlib.compress(bytes(size), 1))
    chunk = st.one_of(
        st.builds(png_chunk, kinds, _RUBBISH),
        st.builds(lambda text: png_chunk(b"tEXt", b"k\0" + text), _RUBBISH),
        st.builds(lambda text: png_chunk(b"zTXt", b"k\0\0" + text), swelling),
        st.builds(lambda text: png_chunk(b"iTXt", b"k\0\1\0\0\0" + text), swelling),
        st.builds(lambda profile: png_chunk(b"iCCP", b"p\0\0" + profile), swelling),
        st.builds(lambda content: png_chunk(b"eXIf", content[6:]), exif()),
    )
    rows = zlib.compress(bytes(draw(st.integers(0, 100_000))) + draw(_RUBBISH))
    extra = b"".join(draw(st.lists(chunk, max_size=5)))
    return png(width, height, rows, depth=depth, colour=colour, interlaced=draw(st.booleans()), extra=extra)


@st.composite
def jpegs(draw: st.DrawFn) -> bytes:
    """A good JPEG's tables and pixels between segments, frames and scans of any kind."""
    good = saved("JPEG", progressive=draw(st.booleans()))
    segment = st.one_of(
        st.builds(jpeg_segment, st.integers(0xC0, 0xFE), _RUBBISH),
        st.builds(lambda content: jpeg_segment(0xE1, content[:60_000]), exif()),
        st.builds(lambda text: jpeg_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + text), _RUBBISH),
        st.builds(lambda part: jpeg_segment(0xE2, b"ICC_PROFILE\0\1\2" + part), _RUBBISH),
        st.builds(lambda part: jpeg_segment(0xE2, b"MPF\0" + part), tiffs(most_tags=5)),
        st.builds(lambda part: jpeg_segment(0xED, b"Photoshop 3.0\0008BIM" + part), _RUBBISH),
        _RUBBISH,
    )
    extra = b"".join(draw(st.lists(segment, max_size=5)))
    if draw(st.booleans()):
        marker = draw(st.sampled_from((0xC0, 0xC1, 0xC2, 0xC3, 0xC9, 0xCA)))
        parts = draw(st.integers(1, 4))
        frame = jpeg_frame(draw(_SHORT_SIDES), draw(_SHORT_SIDES), marker=marker, components=parts)
        scan = jpeg_segment(0xDA, bytes((1, 1, 0, 0, draw(st.sampled_from((0, 63))), 0)))
        tables = good[2 : good.index(b"\xff\xc0" if b"\xff\xc0" in good else b"\xff\xc2")]
        return SOI + tables + extra + frame + scan * draw(st.integers(1, 40)) + draw(_RUBBISH) + EOI
    return good[:2] + extra + good[2:] + draw(_RUBBISH)


@st.composite
def tiffs(draw: st.DrawFn, most_tags: int = 20) -> bytes:
    """A directory of known tags; values, counts and places, its own and the next one's, may lead anywhere."""
    content = draw(_RUBBISH)
    place = st.one_of(st.integers(0, 600), SIDES)
    number = st.one_of(st.sampled_from((*_TAGS, *_MORE_TAGS)), st.integers(0, 0xFFFF))
    kind = st.one_of(st.integers(0, 18), st.sampled_from((3, 4)))
    count = st.one_of(st.just(1), st.integers(0, 50), SIDES)
    tag = st.tuples(number, kind, count, place.map(lambda value: word(value & 0xFFFFFFFF)))
    tags = draw(st.lists(tag, max_size=most_tags))
    if draw(st.booleans()):
        whole = ((256, 48), (257, 40), (258, 8), (259, draw(st.sampled_from((1, 5, 7, 8, 32_773, 50_000)))))
        tags = [(n, 3, 1, word(value)) for n, value in (*whole, (262, 1), (278, 40))] + tags
    at = draw(st.sampled_from((8, 8, 8, 0, 4, 2**31)))
    return tiff(tags, at=at, content=content, following=draw(place) & 0xFFFFFFFF)


@st.composite
def gifs(draw: st.DrawFn) -> bytes:
    """Extensions, comments and frames, few or many, larger than the screen or empty."""
    codes = st.one_of(_RUBBISH, st.just(b"\x84\x51"))
    frame = st.builds(
        lambda width, height, stream, size: gif_picture(width, height, stream, code_size=size),
        _SHORT_SIDES,
        _SHORT_SIDES,
        codes,
        st.integers(0, 13),
    )
    extension = st.builds(
        lambda kind, content: b"!" + bytes((kind,)) + gif_blocks(content),
        st.sampled_from((0xF9, 0xFE, 0xFF, 0x01)),
        st.one_of(_RUBBISH, st.integers(0, 100_000).map(bytes)),
    )
    blocks = b"".join(draw(st.lists(st.one_of(frame, extension, _RUBBISH), max_size=6)))
    return gif(draw(_SHORT_SIDES), draw(_SHORT_SIDES), blocks * draw(st.sampled_from((1, 1, 50))))


@st.composite
def webps(draw: st.DrawFn) -> bytes:
    """The parts of a good WebP among parts of rubbish, with a canvas of any size."""
    good = saved("WEBP", lossless=draw(st.booleans()))
    pixels = (good[12:16], good[20 : 20 + struct.unpack("<I", good[16:20])[0]])
    canvas = bytes((draw(st.integers(0, 255)), 0, 0, 0)) + b"".join(
        struct.pack("<I", draw(SIDES) & 0xFFFFFF)[:3] for _ in "wh"
    )
    kinds = st.sampled_from((b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP", b"EXIF", b"XMP ", b"VP8 ", b"VP8L"))
    part = st.one_of(st.just(pixels), st.tuples(kinds, _RUBBISH), st.tuples(st.just(b"EXIF"), exif()))
    parts = draw(st.lists(part, max_size=6))
    length = draw(st.one_of(st.none(), SIDES))
    return riff([(b"VP8X", canvas), *parts] if draw(st.booleans()) else parts, length=length)


@st.composite
def avifs(draw: st.DrawFn) -> bytes:
    """Boxes within boxes, a good AVIF's among them, with lengths that need not be true."""
    good = saved("AVIF", speed=10)
    kinds = st.sampled_from((b"meta", b"iloc", b"iinf", b"iprp", b"ipco", b"ispe", b"av1C", b"mdat", b"moov"))
    length = st.one_of(st.none(), SIDES)
    inner = st.builds(lambda kind, content, size: box(kind, content, length=size), kinds, _RUBBISH, length)
    outer = st.builds(lambda kind, parts: box(kind, bytes(4) + b"".join(parts)), kinds, st.lists(inner))
    start = box(b"ftyp", b"avif\0\0\0\0avifmif1miaf")
    at = draw(st.integers(24, len(good)))
    parts = b"".join(draw(st.lists(outer, max_size=4)))
    return draw(st.sampled_from((start + parts, good[:at] + parts + good[at:], start + parts + good[28:])))


@st.composite
def bitmaps(draw: st.DrawFn) -> bytes:
    """Runs, fields and palettes in any number."""
    width, height = draw(SIDES) & 0x7FFFFFFF, draw(st.one_of(SIDES, st.integers(-300, 0)))
    bits = draw(st.sampled_from((1, 4, 8)))
    signed = struct.unpack("<i", struct.pack("<I", height & 0xFFFFFFFF))[0]
    return bitmap(
        width, signed, draw(st.binary(max_size=2000)), compression=draw(st.integers(0, 5)), bits=bits
    )


def pictures() -> st.SearchStrategy[bytes]:
    """A picture of any kind, sometimes cut off."""
    whole = st.one_of(pngs(), jpegs(), tiffs(), gifs(), webps(), avifs(), bitmaps())
    return st.one_of(whole, st.builds(lambda data, at: data[: at % (len(data) + 1)], whole, st.integers(0)))
