"""An administrator's policy, as the command line follows it."""

import json
from pathlib import Path

import pytest

from core import paths
from core.settings import Settings, save_settings
from desktop_app.__main__ import main


@pytest.fixture
def policy_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The computer's policy file, for once where a test may write it."""
    file = tmp_path / "etc" / "policy.json"
    file.parent.mkdir()
    monkeypatch.setattr(paths, "policy_file", lambda: file)
    return file


def test_commands_work_on_the_decided_shop_in_the_decided_language(
    policy_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_settings(paths.settings_file(), Settings(language="en"))
    shop = tmp_path / "high street 高街"
    policy_file.write_text(json.dumps({"shop": str(shop), "settings": {"language": "zh_CN"}}))
    table = tmp_path / "products.csv"
    table.write_text("sku,title\nA1,Oat biscuits\n")
    assert main(["import", str(table)]) == 0
    assert (shop / "catalog.db").is_file()
    capsys.readouterr()
    assert main(["find", "oat"]) == 0
    assert "A1" in capsys.readouterr().out
    assert main(["find", "oat", "--where", "nonsense"]) == 1
    assert any("\u4e00" <= letter <= "\u9fff" for letter in capsys.readouterr().err)


def test_a_damaged_policy_is_told_and_work_goes_on(
    policy_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy_file.write_text("{")
    table = tmp_path / "products.csv"
    table.write_text("sku,title\nA1,Oat biscuits\n")
    assert main(["--shop", str(tmp_path / "shop"), "import", str(table)]) == 0
    assert "has no effect" in capsys.readouterr().err


def test_the_window_opens_no_other_shop_than_the_decided_one(
    policy_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy_file.write_text(json.dumps({"shop": str(tmp_path / "ours")}))
    assert main(["--shop", str(tmp_path / "theirs")]) == 1
    assert "Start without --shop" in capsys.readouterr().err
