"""How well a shop's products are recognised on photos whose product is known."""

import time
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image

from core.answer import Answer, Verdict
from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.products.products import Product, product_by_sku
from core.catalog.tables.rows import Skipped
from core.embedding.measures import Measure
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.in_advance import in_advance, worker_pool
from core.imaging.query_looks import QUERY_SIDE
from core.ingest.photo_table import LabelledPhoto
from core.measuring.metrics import (
    RankedAnswer,
    Reliability,
    macro_scores,
    mean_reciprocal_rank,
    reliability,
    top_share,
    unknown_auroc,
)
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.search.answering import answer
from core.search.see import see
from core.shop.shop import Shop

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
class ProductShown:
    """What a report says of a product.

    Attributes:
        photo: its catalog photo (any other where it has none) in the shop's folder; None without photos.
    """

    title: str
    category: str
    photo: Path | None


@dataclass(frozen=True, slots=True)
class EvaluatedPhoto:
    """One photo with what the shop answered.

    Attributes:
        ranked: the truth, and the ranking.
        confidence: of the first product, from 0 to 1; 0 where nothing was found.
        decode_ms, embed_ms, index_ms: milliseconds that each step took.
        first_ms: of all of them, until the answer by the vector alone stood.
    """

    photo: LabelledPhoto
    ranked: RankedAnswer
    verdict: Verdict
    confidence: float
    decode_ms: float
    embed_ms: float
    index_ms: float
    first_ms: float

    @property
    def guess(self) -> str | None:
        """SKU of the first product; None where nothing was found."""
        return self.ranked.ranking[0] if self.ranked.ranking else None

    @property
    def right(self) -> bool:
        """Whether the first product is the one on the photo."""
        return self.ranked.truth is not None and self.guess == self.ranked.truth

    @property
    def total_ms(self) -> float:
        """From the file to the answer."""
        return self.decode_ms + self.embed_ms + self.index_ms


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation measured.

    Attributes:
        unknown_auroc: how well photos of products that the shop does not have are told from the others.
        by_category: figures of the photos of each category's products.
        model: name and fingerprint of what made the vectors.
        answers: each photo with its answer, in the order given.
        without: the witnesses that were not heard.
        products: by SKU, each product that is on a photo or was answered first.
        skipped: photos that could not be opened; they count in no figure.
        seconds: for all photos, decoding included.
    """

    overall: Figures
    unknown_auroc: float | None
    by_category: dict[str, Figures]
    model: str
    measure: Measure
    without: tuple[str, ...]
    answers: tuple[EvaluatedPhoto, ...]
    products: dict[str, ProductShown]
    skipped: tuple[Skipped, ...]
    seconds: float

    @property
    def ms_per_photo(self) -> float | None:
        """Median milliseconds from a photo's file to the answer; None without photos."""
        return round(median(one.total_ms for one in self.answers), 2) if self.answers else None

    @property
    def ms_first(self) -> float | None:
        """Median milliseconds until the answer by the vector alone stands; None without photos."""
        return round(median(one.first_ms for one in self.answers), 2) if self.answers else None

    @property
    def reliability(self) -> Reliability:
        """How far the first products' confidences can be trusted; unknown products count as wrong."""
        return reliability([one.confidence for one in self.answers], [one.right for one in self.answers])

    def as_json(self) -> dict[str, Any]:
        """The command line's contract."""
        return {
            **asdict(self.overall),
            "accuracy": self.overall.top1,
            "ms_per_photo": self.ms_per_photo,
            "ms_first": self.ms_first,
            "ms_settled": self.ms_per_photo,
            "unknown_auroc": self.unknown_auroc,
            "ece": self.reliability.error if self.answers else None,
            "by_category": {name: asdict(figures) for name, figures in self.by_category.items()},
            "model": self.model,
            "measure": str(self.measure),
            "without": list(self.without),
            "seconds": round(self.seconds, 3),
            "skipped": [{"row": skip.row, "reason": str(skip.reason)} for skip in self.skipped],
        }


