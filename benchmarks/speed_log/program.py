"""Processes from their start: the window, a search and a text search on the command line."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.query_latency import demo_shop_folder
from benchmarks.speed_log.row import Row, in_turn
from benchmarks.startup import bare_window, drive
from benchmarks.text_search import fill
from core.care.demo_shop import demo_counter_photos
from core.catalog.database.catalog import Catalog
from core.ingest.label_reading import read_labels
from core.shop.opening import open_shop

_IMPORTS = "import numpy, PIL.Image, onnxruntime, sqlite3"
_RUNS = 7
_LONGEST_STALLS = {"start-up": 0.1, "opening the shop": 0.05, "searching": 0.05}
"""Seconds for which the event loop may stand still, by the phases of the play."""


def rows() -> Iterator[Row]:
    """The window first, then the command line."""
    yield from _window()
    imports = partial(_run, "-c", _IMPORTS)
    with tempfile.TemporaryDirectory() as folder:
        search = partial(_run, "-m", "desktop_app", "--shop", *_read_shop(Path(folder)))
        yield Row(
            "snapshelf search, one photo",
            "importing NumPy, Pillow, ONNX Runtime, SQLite",
            *in_turn(search, imports, _RUNS),
            wanted=1.4,
        )
    with tempfile.TemporaryDirectory() as folder:
        with Catalog(Path(folder) / "catalog.db") as catalog:
            fill(catalog, 100_000)
        find = partial(_run, "-m", "desktop_app", "--shop", folder, "find", "orange juice")
        yield Row(
            "snapshelf find in 100,000 products",
            "importing NumPy, Pillow, ONNX Runtime, SQLite",
            *in_turn(find, imports, _RUNS),
            wanted=1.0,
        )


def _read_shop(folder: Path) -> tuple[str, str, str]:
    """A copy of the demo shop whose labels were read, as after an import, and what to search it with."""
    shop = folder / "shop"
    shutil.copytree(demo_shop_folder(), shop)
    with open_shop(shop) as opened:
        read_labels(opened)
    return str(shop), "search", str(demo_counter_photos(1)[0])


def _window() -> Iterator[Row]:
    shop, photo = demo_shop_folder(), demo_counter_photos(1)[0]
    seen, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(_RUNS + 1):
            run, rival = drive(shop, photo, Path(folder)), bare_window()
            if number:  # the first one fills the system's cache
                seen.append(run)
                bare.append(rival)
    rival_name = "a bare Qt window"
    stages = {
        "window painted": ([run["painted_s"] for run in seen], 1.6),
        "search page there": ([run["page_s"] for run in seen], 3.0),
        "shop open": ([run["ready_s"] for run in seen], 5.0),
        "first answer in the window": ([run["ready_s"] + run["answers"][0]["after_s"] for run in seen], 6.0),
    }
    for name, (times, wanted) in stages.items():
        yield Row(name, rival_name, times, bare, wanted)
    for phase, longest in _LONGEST_STALLS.items():
        stalls = [run["late_ms"].get(phase, 0.0) / 1000 for run in seen]
        yield Row(f"longest stall: {phase}", "the longest wanted", stalls, [longest], 1.0)


def _run(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        capture_output=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
