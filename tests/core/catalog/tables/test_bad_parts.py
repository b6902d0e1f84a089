"""One bad part of a table costs only itself, and what it was is said."""

from pathlib import Path

from core.catalog.tables.parse import Table, parse_table


def parsed(folder: Path, data: str | bytes) -> Table:
    path = folder / "table.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return parse_table(path)


def test_a_picture_within_a_description_is_taken_out_of_it(tmp_path: Path) -> None:
    picture = f"<p>Hi</p><img src=data:image/png;base64,{'iVBOR' * 30_000}><p>there</p>"
    heading = "Handle,Title,Variant SKU,Variant Price,Body (HTML)"
    table = parsed(tmp_path, f'{heading}\na,Cup,C,9,"{picture}"\nb,Mug,M,8,x\n')
    cup, mug = (row.draft for row in table.rows)
    assert (cup.description or "").split() == ["Hi", "there"]
    assert (mug.sku, table.skipped) == ("M", ())
    assert [(note.row, str(note.reason)) for note in table.notes] == [
        (2, "A picture within the text of “Body (HTML)” was left out.")
    ]


def test_a_text_that_is_too_long_is_shortened_and_its_row_stays(tmp_path: Path) -> None:
    table = parsed(tmp_path, f'sku,title,description,price\nA,Cup,"{"x, " * 90_000}",9\nB,Mug,short,8\n')
    cup, mug = (row.draft for row in table.rows)
    assert (cup.title, cup.price_minor, len(cup.description or "")) == ("Cup", 900, 100_000)
    assert mug.description == "short"
    assert [str(note.reason) for note in table.notes] == [
        "“description” is too long: only its first 100000 characters were read."
    ]


def test_a_zero_byte_is_dropped_and_a_file_of_zeros_is_no_text(tmp_path: Path) -> None:
    table = parsed(tmp_path, b"sku,title,price\nA1,Te\0a,3.50\nA2,Coffee,4.00\n")
    assert [(row.draft.sku, row.draft.title) for row in table.rows] == [("A1", "Tea"), ("A2", "Coffee")]


def test_lines_that_a_spreadsheet_put_in_quotes_are_rows(tmp_path: Path) -> None:
    table = parsed(tmp_path, '"sku,title,price"\n"A1,Tea,""3,50"""\n"A2,Coffee,4.00"\n')
    assert [(row.draft.sku, row.draft.title, row.draft.price_minor) for row in table.rows] == [
        ("A1", "Tea", 350),
        ("A2", "Coffee", 400),
    ]


def test_one_line_in_quotes_among_others_is_a_row_too(tmp_path: Path) -> None:
    table = parsed(tmp_path, 'sku;title;price\nA1;Tea;3.50\n"A2;Coffee ""strong"";4.00"\nA3;Salt;1\n')
    assert [row.draft.title for row in table.rows] == ["Tea", 'Coffee "strong"', "Salt"]


def test_codes_that_were_kept_from_a_spreadsheet_or_hurt_by_one_are_codes(tmp_path: Path) -> None:
    table = parsed(
        tmp_path,
        'sku,title,price\n="00123",Tea,1\n"=""00124""",Cup,2\n10023.0,Sugar,3\n1.0,Salt,4\n',
    )
    assert [row.draft.sku for row in table.rows] == ["00123", "00124", "10023", "1.0"]


def test_quotation_marks_behind_spaces_and_behind_backslashes_are_those_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "spaces.csv").write_text('sku, "title", "price"\nA, "Salt, fine", "2.50"\n')
    (row,) = parse_table(tmp_path / "spaces.csv").rows
    assert (row.draft.title, row.draft.price_minor) == ("Salt, fine", 250)
    (tmp_path / "escaped.csv").write_text('sku,title,price\nA,"Tea \\"Earl Grey\\", 50 g",2\nB,"C:\\x\\",3\n')
    table = parse_table(tmp_path / "escaped.csv")
    assert [row.draft.title for row in table.rows] == ['Tea "Earl Grey", 50 g', "C:\\x\\"]
    assert table.skipped == ()


def test_signs_that_nobody_sees_make_no_other_number(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "sku,title\nA\u200b1,Tea\nA1,Cup\n\ufeffA2,Mug\nA\u00ad3,Oil\n", encoding="utf-8"
    )
    table = parse_table(tmp_path / "t.csv")
    assert [row.draft.sku for row in table.rows] == ["A1", "A2", "A3"]
    assert "has the SKU A1 already" in str(table.skipped[0].reason)


def test_a_web_shops_title_is_a_line_of_words(tmp_path: Path) -> None:
    text = 'SKU,Name,Regular price,Categories\nW1,Tea <b>bio</b><br>50&nbsp;g,2,"Tea, Bio"\n'
    text += "W2,Tea <Green> 3 < 5,2,Tea\n"
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    first, second = (row.draft for row in parse_table(tmp_path / "t.csv").rows)
    assert (first.title, second.title) == ("Tea bio 50 g", "Tea <Green> 3 < 5")
    assert (first.category, first.extra, second.extra) == ("Tea", {"Categories": "Tea, Bio"}, None)


def test_an_open_quotation_mark_is_told_where_it_makes_a_cell_too_many(tmp_path: Path) -> None:
    table = parsed(tmp_path, 'sku,title,price,stock\nA,"Tea, green,3,1\nB,Mug,4,2\nC,"Pot",5,3\n')
    assert [row.draft.sku for row in table.rows] == ["B", "C"]
    assert [skip.row for skip in table.skipped] == [2]
    assert [str(note.reason) for note in table.notes] == [
        "A quotation mark in the row is never closed: it was read as a sign of the text."
    ]
