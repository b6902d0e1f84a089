"""A shop's folder that a stranger made: nothing in it leads out of it, or runs as an instruction."""

import contextlib
import hashlib
import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from core.care.archive import write_archive
from core.care.archive_bounds import MANIFEST
from core.care.check import check_shop, repair_shop
from core.care.restore import restore_shop
from core.catalog.checking.problem import Defect
from core.catalog.database.backup_files import is_whole
from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import ordered_ids
from core.catalog.photos.photos import photos_of_product
from core.catalog.photos.vectors import searchable_photos
from core.catalog.products.products import products_by_ids
from core.catalog.tables.export import export_table
from core.embedding.networks.efficientnet_lite import LITE0
from core.errors import KnownError
from core.imaging.photo_files import PhotoFiles
from core.models.store import ModelStore
from core.search.kept import forget_searches
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask

NAMES = ("../" * 21 + "x", "/etc/" + "x" * 59, "..\\" * 21 + "x", "C:" + "x" * 62, ("é" * 64), "\0" * 64)


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_hash_that_is_a_path_has_its_place_in_the_shop(tmp_path: Path, name: str) -> None:
    files = PhotoFiles(tmp_path)
    for place in (files.path(name), files.thumbnail_path(name)):
        assert place.resolve().is_relative_to(tmp_path)
        assert not place.exists()
    assert files.path(name) != files.path("y" + name[1:])


@pytest.mark.parametrize("name", NAMES[:4], ids=range(4))
def test_a_shop_whose_catalog_names_files_elsewhere_is_searched_saved_and_repaired_within_itself(
    shop: Shop, tmp_path: Path, blue_ball: Path, name: str
) -> None:
    with shop.catalog.transaction() as db:
        (photo_id,) = db.execute("SELECT min(id) FROM photos").fetchone()
        db.execute("UPDATE photos SET sha256 = ? WHERE id = ?", [name, photo_id])
    around = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir() if path != shop.folder}
    assert ask(shop, blue_ball).results
    export_table(shop.catalog, tmp_path / "out.csv", lambda sha256: str(shop.files.path(sha256)))
    assert "etc" not in (tmp_path / "out.csv").read_text()
    assert write_archive(shop.catalog, shop.folder, tmp_path / "shop.zip").missing_photos == 1
    with zipfile.ZipFile(tmp_path / "shop.zip") as archive:
        assert not [part for part in archive.namelist() if name in part]
    found = check_shop(shop)
    assert any("missing" in str(sentence) for sentence in found.sentences)
    repair_shop(shop, found)
    forget_searches(shop)
    assert {path: path.stat().st_mtime_ns for path in around} == around
    assert {path.name for path in tmp_path.iterdir()} - {path.name for path in around} == {
        shop.folder.name,
        "out.csv",
        "shop.zip",
    }


def test_a_hash_that_is_no_text_keeps_a_shop_neither_from_opening_nor_from_a_backup(
    shop: Shop, blue_ball: Path, tmp_path: Path
) -> None:
    with shop.catalog.transaction() as db:
        (photo_id,) = db.execute("SELECT min(id) FROM photos").fetchone()
        db.execute("UPDATE photos SET sha256 = CAST(? AS TEXT) WHERE id = ?", [b"\xff" * 64, photo_id])
        (count,) = db.execute("SELECT count(*) FROM photos").fetchone()
    shop.close()
    with open_shop(shop.folder) as opened:
        found = searchable_photos(opened.catalog, opened.spec.fingerprint).ids.tolist()
        assert photo_id not in found and len(found) == count - 1
        assert ask(opened, blue_ball).results
        saved = write_archive(opened.catalog, opened.folder, tmp_path / "shop.zip")
        assert (saved.photos, saved.missing_photos) == (count - 1, 1)


