"""The learning page and the settings through the real main(): lessons, other shops, the language."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from core.catalog.database.backup_files import is_whole
from core.settings import Settings, load_settings, save_settings
from core.shop.opening import open_shop
from tests.end_to_end.playing import play
from tests.painted_shop import make_shop

SCREEN = {
    "name": "screen",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""The offscreen platform's own is too small for the window to be where it was."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop that has something to learn from."""
    return make_shop(tmp_path_factory.mktemp("window") / "shop")


def seen_in(scenario: str, shop: Path, tmp_path: Path) -> dict[str, Any]:
    """What a scenario saw on a screen of usual size, of a user who has seen the first steps."""
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}))
    save_settings(tmp_path / "home" / "config" / "settings.json", Settings(guide_seen=True, device="cpu"))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    seen: dict[str, Any] = play(f"window_scenarios:{scenario}", shop, tmp_path, environment=platform)["seen"]
    return seen


def test_a_quick_lesson_is_given_from_the_page_and_gone_back_from(made: Path, tmp_path: Path) -> None:
    shop = Path(shutil.copytree(made, tmp_path / "shop"))
    seen = seen_in("teach_and_go_back", shop, tmp_path)
    assert seen["state"] in ("in use", "rejected") and seen["before"] is not None
    assert seen["rows"][1] == "in use" and seen["rows"][0] != "in use"
    with open_shop(shop, device="cpu") as opened:
        assert opened.model.version is None
        assert [lesson.kind for lesson in opened.models.lessons()] == ["quick"]


def test_shops_are_switched_made_and_moved_in_the_running_program(made: Path, tmp_path: Path) -> None:
    shop = Path(shutil.copytree(made, tmp_path / "shop"))
    shutil.copytree(made, tmp_path / "second")
    (tmp_path / "no shop").mkdir()
    seen = seen_in("switch_shops", shop, tmp_path)
    assert seen["size"] == [1100, 720] and seen["page"] == "settings" and seen["windows"] == 1
    assert seen["language"] == "设置"
    assert str(tmp_path / "no shop") in seen["refused"]
    assert seen["third"] and seen["moved"]
    settings = load_settings(tmp_path / "home" / "config" / "settings.json")
    assert settings.recent_shops[0] == str(tmp_path / "moved" / "third")
    assert set(settings.recent_shops[1:]) == {str(tmp_path / "second"), str(shop)}
    assert settings.language == "zh_CN" and settings.window_geometry
    log = (tmp_path / "home" / "state" / "snapshelf.log").read_text(encoding="utf-8")
    assert "There is no shop in {folder}" in log
    assert str(tmp_path) not in log


def test_a_shop_whose_folder_goes_is_told_of_saved_and_gone_on_with(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made, tmp_path / "shop")
    seen = seen_in("lose_the_folder", tmp_path / "shop", tmp_path)
    assert "has gone" in seen["said"]
    assert seen["nothing came into being"]
    assert seen["counted"] == ["1"]
    assert is_whole(tmp_path / "held.db")


@pytest.mark.long
def test_a_deep_lesson_is_paused_gone_on_with_and_thrown_away_while_searches_go_on(
    made: Path, tmp_path: Path
) -> None:
    shop = Path(shutil.copytree(made, tmp_path / "shop"))
    shutil.copytree(made.with_name("shop pictures"), tmp_path / "shop pictures")
    seen = seen_in("pause_a_deep_lesson", shop, tmp_path)
    assert seen["found"] == "Sign 2"
    assert "paused" in seen["paused"]
    assert seen["rows"] == 1
    assert not (shop / "models" / ".unfinished-deep").exists()
