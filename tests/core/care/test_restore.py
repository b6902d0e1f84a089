"""A whole shop in one file, and back; what is no whole backup of one is refused."""

import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from core.care.archive import write_archive
from core.care.backup import daily_backup
from core.care.restore import restore_shop
from core.catalog.database.backup_files import copy_database
from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.products import counts, product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import Cancelled, KnownError


def skus(path: Path) -> list[str]:
    with Catalog(path) as catalog:
        return [row[0] for row in catalog.db.execute("SELECT sku FROM products ORDER BY sku").fetchall()]


@pytest.fixture
def shop(catalog: Catalog) -> Path:
    """A shop with two products, a photo of each (one file gone) and a model."""
    folder = catalog.path.parent
    for sku, data in (("A", b"one"), ("B", b"two")):
        sha256 = hashlib.sha256(data).hexdigest()
        add_photo(catalog, upsert_product(catalog, ProductDraft(sku)).product_id, PhotoFile(sha256, 1, 1))
        if sku == "A":
            path = folder / "photos" / sha256[:2] / f"{sha256}.jpg"
            path.parent.mkdir(parents=True)
            path.write_bytes(data)
    (folder / "models" / "v1").mkdir(parents=True)
    (folder / "models" / "v1" / "weights.npz").write_bytes(b"weights")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("photos", "models")
        for path in (folder / part).rglob("*")
        if path.is_file()
    }


def test_a_whole_shop_goes_into_one_file_and_comes_back_elsewhere(
    tmp_path: Path, catalog: Catalog, shop: Path
) -> None:
    report = write_archive(catalog, shop, tmp_path / "backup.zip")
    assert (report.photos, report.missing_photos) == (1, 1)
    elsewhere = tmp_path / "elsewhere"
    assert restore_shop(elsewhere, tmp_path / "backup.zip") is None
    assert skus(elsewhere / "catalog.db") == ["A", "B"]
    assert files(elsewhere) == files(shop)
    assert sorted(path.name for path in elsewhere.iterdir()) == [
        "catalog.db",
        "models",
        "photos",
        "shop.lock",
    ]


def test_restoring_puts_the_shop_back_and_keeps_the_present_one_aside(
    tmp_path: Path, catalog: Catalog, shop: Path
) -> None:
    write_archive(catalog, shop, tmp_path / "backup.zip")
    upsert_product(catalog, ProductDraft("C"))
    catalog.close()
    for path in (shop / "photos").rglob("*.jpg"):
        path.write_bytes(b"damaged")
    before = files(shop)
    aside = restore_shop(shop, tmp_path / "backup.zip")
    assert skus(shop / "catalog.db") == ["A", "B"]
    assert files(shop) != before
    assert aside is not None
    assert skus(aside) == ["A", "B", "C"]


def test_a_copy_of_the_catalog_alone_is_restored_too(catalog: Catalog, shop: Path) -> None:
    backup = daily_backup(catalog)
    assert backup is not None
    upsert_product(catalog, ProductDraft("C"))
    catalog.close()
    restore_shop(shop, backup)
    assert skus(shop / "catalog.db") == ["A", "B"]


def test_a_damaged_catalog_is_set_aside_with_its_log(tmp_path: Path, catalog: Catalog, shop: Path) -> None:
    write_archive(catalog, shop, tmp_path / "backup.zip")
    catalog.close()
    (shop / "catalog.db").write_bytes(b"ruined" * 5000)
    (shop / "catalog.db-wal").write_bytes(b"a log of the ruined one")
    aside = restore_shop(shop, tmp_path / "backup.zip")
    assert skus(shop / "catalog.db") == ["A", "B"]
    assert aside is not None
    assert aside.read_bytes().startswith(b"ruined")
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"a log of the ruined one"


def rewritten(source: Path, target: Path, change: dict[str, bytes | None], manifest: bool = True) -> Path:
    """A copy of an archive with members changed, added or left out, and its list made to agree."""
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    listed = json.loads(members["snapshelf.json"])
    for name, data in change.items():
        if data is None:
            members.pop(name)
            listed["files"].pop(name)
        else:
            members[name] = data
            listed["files"][name] = hashlib.sha256(data).hexdigest()
    if manifest:
        members["snapshelf.json"] = json.dumps(listed).encode()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


@pytest.mark.parametrize(
    "change",
    [
        {"../evil.txt": b"x"},
        {"/evil.txt": b"x"},
        {"models/../../evil.txt": b"x"},
        {"models\\..\\evil.txt": b"x"},
        {"models/.hidden": b"x"},
        {"photos/ab/x.jpg": b"x"},
        {"other.txt": b"x"},
        {"catalog.db": None},
        {"catalog.db": b"not a database"},
    ],
    ids=str,
)
def test_an_archive_with_anything_foreign_in_it_is_refused_and_nothing_is_touched(
    tmp_path: Path, catalog: Catalog, shop: Path, change: dict[str, bytes | None]
) -> None:
    write_archive(catalog, shop, tmp_path / "backup.zip")
    catalog.close()
    bad = rewritten(tmp_path / "backup.zip", tmp_path / "bad.zip", change)

    def all_files() -> dict[Path, int]:
        found = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
        return {path: moment for path, moment in found.items() if path.name != "shop.lock"}

    before = all_files()
    with pytest.raises(KnownError, match="damaged or no backup"):
        restore_shop(shop, bad)
    assert all_files() == before


