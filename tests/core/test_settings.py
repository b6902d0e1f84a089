"""The user's settings on the disk."""

import json
from pathlib import Path

from core.settings import MAX_RECENT_SHOPS, Settings, load_settings, save_settings, with_recent_shop


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    settings = Settings(language="zh_CN", theme="dark", recent_shops=("/a", "/b"))
    save_settings(tmp_path / "new" / "settings.json", settings)
    assert load_settings(tmp_path / "new" / "settings.json") == settings


def test_only_what_differs_from_the_defaults_is_stored(tmp_path: Path) -> None:
    save_settings(tmp_path / "settings.json", Settings(theme="dark"))
    assert json.loads((tmp_path / "settings.json").read_text()) == {"theme": "dark"}


def test_a_damaged_file_gives_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for content in ("{", "[]", "\0\0", '"text"', "[" * 200_000, '{"a":' * 100_000, "9" * 9000, "1e999"):
        path.write_text(content)
        assert load_settings(path) == Settings()


def test_a_value_of_the_wrong_kind_gives_way_to_the_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "pink", "language": "en", "recent_shops": [1, 2], "camera": 7}')
    assert load_settings(path) == Settings(language="en")


def test_settings_of_another_version_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"voice": "soft"}')
    save_settings(path, load_settings(path))
    assert json.loads(path.read_text()) == {"voice": "soft"}


def test_the_last_opened_shop_stands_first_and_once() -> None:
    assert with_recent_shop(("/a", "/b"), Path("/b")) == ("/b", "/a")
    many = tuple(f"/{number}" for number in range(20))
    assert len(with_recent_shop(many, Path("/new"))) == MAX_RECENT_SHOPS
