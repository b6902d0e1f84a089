"""The log of photos is signed as it grows, and whoever changes it without the key is found out."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.care.archive import write_archive
from core.care.check import check_shop
from core.care.moving import copy_shop, move_shop
from core.care.restore import restore_shop
from core.catalog.photo_log.lines import LogLine, Origin, log_photo
from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.signed_log.key import KEY_FILE
from core.signed_log.verification import LogCheck, check_log

PHOTOS = 7


def add(shop: Shop, number: int) -> None:
    product = upsert_product(shop.catalog, ProductDraft(str(number))).product_id
    add_photo(shop.catalog, product, PhotoFile(f"{number:064x}", 1, 1, f"{number:064x}"[::-1]))


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop whose log has seven lines; not to be changed."""
    folder = tmp_path_factory.mktemp("logged") / "shop"
    with open_shop(folder, create=True) as shop:
        for number in range(PHOTOS):
            add(shop, number)
    return folder


@pytest.fixture
def folder(logged: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(logged, tmp_path / "shop"))


def looked_at(folder: Path) -> LogCheck:
    with open_shop(folder, write=False) as shop:
        return check_log(shop.catalog, shop.folder)


def problem(folder: Path) -> str:
    """The first thing that is wrong."""
    return str(looked_at(folder).problems[0])


def tamper(folder: Path, *statements: str) -> None:
    """Change the log as somebody does who opens the file with another program."""
    guards = ("photo_log_stays", "photo_log_is_kept")
    with closing(sqlite3.connect(folder / "catalog.db")) as connection, connection:
        kept = [
            connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [name]).fetchone()[0]
            for name in guards
        ]
        for name in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for guard in kept:
            connection.execute(guard)


def test_every_photo_has_a_line_and_the_newest_is_signed(folder: Path) -> None:
    found = looked_at(folder)
    assert (found.lines, found.unsigned, found.without_line, found.problems) == (PHOTOS, 0, 0, ())
    assert [head.number for head in found.heads] == [PHOTOS], "of a day and key the last one stays"
    assert len(found.keys) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_nobody_else_may_read_the_key(folder: Path) -> None:
    assert (folder / KEY_FILE).stat().st_mode & 0o077 == 0


def test_the_program_itself_never_changes_a_line(folder: Path) -> None:
    with open_shop(folder) as shop:
        for statement in ("UPDATE photo_log SET had = ''", "DELETE FROM photo_log"):
            with pytest.raises(Exception, match="never"), shop.catalog.transaction() as db:
                db.execute(statement)


def test_a_changed_date_is_found(folder: Path) -> None:
    tamper(folder, "UPDATE photo_log SET had = '2001-01-01T00:00:00.000Z' WHERE number = 4")
    assert "line 4 (photo 000000000000, in the shop since 2001-01-01" in problem(folder)


def test_a_removed_line_is_found(folder: Path) -> None:
    tamper(folder, "DELETE FROM photo_log WHERE number = 3")
    assert "line 3 is missing" in problem(folder)


def test_two_lines_in_each_others_place_are_found(folder: Path) -> None:
    tamper(
        folder,
        "UPDATE photo_log SET number = 100 WHERE number = 5",
        "UPDATE photo_log SET number = 5 WHERE number = 6",
        "UPDATE photo_log SET number = 6 WHERE number = 100",
    )
    assert "line 5 " in problem(folder)


def rewritten(folder: Path, *, had: str) -> None:
    """Date the first line back, and make all hashes fit again."""
    with open_shop(folder, write=False) as shop:
        lines = [
            list(row) for row in shop.catalog.db.execute("SELECT * FROM photo_log ORDER BY number").fetchall()
        ]
    lines[0][3], before, statements = had, "0" * 64, []
    for line in lines:
        before = LogLine(*line).digest_after(before)
        statements.append(
            f"UPDATE photo_log SET had = '{line[3]}', digest = '{before}' WHERE number = {line[0]}"  # noqa: S608
        )
    tamper(folder, *statements)


def test_a_log_written_anew_is_found_by_its_signature(folder: Path) -> None:
    rewritten(folder, had="2001-01-01T00:00:00.000Z")
    assert "the signature of" in problem(folder) and "under line 7 does not fit" in problem(folder)


def test_a_log_signed_with_another_key_is_found(folder: Path, tmp_path: Path) -> None:
    own = (folder / KEY_FILE).read_bytes()
    rewritten(folder, had="2001-01-01T00:00:00.000Z")
    tamper(folder, "DELETE FROM photo_log_heads")
    (folder / KEY_FILE).unlink()
    with open_shop(folder) as shop, shop.catalog.transaction():
        log_photo(shop.catalog, "f" * 64, "", Origin.HAND)  # the stranger's key signs
    (folder / KEY_FILE).write_bytes(own)
    assert "another key" in problem(folder)


def test_a_signature_that_was_taken_away_is_told(folder: Path) -> None:
    tamper(folder, "DELETE FROM photo_log_heads")
    assert looked_at(folder).unsigned == PHOTOS


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\n", b"x" * 10_000])
def test_a_damaged_key_costs_no_photo_and_is_told(folder: Path, content: bytes) -> None:
    (folder / KEY_FILE).write_bytes(content)
    with open_shop(folder) as shop:
        add(shop, 100)
        found = check_log(shop.catalog, folder)
    assert (found.lines, found.unsigned) == (PHOTOS + 1, 1)
    assert "cannot be read" in str(found.problems[0])
    assert (folder / KEY_FILE).read_bytes() == content


def test_without_its_key_a_shop_makes_itself_another_and_both_are_told(folder: Path) -> None:
    (folder / KEY_FILE).unlink()
    assert looked_at(folder).problems == (), "as a shop that was restored from a backup"
    with open_shop(folder) as shop:
        add(shop, 100)
    found = looked_at(folder)
    assert (len(found.keys), found.unsigned, found.problems) == (2, 0, ())


def test_the_key_moves_with_the_shop_but_is_in_no_copy_and_no_backup(folder: Path, tmp_path: Path) -> None:
    with open_shop(folder) as shop:
        copy_shop(shop.catalog, folder, tmp_path / "copy")
        write_archive(shop.catalog, folder, tmp_path / "backup.zip")
    restore_shop(tmp_path / "restored", tmp_path / "backup.zip")
    move_shop(folder, tmp_path / "moved")
    assert (tmp_path / "moved" / KEY_FILE).exists()
    for other in ("copy", "restored"):
        assert not (tmp_path / other / KEY_FILE).exists()
        assert (looked_at(tmp_path / other).lines, looked_at(tmp_path / other).problems) == (PHOTOS, ())


def test_check_names_the_line_and_repairs_nothing(folder: Path) -> None:
    tamper(folder, "UPDATE photo_log SET taken = '2001-01-01T00:00:00' WHERE number = 2")
    with open_shop(folder) as shop:
        told = [str(sentence) for sentence in check_shop(shop).log]
    assert len(told) == 1 and "line 2 " in told[0]


def test_a_shop_without_photos_has_nothing_to_sign(tmp_path: Path) -> None:
    open_shop(tmp_path / "shop", create=True).close()
    assert looked_at(tmp_path / "shop") == LogCheck(0, (), 0, 0, ())
    assert not (tmp_path / "shop" / KEY_FILE).exists()


def test_what_is_rolled_back_leaves_no_line(folder: Path) -> None:
    with open_shop(folder) as shop:
        with pytest.raises(RuntimeError), shop.catalog.transaction():
            add(shop, 100)
            raise RuntimeError
        assert check_log(shop.catalog, folder).lines == PHOTOS
