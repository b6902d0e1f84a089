"""A shop can be copied while it is in use, and moved while it is closed."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from core.care.moving import copy_shop, move_shop
from core.catalog.products.products import counts
from core.errors import Cancelled, KnownError
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from tests.core.asking import ask


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of two products."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "pictures").mkdir()
    for colour in ("red", "blue"):
        Image.new("RGB", (64, 64), colour).save(folder / "pictures" / f"{colour}.png")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
    return folder / "shop"


@pytest.fixture
def shop_folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "shop"))


def test_a_copy_made_while_the_shop_is_open_can_be_searched(shop_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "Second shop"
    with open_shop(shop_folder, device="cpu") as shop:
        copy_shop(shop.catalog, shop.folder, target)
    query = tmp_path / "query.png"
    Image.new("RGB", (64, 64), "red").save(query)
    with open_shop(target, device="cpu") as copied:
        assert copied.name == "Second shop"
        assert ask(copied, query).results[0].title == "red"
    assert (shop_folder / "catalog.db").exists()
    assert [path.name for path in target.parent.iterdir()] == ["Second shop"]


def test_a_copy_that_is_stopped_leaves_nothing(shop_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "shop"
    with open_shop(shop_folder, device="cpu") as shop, pytest.raises(Cancelled):
        copy_shop(shop.catalog, shop.folder, target, lambda progress: progress.done < 1)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("other_disk", [False, True], ids=["same disk", "another disk"])
def test_a_moved_shop_is_whole_at_its_new_place_and_gone_from_the_old(
    shop_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other_disk: bool
) -> None:
    if other_disk:
        _part_the_disk(monkeypatch, shop_folder)
    target = tmp_path / "elsewhere" / "shop"
    move_shop(shop_folder, target)
    assert not shop_folder.exists()
    with open_shop(target, device="cpu") as moved:
        assert counts(moved.catalog).photos == 2
        assert all(moved.files.path(path.stem).exists() for path in (target / "photos").rglob("*.jpg"))


def test_a_move_to_another_disk_that_is_stopped_leaves_the_shop_where_it_was(
    shop_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _part_the_disk(monkeypatch, shop_folder)
    with pytest.raises(Cancelled):
        move_shop(shop_folder, tmp_path / "elsewhere" / "shop", lambda progress: progress.done < 2)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    with open_shop(shop_folder, device="cpu") as shop:
        assert counts(shop.catalog).products == 2


def test_a_shop_in_use_is_not_moved(shop_folder: Path, tmp_path: Path) -> None:
    with open_shop(shop_folder, device="cpu"), pytest.raises(KnownError, match="in use"):
        move_shop(shop_folder, tmp_path / "elsewhere")
    assert (shop_folder / "catalog.db").exists()


def test_a_folder_that_holds_something_is_refused(shop_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear")
    with pytest.raises(KnownError, match="something in"):
        move_shop(shop_folder, tmp_path / "full")
    with open_shop(shop_folder, device="cpu") as shop, pytest.raises(KnownError, match="inside the shop"):
        copy_shop(shop.catalog, shop.folder, shop_folder / "photos" / "copy")


def _part_the_disk(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the system refuse to rename ``folder`` to another one's place, as it does between two disks."""
    rename = os.rename

    def refuse(source: str | Path, target: str | Path) -> None:
        if Path(source) == folder and Path(target).parent != folder.parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(source, target)

    monkeypatch.setattr(Path, "rename", refuse)


def test_nobody_writes_to_a_shop_while_it_is_moved_to_another_disk(
    shop_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _part_the_disk(monkeypatch, shop_folder)
    writers = []

    def look(_progress: object) -> None:
        with open_shop(shop_folder, device="cpu") as shop:
            writers.append(shop.writable)

    move_shop(shop_folder, tmp_path / "elsewhere" / "shop", look)
    assert writers
    assert not any(writers)


def test_a_copy_while_another_lesson_is_put_in_use_is_refused(shop_folder: Path, tmp_path: Path) -> None:
    with open_shop(shop_folder, device="cpu") as shop:
        shop.models.activate(None)

        def switch(_progress: object) -> None:
            shop.models.activate("0007-quick")

        with pytest.raises(KnownError, match="Another lesson"):
            copy_shop(shop.catalog, shop.folder, tmp_path / "elsewhere" / "shop", switch)
    assert list((tmp_path / "elsewhere").iterdir()) == []
