"""Pages as a PDF 1.7 file: vectors for bars, text that can be selected, and the used glyphs of our own fonts.

Only what :class:`core.paper.page.Page` needs (ISO 32000-1: 7.5 the file, 8.9.5 pictures, 9.7 fonts of more
than 256 glyphs, 9.10.3 what their codes mean). The same pages make the same bytes: no date, no random name.
It asks viewers not to shrink it to the printer's margins, which would move every label (12.2, PrintScaling).
"""

import io
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from core.errors import KnownError
from core.files.atomic import written_beside
from core.files.targets import checked_target
from core.messages import message
from core.paper.page import POINTS_PER_MM, Box, Ink, Page, Picture, Words
from core.paper.typefaces import Face, Typefaces

_BEGIN = b"%PDF-"
_MAPPINGS_AT_ONCE = 100
"""What one block of a character map may hold (Adobe Technical Note 5014)."""
_QUARTER = 1 - 0.5523
"""How far before a corner the handles of a quarter of a circle stand, in radii."""


class _Objects:
    """The file's numbered objects, in their order; number 1 is the first."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        self._bodies.append(b"")
        return len(self._bodies)

    def put(self, number: int, body: str | bytes) -> None:
        self._bodies[number - 1] = body.encode("ascii") if isinstance(body, str) else body

    def add(self, body: str | bytes) -> int:
        number = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, data: bytes, entries: str = "") -> int:
        packed = zlib.compress(data, 9)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode {entries}>>\nstream\n".encode("ascii")
        return self.add(head + packed + b"\nendstream")

    def file(self, root: int, info: int) -> bytes:
        out = io.BytesIO()
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self._bodies, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        table = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        out.writelines(b"%010d 00000 n \n" % place for place in places)
        out.write(b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (len(places) + 1, root, info))
        out.write(b"startxref\n%d\n%%%%EOF\n" % table)
        return out.getvalue()


class _Fonts:
    """The faces that the pages use: each glyph's code, and what it stands for."""

    def __init__(self) -> None:
        self._used: dict[Face, dict[str, str]] = {}

    def note(self, face: Face, glyphs: Sequence[str], text: str) -> None:
        used = self._used.setdefault(face, {})
        for glyph, character in zip(glyphs, text, strict=True):
            used.setdefault(glyph, character)

    def name(self, face: Face) -> str:
        return f"F{list(self._used).index(face)}"

    def embed(self, objects: _Objects) -> tuple[str, dict[Face, dict[str, int]]]:
        """The resources' entry, and each face's codes by its glyphs."""
        entries, codes = [], {}
        for number, (face, used) in enumerate(self._used.items()):
            codes[face], font = _embedded(objects, face, used, number)
            entries.append(f"/F{number} {font} 0 R")
        return f"<< {' '.join(entries)} >>", codes


def write_pdf(pages: Sequence[Page], typefaces: Typefaces, target: Path, *, replace: bool = False) -> None:
    """Write the file ``target``, whole or not at all; its name is what viewers show above it.

    Raises:
        KnownError: there are no pages, or the file cannot be written, or may not be (core/files/targets.py).
    """
    if not pages:
        raise KnownError(message("core", "There is nothing to print."))
    place = checked_target(target, _is_pdf, replace=replace)
    with written_beside(place) as temporary:
        temporary.write_bytes(pdf(pages, typefaces, target.stem))


def _is_pdf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(_BEGIN)) == _BEGIN


