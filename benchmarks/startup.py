"""From the program's start to its first painted window and its first answer; and a bare Qt window as rival.

    python benchmarks/startup.py [--shop DIR] [--photo PICTURE] [--runs N] [--json]

Each run is a new process that is driven as a user would (tests/end_to_end/query_scenarios.py). The files are
in the system's cache after the first run, which is not counted. Also printed: the longest time for which a
10 ms timer of the window's event loop was late, in each phase.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.end_to_end.playing import play  # noqa: E402

BARE_WINDOW = """
import time
start = time.perf_counter()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.perf_counter() - start)
        QTimer.singleShot(0, QApplication.quit)
app = QApplication([])
window = Window("Hello")
window.resize(1240, 800)
window.show()
app.exec()
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--shop", type=Path, help="a shop's folder; the demo shop if none is given")
    parser.add_argument("--photo", type=Path, help="what to search with; a counter photo of the demo shop")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    shop, photo = arguments.shop, arguments.photo
    if shop is None or photo is None:
        from core.care.demo_shop import demo_counter_photos, ensure_demo_shop

        shop = shop or ensure_demo_shop()
        photo = photo or demo_counter_photos(1)[0]
    figures = measure(shop, photo, arguments.runs)
    if arguments.json:
        print(json.dumps(figures, indent=2))
        return
    print(f"{os.cpu_count()} cores, {arguments.runs} runs")
    for name, value in figures.items():
        print(f"{name:38} median {value['median']:8.3f}   worst {value['worst']:8.3f}")


def measure(shop: Path, photo: Path, runs: int) -> dict[str, dict[str, float]]:
    """Seconds, and milliseconds of standstill, over several runs."""
    with tempfile.TemporaryDirectory() as folder:
        seen = [drive(shop, photo, Path(folder)) for _run in range(runs + 1)][1:]
    bare = [bare_window() for _run in range(runs)]
    samples = {
        "window painted, s": [one["painted_s"] for one in seen],
        "search page there, s": [one["page_s"] for one in seen],
        "a bare Qt window painted, s": bare,
        "shop open, model loaded, s": [one["ready_s"] for one in seen],
        "first answer shown, s": [one["ready_s"] + one["answers"][0]["after_s"] for one in seen],
    }
    for phase in seen[0]["late_ms"]:
        samples[f"timer late while {phase}, ms"] = [one["late_ms"].get(phase, 0.0) for one in seen]
    return {
        name: {"median": statistics.median(values), "worst": max(values)} for name, values in samples.items()
    }


def drive(shop: Path, photo: Path, folder: Path) -> dict[str, Any]:
    """One run of the program: start, wait for the shop, drop the photo, read the answer."""
    told = play("query_scenarios:search_with_each", shop, folder, pictures=[photo], environment=offscreen())
    seen: dict[str, Any] = told["seen"]
    return seen | {"late_ms": told["late_ms"], "memory_mb": told["memory_mb"]}


def bare_window() -> float:
    """Seconds until a window with one label is painted, PySide6's import included."""
    answer = subprocess.run(
        [sys.executable, "-c", BARE_WINDOW], check=True, env=offscreen(), capture_output=True, text=True
    )
    return float(answer.stdout.split()[0])


def offscreen() -> dict[str, str]:
    """The environment, on Qt's offscreen platform unless another is asked for."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


if __name__ == "__main__":
    main()
