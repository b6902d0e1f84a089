"""The catalog's file: threads, transactions, and what the world does to it."""

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from core.care.backup import daily_backup
from core.catalog.database.catalog import Catalog
from core.catalog.database.sqlite_errors import CatalogBusyError, CatalogDamagedError
from core.catalog.products.products import counts, product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError


def add(catalog: Catalog, sku: str, title: str = "a product") -> int:
    return upsert_product(catalog, ProductDraft(sku, title=title)).product_id


def test_a_catalog_is_durable_by_its_settings(catalog: Catalog) -> None:
    pragmas = {
        name: catalog.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    with Catalog(tmp_path / "catalog.db") as catalog:
        add(catalog, "A")
    assert [path.name for path in tmp_path.iterdir()] == ["catalog.db"]  # the log was merged and removed
    with Catalog(tmp_path / "catalog.db") as catalog:
        assert product_by_sku(catalog, "A") is not None


def test_a_transaction_that_fails_leaves_nothing(catalog: Catalog) -> None:
    with pytest.raises(ZeroDivisionError), catalog.transaction():
        add(catalog, "A")
        raise ZeroDivisionError
    assert counts(catalog).products == 0
    add(catalog, "B")  # and the next one works
    assert counts(catalog).products == 1


def test_an_inner_transaction_that_fails_takes_only_its_own_changes_with_it(catalog: Catalog) -> None:
    with catalog.transaction():
        add(catalog, "A")
        with pytest.raises(ZeroDivisionError), catalog.transaction():
            add(catalog, "B")
            raise ZeroDivisionError
    assert product_by_sku(catalog, "A") is not None
    assert product_by_sku(catalog, "B") is None


def test_a_snapshot_does_not_see_what_another_thread_writes_meanwhile(catalog: Catalog) -> None:
    with catalog.snapshot():
        before = counts(catalog)
        writer = threading.Thread(target=add, args=(catalog, "A"))
        writer.start()
        writer.join()
        assert counts(catalog) == before
    assert counts(catalog).products == 1


def test_threads_write_one_after_the_other_and_lose_nothing(catalog: Catalog) -> None:
    failures: list[BaseException] = []

    def work(thread: int) -> None:
        try:
            for number in range(20):
                with catalog.transaction():
                    add(catalog, f"{thread}-{number}")
                counts(catalog)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert counts(catalog).products == 80


def test_a_closed_catalog_cannot_be_used(tmp_path: Path) -> None:
    catalog = Catalog(tmp_path / "catalog.db")
    catalog.close()
    with pytest.raises(ValueError, match="closed"):
        counts(catalog)


def test_opened_for_reading_it_reads_and_refuses_to_write(tmp_path: Path) -> None:
    with (
        Catalog(tmp_path / "catalog.db") as writer,
        Catalog(tmp_path / "catalog.db", read_only=True) as reader,
    ):
        add(writer, "A")
        assert counts(reader).products == 1
        with pytest.raises(KnownError, match="for reading only"), reader.transaction():
            pass
        with pytest.raises(KnownError, match="cannot be changed"):
            reader.db.execute("DELETE FROM products")


def test_reading_needs_a_catalog_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no catalog"):
        Catalog(tmp_path / "catalog.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_another_program_that_writes_is_waited_for_then_named(tmp_path: Path, catalog: Catalog) -> None:
    catalog.db.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(catalog.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(CatalogBusyError, match="Another program"), catalog.transaction():
            pass
    finally:
        other.close()
    add(catalog, "A")


def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_written(catalog: Catalog) -> None:
    add(catalog, "before")
    (pages,) = catalog.db.execute("PRAGMA page_count").fetchone()
    catalog.db.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(KnownError, match="disk is full"), catalog.transaction():
        for number in range(10_000):
            add(catalog, f"S{number}", "word " * 200)
    assert counts(catalog).products == 1
    catalog.db.execute("PRAGMA max_page_count = 1000000")
    add(catalog, "after")
    assert catalog.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_disk_that_fills_up_under_the_log_is_a_sentence_too(tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk: SQLite sees its writes fail."""
    script = """
        import resource, signal, sys
        from pathlib import Path
        from core.catalog.database.catalog import Catalog
        from core.catalog.products.upsert import ProductDraft, upsert_product
        from core.errors import KnownError

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        catalog = Catalog(Path(sys.argv[1]))
        upsert_product(catalog, ProductDraft("before"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        try:
            for number in range(10_000):
                upsert_product(catalog, ProductDraft(f"S{number}", description="word " * 400))
                print(number, flush=True)
        except KnownError as error:
            print(error)
    """
    pytest.importorskip("resource")
    path = tmp_path / "catalog.db"
    lines = _python(script, path)
    assert "disk" in lines[-1]
    acknowledged = [line for line in lines[:-1] if line.isdigit()]
    with Catalog(path) as catalog:
        assert counts(catalog).products == 1 + len(acknowledged)
        assert catalog.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("room", [50_000, 150_000, 300_000, 450_000])
def test_a_new_catalog_that_is_cut_off_is_never_taken_for_an_older_versions(
    tmp_path: Path, room: int
) -> None:
    script = """
        import resource, signal, sys
        from pathlib import Path
        from core.catalog.database.catalog import Catalog
        from core.errors import KnownError

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
        try:
            Catalog(Path(sys.argv[1]))
            print("made")
        except KnownError as error:
            print(error)
    """
    pytest.importorskip("resource")
    path = tmp_path / "catalog.db"
    (told,) = _python(script, path, str(room))
    assert told == "made" or "disk" in told
    if told != "made" and path.exists():
        with pytest.raises(KnownError, match="still being made"):
            Catalog(path, read_only=True)
    with Catalog(path) as catalog:
        add(catalog, "A")


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders work differently there")
def test_a_folder_without_write_permission_can_be_read_and_says_so_when_written(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    shop.mkdir()
    with Catalog(shop / "catalog.db") as catalog:
        add(catalog, "A")
    script = """
        import os, sys
        from pathlib import Path
        from core.catalog.database.catalog import Catalog
        from core.catalog.products.products import counts
        from core.catalog.products.upsert import ProductDraft, upsert_product
        from core.errors import KnownError

        if os.getuid() == 0:
            os.setuid(65534)  # root may write anywhere
        with Catalog(Path(sys.argv[1]), read_only=True) as catalog:
            print(counts(catalog).products)
        try:
            with Catalog(Path(sys.argv[1])) as catalog:
                upsert_product(catalog, ProductDraft("B"))
        except KnownError as error:
            print(error)
    """
    for folder in (shop, *tmp_path.parents):
        if folder.owner() == shop.owner() and folder != Path(folder.anchor):
            folder.chmod(folder.stat().st_mode | 0o055)
    tmp_path.chmod(0o755)
    (shop / "catalog.db").chmod(0o444)
    shop.chmod(0o555)
    try:
        lines = _python(script, shop / "catalog.db")
    finally:
        shop.chmod(0o755)
    assert lines[0] == "1"
    assert "permission" in lines[1] or "may write" in lines[1]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "catalog.db").write_bytes(b"not a database at all" * 1000)
    with pytest.raises(CatalogDamagedError, match="no backup"):
        Catalog(tmp_path / "catalog.db")


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(KnownError, match="not a catalog of this program"):
        Catalog(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]
    other.close()


def test_bytes_that_are_no_text_are_damage(catalog: Catalog) -> None:
    product = add(catalog, "A")
    catalog.db.execute("UPDATE products SET location = CAST(x'ff' AS TEXT) WHERE id = ?", [product])
    with pytest.raises(CatalogDamagedError):
        product_by_sku(catalog, "A")


def test_a_damaged_page_is_noticed_and_the_newest_good_backup_named(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    with Catalog(path) as catalog:
        for number in range(300):
            add(catalog, f"S{number}", "many words " * 20)
        good = daily_backup(catalog)
    assert good is not None
    newer_but_bad = good.with_name(good.name.replace("daily", "zz"))
    shutil.copy(good, newer_but_bad)
    data = bytearray(path.read_bytes())
    for start in range(8192 * 4, len(data), 8192):
        data[start : start + 200] = b"\xff" * 200
    path.write_bytes(data)
    bad = bytearray(newer_but_bad.read_bytes())
    bad[8192 * 4 :] = b"\xff" * (len(bad) - 8192 * 4)
    newer_but_bad.write_bytes(bad)
    with pytest.raises(CatalogDamagedError) as caught, Catalog(path) as catalog:
        catalog.db.execute("SELECT sum(length(title || description)) FROM products").fetchall()
    assert str(good) in str(caught.value)


def test_a_catalog_that_was_lost_is_not_silently_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    with Catalog(path) as catalog:
        add(catalog, "A")
        backup = daily_backup(catalog)
    path.write_bytes(b"")
    with pytest.raises(CatalogDamagedError) as caught:
        Catalog(path)
    assert str(backup) in str(caught.value)


def _python(script: str, *arguments: Path | str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[4],
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
