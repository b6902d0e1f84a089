"""A till that was brought back from a backup gets again what it made since, and names no change twice."""

from pathlib import Path

from core.care.archive import write_archive
from core.care.restore import restore_shop
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, current_stock, move_stock
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync, told


def _sell(shop: Shop, pieces: int) -> None:
    tea = product_by_sku(shop.catalog, "T-1")
    assert tea is not None
    move_stock(shop.catalog, tea.id, -whole(pieces), who="", reason=Reason.SALE)


def _ids(shop: Shop) -> set[str]:
    return {row[0] for row in shop.catalog.db.execute("SELECT id FROM outbox").fetchall()}


def _clock(shop: Shop) -> int:
    (clock,) = shop.catalog.db.execute("SELECT clock FROM hub_state").fetchone()
    return int(clock)


def test_what_was_made_after_the_backup_and_sent_comes_back_once(tmp_path: Path, manager: str) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(12)), who="")
        sync(a, manager)
        _sell(a, 1)  # waits in the outbox of the backup
        write_archive(a.catalog, a.folder, tmp_path / "a.zip")
        upsert_product(a.catalog, ProductDraft("T-1", title="Green tea"), who="")
        _sell(a, 2)
        before = _ids(a)
        clock = _clock(a)
        sync(a, manager)
        a.close()
        restore_shop(tmp_path / "a", tmp_path / "a.zip")
        with open_shop(tmp_path / "a") as again:
            assert _clock(again) >= clock  # that of the catalog that was replaced
            _sell(again, 3)
            made = _ids(again) - before
            assert len(made) == 1
            assert min(made) > max(before)
            sync(again, manager)
            sync(b, manager)
            assert told(again.catalog) == told(b.catalog)
            tea = product_by_sku(again.catalog, "T-1")
            assert tea is not None
            assert tea.title == "Green tea"
            assert current_stock(again.catalog, tea.id) == whole(6)
