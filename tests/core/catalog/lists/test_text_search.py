"""Finding products by what people type."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.checking.check import check
from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import SPELLINGS, chunks, fold, sku_key, words
from core.catalog.lists.filters import Filter, parse_filter
from core.catalog.lists.near_words import one_slip_away, slips
from core.catalog.lists.text_search import Why, find_products
from core.catalog.lists.word_query import match_expression
from core.catalog.products.products import product_by_sku, products_by_ids, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.tags.tags import add_tag, rename_tag
from core.quantities.quantity import whole

SHELF = (
    ProductDraft(
        "F-0012",
        title="红苹果汁 1L",
        category="果汁",
        brand="农夫山泉",
        barcode="036000291452",
        tags=("有机",),
        extra={"farbe": "röd"},
    ),
    ProductDraft("F0013", title="Crème brûlée", description="a sweet dessert", stock=whole(3)),
    ProductDraft("P001", title="Äppelsaft", category="Juice", brand="Orchard", tags=("organic",)),
    ProductDraft(
        "P002", title="Orange juice", description="not made of äppelsaft", category="Juice", stock=whole(4)
    ),
)


@pytest.fixture
def shelf(catalog: Catalog) -> Catalog:
    for draft in SHELF:
        upsert_product(catalog, draft)
    return catalog


def found(catalog: Catalog, text: str, filter_: Filter | None = None) -> list[str]:
    hits = find_products(catalog, text, filter_ or Filter())
    return [product.sku for product in products_by_ids(catalog, [hit.product_id for hit in hits])]


@pytest.mark.parametrize(
    "text", ["苹", "苹果", "果汁", "红苹果汁", "苹果汁 1L", "苹果汁1l", "农夫", "有机", "山泉"]
)
def test_chinese_is_found_by_any_part_of_any_length(shelf: Catalog, text: str) -> None:
    assert found(shelf, text) == ["F-0012"]


@pytest.mark.parametrize("text", ["果苹", "汁苹果", "夫农"])
def test_chinese_characters_must_stand_together_in_order(shelf: Catalog, text: str) -> None:
    assert found(shelf, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("creme", ["F0013"]),
        ("CRÈME", ["F0013"]),
        ("cre bru", ["F0013"]),
        ("ＣＲＥＭＥ", ["F0013"]),
        ("dess sweet", ["F0013"]),
        ("sweet juice", []),
        ("rod", ["F-0012"]),
        ("orch", ["P001"]),
        ("organ", ["P001"]),
    ],
)
def test_words_are_found_by_their_beginning_without_case_or_accents(
    shelf: Catalog, text: str, expected: list[str]
) -> None:
    assert found(shelf, text) == expected


def test_a_product_whose_title_is_what_was_typed_comes_first(shelf: Catalog) -> None:
    upsert_product(shelf, ProductDraft("A1", title="Apple juice", category="Apple", tags=("apple",)))
    upsert_product(shelf, ProductDraft("A2", title="Àpple"))
    assert found(shelf, "apple") == ["A2", "A1"]
    assert found(shelf, "apple j") == ["A1"]


def test_a_word_in_the_title_ranks_before_one_in_the_description(shelf: Catalog) -> None:
    assert found(shelf, "äppelsaft") == ["P001", "P002"]


@pytest.mark.parametrize("text", ["F0012", "f-0012", "F 0012", "FOO12", "fool2", "F-OO1Z"])
def test_a_sku_is_found_however_it_is_mistyped(shelf: Catalog, text: str) -> None:
    assert found(shelf, text)[0] == "F-0012"


def test_a_sku_is_found_by_its_beginning(shelf: Catalog) -> None:
    assert set(found(shelf, "f-001")) == {"F-0012", "F0013"}
    assert find_products(shelf, "F0O12")[0].why is Why.NUMBER


@pytest.mark.parametrize("text", ["036000291452", "0036000291452"])
def test_a_barcode_is_found_with_and_without_leading_zeros(shelf: Catalog, text: str) -> None:
    assert [(hit.why) for hit in find_products(shelf, text)] == [Why.NUMBER]


def test_a_part_within_a_word_is_found_when_nothing_else_is(shelf: Catalog) -> None:
    assert found(shelf, "pelsaf") == ["P001"]
    assert find_products(shelf, "pelsaf")[0].why is Why.PART_OF_WORD


def test_filters_apply_to_every_way_of_finding(shelf: Catalog) -> None:
    assert found(shelf, "juice", parse_filter(["stock>3"])) == ["P002"]
    assert found(shelf, "F0013", parse_filter(["category=Juice"])) == []
    assert found(shelf, "pelsaf", parse_filter(["category=Other"])) == []


def test_archived_products_are_not_found_unless_asked_for(shelf: Catalog) -> None:
    product = product_by_sku(shelf, "F0013")
    assert product is not None
    set_archived(shelf, [product.id])
    assert found(shelf, "creme") == []
    assert found(shelf, "creme", Filter(archived=None)) == ["F0013"]


def test_a_change_is_found_at_once_and_what_was_before_is_not(shelf: Catalog) -> None:
    product = upsert_product(shelf, ProductDraft("F0013", title="Tarte", extra={"size": "jumbo"})).product_id
    assert found(shelf, "creme") == []
    assert found(shelf, "jumbo") == found(shelf, "tarte") == ["F0013"]
    add_tag(shelf, [product], "fresh", who="")
    assert found(shelf, "fresh") == ["F0013"]
    rename_tag(shelf, "fresh", "warm", who="")
    assert found(shelf, "fresh") == []
    assert found(shelf, "warm") == ["F0013"]
    assert check(shelf) == []


@pytest.mark.parametrize(
    "text",
    ["", "  ", "*", "-", "%", "_", '"', "''", "NEAR(", "a OR b", "title:creme", "^x", "\0", "x" * 9999],
)
def test_nothing_that_is_typed_breaks_the_query(shelf: Catalog, text: str) -> None:
    assert find_products(shelf, text) == []


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=30))
def test_any_text_makes_a_valid_query(text: str) -> None:
    expression = match_expression("".join(filter(str.isprintable, text)))
    if expression is not None:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61')")
        connection.execute("SELECT * FROM t WHERE t MATCH ?", [expression]).fetchall()
        connection.close()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789abcdef", min_size=1, max_size=12), st.data())
def test_every_slip_of_one_character_is_covered(key: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(key) - 1))
    character = data.draw(st.sampled_from("0123456789abcdef"))
    slips = {
        key[:place] + key[place + 1 :],
        key[:place] + character + key[place:],
        key[:place] + character + key[place + 1 :],
        key[: place + 1][:-1] + key[place : place + 2][::-1] + key[place + 2 :],
    }
    assert slips - {key} <= {*one_slip_away(key, "0123456789abcdef")} | {key}


def test_keys_of_skus_ignore_what_people_mix_up() -> None:
    assert sku_key("F-0012") == sku_key("fo 0l2".replace(" ", "")) or sku_key("F-0012") == "f0012"
    assert sku_key("F-OOI2") == "f0012"
    assert sku_key("Ｆ００１２") == "f0012"
    assert sku_key("货号-7") == "货号7"


def test_only_scripts_without_spaces_are_cut_into_characters() -> None:
    assert chunks("red 苹果, äpple") == [["red"], ["苹", "果"], ["apple"]]
    assert words("red 苹果").split() == ["red", "苹", "果"]
    assert words(None) == ""


def test_other_spellings_stand_in_the_order_of_their_words() -> None:
    """In every process: what the index holds is compared with what a later one makes of the same text."""
    text = "Pölsa, Blåbär, Gräddfil, Körsbär and Rödbetor, as all of us who eat well do at the Lindströms"
    assert words(text).partition(SPELLINGS)[2].split() == [
        "poelsa", "blaabaer", "graeddfil", "koersbaer", "roedbetor", "lindstroems",
    ]  # fmt: skip


@given(st.text(max_size=60))
def test_folding_is_settled_at_once_and_pieces_hold_no_space(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(piece and not piece.isspace() for chunk in chunks(text) for piece in chunk)


@given(st.text("abcdeé", max_size=9), st.text("abcdeé", max_size=9))
def test_slips_are_counted_alike_from_both_sides(one: str, two: str) -> None:
    assert slips(one, two, 9) == slips(two, one, 9) >= abs(len(one) - len(two))
    assert (slips(one, two, 9) == 0) == (one == two)
    assert slips(one, two, 1) == min(slips(one, two, 9), 2)
    if slips(one, two, 9) == 1:
        assert two in set(one_slip_away(one, "abcdeé"))
