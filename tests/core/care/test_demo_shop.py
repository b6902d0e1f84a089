"""The demo shop, unpacked when it is first asked for."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from core import paths
from core.care.demo_shop import demo_counter_photos, ensure_demo_shop
from core.catalog.products.products import counts
from core.errors import KnownError
from core.shop.opening import open_shop
from demo_drawing.catalogue import all_products
from tests.core.asking import ask


def products(shop: Path) -> int:
    with open_shop(shop, write=False) as opened:
        return counts(opened.catalog).products


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A finished demo that a test may change."""
    copy = tmp_path / "shipped"
    shutil.copytree(paths.finished_demo(), copy)
    monkeypatch.setattr(paths, "finished_demo", lambda: copy)
    return copy


def ship_another_version(shipped: Path) -> None:
    with zipfile.ZipFile(shipped / "shop.zip") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(shipped / "shop.zip", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, b'{"version": 0}' if name == "demo.json" else content)


def test_it_is_a_shop_like_any_other_and_finds_its_counter_photos(throwaway_home: Path) -> None:
    folder = ensure_demo_shop()
    assert folder == paths.demo_shop()
    assert folder.is_relative_to(throwaway_home)
    assert products(folder) == len(all_products())
    photos = demo_counter_photos(3)
    assert len(photos) == 3
    with open_shop(folder, write=False) as shop:
        for photo in photos:
            sku = photo.stem.split("-")[0]
            assert sku in [result.sku for result in ask(shop, photo, count=5).results]


def test_it_is_unpacked_once() -> None:
    catalog = ensure_demo_shop() / "catalog.db"
    before = catalog.stat().st_mtime_ns
    ensure_demo_shop()
    assert catalog.stat().st_mtime_ns == before


def test_one_that_is_gone_is_unpacked_again() -> None:
    shutil.rmtree(ensure_demo_shop())
    assert products(ensure_demo_shop()) == len(all_products())


def test_that_of_another_version_is_replaced_with_all_that_lay_beside_it(shipped: Path) -> None:
    folder = ensure_demo_shop()
    older = folder.parent / "pictures" / "catalog.csv"
    older.parent.mkdir()
    older.write_text("of an older version")
    (folder / "old.txt").write_text("of an older version")
    ship_another_version(shipped)
    ensure_demo_shop()
    assert products(folder) == len(all_products())
    assert not (folder / "old.txt").exists()
    assert not older.parent.exists()


def test_one_that_was_killed_on_the_way_is_made_by_the_next_call() -> None:
    code = (
        "import os, zipfile\n"
        "from core.care.demo_shop import ensure_demo_shop\n"
        "extract = zipfile.ZipFile.extractall\n"
        "def die(archive, place):\n"
        "    extract(archive, place, archive.namelist()[:40])\n"
        "    os._exit(9)\n"
        "zipfile.ZipFile.extractall = die\n"
        "ensure_demo_shop()\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert not paths.demo_shop().exists()
    assert products(ensure_demo_shop()) == len(all_products())
    assert [path.name for path in paths.demo_shop().parent.iterdir() if path.is_dir()] == ["Demo shop"]


def test_a_program_without_it_says_what_to_do(shipped: Path) -> None:
    shutil.rmtree(shipped)
    with pytest.raises(KnownError, match="run the set-up"):
        ensure_demo_shop()
    with pytest.raises(KnownError):
        demo_counter_photos(3)


def test_a_damaged_one_is_told_in_a_sentence_and_leaves_nothing(shipped: Path) -> None:
    packed = shipped / "shop.zip"
    content = bytearray(packed.read_bytes())
    content[len(content) // 2] ^= 0xFF  # within a photo
    packed.write_bytes(content)
    with pytest.raises(KnownError, match="missing or damaged"):
        ensure_demo_shop()
    packed.write_bytes(b"no archive")
    with pytest.raises(KnownError, match="missing or damaged"):
        ensure_demo_shop()
    assert not any(path.is_dir() for path in paths.demo_shop().parent.iterdir())


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(throwaway_home: Path) -> None:
    paths.demo_shop().parent.parent.mkdir(parents=True)
    paths.demo_shop().parent.write_text("not a folder")
    with pytest.raises(KnownError, match="cannot be made"):
        ensure_demo_shop()
