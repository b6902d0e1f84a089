"""What tables say of stock, in the catalog: fractions with their unit, nothing where nothing is said."""

from pathlib import Path

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import parse_filter
from core.catalog.lists.listing import SortBy, ordered_ids
from core.catalog.products.products import Product, product_by_sku, products_by_ids
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.tables.entries import apply_row, plan_entry
from core.catalog.tables.export import export_table
from core.catalog.tables.parse import parse_table
from core.quantities.quantity import NOTHING, Quantity, whole
from core.quantities.units import Unit

WOO_UNTRACKED = """\
ID,Type,SKU,Name,Published,"In stock?",Stock,"Sale price","Regular price",Categories
1,simple,CAP,Cap,1,1,,16,18,Clothing
2,simple,BELT,Belt,1,0,,,65,Clothing
"""


def imported(catalog: Catalog, tmp_path: Path, text: str) -> list[str]:
    """Import a table; what was left out, in words."""
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    rows = parse_table(path).rows
    planned = [str(sentence) for row in rows for sentence in plan_entry(catalog, row).left_out]
    done = [str(sentence) for row in rows for sentence in apply_row(catalog, row.draft).left_out]
    assert planned == done
    return done


def product(catalog: Catalog, sku: str) -> Product:
    found = product_by_sku(catalog, sku)
    assert found is not None
    return found


def found(catalog: Catalog, condition: str) -> list[str]:
    ids = ordered_ids(catalog, parse_filter([condition]), SortBy.STOCK).tolist()
    return [one.sku for one in products_by_ids(catalog, ids)]


@pytest.mark.parametrize(
    "text", [WOO_UNTRACKED, "sku,title,price\nCAP,Cap,12\n", "sku,title,stock\nCAP,Cap,\n"]
)
def test_what_a_table_does_not_count_is_not_out_of_stock(catalog: Catalog, tmp_path: Path, text: str) -> None:
    imported(catalog, tmp_path, text)
    assert product(catalog, "CAP").stock is None
    assert "CAP" in found(catalog, "stock>0")
    assert "CAP" in found(catalog, "stock=unknown")
    for condition in ("stock<1", "stock=0", "stock<=0", "stock>=0", "stock>0.5"):
        assert "CAP" not in found(catalog, condition)


def test_an_empty_cell_keeps_what_was_counted(catalog: Catalog, tmp_path: Path) -> None:
    upsert_product(catalog, ProductDraft("CAP", stock=whole(4)))
    imported(catalog, tmp_path, WOO_UNTRACKED)
    assert product(catalog, "CAP").stock == whole(4)


def test_a_nought_that_is_written_is_counted(catalog: Catalog, tmp_path: Path) -> None:
    imported(catalog, tmp_path, "sku,title,stock\nCAP,Cap,0\n")
    assert product(catalog, "CAP").stock == NOTHING
    assert found(catalog, "stock=0") == ["CAP"] and found(catalog, "stock>0") == []


def test_part_of_a_piece_is_left_out_with_a_word_and_the_rest_of_the_row_is_not(
    catalog: Catalog, tmp_path: Path
) -> None:
    (sentence,) = imported(catalog, tmp_path, "sku,title,stock\nBOLT,Bolt,2.5\n")
    assert "“2.5” is no number of pieces" in sentence and "kg" in sentence
    assert (product(catalog, "BOLT").title, product(catalog, "BOLT").stock) == ("Bolt", None)


@pytest.mark.parametrize(
    ("row", "stock", "unit"),
    [
        ("A,Rice,kg,0.500,2", 500, Unit.KILOGRAM),
        ("A,Wire,Metre,12.345,2", 12345, Unit.METRE),
        ("A,Tea,pcs,12,2", 12000, Unit.PIECE),
        ("A,Rice,,0.5 kg,2", 500, Unit.KILOGRAM),
        ("A,Rice,,0.5,12.50 €/kg", 500, Unit.KILOGRAM),
        ('A,"Almonds, kg",,2.125,4', 2125, Unit.KILOGRAM),
        ("A,大米/斤,,1.5,4", 1500, Unit.JIN),
    ],
)
def test_a_fraction_is_kept_where_a_unit_is_told(
    catalog: Catalog, tmp_path: Path, row: str, stock: int, unit: Unit
) -> None:
    assert imported(catalog, tmp_path, f"sku,title,unit,stock,price\n{row}\nB,Salt,,1,1.99\n") == []
    assert (product(catalog, "A").stock, product(catalog, "A").unit) == (Quantity(stock), unit)


def test_what_a_person_said_of_the_unit_is_not_overruled_by_a_guess(catalog: Catalog, tmp_path: Path) -> None:
    upsert_product(catalog, ProductDraft("A", unit=Unit.GRAM))
    imported(catalog, tmp_path, 'sku,title,stock\nA,"Almonds, kg",500\n')
    assert (product(catalog, "A").unit, product(catalog, "A").stock) == (Unit.GRAM, whole(500))


