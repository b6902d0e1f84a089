"""How well a shop recognises that nobody labelled a photo for: day one, and after so many unlabelled photos.

    python benchmarks/recognition/unlabelled.py [DIR] [--counts 0,100,300,2640] [--without NAME] [--queries N]

DIR is the grocery data set, as for `benchmarks/recognition`. For each count a shop with the 81 catalog photos
is given so many of the shop photos without their labels (`add-photos --unlabelled`, those of chance, the same
each time), takes a quick lesson (`learn --quick`) and is asked with the photos of queries_val.csv. Columns:
top-1 and top-5 with 95 % intervals (bootstrap over the photos), all, packages and loose goods, the lesson's
seconds and its own sentence.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.ingest.photo_table import LabelledPhoto, read_photo_table  # noqa: E402
from core.ingest.table import import_table  # noqa: E402
from core.ingest.unlabelled.adding import add_unlabelled_photos  # noqa: E402
from core.learning.quick import teach_quick_lesson  # noqa: E402
from core.measuring.evaluation import Evaluation, evaluate  # noqa: E402
from core.shop.opening import open_shop  # noqa: E402

RESAMPLES = 2000
PACKAGES = "P"
"""SKUs of the grocery's packages begin with it."""


def main() -> int:
    """Print the table, a line as soon as it is there; the longest takes minutes on two cores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=None, metavar="DIR")
    parser.add_argument("--counts", default="0,100,300,2640", metavar="N,N…")
    parser.add_argument("--without", action="append", default=[], metavar="NAME", help="a witness not heard")
    parser.add_argument("--queries", type=int, default=None, metavar="N", help="ask with so many only")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    queries = read_photo_table(folder / "queries_val.csv").photos
    photos = read_photo_table(folder / "shop_photos.csv").photos
    order = np.random.default_rng(0).permutation(len(photos))
    if arguments.queries is not None:
        chosen = np.random.default_rng(1).permutation(len(queries))[: arguments.queries]
        queries = tuple(queries[number] for number in chosen.tolist())
    print(f"{'unlabelled':>10}  {'all':^44}  {'packages':^15}  {'loose':^15}  lesson")
    with tempfile.TemporaryDirectory() as home:
        day_one = Path(home) / "day one"
        with open_shop(day_one, create=True) as shop:
            import_table(shop, folder / "catalog.csv")
        for count in map(int, arguments.counts.split(",")):
            place = Path(shutil.copytree(day_one, Path(home) / str(count)))
            given = [photos[number].path for number in order[:count].tolist()]
            print(row(place, given, queries, arguments.without), flush=True)
    return 0


def row(
    place: Path, unlabelled: Sequence[Path], queries: Sequence[LabelledPhoto], without: Sequence[str]
) -> str:
    """One line of the table, for a shop that has its catalog photos."""
    with open_shop(place) as shop:
        if unlabelled:
            add_unlabelled_photos(shop, unlabelled)
        start = time.perf_counter()
        lesson = teach_quick_lesson(shop)
        seconds = time.perf_counter() - start
        evaluation = evaluate(shop, queries, without=without)
    packages = np.array([answer.photo.sku.startswith(PACKAGES) for answer in evaluation.answers])
    cells = [
        "  ".join(_with_interval(_among_first(evaluation, places)) for places in (1, 5)),
        *(
            " ".join(f"{_among_first(evaluation, places)[kind].mean():.3f}" for places in (1, 5))
            for kind in (packages, ~packages)
        ),
    ]
    return (
        f"{len(unlabelled):>10}  {cells[0]:^44}  {cells[1]:^15}  {cells[2]:^15}"
        f"  {seconds:.0f} s: {lesson.reason}"
    )


def _among_first(evaluation: Evaluation, places: int) -> NDArray[np.bool_]:
    ranked = [answer.ranked for answer in evaluation.answers]
    return np.array([one.truth in one.ranking[:places] for one in ranked], np.bool_)


def _with_interval(right: NDArray[np.bool_]) -> str:
    drawn = np.random.default_rng(0).integers(len(right), size=(RESAMPLES, len(right)))
    low, high = np.quantile(right[drawn].mean(axis=1), [0.025, 0.975])
    return f"{right.mean():.3f} [{low:.3f}, {high:.3f}]"


if __name__ == "__main__":
    sys.exit(main())
