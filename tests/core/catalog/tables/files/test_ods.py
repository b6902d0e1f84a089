"""ODS workbooks: what LibreOffice saves, and what somebody made to choke on."""

import io
import zipfile
from pathlib import Path

import pytest

from core.catalog.tables.parse import parse_table
from core.catalog.tables.reading import read_table
from core.errors import KnownError

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:dc="urn:x-dc" office:version="1.3"><office:body><office:spreadsheet>'
)
_FOOT = "</office:spreadsheet></office:body></office:document-content>"
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
EMPTY_TAIL = (
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row>'
)


def cell(kind: str, inner: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {attributes}>{inner}</table:table-cell>'


def text(value: str, attributes: str = "") -> str:
    return cell("string", f"<text:p>{value}</text:p>", attributes)


def number(value: str, shown: str = "") -> str:
    return cell("float", f"<text:p>{shown or value}</text:p>", f'office:value="{value}"')


def row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def ods(folder: Path, *sheets: str, manifest: str = "<manifest/>") -> Path:
    path = folder / "table.ods"
    content = "".join(
        f'<table:table table:name="Sheet{n}">{rows}</table:table>' for n, rows in enumerate(sheets, start=1)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIME, zipfile.ZIP_STORED)
        archive.writestr("content.xml", _HEAD + content + _FOOT)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def test_a_table_is_read_with_its_numbers_and_codes(tmp_path: Path) -> None:
    path = ods(
        tmp_path,
        row(text("sku"), text("title"), text("price"), text("barcode"))
        + row(
            number("123", "00123"),
            text("Tea<text:s text:c='2'/>green"),
            number("3.5", "3,50 €"),
            number("5012345678900"),
        )
        + row(text("A-2"), text("Cup</text:p><text:p>blue"), number("1250", "1.250,00"), text(""))
        + EMPTY_TAIL,
    )
    tea, cup = (entry.draft for entry in parse_table(path).rows)
    assert (tea.sku, tea.title, tea.price_minor, tea.barcode) == ("00123", "Tea  green", 350, "5012345678900")
    assert (cup.sku, cup.title, cup.price_minor) == ("A-2", "Cup\nblue", 125000)


def test_what_is_repeated_is_repeated_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    path = ods(
        tmp_path,
        row(text("sku"), text("a"), text("b"), text("c"))
        + row('<table:table-cell table:number-columns-repeated="4"/>', times=3)
        + row(text("S"), text("x", 'table:number-columns-repeated="3"'))
        + EMPTY_TAIL,
    )
    (only,) = read_table(path).rows
    assert only.number == 5
    assert dict(only.cells) == {"sku": "S", "a": "x", "b": "x", "c": "x"}


def test_remarks_on_cells_are_no_part_of_them(tmp_path: Path) -> None:
    remark = "<office:annotation><dc:date>2026-01-01</dc:date><text:p>ask Ann</text:p></office:annotation>"
    path = ods(
        tmp_path,
        row(text("sku"), text("title")) + row(text("A"), cell("string", f"{remark}<text:p>Cup</text:p>")),
    )
    assert read_table(path).rows[0].cells["title"] == "Cup"


def test_the_sheet_with_the_table_is_found(tmp_path: Path) -> None:
    path = ods(
        tmp_path,
        row(text("How to use this list")),
        row(text("sku"), text("title")) + row(text("A"), text("Cup")),
    )
    table = parse_table(path)
    assert [entry.draft.title for entry in table.rows] == ["Cup"]
    assert any("Sheet2" in str(note) for note in table.about)


def test_a_day_that_was_a_code_is_said(tmp_path: Path) -> None:
    day = cell("date", "<text:p>1.3.</text:p>", 'office:date-value="2026-03-01"')
    path = ods(tmp_path, row(text("sku"), text("title")) + row(day, text("Bolt")))
    (skip,) = parse_table(path).skipped
    assert "turned the code into the date 2026-03-01" in str(skip.reason)


def test_a_protected_one_is_told(tmp_path: Path) -> None:
    path = ods(tmp_path, row(text("sku")), manifest="<m><manifest:encryption-data/></m>")
    with pytest.raises(KnownError, match="protected by a password"):
        read_table(path)


@pytest.mark.parametrize("damage", ["cut", "document type", "no content"])
def test_a_damaged_one_is_refused(tmp_path: Path, damage: str) -> None:
    path = ods(tmp_path, row(text("sku")))
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "content.xml":
                if damage == "no content":
                    continue
                data = (
                    data[:300] if damage == "cut" else data.replace(b"<office:d", b"<!DOCTYPE x><office:d", 1)
                )
            target.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    with pytest.raises(KnownError, match="damaged or no workbook"):
        read_table(path)


def test_rows_repeated_without_end_are_refused(tmp_path: Path) -> None:
    wide = text("x", 'table:number-columns-repeated="400"')
    path = ods(tmp_path, row(text("sku"), text("title")) + row(wide, times=900_000))
    with pytest.raises(KnownError, match="split it into several tables"):
        read_table(path)


def test_a_cell_tells_its_currency(tmp_path: Path) -> None:
    price = cell("currency", "<text:p>4,90 €</text:p>", 'office:value="4.9" office:currency="EUR"')
    path = ods(tmp_path, row(text("sku"), text("title"), text("price")) + row(text("A"), text("Tea"), price))
    table = parse_table(path, currency="GBP")
    assert (table.rows[0].draft.price_minor, table.rows[0].draft.currency) == (490, "EUR")
