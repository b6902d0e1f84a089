"""A picture's SIFT points summed up as one vector, by words that were learned from the shop's own pictures.

Bag of words: how often each word occurs, the common ones counted less (J. Sivic and A. Zisserman, "Video
Google", 2003). VLAD: how the points lie around each word (H. Jégou et al., "Aggregating local descriptors
into a compact image representation", 2010), each word's part at unit length (R. Arandjelović and
A. Zisserman, "All about VLAD", 2013).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.measuring.compared import libraries
from core.print.sift import LENGTH, Points

BAG_WORDS = 500
VLAD_WORDS = 64
_MOST_POINTS = 60_000
_CHUNK = 4096


def learn_words(pictures: Sequence[Points], count: int) -> NDArray[np.float32]:
    """The centres of the points' clusters, (k, 128), k at most ``count``.

    Raises:
        KnownError: scikit-learn is not installed.
        ValueError: no picture has a point.
    """
    cluster = libraries.load("sklearn.cluster")
    every = np.concatenate([points.descriptors for points in pictures])
    if not len(every):
        raise ValueError("no picture has a point")
    if len(every) > _MOST_POINTS:
        every = every[np.random.default_rng(0).choice(len(every), _MOST_POINTS, replace=False)]
    count = min(count, len(every))
    machine = cluster.MiniBatchKMeans(
        count, random_state=0, n_init=1, batch_size=_CHUNK, max_iter=40, init="random"
    )
    machine.fit(every.astype(np.float32))
    return np.asarray(machine.cluster_centers_, np.float32)


def bag_of_words(pictures: Sequence[Points], words: NDArray[np.float32]) -> NDArray[np.float32]:
    """Frequency of each word in each picture, (n, k)."""
    counts = np.zeros((len(pictures), len(words)), np.float32)
    for row, points in enumerate(pictures):
        if len(points):
            counts[row] = np.bincount(_nearest(points, words), minlength=len(words)) / len(points)
    return counts


def rarity(frequencies: NDArray[np.float32]) -> NDArray[np.float32]:
    """Weight of each word, (k,): the logarithm of how few pictures have it."""
    pictures_with = (frequencies > 0).sum(axis=0)
    weights: NDArray[np.float32] = np.log((1 + len(frequencies)) / (1 + pictures_with)).astype(np.float32)
    return weights


def vlad(pictures: Sequence[Points], words: NDArray[np.float32]) -> NDArray[np.float32]:
    """Where each picture's points lie around the words, (n, k · 128), at unit length or zeros."""
    found = np.zeros((len(pictures), len(words), LENGTH), np.float32)
    for row, points in enumerate(pictures):
        if len(points):
            nearest = _nearest(points, words)
            np.add.at(found[row], nearest, points.descriptors.astype(np.float32) - words[nearest])
    found /= np.maximum(np.linalg.norm(found, axis=2, keepdims=True), 1e-12)
    flat = found.reshape(len(pictures), -1)
    flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-12)
    return flat


def _nearest(points: Points, words: NDArray[np.float32]) -> NDArray[np.int64]:
    descriptors = points.descriptors.astype(np.float32)
    distances = np.square(words).sum(axis=1)[None, :] - 2 * descriptors @ words.T
    nearest: NDArray[np.int64] = distances.argmin(axis=1)
    return nearest
