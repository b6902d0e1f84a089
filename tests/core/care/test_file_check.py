"""Files that no row of the catalog proves: what is found, what is mended, and what is left alone."""

import os
import shutil
import time
from pathlib import Path

import pytest
from PIL import Image

from core.care.archive import write_archive
from core.care.backup import daily_backup
from core.care.check import check_shop, repair_shop
from core.catalog.edits.edit_log import forget_steps
from core.catalog.photos.photos import photos_of_product, remove_photos
from core.imaging.photo_files import THUMBNAIL_SIDE
from core.shop.opening import open_shop
from core.shop.shop import Shop


def sentences(shop: Shop) -> list[str]:
    return [str(sentence) for sentence in check_shop(shop).sentences]


def a_photo(shop: Shop) -> str:
    return photos_of_product(shop.catalog, 1)[0].sha256


@pytest.mark.parametrize("damage", ["flip", "cut", "other picture", "too large"])
def test_a_damaged_thumbnail_is_found_and_made_anew(shop: Shop, damage: str) -> None:
    path = shop.files.thumbnail_path(a_photo(shop))
    data = path.read_bytes()
    if damage == "flip":
        path.write_bytes(data[:700] + bytes([data[700] ^ 1]) + data[701:])
    elif damage == "cut":
        path.write_bytes(data[:500])
    elif damage == "other picture":
        path.write_bytes(b"no picture")
    else:
        Image.new("RGB", (900, 900)).save(path)
    assert sentences(shop) == ["Damaged thumbnails: 1. Repair the shop."]
    assert repair_shop(shop, check_shop(shop)).ok
    assert shop.files.thumbnail_is_whole(a_photo(shop))
    with Image.open(path) as picture:
        assert picture.size == (THUMBNAIL_SIDE, THUMBNAIL_SIDE)


def test_photos_of_nobody_are_counted_and_swept_once_nothing_names_them(shop: Shop) -> None:
    photo = shop.files.path(a_photo(shop))
    stray = photo.with_name(f"{photo.parent.name}{'0' * 62}.jpg")
    shutil.copy(photo, stray)
    backup = daily_backup(shop.catalog)
    assert backup is not None
    remove_photos(shop.catalog, [photos_of_product(shop.catalog, 1)[0].id])
    shop.refresh_index()
    assert sentences(shop) == ["Photos that belong to no product: 1. Repair the shop."]
    assert repair_shop(shop, check_shop(shop)).ok
    assert not stray.exists() and photo.exists()  # the backup's catalog may be restored
    backup.unlink()
    assert repair_shop(shop, check_shop(shop)).ok
    assert photo.exists()  # the import may be undone and done again
    forget_steps(shop.catalog)
    assert repair_shop(shop, check_shop(shop)).ok
    assert not photo.exists()


@pytest.mark.parametrize(
    "name",
    [".shop.zip.1a2b3c4d.tmp", "photos/ab/.x.jpg.1a2b3c4d.tmp", "models/.0009-quick.aa.tmp/", ".x.moving"],
)
def test_what_killed_writers_left_is_counted_and_swept(shop: Shop, name: str) -> None:
    path = shop.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith("/"):
        path.mkdir()
        (path / "part").write_bytes(b"half")
    else:
        path.write_bytes(b"half")
    assert sentences(shop) == ["Temporary files left by a program that was ended: 1. Repair the shop."]
    assert repair_shop(shop, check_shop(shop)).ok
    assert not path.exists()


def test_what_another_program_is_writing_at_the_moment_is_no_leftover(shop: Shop) -> None:
    path = shop.folder / ".catalog.zip.1a2b3c4d.tmp"
    path.write_bytes(b"half")
    with open_shop(shop.folder, write=False) as reader:
        assert check_shop(reader).ok
        os.utime(path, (time.time() - 600,) * 2)
        assert not check_shop(reader).ok


def test_a_stranger_s_file_is_named_and_is_no_problem(shop: Shop) -> None:
    (shop.folder / "prices.xlsx").write_bytes(b"the merchant's own")
    found = check_shop(shop)
    assert found.ok and ["prices.xlsx" in str(note) for note in found.files.notes] == [True]


def test_a_damaged_backup_stays_listed_until_it_is_deleted(shop: Shop) -> None:
    backup = daily_backup(shop.catalog)
    assert backup is not None
    backup.write_bytes(backup.read_bytes()[:5000])
    assert backup.name in str(repair_shop(shop, check_shop(shop)).sentences)
    backup.unlink()
    assert check_shop(shop).ok


def test_a_backup_names_the_products_whose_photos_are_lost(shop: Shop, tmp_path: Path) -> None:
    photo = shop.files.path(a_photo(shop))
    photo.write_bytes(photo.read_bytes()[:500])
    shop.files.path(photos_of_product(shop.catalog, 2)[0].sha256).unlink()
    report = write_archive(shop.catalog, shop.folder, tmp_path / "shop.zip")
    assert (report.photos, report.missing_photos) == (2, 2)
    assert report.lost_photos_of == ("blue ball (Balls/blue ball)", "red ball (Balls/red ball)")
