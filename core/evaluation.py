"""How well a shop's products are recognised on photos whose product is known."""

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.answer import Answer
from core.catalog.products import product_by_sku
from core.embedding.measures import Measure
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.ingest.photo_pipeline import in_advance, worker_pool
from core.ingest.photo_table import LabelledPhoto
from core.ingest.report import Skipped
from core.learning.metrics import (
    RankedAnswer,
    macro_scores,
    mean_reciprocal_rank,
    top_share,
    unknown_auroc,
)
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.search import QUERY_SIDE, search_picture
from core.shop import Shop

RANKING = 100
"""Products that are looked through for the right one; a rank beyond it counts as not found."""

_STAGE = message("core", "Evaluating photos")


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of merit, shares from 0 to 1; None where the photos cannot give one."""

    photos: int
    top1: float | None
    top5: float | None
    top10: float | None
    mrr: float | None
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation measured.

    Attributes:
        unknown_auroc: how well photos of products that the shop does not have are told from the others.
        by_category: figures of the photos of each category's products.
        model: name and fingerprint of what made the vectors.
        answers: each photo with its ranking, in the order given.
        skipped: photos that could not be opened; they count in no figure.
        seconds: for all photos, decoding included.
    """

    overall: Figures
    unknown_auroc: float | None
    by_category: dict[str, Figures]
    model: str
    measure: Measure
    answers: tuple[tuple[LabelledPhoto, RankedAnswer], ...]
    skipped: tuple[Skipped, ...]
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """The command line's contract."""
        return {
            **asdict(self.overall),
            "unknown_auroc": self.unknown_auroc,
            "by_category": {name: asdict(figures) for name, figures in self.by_category.items()},
            "model": self.model,
            "measure": str(self.measure),
            "seconds": round(self.seconds, 3),
            "skipped": [{"row": skip.row, "reason": str(skip.reason)} for skip in self.skipped],
        }


def evaluate(
    shop: Shop,
    photos: Sequence[LabelledPhoto],
    *,
    measure: Measure = Measure.COSINE,
    progress: ReportProgress = ignore_progress,
) -> Evaluation:
    """Search with every photo and compare the answers with the truth.

    A SKU that the shop does not have counts as a product that it does not have.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    start = time.perf_counter()
    categories = {sku: _category(shop, sku) for sku in {photo.sku for photo in photos}}
    answers: list[tuple[LabelledPhoto, RankedAnswer]] = []
    skipped: list[Skipped] = []
    with worker_pool() as pool:
        pictures = in_advance(pool, lambda photo: decode_file(photo.path, max_side=QUERY_SIDE), photos)
        for done, (photo, picture) in enumerate(pictures):
            report(progress, _STAGE, done, len(photos))
            try:
                image = picture.result()
            except KnownError as error:
                skipped.append(Skipped(photo.row, error.sentence))
                continue
            answer = search_picture(shop, image, count=RANKING, measure=measure)
            truth = photo.sku if categories[photo.sku] is not None else None
            answers.append((photo, _ranked(truth, answer)))
    report(progress, _STAGE, len(photos), len(photos))
    by_category: dict[str, list[RankedAnswer]] = {}
    for photo, ranked in answers:
        category = categories[photo.sku]
        if category is not None:
            by_category.setdefault(category, []).append(ranked)
    every = [ranked for _photo, ranked in answers]
    return Evaluation(
        overall=figures(every),
        unknown_auroc=unknown_auroc(every),
        by_category={name: figures(group) for name, group in sorted(by_category.items())},
        model=f"{shop.spec.name} {shop.spec.fingerprint}",
        measure=measure,
        answers=tuple(answers),
        skipped=tuple(skipped),
        seconds=time.perf_counter() - start,
    )


def figures(answers: Sequence[RankedAnswer]) -> Figures:
    """The figures of some answers."""
    macro = macro_scores(answers)
    return Figures(
        photos=len(answers),
        top1=top_share(answers, 1),
        top5=top_share(answers, 5),
        top10=top_share(answers, 10),
        mrr=mean_reciprocal_rank(answers),
        precision=macro.precision if macro else None,
        recall=macro.recall if macro else None,
        f1=macro.f1 if macro else None,
    )


def _ranked(truth: str | None, answer: Answer) -> RankedAnswer:
    return RankedAnswer(truth, tuple(result.sku for result in answer.results), answer.unknown)


def _category(shop: Shop, sku: str) -> str | None:
    """The category of the product with that SKU; None if the shop does not have it."""
    product = product_by_sku(shop.catalog, sku) if sku else None
    return None if product is None or product.archived else product.category
