"""Where on a picture there are faces: the network's maps to boxes.

A face is a peak of the map of scores; its size and its exact place stand in the other maps at the same cell
(section 3 of the paper that core/faces/network.py names). Of boxes that overlap the likeliest stays.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.faces.network import FaceMaps, FaceNetwork

LEAST_SIDE, MOST_SIDE = 480, 960
"""Pixels that the picture's longer side is brought to for the network where it is shorter, or longer: the
network finds faces from some 17 pixels on, and takes 0.07 and 0.28 seconds of a core."""
STEP = 32
"""The network's sides are multiples of it."""
LIKELY = 0.5
"""Least score of a face; what it costs and what it misses is told in docs/decisions/0045-faces.md."""
MOST = 100
"""Of more faces the likeliest are told."""
_CELL = 4.0
_SAME = 0.3
"""Overlap (intersection over union) from which two boxes are one face."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face: edges in pixels of the upright picture, and the network's score, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float
    score: float


def find_faces(network: FaceNetwork, image: Image.Image, *, least: float = LIKELY) -> tuple[Face, ...]:
    """Faces on an upright RGB picture whose score is ``least`` or more, the likeliest first."""
    longer = max(image.size)
    scale = min(max(longer, LEAST_SIDE), MOST_SIDE) / longer
    width, height = (max(STEP, round(side * scale / STEP) * STEP) for side in image.size)
    small = image.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2.0)
    pixels = np.ascontiguousarray(np.asarray(small, np.float32).transpose(2, 0, 1)[None])
    boxes, scores = _boxes(network.look(pixels), least)
    # The network was shown the picture a little wider or narrower than it is.
    boxes = boxes * np.array([image.width / width, image.height / height] * 2)
    boxes = boxes.clip(0, [image.width, image.height] * 2)
    return tuple(
        Face(left, top, right, bottom, score)
        for (left, top, right, bottom), score in zip(boxes.tolist(), scores.tolist(), strict=True)
        if left < right and top < bottom
    )


def _boxes(maps: FaceMaps, least: float) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Edges (n, 4) in pixels of what the network saw, and scores (n,), the likeliest first."""
    rows, columns = np.nonzero(maps.scores >= least)
    order = np.argsort(-maps.scores[rows, columns], kind="stable")[: 4 * MOST]
    cells = rows[order], columns[order]
    middle_y = (cells[0] + maps.down[cells] + 0.5) * _CELL
    middle_x = (cells[1] + maps.across[cells] + 0.5) * _CELL
    half_y, half_x = (np.exp(sides[cells].clip(max=8)) * _CELL / 2 for sides in (maps.heights, maps.widths))
    edges = (middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y)
    boxes = np.stack(edges, axis=1).astype(np.float64)
    kept: list[int] = []
    for place in range(len(boxes)):
        if len(kept) < MOST and not (_overlaps(boxes[place], boxes[kept]) > _SAME).any():
            kept.append(place)
    return boxes[kept], maps.scores[cells][kept]


def _overlaps(box: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Intersection over union of one box (4,) with others (n, 4)."""
    sides = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    both = sides.clip(0).prod(axis=1)
    union = (box[2:] - box[:2]).prod() + (others[:, 2:] - others[:, :2]).prod(axis=1) - both
    shares: NDArray[np.float64] = both / np.maximum(union, 1e-9)
    return shares
