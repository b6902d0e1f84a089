"""Plays a scenario on the real program in a process of its own, for tests and for benchmarks."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DRIVER = Path(__file__).with_name("scenario_driver.py")


def play(
    scenario: str,
    shop: Path | None,
    folder: Path,
    *,
    pictures: Sequence[Path] = (),
    environment: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Run the program on the shop and play the scenario; what it told (see scenario_driver.py).

    Args:
        scenario: ``module:function`` in this folder.
        shop: None to start the program as it comes.
        folder: holds what the scenario needs; ``seen.json``, ``seen.png`` and the program's home go there.
        environment: what differs from an English user without a screen.
    """
    result = folder / "seen.json"
    variables = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "en_US.UTF-8",
        "LANG": "en_US.UTF-8",
        "SNAPSHELF_HOME": str(folder / "home"),
    }
    command: list[str | Path] = [sys.executable, DRIVER, f"tests.end_to_end.{scenario}", result]
    command += [*(("--shop", shop) if shop is not None else ()), "--", *pictures]
    ended = subprocess.run(
        command,
        env=variables | (environment or {}),
        capture_output=True,
        text=True,
        timeout=295,
        check=False,
    )
    assert result.exists(), ended.stderr
    told: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    assert told["problem"] is None, (told, ended.stderr)
    assert ended.returncode == 0, ended.stderr
    print("longest standstill of the event loop, ms:", told["late_ms"])
    return told
