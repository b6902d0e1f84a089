"""The detectors of what is written: each reads the picture, row by row, with an eye for one thing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.catalog.photos.photos import PhotoKind
from core.finding import Finding, FindingKind
from core.messages import Sentence
from core.moderation.detector import LEAST_SCORE
from core.moderation.looked_at import LookedAt
from core.moderation.writing.rows import rows_of
from core.moderation.writing.seen import Seen
from core.shop.label_reader import LabelReader

See = Callable[[str], Sequence[Seen]]
"""What a row of writing says."""


@dataclass(frozen=True, slots=True)
class WritingDetector:
    """One of them.

    Attributes:
        name, own_version: as of any detector; what reads is part of its version, too.
        see: what is told of a row.
        see_on_shelf: the same on a counter photo, where the shelf's own signs stand.
    """

    name: str
    own_version: str
    kind: FindingKind
    reader: LabelReader
    see: See
    see_on_shelf: See

    @property
    def version(self) -> str:
        """Changes with the reader."""
        return f"{self.own_version} {self.reader.name}"

    @property
    def problem(self) -> Sentence | None:
        """Why nothing can be read, if so."""
        return self.reader.problem

    def find(self, picture: LookedAt) -> tuple[Finding, ...]:
        """What is seen in each row, less sure where the row was hard to read; the same sentence once."""
        on_shelf = bool(picture.photos) and all(one.kind is PhotoKind.COUNTER for one in picture.photos)
        see = self.see_on_shelf if on_shelf else self.see
        found: dict[str, Finding] = {}
        for row in rows_of(picture.lines):
            for seen in see(row.text):
                score = round(seen.score * row.confidence, 4)
                key = str(seen.text)
                if score >= LEAST_SCORE and (key not in found or found[key].score < score):
                    found[key] = Finding(self.kind, score, seen.text, row.box)
        return tuple(found.values())
