"""The pictures of the query at hand, decoded and cut; kept, so that the next cut of one needs no decoding."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from core.imaging.cut import apply_cut
from desktop_app.engine.engine import PictureSource, QueryPicture

if TYPE_CHECKING:
    from PIL.Image import Image

WHOLE_SIDE = 1000
"""Pixels of the longer side of a whole picture (core.search.see.QUERY_SIDE)."""
CUT_SIDE = 2400
"""Pixels of a picture of which a part is searched: a sixth of it still has as many as the network takes."""
_KEPT = 2

Decode = Callable[[PictureSource, int], "Image"]
"""A source to its upright RGB picture, the longer side at most so many pixels."""


class DecodedPictures:
    """Decodes through ``decode``. Safe on any thread; sources are told apart by being different objects."""

    def __init__(self, decode: Decode) -> None:
        self._decode = decode
        self._lock = Lock()
        self._kept: list[tuple[PictureSource, Image]] = []

    def cut(self, picture: QueryPicture) -> Image:
        """What is searched with; its longer side at most :data:`WHOLE_SIDE` pixels.

        Raises:
            KnownError: the source is no picture that can be opened.
        """
        if picture.cut.box.is_whole:
            return apply_cut(self._decode(picture.source, WHOLE_SIDE), picture.cut)
        part = apply_cut(self._large(picture.source), picture.cut)
        if max(part.size) > WHOLE_SIDE:
            part.thumbnail((WHOLE_SIDE, WHOLE_SIDE))
        return part

    def _large(self, source: PictureSource) -> Image:
        with self._lock:
            for kept, image in self._kept:
                if kept is source:
                    return image
        image = self._decode(source, CUT_SIDE)
        with self._lock:
            self._kept = [(source, image), *self._kept][:_KEPT]
        return image
