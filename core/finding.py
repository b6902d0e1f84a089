"""What moderation saw on a picture: plain data, so that the catalog can keep it and a client can show it."""

from dataclasses import dataclass
from enum import StrEnum

from core.messages import Sentence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class FindingKind(StrEnum):
    """What a finding is about; the words of the command line's contract."""

    NUDITY = "nudity"
    FORBIDDEN = "forbidden"
    WEAPON = "weapon"
    CONTACT = "contact"
    CODE = "code"
    WORD = "word"
    FACE = "face"
    QUALITY = "quality"
    UNSEEN = "unseen"  # nobody but a person can look at it


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that may be a reason not to show a picture. A guess, until a person decides.

    Attributes:
        score: how sure it is, 0 to 1; kinds are not comparable with one another.
        text: one sentence that says what was seen.
        box: where, in pixels of the upright picture; None where it is the picture as a whole.
    """

    kind: FindingKind
    score: float
    text: Sentence
    box: Box | None = None
