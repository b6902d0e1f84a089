"""Histograms of oriented gradients, classified by a linear support vector machine.

N. Dalal and B. Triggs, "Histograms of Oriented Gradients for Human Detection", 2005; the machine is
liblinear's, one product against all others, as scikit-learn wraps it.
"""

import warnings
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from core.measuring.compared import libraries

SIDE = 128
_CELL = 16
_REGULARISATION = 0.1


def hog_vector(image: Image.Image) -> NDArray[np.float32]:
    """The picture's centred square as histograms, (1764,) float32.

    Raises:
        KnownError: scikit-image is not installed.
    """
    feature = libraries.load("skimage.feature")
    square = ImageOps.fit(image, (SIDE, SIDE), Image.Resampling.BICUBIC)
    found: NDArray[np.float32] = feature.hog(
        np.asarray(square),
        orientations=9,
        pixels_per_cell=(_CELL, _CELL),
        cells_per_block=(2, 2),
        block_norm="L2-Hys",
        channel_axis=-1,
    ).astype(np.float32)
    return found


def train_linear_svm(
    vectors: NDArray[np.float32], labels: NDArray[np.int64]
) -> Callable[[NDArray[np.float32]], NDArray[np.float64]]:
    """Learn to tell labels apart.

    Args:
        vectors: (n, dim).
        labels: (n,) with two or more different ones.

    Returns:
        From vectors (m, dim) to scores (m, labels), a column for each label in ascending order.

    Raises:
        KnownError: scikit-learn is not installed.
    """
    svm, exceptions = libraries.load("sklearn.svm"), libraries.load("sklearn.exceptions")
    machine = svm.LinearSVC(C=_REGULARISATION, dual="auto", random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", exceptions.ConvergenceWarning)  # near enough for a comparison
        machine.fit(vectors, labels)

    def scores(asked: NDArray[np.float32]) -> NDArray[np.float64]:
        values: NDArray[np.float64] = np.asarray(machine.decision_function(asked), np.float64)
        return np.stack([-values, values], axis=1) if values.ndim == 1 else values

    return scores
