"""The pieces on a shelf that was filmed: each counted once.

The frames are laid side by side (core/filmed/panorama.py). Each time that the camera has moved by a part of
what it sees, what stands in the frame is found as in a picture (core/scene); what lies at one place of the
panorama is one piece (core/filmed/tracks.py).
"""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from core.answer import Result
from core.filmed.film_count import FilmCount, FilmedPiece
from core.filmed.key_frames import key_frames
from core.filmed.panorama import Placed
from core.filmed.tracks import Box, Sighting, Track, counted, joined
from core.imaging.films.frame import Frame, Passed
from core.imaging.films.reading import Film, read_film
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.scene.counting import PICTURE_SIDE, count_pieces
from core.shop.shop import Shop

_STAGE = message("core", "Counting what the film shows")

_AT_EDGE = 0.012
"""Of a frame's longer side: a box that comes so near the edge is cut by it."""
_FULLY = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """One thing in a frame.

    Attributes:
        box: left, top, right, bottom in shares of the frame.
        product: what it is taken for; None for what the shop does not have.
        confidence: of that, 0 to 1.
    """

    box: tuple[float, float, float, float]
    product: Result | None
    confidence: float


FindPieces = Callable[[Shop, Image.Image], Sequence[Found]]


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """A frame in which was counted."""

    placed: Placed
    at_ms: int
    full_size: tuple[int, int]
    found: Sequence[Found]


def pieces_in(shop: Shop, image: Image.Image) -> Sequence[Found]:
    """What stands in a frame, as core/scene finds it."""
    return [
        Found(
            (piece.box.left, piece.box.top, piece.box.right, piece.box.bottom),
            piece.product,
            piece.confidence,
        )
        for piece in count_pieces(shop, image)
    ]


def count_film(
    shop: Shop, film: Film, progress: ReportProgress = ignore_progress, *, find: FindPieces = pieces_in
) -> FilmCount:
    """The pieces that ``film`` shows, each once.

    Args:
        find: finds what stands in one frame.

    Raises:
        KnownError: it is no film that can be read, too large or too long, or the model cannot be loaded.
        Cancelled: ``progress`` asked to stop.
    """
    counted_frames: list[_Counted] = []
    torn: list[int] = []
    of_ms = 0

    def watched(frames: Iterator[Frame]) -> Iterator[Frame]:
        nonlocal of_ms
        for frame in frames:
            of_ms = max(of_ms, frame.of_ms, frame.at_ms)
            report(progress, _STAGE, frame.at_ms // 1000, of_ms // 1000)
            shop.right_of_way.give_way()
            yield frame

    def on_passed(passed: Passed) -> None:
        report(progress, _STAGE, passed.at_ms // 1000, max(passed.at_ms, passed.of_ms) // 1000)

    with contextlib.closing(read_film(film, PICTURE_SIDE, closely=True, passed=on_passed)) as sharp:
        for key in key_frames(watched(sharp)):
            frame = key.frame
            found = find(shop, frame.image)
            counted_frames.append(_Counted(key.placed, frame.at_ms, frame.full_size, found))
            if key.is_torn:
                torn.append(frame.at_ms)
    return _joined(counted_frames, of_ms, torn)


def _joined(frames: Sequence[_Counted], of_ms: int, torn: Sequence[int]) -> FilmCount:
    """What was found in all frames, each piece once."""
    tracks = joined([one for number, frame in enumerate(frames) for one in _sightings(number, frame)])
    shown = [sum(_shows(frame.placed, track) for frame in frames) for track in tracks]
    pieces = sorted(
        (_piece(track, frames) for track in counted(tracks, shown)), key=lambda one: (one.at_ms, one.box)
    )
    return FilmCount(of_ms, len(frames), tuple(pieces), tuple(torn))


def _sightings(number: int, frame: _Counted) -> list[Sighting]:
    size = np.array(frame.placed.size, np.float64)
    margin = _AT_EDGE * size.max() / size
    sightings = []
    for one in frame.found:
        box = np.array(one.box)
        is_cut = bool((box[:2] < margin).any() or (box[2:] > 1 - margin).any())
        on_plane = frame.placed.on_plane(box * np.tile(size, 2))
        product = None if one.product is None else one.product.product_id
        sightings.append(Sighting(number, frame.placed.plane, on_plane, is_cut, product, one.confidence))
    return sightings


def _shows(placed: Placed, track: Track) -> bool:
    """Whether a frame shows a piece's place whole."""
    if placed.plane != track.plane:
        return False
    box = placed.in_frame(track.box) / np.tile(np.array(placed.size), 2)
    return bool((box[:2] > _FULLY).all() and (box[2:] < 1 - _FULLY).all())


def _piece(track: Track, frames: Sequence[_Counted]) -> FilmedPiece:
    product_id, share = track.named()
    best = track.best()
    frame = frames[best.frame]
    results = [
        one.product
        for sighting in track.sightings
        for one in frames[sighting.frame].found
        if one.product is not None and one.product.product_id == product_id
    ]
    box = _in_full(frame, frame.placed.in_frame(best.box))
    named = max(results, key=lambda one: one.confidence, default=None) if product_id is not None else None
    return FilmedPiece(named, share * best.confidence, frame.at_ms, box, len(track.sightings))


def _in_full(frame: _Counted, box: Box) -> tuple[int, int, int, int]:
    """A box in the frame as it was looked at, in pixels of the frame in full size."""
    scale = np.tile(np.array(frame.full_size) / np.array(frame.placed.size), 2)
    limits = np.tile(np.array(frame.full_size), 2)
    left, top, right, bottom = np.rint(np.clip(box * scale, 0, limits)).astype(int).tolist()
    return left, top, right, bottom
