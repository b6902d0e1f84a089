"""What is changed on one till comes to the others; each goes on by itself while the hub is away."""

import time
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlite_utils import Database

from core.answer import StoreStock
from core.catalog.edits.edit_undo import undo
from core.catalog.edits.product_change import ProductChange
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, current_stock, move_stock, movements, set_stock
from core.catalog.stock_elsewhere import stock_elsewhere
from core.catalog.tags.tags import add_tag, remove_tag
from core.errors import KnownError
from core.hub.connection import connected
from core.hub.joining import join, leave
from core.hub.membership import membership, waiting_changes
from core.hub.sending import send_changes
from core.ingest.shop_edits import edit_shop
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync, told


def _product(shop: Shop, sku: str) -> int:
    found = product_by_sku(shop.catalog, sku)
    assert found is not None
    return found.id


def test_a_product_made_on_one_till_is_on_the_other_with_all_that_was_said_of_it(
    tmp_path: Path, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        draft = ProductDraft(
            "T-1", title="Tea", category="Drinks", price_minor=350, currency="EUR", stock=whole(12),
            tags=("hot", "new"), extra={"Supplier": "Lin"}, location="A-3", barcode="4006381333931",
        )  # fmt: skip
        upsert_product(a.catalog, draft, who="ada")
        remove_tag(a.catalog, "new", who="ada")
        assert waiting_changes(a.catalog) == 3
        sync(a, manager)
        assert waiting_changes(a.catalog) == 0
        sync(b, manager)
        assert told(a.catalog) == told(b.catalog)
        tea = product_by_sku(b.catalog, "T-1")
        assert tea is not None
        assert (tea.title, tea.price_minor, tea.tags, tea.location) == ("Tea", 350, ("hot",), "A-3")
        assert tea.stock == whole(12)


def test_stock_is_the_sum_of_all_movements_of_a_store_and_each_store_has_its_own(
    tmp_path: Path, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
        joined_till(tmp_path / "c", manager, "Main Street") as c,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(12)), who="ada")
        for till in (a, b, c):
            sync(till, manager)
        for till, sold in ((a, 2), (b, 3)):
            move_stock(till.catalog, _product(till, "T-1"), -whole(sold), who="", reason=Reason.SALE)
        edit_shop(c, {_product(c, "T-1"): ProductChange(stock=whole(40))}, who="cem")
        for till in (a, b, c, a, b):
            sync(till, manager)
        assert current_stock(a.catalog, _product(a, "T-1")) == whole(7)
        assert current_stock(b.catalog, _product(b, "T-1")) == whole(7)
        assert current_stock(c.catalog, _product(c, "T-1")) == whole(40)
        tea = _product(a, "T-1")
        assert stock_elsewhere(a.catalog, [tea]) == {tea: (StoreStock("Main Street", whole(40)),)}
        tea = _product(c, "T-1")
        assert stock_elsewhere(c.catalog, [tea]) == {tea: (StoreStock("Harbour", whole(7)),)}
        set_stock(b.catalog, _product(b, "T-1"), None, who="")  # nobody knows any more
        sync(b, manager)
        sync(c, manager)
        assert stock_elsewhere(c.catalog, [tea]) == {}


def test_a_step_taken_back_on_a_joined_till_is_taken_back_on_all(tmp_path: Path, manager: str) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(12)), who="ada")
        change = ProductChange(title="Green tea", stock=whole(5), tags=("green",), archived=True)
        edit_shop(a, {_product(a, "T-1"): change}, who="ada")
        for till in (a, b):
            sync(till, manager)
        undo(a.catalog, who="ada")
        for till in (a, b):
            sync(till, manager)
        tea = product_by_sku(b.catalog, "T-1")
        assert tea is not None
        assert (tea.title, tea.stock, tea.tags, tea.archived) == ("Tea", whole(12), (), False)
        assert told(a.catalog) == told(b.catalog)


def test_what_is_changed_elsewhere_does_not_come_back_as_a_change_of_ones_own(
    tmp_path: Path, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(12), tags=("hot",)), who="")
        sync(a, manager)
        sync(b, manager)
        assert waiting_changes(b.catalog) == 0
        add_tag(b.catalog, [_product(b, "T-1")], "new", who="")
        assert waiting_changes(b.catalog) == 1


def test_a_shop_that_joins_brings_what_it_has_and_knows_again_what_the_hub_has(
    tmp_path: Path, manager: str
) -> None:
    with open_shop(tmp_path / "b", create=True) as b:
        upsert_product(
            b.catalog, ProductDraft("T-1", title="Tea, old", stock=whole(3), tags=("mine",)), who=""
        )
        upsert_product(b.catalog, ProductDraft("T-2", title="Mug", stock=whole(4)), who="")
    with joined_till(tmp_path / "a", manager, "Harbour") as a:
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(12)), who="")
        sync(a, manager)
        with joined_till(tmp_path / "b", manager, "Harbour") as b:
            sync(b, manager)
            sync(a, manager)
            assert told(a.catalog) == told(b.catalog)
            tea = product_by_sku(b.catalog, "T-1")
            assert tea is not None
            assert (tea.title, tea.stock, tea.tags) == ("Tea", whole(12), ("mine",))
            assert current_stock(a.catalog, _product(a, "T-2")) == whole(4)


