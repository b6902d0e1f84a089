"""Visual words: descriptors sorted into a few thousand kinds, and 64 bits that tell those of one kind apart.

H. Jégou, M. Douze, C. Schmid, "Hamming Embedding and Weak Geometric Consistency for Large Scale Image
Search", ECCV 2008, section 3. The kinds are the means of the shop's own descriptors (k-means); each bit says
on which side of its word's median a descriptor lies along one of 64 directions, which stand at right angles.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.print.sift import LENGTH

BITS = 64

_SAMPLE = 200_000
_ROUNDS = 8
_AT_ONCE = 8_192
_LEAST_WORDS, _MOST_WORDS = 16, 8_192

Descriptors = NDArray[np.float16]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words.

    Attributes:
        means: (words, 128) float32.
        medians: (words, 64) float32, of the descriptors of a word along each direction.
    """

    means: NDArray[np.float32]
    medians: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.means)

    def nearest(self, descriptors: Descriptors, count: int = 1) -> NDArray[np.int64]:
        """The ``count`` nearest words of each descriptor, (n, count), nearest first."""
        count = min(count, len(self))
        found = np.empty((len(descriptors), count), np.int64)
        sizes = np.square(self.means).sum(axis=1)
        for start in range(0, len(descriptors), _AT_ONCE):
            some = descriptors[start : start + _AT_ONCE].astype(np.float32)
            distances = sizes - 2 * (some @ self.means.T)
            for place in range(count):
                near = distances.argmin(axis=1)
                found[start : start + len(some), place] = near
                distances[np.arange(len(some)), near] = np.inf
        return found

    def signatures(self, descriptors: Descriptors, words: NDArray[np.int64]) -> NDArray[np.uint64]:
        """The 64 bits of each descriptor as one of its word, (n,)."""
        along = descriptors.astype(np.float32) @ _directions()
        bits = np.packbits(along > self.medians[words], axis=1)
        return np.ascontiguousarray(bits).view(np.uint64).ravel()


def learn_vocabulary(descriptors: Descriptors) -> Vocabulary:
    """Words for (n, 128) descriptors: four times as many as the root of their number, within bounds.

    The same descriptors give the same words.
    """
    random = np.random.default_rng(0)
    if not len(descriptors):
        descriptors = np.zeros((1, LENGTH), np.float16)
    count = int(np.clip(4 * np.sqrt(len(descriptors)), _LEAST_WORDS, _MOST_WORDS))
    count = min(count, len(descriptors))
    chosen = random.permutation(len(descriptors))[:_SAMPLE]
    sample = descriptors[np.sort(chosen)]
    means = sample[random.permutation(len(sample))[:count]].astype(np.float32)
    for _ in range(_ROUNDS):
        words = Vocabulary(means, means[:, :BITS]).nearest(sample)[:, 0]
        means = _means(sample, words, means)
    words = Vocabulary(means, means[:, :BITS]).nearest(sample)[:, 0]
    return Vocabulary(means, _medians(sample.astype(np.float32) @ _directions(), words, len(means)))


def _means(sample: Descriptors, words: NDArray[np.int64], before: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of each word's descriptors; a word that has none stays where it was."""
    order = np.argsort(words, kind="stable")
    present, starts = np.unique(words[order], return_index=True)
    sums = np.add.reduceat(sample[order].astype(np.float32), starts, axis=0)
    means = before.copy()
    means[present] = sums / np.diff(np.append(starts, len(words)))[:, None]
    return means


def _medians(along: NDArray[np.float32], words: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    medians = np.tile(np.median(along, axis=0), (count, 1)).astype(np.float32)
    order = np.argsort(words, kind="stable")
    present, starts = np.unique(words[order], return_index=True)
    for word, own in zip(present.tolist(), np.split(order, starts[1:]), strict=True):
        medians[word] = np.median(along[own], axis=0)
    return medians


def _directions() -> NDArray[np.float32]:
    """64 directions at right angles, (128, 64); always the same."""
    drawn = np.random.default_rng(64).normal(size=(LENGTH, LENGTH))
    return np.linalg.qr(drawn)[0][:, :BITS].astype(np.float32)
