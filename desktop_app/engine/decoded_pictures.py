"""The pictures of the query at hand, decoded and cut; kept, so that each is decoded once.

Whoever asks for one that is being decoded waits for it: a picture that is added to a search is shown by one
thread and searched by another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from core.imaging.cut import apply_cut
from desktop_app.engine.engine import PictureSource, QueryPicture

if TYPE_CHECKING:
    from PIL.Image import Image

WHOLE_SIDE = 1000
"""Pixels of the longer side of a whole picture (core.imaging.query_looks.QUERY_SIDE)."""
CUT_SIDE = 2400
"""Pixels of a picture of which a part is searched: a sixth of it still has as many as the network takes."""
_KEPT_WHOLE, _KEPT_LARGE = 8, 2
"""Of the size that a search needs, and of the larger one: some twenty megabytes of memory each."""

Decode = Callable[[PictureSource, int], "Image"]
"""A source to its upright RGB picture, the longer side at most so many pixels."""


@dataclass(slots=True, eq=False)
class _Decoded:
    source: PictureSource
    lock: Lock = field(default_factory=Lock)
    image: Image | None = None


class DecodedPictures:
    """Decodes through ``decode``. Safe on any thread; sources are told apart by being different objects."""

    def __init__(self, decode: Decode) -> None:
        self._decode = decode
        self._lock = Lock()
        self._whole: list[_Decoded] = []
        self._large: list[_Decoded] = []

    def whole(self, source: PictureSource) -> Image:
        """All of it; its longer side at most :data:`WHOLE_SIDE` pixels. Not to be changed.

        Raises:
            KnownError: the source is no picture that can be opened.
        """
        return self._decoded(source, self._whole, _KEPT_WHOLE, WHOLE_SIDE)

    def cut(self, picture: QueryPicture) -> Image:
        """What is searched with; its longer side at most :data:`WHOLE_SIDE` pixels. Not to be changed.

        Raises:
            KnownError: the source is no picture that can be opened.
        """
        if picture.cut.box.is_whole:
            return apply_cut(self.whole(picture.source), picture.cut)
        part = apply_cut(self._decoded(picture.source, self._large, _KEPT_LARGE, CUT_SIDE), picture.cut)
        if max(part.size) > WHOLE_SIDE:
            part.thumbnail((WHOLE_SIDE, WHOLE_SIDE))
        return part

    def _decoded(self, source: PictureSource, kept: list[_Decoded], most: int, side: int) -> Image:
        with self._lock:
            found = next((one for one in kept if one.source is source), None) or _Decoded(source)
            kept[:] = [found, *(one for one in kept if one is not found)][:most]
        with found.lock:
            if found.image is None:
                found.image = self._decode(source, side)
            return found.image
