"""Tables made to cost their reader far more time or memory than any merchant's."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterator

from tests.fuzz.bombs import Bomb

_MB = 2**20
_MOST = 120 * _MB
_HEAD = b"sku,title,description,stock,photo\n"
_SHOPIFY = b"Handle,Title,Variant SKU,Variant Price,Body (HTML)\n"


def table_bombs() -> Iterator[Bomb]:
    """All of them, texts first."""
    for name, build in _BOMBS.items():
        yield Bomb(name, "tables", build)


def workbook(sheet: bytes, *, shared: bytes = b"", styles: bytes = b"", others: int = 0) -> bytes:
    """A workbook of one sheet whose rows are ``sheet``; ``others`` empty parts beside it."""
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = b"http://schemas.openxmlformats.org/package/2006/"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml."
    override = b'<Override PartName="/xl/%s.xml" ContentType="' + kind + b'%s+xml"/>'
    relation = b'<Relationship Id="%s" Type="' + office + b'/%s" Target="%s"/>'
    relations = b'<Relationships xmlns="' + package + b'relationships">%s</Relationships>'
    parts = {
        "[Content_Types].xml": b'<Types xmlns="'
        + package
        + b'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        b'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + override % (b"workbook", b"sheet.main")
        + override % (b"worksheets/sheet1", b"worksheet")
        + override % (b"sharedStrings", b"sharedStrings")
        + override % (b"styles", b"styles")
        + b"</Types>",
        "_rels/.rels": relations % (relation % (b"r1", b"officeDocument", b"xl/workbook.xml")),
        "xl/workbook.xml": b'<workbook xmlns="' + main + b'" xmlns:r="' + office + b'"><sheets>'
        b'<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations
        % (
            relation % (b"r1", b"worksheet", b"worksheets/sheet1.xml")
            + relation % (b"r2", b"sharedStrings", b"sharedStrings.xml")
            + relation % (b"r3", b"styles", b"styles.xml")
        ),
        "xl/worksheets/sheet1.xml": b'<worksheet xmlns="' + main + b'"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c></row>'
        + sheet
        + b"</sheetData></worksheet>",
        "xl/sharedStrings.xml": b'<sst xmlns="' + main + b'">' + shared + b"</sst>",
        "xl/styles.xml": b'<styleSheet xmlns="' + main + b'">' + styles + b"</styleSheet>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        for number in range(others):
            archive.writestr(f"xl/x{number}.xml", b"")
    return buffer.getvalue()


def _wide(cell: bytes) -> bytes:
    """Rows of 500 cells."""
    head = b"sku," + b",".join(b"c%d" % number for number in range(499)) + b"\n"
    row = b",".join([cell] * 499)
    count = _MOST // (len(row) + 9)
    return head + b"\n".join(b"%07d,%s" % (number, row) for number in range(count))


def _rows(row: bytes, head: bytes = _HEAD) -> bytes:
    """As many rows as fit; ``row`` has a place for its number."""
    count = min(499_000, _MOST // (len(row) + 7))
    return head + b"\n".join(row % number for number in range(count))


def _directory(entries: int) -> bytes:
    """A ZIP that is a list of members and nothing else."""
    entry = b"PK\1\2" + struct.pack("<6H3I5H2I", 20, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    end = struct.pack(
        "<4s4H2IH", b"PK\5\6", 0, 0, entries & 0xFFFF, entries & 0xFFFF, len(entry) * entries, 4, 0
    )
    return b"PK\3\4" + entry * entries + end


_BOMBS: dict[str, Callable[[], bytes]] = {
    "CSV, 120 million cells in the heading": lambda: b"," * _MOST,
    "CSV, 120 million cells in a row": lambda: b"sku,title\na," + b"," * _MOST,
    "CSV, rows of 500 cells": lambda: _wide(b"ab"),
    "CSV, a quotation mark never closed": lambda: b'sku,title\na,"' + b"b" * _MOST,
    "CSV, one letter beyond the basic plane": lambda: _rows(b"%d,\xf0\x9f\x8d\x8e" + b"b" * 500 + b",,1,"),
    "CSV, numbers of 90,000 digits": lambda: _rows(b"%d,a,b," + b"9" * 90_000 + b","),
    "CSV, 60 million photos": lambda: _rows(b"%d,a,b,1," + b"x|" * 45_000),
    "CSV, tags never closed in one description": lambda: _SHOPIFY + b"h,t,s,1," + b"<a " * 33_000,
    "CSV, tags never closed in all descriptions": lambda: _rows(
        b"h%d,t,s,1," + b"<a " * 33_000, _SHOPIFY.replace(b"Variant SKU", b"SKU")
    ),
    "CSV, half a million short rows": lambda: _rows(b"%d,a,b,1,"),
    "XLSX, 30 million cells in a row": lambda: workbook(b"<row>" + b"<c/>" * (_MOST // 4) + b"</row>"),
    "XLSX, 7 million cells in rows": lambda: workbook(
        (b"<row>" + b"<c><v>12</v></c>" * 100 + b"</row>") * (_MOST // 1620)
    ),
    "XLSX, 4 million cells in rows": lambda: workbook(
        (b"<row>" + b"<c><v>12</v></c>" * 20 + b"</row>") * 200_000
    ),
    "XLSX, 9 million shared texts": lambda: workbook(b"", shared=b"<si><t/></si>" * (_MOST // 13)),
    "XLSX, 25 million styles": lambda: workbook(
        b"", styles=b"<cellXfs>" + b"<xf/>" * (_MOST // 5) + b"</cellXfs>"
    ),
    "XLSX, a row numbered a billion": lambda: workbook(b'<row r="1000000000"><c><v>1</v></c></row>'),
    "XLSX, 2.7 million members": lambda: _directory(_MOST // 46),
    "XLSX, 4,000 members": lambda: workbook(b"", others=4000),
}
