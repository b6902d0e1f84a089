"""How well a real shop's products are recognised, by every way there is, in one table made in one run.

    python benchmarks/recognition [DIR] [--deep] [--pipelines NAME,NAME…] [--no-folds]

DIR is the grocery data set (catalog.csv, shop_photos.csv, queries_val.csv); without it SNAPSHELF_GROCERY or
the folder shared/data/grocery beside the repository. Rows are ways to recognise; `program` is Snapshelf as
its user has it. Columns: top-1, top-5 and MRR on queries_val.csv with

  a   the catalog photos alone             a+  the same after a quick lesson (on synthetic counter photos)
  b   and all shop photos                  c   the same after a quick lesson       d  after a deep lesson

then the seconds that learning from all photos took, and milliseconds from a picture's file to the answer.
`held out` is top-1 on the shop photos themselves, each group of look-alikes ranked by what is learned from
the others (b | c); everything was chosen by it. The photos of queries_val.csv are looked at here and nowhere
else. AUROC: photos of a fifth of the products, withheld, against the others, on the shop photos.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.embedding.measures import Measure  # noqa: E402
from core.errors import KnownError  # noqa: E402
from core.ingest.photo_table import add_photos, read_photo_table  # noqa: E402
from core.ingest.table import import_table  # noqa: E402
from core.learning.calibration import ScoredQueries  # noqa: E402
from core.learning.examples import Examples, shop_examples  # noqa: E402
from core.learning.held_out_scores import held_out_scores  # noqa: E402
from core.learning.look_alikes import look_alike_groups, spread_over_folds  # noqa: E402
from core.learning.proof import FOLDS, Learn, examined_photos, first_is_right  # noqa: E402
from core.learning.quick import learn_projection, teach_quick_lesson  # noqa: E402
from core.measuring.compared.compare import Looked, held_out_ranks, learned_from, look  # noqa: E402
from core.measuring.compared.network_pipelines import LESSON  # noqa: E402
from core.measuring.compared.pipeline import Learned, Picture, Pipeline  # noqa: E402
from core.measuring.compared.shop_comparison import shop_pipelines, shop_references  # noqa: E402
from core.measuring.evaluation import Figures, evaluate, figures  # noqa: E402
from core.measuring.metrics import RankedAnswer  # noqa: E402
from core.models.shop_model import plain_model  # noqa: E402
from core.progress import ignore_progress  # noqa: E402
from core.shop.opening import open_shop  # noqa: E402
from core.shop.shop import Shop  # noqa: E402

SETTINGS = ("a", "a+", "b", "c", "d")
PROGRAM = "program"


class Table:
    """Rows of figures by setting, printed when all are there; what is done is told on stderr meanwhile."""

    def __init__(self) -> None:
        self.figures: dict[tuple[str, str], Figures] = {}
        self.notes: dict[str, dict[str, str]] = {}

    def put(self, row: str, setting: str, found: Figures, **notes: str) -> None:
        """Fill one cell group, and single cells by name."""
        self.figures[row, setting] = found
        self.note(row, **notes)
        print(f"{row} {setting}: {_cell(found)} {notes}", file=sys.stderr, flush=True)

    def note(self, row: str, **notes: str) -> None:
        """Fill single cells of a row."""
        self.notes.setdefault(row, {}).update(notes)

    def show(self) -> None:
        """Print it."""
        single = ("seconds", "ms", "held_out", "auroc")
        head = "".join(f"{name:^20}" for name in SETTINGS)
        print(f"{'':32}{head}{'seconds':>9}{'ms':>7}{'held out':>15}{'AUROC':>15}")
        for row, notes in self.notes.items():
            cells = "".join(f"{_cell(self.figures.get((row, setting))):^20}" for setting in SETTINGS)
            values = [notes.get(name, "–") for name in single]
            print(f"{row:32}{cells}{values[0]:>9}{values[1]:>7}{values[2]:>15}{values[3]:>15}")


def main() -> int:
    """Print the table; takes some twenty minutes on two cores, a deep lesson half an hour more."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=None, metavar="DIR")
    parser.add_argument("--deep", action="store_true", help="teach a deep lesson, too")
    parser.add_argument("--pipelines", default="", metavar="NAME,NAME…", help="only these rows")
    parser.add_argument("--no-folds", action="store_true", help="nothing held out of the shop photos")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    wanted = {name for name in arguments.pipelines.split(",") if name}
    table = Table()
    with tempfile.TemporaryDirectory() as home, open_shop(Path(home) / "shop", create=True) as shop:
        import_table(shop, folder / "catalog.csv")
        if not wanted or PROGRAM in wanted:
            measure_program(shop, folder, table, deep=arguments.deep, folds=not arguments.no_folds)
        else:
            add_photos(shop, folder / "shop_photos.csv")
        measure_pipelines(shop, folder, table, wanted, folds=not arguments.no_folds)
    table.show()
    return 0


