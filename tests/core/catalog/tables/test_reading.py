"""Files of any encoding, separator and honesty to rows of text."""

import contextlib
import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.tables import reading
from core.catalog.tables.files import workbook_bounds
from core.catalog.tables.files.text_files import decode
from core.catalog.tables.formulas import neutralised, restored
from core.catalog.tables.profiles.html_text import html_text
from core.catalog.tables.reading import read_table
from core.errors import KnownError


def table(tmp_path: Path, data: bytes | str, name: str = "t.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def cells(path: Path) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_table(path).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_chinese_is_read_in_every_encoding_that_holds_it(tmp_path: Path, encoding: str) -> None:
    text = "sku,title,category\r\n" + "".join(f"A{n},红苹果汁 {n},果汁\r\n" for n in range(20))
    rows = cells(table(tmp_path, text.encode(encoding)))
    assert rows[0] == {"sku": "A0", "title": "红苹果汁 0", "category": "果汁"}
    assert len(rows) == 20


@pytest.mark.parametrize("text", ["Äppelsmör på bröd", "Crème brûlée à la", "Größe ÄÖÜ", "smörgåsbord €5"])
def test_western_text_without_unicode_is_not_taken_for_chinese(tmp_path: Path, text: str) -> None:
    assert cells(table(tmp_path, f"sku;title\r\n1;{text}\r\n".encode("cp1252")))[0]["title"] == text


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    text = separator.join(("sku", "title", "price")) + "\n" + separator.join(("A", '"x,;y"', "1.5")) + "\n"
    assert cells(table(tmp_path, text)) == [{"sku": "A", "title": "x,;y", "price": "1.5"}]


def test_excels_own_separator_line_is_obeyed(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "sep=|\r\nsku|title\r\nA|b,c;d\r\n")) == [{"sku": "A", "title": "b,c;d"}]


def test_a_cell_may_hold_lines_and_quotation_marks(tmp_path: Path) -> None:
    path = table(tmp_path, 'sku,title\r\nA,"two\r\nlines ""quoted"""\r\nB,x\r\n')
    assert [row["title"] for row in cells(path)] == ['two\nlines "quoted"', "x"]
    assert [row.number for row in read_table(path).rows] == [2, 3]


def test_bad_rows_are_reported_by_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    long = "x" * 200_000
    read = read_table(table(tmp_path, f"sku,title\nA,a\nB,b,c,d\n\nC,{long}\nD,d,,\nE\n"))
    assert [row.cells["sku"] for row in read.rows] == ["A", "C", "D", "E"]
    assert [(skip.row, "separators" in str(skip.reason)) for skip in read.skipped] == [(3, True)]
    assert [(remark.row, str(remark.reason)) for remark in read.remarks] == [
        (5, "“title” is too long: only its first 100000 characters were read.")
    ]
    assert read.rows[1].cells["title"] == "x" * 100_000


def test_columns_without_name_or_of_one_name_are_told_apart(tmp_path: Path) -> None:
    assert read_table(table(tmp_path, "sku,,note,note\nA,1,2,3\n")).columns == (
        "sku",
        "column 2",
        "note",
        "note (2)",
    )


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" , ,\n"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(KnownError, match="empty"):
        read_table(table(tmp_path, data))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xd0\xcf\x11\xe0" + b"x" * 100,
        b"PK\x03\x04 broken",
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(KnownError):
        read_table(table(tmp_path, data))


def test_a_missing_file_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(KnownError, match="is a folder"):
        read_table(tmp_path)


def test_tables_beyond_reason_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    with pytest.raises(KnownError, match="more than 3 rows"):
        read_table(table(tmp_path, "sku\n" * 5))
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(KnownError, match="larger"):
        read_table(table(tmp_path, "sku\n" * 5))
    monkeypatch.undo()
    with pytest.raises(KnownError, match="columns"):
        read_table(table(tmp_path, ",".join(f"c{n}" for n in range(600))))
    with pytest.raises(KnownError, match="5000 characters") as refused:
        read_table(table(tmp_path, "a" * 5_000))
    assert len(str(refused.value)) < 500


def workbook(tmp_path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    path = tmp_path / "t.xlsx"
    book.save(path)
    return path


def test_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    import datetime

    path = workbook(
        tmp_path,
        [
            ["sku", "barcode", "price", "ok", "day", "empty"],
            [7, 4006381333931, 12.5, True, datetime.date(2026, 1, 2), None],
            [None] * 6,
            ["红", "0123", 3.0, False, None, "x"],
        ],
    )
    assert cells(path) == [
        {"sku": "7", "barcode": "4006381333931", "price": "12.5", "ok": "true", "day": "2026-01-02"},
        {"sku": "红", "barcode": "0123", "price": "3", "ok": "false", "day": "", "empty": "x"},
    ]


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path, [["sku"], ["A"]])
    monkeypatch.setattr(workbook_bounds, "_MOST_UNPACKED_BYTES", 1000)
    with pytest.raises(KnownError, match="unpacks to more"):
        read_table(path)