def test_one_that_was_unpacked_and_zipped_again_in_its_folder_is_told(
    tmp_path: Path, catalog: Catalog, shop: Path
) -> None:
    write_archive(catalog, shop, tmp_path / "backup.zip")
    catalog.close()
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        archive.extractall(tmp_path / "backup")
    again = Path(shutil.make_archive(str(tmp_path / "again"), "zip", tmp_path, "backup"))
    with pytest.raises(KnownError, match="zipped again with a folder around it"):
        restore_shop(shop, again)
    within = Path(shutil.make_archive(str(tmp_path / "within"), "zip", tmp_path / "backup"))
    with zipfile.ZipFile(within) as archive:
        assert any(name.endswith("/") for name in archive.namelist())  # whoever zips writes folders, too
    restore_shop(shop, within)
    assert skus(shop / "catalog.db") == ["A", "B"]


def test_a_photo_that_is_not_what_its_hash_says_is_refused(
    tmp_path: Path, catalog: Catalog, shop: Path
) -> None:
    write_archive(catalog, shop, tmp_path / "backup.zip")
    photo = next(name for name in files(shop) if name.startswith("photos"))
    bad = rewritten(tmp_path / "backup.zip", tmp_path / "bad.zip", {photo: b"swapped"}, manifest=False)
    with pytest.raises(KnownError, match="damaged or no backup"):
        restore_shop(tmp_path / "elsewhere", bad)
    assert not (tmp_path / "elsewhere" / "catalog.db").exists()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_archive_is_refused(tmp_path: Path, catalog: Catalog, shop: Path, share: float) -> None:
    write_archive(catalog, shop, tmp_path / "backup.zip")
    data = (tmp_path / "backup.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(KnownError, match="damaged or no backup"):
        restore_shop(tmp_path / "elsewhere", tmp_path / "cut.zip")


def test_backups_of_newer_programs_are_refused(tmp_path: Path, catalog: Catalog, shop: Path) -> None:
    newer = tmp_path / "newer.db"
    copy_database(catalog.db.conn, newer)
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 3001")
    connection.close()
    with pytest.raises(KnownError, match="newer version"):
        restore_shop(shop, newer)
    with pytest.raises(KnownError, match="cannot be read"):
        restore_shop(shop, tmp_path / "none.zip")


def test_a_backup_that_is_stopped_leaves_the_older_file_alone(
    tmp_path: Path, catalog: Catalog, shop: Path
) -> None:
    target = tmp_path / "backup.zip"
    target.write_bytes(b"older")
    with pytest.raises(Cancelled):
        write_archive(catalog, shop, target, progress=lambda _: False, replace=True)
    assert target.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.zip", "shop"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_restoring_writes_through_no_link(tmp_path: Path, catalog: Catalog, shop: Path) -> None:
    write_archive(catalog, shop, tmp_path / "backup.zip")
    elsewhere = tmp_path / "elsewhere"
    outside = tmp_path / "outside"
    outside.mkdir()
    elsewhere.mkdir()
    (elsewhere / "models").symlink_to(outside)
    with pytest.raises(KnownError, match="models is a link"):
        restore_shop(elsewhere, tmp_path / "backup.zip")
    assert list(outside.iterdir()) == []


def test_the_catalog_may_be_written_while_it_is_backed_up(
    tmp_path: Path, catalog: Catalog, shop: Path
) -> None:
    added: list[str] = []

    def sell_meanwhile(_: object) -> None:
        added.append(f"N{len(added)}")
        upsert_product(catalog, ProductDraft(added[-1]))

    write_archive(catalog, shop, tmp_path / "backup.zip", progress=sell_meanwhile)
    assert added
    restore_shop(tmp_path / "elsewhere", tmp_path / "backup.zip")
    assert skus(tmp_path / "elsewhere" / "catalog.db") == ["A", "B"]
    assert counts(catalog).products == 2 + len(added)
    assert product_by_sku(catalog, added[-1]) is not None


def test_an_archive_whose_compressed_parts_are_damaged_is_refused(catalog: Catalog, tmp_path: Path) -> None:
    backup = tmp_path / "backup.zip"
    write_archive(catalog, tmp_path, backup)
    data = bytearray(backup.read_bytes())
    data[100:200] = b"\xff" * 100
    backup.write_bytes(data)
    with pytest.raises(KnownError, match="damaged or no backup"):
        restore_shop(tmp_path / "shop", backup)
