"""Opening catalogs of other ages; and no migration without a test of its own."""

import contextlib
import re
import sqlite3
from pathlib import Path

import pytest
import sqlite_utils

from core.catalog.database.backup_files import backup_files, is_whole
from core.catalog.database.catalog import Catalog
from core.catalog.database.schema.steps import STEPS, Step
from core.catalog.database.upgrade import upgrade
from core.catalog.products.products import counts
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError

HERE = Path(__file__).parent


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_migration_has_a_test_of_its_name(step: Step) -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in (HERE / "schema").glob("test_*.py"))
    assert re.search(rf"^def test_{step.name}_", text, re.MULTILINE), f"no test_{step.name}_… in schema"


def test_numbers_go_up_by_one_and_names_are_unique() -> None:
    assert [step.version for step in STEPS] == [
        *range(1001, 1017),
        *range(2017, 2001 + len(STEPS)),
    ]


def test_a_new_catalog_is_ours_and_up_to_date(catalog: Catalog) -> None:
    assert catalog.db.execute("PRAGMA application_id").fetchone() == (0x536E6170,)
    assert catalog.db.execute("PRAGMA user_version").fetchone() == (STEPS[-1].version,)
    assert backup_files(catalog.path) == []


def test_opening_twice_migrates_once(tmp_path: Path) -> None:
    for _ in range(2):
        with Catalog(tmp_path / "catalog.db") as catalog:
            applied = catalog.db.execute("SELECT name FROM _sqlite_migrations").fetchall()
            assert [name for (name,) in applied] == [step.name for step in STEPS]


def test_a_catalog_of_a_newer_major_version_is_refused(catalog: Catalog) -> None:
    catalog.db.execute("PRAGMA user_version = 3001")
    catalog.close()
    with pytest.raises(KnownError, match="newer version of this program"):
        Catalog(catalog.path)


def test_a_catalog_of_a_newer_minor_version_is_used_as_it_is(catalog: Catalog) -> None:
    catalog.db.execute("PRAGMA user_version = 2900")
    catalog.db.execute("ALTER TABLE products ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    catalog.close()
    with Catalog(catalog.path) as opened:
        upsert_product(opened, ProductDraft("A"))
        assert opened.db.execute("PRAGMA user_version").fetchone() == (2900,)


def test_what_a_newer_minor_version_brought_and_this_one_cannot_pass_over_is_told_as_that(
    catalog: Catalog,
) -> None:
    table = "CREATE TABLE later (number INTEGER PRIMARY KEY CHECK (number > 0)) STRICT"
    catalog.db.execute(table)
    catalog.close()
    with pytest.raises(KnownError, match=r"instructions that are not of this program \(later\)"):
        Catalog(catalog.path)
    with contextlib.closing(sqlite3.connect(catalog.path)) as connection:
        connection.execute("PRAGMA user_version = 2900")
    with pytest.raises(KnownError, match=r"newer version .* \(later\): update the program"):
        Catalog(catalog.path)


def test_an_upgrade_backs_up_what_was_there_before(catalog: Catalog) -> None:
    upsert_product(catalog, ProductDraft("A"))

    def add_colour(db: sqlite_utils.Database) -> None:
        db.execute("ALTER TABLE products ADD COLUMN colour TEXT")

    later = Step("0099_later", add_colour)
    upgrade(catalog, (*STEPS, later))
    (backup,) = backup_files(catalog.path)
    assert "before-0099" in backup.name
    assert is_whole(backup)
    with sqlite3.connect(backup) as old:
        columns = [row[1] for row in old.execute("PRAGMA table_info(products)")]
        assert "colour" not in columns
        assert old.execute("SELECT sku FROM products").fetchall() == [("A",)]
    old.close()
    assert catalog.db.execute("PRAGMA user_version").fetchone() == (2099,)


def test_a_migration_that_fails_changes_nothing(catalog: Catalog) -> None:
    upsert_product(catalog, ProductDraft("A"))

    def broken(db: sqlite_utils.Database) -> None:
        db.execute("DELETE FROM products")
        db.execute("this is no SQL")

    with pytest.raises(sqlite3.OperationalError):
        upgrade(catalog, (*STEPS, Step("0099_broken", broken)))
    assert counts(catalog).products == 1
    assert catalog.db.execute("PRAGMA user_version").fetchone() == (STEPS[-1].version,)


def test_an_old_catalog_cannot_be_opened_for_reading_only(catalog: Catalog) -> None:
    catalog.db.execute("DELETE FROM _sqlite_migrations WHERE name = ?", [STEPS[-1].name])
    catalog.close()
    with pytest.raises(KnownError, match="older version"):
        Catalog(catalog.path, read_only=True)
