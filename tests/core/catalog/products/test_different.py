"""Products that were said not to be the same."""

from core.catalog.database.catalog import Catalog
from core.catalog.edits.deletion import take_out
from core.catalog.products.different import different_pairs, say_different, take_back_different
from core.catalog.products.upsert import ProductDraft, upsert_product


def test_no_two_of_them_are_the_same_until_that_is_taken_back(catalog: Catalog) -> None:
    a, b, c = (upsert_product(catalog, ProductDraft(sku)).product_id for sku in "ABC")
    assert say_different(catalog, [c, a, b, 10**6], who="Kim") == 3
    assert say_different(catalog, [b, a], who="Lee") == 0
    assert different_pairs(catalog) == {(a, b), (a, c), (b, c)}
    assert take_back_different(catalog, [c, a]) == 1
    assert different_pairs(catalog) == {(a, b), (b, c)}


def test_a_product_that_goes_takes_its_pairs_along(catalog: Catalog) -> None:
    a, b = (upsert_product(catalog, ProductDraft(sku)).product_id for sku in "AB")
    say_different(catalog, [a, b], who="Kim")
    with catalog.transaction():
        take_out(catalog, [a])
    assert different_pairs(catalog) == set()