def evaluate(
    shop: Shop,
    photos: Sequence[LabelledPhoto],
    *,
    measure: Measure = Measure.COSINE,
    without: Collection[str] = (),
    progress: ReportProgress = ignore_progress,
) -> Evaluation:
    """Search with every photo and compare the answers with the truth.

    A SKU that the shop does not have counts as a product that it does not have.

    Args:
        without: names of witnesses that are not heard (core/search/witnesses/all.py).

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    start = time.perf_counter()
    live = {sku: _live_product(shop, sku) for sku in sorted({photo.sku for photo in photos})}
    answers: list[EvaluatedPhoto] = []
    skipped: list[Skipped] = []
    with worker_pool() as pool:
        pictures = in_advance(pool, _decoded, photos)
        for done, (photo, picture) in enumerate(pictures):
            report(progress, _STAGE, done, len(photos))
            try:
                image, decode_ms = picture.result()
            except KnownError as error:
                skipped.append(Skipped(photo.row, error.sentence))
                continue
            found = answer(shop, see(shop, [image]), count=RANKING, measure=measure, without=without)
            truth = photo.sku if live[photo.sku] is not None else None
            answers.append(_evaluated(photo, truth, found, decode_ms))
    report(progress, _STAGE, len(photos), len(photos))
    by_category: dict[str, list[RankedAnswer]] = {}
    for one in answers:
        product = live[one.photo.sku]
        if product is not None:
            by_category.setdefault(product.category, []).append(one.ranked)
    every = [one.ranked for one in answers]
    return Evaluation(
        overall=figures(every),
        unknown_auroc=unknown_auroc(every),
        by_category={name: figures(group) for name, group in sorted(by_category.items())},
        model=f"{shop.spec.name} {shop.spec.fingerprint}",
        measure=measure,
        without=tuple(without),
        answers=tuple(answers),
        products=_products_shown(shop, answers),
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


def _decoded(photo: LabelledPhoto) -> tuple[Image.Image, float]:
    """The picture, and the milliseconds that opening it took."""
    start = time.perf_counter()
    image = decode_file(photo.path, max_side=QUERY_SIDE)
    return image, (time.perf_counter() - start) * 1000


def _evaluated(photo: LabelledPhoto, truth: str | None, answer: Answer, decode_ms: float) -> EvaluatedPhoto:
    return EvaluatedPhoto(
        photo=photo,
        ranked=RankedAnswer(truth, tuple(result.sku for result in answer.results), answer.unknown),
        verdict=answer.verdict,
        confidence=answer.results[0].confidence if answer.results else 0.0,
        decode_ms=decode_ms + answer.timings.decode,
        first_ms=decode_ms + answer.timings.first,
        embed_ms=answer.timings.embed,
        index_ms=answer.timings.index,
    )


def _live_product(shop: Shop, sku: str) -> Product | None:
    """The product with that SKU; None if the shop does not have it."""
    product = product_by_sku(shop.catalog, sku) if sku else None
    return None if product is None or product.archived else product


def _products_shown(shop: Shop, answers: Sequence[EvaluatedPhoto]) -> dict[str, ProductShown]:
    wanted = {answer.ranked.truth for answer in answers} | {answer.guess for answer in answers}
    shown: dict[str, ProductShown] = {}
    for sku in sorted(sku for sku in wanted if sku is not None):
        product = product_by_sku(shop.catalog, sku)
        if product is None:  # removed by another program a moment ago
            continue
        photos = photos_of_product(shop.catalog, product.id)
        photos.sort(key=lambda photo: (photo.kind is not PhotoKind.CATALOG, photo.position))
        path = shop.files.path(photos[0].sha256) if photos else None
        shown[sku] = ProductShown(product.title, product.category, path)
    return shown
