"""A shop folder: opened, shared, copied, and without what can be made again."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from core.errors import KnownError
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask


def test_there_must_be_a_shop_to_open(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no shop"):
        open_shop(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_a_new_shop_does_not_settle_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(KnownError, match="other files"):
        open_shop(tmp_path, create=True)


def test_the_second_program_may_read_and_is_told_who_writes(shop: Shop, blue_ball: Path) -> None:
    with open_shop(shop.folder) as second:
        assert shop.writable and not second.writable
        assert second.writer is not None
        assert ask(second, blue_ball).results[0].title == "blue ball"
        with pytest.raises(KnownError, match=f"process {second.writer.process}"):
            second.require_writable()


def test_a_closed_shop_can_be_written_by_the_next(shop: Shop) -> None:
    shop.close()
    with open_shop(shop.folder) as again:
        assert again.writable


def test_copying_the_folder_moves_the_shop(shop: Shop, blue_ball: Path, tmp_path: Path) -> None:
    shop.close()
    shutil.copytree(shop.folder, tmp_path / "店 copy")
    shutil.rmtree(shop.folder)
    with open_shop(tmp_path / "店 copy") as copy:
        assert ask(copy, blue_ball).results[0].title == "blue ball"


@pytest.mark.parametrize("folder", ["index", "thumbs"])
def test_what_a_copy_does_without_can_be_deleted(shop: Shop, blue_ball: Path, folder: str) -> None:
    shop.close()
    shutil.rmtree(shop.folder / folder)
    with open_shop(shop.folder) as again:
        best = ask(again, blue_ball).results[0]
        assert best.title == "blue ball"
        assert Path(best.thumbnail).is_file()


def test_an_index_is_rebuilt_while_it_is_searched(shop: Shop, blue_ball: Path) -> None:
    before = shop.index().generation_number
    assert shop.rebuild_index()
    assert shop.index().generation_number == before + 1
    assert ask(shop, blue_ball).results[0].title == "blue ball"


def test_an_older_shop_is_brought_up_to_date_even_to_be_read(shop: Shop, blue_ball: Path) -> None:
    shop.close()
    with contextlib.closing(sqlite3.connect(shop.folder / "catalog.db")) as database, database:
        database.execute("DROP TABLE searches")
        database.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0005%'")
        database.execute("PRAGMA user_version = 1004")
    with open_shop(shop.folder, write=False) as reader:
        assert ask(reader, blue_ball).results[0].title == "blue ball"
        assert reader.catalog.db["searches"].exists()
    assert list((shop.folder / "backups").iterdir())