def test_a_backup_takes_no_file_along_that_a_link_leads_to(shop: Shop, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for strangers")
    (sha256,) = shop.catalog.db.execute("SELECT min(sha256) FROM photos").fetchone()
    shop.files.path(sha256).unlink()
    shop.files.path(sha256).symlink_to(secret)
    (shop.folder / "models").mkdir(exist_ok=True)
    (shop.folder / "models" / "notes").symlink_to(secret)
    assert write_archive(shop.catalog, shop.folder, tmp_path / "shop.zip").missing_photos == 1
    with zipfile.ZipFile(tmp_path / "shop.zip") as archive:
        assert all(b"strangers" not in archive.read(name) for name in archive.namelist())


INSTRUCTIONS = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON products BEGIN DELETE FROM products; END",
    "an endless trigger": "CREATE TRIGGER t AFTER INSERT ON searches BEGIN INSERT INTO searches (searched, "
    "origin, verdict) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i, i, i FROM n; END",
    "a view in a table's place": "DROP TABLE product_tags; CREATE VIEW product_tags AS WITH RECURSIVE "
    "n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS product_id, i AS tag FROM n",
    "an index of an expression": "CREATE INDEX evil ON products (length(hex(zeroblob(1000))))",
    "an index of some rows": "CREATE INDEX evil ON products (title) WHERE length(hex(zeroblob(1000))) > 1",
    "an index of ours, changed": "DROP INDEX products_by_sku_key; "
    "CREATE INDEX products_by_sku_key ON products (length(hex(zeroblob(1000))))",
    "a computed column": "ALTER TABLE photos ADD COLUMN evil INTEGER AS (length(hex(zeroblob(1000))))",
    "a check": "CREATE TABLE evil (a CHECK (length(hex(zeroblob(1000))) > 1))",
    "a collation": "CREATE TABLE evil (a TEXT COLLATE RTRIM)",
    "an unknown table": "CREATE TABLE evil (a)",
    "a virtual table": "CREATE VIRTUAL TABLE evil USING fts5(a)",
    "a trigger of ours, changed": "DROP TRIGGER product_text_delete; CREATE TRIGGER product_text_delete "
    "AFTER DELETE ON products BEGIN DELETE FROM stock_movements; END",
}


@pytest.mark.parametrize("sql", INSTRUCTIONS.values(), ids=INSTRUCTIONS)
def test_a_catalog_with_a_strangers_instructions_is_neither_opened_nor_restored(
    shop: Shop, tmp_path: Path, sql: str
) -> None:
    write_archive(shop.catalog, shop.folder, tmp_path / "good.zip")
    shop.close()
    hostile = tmp_path / "hostile"
    shutil.copytree(shop.folder, hostile)
    with contextlib.closing(sqlite3.connect(hostile / "catalog.db")) as connection:
        connection.executescript(sql)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(KnownError, match="not of this program"):
        open_shop(hostile)
    before = (shop.folder / "catalog.db").read_bytes()
    with pytest.raises(KnownError, match="not of this program"):
        restore_shop(shop.folder, hostile / "catalog.db")
    assert not is_whole(hostile / "catalog.db")  # which a shop's list of its own backups asks
    with pytest.raises(KnownError, match="not of this program"):
        restore_shop(shop.folder, packed(hostile / "catalog.db", tmp_path / "good.zip"))
    assert (shop.folder / "catalog.db").read_bytes() == before


def packed(catalog: Path, good: Path) -> Path:
    """A backup like ``good``, with another catalog in it."""
    evil = good.with_name("evil.zip")
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(evil, "w") as target:
        manifest = json.loads(source.read(MANIFEST))
        manifest["files"]["catalog.db"] = hashlib.sha256(catalog.read_bytes()).hexdigest()
        for name in source.namelist():
            if name == MANIFEST:
                target.writestr(name, json.dumps(manifest))
            elif name == "catalog.db":
                target.write(catalog, name)
            else:
                target.writestr(name, source.read(name))
    return evil


@pytest.mark.parametrize("table", ["photos", "product_tags", "stocktakes"])
def test_a_catalog_that_lacks_a_table_is_neither_opened_nor_restored(
    shop: Shop, tmp_path: Path, table: str
) -> None:
    write_archive(shop.catalog, shop.folder, tmp_path / "good.zip")
    shop.close()
    lacking = tmp_path / "lacking"
    shutil.copytree(shop.folder, lacking)
    with contextlib.closing(sqlite3.connect(lacking / "catalog.db")) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE tbl_name = ?", [table])
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(KnownError, match="damaged"):
        open_shop(lacking)
    before = (shop.folder / "catalog.db").read_bytes()
    for backup in (lacking / "catalog.db", packed(lacking / "catalog.db", tmp_path / "good.zip")):
        with pytest.raises(KnownError, match="damaged"):
            restore_shop(shop.folder, backup)
    assert (shop.folder / "catalog.db").read_bytes() == before


def test_a_plain_table_of_a_newer_version_is_let_be(shop: Shop) -> None:
    shop.close()
    with contextlib.closing(sqlite3.connect(shop.folder / "catalog.db")) as connection:
        connection.executescript(
            "CREATE TABLE later (id INTEGER PRIMARY KEY, said TEXT NOT NULL DEFAULT '') STRICT;"
            "CREATE INDEX later_by_said ON later (said, id); PRAGMA user_version = 2900"
        )
    open_shop(shop.folder).close()


