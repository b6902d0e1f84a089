"""Merchants' tables to product drafts: our own, any other, photos, and what is wrong with rows."""

from decimal import Decimal
from pathlib import Path

import pytest

from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.fields import FIELDS, suggest_mapping
from core.catalog.tables.parse import parse_table
from core.catalog.tables.profiles.profiles import map_rows
from core.catalog.tables.reading import read_table
from core.catalog.tables.said_mapping import parse_mapping
from core.errors import KnownError
from core.quantities.quantity import exactly, whole
from tests.core.catalog.tables.parsed import drafts, parse, remarks


def test_our_own_table_with_columns_that_we_do_not_know(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "SKU,Title,department,category,description,barcode,price,stock,location,photo\n"
        "F1,Apple,Fruit,Apple,Red.,2000000010007,31.78,39,F9-20,\n",
    )
    assert table.profile == "Snapshelf"
    assert drafts(table)["F1"] == ProductDraft(
        "F1",
        title="Apple",
        description="Red.",
        category="Apple",
        barcode="2000000010007",
        price_minor=3178,
        currency="",
        stock=whole(39),
        location="F9-20",
        extra={"department": "Fruit"},
    )
    assert remarks(table) == []


def test_the_real_shop_is_read_without_a_remark(grocery: Path) -> None:
    table = parse_table(grocery / "catalog.csv", currency="SEK")
    assert len(table.rows) == 81
    assert remarks(table) == []
    assert all(row.photos[0].path.is_file() for row in table.rows)
    assert table.rows[0].draft.price_minor == 3178
    assert table.rows[0].draft.currency == "SEK"


def test_in_a_table_of_photos_alone_a_sku_may_come_many_times(grocery: Path) -> None:
    table = parse_table(grocery / "shop_photos.csv")
    assert len(table.rows) == 81
    photos = [photo for row in table.rows for photo in row.photos]
    assert len(photos) == 2640
    assert {photo.kind for photo in photos} == {PhotoKind.CATALOG}
    _profile, mapped = map_rows(read_table(grocery / "shop_photos.csv"), None)
    assert sorted(photo.row for row in mapped for photo in row.photos) == list(range(2, 2642))


def test_any_other_table_is_mapped_by_hand(tmp_path: Path) -> None:
    text = 'Code,Naam,Prijs,Kleur\n1,Fiets,"1.234,50",rood\n'
    with pytest.raises(KnownError, match="Code, Naam, Prijs, Kleur"):
        parse(tmp_path, text)
    table = parse(
        tmp_path,
        text,
        mapping=parse_mapping(["sku=code", "title = Naam", "price=Prijs"], FIELDS, "sku=Code"),
        currency="EUR",
    )
    assert drafts(table)["1"] == ProductDraft(
        "1", title="Fiets", price_minor=123450, currency="EUR", extra={"Kleur": "rood"}
    )


@pytest.mark.parametrize(
    ("assignments", "says"),
    [
        (["sku=Kode"], "no column “Kode”"),
        (["colour=Code"], "no field “colour”"),
        (["sku"], "says no column"),
        (["title=Naam"], "Which column is the SKU"),
    ],
)
def test_a_wrong_mapping_is_told(tmp_path: Path, assignments: list[str], says: str) -> None:
    with pytest.raises(KnownError, match=says):
        parse(tmp_path, "Code,Naam\n1,x\n", mapping=parse_mapping(assignments, FIELDS, "sku=Code"))


def test_a_mapping_is_suggested_for_the_dialog() -> None:
    assert suggest_mapping(["货号", "名称", "售价", "Kleur", "EAN", "Shelf"]) == {
        "sku": "货号",
        "title": "名称",
        "price": "售价",
        "barcode": "EAN",
        "location": "Shelf",
    }


def test_rows_that_cannot_be_products_are_skipped_and_said(tmp_path: Path) -> None:
    table = parse(tmp_path, "sku,title\nA,one\n,nameless\nA,again\nB,two,three\nC,last\n")
    assert list(drafts(table)) == ["A", "C"]
    assert [row for row, _ in remarks(table)] == [3, 4, 5]
    assert "row 2 has the SKU A already" in remarks(table)[1][1]