def test_what_was_not_counted_comes_last_in_either_order(catalog: Catalog, tmp_path: Path) -> None:
    imported(catalog, tmp_path, "sku,title,stock,unit\nA,a,,\nB,b,2,\nC,c,0.5,kg\nD,d,-1,\n")

    def order(*, descending: bool) -> str:
        ids = ordered_ids(catalog, sort=SortBy.STOCK, descending=descending).tolist()
        return "".join(one.sku for one in products_by_ids(catalog, ids))

    assert (order(descending=False), order(descending=True)) == ("DCBA", "BCDA")


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".xlsx"])
def test_an_export_imports_again_with_every_quantity(catalog: Catalog, tmp_path: Path, ending: str) -> None:
    stocks = {"A": None, "B": Quantity(1234), "C": Quantity(-500), "D": whole(1200), "E": NOTHING}
    for sku, stock in stocks.items():
        upsert_product(catalog, ProductDraft(sku, stock=stock, unit=Unit.KILOGRAM))
    export_table(catalog, tmp_path / f"e{ending}", str)
    with Catalog(tmp_path / "other.db") as other:
        for row in parse_table(tmp_path / f"e{ending}").rows:
            upsert_product(other, row.draft)
        assert {sku: product(other, sku).stock for sku in stocks} == stocks
        assert {product(other, sku).unit for sku in stocks} == {Unit.KILOGRAM}


@pytest.mark.parametrize(
    ("unit", "told", "stock"),
    [
        ("kg", "500 g", Quantity(500)),
        ("kg", "0,25 kg", Quantity(250)),
        ("l", "750 ml", Quantity(750)),
        ("m", "250 cm", Quantity(2500)),
        ("g", "0.5 kg", whole(500)),
        ("kg", "3斤", Quantity(1500)),
    ],
)
def test_a_stock_that_is_told_in_another_unit_is_so_much_of_the_products(
    catalog: Catalog, tmp_path: Path, unit: str, told: str, stock: Quantity
) -> None:
    imported(catalog, tmp_path, f'sku,title,unit,stock\nNUTS,Nuts,{unit},"{told}"\n')
    assert (product(catalog, "NUTS").stock, product(catalog, "NUTS").unit) == (stock, Unit(unit))


def test_the_unit_that_the_catalog_knows_is_the_one_that_counts(catalog: Catalog, tmp_path: Path) -> None:
    upsert_product(catalog, ProductDraft("NUTS", unit=Unit.KILOGRAM))
    imported(catalog, tmp_path, "sku,title,stock\nNUTS,Nuts,500 g\n")
    assert (product(catalog, "NUTS").stock, product(catalog, "NUTS").unit) == (Quantity(500), Unit.KILOGRAM)
    imported(catalog, tmp_path, "sku,title,stock\nNUTS,Nuts,2\n")
    assert product(catalog, "NUTS").stock == whole(2)


@pytest.mark.parametrize(("told", "says"), [("12 pcs", "12 pcs"), ("1 lb", "1 lb"), ("0.4 g", "0.0004")])
def test_what_is_not_so_much_of_the_unit_is_left_out_with_a_word(
    catalog: Catalog, tmp_path: Path, told: str, says: str
) -> None:
    upsert_product(catalog, ProductDraft("NUTS", unit=Unit.KILOGRAM, stock=whole(7)))
    (sentence,) = imported(catalog, tmp_path, f"sku,title,stock\nNUTS,Nuts,{told}\n")
    assert says in sentence and product(catalog, "NUTS").stock == whole(7)


def test_places_that_tell_in_several_units_add_up(catalog: Catalog, tmp_path: Path) -> None:
    imported(
        catalog,
        tmp_path,
        "Token,Item Name,Variation Name,SKU,Price,Current Quantity A,Current Quantity B\n"
        "T,Nuts,Regular,NUTS,9,1.5 kg,250 g\n",
    )
    assert (product(catalog, "NUTS").stock, product(catalog, "NUTS").unit) == (Quantity(1750), Unit.KILOGRAM)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("sku,title,stock,low_stock\nA,Tea,3,5\n", whole(5)),
        ("sku,title,stock,Reorder level\nA,Tea,3.5,0.5\n", Quantity(500)),
        ("sku,名称,库存,最低库存\nA,茶,3,4\n", whole(4)),
        (
            "ID,Type,SKU,Name,Published,Stock,Low stock amount,Regular price\n1,simple,A,Tea,1,9,6,3\n",
            whole(6),
        ),
        ("sku,title,stock,low_stock\nA,Tea,3,-1\n", None),
        ("sku,title,stock,low_stock,unit\nA,Tea,3,5 g,kg\n", None),
        ("sku,title,stock,low_stock\nA,Tea,3,\n", None),
    ],
)
def test_low_marks_are_read_and_those_that_cannot_be_are_left_out(
    catalog: Catalog, tmp_path: Path, text: str, low: Quantity | None
) -> None:
    imported(catalog, tmp_path, text)
    assert product(catalog, "A").low == low
    notes = [str(note.reason) for note in parse_table(tmp_path / "table.csv").notes]
    assert ("low stock" in " ".join(notes)) is ("-1" in text or "5 g" in text)


@pytest.mark.parametrize(
    "words", ["Sold out", "out of stock", "ausverkauft", "нет в наличии", "售罄", "在庫なし"]
)
def test_words_that_say_that_nothing_is_left_are_nought(catalog: Catalog, tmp_path: Path, words: str) -> None:
    imported(catalog, tmp_path, f"sku,title,stock\nCAP,Cap,{words}\n")
    assert product(catalog, "CAP").stock == NOTHING


def test_that_something_is_there_says_not_how_much(catalog: Catalog, tmp_path: Path) -> None:
    imported(catalog, tmp_path, "sku,title,stock\nCAP,Cap,in stock\n")
    assert product(catalog, "CAP").stock is None
