"""Runs pipelines on the same references and queries, and cross-validates them; one row for each."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.in_advance import in_advance, worker_pool
from core.imaging.query_looks import QUERY_SIDE
from core.measuring.compared.pipeline import Extractor, Learned, Picture, Pipeline, Scorer
from core.measuring.evaluation import RANKING, Figures, figures
from core.measuring.metrics import RankedAnswer, unknown_auroc
from core.messages import Sentence, message
from core.progress import ReportProgress, report

_LOOKING = message("core", "Looking at photos")
_COMPARING = message("core", "Comparing")


@dataclass(frozen=True, slots=True)
class Row:
    """What one pipeline reached.

    Attributes:
        pipeline: its name.
        figures: None where it could not run.
        seconds: to take in the references and learn from them.
        ms_per_photo: milliseconds from a picture's file to the ranking, the median's.
        reason: why it could not run.
    """

    pipeline: str
    figures: Figures | None
    unknown_auroc: float | None
    seconds: float | None
    ms_per_photo: float | None
    reason: Sentence | None = None

    def as_json(self) -> dict[str, Any]:
        """The command line's contract."""
        return {
            "pipeline": self.pipeline,
            **(asdict(self.figures) if self.figures is not None else {}),
            "unknown_auroc": self.unknown_auroc,
            "seconds": None if self.seconds is None else round(self.seconds, 2),
            "ms_per_photo": None if self.ms_per_photo is None else round(self.ms_per_photo, 2),
            "reason": None if self.reason is None else str(self.reason),
        }


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """Pictures with the features that each extractor gave them.

    Attributes:
        pictures: those that could be opened.
        features: by the extractor's name, in step with the pictures.
        milliseconds: by the extractor's name, (n,): decoding and extracting; NaN for stored ones.
        failed: extractors that cannot run here, by name, and why.
    """

    pictures: tuple[Picture, ...]
    features: dict[str, list[Any]]
    milliseconds: dict[str, NDArray[np.float64]]
    failed: dict[str, Sentence]


def look(pictures: Sequence[Picture], extractors: Sequence[Extractor], progress: ReportProgress) -> Looked:
    """Decode each picture once and extract what all extractors want of it; damaged ones are left out.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    by_name = {extractor.name: extractor for extractor in extractors}
    features: dict[str, list[Any]] = {name: [] for name in by_name}
    milliseconds: dict[str, list[float]] = {name: [] for name in by_name}
    failed: dict[str, Sentence] = {}
    kept: list[Picture] = []
    with worker_pool() as pool:
        wanted = _Wanted(tuple(by_name.values()))
        for done, (picture, decoded) in enumerate(in_advance(pool, wanted.decode, pictures)):
            report(progress, _LOOKING, done, len(pictures))
            try:
                image, decode_ms = decoded.result()
            except KnownError:  # evaluate names the damaged ones
                continue
            kept.append(picture)
            for name, extractor in by_name.items():
                if name in failed:
                    continue
                stored = extractor.known(picture.photo_id) if picture.photo_id else None
                start = time.perf_counter()
                try:
                    found = stored if stored is not None else extractor.extract(_opened(image, picture))
                except KnownError as error:
                    failed[name] = error.sentence
                    continue
                features[name].append(found)
                took = (time.perf_counter() - start) * 1000 + decode_ms
                milliseconds[name].append(np.nan if stored is not None else took)
    report(progress, _LOOKING, len(pictures), len(pictures))
    arrays = {name: np.array(values) for name, values in milliseconds.items()}
    return Looked(tuple(kept), features, arrays, failed)


def compare(
    pipelines: Sequence[Pipeline],
    references: Sequence[Picture],
    queries: Sequence[Picture],
    products: dict[str, int],
    progress: ReportProgress,
    *,
    after_each: Callable[[Row], None] = lambda _row: None,
) -> list[Row]:
    """One row for each pipeline, in their order.

    Args:
        products: the number of each SKU that the shop has.
        after_each: told of each row as soon as it is there.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    extractors = list({pipeline.extractor.name: pipeline.extractor for pipeline in pipelines}.values())
    try:
        known = look(references, extractors, progress)
        asked = look(queries, extractors, progress)
        rows = []
        for done, pipeline in enumerate(pipelines):
            report(progress, _COMPARING, done, len(pipelines))
            rows.append(_row(pipeline, known, asked, products))
            after_each(rows[-1])
        report(progress, _COMPARING, len(pipelines), len(pipelines))
        return rows
    finally:
        for extractor in extractors:
            extractor.close()