def pdf(pages: Sequence[Page], typefaces: Typefaces, title: str) -> bytes:
    """The file's bytes; ``title`` is what viewers show above it."""
    objects, fonts = _Objects(), _Fonts()
    root, tree = objects.reserve(), objects.reserve()
    for words in (mark for page in pages for mark in page.marks if isinstance(mark, Words)):
        for run in typefaces.runs(words.text, is_bold=words.is_bold):
            fonts.note(run.face, run.glyphs, run.text)
    resources, codes = fonts.embed(objects)
    pictures = _embedded_pictures(objects, pages)
    kids = []
    for page in pages:
        drawing = _content(page, typefaces, fonts, codes, pictures)
        content = objects.add_stream("\n".join(drawing).encode("ascii"))
        size = f"{_number(page.width * POINTS_PER_MM)} {_number(page.height * POINTS_PER_MM)}"
        kids.append(
            objects.add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {size}]"
                f" /Resources << /Font {resources}{_named(page, pictures)} >> /Contents {content} 0 R >>"
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects.put(tree, f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>")
    preferences = "<< /PrintScaling /None /DisplayDocTitle true >>"
    objects.put(root, f"<< /Type /Catalog /Pages {tree} 0 R /ViewerPreferences {preferences} >>")
    info = objects.add(f"<< /Title <FEFF{title.encode('utf-16-be').hex().upper()}> /Producer (Snapshelf) >>")
    return objects.file(root, info)


def _embedded_pictures(objects: _Objects, pages: Sequence[Page]) -> dict[bytes, int]:
    """Put each picture into the file, once however often it is shown; its object by its bytes."""
    found: dict[bytes, int] = {}
    for mark in (mark for page in pages for mark in page.marks if isinstance(mark, Picture)):
        if mark.jpeg not in found:
            width, height = mark.pixels
            head = (
                f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB"
                f" /BitsPerComponent 8 /Filter /DCTDecode /Length {len(mark.jpeg)} >>\nstream\n"
            )
            found[mark.jpeg] = objects.add(head.encode("ascii") + mark.jpeg + b"\nendstream")
    return found


def _named(page: Page, pictures: dict[bytes, int]) -> str:
    """The resources' entry of the page's pictures."""
    shown = {pictures[mark.jpeg] for mark in page.marks if isinstance(mark, Picture)}
    names = " ".join(f"/P{number} {number} 0 R" for number in sorted(shown))
    return f" /XObject << {names} >>" if names else ""


def _content(
    page: Page,
    typefaces: Typefaces,
    fonts: _Fonts,
    codes: dict[Face, dict[str, int]],
    pictures: dict[bytes, int],
) -> Iterable[str]:
    """The page's drawing; a PDF's y grows upwards, in points."""
    for mark in page.marks:
        if isinstance(mark, Box | Picture):
            corner = (mark.x, page.height - mark.y - mark.height, mark.width, mark.height)
            left, bottom, width, height = (_number(length * POINTS_PER_MM) for length in corner)
            if isinstance(mark, Box) and mark.corner:
                yield f"{_ink(mark.ink)} {_rounded(mark, page.height)} f"
            elif isinstance(mark, Box):
                yield f"{_ink(mark.ink)} {left} {bottom} {width} {height} re f"
            else:
                yield f"q {width} 0 0 {height} {left} {bottom} cm /P{pictures[mark.jpeg]} Do Q"
            continue
        x, y = mark.x, (page.height - mark.baseline) * POINTS_PER_MM
        for run in typefaces.runs(mark.text, is_bold=mark.is_bold):
            shown = "".join(f"{codes[run.face][glyph]:04X}" for glyph in run.glyphs)
            size = _number(mark.size * POINTS_PER_MM)
            place = f"{_number(x * POINTS_PER_MM)} {_number(y)}"
            yield f"{_ink(mark.ink)} BT /{fonts.name(run.face)} {size} Tf {place} Td <{shown}> Tj ET"
            x += run.width * mark.size


def _ink(ink: Ink) -> str:
    """Black and greys as such, so that they are printed with black alone."""
    parts = ink[:1] if len(set(ink)) == 1 else ink
    return f"{' '.join(map(_number, parts))} {'g' if len(parts) == 1 else 'rg'}"


def _rounded(box: Box, page_height: float) -> str:
    """The path of a box with round corners, each a quarter of a circle as one Bézier curve draws it."""
    radius = min(box.corner, box.width / 2, box.height / 2)
    left, right, bottom, top = box.x, box.x + box.width, page_height - box.y - box.height, page_height - box.y
    bent = _QUARTER * radius
    steps = [
        ((left + radius, bottom), "m"),
        ((right - radius, bottom), "l"),
        ((right - bent, bottom, right, bottom + bent, right, bottom + radius), "c"),
        ((right, top - radius), "l"),
        ((right, top - bent, right - bent, top, right - radius, top), "c"),
        ((left + radius, top), "l"),
        ((left + bent, top, left, top - bent, left, top - radius), "c"),
        ((left, bottom + radius), "l"),
        ((left, bottom + bent, left + bent, bottom, left + radius, bottom), "c"),
    ]
    return " ".join(
        f"{' '.join(_number(part * POINTS_PER_MM) for part in numbers)} {step}" for numbers, step in steps
    )


def _embedded(objects: _Objects, face: Face, used: dict[str, str], number: int) -> tuple[dict[str, int], int]:
    """Put the used glyphs of a face into the file; their codes, and the font's object."""
    font, cff = _subset(face, used)
    codes = _codes(font)
    file = objects.add_stream(cff, "/Subtype /CIDFontType0C ")
    head, scale = font["head"], 1000 / face.units
    box = " ".join(_number(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax))
    hhea = font["hhea"]
    name = f"{'ABCDEFGH'[number] * 6}+{font['name'].getDebugName(6)}"
    descriptor = objects.add(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0"
        f" /Ascent {_number(hhea.ascent * scale)} /Descent {_number(hhea.descent * scale)}"
        f" /CapHeight {_number(font['OS/2'].sCapHeight * scale)} /StemV 80 /FontFile3 {file} 0 R >>"
    )
    widths = " ".join(f"{codes[glyph]} [{_number(face.width(glyph) * 1000)}]" for glyph in used)
    descendant = objects.add(
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /FontDescriptor {descriptor} 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /W [{widths}] >>"
    )
    meaning = objects.add_stream("\n".join(_meaning(codes, used)).encode("ascii"))
    return codes, objects.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
        f" /DescendantFonts [{descendant} 0 R] /ToUnicode {meaning} 0 R >>"
    )


