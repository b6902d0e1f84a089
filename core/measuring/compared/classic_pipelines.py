"""HOG with a linear support vector machine, SIFT with a bag of words, SIFT with VLAD."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.measuring.compared.hog import hog_vector, train_linear_svm
from core.measuring.compared.pipeline import Learned, Pipeline, Scorer, by_product
from core.measuring.compared.visual_words import (
    BAG_WORDS,
    VLAD_WORDS,
    bag_of_words,
    learn_words,
    rarity,
    vlad,
)
from core.print.sift import Points, sift_points


class HogExtractor:
    """HOG vectors."""

    name = "hog"

    def extract(self, image: Image.Image) -> NDArray[np.float16]:
        """Histograms of the centred square, (1764,)."""
        return hog_vector(image).astype(np.float16)

    def known(self, photo_id: int) -> None:
        """None are stored."""

    def close(self) -> None:
        """Nothing is held."""


class SiftExtractor:
    """SIFT points."""

    name = "sift"

    def extract(self, image: Image.Image) -> Points:
        """The picture's strongest points."""
        return sift_points(image)

    def known(self, photo_id: int) -> None:
        """None are stored."""

    def close(self) -> None:
        """Nothing is held."""


def classic_pipelines() -> tuple[Pipeline, ...]:
    """The three of them."""
    sift = SiftExtractor()
    return (
        Pipeline("hog-svm", HogExtractor(), learn_hog),
        Pipeline("sift-bow", sift, learn_bag_of_words),
        Pipeline("sift-vlad", sift, learn_vlad),
    )


def learn_hog(learned: Learned) -> Scorer:
    """A linear machine for each product."""
    machine = train_linear_svm(np.stack(learned.features).astype(np.float32), learned.products)
    return lambda asked: machine(np.stack(asked).astype(np.float32))


def learn_bag_of_words(learned: Learned) -> Scorer:
    """Cosine of weighted word frequencies with the nearest reference."""
    words = learn_words(learned.features, BAG_WORDS)
    frequencies = bag_of_words(learned.features, words)
    weights = rarity(frequencies)

    def weighted(pictures: Sequence[Any]) -> NDArray[np.float32]:
        vectors = bag_of_words(pictures, words) * weights
        return np.asarray(
            vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12), np.float32
        )

    rows = weighted(learned.features)
    return lambda asked: by_product((weighted(asked) @ rows.T).astype(np.float64), learned.products)


def learn_vlad(learned: Learned) -> Scorer:
    """Cosine of VLAD vectors with the nearest reference."""
    words = learn_words(learned.features, VLAD_WORDS)
    rows = vlad(learned.features, words)
    return lambda asked: by_product((vlad(asked, words) @ rows.T).astype(np.float64), learned.products)
