"""Making the demo shop's files."""

import csv
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import Cancelled, KnownError
from core.progress import Progress, ignore_progress
from demo_drawing.build import DemoFiles, build_demo_files, finished_demo_files
from demo_drawing.catalogue import all_products
from demo_drawing.product import DemoProduct


@pytest.fixture(scope="module")
def all_files(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    return build_demo_files(tmp_path_factory.mktemp("whole") / "demo", ignore_progress)


@pytest.fixture
def a_few() -> tuple[DemoProduct, ...]:
    """One product of each kind of drawing."""
    wanted = {"FV01", "JU01", "CR01", "MU01", "PE01", "TO01"}
    return tuple(product for product in all_products() if product.sku in wanted)


def rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_table_has_a_row_and_a_picture_for_every_product(all_files: DemoFiles) -> None:
    table = rows(all_files.catalog)
    assert len(table) == all_files.products == len(all_products())
    for row in table:
        assert float(row["price"]) > 0
        assert row["currency"] == "EUR"
        with Image.open(all_files.folder / row["photo"]) as picture:
            assert picture.format == "JPEG"
            assert picture.size == (640, 640)


def test_every_picture_shows_a_product_on_a_light_ground(all_files: DemoFiles) -> None:
    for row in rows(all_files.catalog):
        pixels = np.asarray(Image.open(all_files.folder / row["photo"]).convert("L"), np.float32)
        border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
        assert border.min() > 190, row["sku"]
        assert pixels[120:520, 120:520].std() > 4, row["sku"]


def test_no_two_pictures_are_nearly_the_same(all_files: DemoFiles) -> None:
    table = rows(all_files.catalog)
    small = np.stack(
        [
            np.asarray(
                Image.open(all_files.folder / row["photo"]).resize((48, 48), Image.Resampling.BOX), np.float32
            ).ravel()
            for row in table
        ]
    )
    for index, picture in enumerate(small):
        difference = np.abs(small - picture).mean(axis=1)
        difference[index] = np.inf
        nearest = int(difference.argmin())
        assert difference[nearest] > 0.5, (table[index]["sku"], table[nearest]["sku"])


def test_some_products_have_a_second_picture_that_differs(all_files: DemoFiles) -> None:
    second = rows(all_files.more_photos)
    assert len(second) >= 30
    for row in second:
        one = Image.open(all_files.folder / "photos" / f"{row['sku']}.jpg")
        other = Image.open(all_files.folder / row["photo"])
        assert np.abs(np.asarray(one, np.float32) - np.asarray(other, np.float32)).mean() > 1, row["sku"]


def test_counter_photos_are_large_and_differ_from_their_source(all_files: DemoFiles) -> None:
    photos = rows(all_files.counter_photos)
    skus = {row["sku"] for row in rows(all_files.catalog)}
    assert len(photos) >= 40
    for row in photos:
        assert row["sku"] in skus
        with Image.open(all_files.folder / row["photo"]) as opened:
            photo = opened.convert("RGB")
        assert photo.size == (1200, 900)
        source = Image.open(all_files.folder / "photos" / f"{row['sku']}.jpg").resize(photo.size)
        assert np.abs(np.asarray(photo, np.float32) - np.asarray(source, np.float32)).mean() > 15


def test_two_builds_give_the_same_bytes(tmp_path: Path, a_few: tuple[DemoProduct, ...]) -> None:
    one = build_demo_files(tmp_path / "one", ignore_progress, products=a_few)
    other = build_demo_files(tmp_path / "other", ignore_progress, products=tuple(a_few))
    assert contents(one.folder) == contents(other.folder)


def test_finished_files_are_not_made_again(tmp_path: Path, a_few: tuple[DemoProduct, ...]) -> None:
    files = build_demo_files(tmp_path / "demo", ignore_progress, products=a_few[:1])
    before = files.catalog.stat().st_mtime_ns
    assert build_demo_files(tmp_path / "demo", ignore_progress, products=a_few[:1]) == files
    assert files.catalog.stat().st_mtime_ns == before


def test_files_of_another_version_are_made_again(tmp_path: Path, a_few: tuple[DemoProduct, ...]) -> None:
    files = build_demo_files(tmp_path / "demo", ignore_progress, products=a_few[:1])
    (files.folder / "demo.json").write_text(json.dumps({"version": 0, "products": 1}))
    (files.folder / "old.txt").write_text("of the old version")
    assert finished_demo_files(files.folder) is None
    build_demo_files(files.folder, ignore_progress, products=a_few[:1])
    assert finished_demo_files(files.folder) is not None
    assert not (files.folder / "old.txt").exists()


def test_a_cancelled_build_leaves_nothing(tmp_path: Path, a_few: tuple[DemoProduct, ...]) -> None:
    def stop_after_two(progress: Progress) -> bool:
        return progress.done < 2

    with pytest.raises(Cancelled):
        build_demo_files(tmp_path / "demo", stop_after_two, products=a_few)
    assert list(tmp_path.iterdir()) == []


def test_a_killed_build_leaves_nothing_that_looks_finished(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, sys\n"
        "from demo_drawing.build import build_demo_files\n"
        "def die(progress):\n"
        "    if progress.done == 3: os._exit(9)\n"
        "build_demo_files(pathlib.Path(sys.argv[1]) / 'demo', die)\n"
    )
    died = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, timeout=120)
    assert died.returncode == 9
    assert not (tmp_path / "demo").exists()
    assert finished_demo_files(tmp_path / "demo") is None
    [leftover] = tmp_path.iterdir()
    assert finished_demo_files(leftover) is None


def test_what_a_killed_build_left_is_removed_later(tmp_path: Path, a_few: tuple[DemoProduct, ...]) -> None:
    leftover, running = tmp_path / ".demo.abc.tmp", tmp_path / ".demo.xyz.tmp"
    leftover.mkdir()
    running.mkdir()
    hours_ago = time.time() - 7200
    os.utime(leftover, (hours_ago, hours_ago))
    build_demo_files(tmp_path / "demo", ignore_progress, products=a_few[:1])
    assert not leftover.exists()
    assert running.exists()


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(KnownError, match="could not be written"):
        build_demo_files(tmp_path / "file" / "demo", ignore_progress)


def test_progress_rises_to_its_total(tmp_path: Path, a_few: tuple[DemoProduct, ...]) -> None:
    seen: list[Progress] = []
    build_demo_files(tmp_path / "demo", seen.append, products=a_few)
    assert [progress.done for progress in seen] == sorted(progress.done for progress in seen)
    assert seen[-1].done == seen[-1].total
