"""Text search as people type: in their own letters and spellings, in one word or two, with slips."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.lists.text_search import Why, find_text
from core.catalog.products.products import products_by_ids
from core.catalog.products.upsert import ProductDraft, upsert_product

TITLES = (
    "Smørrebrød", "Żółty ser łagodny", "Weißbier", "Cœur de bœuf", "Γάλα φρέσκο", "Молоко́ топлёное",
    "Яблоки", "Phở bò đặc biệt", "Ben & Jerry’s ice", "L'Oréal shampoo", "7up lemon", "7-Up Max",
    "Coca-Cola Zero 1,5 l",
    "CocaCola classic", "Mixed berries", "Blueberry jam", "Tomatoes", "C++ textbook", "Vitamin B 12",
    "Vitamin B-12 forte", "Beer 12 pack", "Orange juice 1.5L", "Müsli Bircher", "Apple juice", "Bananen bio",
    "Knife set", "Coffee beans", "红苹果汁 1L", "りんごジュース", "น้ำส้มคั้น", "Limón", "H&M socks",
    "T-shirt red", "Vitamin C", "Vitamin cream", "Milk 3.5% fat", "Gâteau chocolat", "Dr. Oetker Pizza",
    "पनीर टिक्का",    "Λάδι ΕΛΙΆΣ", "İstanbul lokum", "Sizes 36,37", "شاي أخضر",
)  # fmt: skip


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with Catalog(tmp_path_factory.mktemp("shelf") / "catalog.db") as catalog:
        for number, title in enumerate(TITLES):
            upsert_product(catalog, ProductDraft(f"S-{number}", title=title))
        yield catalog


def found(catalog: Catalog, text: str) -> set[str]:
    hits = find_text(catalog, text).hits
    return {product.title for product in products_by_ids(catalog, [hit.product_id for hit in hits])}


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("smorrebrod", {"Smørrebrød"}),
        ("smoerrebroed", {"Smørrebrød"}),
        ("SMØRREBRØD", {"Smørrebrød"}),
        ("zolty lagodny", {"Żółty ser łagodny"}),
        ("weissbier", {"Weißbier"}),
        ("WEISSBIER", {"Weißbier"}),
        ("coeur boeuf", {"Cœur de bœuf"}),
        ("γαλα", {"Γάλα φρέσκο"}),
        ("ΦΡΕΣΚΟ", {"Γάλα φρέσκο"}),
        ("ελιας", {"Λάδι ΕΛΙΆΣ"}),
        ("молоко топленое", {"Молоко́ топлёное"}),
        ("pho bo dac biet", {"Phở bò đặc biệt"}),
        ("istanbul", {"İstanbul lokum"}),
        ("musli", {"Müsli Bircher"}),
        ("muesli", {"Müsli Bircher"}),
        ("شاي اخضر", {"شاي أخضر"}),
        ("पनीर", {"पनीर टिक्का"}),
    ],
)
def test_letters_that_a_keyboard_lacks_are_not_needed(shelf: Catalog, typed: str, titles: set[str]) -> None:
    assert found(shelf, typed) == titles


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("7up", {"7up lemon", "7-Up Max"}),
        ("7 up", {"7up lemon", "7-Up Max"}),
        ("7-UP", {"7up lemon", "7-Up Max"}),
        ("coca cola", {"Coca-Cola Zero 1,5 l", "CocaCola classic"}),
        ("cocacola", {"Coca-Cola Zero 1,5 l", "CocaCola classic"}),
        ("coca-cola zero", {"Coca-Cola Zero 1,5 l"}),
        ("jerrys", {"Ben & Jerry’s ice"}),
        ("jerry's", {"Ben & Jerry’s ice"}),
        ("jerry", {"Ben & Jerry’s ice"}),
        ("ben and jerry", {"Ben & Jerry’s ice"}),
        ("loreal", {"L'Oréal shampoo"}),
        ("l’oréal", {"L'Oréal shampoo"}),
        ("oreal", {"L'Oréal shampoo"}),
        ("h&m", {"H&M socks"}),
        ("tshirt", {"T-shirt red"}),
        ("t shirt", {"T-shirt red"}),
        ("dr.oetker", {"Dr. Oetker Pizza"}),
        ("1.5l", {"Coca-Cola Zero 1,5 l", "Orange juice 1.5L"}),
        ("1,5 l", {"Coca-Cola Zero 1,5 l", "Orange juice 1.5L"}),
        ("1.5 litres", {"Coca-Cola Zero 1,5 l", "Orange juice 1.5L"}),
        ("juice 1.5", {"Orange juice 1.5L"}),
        ("1 l", {"红苹果汁 1L"}),
        ("3.5 %", {"Milk 3.5% fat"}),
        ("sizes 37", {"Sizes 36,37"}),
    ],
)
def test_one_word_or_two_is_the_same(shelf: Catalog, typed: str, titles: set[str]) -> None:
    assert found(shelf, typed) == titles


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("berry", {"Mixed berries"}),
        ("blueberries", {"Blueberry jam"}),
        ("tomato", {"Tomatoes"}),
        ("knives", {"Knife set"}),
        ("juices", {"Apple juice", "Orange juice 1.5L"}),
        ("banane", {"Bananen bio"}),
        ("gateaux", {"Gâteau chocolat"}),
        ("limones", {"Limón"}),
        ("яблоко", {"Яблоки"}),
    ],
)
def test_singular_and_plural_are_the_same(shelf: Catalog, typed: str, titles: set[str]) -> None:
    assert found(shelf, typed) == titles


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("c++", {"C++ textbook"}),
        ("b12", {"Vitamin B 12", "Vitamin B-12 forte"}),
        ("b 12", {"Vitamin B 12", "Vitamin B-12 forte"}),  # not a beer of which there are 12
        ("vitamin c", {"Vitamin C", "Vitamin cream"}),
    ],
)
def test_a_letter_and_a_sign_are_words(shelf: Catalog, typed: str, titles: set[str]) -> None:
    assert found(shelf, typed) == titles


def test_a_short_word_that_stands_alone_comes_before_longer_ones(shelf: Catalog) -> None:
    hits = find_text(shelf, "vitamin c").hits
    assert products_by_ids(shelf, [hits[0].product_id])[0].title == "Vitamin C"


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("苹果", {"红苹果汁 1L"}), ("苹果汁1l", {"红苹果汁 1L"}), ("果苹", set()),
        ("りんご", {"りんごジュース"}), ("リンゴ", {"りんごジュース"}), ("ｼﾞｭｰｽ", {"りんごジュース"}),
        ("น้ำส้ม", {"น้ำส้มคั้น"}), ("ส้ม", {"น้ำส้มคั้น"}),
    ],
)  # fmt: skip
def test_scripts_without_spaces_are_found_by_any_part(shelf: Catalog, typed: str, titles: set[str]) -> None:
    assert found(shelf, typed) == titles


@pytest.mark.parametrize(
    ("typed", "meant", "title"),
    [
        ("cofee", "coffee", "Coffee beans"),
        ("coffeee", "coffee", "Coffee beans"),
        ("cfofee", "coffee", "Coffee beans"),
        ("appel juice", "apple juice", "Apple juice"),
        ("aple juce", "apple juice", "Apple juice"),
        ("chocollatt", "chocolat", "Gâteau chocolat"),
        ("молако", "молоко", "Молоко́ топлёное"),
        ("γαλλα", "γαλα", "Γάλα φρέσκο"),
        ("bannanen", "bananen", "Bananen bio"),
    ],
)
def test_slips_are_forgiven_and_what_was_meant_is_told(
    shelf: Catalog, typed: str, meant: str, title: str
) -> None:
    answer = find_text(shelf, typed)
    assert answer.meant == meant
    assert {hit.why for hit in answer.hits} == {Why.SIMILAR_WORDS}
    assert found(shelf, typed) == {title}


@pytest.mark.parametrize("typed", ["coffee", "coff", "7up", "zzzz", "xyzzy juice", "苹苹"])
def test_nothing_else_is_offered_where_something_fits_or_nothing_is_near(shelf: Catalog, typed: str) -> None:
    assert find_text(shelf, typed).meant == ""


def test_what_is_offered_is_a_word_that_the_shop_still_has(tmp_path: Path) -> None:
    with Catalog(tmp_path / "catalog.db") as catalog:
        upsert_product(catalog, ProductDraft("A", title="Coffee"))
        assert find_text(catalog, "cofee").meant == "coffee"
        upsert_product(catalog, ProductDraft("A", title="Tea"))
        assert find_text(catalog, "cofee").hits == []
