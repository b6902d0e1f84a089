"""What was read on a picture: plain data."""

from dataclasses import dataclass

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Four corners (x, y) in pixels of the upright picture: where the writing begins above, ends above, ends
below, begins below."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of writing, as short as a single word.

    Attributes:
        text: what it says; spaces between words are often lost in reading.
        corners: where it stands.
        confidence: mean probability of its characters, 0 to 1.
    """

    text: str
    corners: Corners
    confidence: float
