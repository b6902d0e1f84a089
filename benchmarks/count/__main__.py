"""How well several products in one picture are found and named, beside simpler ways in the same run.

    python benchmarks/count [GROCERY] [--demo DIR] [--shops DIR] [--scenes N] [--choosing] [--kept FILE]
        [--json]

GROCERY is the data set's folder (without it SNAPSHELF_GROCERY or shared/data/grocery beside the repository;
where that is not there, drawn products alone), DIR of --demo one where the demo shop was drawn (made if it is
not there). --shops keeps the shops that are made, for the next run. Scenes have 2 to 12 products, unknown
ones among them (scenes.py); they show products and photos by which nothing was chosen, unless --choosing is
given. Columns: F1 of the boxes at an overlap (intersection over union) of a half, and of boxes with the right
name ("not in this shop" is one), 95 % intervals by drawing scenes anew; processor seconds a scene. The other
ways are given the limit of sureness that is best for them in hindsight. Ctrl+C ends it early and reports.
With --kept what was said of each scene is kept in FILE, and a run that was ended goes on where it stood; its
first line has what was chosen, and a file of other choices is refused.
"""

import argparse
import contextlib
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from benchmarks.count.goods import (  # noqa: E402
    CHOOSING,
    REPORTING,
    Goods,
    drawn_goods,
    drawn_shop,
    grocery_goods,
    grocery_shop,
)
from benchmarks.count.kept import Counted, go_on, keep  # noqa: E402
from benchmarks.count.rivals import Told, Way, ways  # noqa: E402
from benchmarks.count.scenes import Scene, Truth, shelf_scene, thrown_scene  # noqa: E402
from core.scene.boxes import overlaps  # noqa: E402
from core.shop.opening import open_shop  # noqa: E402
from core.shop.shop import Shop  # noqa: E402

_RESAMPLES = 1000
_LIMITS = np.linspace(0, 0.95, 20)

Counts = NDArray[np.float64]
"""(scenes, 3): found rightly, said, there."""


