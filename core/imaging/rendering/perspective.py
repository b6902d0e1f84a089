"""The plane projective map that takes a rectangle to any four corners."""

import numpy as np
from numpy.typing import NDArray


def perspective_coefficients(corners: NDArray[np.floating], size: tuple[int, int]) -> tuple[float, ...]:
    """The eight numbers that ``Image.transform(…, PERSPECTIVE, …)`` takes to paint a picture on four corners.

    Args:
        corners: (4, 2) where the picture's top left, top right, bottom right, bottom left go, in pixels of
            the output.
        size: width and height of the picture.

    Pillow maps output to input, so this solves for the inverse map (Heckbert 1989, section 2.2.2).
    """
    width, height = size
    sources = [(0, 0), (width, 0), (width, height), (0, height)]
    rows, values = [], []
    for (x, y), (u, v) in zip(np.asarray(corners, np.float64), sources, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return tuple(float(value) for value in np.linalg.solve(np.array(rows), np.array(values, np.float64)))
