"""Processes from their start: the window, a search and a text search on the command line."""

import os
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
from core.catalog.database.catalog import Catalog
from core.demo_shop import demo_counter_photos

_IMPORTS = "import numpy, PIL.Image, onnxruntime, sqlite3"
_RUNS = 7


def rows() -> Iterator[Row]:
    """The window first, then the command line."""
    yield from _window()
    shop, photo = demo_shop_folder(), demo_counter_photos(1)[0]
    imports = partial(_run, "-c", _IMPORTS)
    yield Row(
        "snapshelf search, one photo",
        "importing NumPy, Pillow, ONNX Runtime, SQLite",
        *in_turn(
            partial(_run, "-m", "desktop_app", "--shop", str(shop), "search", str(photo)), imports, _RUNS
        ),
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


def _run(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        capture_output=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
