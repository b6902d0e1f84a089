"""Findings about the quality of a photo, each with its score and one sentence."""

from collections.abc import Iterator

from core.catalog.photos.photos import PhotoKind
from core.finding import Box, Finding, FindingKind
from core.imaging.cutting.outline import find_outline
from core.label.lines import Line
from core.messages import Sentence, message
from core.moderation.detector import LEAST_SCORE
from core.moderation.looked_at import LookedAt
from core.moderation.quality import measures, watermark, writing
from core.shop.label_reader import LabelReader


class QualityDetector:
    """A :class:`core.moderation.detector.Detector`; without a reader, what needs one is left out."""

    name = "quality"
    version = "2"
    problem: Sentence | None = None

    def __init__(self, reader: LabelReader) -> None:
        self._reader = reader

    def find(self, picture: LookedAt) -> tuple[Finding, ...]:
        """At most one of each sort; none of a counter photo, with which nothing is sold."""
        if picture.photos and all(photo.kind is PhotoKind.COUNTER for photo in picture.photos):
            return ()
        return tuple(one for one in self._findings(picture) if one.score >= LEAST_SCORE)

    def _findings(self, picture: LookedAt) -> Iterator[Finding]:
        image, lines = picture.image, picture.lines
        outline = find_outline(image)
        yield _finding(measures.blurred(image), message("core", "The photo is blurred."))
        yield _finding(measures.dark(image), message("core", "The photo is dark."))
        yield _finding(
            measures.small(image),
            message("core", "The photo is small: {width} × {height} pixels."),
            width=image.width,
            height=image.height,
        )
        yield _finding(
            measures.ground_not_white(image, outline), message("core", "The background is not white.")
        )
        over, mark = watermark.laid_over(image, lines)
        if mark is not None:
            text = message("core", "Something is written over the product: “{text}”.")
            yield _finding(over, text, box=_around(mark), text=mark.text)
        on_its_side = writing.turned(lines)
        yield _finding(on_its_side, message("core", "The photo lies on its side."))
        if on_its_side < 0.5:
            down = writing.upside_down(image, lines, self._reader.read)
            yield _finding(down, message("core", "The photo stands on its head."))
        if outline is None:
            return
        yield _finding(
            measures.wide_border(outline), message("core", "There is much border around the product.")
        )
        yield _finding(
            measures.touching(outline), message("core", "The product touches the edge of the photo.")
        )
        score, line = writing.beside(lines, outline, image.size)
        if line is not None:
            text = message("core", "Something is written beside the product: “{text}”.")
            yield _finding(score, text, box=_around(line), text=line.text)


def _finding(score: float, sentence: str, *, box: Box | None = None, **values: object) -> Finding:
    return Finding(FindingKind.QUALITY, round(score, 4), Sentence(sentence, values), box)


def _around(line: Line) -> Box:
    across, down = zip(*line.corners, strict=True)
    return min(across), min(down), max(across), max(down)
