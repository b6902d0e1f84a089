"""Which photos hold which visual words: the inverted file that proposes whose copy a picture may be."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.copies.words import BITS, Descriptors, Vocabulary, learn_vocabulary
from core.print.sift import LENGTH

_FAR = 24
"""Bits of 64 that may differ; unlike descriptors of one word differ in 32."""
_SPREAD = 12.0
_WORDS_ASKED = 2
"""A changed picture's descriptor may have slipped into the neighbouring word."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The words of all photos, one posting a descriptor, those of a word together.

    Attributes:
        photos: what the rows that :attr:`rows` speaks of are called.
        starts: (words + 1,), where each word's postings begin.
        rows: (n,) int32.
        signatures: (n,) uint64.
    """

    vocabulary: Vocabulary
    photos: tuple[str, ...]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    signatures: NDArray[np.uint64]

    def votes(self, descriptors: Descriptors) -> NDArray[np.float64]:
        """How much of each photo shows among ``descriptors``, (photos,)."""
        if not len(self.rows) or not len(descriptors):
            return np.zeros(len(self.photos))
        words = self.vocabulary.nearest(descriptors, _WORDS_ASKED)
        asked = np.repeat(np.arange(len(descriptors)), words.shape[1])
        words = words.ravel()
        signatures = self.vocabulary.signatures(descriptors[asked], words)
        lengths = self.starts[words + 1] - self.starts[words]
        which = np.repeat(np.arange(len(words)), lengths)
        first = np.repeat(self.starts[words] - (np.cumsum(lengths) - lengths), lengths)
        postings = first + np.arange(len(which))
        differing = np.bitwise_count(self.signatures[postings] ^ signatures[which])
        near = differing <= _FAR
        rarity = np.log(len(self.rows) / np.maximum(lengths, 1) + 1)
        weights = np.exp(-np.square(differing[near] / _SPREAD)) * rarity[which[near]]
        votes = np.bincount(self.rows[postings[near]], weights, len(self.photos))
        held = np.bincount(self.rows, minlength=len(self.photos))
        return votes / np.sqrt(np.maximum(held, 1))

    def is_sound(self) -> bool:
        """Whether its parts fit one another: they may come from a file that was damaged."""
        count = len(self.vocabulary)
        shapes = (
            self.vocabulary.means.shape == (count, LENGTH) and self.vocabulary.medians.shape == (count, BITS),
            self.starts.shape == (count + 1,) and self.rows.shape == self.signatures.shape,
            self.signatures.dtype == np.uint64 and self.rows.dtype == np.int32,
            self.starts.dtype == np.int64 and self.vocabulary.means.dtype == np.float32,
        )
        if count == 0 or not all(shapes) or self.rows.ndim != 1:
            return False
        ends = self.starts[0] == 0 and self.starts[-1] == len(self.rows)
        rises = bool((np.diff(self.starts) >= 0).all())
        known = bool(((self.rows >= 0) & (self.rows < len(self.photos))).all())
        return bool(ends and rises and known and np.isfinite(self.vocabulary.means).all())

    def with_photos(self, added: Iterable[tuple[str, Descriptors]], kept: frozenset[str]) -> "Postings":
        """Those of ``kept`` that are in already, and ``added``; the words stay."""
        stays = np.array([name in kept for name in self.photos], bool)
        renumbered = np.cumsum(stays) - 1
        words = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        chosen = stays[self.rows] if len(self.rows) else np.zeros(0, bool)
        parts = [(words[chosen], renumbered[self.rows[chosen]], self.signatures[chosen])]
        names = [name for name, stay in zip(self.photos, stays, strict=True) if stay]
        for name, descriptors in added:
            of_words = self.vocabulary.nearest(descriptors)[:, 0]
            rows = np.full(len(of_words), len(names))
            parts.append((of_words, rows, self.vocabulary.signatures(descriptors, of_words)))
            names.append(name)
        all_words, rows, signatures = (np.concatenate(column) for column in zip(*parts, strict=True))
        order = np.argsort(all_words, kind="stable")
        starts = np.searchsorted(all_words[order], np.arange(len(self.starts)))
        return Postings(
            self.vocabulary, tuple(names), starts, rows[order].astype(np.int32), signatures[order]
        )


def build_postings(photos: Iterable[tuple[str, Descriptors]]) -> Postings:
    """Postings of photos, whose descriptors teach the words."""
    held = list(photos)
    every = np.concatenate([np.empty((0, LENGTH), np.float16), *(rows for _name, rows in held)])
    vocabulary = learn_vocabulary(every)
    nothing = np.zeros(0, np.int32)
    empty = Postings(vocabulary, (), np.zeros(len(vocabulary) + 1, np.int64), nothing, np.zeros(0, np.uint64))
    return empty.with_photos(held, frozenset())