def test_instructions_that_are_no_text_are_a_strangers(shop: Shop, tmp_path: Path) -> None:
    shop.close()
    hostile = tmp_path / "hostile.db"
    content = (shop.folder / "catalog.db").read_bytes()
    hostile.write_bytes(
        content.replace(b"snapshelf_words(title) AS title", b"snapshelf_words(title) AS titl\xff")
    )
    with pytest.raises(KnownError, match="not of this program"):
        restore_shop(shop.folder, hostile)
    (shop.folder / "catalog.db").write_bytes(hostile.read_bytes())
    with pytest.raises(KnownError, match="not of this program"):
        open_shop(shop.folder)


def test_a_title_that_would_fill_the_memory_is_damage(shop: Shop) -> None:
    catalog = shop.folder / "catalog.db"
    with contextlib.closing(sqlite3.connect(catalog)) as connection:
        connection.execute("DROP TRIGGER product_text_update")
        connection.execute("UPDATE products SET title = ?", ["a" * 70_000_000])
        connection.commit()
    assert Defect.DAMAGED_FILE in {problem.defect for problem in check_shop(shop).catalog}
    with pytest.raises(KnownError, match="damaged"):
        products_by_ids(shop.catalog, ordered_ids(shop.catalog, Filter()))


@pytest.mark.parametrize("table", ["kept_queries", "_sqlite_migrations"])
def test_a_catalog_without_its_tables_is_damaged(shop: Shop, table: str) -> None:
    shop.close()
    with contextlib.closing(sqlite3.connect(shop.folder / "catalog.db")) as connection:
        connection.execute(f"DROP TABLE {table}")
        connection.commit()
    with pytest.raises(KnownError, match="damaged"):
        open_shop(shop.folder)


def test_a_lesson_whose_record_names_folders_elsewhere_is_damaged_and_deletes_nothing(
    shop: Shop, tmp_path: Path
) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    folder = shop.folder / "models" / "0001-deep"
    folder.mkdir(parents=True)
    record: dict[str, object] = {
        "version": "0001-deep",
        "kind": "deep",
        "created": "",
        "backbone": "../../precious",
    }
    record |= {"examples": 0, "held_out": 0, "before_top1": 0, "after_top1": 0, "seconds": 0}
    record |= {"gain_interval": None, "promoted": True, "reason": {"text": "", "values": {}}}
    (folder / "lesson.json").write_text(json.dumps(record))
    assert shop.models.lessons() == []
    shop.searched_by.remove_lesson("0001-deep")
    assert precious.is_dir()


DAMAGED = (b"[" * 200_000, b"\xff\xfe", b"1e999", b'{"version": [[]]}', b"")


def test_damaged_records_of_models_do_not_stop_a_shop(tmp_path: Path) -> None:
    open_shop(tmp_path / "shop", create=True).close()
    for file in ("active.json", "0001-quick/lesson.json", "backbones/x/backbone.json"):
        path = tmp_path / "shop" / "models" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        for content in DAMAGED:
            path.write_bytes(content)
            with open_shop(tmp_path / "shop") as opened:
                assert opened.models.lessons() == []
                assert [spec.name for spec in opened.models.backbones() if spec.name == "x"] == []


def test_backbones_whose_records_name_files_elsewhere_are_damaged(tmp_path: Path) -> None:
    store = ModelStore(tmp_path, LITE0)
    folder = tmp_path / "backbones" / "x"
    folder.mkdir(parents=True)
    record: dict[str, object] = {"format": 1, "name": "x", "architecture": "resnet18", "code_version": 1}
    record |= {"parts": [{"length": 512, "signed": False}], "weights": {"file": "w", "sha256": "0" * 64}}
    record |= {"preprocessing": {"side": 224, "crop_share": 1, "mean": 0, "scale": 1}}
    (folder / "backbone.json").write_text(json.dumps(record))
    assert "x" in [spec.name for spec in store.backbones()]
    for name in ("../../escaped", "/escaped", "a/b", "..", "a\\b", "", None, 7):
        for changed in ({"name": name}, {"weights": {"file": name, "sha256": "0" * 64}}):
            (folder / "backbone.json").write_text(json.dumps(record | changed))
            assert "resnet18" not in [spec.architecture for spec in store.backbones()]


def test_photos_of_a_product_are_listed_with_their_places_in_the_shop(shop: Shop) -> None:
    with shop.catalog.transaction() as db:
        db.execute("UPDATE photos SET sha256 = substr(sha256, 1, 60) || '/../' WHERE id = 1")
        (product_id,) = db.execute("SELECT product_id FROM photos WHERE id = 1").fetchone()
    (photo,) = photos_of_product(shop.catalog, product_id)
    assert shop.files.path(photo.sha256).parent.parent == shop.folder / "photos"
