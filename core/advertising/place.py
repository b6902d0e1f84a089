"""A rectangle on a page, in millimetres from the page's top left corner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def inset(self, by: float) -> "Place":
        """Smaller by so much on each side."""
        return Place(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)
