"""How a shop recognises its products, from the first day to a deep lesson, in one table made in one run.

    python benchmarks/recognition/days.py [DIR] [--rows NAME,NAME…] [--deep MINUTES] [--queries N] [--quick]

DIR is the grocery data set, as for `benchmarks/recognition`; the drawn demo shop stands beside it, so that
nothing is good for groceries alone. Each row is a shop of its own that has one catalog photo a product and
what the row says: so many photos of the shop without labels (`add-photos --unlabelled`, those of chance, the
same each time), or with their labels (`add-photos`); then it takes a quick lesson, in the last row a deep one
as well, and is asked with photos that it did not learn from.

Columns: how often the right product is first, and among the first five, with 95 % intervals (bootstrap over
the photos); of packages and of loose goods; then first places with one witness not heard (`evaluate
--without`), the gain by that witness with its interval; seconds and the lesson's own sentence. A picture is
looked at once, and every row of its shop hears what was seen; a network that was trained sees it anew.
"""

import argparse
import csv
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.recognition.shops import MeasuredShop, demo, grocery  # noqa: E402
from core.answer import Seen  # noqa: E402
from core.ingest.label_reading import read_labels  # noqa: E402
from core.ingest.photo_table import LabelledPhoto, add_photos  # noqa: E402
from core.ingest.table import import_table  # noqa: E402
from core.ingest.unlabelled.adding import add_unlabelled_photos  # noqa: E402
from core.learning.deep.lesson import teach_deep_lesson  # noqa: E402
from core.learning.deep.listener import DeepSettings  # noqa: E402
from core.learning.quick import teach_quick_lesson  # noqa: E402
from core.search.answering import answer  # noqa: E402
from core.search.see import see  # noqa: E402
from core.shop.opening import open_shop  # noqa: E402
from core.shop.shop import Shop  # noqa: E402

RESAMPLES = 2000
WITNESSES = ("vector", "print", "label")
"""Those that have something to say of a photo without a barcode."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a shop has beside its catalog photos: so many photos, or a share of all."""

    name: str
    unlabelled: int = 0
    labelled: float = 0.0
    deep: bool = False


ROWS = (
    Row("day one"),
    Row("100 unlabelled", unlabelled=100),
    Row("300 unlabelled", unlabelled=300),
    Row("2640 unlabelled", unlabelled=2640),
    Row("10 % labelled", labelled=0.1),
    Row("all labelled", labelled=1.0),
    Row("deep lesson", labelled=1.0, deep=True),
)


