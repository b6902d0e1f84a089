"""Backups of the catalog: made while in use, verified, thinned out."""

import sqlite3
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from core.care.backup import automatic_backups, daily_backup, thin_out
from core.catalog.database.backup_files import (
    backup_files,
    backup_name,
    copy_database,
    is_whole,
    newest_good_backup,
)
from core.catalog.database.catalog import Catalog
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError


def add(catalog: Catalog, sku: str) -> int:
    return upsert_product(catalog, ProductDraft(sku)).product_id


def test_a_daily_backup_is_made_once_a_day_and_is_whole(catalog: Catalog) -> None:
    add(catalog, "A")
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    first = daily_backup(catalog, noon)
    assert first is not None
    assert is_whole(first)
    assert daily_backup(catalog, noon + timedelta(hours=1)) is None
    second = daily_backup(catalog, noon + timedelta(days=1))
    assert backup_files(catalog.path) == [second, first]
    assert newest_good_backup(catalog.path) == second


def test_a_backup_may_be_made_weekly_or_never(catalog: Catalog) -> None:
    add(catalog, "A")
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    assert daily_backup(catalog, noon, often="never") is None
    assert daily_backup(catalog, noon, often="weekly") is not None
    assert daily_backup(catalog, noon + timedelta(days=6), often="weekly") is None
    assert daily_backup(catalog, noon + timedelta(days=7), often="weekly") is not None


def test_the_automatic_backups_are_listed_the_last_one_first(catalog: Catalog) -> None:
    add(catalog, "A")
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    first = daily_backup(catalog, noon)
    other = backup_name(catalog.path, "before-0002", noon + timedelta(hours=1))
    copy_database(catalog.db.conn, other)
    listed = automatic_backups(catalog.path)
    assert [(backup.path, backup.is_regular) for backup in listed] == [(other, False), (first, True)]
    assert listed[1].made == noon and listed[1].size == listed[1].path.stat().st_size


def test_a_catalog_without_products_is_not_backed_up(catalog: Catalog) -> None:
    assert daily_backup(catalog) is None
    assert backup_files(catalog.path) == []
    add(catalog, "A")
    assert daily_backup(catalog) is not None


def test_a_backup_holds_what_was_written_a_moment_ago_and_needs_no_neighbours(catalog: Catalog) -> None:
    with catalog.transaction():
        add(catalog, "A")
    target = catalog.path.parent / "copy.db"
    copy_database(catalog.db.conn, target)
    assert sorted(path.name for path in target.parent.glob("copy*")) == ["copy.db"]
    with sqlite3.connect(f"file:{target}?immutable=1", uri=True) as copy:
        assert copy.execute("SELECT sku FROM products").fetchall() == [("A",)]
    copy.close()


def test_seven_days_and_four_weeks_are_kept(catalog: Catalog) -> None:
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)  # a Thursday
    for day in range(60):
        backup = backup_name(catalog.path, "daily", start + timedelta(days=day))
        backup.parent.mkdir(exist_ok=True)
        backup.touch()
        thin_out(catalog.path)
    kept = [(start + timedelta(days=day)).date() for day in range(60)]
    names = [path.name[len("catalog-") :][:10] for path in backup_files(catalog.path)]
    last_seven = [day.isoformat() for day in kept[-7:]]
    sundays = [day.isoformat() for day in kept if day.isoweekday() == 7][-4:]
    assert sorted(names) == sorted({*last_seven, *sundays})


def test_a_clock_that_was_ahead_holds_no_later_backup_back(catalog: Catalog) -> None:
    add(catalog, "A")
    ahead, today = datetime(2041, 3, 10, 12, tzinfo=UTC), datetime(2026, 3, 10, 12, tzinfo=UTC)
    wrong = daily_backup(catalog, ahead)
    assert wrong is not None
    made = [daily_backup(catalog, today + timedelta(days=day)) for day in range(30)]
    assert None not in made
    assert daily_backup(catalog, today + timedelta(days=29, hours=1)) is None
    assert newest_good_backup(catalog.path) == made[-1]
    assert backup_files(catalog.path)[:7] == made[:-8:-1]


def test_a_backup_of_an_older_version_from_the_future_is_older_than_one_made_now(catalog: Catalog) -> None:
    add(catalog, "A")
    unnumbered = catalog.path.parent / "backups" / "catalog-2041-03-10T120000.000000Z-daily.db"
    copy_database(catalog.db.conn, unnumbered)
    today = daily_backup(catalog, datetime(2026, 3, 10, 12, tzinfo=UTC))
    assert today is not None
    assert newest_good_backup(catalog.path) == today


def test_a_clock_that_is_set_back_loses_no_backup(catalog: Catalog) -> None:
    add(catalog, "A")
    start = datetime(2026, 6, 1, 12, tzinfo=UTC)
    before = [daily_backup(catalog, start + timedelta(days=day)) for day in range(7)]
    set_back = daily_backup(catalog, start - timedelta(days=400))
    files = backup_files(catalog.path)
    assert files[0] == set_back
    assert set(before[1:]) <= set(files)


def test_one_backup_a_day_over_the_change_to_summer_time(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        add(catalog, "A")
        night = datetime(2026, 3, 28, 21, tzinfo=UTC)
        made = [daily_backup(catalog, night + timedelta(hours=hour)) for hour in range(30)]
    finally:
        monkeypatch.undo()
        time.tzset()
    local = ZoneInfo("Europe/Berlin")
    days = {(night + timedelta(hours=hour)).astimezone(local).date() for hour in range(30)}
    assert sum(path is not None for path in made) == len(days)


def test_backups_before_migrations_are_kept_apart(catalog: Catalog) -> None:
    for minute in range(8):
        backup = backup_name(catalog.path, "before-0002", datetime(2026, 1, 1, 0, minute, tzinfo=UTC))
        backup.parent.mkdir(exist_ok=True)
        backup.touch()
    assert len(thin_out(catalog.path)) == 3
    add(catalog, "A")
    assert daily_backup(catalog) is not None
    assert len(backup_files(catalog.path)) == 6


def test_a_file_that_somebody_put_there_is_never_deleted(catalog: Catalog) -> None:
    folder = catalog.path.parent / "backups"
    folder.mkdir()
    for name in ("mine.db", "catalog-copy.db", "catalog-2026-daily.db"):
        (folder / name).touch()
    assert thin_out(catalog.path) == []
    assert backup_files(catalog.path) == []


def test_a_copy_that_cannot_be_written_is_a_sentence_and_leaves_nothing(catalog: Catalog) -> None:
    target = catalog.path.parent / "folder"
    target.mkdir()
    (target / "inside").touch()
    with pytest.raises(KnownError, match="could not be written"):
        copy_database(catalog.db.conn, target)
    assert sorted(path.name for path in catalog.path.parent.glob("*tmp*")) == []


def test_a_copy_whose_schema_is_damaged_into_no_text_is_no_backup(catalog: Catalog, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_database(catalog.db.conn, copy)
    data = copy.read_bytes()
    copy.write_bytes(data.replace(b"CREATE TABLE", b"CREA\x90\xff\xfeABLE"))
    assert not is_whole(copy)
    with pytest.raises(KnownError, match="damaged"), Catalog(copy, read_only=True) as broken:
        broken.db.execute("SELECT sku FROM products").fetchall()