def main() -> int:
    """Compose, count, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("grocery", nargs="?", type=Path, default=None)
    parser.add_argument("--demo", type=Path, default=None)
    parser.add_argument("--shops", type=Path, default=None)
    parser.add_argument("--scenes", type=int, default=500)
    parser.add_argument("--ways", default="", metavar="NAME,NAME…", help="only these")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--choosing", action="store_true")
    parser.add_argument("--kept", type=Path, default=None, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    grocery = arguments.grocery or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    wanted = {name for name in arguments.ways.split(",") if name}
    chosen = {name: way for name, way in ways().items() if not wanted or name in wanted}
    purpose = CHOOSING if arguments.choosing else REPORTING
    told: dict[str, list[Counted]] = defaultdict(list)
    choices = {
        "seed": arguments.seed,
        "goods": purpose,
        "ways": list(chosen),
        "grocery": str(grocery.resolve()) if grocery.exists() else None,
    }
    kept = go_on(arguments.kept, choices) if arguments.kept else []
    for one in chain.from_iterable(kept):
        told[one.way].append(one)
    with tempfile.TemporaryDirectory() as home:
        shops = arguments.shops or Path(home)
        sources = _sources(grocery, arguments.demo or Path(home) / "demo", shops, purpose)
        opened = [(name, goods, open_shop(place)) for name, goods, place in sources]
        with contextlib.suppress(KeyboardInterrupt):  # what is done by then is reported
            for number in range(len(kept), arguments.scenes):
                name, goods, shop = opened[number % len(opened)]
                scene = _scene(goods, number // len(opened), np.random.default_rng([arguments.seed, number]))
                said = [
                    Counted(way, name, scene.kind, scene.truths, *_timed(say, shop, scene))
                    for way, say in chosen.items()
                ]
                for one in said:
                    told[one.way].append(one)
                if arguments.kept:
                    keep(arguments.kept, said)
                print(f"{number + 1} scenes{_so_far(told)}", file=sys.stderr, flush=True)
        _close([shop for _name, _goods, shop in opened])
    rows = [row for way, some in told.items() for row in _rows(way, some)]
    if arguments.json:
        print(json.dumps(rows, indent=1))
    else:
        _show(rows)
    return 0


def _sources(grocery: Path, demo: Path, shops: Path, purpose: str) -> list[tuple[str, Goods, Path]]:
    if not (demo / "catalog.csv").exists():
        from demo_drawing.build import draw_demo

        draw_demo(demo)
    found = [("drawn", drawn_goods(demo, purpose), drawn_shop(demo, shops / f"drawn-{purpose}", purpose))]
    if grocery.exists():
        shop = grocery_shop(grocery, shops / purpose, purpose)
        found.insert(0, ("grocery", grocery_goods(grocery, purpose), shop))
    return found


def _scene(goods: Goods, number: int, rng: np.random.Generator) -> Scene:
    make = thrown_scene if number % 2 == 0 else shelf_scene
    return make(goods, 2 + int(rng.integers(11)), rng)


def _timed(say: Way, shop: Shop, scene: Scene) -> tuple[tuple[Told, ...], float]:
    start = time.process_time()
    return tuple(say(shop, scene.picture)), time.process_time() - start


def _so_far(told: Mapping[str, Sequence[Counted]]) -> str:
    """F1 of boxes and of boxes with names, of each way, as they are said."""
    shares = (
        (way, [_f1(_counts(some, 0, named=named)) for named in (False, True)]) for way, some in told.items()
    )
    return "".join(f"; {way} {boxes:.3f}, {named:.3f}" for way, (boxes, named) in shares)


def _close(shops: Sequence[Shop]) -> None:
    for shop in shops:
        shop.close()


def _rows(way: str, some: Sequence[Counted]) -> list[dict[str, object]]:
    """A row for all scenes, for each kind, and for few and many products."""
    groups = {"all": list(some)}
    for one in some:
        groups.setdefault(f"{one.source}, {one.kind}", []).append(one)
    for low, high in ((2, 4), (5, 8), (9, 12)):
        groups[f"{low} to {high} products"] = [x for x in some if low <= len(x.truths) <= high]
    limit = max(_LIMITS, key=lambda limit: _f1(_counts(some, limit, named=True)))
    rows: list[dict[str, object]] = []
    for name, own in groups.items():
        if own:
            boxes, named = (_counts(own, limit, named=named) for named in (False, True))
            rows.append(
                {
                    "way": way,
                    "scenes": name,
                    "count": len(own),
                    "f1_boxes": _with_interval(boxes),
                    "f1_named": _with_interval(named),
                    "precision": boxes[:, 0].sum() / max(boxes[:, 1].sum(), 1),
                    "recall": boxes[:, 0].sum() / max(boxes[:, 2].sum(), 1),
                    "seconds": float(np.mean([one.seconds for one in own])),
                }
            )
    return rows


def _counts(some: Sequence[Counted], limit: float, *, named: bool) -> Counts:
    return np.array([_count(one.truths, [t for t in one.told if t.sure >= limit], named) for one in some])


def _count(truths: Sequence[Truth], said: Sequence[Told], named: bool) -> tuple[float, float, float]:
    """Each piece is found once at most, by the surest that overlaps it by half and more."""
    boxes = np.array([truth.box for truth in truths])
    left = set(range(len(boxes)))
    for one in sorted(said, key=lambda one: -one.sure):
        shares = overlaps(np.array(one.box), boxes)
        fits = [n for n in left if shares[n] >= 0.5 and (not named or truths[n].sku == one.sku)]
        if fits:
            left.remove(max(fits, key=lambda n: shares[n]))
    return float(len(boxes) - len(left)), float(len(said)), float(len(boxes))


def _f1(counts: Counts) -> float:
    right, said, there = counts.sum(axis=0)
    return float(2 * right / max(said + there, 1))


def _with_interval(counts: Counts) -> tuple[float, float, float]:
    drawn = np.random.default_rng(0).integers(len(counts), size=(_RESAMPLES, len(counts)))
    low, high = np.quantile([_f1(counts[some]) for some in drawn], [0.025, 0.975])
    return _f1(counts), float(low), float(high)


def _cell(interval: object) -> str:
    middle, low, high = np.asarray(interval).tolist()
    return f"{middle:.3f} [{low:.3f}, {high:.3f}]"


def _show(rows: Sequence[dict[str, object]]) -> None:
    heads = ("way", "scenes", "n", "F1 boxes", "F1 named", "prec.", "recall", "s")
    print("{:14} {:20} {:>4}  {:22} {:22} {:>6} {:>6} {:>6}".format(*heads))
    for row in rows:
        cells = [_cell(row[key]) for key in ("f1_boxes", "f1_named")]
        print(
            f"{row['way']:14} {row['scenes']:20} {row['count']:4}  {cells[0]:22} {cells[1]:22}"
            f" {row['precision']:6.3f} {row['recall']:6.3f} {row['seconds']:6.2f}"
        )


if __name__ == "__main__":
    sys.exit(main())
