"""What the window asks of the shop once a search is answered: filters, likeness, comparison, feedback.

Every call blocks, may raise KnownError, and belongs on a job's thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from core.answer import Answer, Asked, AskedText, LikeProduct, Result, Seen
from core.errors import KnownError
from core.feedback import NOTHING_SAID, Feedback, Said
from desktop_app.engine.pictures import to_qimage
from desktop_app.engine.shop_engine import SHOWN

if TYPE_CHECKING:
    from core.catalog.lists.facets import FilterChoices
    from core.catalog.lists.filters import Filter
    from core.embedding.backbone import BackboneSpec
    from core.embedding.spatial_features import SpatialFeatures
    from core.search.comparison import Comparison
    from desktop_app.engine.engine import Query
    from desktop_app.engine.shop_engine import ShopEngine

_COMPARED_SIDE = 1600

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class ComparedPictures:
    """Two pictures for the eye, and what matches between them."""

    query: QImage
    product: QImage
    comparison: Comparison


class ShopAnswers:
    """Asks the shop that ``engine`` has open."""

    def __init__(self, engine: ShopEngine) -> None:
        self.engine = engine
        self._features: tuple[str, SpatialFeatures | None] | None = None
        self._opening_features = threading.Lock()

    def answer(self, asked: Asked, filter_: Filter | None, feedback: Feedback = NOTHING_SAID) -> Answer:
        """The answer under a filter (None for none) and what was said."""
        from core.catalog.lists.filters import Filter
        from core.search.answering import Refinement, answer

        return answer(self.engine.shop, asked, Refinement(filter_ or Filter(), feedback), count=SHOWN)

    def like(self, product_id: int, filter_: Filter | None) -> Answer:
        """What looks like a product of the shop."""
        return self.answer(LikeProduct(product_id), filter_)

    def find(self, text: str) -> tuple[Result, ...]:
        """The products that ``text`` means."""
        return self.answer(AskedText(text), None).results

    def choices(self, filter_: Filter | None) -> FilterChoices:
        """What a filter can be set to."""
        from core.catalog.lists.facets import filter_choices
        from core.catalog.lists.filters import Filter

        return filter_choices(self.engine.shop.catalog, filter_ or Filter())

    def alternatives(self, product_id: int) -> tuple[Result, ...]:
        """What is like a product and in stock."""
        from core.search.alternatives import alternatives

        return alternatives(self.engine.shop, product_id)

    def compare(self, query: Query, photo: Path) -> ComparedPictures:
        """The query's first picture beside a photo of the shop."""
        from core.imaging.decode import decode_file
        from core.search.comparison import compare_pictures

        mine = self.engine.pictures_of(query)[0]
        other = decode_file(photo, max_side=_COMPARED_SIDE)
        recipe = self.engine.shop.spec.preprocessing
        comparison = compare_pictures(self._spatial_features(), recipe, mine, other)
        return ComparedPictures(
            to_qimage(mine, max_side=_COMPARED_SIDE), to_qimage(other, max_side=_COMPARED_SIDE), comparison
        )

    def log(self, query: Query, answer: Answer) -> int | None:
        """Write a search down; its key, or None where this program may not write to the shop."""
        from core.catalog.log.search_log import log_search

        if not self.engine.shop.writable:
            return None
        best = answer.results[0] if answer.results else None
        return log_search(
            self.engine.shop.catalog,
            origin=query.origin,
            verdict=answer.verdict.value,
            top_product_id=best.product_id if best else None,
            top_confidence=best.confidence if best else None,
            milliseconds=answer.timings.total,
        )

    def keep(
        self, search_id: int, said: Said, product_id: int | None, query: Query | None, asked: Asked | None
    ) -> int:
        """Keep what the clerk said; ``query`` only if its pictures may be kept. Returns a key for undo."""
        from core.search.kept import keep_feedback

        vectors = [picture.vector for picture in asked.pictures] if isinstance(asked, Seen) else None
        pictures = self.engine.pictures_of(query) if query is not None and vectors is not None else ()
        return keep_feedback(
            self.engine.shop,
            search_id,
            said,
            product_id,
            pictures=pictures,
            vectors=vectors if pictures else None,
        )

    def take_back(self, feedback_id: int) -> None:
        """As if it had not been said."""
        from core.search.kept import undo_feedback

        undo_feedback(self.engine.shop, feedback_id)

    def forget(self) -> int:
        """Delete every kept picture with its search; returns how many searches."""
        from core.search.kept import forget_searches

        return forget_searches(self.engine.shop)

    def _spatial_features(self) -> SpatialFeatures | None:
        """Opened at the first comparison; anew when the shop is searched by another network."""
        spec = self.engine.shop.spec
        with self._opening_features:
            if self._features is None or self._features[0] != spec.fingerprint:
                self._features = spec.fingerprint, _open_features(spec)
            return self._features[1]


def _open_features(spec: BackboneSpec) -> SpatialFeatures | None:
    """None where the network cannot be looked into: pictures are compared without a map then."""
    from core.embedding.loading import exported_model
    from core.embedding.spatial_features import open_spatial_features

    try:
        return open_spatial_features(exported_model(spec))
    except (KnownError, ImportError) as error:  # no export, or no runtime for it on this computer
        _log.warning("No parts can be matched: %s", error)
        return None


def said_of(products: Sequence[Result], product_id: int) -> Said:
    """Whether calling this product right confirms the answer's first choice or corrects it."""
    return Said.RIGHT if products and products[0].product_id == product_id else Said.INSTEAD
