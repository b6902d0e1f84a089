"""A walk that is killed leaves whole photos, what a repair sweeps away, and nothing else."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.care.check import check_shop, repair_shop
from core.catalog.photos.unlabelled import unlabelled_photos
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files
from tests.core.ingest.unlabelled.views import view

REPOSITORY = Path(__file__).resolve().parents[4]
VIEWS = 14

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not a thing of Windows")


def test_a_walk_that_is_killed_again_and_again_ends_with_every_photo_once(shop: Shop, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for number in range(VIEWS):
        view(number).save(shelf / f"{number:02}.png")
    expected = add_elsewhere(shop, tmp_path / "whole", shelf)
    folder = shop.folder
    shop.close()
    for pictures in (2, 7):
        walk_until_killed(folder, shelf, pictures)
        with open_shop(folder) as again:
            photos = unlabelled_photos(again.catalog)
            seen = unlabelled_vectors(again.catalog, again.spec.fingerprint)
            assert seen.ids.tolist() == [photo.id for photo in photos]
            assert all(unlabelled_files(again).path(photo.facts.sha256).exists() for photo in photos)
            assert repair_shop(again, check_shop(again)).ok
    with open_shop(folder) as again:
        assert add_unlabelled_photos(again, [shelf]).total == expected
        names = [photo.facts.source_name for photo in unlabelled_photos(again.catalog)]
        assert len(names) == len(set(names)) == expected
        assert check_shop(again).ok


def add_elsewhere(shop: Shop, folder: Path, shelf: Path) -> int:
    """How many of the views are new to a shop that nobody kills."""
    from core.care.moving import copy_shop

    copy_shop(shop.catalog, shop.folder, folder)
    with open_shop(folder) as other:
        return add_unlabelled_photos(other, [shelf]).total


def walk_until_killed(folder: Path, shelf: Path, pictures: int) -> None:
    """Kill the command once so many pictures lie in the shop, named by the catalog or not."""
    command = [sys.executable, "-m", "desktop_app", "--shop", str(folder)]
    command += ["add-photos", "--unlabelled", str(shelf)]
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(REPOSITORY)})
    try:
        while len(list((folder / "unlabelled").rglob("*.jpg"))) < pictures:
            assert process.poll() is None
            time.sleep(0.002)
    finally:
        process.kill()
        process.wait()