def test_a_product_stays_when_one_of_its_cells_cannot_be_read(tmp_path: Path) -> None:
    table = parse(
        tmp_path, "sku,price,currency,stock,barcode,archived,tags\nA,cheap,gold,many,123,maybe,ok\n"
    )
    assert drafts(table)["A"] == ProductDraft("A", barcode="123", tags=("ok",))
    assert len(remarks(table)) == 5
    assert {row for row, _ in remarks(table)} == {2}


@pytest.mark.parametrize(
    ("text", "stock"),
    [
        ("5", 5),
        ("5.0", 5),
        ("-2", -2),
        ("1,200", 1200),
        ("1 200", 1200),
        ("0.500", 0.5),
        ("", None),
    ],
)
def test_a_stock_is_a_number_with_decimals_and_nothing_is_not_nought(
    tmp_path: Path, text: str, stock: float | None
) -> None:
    table = parse(tmp_path, f'sku,stock\nA,"{text}"\n')
    assert drafts(table)["A"].stock == (None if stock is None else exactly(Decimal(str(stock))))
    assert remarks(table) == []


def test_photos_are_found_beside_the_table_and_by_absolute_path(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    for name in ("img/a.jpg", "img/b.jpg"):
        (tmp_path / name).write_bytes(b"x")
    absolute = tmp_path / "img" / "b.jpg"
    table = parse(tmp_path, f"sku,photo,counter_photo\nA,img/a.jpg | {absolute},img\\a.jpg\nB,none.jpg,\n")
    assert [(photo.kind, photo.path) for photo in table.rows[0].photos] == [
        (PhotoKind.CATALOG, tmp_path / "img/a.jpg"),
        (PhotoKind.CATALOG, absolute),
        (PhotoKind.COUNTER, tmp_path / "img/a.jpg"),
    ]
    assert remarks(table) == [(3, "There is no photo none.jpg: check the path.")]


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("../secret.jpg", "leaves the table's folder"),
        ("img/../../secret.jpg", "leaves the table's folder"),
        ("link.jpg", "leaves the table's folder"),
        ("linked/secret.jpg", "leaves the table's folder"),
        ("https://example.org/a.jpg", "offline"),
        ("ftp://example.org/a.jpg", "offline"),
        ("data:image/png;base64,AAAA", "within the table"),
        ("//server/share/a.jpg", "offline"),
        ("\\\\server\\share\\a.jpg", "offline"),
        ("file://server/a.jpg", "offline"),
        ("inner", "no photo"),
        ("x" * 5000, "no path"),
        ("loop.jpg", ""),
    ],
)
def test_a_photo_outside_the_tables_reach_is_left_out_and_said(
    tmp_path: Path, reference: str, says: str
) -> None:
    folder = tmp_path / "inner"
    (folder / "inner").mkdir(parents=True)
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "linked").symlink_to(tmp_path)
    (folder / "loop.jpg").symlink_to(folder / "loop.jpg")
    table = parse(folder, f'sku,photo\nA,"{reference}"\n')
    assert table.rows[0].photos == ()
    ((row, problem),) = remarks(table)
    assert row == 2 and says in problem


def test_numbers_of_thousands_of_digits_are_no_numbers(tmp_path: Path) -> None:
    table = parse(tmp_path, f"sku,price,stock,barcode\nA,{'9' * 9000},{'9' * 9000},{'9' * 9000}\n")
    assert drafts(table)["A"].stock is None
    assert drafts(table)["A"].price_minor is None
    assert len(remarks(table)) == 3


def test_a_table_that_names_a_million_photos_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.catalog.tables.profiles.profiles.MOST_PHOTOS", 10)
    with pytest.raises(KnownError, match="names more than 10 photos"):
        parse(tmp_path, "sku,title,photo\n" + "".join(f"{n},t,{'x|' * 4}\n" for n in range(3)))
