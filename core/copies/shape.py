"""How a photo's rectangle was deformed on its way into a picture.

What a program makes of a photo keeps its lines parallel and its corners square, to a thousandth of its side
where many points agree. Who takes another photo of the same thing stands somewhere else, if only by a hand's
breadth: no two photos of a hand-held camera lie so on one another (docs/decisions/0040-copies.md).
"""

from dataclasses import dataclass

import numpy as np

from core.copies.alignment import Alignment, moved


@dataclass(frozen=True, slots=True)
class Deformation:
    """What a rectangle became.

    Attributes:
        slant: how far its corners are from those of a parallelogram, in sides.
        skew: cosine of the angle between its sides, which were square.
    """

    slant: float
    skew: float

    @property
    def most(self) -> float:
        """The larger of both: 0 of a rectangle that was moved, turned, resized or stretched, and no more."""
        return max(self.slant, self.skew)


def deformation(alignment: Alignment, size: tuple[int, int]) -> Deformation:
    """What became of a photo of ``size`` pixels, as its points were looked at.

    Raises:
        LinAlgError: the points lie on one line.
    """
    width, height = size
    corners = np.array([[0.0, 0], [width, 0], [width, height], [0, height]])
    if alignment.variant.is_mirrored:
        corners[:, 0] = -corners[:, 0]
    first, second, third, fourth = moved(corners, np.linalg.inv(alignment.to_photo))
    across, down = (second - first + third - fourth) / 2, (fourth - first + third - second) / 2
    area = abs(across[0] * down[1] - across[1] * down[0])
    lengths = float(np.linalg.norm(across) * np.linalg.norm(down))
    slant = float(np.linalg.norm(first - second + third - fourth)) / 2 / max(float(np.sqrt(area)), 1e-9)
    return Deformation(slant, abs(float(across @ down)) / max(lengths, 1e-9))
