"""A shop with links that a stranger put there: nothing is read or written through them, and it says so."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.care.archive import write_archive
from core.care.backup import daily_backup
from core.care.moving import move_shop
from core.care.restore import restore_shop
from core.catalog.database.backup_files import newest_good_backup
from core.catalog.stock import Reason, move_stock
from core.errors import KnownError
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.quantities.quantity import whole
from core.search.answering import answer
from core.search.see import see
from core.shop.opening import open_shop

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop with a photo, a backup, points and a lesson's folder."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "pictures").mkdir()
    Image.effect_noise((64, 64), 80).convert("RGB").save(folder / "pictures" / "noise.png")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
        answer(shop, see(shop, [folder / "pictures" / "noise.png"]))
        daily_backup(shop.catalog)
        shop.models.activate(None)
    (folder / "shop" / "models" / "backbones" / "x").mkdir(parents=True)
    write_archive_of(folder / "shop", folder / "backup.zip")
    return folder


def write_archive_of(folder: Path, target: Path) -> None:
    with open_shop(folder, device="cpu") as shop:
        write_archive(shop.catalog, shop.folder, target)


def first(pattern: str) -> Callable[[Path], Path]:
    return lambda shop: sorted(shop.glob(pattern))[0]


PLACES: dict[str, Callable[[Path], Path]] = {
    name: first(name)
    for name in (
        "photos", "photos/*", "thumbs", "thumbs/*", "models", "models/active.json", "models/backbones",
        "models/backbones/x", "backups", "backups/*.db", "index", "index/*", "index/*/manifest.json",
        "shop.lock",
    )
}  # fmt: skip


def everything(folder: Path) -> dict[Path, bytes | None]:
    """What lies in a folder, but for what SQLite puts beside a catalog that is read."""
    found = (path for path in sorted(folder.rglob("*")) if not path.name.startswith("catalog.db-"))
    return {path: path.read_bytes() if path.is_file() else None for path in found}


@pytest.mark.parametrize("place", PLACES)
def test_a_shop_with_a_link_is_read_without_it_and_not_changed(
    made: Path, tmp_path: Path, place: str
) -> None:
    folder, outside = tmp_path / "shop", tmp_path / "outside"
    shutil.copytree(made / "shop", folder)
    linked = PLACES[place](folder)
    shutil.move(linked, outside)
    linked.symlink_to(outside, target_is_directory=outside.is_dir())
    before, own = everything(tmp_path), everything(outside)
    with open_shop(folder, device="cpu") as shop:
        assert not shop.writable
        with pytest.raises(KnownError, match="is a link") as refusal:
            shop.require_writable()
        assert str(linked) in str(refusal.value)
        with pytest.raises(KnownError):
            move_stock(shop.catalog, 1, whole(1), who="x", reason=Reason.SALE)
        assert answer(shop, see(shop, [made / "pictures" / "noise.png"])).results
        if place == "backups":
            assert newest_good_backup(shop.catalog.path) is None
        if place.startswith("photos"):
            report = write_archive(shop.catalog, folder, tmp_path / "out.zip")
            assert (report.photos, report.missing_photos) == (0, 1)
            (tmp_path / "out.zip").unlink()
    with pytest.raises(KnownError, match="is a link"):
        restore_shop(folder, made / "backup.zip")
    with pytest.raises(KnownError, match="is a link"):
        move_shop(folder, tmp_path / "moved")
    assert everything(outside) == own
    if place not in {"thumbs", "index"}:
        assert set(everything(tmp_path)) == set(before)


@pytest.mark.parametrize("name", ["catalog.db", "catalog.db-wal"])
@pytest.mark.parametrize("hard", [False, True], ids=["symbolic", "hard"])
def test_a_catalog_that_is_somebody_elses_is_not_written(
    made: Path, tmp_path: Path, name: str, hard: bool
) -> None:
    folder, outside = tmp_path / "shop", tmp_path / "outside.db"
    shutil.copytree(made / "shop", folder)
    (folder / name).touch()
    shutil.move(folder / name, outside)
    if hard:
        (folder / name).hardlink_to(outside)
    else:
        (folder / name).symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(KnownError, match="is a link"), open_shop(folder, device="cpu") as shop:
        shop.require_writable()
    assert outside.read_bytes() == before


def test_a_photo_that_is_a_link_is_missing_and_adding_it_again_mends_it(made: Path, tmp_path: Path) -> None:
    folder, outside = tmp_path / "shop", tmp_path / "outside.jpg"
    shutil.copytree(made / "shop", folder)
    photo = first("photos/*/*.jpg")(folder)
    shutil.move(photo, outside)
    photo.symlink_to(outside)
    before = outside.read_bytes()
    with open_shop(folder, device="cpu") as shop:
        assert not shop.files.path(photo.stem).exists()
        import_entries(shop, folder_entries(made / "pictures"))
        assert shop.files.path(photo.stem).read_bytes() == before
    assert not photo.is_symlink()
    assert outside.read_bytes() == before


def test_a_photo_with_another_name_is_not_changed_in_place(made: Path, tmp_path: Path) -> None:
    folder, other = tmp_path / "shop", tmp_path / "snapshot.jpg"
    shutil.copytree(made / "shop", folder)
    photo = first("photos/*/*.jpg")(folder)
    other.hardlink_to(photo)
    other.write_bytes(b"damaged")
    with open_shop(folder, device="cpu") as shop:
        assert shop.writable
        with Image.open(made / "pictures" / "noise.png") as picture:
            stored = shop.files.add(picture.convert("RGB"))
        assert stored.sha256 == photo.stem
        assert photo.read_bytes() != b"damaged"
    assert other.read_bytes() == b"damaged"


def test_the_shops_folder_itself_may_be_reached_through_a_link(made: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(made / "shop", tmp_path / "shop"))
    (tmp_path / "desktop").symlink_to(folder)
    with open_shop(tmp_path / "desktop", device="cpu") as shop:
        assert shop.writable
        move_stock(shop.catalog, 1, whole(1), who="x", reason=Reason.SALE)
