"""Relevance feedback: where to search once something is known, and what stays probable.

Two things are done with what the clerk said, each chosen by an experiment on real shop photos
(docs/decisions/0014-feedback.md, `benchmarks/feedback.py`):

* **Wrong** conditions: the product is taken out, and the probabilities of those that are left are given their
  due by the same softmax over fewer candidates, p(i | not w) = p(i) / (1 − p(w)). That is Bayes' rule, as in
  I. J. Cox et al., "The Bayesian image retrieval system, PicHunter", IEEE Trans. Image Processing 9 (2000).
  Moving the query away from what was wrong, as J. J. Rocchio's formula has it ("Relevance feedback in
  information retrieval", 1971), was measured too and does not help: what the network takes for the product
  looks like the product.
* **Right** moves the query towards the product's own photos, the other half of Rocchio's formula, so that the
  places below it go to what is like it.

All vectors here are those that are compared: after the shop's projection, in the index's space.
"""

import numpy as np
from numpy.typing import NDArray

TOWARDS_RIGHT = 0.75
"""Weight of the right product's photos beside the query's 1; the customary value."""

Vector = NDArray[np.float32]


def middle(rows: NDArray[np.float32]) -> Vector:
    """The mean of vectors, (n, k), n at least 1: several pictures of one thing are searched with as one."""
    return np.asarray(rows.mean(axis=0), np.float32)


def towards(query: Vector, right: NDArray[np.float32]) -> Vector:
    """``query``, (k,), moved towards the photos of the right product, (n, k); as it is where n is 0."""
    if not len(right):
        return query
    return np.asarray(query + TOWARDS_RIGHT * middle(right), np.float32)