def test_a_shop_to_which_products_come_while_it_joins_knows_those_of_the_hub_again(
    tmp_path: Path, manager: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with joined_till(tmp_path / "a", manager, "Harbour") as a, open_shop(tmp_path / "b", create=True) as b:
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea"), who="")
        sync(a, manager)
        begin = b.catalog.transaction

        def begin_after_an_import() -> AbstractContextManager[Database]:
            monkeypatch.undo()
            upsert_product(b.catalog, ProductDraft("T-1", title="Tea, imported"), who="")
            return begin()

        monkeypatch.setattr(b.catalog, "transaction", begin_after_an_import)
        with connected(manager) as connection:
            join(b, connection, manager, "Pier")
        for till in (b, a):
            sync(till, manager)
        assert told(a.catalog, of_store=False) == told(b.catalog, of_store=False)
        assert len(told(a.catalog)) == 1


def test_a_shop_that_leaves_keeps_all_and_writes_down_nothing_more(tmp_path: Path, manager: str) -> None:
    with joined_till(tmp_path / "a", manager, "Harbour") as a:
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(12)), who="")
        with connected(manager) as connection:
            leave(a, connection)
        assert membership(a.catalog) is None
        upsert_product(a.catalog, ProductDraft("T-1", title="Green tea", stock=whole(11)), who="")
        assert waiting_changes(a.catalog) == 0
        triggers = a.catalog.db.execute(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'hub_%'"
        ).fetchone()
        assert triggers == (0,)
        with connected(manager) as connection:
            join(a, connection, manager, "Harbour")
        sync(a, manager)
    with joined_till(tmp_path / "b", manager, "Harbour") as b:
        sync(b, manager)
        tea = product_by_sku(b.catalog, "T-1")
        assert tea is not None
        assert tea.stock == whole(12)  # the store's till had said so; the one that joins again gives way


def test_a_hub_that_was_set_back_to_an_earlier_time_is_refused(
    tmp_path: Path, hub: str, manager: str
) -> None:
    with joined_till(tmp_path / "a", manager, "Harbour") as a:
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea"), who="")
        sync(a, manager)
        with connected(hub) as connection:
            connection.execute("DELETE FROM changes")
        with pytest.raises(KnownError, match="restored from an older backup"):
            sync(a, manager)


@pytest.mark.parametrize("first_to_send", ["earlier", "later"])
def test_of_two_counts_that_did_not_know_of_one_another_the_later_holds_and_neither_is_booked_twice(
    first_to_send: str, tmp_path: Path, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(10)), who="ada")
        sync(a, manager)
        sync(b, manager)
        set_stock(a.catalog, _product(a, "T-1"), whole(7), who="ada")
        time.sleep(0.01)  # both tills have this computer's clock
        set_stock(b.catalog, _product(b, "T-1"), whole(8), who="bo")
        move_stock(b.catalog, _product(b, "T-1"), -whole(1), who="bo", reason=Reason.SALE)
        tills = (a, b) if first_to_send == "earlier" else (b, a)
        for till in (*tills, *tills):
            sync(till, manager)
        assert [current_stock(till.catalog, _product(till, "T-1")) for till in tills] == [whole(7)] * 2
        assert told(a.catalog) == told(b.catalog)
        taken_back = [one for one in movements(a.catalog) if one.undone]
        assert [(one.reason, one.who, one.quantity) for one in taken_back] == [
            (Reason.COUNT, "ada", -whole(3))
        ]


def test_a_count_that_knew_of_the_other_till_s_is_booked_beside_it(tmp_path: Path, manager: str) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(10)), who="ada")
        for till, stock in ((a, 7), (b, 8), (a, 4)):
            sync(till, manager)
            set_stock(till.catalog, _product(till, "T-1"), whole(stock), who="ada")
            sync(till, manager)
        sync(b, manager)
        assert current_stock(b.catalog, _product(b, "T-1")) == whole(4)
        assert not [one for one in movements(b.catalog) if one.undone]


def test_a_count_whose_acknowledgement_was_cut_off_is_known_to_whoever_heard_of_it(
    tmp_path: Path, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(10)), who="ada")
        sync(a, manager)
        set_stock(a.catalog, _product(a, "T-1"), whole(7), who="ada")
        waiting = a.catalog.db.execute("SELECT * FROM outbox").fetchall()
        with connected(manager) as connection:
            send_changes(a.catalog, connection)
        a.catalog.db.conn.executemany("INSERT INTO outbox VALUES (?, ?, ?, ?, ?)", waiting)
        sync(b, manager)
        set_stock(b.catalog, _product(b, "T-1"), whole(8), who="bo")
        for till in (b, a, b):
            sync(till, manager)
        assert [current_stock(till.catalog, _product(till, "T-1")) for till in (a, b)] == [whole(8)] * 2
        assert waiting_changes(a.catalog) == 0