def test_a_real_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    data = io.BytesIO()
    with (
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(600):
            part.write(b"0" * 2**20)
    assert len(data.getvalue()) < 2**20
    with pytest.raises(KnownError, match="unpacks to more"):
        read_table(table(tmp_path, data.getvalue(), "bomb.xlsx"))


def test_a_workbook_with_entities_is_refused(tmp_path: Path) -> None:
    good = workbook(tmp_path, [["sku"], ["A"]])
    bad = tmp_path / "bad.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "xl/workbook.xml":
                data = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + data
            target.writestr(part, data)
    with pytest.raises(KnownError, match="damaged or no workbook"):
        read_table(bad)


@settings(max_examples=30, deadline=None)
@given(cut=st.integers(4, 4000), flip=st.integers(0, 3999))
def test_no_damage_to_a_workbook_is_more_than_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, cut: int, flip: int
) -> None:
    folder = tmp_path_factory.mktemp("damage")
    data = bytearray(workbook(folder, [["sku", "title"], ["A", "x"]]).read_bytes())
    data[4 + flip % (len(data) - 4)] ^= 0x55
    path = table(folder, bytes(data[: max(cut, len(data) - cut)]), "d.xlsx")
    with contextlib.suppress(KnownError):
        read_table(path)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(Path("x.csv"), data)[0], str)
    except KnownError as error:
        assert "no table of text" in str(error)


@given(st.text(alphabet="'=+-@\t ＝ab1", max_size=6))
def test_neutralising_loses_nothing_and_leaves_nothing_to_run(cell: str) -> None:
    safe = neutralised(cell)
    assert restored(safe) == cell
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))


def test_html_becomes_the_text_that_a_browser_shows() -> None:
    assert (
        html_text("<p>Nice &amp; <b>soft</b></p><ul><li>one<li>two</ul><script>x()</script>")
        == "Nice & soft\n\none\ntwo"
    )
    assert html_text("5 < 6 & so on") == "5 < 6 & so on"


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "</", "<![CDATA[", "<script>", "<a b='\"", "&#", "<", "<p "], ids=repr
)
def test_html_that_is_never_closed_is_read_like_any_other(piece: str) -> None:
    """Python's own parser needed five minutes for the first of them."""
    assert len(html_text(piece * 30_000)) <= 30_000 * len(piece)


def test_html_hides_scripts_and_comments_and_knows_quoted_brackets() -> None:
    assert html_text('<p title="a > b">one<!-- two > --> <STYLE>p{}</STYLE>three</P>') == "one three"
    assert html_text("one<script>two") == "one"
    assert html_text("one &#" + "9" * 5000 + "; two") == "one \ufffd two"


def test_a_row_of_millions_of_cells_is_left_out_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("sku,title\nA,one\nB," + "," * 3_000_000 + "x\nC,three\n", encoding="utf-8")
    table = read_table(path)
    assert [row.cells["sku"] for row in table.rows] == ["A", "C"]


def test_more_cells_than_any_shop_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_CELLS", 100)
    path = tmp_path / "many.csv"
    path.write_text("sku,title\n" + "A,b\n" * 60, encoding="utf-8")
    with pytest.raises(KnownError, match="more than 100 cells"):
        read_table(path)


def rewritten(path: Path, name: str, content: bytes) -> Path:
    """The workbook with another part of that name."""
    with zipfile.ZipFile(path) as source:
        parts = {part: source.read(part) for part in source.namelist()} | {name: content}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for part, data in parts.items():
            target.writestr(part, data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_seen_wherever_it_hides(tmp_path: Path, encoding: str) -> None:
    hidden = "<!--" + " " * 300_000 + '--><!DOCTYPE x [<!ENTITY a "b">]><x/>'
    path = rewritten(workbook(tmp_path, [["sku"], ["A"]]), "xl/styles.xml", hidden.encode(encoding))
    with pytest.raises(KnownError, match="damaged or no workbook"):
        read_table(path)


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_part_that_would_be_held_as_a_huge_tree_is_refused(tmp_path: Path, part: str) -> None:
    path = rewritten(workbook(tmp_path, [["sku"], ["A"]]), part, b"<x>" + b"<c/>" * 500_000 + b"</x>")
    with pytest.raises(KnownError, match="unpacks to more"):
        read_table(path)


def test_a_list_of_millions_of_members_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    entries = 100_000
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, entries & 0xFFFF, entries & 0xFFFF, 46 * entries, 4, 0)
    path.write_bytes(b"PK\3\4" + (b"PK\1\2" + bytes(42)) * entries + end)
    with pytest.raises(KnownError, match="unpacks to more"):
        read_table(path)
