"""Damaged files, other versions, hostile archives, two programs: one clear sentence each.

Through the real command line wherever a person would meet it.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from core.care.archive import write_archive
from core.index.generations.manifest import MANIFEST
from core.shop.opening import CATALOG_FILE, open_shop
from tests.end_to_end.answers import Run, backup_of, found, is_sound, refused

# What never ends or never begins


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize(
    "command", ["import", "add-photos", "evaluate", "search", "restore", "models add"], ids=str
)
@pytest.mark.timeout(60)
def test_pipes_and_devices_are_refused_at_once(shop: Path, run: Run, tmp_path: Path, command: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for strange in (pipe, Path(os.devnull), Path("/dev/zero")):
        refused(run("--shop", shop, *command.split(), strange), strange.name)


# Damaged files


def damage_pages(path: Path) -> bytes:
    """Overwrite parts of pages throughout a catalog, but not its first page; returns what it is now."""
    data = bytearray(path.read_bytes())
    for start in range(8192, len(data), 2 * 8192):
        data[start : start + 600] = b"\xee" * 600
    path.write_bytes(data)
    return bytes(data)


def test_a_damaged_catalog_is_found_and_its_newest_good_backup_restored(
    shop: Path, run: Run, ball: Path
) -> None:
    backup = backup_of(shop)
    later = backup.with_name(backup.name.replace("daily", "older"))
    later.write_bytes(b"SQLite format 3\0" + b"\0" * 100)  # one that was damaged too is not offered
    damaged = damage_pages(shop / CATALOG_FILE)
    code, out, err = run("--shop", shop, "check", "--json")
    assert code == 1
    assert any(backup.name in problem for problem in json.loads(out)["problems"]), err
    assert (shop / CATALOG_FILE).read_bytes() == damaged
    code, _, err = run("--shop", shop, "restore", backup)
    assert code == 0, err
    assert found(run, shop, ball)[0] == "red ball"
    later.unlink()  # check names it for as long as it is there
    is_sound(shop)


def test_what_is_no_catalog_is_not_touched(shop: Path, run: Run, ball: Path) -> None:
    (shop / CATALOG_FILE).write_bytes(b"Dear customer, " * 1000)
    refused(run("--shop", shop, "search", ball), "catalog.db")
    assert (shop / CATALOG_FILE).read_bytes() == b"Dear customer, " * 1000


def test_a_catalog_that_vanished_is_not_replaced_by_an_empty_one(
    shop: Path, run: Run, original: Path
) -> None:
    backup = backup_of(shop)
    (shop / CATALOG_FILE).unlink()
    code, _, err = run("--shop", shop, "import", original / "pictures")
    assert code == 1 and err.count("\n") == 1, err
    assert not (shop / CATALOG_FILE).exists()
    assert run("--shop", shop, "restore", backup)[0] == 0
    is_sound(shop)


@pytest.mark.parametrize("ending", ["rows", "ids"])
@pytest.mark.parametrize("how", ["flip", "truncate", "delete"])
def test_a_damaged_index_costs_nothing(shop: Path, run: Run, ball: Path, ending: str, how: str) -> None:
    path = next((shop / "index").rglob(f"*.{ending}"))
    data = bytearray(path.read_bytes())
    if how == "flip":
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
    elif how == "truncate":
        path.write_bytes(data[: len(data) // 2])
    else:
        path.unlink()
    assert found(run, shop, ball)[0] == "red ball"
    is_sound(shop)


@pytest.mark.parametrize("how", ["truncate", "delete", "garbage", "no folder"])
def test_a_damaged_manifest_costs_nothing(shop: Path, run: Run, ball: Path, how: str) -> None:
    manifest = next((shop / "index").rglob(MANIFEST))
    match how:
        case "truncate":
            manifest.write_bytes(manifest.read_bytes()[:70])
        case "delete":
            manifest.unlink()
        case "garbage":
            manifest.write_bytes(os.urandom(500))
        case "no folder":
            shutil.rmtree(shop / "index")
    assert found(run, shop, ball)[0] == "red ball"
    is_sound(shop)


def test_a_damaged_photo_is_named_and_a_repair_goes_on_without_it(
    shop: Path, run: Run, original: Path
) -> None:
    photo = next((shop / "photos").rglob("*.jpg"))
    photo.write_bytes(photo.read_bytes()[:-100])
    code, _, err = run("--shop", shop, "check")
    assert code == 1 and photo.name in err
    code, _, err = run("--shop", shop, "check", "--repair")
    assert code == 1 and photo.name in err  # it stays named until it is there again
    assert run("--shop", shop, "import", original / "pictures")[0] == 0
    is_sound(shop)
    assert hashlib.sha256(photo.read_bytes()).hexdigest() == photo.stem


# Versions and archives


def test_a_shop_of_a_newer_program_is_refused_and_left_as_it_is(
    shop: Path, run: Run, ball: Path, original: Path
) -> None:
    connection = sqlite3.connect(shop / CATALOG_FILE)
    connection.execute("PRAGMA user_version = 3001")
    connection.close()
    before = (shop / CATALOG_FILE).read_bytes()
    for command in (["search", ball], ["import", original / "pictures"], ["backup", shop.parent / "b.zip"]):
        refused(run("--shop", shop, *command), "newer version", "update")
    assert (shop / CATALOG_FILE).read_bytes() == before
    assert not (shop.parent / "b.zip").exists()


@pytest.mark.parametrize("name", ["../escaped.txt", "/escaped.txt", "photos/../../escaped.txt", "shop.lock"])
def test_an_archive_whose_members_climb_out_is_refused(shop: Path, run: Run, name: str) -> None:
    archive, bad = shop.parent / "good.zip", shop.parent / "bad.zip"
    with open_shop(shop, device="cpu") as opened:
        write_archive(opened.catalog, opened.folder, archive)
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(bad, "w") as target:
        for member in source.namelist():
            data = source.read(member)
            if member == "snapshelf.json":
                listed = json.loads(data)
                listed["files"][name] = hashlib.sha256(b"escaped").hexdigest()
                data = json.dumps(listed).encode()
            target.writestr(member, data)
        target.writestr(name, b"escaped")
    before = sorted(path for path in shop.parent.rglob("*"))
    refused(run("--shop", shop, "restore", bad), "bad.zip")
    assert sorted(path for path in shop.parent.rglob("*")) == before
    is_sound(shop)


@pytest.mark.parametrize("how", ["truncate", "flip", "text"])
def test_a_damaged_archive_is_refused_before_anything_is_replaced(shop: Path, run: Run, how: str) -> None:
    archive = shop.parent / "backup.zip"
    assert run("--shop", shop, "backup", archive)[0] == 0
    data = bytearray(archive.read_bytes())
    if how == "flip":
        data[len(data) // 2] ^= 0xFF
    if how == "truncate":
        del data[len(data) // 2 :]
    archive.write_bytes(b"Dear customer" if how == "text" else data)
    refused(run("--shop", shop, "restore", archive), "backup.zip")
    is_sound(shop)


# Two programs


def test_a_second_program_reads_and_is_told_who_writes(
    shop: Path, run: Run, ball: Path, original: Path
) -> None:
    with open_shop(shop, device="cpu") as holder:
        assert holder.writable
        refused(run("--shop", shop, "import", original / "pictures"), f"process {os.getpid()}")
        refused(run("--shop", shop, "check", "--repair"), f"process {os.getpid()}")
        refused(run("--shop", shop, "restore", backup_of_open(holder.folder)), f"process {os.getpid()}")
        assert found(run, shop, ball)[0] == "red ball"
        code, out, _ = run("--shop", shop, "find", "ball", "--json")
        assert code == 0 and json.loads(out)[0]["sku"] == "red ball"
        assert run("--shop", shop, "check")[0] == 0
        assert run("--shop", shop, "export", shop.parent / "out.csv")[0] == 0
        assert run("--shop", shop, "backup", shop.parent / "backup.zip")[0] == 0
    assert run("--shop", shop, "import", original / "pictures")[0] == 0


def backup_of_open(shop: Path) -> Path:
    """A copy of the catalog of a shop that somebody has open."""
    target = shop.parent / "copy.db"
    source, copy = sqlite3.connect(shop / CATALOG_FILE), sqlite3.connect(target)
    source.backup(copy)
    source.close()
    copy.close()
    return target


def test_a_shop_whose_place_cannot_even_be_looked_at_is_one_sentence(run: Run, tmp_path: Path) -> None:
    refused(run("--shop", tmp_path / ("x" * 300), "check"), "too long")


def test_a_path_that_the_database_has_no_room_for_is_too_long(run: Run, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["x" * 100] * 5, "shop")
    table = tmp_path / "table.csv"
    table.write_text("sku,title\nA,a\n")
    refused(run("--shop", deep, "import", table), "is too long", "shorter path")


def test_a_condition_that_there_is_not_is_told(shop: Path, run: Run) -> None:
    refused(run("--shop", shop, "find", "ball", "--where", "foo=1"), "no condition “foo”", "category")
    refused(run("--shop", shop, "find", "ball", "--where", "category!=Balls"), "is not so")


@pytest.mark.parametrize("name", ["catalog.db", "shop.lock", "new.zip", "photos/../new.csv"])
def test_no_command_writes_into_the_shop(shop: Path, run: Run, name: str) -> None:
    target = shop / name
    for arguments in (
        ["backup", target],
        ["backup", target, "--replace"],
        ["export", target.with_suffix(".csv")],
        ["labels", "red ball", "--output", target.with_suffix(".pdf")],
    ):
        refused(run("--shop", shop, *arguments), "inside the shop")
    is_sound(shop)


def test_a_command_replaces_something_else_only_when_told_to(shop: Path, run: Run, tmp_path: Path) -> None:
    for command, target in (("backup", tmp_path / "mine.zip"), ("export", tmp_path / "mine.csv")):
        target.write_text("a letter")
        refused(run("--shop", shop, command, target), "something else", "--replace")
        assert target.read_text() == "a letter"
        code, _out, _err = run("--shop", shop, command, target, "--replace")
        assert code == 0
        code, _out, _err = run("--shop", shop, command, target)
        assert code == 0