def main() -> int:
    """Print the table, a line as soon as it is there; half an hour on two cores without the deep lesson."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=None, metavar="DIR")
    parser.add_argument("--rows", default="", metavar="NAME,NAME…", help="only these")
    parser.add_argument("--deep", type=float, default=None, metavar="MINUTES", help="the last row, too")
    parser.add_argument("--queries", type=int, default=None, metavar="N", help="ask with so many only")
    parser.add_argument("--quick", action="store_true", help="no witness switched off")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    wanted = {name for name in arguments.rows.split(",") if name}
    if unknown := wanted - {row.name for row in ROWS}:
        parser.error(
            f"no row is called {', '.join(sorted(unknown))}; there are {', '.join(r.name for r in ROWS)}"
        )
    if not arguments.deep and any(row.deep for row in ROWS if row.name in wanted):
        parser.error("a deep lesson needs --deep MINUTES")
    rows = [row for row in ROWS if (not wanted or row.name in wanted) and (not row.deep or arguments.deep)]
    switched_off = () if arguments.quick else WITNESSES
    print(_line("", "first", "first five", "packages", "loose", *(f"without {one}" for one in switched_off)))
    with tempfile.TemporaryDirectory() as home:
        for measured in (grocery(folder), demo(Path(home))):
            shop = _some(measured, arguments.queries)
            for line in _lines(shop, rows, switched_off, arguments.deep, Path(home) / shop.name):
                print(line, flush=True)
    return 0


def _some(measured: MeasuredShop, queries: int | None) -> MeasuredShop:
    if queries is None:
        return measured
    chosen = np.random.default_rng(1).permutation(len(measured.queries))[:queries]
    return replace(measured, queries=tuple(measured.queries[number] for number in chosen.tolist()))


def _lines(
    measured: MeasuredShop,
    rows: Sequence[Row],
    switched_off: Sequence[str],
    minutes: float | None,
    home: Path,
) -> Iterator[str]:
    home.mkdir(exist_ok=True)
    day_one = home / "day one"
    with open_shop(day_one, create=True) as shop:
        import_table(shop, measured.catalog)
        read_labels(shop)
        seen = [see(shop, [query.path]) for query in measured.queries]
    order = np.random.default_rng(0).permutation(len(measured.photos)).tolist()
    for row in rows:
        place = Path(shutil.copytree(day_one, home / "row"))
        with open_shop(place) as shop:
            photos = [measured.photos[number] for number in order]
            said, seconds = _taught(shop, row, photos, minutes, home)
            if row.deep:
                seen = [see(shop, [query.path]) for query in measured.queries]
            yield _measured(shop, measured, row, seen, switched_off) + f"  {seconds:.0f} s: {said}"
        shutil.rmtree(place)


def _taught(
    shop: Shop, row: Row, photos: Sequence[LabelledPhoto], minutes: float | None, home: Path
) -> tuple[str, float]:
    """Give the shop what the row says, and its lesson; the lesson's sentence, and its seconds."""
    if row.unlabelled:
        add_unlabelled_photos(shop, [photo.path for photo in photos[: row.unlabelled]])
    if row.labelled:
        table = home / "photos.csv"
        with table.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(("sku", "photo"))
            some = photos[: round(row.labelled * len(photos))]
            writer.writerows((photo.sku, str(photo.path)) for photo in some)
        add_photos(shop, table)
        read_labels(shop)
    start = time.perf_counter()
    lesson = teach_quick_lesson(shop)
    if row.deep and minutes is not None:
        lesson = teach_deep_lesson(shop, DeepSettings(minutes=minutes))
    return str(lesson.reason), time.perf_counter() - start


def _measured(
    shop: Shop, measured: MeasuredShop, row: Row, seen: Sequence[Seen], switched_off: Sequence[str]
) -> str:
    places = _places(shop, measured, seen, ())
    packages = np.array([measured.is_package(query.sku) for query in measured.queries])
    without = [_places(shop, measured, seen, (witness,)) == 0 for witness in switched_off]
    return _line(
        f"{measured.name}, {row.name}",
        *(_with_interval(places < first) for first in (1, 5)),
        *(_with_interval(places[kind] < 1) for kind in (packages, ~packages)),
        *(f"{right.mean():.3f} ({_gain((places == 0) * 1.0 - right)})" for right in without),
    )


def _places(
    shop: Shop, measured: MeasuredShop, seen: Sequence[Seen], without: Sequence[str]
) -> NDArray[np.int64]:
    """For each query the place of its product, 0 is first; beyond the first ten 10."""
    found = [answer(shop, one, without=without) for one in seen]
    return np.array(
        [
            next((place for place, result in enumerate(one.results) if result.sku == query.sku), 10)
            for query, one in zip(measured.queries, found, strict=True)
        ],
        np.int64,
    )


def _with_interval(right: NDArray[np.bool_]) -> str:
    if not len(right):
        return "none asked"
    low, high = _interval(right.astype(float))
    return f"{right.mean():.3f} [{low:.3f}, {high:.3f}]"


def _gain(difference: NDArray[np.float64]) -> str:
    low, high = _interval(difference)
    return f"{difference.mean():+.3f} [{low:+.3f}, {high:+.3f}]"


def _interval(values: NDArray[np.float64]) -> tuple[float, float]:
    drawn = np.random.default_rng(0).integers(len(values), size=(RESAMPLES, len(values)))
    low, high = np.quantile(values[drawn].mean(axis=1), [0.025, 0.975])
    return float(low), float(high)


def _line(name: str, *cells: str) -> str:
    return f"{name:<24}" + "".join(f"{cell:^22}" if n < 4 else f"{cell:^33}" for n, cell in enumerate(cells))


if __name__ == "__main__":
    sys.exit(main())
