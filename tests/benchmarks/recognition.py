"""How well the real shop's products are recognised, by each way to search, in one table.

    python tests/benchmarks/recognition.py [DIR]

DIR is the grocery data set (catalog.csv, shop_photos.csv, queries_val.csv); without it SNAPSHELF_GROCERY or
the folder shared/data/grocery beside the repository. The photos of queries_val.csv are looked at here and
nowhere else: everything was chosen by cross-validation on shop_photos.csv, look-alike photos kept together,
which is printed below the table. AUROC: photos of a fifth of the products, withheld, against the others.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.embedding.measures import Measure  # noqa: E402
from core.evaluation import Evaluation, evaluate  # noqa: E402
from core.ingest.photo_table import add_photos, read_photo_table  # noqa: E402
from core.ingest.table import import_table  # noqa: E402
from core.learning.calibration import ScoredQueries  # noqa: E402
from core.learning.examples import Examples, shop_examples  # noqa: E402
from core.learning.held_out_scores import held_out_scores  # noqa: E402
from core.learning.models import plain_model  # noqa: E402
from core.learning.proof import Learn, examine, examined_photos  # noqa: E402
from core.learning.quick_lesson import learn_projection, teach_quick_lesson  # noqa: E402
from core.progress import ignore_progress  # noqa: E402
from core.shop import Shop  # noqa: E402
from core.shop_opening import open_shop  # noqa: E402

HEADER = f"{'searched by':<44}{'top-1':>8}{'top-5':>8}{'MRR':>8}{'AUROC':>8}{'seconds':>9}{'ms/photo':>10}"


def main() -> int:
    """Print the table; takes some five minutes on two cores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=None, metavar="DIR")
    folder = parser.parse_args().folder or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    print(HEADER)
    with tempfile.TemporaryDirectory() as home, open_shop(Path(home) / "shop", create=True) as shop:
        start = time.perf_counter()
        import_table(shop, folder / "catalog.csv")
        measure("catalog photos, backbone", shop, folder, time.perf_counter() - start)
        start = time.perf_counter()
        lesson = teach_quick_lesson(shop)
        shop.use_model(lesson.version)
        measure("catalog photos, quick lesson", shop, folder, time.perf_counter() - start)
        shop.use_model(None)
        start = time.perf_counter()
        add_photos(shop, folder / "shop_photos.csv")
        measure("and shop photos, backbone", shop, folder, time.perf_counter() - start)
        start = time.perf_counter()
        lesson = teach_quick_lesson(shop)
        measure("and shop photos, quick lesson", shop, folder, time.perf_counter() - start)
        print(f"\nthe lesson's own proof: {lesson.reason}")
        cross_validate(shop)
    return 0


def measure(name: str, shop: Shop, folder: Path, seconds: float) -> None:
    """One row: the queries that nothing was chosen by."""
    evaluation: Evaluation = evaluate(shop, read_photo_table(folder / "queries_val.csv").photos)
    found = evaluation.overall
    pace = evaluation.seconds / max(found.photos, 1) * 1000
    auroc = unknown_auroc_of(shop)
    print(
        f"{name:<44}{found.top1:>8.3f}{found.top5:>8.3f}{found.mrr:>8.3f}"
        f"{auroc:>8}{seconds:>9.1f}{pace:>10.1f}",
        flush=True,
    )


def unknown_auroc_of(shop: Shop) -> str:
    """AUROC on the shop's own held-out look-alike groups; a dash where the shop has no counter photos."""
    examples = shop_examples(shop)
    if not examples.counter.any():
        return "–"
    plain = plain_model(shop.spec).compared
    learned = shop.model.version is not None
    return f"{auroc(examples, learner(shop) if learned else lambda _: plain):.3f}"


def learner(shop: Shop) -> Learn:
    """The quick lesson as the examination learns it."""
    return lambda examples: learn_projection(examples, shop.spec).apply


def auroc(examples: Examples, learn: Learn) -> float:
    """Chance that a photo of a withheld product has a lower best score than one of a known product."""
    scores: ScoredQueries = held_out_scores(
        examples, examined_photos(examples), learn, ignore_progress, "AUROC"
    )[Measure.COSINE]
    unknown = np.isnan(scores.right)
    best = scores.best[:, 0]
    return float((best[unknown][:, None] < best[~unknown][None, :]).mean())


def cross_validate(shop: Shop) -> None:
    """Top-1 on the shop photos under several ways to hold them out: look-alikes kept together or not."""
    examples = shop_examples(shop)
    plain = plain_model(shop.spec).compared
    for seed in range(3):
        proof = examine(examples, lambda _: plain, learner(shop), ignore_progress, seed=seed)
        print(
            f"shop photos, look-alikes held out together, split {seed}: "
            f"{proof.before_top1:.3f} → {proof.after_top1:.3f}"
        )


if __name__ == "__main__":
    sys.exit(main())
