"""What one store does not know is found at the hub, by the branch that has it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.answer import Seen, Verdict
from core.catalog.products.products import products_by_ids
from core.catalog.stock import set_stock
from core.hub.asking import ask_hub
from core.hub.connection import connected
from core.quantities.quantity import whole
from core.search.answering import answer
from core.search.see import see
from core.shop.shop import Shop
from desktop_app.__main__ import main
from tests.core.hub.tills import joined_till, sync
from tests.painted_shop import make_shop

PRODUCTS = 5


@pytest.fixture
def empty_till(tmp_path: Path, manager: str) -> Iterator[Shop]:
    """A till of Side that has no product yet; Main has five, and Harbour some of one of them."""
    folder = make_shop(tmp_path / "main", products=PRODUCTS, counter_photos=1)
    with joined_till(folder, manager, "Main") as first:
        for product in products_by_ids(first.catalog, range(1, PRODUCTS + 1)):
            set_stock(first.catalog, product.id, whole(product.id), who="clerk")
        sync(first, manager)
        with joined_till(tmp_path / "harbour", manager, "Harbour") as second:
            sync(second, manager)
            (row,) = second.catalog.db.execute("SELECT id FROM products WHERE sku = 'Sign 2'").fetchall()
            set_stock(second.catalog, row[0], whole(40), who="clerk")
            sync(second, manager)
    with joined_till(tmp_path / "side", manager, "Side") as third:
        yield third


def photo_of(tmp_path: Path, number: int) -> Path:
    return next((tmp_path / "main pictures").glob(f"{number}-*.png"))


def test_a_product_is_found_by_the_stores_that_have_it(
    tmp_path: Path, empty_till: Shop, manager: str
) -> None:
    seen = see(empty_till, [photo_of(tmp_path, 2)])
    assert answer(empty_till, seen).verdict is Verdict.UNKNOWN
    with connected(manager) as connection:
        found = ask_hub(empty_till, connection, seen, count=3)
        only = ask_hub(empty_till, connection, seen, stores=["Harbour"])
    assert (found[0].sku, found[0].title) == ("Sign 2", "Sign 2") and len(found) == 3
    assert [(one.store, one.stock) for one in found[0].stores] == [("Harbour", whole(40)), ("Main", whole(3))]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert [one.sku for one in only] == ["Sign 2"]


def test_the_order_is_that_of_this_shop_s_own_comparison(
    tmp_path: Path, empty_till: Shop, manager: str
) -> None:
    seen = see(empty_till, [photo_of(tmp_path, 1)])
    with connected(manager) as connection:
        found = ask_hub(empty_till, connection, seen, count=PRODUCTS)
        sync(empty_till, manager)
    results = answer(empty_till, seen, count=PRODUCTS, without=("print", "label", "barcode")).results
    assert len(found) == PRODUCTS
    assert [one.sku for one in found] == [one.sku for one in results]
    np.testing.assert_allclose([one.score for one in found], [one.score for one in results], atol=2e-3)


def test_what_this_shop_has_itself_is_not_told_as_another_store_s(
    tmp_path: Path, empty_till: Shop, manager: str
) -> None:
    sync(empty_till, manager)
    seen = see(empty_till, [photo_of(tmp_path, 2)])
    with connected(manager) as connection:
        assert ask_hub(empty_till, connection, seen) == []


def test_what_another_network_has_seen_finds_nothing(tmp_path: Path, empty_till: Shop, manager: str) -> None:
    seen = see(empty_till, [photo_of(tmp_path, 2)])
    strange = Seen(tuple(replace(one, fingerprint="0" * 16) for one in seen.pictures))
    with connected(manager) as connection:
        assert ask_hub(empty_till, connection, strange) == []


def test_the_command_line_asks_the_other_stores_where_this_one_knows_nothing(
    tmp_path: Path, empty_till: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = photo_of(tmp_path, 2)
    empty_till.close()
    capsys.readouterr()
    assert main(["--shop", str(tmp_path / "side"), "search", str(photo), "--json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)
    assert document["verdict"] == "unknown"
    first = document["hub"][0]
    assert first["sku"] == "Sign 2"
    assert first["stores"] == [{"store": "Harbour", "stock": 40}, {"store": "Main", "stock": 3}]
    assert main(["--shop", str(tmp_path / "side"), "search", str(photo)]) == 0
    assert "40 in Harbour" in capsys.readouterr().out
