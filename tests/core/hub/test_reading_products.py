"""A new till reads what holds, not all that was ever said, and ends up like one that heard it all."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.catalog.database.change_ids import change_id, ticked
from core.catalog.edits.deletion import delete_products
from core.catalog.edits.product_change import ProductChange
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, move_stock
from core.catalog.tags.tags import add_tag, remove_tag
from core.errors import Cancelled
from core.hub import reading_products
from core.hub.connection import connected
from core.hub.membership import require_membership
from core.hub.synchronising import synchronise
from core.ingest.shop_edits import edit_shop
from core.progress import Progress
from core.quantities.quantity import whole
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync, told

_PRODUCTS, _TIMES = 5, 12


@pytest.fixture
def old(tmp_path: Path, manager: str) -> Iterator[Shop]:
    """A till of Harbour with a few products, each changed many times, one of them deleted."""
    with joined_till(tmp_path / "old", manager, "Harbour") as till:
        for number in range(_PRODUCTS):
            upsert_product(till.catalog, ProductDraft(f"T-{number}", title="Tea", stock=whole(9)), who="")
        sync(till, manager)
        keys = [key for (key,) in till.catalog.db.execute("SELECT id FROM products")]
        for time in range(_TIMES):
            change = ProductChange(title=f"Tea {time}", category=f"C{time}", location=f"A-{time}")
            edit_shop(till, dict.fromkeys(keys, change), who="")
            add_tag(till.catalog, keys, "green", who="")
            remove_tag(till.catalog, "green", keys[1:], who="")
        for key in keys:
            move_stock(till.catalog, key, -whole(1), who="", reason=Reason.SALE)
        set_archived(till.catalog, keys[-1:])
        delete_products(till.catalog, keys[-1:])
        sync(till, manager)
        yield till


def test_a_new_till_of_each_store_reads_no_more_than_what_holds(
    tmp_path: Path, old: Shop, hub: str, manager: str
) -> None:
    with connected(hub) as connection:
        ((said,),) = connection.execute("SELECT count(*) FROM changes").fetchall()
    for store in ("Harbour", "Pier"):
        with joined_till(tmp_path / store, manager, store) as new:
            received = sync(new, manager).received
            is_own = store == "Harbour"
            assert told(new.catalog, of_store=is_own) == told(old.catalog, of_store=is_own) != {}
            # made, named, sorted, put, tagged, and two movements; of the deleted one that it is
            assert received <= (_PRODUCTS - 1) * 7 + 1 < said / 5
            edit_shop(old, {1: ProductChange(title=f"Tea of {store}")}, who="")
            for till in (old, new):
                sync(till, manager)
            assert told(new.catalog, of_store=is_own) == told(old.catalog, of_store=is_own)


def test_what_no_till_of_ours_says_hides_nothing_that_holds(
    tmp_path: Path, old: Shop, hub: str, manager: str
) -> None:
    rows = old.catalog.db.execute("SELECT uid FROM hub_products ORDER BY product_id LIMIT 4").fetchall()
    tea, loud, shouted, far_off = (uid for (uid,) in rows)
    till = require_membership(old.catalog).till
    left_out: tuple[tuple[str, str, dict[str, Any]], ...] = (
        (tea, "fields", {"fields": {"title": 7, "location": "B-1"}}),
        (tea, "fields", {"fields": {"deleted": 1}}),
        (tea, "tag", {"tag": "green", "gained": "perhaps"}),
        (far_off, "deleted", {}),
    )
    said: tuple[tuple[str, str, dict[str, Any]], ...] = (
        *left_out,
        (tea, "fields", {"fields": {"category": "x", "merged": "nowhere"}}),
        (tea, "product", {"fields": {"sku": "T-0", "title": "Made again"}, "tags": []}),
        (loud.upper(), "fields", {"fields": {"title": "Loud"}}),
        (f"{{{loud}}}", "tag", {"tag": "green", "gained": 0}),
        (shouted.upper(), "deleted", {}),
        ("nothing", "fields", {"fields": {"title": "Of nothing"}}),
    )
    with connected(hub) as connection:
        for key, kind, body in said:
            clock = 1 << 62 if key == far_off else ticked(0)
            connection.execute(
                "INSERT INTO changes (id, store, till, clock, kind, key, body)"
                " VALUES (%s, 'Harbour', %s, 1, %s, %s, %s)",
                [change_id(clock), till, kind, key, json.dumps(body)],
            )
    sync(old, manager)
    with joined_till(tmp_path / "new", manager, "Harbour") as new:
        assert sync(new, manager).malformed == len(left_out)
        assert told(new.catalog) == told(old.catalog) and len(told(new.catalog)) == _PRODUCTS - 1


def test_one_that_is_cut_off_while_it_joins_goes_on_where_it_was(
    tmp_path: Path, old: Shop, manager: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_products, "_PRODUCTS", 1)

    def until_two_are_read(progress: Progress) -> bool:
        return progress.done < 2

    with joined_till(tmp_path / "new", manager, "Harbour") as new:
        with pytest.raises(Cancelled), connected(manager) as connection:
            synchronise(new, connection, until_two_are_read)
        assert len(told(new.catalog)) == 2
        tea = product_by_sku(old.catalog, "T-1")
        assert tea is not None
        edit_shop(old, {tea.id: ProductChange(title="Mint")}, who="")
        upsert_product(old.catalog, ProductDraft("T-9", title="Mug"), who="")
        sync(old, manager)
        before = require_membership(new.catalog)
        assert before.reading and before.place
        monkeypatch.setattr(reading_products, "_PRODUCTS", 100)
        sync(new, manager)
        assert require_membership(new.catalog).reading is None
        assert told(new.catalog) == told(old.catalog)