def measure_program(shop: Shop, folder: Path, table: Table, *, deep: bool, folds: bool) -> None:
    """Snapshelf as its user has it: import, learn, search."""
    queries = read_photo_table(folder / "queries_val.csv").photos

    def put(setting: str, **notes: str) -> None:
        evaluation = evaluate(shop, queries)
        table.put(PROGRAM, setting, evaluation.overall, ms=f"{evaluation.ms_per_photo:.0f}", **notes)

    def taught(teach: Callable[[Shop], object]) -> str:
        start = time.perf_counter()
        lesson = teach(shop)
        seconds = time.perf_counter() - start
        print(getattr(lesson, "reason", ""), file=sys.stderr)
        shop.searched_by.use_lesson(getattr(lesson, "version", None))
        return f"{seconds:.0f}"

    put("a")
    taught(teach_quick_lesson)
    put("a+")
    shop.searched_by.use_lesson(None)
    add_photos(shop, folder / "shop_photos.csv")
    put("b")
    put("c", seconds=taught(teach_quick_lesson))
    if folds:
        examples = shop_examples(shop)
        plain = plain_model(shop.spec).compared
        unlearned: Learn = lambda _some: plain  # noqa: E731
        lesson: Learn = lambda some: learn_projection(some, shop.spec).apply  # noqa: E731
        table.note(
            PROGRAM,
            held_out=f"{held_out_top1(examples, unlearned):.3f} | {held_out_top1(examples, lesson):.3f}",
            auroc=f"{auroc(examples, unlearned):.3f} | {auroc(examples, lesson):.3f}",
        )
    if deep:
        from core.learning.deep.lesson import teach_deep_lesson

        quick = shop.model.version
        put("d", seconds=taught(teach_deep_lesson))
        shop.searched_by.use_lesson(quick)


def held_out_top1(examples: Examples, learn: Learn) -> float:
    """Top-1 on the counter photos, look-alike groups held out."""
    examined = examined_photos(examples)
    folds = np.full(len(examples), -1, np.int64)
    groups = look_alike_groups(examples.vectors[examined], examples.products[examined])
    folds[examined] = spread_over_folds(groups, examples.products[examined], FOLDS)
    right = []
    for fold in range(FOLDS):
        rest, queries = examples.only(folds != fold), examples.only(folds == fold)
        right.append(first_is_right(learn(rest), rest, queries))
    return float(np.concatenate(right).mean())


def auroc(examples: Examples, learn: Learn) -> float:
    """Chance that a photo of a withheld product has a lower best score than one of a known product."""
    scores: ScoredQueries = held_out_scores(
        examples, examined_photos(examples), learn, ignore_progress, "AUROC"
    )[Measure.COSINE]
    unknown = np.isnan(scores.right)
    best = scores.best[:, 0]
    return float((best[unknown][:, None] < best[~unknown][None, :]).mean())


