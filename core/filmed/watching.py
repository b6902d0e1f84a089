"""A film searched like pictures: which products it shows, and when.

Each sharp frame is asked at a glance, by what is quick, what it shows. Frames in a row that show the same are
one stretch; the best few of them are then asked together, as pictures of one thing; where that does not
settle it, the print is heard; where that does not either, they are looked at a second time; and only then
every witness is heard. A film is bulk work: whoever searches meanwhile goes first.
"""

import contextlib
import io
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.answer import Answer, Seen, SeenPicture, Verdict
from core.embedding.measures import Measure
from core.filmed.film_answer import FilmAnswer, Stretch
from core.imaging.films.frame import Frame, Passed
from core.imaging.films.reading import Film, read_film
from core.imaging.query_looks import QUERY_SIDE
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.search.answering import Refinement, answer
from core.search.see import glance, look_closer
from core.search.witnesses.label import LABEL
from core.search.witnesses.print import PRINT
from core.shop.shop import Shop

_STAGE = message("core", "Watching the film")

_SLOW = (PRINT.name, LABEL.name)
"""In the order in which they are heard: to read a label takes longest."""
_ASKED_TOGETHER = 3
"""Frames of a stretch that all witnesses look at: more of the same say nothing new."""
_LONGEST_GAP_MS = 2_500
"""Between two frames of a stretch: what lies in between was too blurred to know."""
_PICTURE_SIDE = 640

_STILL_SIDE = 32
_STILL = 2.0
"""Mean difference of two tiny grey pictures, of 255, below which the camera and all before it stood still."""

_Tiny = NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class _Glimpse:
    """One frame, and what it seems to show: a product, or None for nothing that is known.

    Attributes:
        is_match: whether what is quick is sure of it.
    """

    frame: Frame
    seen: SeenPicture
    product_id: int | None
    confidence: float
    is_match: bool


@dataclass(slots=True)
class _Run:
    """Frames in a row that seem to show the same."""

    product_id: int | None
    from_ms: int
    to_ms: int
    best: list[_Glimpse] = field(default_factory=list)

    def take(self, glimpse: _Glimpse) -> None:
        self.to_ms = glimpse.frame.at_ms
        self.best = sorted([*self.best, glimpse], key=lambda one: -one.confidence)[:_ASKED_TOGETHER]


def watch(
    shop: Shop,
    film: Film,
    refinement: Refinement | None = None,
    *,
    count: int = 5,
    measure: Measure = Measure.COSINE,
    progress: ReportProgress = ignore_progress,
    tell: Callable[[Stretch], None] = lambda _stretch: None,
) -> FilmAnswer:
    """What ``film`` shows of the shop's products.

    Args:
        count: how many products each stretch's answer names.
        tell: is handed each stretch as soon as it is known, on the caller's thread.

    Raises:
        KnownError: it is no film that can be read, too large or too long, or the model cannot be loaded.
        Cancelled: ``progress`` asked to stop.
    """
    refinement = refinement or Refinement()
    stretches: list[Stretch] = []
    run: _Run | None = None
    frames = reached = of_ms = 0

    def end(ended: _Run) -> None:
        stretches.append(_settled(shop, ended, refinement, count, measure))
        tell(stretches[-1])

    def on_passed(passed: Passed) -> None:
        report(progress, _STAGE, passed.at_ms // 1000, max(passed.at_ms, passed.of_ms) // 1000)

    with contextlib.closing(read_film(film, QUERY_SIDE, passed=on_passed)) as sharp:
        for frame, is_still in _marked_still(sharp):
            reached, of_ms, frames = frame.at_ms, max(of_ms, frame.of_ms, frame.at_ms), frames + 1
            report(progress, _STAGE, reached // 1000, of_ms // 1000)
            if is_still and run is not None:
                run.to_ms = reached
                continue
            shop.right_of_way.give_way()
            glimpse = _glimpse(shop, frame, refinement, measure)
            is_same = run is not None and run.product_id == glimpse.product_id
            if run is not None and not (is_same and reached - run.to_ms <= _LONGEST_GAP_MS):
                end(run)
                run = None
            if run is None:
                run = _Run(glimpse.product_id, reached, reached)
            run.take(glimpse)
    if run is not None:
        end(run)
    return FilmAnswer(of_ms, frames, tuple(stretches))


def _marked_still(film: Iterator[Frame]) -> Iterator[tuple[Frame, bool]]:
    """Each frame, and whether it shows what the last one that did not stand still showed."""
    last: _Tiny | None = None
    for frame in film:
        small = frame.image.resize((_STILL_SIDE, _STILL_SIDE), Image.Resampling.BOX, reducing_gap=2.0)
        tiny = np.asarray(small.convert("L"), np.int16)
        is_still = last is not None and float(np.abs(tiny - last).mean()) < _STILL
        if not is_still:
            last = tiny
        yield frame, is_still


def _glimpse(shop: Shop, frame: Frame, refinement: Refinement, measure: Measure) -> _Glimpse:
    seen = glance(shop, frame.image)
    quick = answer(shop, Seen((seen,)), refinement, count=1, measure=measure, without=_SLOW)
    known = quick.results[0] if quick.results and quick.verdict is not Verdict.UNKNOWN else None
    confidence = known.confidence if known is not None else quick.unknown
    product_id = known.product_id if known is not None else None
    return _Glimpse(frame, seen, product_id, confidence, quick.verdict is Verdict.MATCH)


def _settled(shop: Shop, run: _Run, refinement: Refinement, count: int, measure: Measure) -> Stretch:
    """A stretch, once the witnesses were heard, one more at a time until it is settled."""

    def heard(seen: Sequence[SeenPicture], unheard: Collection[str]) -> Answer:
        return answer(shop, Seen(tuple(seen)), refinement, count=count, measure=measure, without=unheard)

    glanced = [glimpse.seen for glimpse in run.best]
    is_asked = len(glanced) == 1 and not run.best[0].is_match  # by what is quick, and it is not settled
    for unheard in (_SLOW, _SLOW[1:])[is_asked:]:
        found = heard(glanced, unheard)
        if found.verdict is Verdict.MATCH:
            break
    else:
        seen = [look_closer(shop, glimpse.seen, glimpse.frame.image) for glimpse in run.best]
        found = heard(seen, _SLOW[1:])
        if found.verdict is not Verdict.MATCH:
            found = heard(seen, ())
    best = run.best[0].frame
    return Stretch(run.from_ms, run.to_ms, best.at_ms, _as_jpeg(best.image), replace(found, asked=None))


def _as_jpeg(image: Image.Image) -> bytes:
    small = image.copy()
    small.thumbnail((_PICTURE_SIDE, _PICTURE_SIDE), Image.Resampling.BILINEAR)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=80)
    return buffer.getvalue()
