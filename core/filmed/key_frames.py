"""Which frames of a walk along a shelf are counted: as few as show all, each piece in two or so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image

from core.filmed.panorama import Panorama, Placed
from core.imaging.films.frame import Frame
from core.print.sift import SIDE, sift_points

STEP = 0.3
"""Share of a frame's width or height that the camera moves before a frame is counted again: a piece of a
quarter of the width is then whole in two frames or three."""
_TURNED = 0.08
"""So much nearer to what was counted, and the camera has turned back: what it saw at the turn is counted."""
_LEAST = 0.05
"""Less than that shows nothing that was not counted."""


@dataclass(frozen=True, slots=True, eq=False)
class KeyFrame:
    """A frame that is to be counted.

    Attributes:
        is_torn: it fits none before it, and is not the first.
    """

    frame: Frame
    placed: Placed
    is_torn: bool


def key_frames(film: Iterable[Frame]) -> Iterator[KeyFrame]:
    """The frames of ``film`` that are to be counted, in their order."""
    panorama = Panorama()
    furthest: tuple[float, Frame, Placed] | None = None

    def kept(frame: Frame, placed: Placed) -> KeyFrame:
        is_torn = bool(panorama.kept) and all(one.plane != placed.plane for one in panorama.kept)
        panorama.keep(placed)
        return KeyFrame(frame, placed, is_torn)

    for frame in film:
        placed = panorama.place(sift_points(frame.image), _looked_at_size(frame.image))
        away = panorama.away(placed)
        has_turned = furthest is not None and away < furthest[0] - _TURNED
        is_elsewhere = furthest is not None and furthest[2].plane != placed.plane
        if furthest is not None and (has_turned or is_elsewhere):
            if furthest[0] >= _LEAST:
                yield kept(*furthest[1:])
            furthest = None
            away = panorama.away(placed)
        if away >= STEP:
            yield kept(frame, placed)
            furthest = None
            continue
        if furthest is None or away > furthest[0]:
            furthest = (away, frame, placed)
    if furthest is not None and furthest[0] >= _LEAST:
        yield kept(*furthest[1:])


def _looked_at_size(image: Image.Image) -> tuple[int, int]:
    """The size in which a frame's points are found (core/print/sift.py)."""
    share = min(SIDE / max(image.size), 2.0)
    return max(1, round(image.width * share)), max(1, round(image.height * share))
