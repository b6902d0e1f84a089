"""Sheets are read alike by patterns and by a parser, whoever wrote them; and nothing is lost of odd ones."""

import io
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers.expat import ExpatError

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.tables.files import regular_rows as regular
from core.catalog.tables.files.number_formats import GENERAL, CellFormat
from core.catalog.tables.files.regular_rows import Irregular, regular_rows
from core.catalog.tables.files.sheet_rows import read_sheet_rows
from core.catalog.tables.files.workbook_parts import Workbook, read_workbook

_TEXTS = ("Tea", "Brötchen & Co", "a < b")
_WORKBOOK = Workbook((), _TEXTS, (GENERAL, CellFormat(14), CellFormat(0, "00000")), False)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://x"><cols><col min="1"/></cols>'


def sheet(rows: str, head: str = _HEAD, tail: str = "<pageMargins/></worksheet>") -> bytes:
    return f"{head}<sheetData>{rows}</sheetData>{tail}".encode()


def read(content: bytes, workbook: Workbook = _WORKBOOK) -> list[list[str]]:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("sheet.xml", content)
    return list(read_sheet_rows(zipfile.ZipFile(archive), "sheet.xml", workbook, {}))


def by_patterns(content: bytes, workbook: Workbook = _WORKBOOK) -> list[tuple[int, list[str]]]:
    return list(regular_rows(io.BytesIO(content), workbook))


def by_parser(content: bytes, workbook: Workbook = _WORKBOOK) -> list[list[str]]:
    """What a comment at the sheet's beginning leaves to the parser."""
    begin = content.replace(b"<sheetData>", b"<sheetData><!-- a parser, please -->", 1)
    with pytest.raises(Irregular):
        by_patterns(begin, workbook)
    return read(begin, workbook)


def kinds(rows: list[list[str]]) -> list[list[tuple[type, str, str]]]:
    return [[(type(cell), cell, getattr(cell, "mark", "")) for cell in row] for row in rows]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1" spans="1:3"><c r="A1" s="0" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c></row>',
        '<row><c r="A1"><v>12.50</v></c><c r="B1" s="1"><v>45000</v></c><c r="C1" s="2"><v>12</v></c></row>',
        '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c></row>',
        '<row r="1"><c r="A1"><f>B1*2</f><v>4</v></c><c r="B1"><f t="shared" si="0"/></c></row>',
        '<row r="1"><c r="A1"><f>B1*2</f></c><c r="B1" t="str"><f>A1</f><v></v></c><c r="C1" s="1"/></row>',
        '<row r="1"><c r="B1" t="inlineStr"><is><t xml:space="preserve"> &amp; b </t></is></c></row>',
        '<row r="1"/><row r="2" ht="20" /><row r="5"><c r="A5" t="s"><v>1</v></c></row><row r="9"/>',
        '<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>\n  <row r="2"></row>',
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1&amp;"&lt;"</f><v>4</v></c></row>',
        '<row r="1" x14ac:dyDescent="0.25"><c r="XFD1"><v>1</v></c><c r="A1" s="77"><v>1E+3</v></c></row>',
    ],
)
def test_what_programs_write_is_read_by_patterns_as_by_a_parser(row: str) -> None:
    content = sheet(row, _HEAD.replace("<worksheet", '<worksheet xmlns:x14ac="http://y"'))
    assert by_patterns(content)
    assert kinds(read(content)) == kinds(by_parser(content))


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ('<row r="1"><c t="s"><v>0</v></c><c><v>2</v></c></row>', [["Tea", "2"]]),
        ('<row r="1"><c r="A1" cm="1" t="s"><v>0</v></c></row>', [["Tea"]]),
        ('<row r="1"><c t="s" r="A1"><v>0</v></c></row>', [["Tea"]]),
        ('<row spans="1 r=" r="1"><c r="A1"><v>2</v></c></row>', [["2"]]),
        ("<row r='1'><c r='A1'><v>2</v></c></row>", [["2"]]),
        ('<row r="1"><c r="A1" t="inlineStr"><is><t>a&#10;b</t></is></c></row>', [["a\nb"]]),
        ('<row r="1"><c r="A1" t="inlineStr"><is><t>a\r\nb</t></is></c></row>', [["a\nb"]]),
        ('<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>', [["ab"]]),
        ('<row r="1"><c r="A1" t="str"><v><![CDATA[<b>]]></v></c></row>', [["<b>"]]),
        ('<!-- <row r="1"><c r="A1"><v>9</v></c></row> --><row r="1"><c r="A1"><v>2</v></c></row>', [["2"]]),
        ('<x:row xmlns:x="http://x" r="1"><x:c r="A1"><x:v>2</x:v></x:c></x:row>', [["2"]]),
    ],
)
def test_what_is_written_in_another_way_is_read_by_a_parser(rows: str, cells: list[list[str]]) -> None:
    regular_first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    content = sheet(regular_first + rows.replace('r="1"', 'r="2"').replace("r='1'", "r='2'"))
    with pytest.raises(Irregular):
        by_patterns(content)
    assert read(content) == [["1"], *cells]