def learned_from(looked: Looked, extractor: str, products: dict[str, int]) -> Learned:
    """The pictures as a pipeline learns from them."""
    return Learned(
        looked.features[extractor],
        np.array([products[picture.sku] for picture in looked.pictures], np.int64),
        np.array([picture.counter for picture in looked.pictures], np.bool_),
    )


def held_out_ranks(pipeline: Pipeline, learned: Learned, folds: NDArray[np.int64]) -> NDArray[np.float64]:
    """Rank of the right product of each photo whose fold is not negative, (n,); NaN for the others.

    Each fold is ranked by what is learned from all other photos, those of no fold included. A product that
    has no photo outside the fold has no rank: infinity.
    """
    ranks = np.full(len(folds), np.nan)
    for fold in np.unique(folds[folds >= 0]):
        held, rest = np.flatnonzero(folds == fold).tolist(), np.flatnonzero(folds != fold).tolist()
        scorer = pipeline.learn(_some(learned, rest))
        names = np.unique(learned.products[rest])
        scores = scorer([learned.features[number] for number in held])
        for row, number in enumerate(held):
            column = np.flatnonzero(names == learned.products[number])
            if len(column):
                ranks[number] = 1 + (scores[row] > scores[row, column[0]]).sum()
            else:
                ranks[number] = np.inf
    return ranks


class _Wanted:
    """Decodes a picture unless every extractor knows it already."""

    def __init__(self, extractors: tuple[Extractor, ...]) -> None:
        self._extractors = extractors

    def decode(self, picture: Picture) -> tuple[Image.Image | None, float]:
        if picture.photo_id and all(e.known(picture.photo_id) is not None for e in self._extractors):
            return None, 0.0
        start = time.perf_counter()
        image = decode_file(picture.path, max_side=QUERY_SIDE)
        return image, (time.perf_counter() - start) * 1000


def _opened(image: Image.Image | None, picture: Picture) -> Image.Image:
    return image if image is not None else decode_file(picture.path, max_side=QUERY_SIDE)


def _row(pipeline: Pipeline, known: Looked, asked: Looked, products: dict[str, int]) -> Row:
    name = pipeline.extractor.name
    problem = known.failed.get(name) or asked.failed.get(name)
    if problem is not None:
        return Row(pipeline.name, None, None, None, None, problem)
    learned = learned_from(known, name, products)
    start = time.perf_counter()
    try:
        scorer = pipeline.learn(learned)
    except KnownError as error:
        return Row(pipeline.name, None, None, None, None, error.sentence)
    seconds = time.perf_counter() - start + float(np.nansum(known.milliseconds[name])) / 1000
    start = time.perf_counter()
    answers = _answers(scorer, learned, asked, name, products)
    scoring = (time.perf_counter() - start) * 1000 / max(1, len(answers))
    took = asked.milliseconds[name]
    return Row(
        pipeline.name,
        figures(answers),
        unknown_auroc(answers),
        seconds,
        float(np.median(took)) + scoring if len(took) else None,
    )


def _answers(
    scorer: Scorer, learned: Learned, asked: Looked, name: str, products: dict[str, int]
) -> list[RankedAnswer]:
    if not asked.pictures:
        return []
    skus = {number: sku for sku, number in products.items()}
    names = [skus[number] for number in np.unique(learned.products).tolist()]
    scores = scorer(asked.features[name])
    order = np.argsort(-scores, axis=1, kind="stable")[:, :RANKING]
    return [
        RankedAnswer(
            picture.sku if picture.sku in products else None,
            tuple(names[column] for column in ranked),
            -float(scores[row, ranked[0]]),
        )
        for row, (picture, ranked) in enumerate(zip(asked.pictures, order.tolist(), strict=True))
    ]


def _some(learned: Learned, chosen: list[int]) -> Learned:
    return Learned(
        [learned.features[number] for number in chosen], learned.products[chosen], learned.counter[chosen]
    )