def _subset(face: Face, used: Iterable[str]) -> tuple[TTFont, bytes]:
    """The face with these glyphs alone, and its outlines as the PDF takes them."""
    font = face.opened()  # anew: the subsetter takes from what it is given
    subsetter = Subsetter(
        Options(layout_features=[], notdef_outline=True, drop_tables=["GDEF", "GPOS", "GSUB"])
    )
    subsetter.populate(glyphs=list(used))
    subsetter.subset(font)
    small = io.BytesIO()
    font.save(small)
    return font, TTFont(small).reader["CFF "]


def _codes(font: TTFont) -> dict[str, int]:
    """A glyph's number in a face without character identifiers; its identifier in one that has them."""
    order = font.getGlyphOrder()
    if hasattr(font["CFF "].cff[0], "ROS"):
        return {glyph: int(glyph.removeprefix("cid") if glyph != ".notdef" else 0) for glyph in order}
    return {glyph: number for number, glyph in enumerate(order)}


def _meaning(codes: dict[str, int], used: dict[str, str]) -> Iterable[str]:
    """The character map by which text is searched and copied."""
    yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Snapshelf def"
    yield "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange"
    known = [(codes[glyph], character.encode("utf-16-be").hex()) for glyph, character in used.items()]
    for begin in range(0, len(known), _MAPPINGS_AT_ONCE):
        block = known[begin : begin + _MAPPINGS_AT_ONCE]
        yield f"{len(block)} beginbfchar"
        yield from (f"<{code:04X}> <{character.upper()}>" for code, character in block)
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"


def _number(value: float) -> str:
    """As short as a ten-thousandth of a point allows."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
