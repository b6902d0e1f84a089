"""A shop folder that was copied is two tills: each goes on, and the hub knows both."""

import shutil
from pathlib import Path

from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, current_stock, move_stock
from core.hub.connection import connected
from core.hub.joining import leave
from core.hub.membership import require_membership
from core.hub.status import hub_status
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync, told


def _sell(shop: Shop, pieces: int) -> None:
    tea = product_by_sku(shop.catalog, "T-1")
    assert tea is not None
    move_stock(shop.catalog, tea.id, -whole(pieces), who="", reason=Reason.SALE)


def _tills(hub: str) -> dict[str, bool]:
    """Whether each till has left, by its id."""
    with connected(hub) as connection:
        return {till.id: till.has_left is not None for till in hub_status(connection).tills}


def test_a_copy_becomes_a_till_of_its_own_and_nothing_is_lost(tmp_path: Path, manager: str) -> None:
    with joined_till(tmp_path / "a", manager, "Harbour") as a:
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(12)), who="")
        sync(a, manager)
        _sell(a, 1)  # waits in both, and counts once
    shutil.copytree(tmp_path / "a", tmp_path / "copy")
    with open_shop(tmp_path / "a") as a, open_shop(tmp_path / "copy") as copy:
        _sell(copy, 2)
        assert not sync(a, manager).parted
        assert sync(copy, manager).parted
        assert not sync(copy, manager).parted
        done = sync(a, manager)
        assert (done.parted, done.received) == (False, 1)
        assert told(a.catalog) == told(copy.catalog)
        tea = product_by_sku(a.catalog, "T-1")
        assert tea is not None
        assert current_stock(a.catalog, tea.id) == whole(9)
        first, second = (require_membership(shop.catalog).till for shop in (a, copy))
        assert _tills(manager) == {first: False, second: False}
        with connected(manager) as connection:
            leave(copy, connection)
        assert _tills(manager) == {first: False, second: True}
