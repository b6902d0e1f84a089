"""Backbones as they come, under each measure, and with a quick lesson on top."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.vectors import stream_vectors
from core.embedding.backbone import Backbone, BackboneSpec
from core.embedding.loading import load_backbone
from core.embedding.measures import Measure, offsets, to_index_space
from core.errors import KnownError
from core.imaging.preprocess import Preprocessing, to_tensor
from core.learning.examples import Examples, no_examples
from core.learning.proof import Compare
from core.learning.quick import learn_projection
from core.measuring.compared.pipeline import Learned, Pipeline, Scorer, by_product
from core.messages import message
from core.models.shop_model import plain_model
from core.shop.shop import Shop

LESSON = "+lesson"
"""Ends the name of a pipeline that learned a quick lesson from the references."""

MakeMore = Callable[[Learned], Examples]
"""Synthetic examples to learn from beside the references."""


class NetworkExtractor:
    """A backbone's raw vectors; those that the shop has stored are not computed again."""

    def __init__(
        self, spec: BackboneSpec, shop: Shop | None, *, name: str = "", recipe: Preprocessing | None = None
    ) -> None:
        self.name = name or spec.name
        self._spec = spec
        self._recipe = recipe or spec.preprocessing
        self._backbone: Backbone | None = None
        self._stored: dict[int, NDArray[np.float16]] = {}
        if shop is not None:
            for batch in stream_vectors(shop.catalog, spec.fingerprint):
                self._stored.update(zip(batch.ids.tolist(), batch.vectors, strict=True))

    def extract(self, image: Image.Image) -> NDArray[np.float16]:
        """The raw vector, (dim,)."""
        if self._backbone is None:
            self._backbone = load_backbone(self._spec)
        batch = to_tensor(image, self._recipe)[None]
        return np.asarray(self._backbone.embed(batch)[0], np.float16)

    def known(self, photo_id: int) -> NDArray[np.float16] | None:
        """The vector that the shop keeps of a photo."""
        return self._stored.get(photo_id)

    def close(self) -> None:
        """Free the network."""
        if self._backbone is not None:
            self._backbone.close()
            self._backbone = None


def network_pipelines(
    spec: BackboneSpec,
    shop: Shop | None = None,
    *,
    name: str = "",
    recipe: Preprocessing | None = None,
    make_more: MakeMore | None = None,
) -> tuple[Pipeline, ...]:
    """The backbone under each measure, without a lesson and with one.

    Args:
        shop: whose stored vectors are made use of.
        name: what to call it, if not by its own name.
        recipe: another way to prepare pictures than the backbone's own.
        make_more: what the lesson learns from beside the references.
    """
    extractor = NetworkExtractor(spec, shop, name=name, recipe=recipe)
    found = []
    for measure in Measure:
        suffix = "" if measure is Measure.COSINE else f"/{measure}"
        plain, lesson = _plain(spec, measure), _lesson(spec, measure, make_more)
        found.append(Pipeline(f"{extractor.name}{suffix}", extractor, plain))
        found.append(Pipeline(f"{extractor.name}{LESSON}{suffix}", extractor, lesson))
    return tuple(found)


def _plain(spec: BackboneSpec, measure: Measure) -> Callable[[Learned], Scorer]:
    return lambda learned: _nearest(learned, plain_model(spec).compared, measure)


def _lesson(spec: BackboneSpec, measure: Measure, make_more: MakeMore | None) -> Callable[[Learned], Scorer]:
    def learn(learned: Learned) -> Scorer:
        nothing = np.zeros(len(learned.products), np.bool_)
        stamps = np.arange(len(learned.products), dtype=np.int64)
        real = Examples(_stacked(learned.features), learned.products, learned.counter, nothing, stamps)
        more = make_more(learned) if make_more is not None else no_examples(spec.dim)
        try:
            projection = learn_projection(real.and_also(more), spec)
        except ValueError as error:
            raise KnownError(
                message("core", "A lesson takes two or more products with two or more photos each.")
            ) from error
        return _nearest(learned, projection.apply, measure)

    return learn


def _nearest(learned: Learned, compare: Compare, measure: Measure) -> Scorer:
    """The measure's likeness with the nearest reference of each product."""
    rows = to_index_space(compare(_stacked(learned.features)), measure)
    halves = offsets(rows, measure)

    def scores(asked: Sequence[Any]) -> NDArray[np.float64]:
        queries = to_index_space(compare(_stacked(asked)), measure)
        likeness = (queries @ rows.T).astype(np.float64)
        if halves is not None:
            lengths = np.square(queries.astype(np.float64)).sum(axis=1)[:, None]
            likeness = -np.sqrt(np.maximum(lengths - 2 * (likeness - halves[None, :]), 0))
        return by_product(likeness, learned.products)

    return scores


def _stacked(features: Sequence[Any]) -> NDArray[np.float32]:
    return np.stack(features).astype(np.float32)
