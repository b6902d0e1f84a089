"""Which column is which: tables without a SKU, headings in one word, columns beside those named by hand."""

from pathlib import Path

import pytest

from core.catalog.tables.choices import TableChoices
from core.catalog.tables.fields import suggest_mapping
from core.catalog.tables.parse import Table, parse_table
from core.errors import KnownError
from core.quantities.quantity import whole
from core.quantities.units import Unit


def parse(tmp_path: Path, text: str, **options: object) -> Table:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path, currency="EUR", **options)  # type: ignore[arg-type]


def test_products_go_by_their_barcodes_where_no_column_has_numbers(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Barcode;Name;Einheit\n4006381333931;Mus;Stück (250 g)\n4006381333948;Gries;kg\n;Service;Stunden\n",
    )
    assert [(row.draft.sku, row.draft.title, row.draft.unit) for row in table.rows] == [
        ("4006381333931", "Mus", Unit.PIECE),
        ("4006381333948", "Gries", Unit.KILOGRAM),
    ]
    assert [skip.row for skip in table.skipped] == [4] and table.notes == ()
    assert "products go by their barcodes" in str(table.about[0])


def test_a_table_with_a_doubtful_number_and_barcodes_is_asked(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Which column is the SKU"):
        parse(tmp_path, "id,Name,Barcode\n1,Tea,4006381333931\n")


@pytest.mark.parametrize("code", ["Código", "Code", "Codice", "Kod", "Код", "コード", "编码"])
def test_a_code_beside_a_barcode_is_the_shops_own_number_and_that_is_said(tmp_path: Path, code: str) -> None:
    table = parse(tmp_path, f"{code},id,Name,Barcode\nT-1,7,Tea,4006381333931\n")
    (row,) = table.rows
    assert (row.draft.sku, row.draft.barcode) == ("T-1", "4006381333931")
    assert f"“{code}” → sku" in str(table.about[0])


def test_a_code_without_a_barcode_may_be_one_and_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Which column is the SKU"):
        parse(tmp_path, "Código,Nombre\n4006381333931,Té\n")


def test_words_written_together_are_words() -> None:
    columns = ("productCode", "productName", "precioVenta", "stockLevel", "internalNote")
    assert suggest_mapping(columns) == {
        "sku": "productCode",
        "title": "productName",
        "price": "precioVenta",
        "stock": "stockLevel",
    }


def test_beside_a_column_that_was_named_by_hand_the_others_are_understood_and_told(tmp_path: Path) -> None:
    text = "id;nombre;precioVenta;cantidad;idProveedor\n87;tuerca;98.0;1900;3000\n"
    table = parse(tmp_path, text, mapping={"sku": "id"}, choices=TableChoices(guess_others=True))
    (row,) = table.rows
    assert (row.draft.sku, row.draft.title, row.draft.price_minor, row.draft.stock) == (
        "87",
        "tuerca",
        9800,
        whole(1900),
    )
    said = " ".join(map(str, table.about))
    assert "“nombre” → title" in said and "“id”" not in said and "“idProveedor”" in said


def test_a_whole_mapping_by_hand_is_left_as_it_is(tmp_path: Path) -> None:
    (row,) = parse(tmp_path, "id;nombre\n87;tuerca\n", mapping={"sku": "id"}).rows
    assert row.draft.title is None and row.draft.extra == {"nombre": "tuerca"}


def test_a_sale_that_is_dearer_is_named(tmp_path: Path) -> None:
    table = parse(tmp_path, "sku,title,volume,price,sale price\nA1,Wine,1,14.5,70\nA2,Gin,1,20,20\n")
    assert [str(note.reason) for note in table.notes] == [
        "The sale price 70 was left out: it is above the price 14.5."
    ]


@pytest.mark.parametrize("unit", ["Stück (0,2 l)", "bottle", "Packung", "boîte", "упаковка", "罐"])
def test_what_pieces_come_in_are_pieces(tmp_path: Path, unit: str) -> None:
    table = parse(tmp_path, f'sku,title,unit\nA1,Tea,"{unit}"\n')
    assert (table.rows[0].draft.unit, table.notes) == (Unit.PIECE, ())


def test_a_remark_in_brackets_makes_no_other_column_unless_it_names_another_thing() -> None:
    assert suggest_mapping(("SKU", "Name (EN)", "Price (incl. VAT)", "Preis (Einkauf)")) == {
        "sku": "SKU",
        "title": "Name (EN)",
        "price": "Price (incl. VAT)",
    }
    assert suggest_mapping(("SKU", "Price (gross)", "Price"))["price"] == "Price"
    assert "price" not in suggest_mapping(("SKU", "Price (cost)", "售价（进价）"))


def test_what_all_columns_of_a_database_begin_with_is_no_part_of_their_names() -> None:
    assert suggest_mapping(("tw_Symbol", "tw_Nazwa", "tw_Opis", "old_price")) == {
        "sku": "tw_Symbol",
        "title": "tw_Nazwa",
        "description": "tw_Opis",
    }


@pytest.mark.parametrize(
    "columns",
    [
        ("Art.-Nr.", "Artikel", "VK-Preis brutto", "Lagerbestand", "EAN-Code"),
        ("Item no.", "Item description", "Retail (incl. VAT)", "Qty on hand", "Barcode no."),
        ("Codigo", "Producto", "PVP", "Cant.", "Cód. barras"),
        ("Clave", "Descripción", "Precio público", "Existencia", "Código de barras"),
        ("Código", "Descrição", "Preço de Venda", "Estoque Atual", "Código de Barras"),
        ("Cod. Articolo", "Descrizione", "Prezzo IVA incl.", "Giacenza", "Cod. a barre"),
        ("Réf.", "Désignation", "Prix TTC", "Qté", "Code-barres"),
        ("Artikelnummer", "Omschrijving", "Verkoopprijs incl. BTW", "Voorraad", "EAN-code"),
        ("Kod", "Nazwa towaru", "Cena brutto [zł]", "Stan [szt.]", "EAN"),
        ("Артикул", "Наименование", "Цена, руб.", "Остаток, шт.", "Штрихкод"),
        ("品番", "商品名", "単価（税込）", "在庫", "JANコード"),
        ("货号", "品名", "现价", "库存", "条形码"),
    ],
)
def test_price_lists_of_every_language_are_understood(columns: tuple[str, ...]) -> None:
    mapping = suggest_mapping(columns)
    assert [mapping.get(field) for field in ("sku", "title", "price", "stock", "barcode")] == list(columns)


def test_what_is_called_as_our_own_description_is_no_title() -> None:
    assert suggest_mapping(("sku", "description")) == {"sku": "sku", "description": "description"}