def test_rows_that_came_before_an_odd_one_are_not_read_twice() -> None:
    many = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 20_001))
    content = sheet(many + '<row r="20001"><c><v>7</v></c></row>')
    assert len(content) > regular._CHUNK * 3
    assert read(content) == [[str(n)] for n in range(1, 20_001)] + [["7"]]


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_other_encodings_are_a_parsers(encoding: str) -> None:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Käse</t></is></c></row>'
    content = sheet(row, _HEAD.replace("UTF-8", encoding)).decode().encode(encoding)
    with pytest.raises(Irregular):
        by_patterns(content)
    assert read(content) == [["Käse"]]


_NINE = '<sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData>'
_FIRST = '<row r="1"><c r="A1" t="str"><v>ä</v></c></row>'


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        (f"<worksheet><!--{_NINE}-->", "ä"),
        (f"<worksheet><sheetData /><!--{_NINE}-->", "ä"),
        (f"<worksheet><?x {_NINE}?>", "ä"),
        (f"<worksheet><x><![CDATA[{_NINE}]]></x>", "ä"),
        (_HEAD.replace("UTF-8", "iso-8859-1"), "Ã¤"),
        ('<!DOCTYPE worksheet [<!ATTLIST c s CDATA "2">]><worksheet>', "ä"),
    ],
)
def test_what_stands_before_the_rows_is_judged_before_they_are_handed_out(head: str, cell: str) -> None:
    content = sheet(_FIRST, head)
    with pytest.raises(Irregular):
        next(regular_rows(io.BytesIO(content), _WORKBOOK))
    assert read(content) == [[cell]]


@pytest.mark.parametrize("name", ["x", "a-b", "ä.b"])
def test_rows_with_a_prefix_around_the_others_are_a_parsers(name: str) -> None:
    nine = f'<{name}:row r="1"><{name}:c r="A1"><{name}:v>9</{name}:v></{name}:c></{name}:row>'
    head = f'<worksheet xmlns:{name}="http://x">'
    assert read(sheet(_FIRST, f"{head}<{name}:sheetData>{nine}</{name}:sheetData>")) == [["9"], ["ä"]]
    assert read(sheet(_FIRST, head, f"{nine}</worksheet>")) == [["ä"], ["9"]]


def test_a_cell_outside_of_rows_is_of_none() -> None:
    cell = '<c r="B1"><v>9</v></c>'
    assert read(sheet(_FIRST + cell)) == read(sheet(_FIRST, tail=f"{cell}</worksheet>")) == [["ä"]]


def test_what_follows_the_rows_takes_no_memory() -> None:
    content = sheet(_FIRST, tail="<x/>😀" + " \n" * 2**22 + "</worksheet>")
    tracemalloc.start()
    try:
        assert by_patterns(content) == [(1, ["ä"])]
        assert tracemalloc.get_traced_memory()[1] < len(content)
    finally:
        tracemalloc.stop()


