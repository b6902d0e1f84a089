"""Something that stands in a row of writing."""

from dataclasses import dataclass

from core.messages import Sentence


@dataclass(frozen=True, slots=True)
class Seen:
    """What a text says, as sure as it would be had every letter been read right, 0 to 1."""

    score: float
    text: Sentence
