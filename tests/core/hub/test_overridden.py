"""What a person said and a later change replaced without knowing of it is listed, and can be said again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.database.change_ids import change_id, ticked
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.products.products import Product, product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError
from core.hub.change import Change
from core.hub.membership import require_membership
from core.hub.merging.applying import apply_changes
from core.hub.overridden import dismiss, overridden, take_back
from core.ingest.shop_edits import edit_shop, undo_edit
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync


def _tea(shop: Shop) -> Product:
    found = product_by_sku(shop.catalog, "T-1")
    assert found is not None
    return found


def _price(shop: Shop, minor: int) -> None:
    edit_shop(shop, {_tea(shop).id: ProductChange(price=Price(minor, "EUR"))}, who="ada")


@pytest.fixture
def tills(tmp_path: Path, manager: str) -> Iterator[list[Shop]]:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Pier") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", price_minor=300, currency="EUR"), who="")
        for till in (a, b):
            sync(till, manager)
        yield [a, b]


def test_of_two_changes_that_did_not_know_of_one_another_the_one_that_gives_way_is_listed_where_it_was_made(
    tills: list[Shop], manager: str
) -> None:
    a, b = tills
    _price(a, 310)
    _price(b, 320)
    for till in (a, b, a):
        sync(till, manager)
    assert _tea(a).price_minor == _tea(b).price_minor == 320
    (one,) = overridden(a.catalog)
    assert (one.product.sku, one.name, one.value, one.by_value) == (
        "T-1",
        "price",
        [310, "EUR"],
        [320, "EUR"],
    )
    assert one.by_store == "Pier"
    assert overridden(b.catalog) == []


def test_a_change_made_in_the_knowledge_of_another_overrides_nobody(tills: list[Shop], manager: str) -> None:
    a, b = tills
    _price(a, 310)
    for till in (a, b):
        sync(till, manager)
    _price(b, 320)
    for till in (b, a):
        sync(till, manager)
    assert overridden(a.catalog) == []


def test_what_gave_way_is_said_again_on_all_tills_and_an_undo_takes_that_back(
    tills: list[Shop], manager: str
) -> None:
    a, b = tills
    _price(a, 310)
    _price(b, 320)
    for till in (a, b, a):
        sync(till, manager)
    take_back(a, overridden(a.catalog)[0].n, who="ada")
    for till in (a, b):
        sync(till, manager)
    assert _tea(b).price_minor == 310
    assert overridden(a.catalog) == overridden(b.catalog) == []
    undo_edit(a, who="ada")
    for till in (a, b):
        sync(till, manager)
    assert _tea(b).price_minor == 320


def test_what_was_looked_at_is_not_listed_again(tills: list[Shop], manager: str) -> None:
    a, b = tills
    _price(a, 310)
    _price(b, 320)
    for till in (a, b, a):
        sync(till, manager)
    number = overridden(a.catalog)[0].n
    dismiss(a.catalog)
    assert overridden(a.catalog) == []
    with pytest.raises(KnownError, match="not listed any more"):
        take_back(a, number, who="ada")


def test_what_only_came_out_of_order_is_not_listed(tills: list[Shop]) -> None:
    a, _ = tills
    joined = require_membership(a.catalog)
    kept, other = change_id(ticked(0)), change_id(ticked(0))
    made = [
        Change(
            uid, "product", uid, "Pier", {"fields": {"sku": sku, "title": sku, "merged": into}, "tags": ["x"]}
        )
        for uid, sku, into in ((kept, "K-1", None), (other, "O-1", kept))
    ]
    for change in reversed(made):
        apply_changes(a.catalog, [change], joined.place, joined.place_change, lambda _: False)
    assert overridden(a.catalog) == []
    merged = product_by_sku(a.catalog, "O-1")
    assert merged is not None
    assert merged.merged_into is not None and merged.tags == ("x",)
