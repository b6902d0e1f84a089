"""What a user names to be written: not in a shop, not over something else, not a device."""

import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from core.care.archive import is_archive, write_archive
from core.catalog.database.catalog import Catalog
from core.catalog.tables.export import export_table
from core.catalog.tables.writing import is_table
from core.errors import KnownError
from core.files.targets import checked_target, require_outside_shops
from core.measuring.report.files import write_page


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "My Shop"
    (folder / "photos").mkdir(parents=True)
    Catalog(folder / "catalog.db").close()
    return folder


def yes(_path: Path) -> bool:
    return True


def ways_into(shop: Path) -> list[Path]:
    """Names of files in the shop, by every way that leads there."""
    beside = shop.parent / "beside"
    beside.symlink_to(shop, target_is_directory=True)
    (shop.parent / "to a file").symlink_to(shop / "catalog.db")
    (shop.parent / "to nothing yet").symlink_to(shop / "photos" / "new.zip")
    return [
        shop / "catalog.db",
        shop / "shop.lock",
        shop / "new.zip",
        shop / "photos" / "new.zip",
        shop / "not there" / "new.zip",
        shop / "photos" / ".." / "new.zip",
        beside / "new.zip",
        shop.parent / "to a file",
        shop.parent / "to nothing yet",
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_nothing_is_written_into_a_shop_by_whatever_way_even_if_it_may_be_replaced(shop: Path) -> None:
    for way in ways_into(shop):
        for replace in (False, True):
            with pytest.raises(KnownError, match="inside the shop"):
                checked_target(way, yes, replace=replace)
        with pytest.raises(KnownError, match="inside the shop"):
            require_outside_shops(way)
    with pytest.raises(KnownError, match="inside the shop"):
        require_outside_shops(shop)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_plain_file_is_never_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    (tmp_path / "null").symlink_to("/dev/null")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for target in (tmp_path, tmp_path / "pipe", tmp_path / "link", tmp_path / "null", Path("/dev/null")):
        with pytest.raises(KnownError, match="no plain file"):
            checked_target(target, yes, replace=True)
    with pytest.raises(KnownError, match="leads nowhere"):
        checked_target(tmp_path / "circle", yes, replace=True)


def test_a_file_of_another_kind_is_replaced_only_if_the_user_wants_it(shop: Path, tmp_path: Path) -> None:
    with Catalog(shop / "catalog.db") as catalog:
        for target in (tmp_path / "a.zip", tmp_path / "a.csv", tmp_path / "a.xlsx"):
            for content in (b"a letter", b"\x89PNG\0,", b"PK\x03\x04"):
                target.write_bytes(content)
                with pytest.raises(KnownError, match="something else"):
                    written(catalog, shop, target)
                assert target.read_bytes() == content
            written(catalog, shop, target, replace=True)
            written(catalog, shop, target)  # over what we wrote ourselves
            target.write_bytes(b"")
            written(catalog, shop, target)


def written(catalog: Catalog, shop: Path, target: Path, *, replace: bool = False) -> None:
    if target.suffix == ".zip":
        write_archive(catalog, shop, target, replace=replace)
    else:
        export_table(catalog, target, str, replace=replace)


def test_what_looks_like_ours(shop: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a", "b")
    (tmp_path / "t.csv").write_text("sku,title\n")
    assert not is_archive(tmp_path / "other.zip")
    assert not is_archive(shop / "catalog.db")
    assert not is_table(tmp_path / "other.zip")
    assert not is_table(shop / "catalog.db")
    assert is_table(tmp_path / "t.csv")


def test_a_report_replaces_a_report_and_nothing_else(shop: Path, tmp_path: Path) -> None:
    page = '<!DOCTYPE html>\n<html lang="en">\n'
    write_page(tmp_path / "report", "r.html", page, "r.json", {})
    write_page(tmp_path / "report", "r.html", page, "r.json", {})
    for name in ("r.html", "r.json"):
        (tmp_path / "own").mkdir(exist_ok=True)
        (tmp_path / "own" / name).write_text("my own")
        with pytest.raises(KnownError, match="something else"):
            write_page(tmp_path / "own", "r.html", page, "r.json", {})
        assert (tmp_path / "own" / name).read_text() == "my own"
    write_page(tmp_path / "own", "r.html", page, "r.json", {}, replace=True)
    with pytest.raises(KnownError, match="inside the shop"):
        write_page(shop / "report", "r.html", page, "r.json", {}, replace=True)
    with pytest.raises(KnownError, match="no folder"):
        write_page(tmp_path / "own" / "r.html", "r.html", page, "r.json", {}, replace=True)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_another_name_of_a_shops_file_is_replaced_without_changing_the_shop(
    shop: Path, tmp_path: Path
) -> None:
    (tmp_path / "backup.zip").hardlink_to(shop / "catalog.db")
    with Catalog(shop / "catalog.db") as catalog:
        with pytest.raises(KnownError, match="something else"):
            write_archive(catalog, shop, tmp_path / "backup.zip")
        write_archive(catalog, shop, tmp_path / "backup.zip", replace=True)
    with sqlite3.connect(shop / "catalog.db") as connection:
        assert connection.execute("SELECT count(*) FROM products").fetchone() == (0,)
    connection.close()
