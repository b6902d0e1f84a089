"""Filters: read from the command line, applied to products and photos."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import (
    Bound,
    Filter,
    matching_photo_ids,
    matching_product_ids,
    parse_filter,
    require_known,
)
from core.catalog.lists.listing import Facet, SortBy, facets, ordered_ids
from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.products import products_by_ids, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError
from core.quantities.quantity import whole


@pytest.fixture
def shelf(catalog: Catalog) -> Catalog:
    rows = [
        ProductDraft(
            "A",
            "Apple juice",
            category="Juice",
            brand="X",
            price_minor=1999,
            currency="SEK",
            stock=whole(0),
            tags=("bio",),
        ),
        ProductDraft(
            "B",
            "banana",
            category="Fruit",
            brand="Y",
            price_minor=50,
            currency="JPY",
            stock=whole(5),
            tags=("bio", "new"),
        ),
        ProductDraft(
            "C",
            "Cherry",
            category="fruit",
            price_minor=1500,
            currency="KWD",
            stock=whole(-1),
            location="B7",
            extra={"Colour": "Red"},
        ),
        ProductDraft("D", "Dates", category="Fruit", stock=whole(9)),
    ]
    for place, draft in enumerate(rows):
        product = upsert_product(catalog, draft).product_id
        for number in range(place):
            add_photo(catalog, product, PhotoFile(f"{place}{number}" * 32, 1, 1))
    return catalog


def skus(catalog: Catalog, *conditions: str) -> str:
    ids = matching_product_ids(catalog, parse_filter(conditions))
    return "".join(product.sku for product in products_by_ids(catalog, ids.tolist()))


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([], "ABCD"),
        (["category=FRUIT"], "BCD"),
        (["category=Juice", "category=Fruit"], "ABCD"),
        (["brand=X", "category=Juice"], "A"),
        (["tag=bio"], "AB"),
        (["tag=bio", "tag=NEW"], "B"),
        (["price<20"], "AC"),
        (["price<=19.99"], "AC"),
        (["price<19.99"], "C"),
        (["price=1.5"], "C"),
        (["price=1.50001"], ""),
        (["price>=50"], "B"),
        (["price>49.9"], "B"),
        (["stock>0"], "BD"),
        (["stock<=0"], "AC"),
        (["stock < 0.5", "category=fruit"], "C"),
        (["shelf=b7"], "C"),
        (["colour=red"], "C"),
        (["Colour=blue"], ""),
        (["archived=yes"], ""),
        (["archived=any"], "ABCD"),
    ],
)
def test_conditions_select_what_they_say(shelf: Catalog, conditions: list[str], expected: str) -> None:
    assert skus(shelf, *conditions) == expected


def test_photos_of_what_matches_come_sorted_as_int64(shelf: Catalog) -> None:
    ids = matching_photo_ids(shelf, parse_filter(["category=fruit"]))
    assert ids.dtype == "int64"
    assert ids.tolist() == sorted(ids.tolist())
    assert len(ids) == 1 + 2 + 3
    assert len(matching_photo_ids(shelf, parse_filter(["category=none"]))) == 0


def test_archived_products_do_not_match_by_default(shelf: Catalog) -> None:
    set_archived(shelf, [1, 2])
    assert skus(shelf) == "CD"
    assert skus(shelf, "archived=yes") == "AB"


@pytest.mark.parametrize(
    "condition", ["", "category", "price<x", "price<1e99", "category>3", "archived=maybe", "=x", "stock>nan"]
)
def test_a_condition_that_cannot_be_read_is_refused(condition: str) -> None:
    with pytest.raises(KnownError):
        parse_filter([condition])


def test_in_stock_is_short_for_a_bound(shelf: Catalog) -> None:
    short = matching_product_ids(shelf, Filter(in_stock=True)).tolist()
    assert short == matching_product_ids(shelf, Filter(stocks=(Bound(">", Decimal(0)),))).tolist()
    assert matching_product_ids(shelf, Filter(in_stock=False)).tolist() == [1, 3]
    assert Filter().is_default
    assert not Filter(in_stock=True).is_default


@pytest.mark.parametrize(
    ("sort", "ascending"),
    [
        (SortBy.TITLE, "ABCD"),
        (SortBy.SKU, "ABCD"),
        (SortBy.PRICE, "DBCA"),
        (SortBy.STOCK, "CABD"),
        (SortBy.CATEGORY, "BCDA"),
        (SortBy.BRAND, "CDAB"),
        (SortBy.LOCATION, "ABDC"),
    ],
)
def test_lists_are_sorted_both_ways_without_upper_and_lower_case(
    shelf: Catalog, sort: SortBy, ascending: str
) -> None:
    up, down = (ordered_ids(shelf, sort=sort, descending=way).tolist() for way in (False, True))
    assert "".join(p.sku for p in products_by_ids(shelf, up)) == ascending
    assert "".join(p.sku for p in products_by_ids(shelf, down)) == ascending[::-1]


def test_lists_are_read_from_an_index_alone(shelf: Catalog) -> None:
    for sort in SortBy:
        column = {SortBy.PRICE: "price_minor", SortBy.STOCK: "stock_milli"}.get(sort, sort.value)
        collate = "" if sort in (SortBy.PRICE, SortBy.STOCK, SortBy.UPDATED) else " COLLATE NOCASE"
        last = " NULLS LAST" if sort is SortBy.STOCK else ""
        plan = shelf.db.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM products WHERE archived = 0"  # noqa: S608
            f" ORDER BY {column}{collate}{last}, id"
        ).fetchall()
        assert [row[3] for row in plan] == [
            f"SEARCH products USING COVERING INDEX products_by_{sort.value} (archived=?)"
        ]


def test_facets_count_live_products(shelf: Catalog) -> None:
    set_archived(shelf, [4])
    assert facets(shelf, SortBy.CATEGORY) == [Facet("Fruit", 2), Facet("Juice", 1)]
    with pytest.raises(ValueError, match="facets"):
        facets(shelf, SortBy.PRICE)


_COMPARE = {
    "<": Decimal.__lt__,
    "<=": Decimal.__le__,
    "=": Decimal.__eq__,
    ">=": Decimal.__ge__,
    ">": Decimal.__gt__,
}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.sampled_from(["SEK", "JPY", "KWD", ""])), min_size=1, max_size=8
    ),
    st.sampled_from(["<", "<=", "=", ">=", ">"]),
    st.decimals(0, 5, places=3),
)
def test_price_bounds_agree_with_exact_arithmetic(
    tmp_path_factory: pytest.TempPathFactory, prices: list[tuple[int, str]], comparison: str, limit: Decimal
) -> None:
    with Catalog(tmp_path_factory.mktemp("prices") / "catalog.db") as catalog:
        expected = []
        for place, (minor, currency) in enumerate(prices):
            draft = ProductDraft(f"S{place}", price_minor=minor, currency=currency)
            product = upsert_product(catalog, draft).product_id
            amount = Decimal(minor).scaleb(-{"JPY": 0, "KWD": 3}.get(currency, 2))
            if _COMPARE[comparison](amount, limit):
                expected.append(product)
        assert matching_product_ids(catalog, parse_filter([f"price{comparison}{limit}"])).tolist() == expected


def test_a_column_that_no_product_has_is_refused_and_those_that_there_are_named(shelf: Catalog) -> None:
    require_known(shelf, parse_filter(["category=Juice", "colour=blue", "stock>0"]))
    with pytest.raises(KnownError, match=r"no condition “foo”\. There are: category, .*, archived, Colour\."):
        require_known(shelf, parse_filter(["foo=1"]))


@pytest.mark.parametrize("condition", ["category!=Drinks", "price != 20"])
def test_what_is_not_so_cannot_be_asked_for(condition: str) -> None:
    with pytest.raises(KnownError, match="asks for what is not so"):
        parse_filter([condition])
