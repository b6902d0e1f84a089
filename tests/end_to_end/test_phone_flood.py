"""The window goes on while strangers flood what phones speak to."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.painted_shop import make_shop

DRIVER = Path(__file__).with_name("scenario_driver.py")


@pytest.mark.long
def test_the_desk_is_answered_while_a_thousand_requests_are_refused(tmp_path: Path) -> None:
    shop = make_shop(tmp_path / "shop", products=2, counter_photos=1)
    pictures = sorted(tmp_path.glob("shop pictures/*.png"))[:3]
    seen = tmp_path / "seen.json"
    scenario = "tests.end_to_end.phone_scenarios:search_in_a_flood"
    command: list[str | Path] = [sys.executable, DRIVER, scenario, seen, "--shop", shop, "--", *pictures]
    subprocess.run(command, check=True)
    told = json.loads(seen.read_text(encoding="utf-8"))
    assert told["problem"] is None
    assert len(told["seen"]["answers"]) == 2 * len(pictures)
    assert told["seen"]["served"]
    heard = told["seen"]["flood"]["heard"]
    assert "429" in heard  # how many of them tells how fast this machine floods
