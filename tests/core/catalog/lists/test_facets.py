"""What a filter can be set to, and how many products each choice would leave."""

from decimal import Decimal

from core.catalog.database.catalog import Catalog
from core.catalog.lists.facets import filter_choices, usual_currency
from core.catalog.lists.filters import Bound, Filter
from core.catalog.lists.listing import Facet
from core.catalog.products.products import set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole


def fill(catalog: Catalog) -> None:
    rows = [
        ("A", "Juice", "Sun", ("bio",), 250, 3),
        ("B", "Juice", "Moon", ("bio", "new"), 400, 0),
        ("C", "juice", "Sun", (), 100, 1),
        ("D", "Milk", "Sun", ("new",), None, 0),
    ]
    for sku, category, brand, tags, price, stock in rows:
        upsert_product(
            catalog,
            ProductDraft(
                sku, title=sku, category=category, brand=brand, tags=tags, price_minor=price,
                currency="EUR", stock=whole(stock),
            ),
        )  # fmt: skip
    gone = upsert_product(catalog, ProductDraft("E", title="E", category="Gone")).product_id
    set_archived(catalog, [gone])


def test_each_choice_is_counted_under_the_other_conditions(catalog: Catalog) -> None:
    fill(catalog)
    choices = filter_choices(catalog, Filter(categories=("Juice",)))
    assert [facet.products for facet in choices.categories] == [3, 1]  # its own condition does not count
    assert choices.brands == (Facet("Sun", 2), Facet("Moon", 1))
    assert choices.tags == (Facet("bio", 2), Facet("new", 1))
    assert (choices.in_stock, choices.matching, choices.products) == (2, 3, 4)


def test_the_usual_currency_is_what_most_products_have(catalog: Catalog) -> None:
    assert usual_currency(catalog) == ""
    fill(catalog)
    upsert_product(catalog, ProductDraft("F", title="F", price_minor=100, currency="CNY"))
    assert usual_currency(catalog) == "EUR"


def test_tags_narrow_each_other_down(catalog: Catalog) -> None:
    fill(catalog)
    assert filter_choices(catalog, Filter(tags=("bio",))).tags == (Facet("bio", 2), Facet("new", 1))


def test_prices_tell_the_highest_and_its_currency(catalog: Catalog) -> None:
    fill(catalog)
    choices = filter_choices(catalog, Filter(prices=(Bound("<=", Decimal(3)),)))
    assert (choices.currency, choices.highest_price, choices.matching) == ("EUR", 4.0, 2)


def test_an_empty_shop_has_no_choices(catalog: Catalog) -> None:
    choices = filter_choices(catalog, Filter())
    assert choices.categories == choices.brands == choices.tags == ()
    assert (choices.matching, choices.highest_price, choices.currency) == (0, 0.0, "")