def measure_pipelines(shop: Shop, folder: Path, table: Table, wanted: set[str], *, folds: bool) -> None:
    """Every pipeline, from the same features of the same pictures."""
    available = [p for p in shop_pipelines(shop) if not wanted or p.name in wanted]
    if not available:
        return
    references, products = shop_references(shop)
    queries = [
        Picture(photo.path, photo.sku) for photo in read_photo_table(folder / "queries_val.csv").photos
    ]
    extractors = list({pipeline.extractor.name: pipeline.extractor for pipeline in available}.values())
    known = look(references, extractors, ignore_progress)
    asked = look(queries, extractors, ignore_progress)
    dealt = look_alike_folds(shop, known, products) if folds else None
    for pipeline in available:
        if pipeline.extractor.name in known.failed:
            print(f"{pipeline.name}: {known.failed[pipeline.extractor.name]}", file=sys.stderr)
            continue
        learned = learned_from(known, pipeline.extractor.name, products)
        row, lesson = pipeline.name.replace(LESSON, ""), LESSON in pipeline.name
        catalog = _only(learned, ~learned.counter)
        try:
            if not lesson:
                table.put(row, "a", ranked(pipeline, catalog, asked, products)[0])
            found, seconds, ms = ranked(pipeline, learned, asked, products)
        except KnownError as error:
            print(f"{pipeline.name}: {error}", file=sys.stderr)
            continue
        spent = float(np.nansum(known.milliseconds[pipeline.extractor.name])) / 1000 + seconds
        table.put(row, "c" if lesson else "b", found, seconds=f"{spent:.0f}", ms=f"{ms:.0f}")
        if dealt is not None:
            share = f"{(held_out_ranks(pipeline, learned, dealt)[dealt >= 0] == 1).mean():.3f}"
            before = table.notes[row].get("held_out", "")
            table.note(row, held_out=f"{before} | {share}" if before else share)


def look_alike_folds(shop: Shop, known: Looked, products: dict[str, int]) -> NDArray[np.int64]:
    """The fold of each counter photo, look-alikes together; −1 for catalog photos."""
    examples = shop_examples(shop)
    numbers = np.array([products[picture.sku] for picture in known.pictures], np.int64)
    if not np.array_equal(numbers, examples.products):
        raise ValueError("the pictures are not in step with the shop's vectors")
    folds = np.full(len(numbers), -1, np.int64)
    counter = examples.counter
    groups = look_alike_groups(examples.vectors[counter], numbers[counter])
    folds[counter] = spread_over_folds(groups, numbers[counter], FOLDS)
    return folds


def ranked(
    pipeline: Pipeline, learned: Learned, asked: Looked, products: dict[str, int]
) -> tuple[Figures, float, float]:
    """Figures on the queries, seconds of learning, and milliseconds a query."""
    start = time.perf_counter()
    scorer = pipeline.learn(learned)
    seconds = time.perf_counter() - start
    start = time.perf_counter()
    scores = scorer(asked.features[pipeline.extractor.name])
    scoring = (time.perf_counter() - start) * 1000 / len(scores)
    skus = {number: sku for sku, number in products.items()}
    names = [skus[number] for number in np.unique(learned.products).tolist()]
    answers = [
        RankedAnswer(picture.sku, tuple(names[column] for column in order), 0.0)
        for picture, order in zip(asked.pictures, np.argsort(-scores, axis=1).tolist(), strict=True)
    ]
    looking = float(np.median(asked.milliseconds[pipeline.extractor.name]))
    return figures(answers), seconds, looking + scoring


def _only(learned: Learned, chosen: NDArray[np.bool_]) -> Learned:
    features = [learned.features[number] for number in np.flatnonzero(chosen).tolist()]
    return Learned(features, learned.products[chosen], learned.counter[chosen])


def _cell(found: Figures | None) -> str:
    if found is None or found.top1 is None:
        return "–"
    return f"{found.top1:.3f} {found.top5:.3f} {found.mrr:.3f}"


if __name__ == "__main__":
    sys.exit(main())
