"""What a quick lesson learned, before it is written down as a lesson."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.embedding.measures import Measure
from core.learning.proof import Proof
from core.learning.varieties import ONE
from core.models.projection import Projection
from core.models.prototypes import Prototypes
from core.models.verdict import Calibration


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What is kept of it, and what proves it.

    Attributes:
        prototypes: what stands for each product, where the shop taught itself.
        taught: unlabelled photos that it learned from.
        varieties: see :class:`core.models.lesson_record.Lesson`.
    """

    projection: Projection
    calibrations: Mapping[Measure, Calibration]
    proof: Proof
    prototypes: Prototypes | None = None
    taught: int = 0
    varieties: int = ONE
