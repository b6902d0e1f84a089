"""SIFT: points of a picture that are found again from another distance, angle and light.

D. G. Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", 2004, as OpenCV implements it; the
square roots of R. Arandjelović and A. Zisserman, "Three things everyone should know to improve object
retrieval", 2012, make Euclidean distances compare histograms properly.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.classic import libraries

SIDE = 480
"""Pixels of the longer side: larger pictures give more points than any match needs."""
MOST_POINTS = 400
LENGTH = 128


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """A picture's points, n of them.

    Attributes:
        places: (n, 2) float32, x and y in pixels.
        descriptors: (n, 128) float16, each at unit length.
    """

    places: NDArray[np.float32]
    descriptors: NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.places)


def sift_points(image: Image.Image) -> Points:
    """The strongest points of a picture (RGB, any size); none in a picture without structure.

    Raises:
        KnownError: OpenCV is not installed.
    """
    cv2 = libraries.load("cv2")
    grey = image.convert("L")
    grey.thumbnail((SIDE, SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    keypoints, raw = cv2.SIFT_create(nfeatures=MOST_POINTS).detectAndCompute(np.asarray(grey), None)
    if raw is None:
        return Points(np.empty((0, 2), np.float32), np.empty((0, LENGTH), np.float16))
    places = np.array([point.pt for point in keypoints], np.float32)
    shares = raw / np.maximum(raw.sum(axis=1, keepdims=True), 1e-12)
    return Points(places, np.sqrt(shares).astype(np.float16))
