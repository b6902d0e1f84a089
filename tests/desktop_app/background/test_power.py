"""Whether the computer runs on its battery, as Linux tells it."""

import sys
from pathlib import Path

import pytest

from desktop_app.background.power import on_battery

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked in another way")


def supply(folder: Path, name: str, **facts: str) -> None:
    (folder / name).mkdir()
    for fact, value in facts.items():
        (folder / name / fact).write_text(value + "\n")


def test_a_computer_without_a_battery_is_on_mains(tmp_path: Path) -> None:
    assert not on_battery(tmp_path)
    assert not on_battery(tmp_path / "nothing")
    supply(tmp_path, "AC", type="Mains", online="1")
    assert not on_battery(tmp_path)


@pytest.mark.parametrize(
    ("status", "expected"), [("Discharging", True), ("Charging", False), ("Full", False)]
)
def test_a_laptop_tells_by_what_its_battery_does(tmp_path: Path, status: str, expected: bool) -> None:
    supply(tmp_path, "AC", type="Mains", online="0" if expected else "1")
    supply(tmp_path, "BAT0", type="Battery", status=status)
    assert on_battery(tmp_path) is expected


def test_the_battery_of_a_mouse_does_not_count(tmp_path: Path) -> None:
    supply(tmp_path, "hidpp_battery_0", type="Battery", scope="Device", status="Discharging")
    assert not on_battery(tmp_path)
