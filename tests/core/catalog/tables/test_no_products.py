"""Rows of lists that look like products and are none."""

from pathlib import Path

from core.catalog.tables.parse import Table, parse_table


def parse(tmp_path: Path, text: str) -> Table:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path, currency="EUR")


def test_what_a_template_says_of_its_columns_is_no_product(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "SKU,Title,Price,Stock\nrequired,required,optional,optional\nText,Text,Number,Number\nA1,Tea,2.40,5\n",
    )
    assert [row.draft.sku for row in table.rows] == ["A1"]
    assert [skip.row for skip in table.skipped] == [2, 3]
    assert "as templates do" in str(table.skipped[0].reason)


def test_the_heading_of_a_section_is_no_product(tmp_path: Path) -> None:
    table = parse(tmp_path, "sku,title,price\nDRINKS,,\nA1,Tea,2.40\nA2,Cup,3\nFOOD,,\nB1,Bread,1.20\n")
    assert [row.draft.sku for row in table.rows] == ["A1", "A2", "B1"]
    assert [(skip.row, "“DRINKS”" in str(skip.reason)) for skip in table.skipped] == [(2, True), (5, False)]


def test_numbers_alone_are_products_still(tmp_path: Path) -> None:
    table = parse(tmp_path, "sku,title\nA1,Tea\nA2,Cup\nA3,\n")
    assert [row.draft.sku for row in table.rows] == ["A1", "A2", "A3"]
    table = parse(tmp_path, "sku,title\nTEA,\nCUP,\nMUG,Mug\n")
    assert [row.draft.sku for row in table.rows] == ["TEA", "CUP", "MUG"]


def test_a_product_called_text_is_one(tmp_path: Path) -> None:
    table = parse(tmp_path, "sku,title,price\nText,Textbook,12\nA2,Number,3\n")
    assert [row.draft.sku for row in table.rows] == ["Text", "A2"]


def test_a_heading_that_a_narrow_column_has_cut_is_one_word(tmp_path: Path) -> None:
    table = parse(tmp_path, '"Artikel-\nnummer","Bezeich-\nnung","Preis\n(EUR)"\nA1,Tee,"2,40"\n')
    assert table.columns == ("Artikelnummer", "Bezeichnung", "Preis (EUR)")
    assert (table.rows[0].draft.title, table.rows[0].draft.price_minor) == ("Tee", 240)
