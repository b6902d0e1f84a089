"""The real window, driven as a clerk does: a picture is dropped, the product is there."""

import csv
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.end_to_end.playing import play


def drive(tmp_path: Path, shop: Path, *pictures: Path, language: str = "en_US.UTF-8") -> dict[str, Any]:
    """Run the program on the shop, drop the pictures one after the other, and tell what was seen."""
    speaks = {"LC_ALL": language, "LANG": language}
    told = play("query_scenarios:search_with_each", shop, tmp_path, pictures=pictures, environment=speaks)
    assert told["heavy"] == []  # torch has no business in a window that searches on the CPU
    with Image.open(tmp_path / "seen.png") as picture:
        assert picture.width >= 960 and len(picture.convert("RGB").getcolors(1 << 20) or []) > 500
    seen: dict[str, Any] = told["seen"]
    return seen


def photo_of(grocery: Path, title_in_path: str) -> Path:
    """The first shop photo whose path names the product."""
    with (grocery / "shop_photos.csv").open(newline="", encoding="utf-8") as file:
        return next(grocery / row["photo"] for row in csv.DictReader(file) if title_in_path in row["photo"])


def test_a_real_photo_dropped_on_the_window_shows_the_right_product(
    grocery: Path, corner_shop: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(photo_of(grocery, "Pineapple").read_bytes()[:5000])
    pictures = photo_of(grocery, "Banana"), broken, photo_of(grocery, "Pineapple")
    seen = drive(tmp_path, corner_shop, *pictures)
    banana, failure, pineapple = seen["answers"]
    assert any(name.startswith("Banana") for name in banana["products"][:5])
    assert any(name.startswith("Pineapple") for name in pineapple["products"][:5])
    assert failure["failed"] and failure["products"] == []
    assert any("81" in text for text in seen["status"])


def test_the_window_speaks_chinese_where_the_platform_does(
    grocery: Path, corner_shop: Path, tmp_path: Path
) -> None:
    seen = drive(tmp_path, corner_shop, photo_of(grocery, "Banana"), language="zh_CN.UTF-8")
    assert any("\u4e00" <= character <= "\u9fff" for character in seen["answers"][0]["headline"])


@pytest.mark.parametrize("moment", ["shown", "painted"])
def test_closed_before_it_has_a_page_it_ends_like_any_other(moment: str, tmp_path: Path) -> None:
    driver, done = Path(__file__).with_name("close_early.py"), tmp_path / "done"
    options: list[str | Path] = ["--verbose", "--shop", tmp_path / "none"]
    command: list[str | Path] = [sys.executable, "-X", "faulthandler", driver, done, moment, *options]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SNAPSHELF_HOME": str(tmp_path / "home")}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0 and done.exists(), ended.stderr
    assert "Traceback" not in ended.stderr
    assert moment == "shown" or "first frame is painted" in ended.stderr
