"""A till holds all that any store has, or what its own store sells; the rest is taken in by a word."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.catalog.edits.product_change import ProductChange
from core.catalog.log.search_feedback import log_feedback
from core.catalog.log.search_log import log_search
from core.catalog.photos.photos import photo_hashes
from core.catalog.products.products import Product, product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import set_stock
from core.catalog.stock_elsewhere import stock_elsewhere
from core.copies.merging import merge_products
from core.errors import KnownError
from core.feedback import Said
from core.hub import receiving
from core.hub.asking import ask_hub
from core.hub.connection import connected
from core.hub.holding import Hold, product_at_hub, set_hold, take_in
from core.hub.made_twice import made_twice
from core.hub.membership import require_membership, waiting_changes
from core.hub.picture_files import waiting_files
from core.hub.synchronising import synchronise
from core.ingest.shop_edits import edit_shop
from core.progress import Progress
from core.quantities.quantity import whole
from core.search.answering import answer
from core.search.see import see
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync, told
from tests.painted_shop import make_shop


@pytest.fixture
def main(tmp_path: Path, manager: str) -> Iterator[Shop]:
    """A till of Main: three products with pictures, one piece of each."""
    with joined_till(make_shop(tmp_path / "main", products=3, counter_photos=1), manager, "Main") as till:
        for product_id in (1, 2, 3):
            set_stock(till.catalog, product_id, whole(1), who="")
        sync(till, manager)
        yield till


@pytest.fixture
def side(tmp_path: Path, manager: str, main: Shop) -> Iterator[Shop]:
    """A new till of Side that holds what Side sells: nothing yet."""
    with joined_till(tmp_path / "side", manager, "Side") as till:
        set_hold(till.catalog, Hold.OURS)
        sync(till, manager)
        yield till


def skus(till: Shop) -> list[str]:
    return [row[0] for row in till.catalog.db.execute("SELECT sku FROM products ORDER BY sku").fetchall()]


def product(till: Shop, sku: str) -> Product:
    found = product_by_sku(till.catalog, sku)
    assert found is not None
    return found


def sell_too(till: Shop, hub: str, sku: str) -> None:
    with connected(hub) as connection:
        take_in(till.catalog, product_at_hub(connection, sku))


def test_what_other_stores_sell_is_not_held_and_found_at_the_hub_by_its_store(
    tmp_path: Path, side: Shop, manager: str
) -> None:
    assert skus(side) == [] and waiting_files(side) == 0
    with connected(manager) as connection:
        seen = see(side, [tmp_path / "main pictures" / "1-0.png"])
        found = ask_hub(side, connection, seen, count=1)
    assert [(one.sku, one.stores[0].store) for one in found] == [("Sign 1", "Main")]


def test_what_is_taken_in_comes_with_its_photos_and_vectors_and_stays_in_step(
    tmp_path: Path, main: Shop, side: Shop, manager: str
) -> None:
    sell_too(side, manager, "Sign 1")
    sync(side, manager)
    assert skus(side) == ["Sign 1"]
    sign = product(side, "Sign 1")
    assert [one.store for one in stock_elsewhere(side.catalog, [sign.id])[sign.id]] == ["Main"]
    assert all(side.files.path(sha256).exists() for sha256 in photo_hashes(side.catalog))
    found = answer(side, see(side, [tmp_path / "main pictures" / "1-0.png"]))
    assert [one.sku for one in found.results] == ["Sign 1"]
    edit_shop(main, {2: ProductChange(title="Neon sign"), 3: ProductChange(title="Old sign")}, who="")
    for till in (main, side):
        sync(till, manager)
    assert skus(side) == ["Sign 1"] and product(side, "Sign 1").title == "Neon sign"


def test_another_till_of_the_store_holds_what_the_first_made_or_took_in(
    tmp_path: Path, side: Shop, manager: str
) -> None:
    sell_too(side, manager, "Sign 2")
    upsert_product(side.catalog, ProductDraft("T-1", title="Tea"), who="")
    sync(side, manager)
    with joined_till(tmp_path / "side two", manager, "Side") as second:
        set_hold(second.catalog, Hold.OURS)
        sync(second, manager)
        assert told(second.catalog) == told(side.catalog) != {}


def test_a_till_that_is_to_hold_all_catches_up(main: Shop, side: Shop, manager: str) -> None:
    set_hold(side.catalog, Hold.ALL)
    sync(side, manager)
    assert told(side.catalog, of_store=False) == told(main.catalog, of_store=False)
    assert all(side.files.path(sha256).exists() for sha256 in photo_hashes(main.catalog))


def test_what_another_till_takes_in_meanwhile_comes_to_one_that_catches_up_too(
    tmp_path: Path, main: Shop, side: Shop, manager: str
) -> None:
    with joined_till(tmp_path / "side two", manager, "Side") as second:
        set_hold(second.catalog, Hold.OURS)
        sync(second, manager)
        sync(side, manager)
        sell_too(second, manager, "Sign 1")

        def take_in_meanwhile(_: Progress) -> None:
            if waiting_changes(second.catalog):  # up to where to read is known by now
                sync(second, manager)

        set_hold(side.catalog, Hold.ALL)
        with connected(manager) as connection:
            synchronise(side, connection, take_in_meanwhile)
        sync(side, manager)
        assert told(side.catalog, of_store=False) == told(main.catalog, of_store=False)


@pytest.mark.parametrize("hold", Hold)
def test_what_is_chosen_while_the_first_round_reads_holds_after_it(
    tmp_path: Path, main: Shop, manager: str, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    with joined_till(tmp_path / "side", manager, "Side") as side:
        fetch_stock = receiving._fetch_stock_elsewhere

        def choose_meanwhile(*what: Any) -> None:
            monkeypatch.undo()
            set_hold(side.catalog, hold)
            fetch_stock(*what)

        set_hold(side.catalog, Hold.ALL if hold == Hold.OURS else Hold.OURS)
        monkeypatch.setattr(receiving, "_fetch_stock_elsewhere", choose_meanwhile)
        sync(side, manager)
        expected = {} if hold == Hold.OURS else told(main.catalog, of_store=False)
        assert told(side.catalog, of_store=False) == expected
        assert require_membership(side.catalog).holds == hold


def test_a_till_that_is_to_hold_less_lets_go_of_all_but_what_somebody_here_worked_with(
    main: Shop, side: Shop, manager: str
) -> None:
    set_hold(side.catalog, Hold.ALL)
    sync(side, manager)
    photos = photo_hashes(side.catalog)
    edit_shop(side, {product(side, "Sign 0").id: ProductChange(location="A-1")}, who="")
    said_of = product(side, "Sign 1").id
    log_feedback(side.catalog, log_search(side.catalog, origin="file", verdict="match"), Said.RIGHT, said_of)
    set_hold(side.catalog, Hold.OURS)
    sync(side, manager)
    assert skus(side) == ["Sign 0", "Sign 1"]
    gone = photos - photo_hashes(side.catalog)
    assert gone and not any(side.files.path(sha256).exists() for sha256 in gone)
    for till in (side, main, side):
        sync(till, manager)
    assert skus(main) == ["Sign 0", "Sign 1", "Sign 2"]  # nothing was deleted for others
    sell_too(side, manager, "Sign 2")
    sync(side, manager)
    assert told(side.catalog, of_store=False) == told(main.catalog, of_store=False)


def test_a_product_that_another_store_made_under_one_of_our_skus_is_held_too(
    main: Shop, side: Shop, manager: str
) -> None:
    for till in (main, side):
        upsert_product(till.catalog, ProductDraft("T-1", title="Tea"), who="")
    for till in (main, side, main):
        sync(till, manager)
    assert len(made_twice(main.catalog)) == len(made_twice(side.catalog)) == 1
    assert "T-1" in skus(side) and len(skus(side)) == 2


def test_a_product_that_one_of_ours_was_merged_into_comes_with_it(
    main: Shop, side: Shop, manager: str
) -> None:
    sell_too(side, manager, "Sign 1")
    sync(side, manager)
    set_stock(side.catalog, product(side, "Sign 1").id, whole(4), who="")
    sync(side, manager)
    sync(main, manager)
    merge_products(main, product(main, "Sign 0").id, [product(main, "Sign 1").id], who="")
    for till in (main, side):
        sync(till, manager)
    assert product(side, "Sign 0").stock == whole(4)


def test_a_shop_that_joins_with_products_that_the_hub_knows_sells_them(
    tmp_path: Path, main: Shop, manager: str
) -> None:
    with joined_till(make_shop(tmp_path / "pier", products=2, counter_photos=1), manager, "Pier") as pier:
        set_hold(pier.catalog, Hold.OURS)
        sync(pier, manager)
        edit_shop(main, {2: ProductChange(title="Neon sign")}, who="")
        for till in (main, pier):
            sync(till, manager)
        assert skus(pier) == ["Sign 0", "Sign 1"] and product(pier, "Sign 1").title == "Neon sign"


def test_what_no_store_has_cannot_be_taken_in(side: Shop, manager: str) -> None:
    with pytest.raises(KnownError, match="No store of the hub has a product Nothing"):
        sell_too(side, manager, "Nothing")
