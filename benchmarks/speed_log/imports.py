"""Bringing in tables and photos, beside the least that has to be done for it, and a lesson of them."""

import itertools
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.indexing import demo_photos
from benchmarks.speed_log.row import Row
from benchmarks.table_import import in_a_process, write_table
from core.catalog.tables.entries import Entry
from core.imaging.decode import decode_file
from core.imaging.preprocess import to_tensor
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.learning.quick import teach_quick_lesson
from core.shop.opening import open_shop

_ROWS, _RUNS = 30_000, 3
_PHOTOS, _BATCH = 160, 8
_TAUGHT = 20
"""Products of the lesson's shop, each with a catalog photo."""
_LESSON_SECONDS = 60 / 81
"""A product, at most: a minute for the groceries of the recognition's benchmark."""


def rows() -> Iterator[Row]:
    """Tables first, then photos, then the lesson."""
    yield from _tables()
    with tempfile.TemporaryDirectory() as drawn:
        entries = list(itertools.islice(folder_entries(demo_photos(Path(drawn))), _PHOTOS))
        yield _photos(entries)
        yield _lesson(entries[:_TAUGHT])


def _tables() -> Iterator[Row]:
    """Processor time of processes of their own, so that each has its own memory."""
    steps = ("plain", "import", "plain again", "import again", "read csv", "read xlsx")
    taken: dict[str, list[float]] = {step: [] for step in steps}
    for _run in range(_RUNS):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            csv, xlsx = folder / "t.csv", folder / "t.xlsx"
            for table in (csv, xlsx):
                write_table(table, _ROWS)
            for again in ("", " again"):
                for step in ("plain", "import"):
                    taken[step + again].append(in_a_process(step, csv, folder / step)["seconds"])
            for table in (csv, xlsx):
                seconds = in_a_process("read", table, folder / "nothing")["seconds"]
                taken[f"read {table.suffix[1:]}"].append(seconds)
    upsert = "csv and sqlite-utils' upsert with full text"
    yield Row(f"table of {_ROWS:,} rows", upsert, taken["import"], taken["plain"], 4.0)
    yield Row("the same table again", upsert, taken["import again"], taken["plain again"], 2.0)
    yield Row(
        f"reading {_ROWS:,} rows of XLSX", "the same as CSV", taken["read xlsx"], taken["read csv"], 2.0
    )


def _photos(entries: Sequence[Entry]) -> Row:
    """Seconds a photo: decoded, kept, embedded and indexed; and the network alone, eight at a time."""
    ours, network = [], []
    for _run in range(_RUNS):
        with (
            tempfile.TemporaryDirectory() as folder,
            open_shop(Path(folder) / "shop", create=True) as shop,
        ):
            shop.network.load()
            report = import_entries(shop, entries)
            ours.append(report.seconds / report.photos_added)
            pictures = [decode_file(photo.path) for entry in entries for photo in entry.photos]
            looks = np.stack([to_tensor(picture, shop.spec.preprocessing) for picture in pictures])
            start = time.perf_counter()
            for at in range(0, len(looks), _BATCH):
                shop.network.embed(looks[at : at + _BATCH])
            network.append((time.perf_counter() - start) / len(looks))
    return Row("importing photos, each", "the network alone", ours, network, 1 / 0.85)


def _lesson(entries: Sequence[Entry]) -> Row:
    """Seconds a product of a shop that has one catalog photo of each: counter photos are drawn of them."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_shop(Path(folder) / "shop", create=True) as shop,
    ):
        import_entries(shop, entries)
        start = time.perf_counter()
        teach_quick_lesson(shop)
        seconds = (time.perf_counter() - start) / len(entries)
    return Row("a quick lesson, a product", "the most that is wanted", [seconds], [_LESSON_SECONDS], 1.0)
