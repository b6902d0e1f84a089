"""Headings that say a unit or a currency besides their column's name."""

from decimal import Decimal
from pathlib import Path

import pytest

from core.catalog.tables.heading_marks import MarkedHeading, marked_heading
from core.catalog.tables.parse import Table, parse_table
from core.quantities.quantity import Quantity, exactly, whole
from core.quantities.units import Unit


@pytest.mark.parametrize(
    ("heading", "name", "currency", "unit"),
    [
        ("Stock (kg)", "Stock", "", "kg"),
        ("Stock [kg]", "Stock", "", "kg"),
        ("Weight in g", "Weight", "", "g"),
        ("库存(公斤)", "库存", "", "公斤"),
        ("库存（斤）", "库存", "", "斤"),
        ("Bestand, kg", "Bestand", "", "kg"),
        ("Остаток (кг)", "Остаток", "", "кг"),
        ("stock_in_kg", "stock", "", "kg"),
        ("Price (EUR)", "Price", "EUR", ""),
        ("Preis in €", "Preis", "€", ""),
        ("Price £", "Price", "£", ""),
        ("Price USD", "Price", "USD", ""),
        ("Prix TTC (€)", "Prix TTC", "€", ""),
        ("单价（元/斤）", "单价", "元", "斤"),
        ("Price (€/kg)", "Price", "€", "kg"),
        ("Price per kg", "Price", "", "kg"),
        ("价格/元", "价格", "元", ""),
        ("Stock kg", "Stock", "", "kg"),
        ("stock_kg", "stock", "", "kg"),
        ("Stock - kg", "Stock", "", "kg"),
        ("Price: EUR", "Price", "EUR", ""),
        ("Preis € / kg", "Preis", "€", "kg"),
        ("Цена за кг, руб", "Цена", "руб", "кг"),
        ("Price (EUR incl. VAT)", "Price", "EUR", ""),
        ("販売価格（税込・円）", "販売価格", "円", ""),
        ("Stock M", "Stock M", "", ""),  # of that size
        ("Stock in", "Stock in", "", ""),
        ("Price (incl. VAT)", "Price (incl. VAT)", "", ""),
        ("Stock (online)", "Stock (online)", "", ""),
        ("In stock", "In stock", "", ""),
        ("Item (old)", "Item (old)", "", ""),
        ("Price", "Price", "", ""),
        ("(kg)", "(kg)", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_heading_is_taken_apart_where_it_names_a_unit_or_a_currency(
    heading: str, name: str, currency: str, unit: str
) -> None:
    assert marked_heading(heading) == MarkedHeading(name, currency, unit)


@pytest.mark.parametrize(
    ("stock", "price", "unit", "currency"),
    [
        ("Stock in kg", "Price incl. VAT (€)", Unit.KILOGRAM, "EUR"),
        ("Existencias [litros]", "Precio de venta (MXN)", Unit.LITRE, "MXN"),
        ("Quantité (g)", "Prix de vente TTC en €", Unit.GRAM, "EUR"),
        ("Bestand in Metern", "Preis inkl. MwSt. in Franken", Unit.METRE, "CHF"),
        ("Estoque em kg", "Preço em R$", Unit.KILOGRAM, "BRL"),
        ("Giacenza [pz]", "Prezzo in euro", Unit.PIECE, "EUR"),
        ("Aantal (stuks)", "Verkoopprijs incl. btw (€)", Unit.PIECE, "EUR"),
        ("Stan magazynowy w kilogramach", "Cena brutto w złotych", Unit.KILOGRAM, "PLN"),
        ("Остаток, кг", "Цена в рублях", Unit.KILOGRAM, "RUB"),
        ("在庫数（個）", "販売価格（税込・円）", Unit.PIECE, "JPY"),
        ("库存（公斤）", "售价（人民币）", Unit.KILOGRAM, "CNY"),
        ("庫存數量（公升）", "售價（NT$）", Unit.LITRE, "TWD"),
    ],
)
def test_headings_with_units_and_currencies_are_understood_in_every_language(
    tmp_path: Path, stock: str, price: str, unit: Unit, currency: str
) -> None:
    (row,) = parse(tmp_path, f"SKU;Name;{stock};{price}\nA1;Tea;3;490\n").rows
    assert (row.draft.stock, row.draft.unit, row.draft.currency) == (whole(3), unit, currency)


def parse(tmp_path: Path, text: str, **options: object) -> Table:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Stock (kg)", Unit.KILOGRAM),
        ("库存(公斤)", Unit.KILOGRAM),
        ("Menge in g", Unit.GRAM),
        ("Qty [l]", Unit.LITRE),
    ],
)
def test_the_unit_of_the_heading_is_that_of_the_products(tmp_path: Path, heading: str, unit: Unit) -> None:
    (row,) = parse(tmp_path, f"SKU,Name,{heading}\nA1,Tea,0.5\n").rows
    assert (row.draft.stock, row.draft.unit) == (exactly(Decimal("0.5")), unit)


def test_a_column_of_units_counts_before_the_heading(tmp_path: Path) -> None:
    (row,) = parse(tmp_path, "SKU,Name,Stock (kg),Unit\nA1,Tea,500,g\n").rows
    assert (row.draft.stock, row.draft.unit) == (whole(500), Unit.GRAM)


def test_a_column_that_was_named_by_hand_tells_its_unit_too(tmp_path: Path) -> None:
    (row,) = parse(
        tmp_path, "SKU,Name,Weight in g\nA1,Tea,250\n", mapping={"sku": "SKU", "stock": "Weight in g"}
    ).rows
    assert (row.draft.stock, row.draft.unit) == (Quantity(250_000), Unit.GRAM)


def test_the_currency_of_the_heading_is_that_of_the_prices(tmp_path: Path) -> None:
    table = parse(tmp_path, 'SKU,Name,Preis in €,Bestand\nA1,Tee,"4,90",3\n', currency="CHF")
    assert (table.rows[0].draft.price_minor, table.rows[0].draft.currency) == (490, "EUR")
    (row,) = parse(tmp_path, "货号,名称,单价（元/斤）\nA1,苹果,6.5\n", currency="CNY").rows
    assert (row.draft.price_minor, row.draft.currency, row.draft.unit) == (650, "CNY", Unit.JIN)


def test_squares_column_of_units_is_read(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Token,Item Name,Variation Name,Unit and Precision,SKU,Price,Current Quantity Main\n"
        "T1,Almonds,Regular,.000 lb,A1,9.50,2.250\nT2,Mug,Regular,,A2,8,4\n"
        "T3,Silk,Regular,yard (yd) 2,A3,30,1.5\n",
    )
    assert [row.draft.unit for row in table.rows] == [Unit.POUND, None, Unit.YARD]
    assert table.rows[0].draft.stock == Quantity(2250)
