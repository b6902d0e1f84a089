"""A shop whose folder goes while it is open: nothing is acknowledged into nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.care.backup import daily_backup
from core.catalog.database.backup_files import copy_database, is_whole
from core.catalog.database.place import GoneError
from core.catalog.products.products import counts
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError
from core.shop.opening import open_shop
from core.shop.shop import Shop

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take an open file away")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    opened = open_shop(tmp_path / "shop", create=True, device="cpu")
    upsert_product(opened.catalog, ProductDraft("A"))
    opened.files.add(Image.effect_noise((32, 32), 50).convert("RGB"))
    return opened


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def move(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def replace_by_a_copy(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    move(folder)
    folder.with_name("copy").rename(folder)


def replace_by_an_empty_one(folder: Path) -> None:
    move(folder)
    folder.mkdir()


def take_the_catalog(folder: Path) -> None:
    (folder / "catalog.db").unlink()


def take_the_log(folder: Path) -> None:
    (folder / "catalog.db-wal").unlink()


WAYS = [remove, move, replace_by_a_copy, replace_by_an_empty_one, take_the_catalog, take_the_log]
WRITES: dict[str, Callable[[Shop], object]] = {
    "catalog": lambda shop: upsert_product(shop.catalog, ProductDraft("B")),
    "photo": lambda shop: shop.files.add(Image.effect_noise((48, 48), 50).convert("RGB")),
    "model": lambda shop: shop.models.activate(None),
    "backup": lambda shop: daily_backup(shop.catalog),
    "index": lambda shop: shop.rebuild_index(),
    "anything": lambda shop: shop.require_writable(),
}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("write", WRITES)
def test_a_write_after_the_folder_has_gone_is_refused_and_makes_nothing(
    shop: Shop, way: Callable[[Path], None], write: str
) -> None:
    if way is take_the_log and write != "catalog":
        pytest.skip("it concerns the catalog alone")
    way(shop.folder)
    before = sorted(path for path in shop.folder.parent.rglob("*"))
    with pytest.raises(GoneError, match="has gone"):
        WRITES[write](shop)
    assert sorted(path for path in shop.folder.parent.rglob("*")) == before
    assert counts(shop.catalog).products == 1
    shop.close()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_folder_that_goes_during_a_transaction_takes_it_along(
    shop: Shop, way: Callable[[Path], None]
) -> None:
    with pytest.raises(KnownError), shop.catalog.transaction():
        upsert_product(shop.catalog, ProductDraft("B"))
        way(shop.folder)
    assert counts(shop.catalog).products == 1
    shop.close()


@pytest.mark.parametrize("way", [remove, move, replace_by_an_empty_one], ids=lambda way: way.__name__)
def test_what_is_still_held_can_be_saved(
    shop: Shop, way: Callable[[Path], None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    way(shop.folder)
    target = tmp_path_factory.mktemp("saved") / "catalog.db"
    copy_database(shop.catalog.db.conn, target)
    assert is_whole(target)
    shop.close()


def test_a_folder_that_is_back_is_written_again(shop: Shop) -> None:
    move(shop.folder)
    with pytest.raises(GoneError):
        upsert_product(shop.catalog, ProductDraft("B"))
    shop.folder.with_name("elsewhere").rename(shop.folder)
    upsert_product(shop.catalog, ProductDraft("B"))
    shop.close()
    with open_shop(shop.folder, device="cpu") as again:
        assert counts(again.catalog).products == 2
