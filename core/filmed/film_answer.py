"""What a film was found to show: plain data, and the pieces of time put in order by product."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.answer import Answer, Result, Verdict

SAME_VISIT_MS = 2_500
"""A product that is away for less has not left the film: the frames between were blurred, or misjudged."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A piece of a film that shows one thing, as far as can be seen.

    Attributes:
        from_ms, to_ms: its first and last frame that was looked at, in milliseconds of the film.
        best_ms: the frame that shows it best.
        picture: that frame, a JPEG of 640 pixels at most.
        answer: what the shop says of its best frames, taken together as pictures of one thing.
    """

    from_ms: int
    to_ms: int
    best_ms: int
    picture: bytes
    answer: Answer

    @property
    def result(self) -> Result | None:
        """The product that it probably shows; None where nothing of the shop was recognised."""
        if self.answer.verdict is Verdict.UNKNOWN or not self.answer.results:
            return None
        return self.answer.results[0]


@dataclass(frozen=True, slots=True)
class Visit:
    """Once that a product came into the film."""

    from_ms: int
    to_ms: int
    best_ms: int
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class FilmedProduct:
    """A product that a film shows.

    Attributes:
        result: as in the answer of its surest stretch.
        verdict: match where one stretch at least is beyond doubt, else unsure.
        visits: each time that it appears, in order.
    """

    result: Result
    verdict: Verdict
    visits: tuple[Visit, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FilmAnswer:
    """What a film shows.

    Attributes:
        of_ms: how long it says that it is, at least as long as it was looked at.
        frames: how many sharp frames were looked at.
        stretches: in order; between them the film was too blurred or too dark.
    """

    of_ms: int
    frames: int
    stretches: tuple[Stretch, ...]

    @property
    def products(self) -> tuple[FilmedProduct, ...]:
        """The products that appear, the surest first."""
        by_product: dict[int, list[Stretch]] = {}
        for stretch in self.stretches:
            if stretch.result is not None:
                by_product.setdefault(stretch.result.product_id, []).append(stretch)
        found = [_product(stretches) for stretches in by_product.values()]
        found.sort(key=lambda one: (one.verdict is not Verdict.MATCH, -one.result.confidence))
        return tuple(found)

    @property
    def verdict(self) -> Verdict:
        """Of the whole film: match if a product is beyond doubt, unknown if none was recognised."""
        verdicts = {product.verdict for product in self.products}
        return Verdict.MATCH if Verdict.MATCH in verdicts else Verdict.UNSURE if verdicts else Verdict.UNKNOWN


def _product(stretches: Sequence[Stretch]) -> FilmedProduct:
    visits: list[Visit] = []
    best: Result | None = None
    for stretch in stretches:
        result = stretch.result
        assert result is not None  # noqa: S101  (they were put together by it)
        if best is None or result.confidence > best.confidence:
            best = result
        visit = Visit(stretch.from_ms, stretch.to_ms, stretch.best_ms, result.confidence)
        if visits and visit.from_ms - visits[-1].to_ms <= SAME_VISIT_MS:
            visits[-1] = _joined(visits[-1], visit)
        else:
            visits.append(visit)
    assert best is not None  # noqa: S101  (a product has a stretch)
    is_match = any(stretch.answer.verdict is Verdict.MATCH for stretch in stretches)
    return FilmedProduct(best, Verdict.MATCH if is_match else Verdict.UNSURE, tuple(visits))


def _joined(first: Visit, second: Visit) -> Visit:
    better = max(first, second, key=lambda visit: visit.confidence)
    return Visit(first.from_ms, second.to_ms, better.best_ms, better.confidence)
