"""Lines that drop, wait, halve and corrupt, and hubs that cannot write: a till says so, waits, and loses
nothing."""

import random
from pathlib import Path

import pytest

from core.catalog.database.change_ids import change_id, ticked
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, current_stock, move_stock
from core.catalog.tags.tags import add_tag
from core.hub.connection import connected
from core.hub.errors import HubAwayError
from core.hub.membership import waiting_changes
from core.quantities.quantity import whole
from core.shop.shop import Shop
from tests.core.hub.bad_line import bad_line
from tests.core.hub.certificates import new_authority, sign
from tests.core.hub.encrypting_front import encrypting_front
from tests.core.hub.postgres import Postgres
from tests.core.hub.tills import joined_till, sync, told

_SALES = 60


def _tea(shop: Shop) -> int:
    found = product_by_sku(shop.catalog, "T-1")
    assert found is not None
    return found.id


def _sell_over_a_bad_line(tmp_path: Path, postgres: Postgres, manager: str, sales: int, seed: int) -> None:
    choice = random.Random(seed)
    authority = new_authority(tmp_path, "ours")
    with (
        encrypting_front(postgres.port, *sign(authority, "localhost")) as front,
        bad_line(front, seed) as line,
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        far = f"{manager.replace(f':{postgres.port}/', f':{line.port}/')}?sslmode=require"
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(10 * sales)), who="")
        sync(a, manager)
        sync(b, manager)
        line.badness = 0.15
        failed = 0
        for number in range(sales):
            till = choice.choice((a, b))
            move_stock(till.catalog, _tea(till), -whole(1), who="", reason=Reason.SALE)
            add_tag(till.catalog, [_tea(till)], f"tag {number % 7}", who="")
            try:
                sync(choice.choice((a, b)), far)
            except HubAwayError:  # and no other error: whatever a line does, the hub is away
                failed += 1
        assert failed
        assert line.happened == {"drop", "delay", "halve", "corrupt"}
        line.badness = 0.0
        for till in (a, b, a):
            sync(till, far)
        assert told(a.catalog) == told(b.catalog)
        assert current_stock(a.catalog, _tea(a)) == whole(9 * sales)
        assert waiting_changes(a.catalog) == waiting_changes(b.catalog) == 0


def test_over_a_bad_line_everything_arrives_once(tmp_path: Path, postgres: Postgres, manager: str) -> None:
    _sell_over_a_bad_line(tmp_path, postgres, manager, 60, 1)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_over_a_line_that_is_bad_for_long_everything_arrives_once(
    tmp_path: Path, postgres: Postgres, manager: str
) -> None:
    _sell_over_a_bad_line(tmp_path, postgres, manager, 1500, 2)


def test_a_hub_that_can_only_be_read_is_read_and_changes_wait_here(
    tmp_path: Path, hub: str, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(5)), who="")
        sync(a, manager)
        upsert_product(b.catalog, ProductDraft("T-2", title="Mug"), who="")
        _let_write(hub, manager, can=False)
        with pytest.raises(HubAwayError, match="can only be read"):
            sync(b, manager)
        assert waiting_changes(b.catalog) == 1
        assert current_stock(b.catalog, _tea(b)) == whole(5)
        _let_write(hub, manager, can=True)
        sync(b, manager)
        assert waiting_changes(b.catalog) == 0


def _let_write(hub: str, manager: str, *, can: bool) -> None:
    name = manager.partition("//")[2].partition(":")[0]
    with connected(hub) as connection:
        connection.execute(f"ALTER ROLE {name} SET default_transaction_read_only = {'off' if can else 'on'}")


def test_a_hub_that_is_full_is_told_and_changes_wait_here(tmp_path: Path, hub: str, manager: str) -> None:
    """The server's own words for a full disk, as it gives them when a table's file cannot grow."""
    with joined_till(tmp_path / "a", manager, "Harbour") as a:
        with connected(hub) as connection:
            connection.execute(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                " RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
            )
            connection.execute(
                "CREATE TRIGGER full_disk BEFORE INSERT ON changes EXECUTE FUNCTION full_disk()"
            )
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(5)), who="")
        with pytest.raises(HubAwayError, match="disk is full"):
            sync(a, manager)
        assert waiting_changes(a.catalog) == 2
        with connected(hub) as connection:
            connection.execute("DROP TRIGGER full_disk ON changes")
        assert sync(a, manager).sent == 2


def test_a_till_that_was_away_for_a_month_catches_up(tmp_path: Path, manager: str) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(5000)), who="")
        sync(a, manager)
        sync(b, manager)
        for till in (a, b):
            with till.catalog.transaction():  # a month of sales on each
                for _ in range(1200):
                    move_stock(till.catalog, _tea(till), -whole(1), who="", reason=Reason.SALE)
        sync(a, manager)
        assert sync(b, manager).received == 1200
        sync(a, manager)
        assert current_stock(a.catalog, _tea(a)) == current_stock(b.catalog, _tea(b)) == whole(2600)
        assert told(a.catalog) == told(b.catalog)


def test_a_change_that_no_till_of_ours_makes_stops_nobody(tmp_path: Path, hub: str, manager: str) -> None:
    with joined_till(tmp_path / "a", manager, "Harbour") as a:
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea"), who="")
        sync(a, manager)
        with connected(hub) as connection:
            for kind, body in (
                ("fields", '{"fields": {"title": 7}}'),
                ("fields", '{"fields": {"id": "1; DROP TABLE products"}}'),
                ("fields", '{"fields": 3}'),
                ("product", "[]"),
                ("product", '{"fields": {"sku": ""}, "tags": []}'),
                ("tag", '{"tag": null, "gained": 1}'),
                ("photo", '{"sha256": "../../etc/passwd", "gained": 1}'),
                ("movement", '{"quantity": 1e30, "reason": "sale"}'),
                ("unheard of", "{}"),
            ):
                connection.execute(
                    "INSERT INTO changes (id, store, till, clock, kind, key, body)"
                    " SELECT %s, store, id, 1, %s, (SELECT key FROM changes LIMIT 1), %s FROM tills LIMIT 1",
                    [change_id(ticked(0)), kind, body],
                )
        upsert_product(a.catalog, ProductDraft("T-1", title="Green tea"), who="")
        assert sync(a, manager).malformed == 8
        tea = product_by_sku(a.catalog, "T-1")
        assert tea is not None
        assert tea.title == "Green tea"
