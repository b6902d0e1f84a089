"""The query beside a photo of the shop: both pictures for the eye, and what core found to match."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from core.errors import KnownError
from desktop_app.engine.engine import QueryPicture, SearchEngine
from desktop_app.engine.qt_pictures import to_qimage

if TYPE_CHECKING:
    from core.embedding.backbone import BackboneSpec
    from core.embedding.spatial_features import SpatialFeatures
    from core.search.comparison import Comparison
    from core.shop.shop import Shop

_COMPARED_SIDE = 1600

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class ComparedPictures:
    """Two pictures for the eye.

    Attributes:
        comparison: what matches between them; None where nobody asked.
        photos: all of the product that there are.
    """

    query: QImage
    product: QImage
    comparison: Comparison | None = None
    photos: tuple[Path, ...] = ()


class PictureComparer:
    """Compares on a job's thread; keeps the network that looks into pictures, which takes long to open."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._features: tuple[str, SpatialFeatures | None] | None = None
        self._opening_features = threading.Lock()

    def compare(
        self, shop: Shop, picture: QueryPicture, product_id: int, photo: Path, *, matches: bool
    ) -> ComparedPictures:
        """A query's picture beside a photo of a product. Blocks; raises KnownError.

        Args:
            matches: find what matches, too, which takes the network's look at both.
        """
        from core.imaging.decode import decode_file
        from core.search.comparison import compare_pictures

        mine, other = self._engine.cut(picture), decode_file(photo, max_side=_COMPARED_SIDE)
        comparison = None
        if matches:
            features = self._spatial_features(shop.spec)
            comparison = compare_pictures(features, shop.spec.preprocessing, mine, other)
        return ComparedPictures(
            to_qimage(mine, max_side=_COMPARED_SIDE),
            to_qimage(other, max_side=_COMPARED_SIDE),
            comparison,
            self._engine.product(product_id).photos,
        )

    def _spatial_features(self, spec: BackboneSpec) -> SpatialFeatures | None:
        """Opened at the first comparison; anew when the shop is searched by another network."""
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
