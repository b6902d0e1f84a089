"""What a shop's pictures are compared by: a backbone, and what a lesson put on top of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.measures import Measure
from core.models.projection import Projection
from core.models.prototypes import Prototypes
from core.models.verdict import DRAWN_CALIBRATIONS, Calibration


class TaughtBy(StrEnum):
    """What a model's numbers come from; how far its claims can be trusted differs by that."""

    NOTHING = "nothing"
    DRAWN = "drawn photos"
    UNLABELLED = "unlabelled photos"
    LABELLED = "labelled photos"


@dataclass(frozen=True, eq=False)
class ShopModel:
    """What turns the backbone's vectors into those that are compared, and scores into probabilities.

    Attributes:
        version: the lesson's name; None for the backbone as it comes.
        fingerprint: two vectors may be compared only if they were made under the same one.
        dim: length of the vectors that are compared.
        projection: None for the backbone as it comes.
        spec: the backbone below.
        calibrations: by measure; a measure without one takes core/models/verdict.py's defaults.
        prototypes: what stands for products in a lesson that taught itself; None in any other.
    """

    version: str | None
    fingerprint: str
    dim: int
    projection: Projection | None
    spec: BackboneSpec
    calibrations: Mapping[Measure, Calibration]
    prototypes: Prototypes | None = None

    @property
    def taught_by(self) -> TaughtBy:
        """What the verdict's numbers come from."""
        if self.projection is None:
            return TaughtBy.NOTHING
        if self.prototypes is not None:
            return TaughtBy.UNLABELLED
        return TaughtBy.DRAWN if self.calibrations == DRAWN_CALIBRATIONS else TaughtBy.LABELLED

    def compared(self, vectors: NDArray[Any]) -> NDArray[np.float32]:
        """Raw vectors, (…, the backbone's dim), to those that are compared, (…, dim)."""
        if self.projection is not None:
            return self.projection.apply(vectors)
        return np.asarray(vectors[..., : self.dim], np.float32)


def plain_model(spec: BackboneSpec) -> ShopModel:
    """The backbone as it comes, nothing learned: the first part of its vectors, the pooled features."""
    return ShopModel(None, spec.fingerprint, spec.parts[0].length, None, spec, {})
