"""What is done to a shop while none is open: restoring it, and failing so that nothing is lost."""

import shutil
from pathlib import Path

import pytest

from core.care.archive import write_archive
from core.catalog.products.products import counts, product_by_sku, set_archived
from core.errors import KnownError
from core.progress import Progress, ignore_progress
from core.shop.opening import open_shop
from desktop_app.pages.settings.shop_keeper import make_new, move_to, restore_from
from tests.painted_shop import make_shop


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop."""
    return make_shop(tmp_path_factory.mktemp("keeper") / "shop", products=2, counter_photos=0)


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "shop"))


def test_a_shop_is_brought_back_to_its_backup_with_progress(shop: Path, tmp_path: Path) -> None:
    with open_shop(shop, device="cpu") as opened:
        write_archive(opened.catalog, opened.folder, tmp_path / "all.zip")
        product = product_by_sku(opened.catalog, "Sign 1")
        assert product is not None
        set_archived(opened.catalog, [product.id])
    told: list[Progress] = []
    restore_from(tmp_path / "all.zip", shop)(told.append)
    assert told
    with open_shop(shop, device="cpu") as opened:
        assert counts(opened.catalog).products == 2


def test_a_backup_becomes_a_shop_of_its_own_in_a_new_folder(shop: Path, tmp_path: Path) -> None:
    with open_shop(shop, device="cpu") as opened:
        write_archive(opened.catalog, opened.folder, tmp_path / "all.zip")
    restore_from(tmp_path / "all.zip", tmp_path / "again")(ignore_progress)
    with open_shop(tmp_path / "again", device="cpu") as opened:
        assert counts(opened.catalog).photos == 2


def test_what_is_no_backup_leaves_the_shop_as_it_was(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.zip").write_text("dear", encoding="utf-8")
    with pytest.raises(KnownError, match="damaged or no backup"):
        restore_from(tmp_path / "letter.zip", shop)(ignore_progress)
    with open_shop(shop, device="cpu") as opened:
        assert counts(opened.catalog).products == 2


def test_a_new_shop_is_made_in_an_empty_folder_alone(shop: Path, tmp_path: Path) -> None:
    make_new(tmp_path / "new")(ignore_progress)
    with open_shop(tmp_path / "new", device="cpu") as opened:
        assert counts(opened.catalog).products == 0
    with pytest.raises(KnownError, match="other files"):
        make_new(shop / "photos")(ignore_progress)


def test_a_shop_is_not_moved_onto_another(shop: Path, tmp_path: Path) -> None:
    shutil.copytree(shop, tmp_path / "far" / "shop")
    with pytest.raises(KnownError, match="something in"):
        move_to(shop, tmp_path / "far" / "shop")(ignore_progress)
    assert (shop / "catalog.db").exists()