def _damaged() -> Iterator[tuple[str, bytes]]:
    row = '<row r="1"><c r="A1" t="str"><v>%s</v></c></row>'
    yield "a sheet that ends too early", sheet(row % 1)[:-15]
    yield "no end of the rows", sheet(row % 1).partition(b"</sheetData>")[0]
    yield "an element that is never closed", sheet(row % 1, tail="<drawing></worksheet>")
    yield "an unknown entity", sheet(row % "&who;")
    yield "an ampersand alone", sheet(row % "a & b")
    yield "a sign that XML has not", sheet(row % "\x01")
    yield "the end of a section", sheet(row % "]]>")
    yield "bytes that are no UTF-8", sheet(row % "xy").replace(b"xy", b"\xff\xfe")
    yield "a row's number twice", sheet('<row r="1" r="2"><c r="A1"><v>1</v></c></row>')
    yield "a prefix that is not said", sheet('<row q:z="1"><c r="A1"><v>1</v></c></row>')
    yield "no name of an attribute", sheet('<row 1a="2"><c r="A1"><v>1</v></c></row>')
    yield "a row's sign that XML has not", sheet('<row a="\x01"><c r="A1"><v>1</v></c></row>')
    yield "a row's sign that no text has", sheet('<row a="\ufffe"><c r="A1"><v>1</v></c></row>')
    yield "an empty row's sign that no text has", sheet('<row a="\ufffe"/>')
    yield "an empty row's number twice", sheet('<row r="1" r="2"/>')
    formula = '<row r="1"><c r="A1"><f%s>%s</f><v>1</v></c></row>'
    yield "a formula's ampersand alone", sheet(formula % ("", "A1&B1"))
    yield "a formula's unknown entity", sheet(formula % ("", "A1&foo;B1"))
    yield "a formula's kind twice", sheet(formula % (' t="shared" t="array"', "A1"))
    yield "a cell within a cell", sheet('<row r="1"><c r="A1"><c r="B1"></c></row>')


@pytest.mark.parametrize(
    "content", [content for _name, content in _damaged()], ids=[n for n, _ in _damaged()]
)
def test_a_damaged_sheet_is_refused(content: bytes) -> None:
    with pytest.raises((ExpatError, ValueError)):
        read(content)


def test_a_row_without_an_end_is_not_searched_again_and_again() -> None:
    """By patterns, each further piece would be looked through from the row's beginning."""
    content = sheet('<row r="1"><c r="A1" t="str"><v>' + "x" * (regular._LONGEST_ROW * 2) + "</v></c></row>")
    with pytest.raises(Irregular):
        by_patterns(content)
    assert len(read(content)[0][0]) == regular._LONGEST_ROW * 2


_CELLS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9),
    st.booleans(),
    st.none(),
    st.dates(),
)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(_CELLS, max_size=5), max_size=6))
def test_what_openpyxl_writes_is_read_alike(
    rows: list[list[object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("book") / "t.xlsx"
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(
            [
                "".join(sign for sign in cell if sign >= " " or sign == "\n")
                if isinstance(cell, str)
                else cell
                for cell in row
            ]
        )
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        workbook = read_workbook(archive)
        content = archive.read(workbook.sheets[0].part)
        found = list(read_sheet_rows(archive, workbook.sheets[0].part, workbook, {}))
    if b"<row" in content:
        assert kinds(found) == kinds(by_parser(content, workbook))


def test_openpyxl_and_its_writer_of_rows_need_no_parser(tmp_path: Path) -> None:
    for write_only in (False, True):
        book = openpyxl.Workbook(write_only=write_only)
        target = book.create_sheet() if write_only else book.active
        for row in (["sku", "title", "price"], ["A1", "Tea & <more>", 3.5], ["0012", None, True]):
            target.append(row)
        book.save(tmp_path / "t.xlsx")
        with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
            workbook = read_workbook(archive)
            with archive.open(workbook.sheets[0].part) as stream:
                cells = [row for _number, row in regular_rows(stream, workbook)]
        assert cells == [["sku", "title", "price"], ["A1", "Tea & <more>", "3.5"], ["0012", "", "true"]]
