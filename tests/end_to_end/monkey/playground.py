"""A shop to do anything to, and the process in which that is done."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from PIL import Image

from tests.painted_shop import make_priced_shop

RUN = Path(__file__).with_name("run.py")


def make_playground(folder: Path) -> Path:
    """A small shop with prices, stock, barcodes and tags ("shop"), and what a clerk drops on it ("files")."""
    folder.mkdir(parents=True, exist_ok=True)
    make_priced_shop(folder / "shop")
    _make_files(folder / "files", folder / "shop pictures")
    return folder


def let_loose(
    playground: Path,
    folder: Path,
    seed: int,
    acts: int,
    *,
    journal: Path | None = None,
    timeout_s: float = 280,
) -> dict[str, Any]:
    """Let a monkey loose on a copy of the playground in ``folder``; what came of it (run.py's ``Outcome``).

    Args:
        journal: of an earlier run, whose acts are done again.
    """
    shutil.copytree(playground, folder, dirs_exist_ok=True)
    variables = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "en_US.UTF-8",
        "LANG": "en_US.UTF-8",
        "SNAPSHELF_HOME": str(folder / "home"),
        "HOME": str(folder / "home"),  # a new shop is made in its Documents: not in those of who runs this
    }
    command: list[str | Path] = [sys.executable, RUN, folder, str(seed), str(acts)]
    command += [journal] if journal is not None else []
    told = ""
    try:
        ended = subprocess.run(
            command, env=variables, capture_output=True, text=True, timeout=timeout_s, check=False
        )
        told, code = ended.stderr[-3000:], ended.returncode
    except subprocess.TimeoutExpired:
        code = None
    result = folder / "outcome.json"
    outcome: dict[str, Any] = json.loads(result.read_text(encoding="utf-8")) if result.exists() else {}
    if not outcome or (code != 0 and outcome["problem"] is None):
        crash = (folder / "crash.txt").read_text(encoding="utf-8")
        outcome["problem"] = f"the process ended with {code}\n{crash}\n{told}"
    return outcome


def last_acts(folder: Path, number: int = 12) -> str:
    """What was done last before a run ended, for whoever reads of a failure."""
    lines = (folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    return "\n".join(lines[-number:])


def _make_files(folder: Path, pictures: Path) -> None:
    """Photos of the shop's things, and what a clerk drops by mistake."""
    folder.mkdir()
    for photo in sorted(pictures.glob("?-?.png")):
        shutil.copy(photo, folder)
    Image.effect_noise((320, 240), 90).convert("RGB").save(folder / "unknown.png")
    (folder / "broken.jpg").write_text("not a picture", encoding="utf-8")
    (folder / "notes.txt").write_text("Apple\nTea\n", encoding="utf-8")
    rows = "\n".join(f"N-{number},New thing {number},{number}.50,{number}" for number in range(1, 6))
    (folder / "table.csv").write_text(f"sku,title,price,stock\n{rows}\n", encoding="utf-8")
    (folder / "shelf").mkdir()
    for number in range(2):
        shutil.copy(pictures / f"{number}-0.png", folder / "shelf" / f"Shelf {number}.png")
