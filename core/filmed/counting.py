"""The pieces on a shelf that was filmed: each counted once.

The frames are laid side by side (core/filmed/panorama.py). Each time that the camera has moved by a part of
what it sees, what stands in the frame is found as in a picture (core/scene); what lies at one place of the
panorama is one piece (core/filmed/tracks.py), which is named once, by the pictures that show it best.
"""

import contextlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from core.answer import Answer
from core.filmed.film_count import FilmCount, FilmedPiece
from core.filmed.key_frames import key_frames
from core.filmed.panorama import Placed
from core.filmed.tracks import Box, Sighting, Track, counted, joined
from core.imaging.cut import Cut, apply_cut
from core.imaging.films.frame import Frame, Passed
from core.imaging.films.reading import Film, read_film
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.scene.counting import PICTURE_SIDE, Spot, spots_in
from core.scene.naming import confidence_of, named, product_of
from core.shop.shop import Shop

_STAGE = message("core", "Counting what the film shows")
_NAMING = message("core", "Naming what the film shows")

_AT_EDGE = 0.012
"""Of a frame's longer side: a box that comes so near the edge is cut by it."""
_FULLY = 0.02
_NAMED_BY = 3
"""Pictures of a piece: more of the same say nothing new."""
_QUALITY = 95


FindSpots = Callable[[Shop, Image.Image], Sequence[Spot]]
Name = Callable[[Shop, Sequence[Image.Image], bool], Answer]
"""What the shop says to pictures of one thing; whether what it looks like is known by catalog
photos alone."""


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """A frame in which was counted.

    Attributes:
        cuts: each spot's picture as JPEG, in step: what names them is known once the film is over.
    """

    placed: Placed
    at_ms: int
    full_size: tuple[int, int]
    spots: Sequence[Spot]
    cuts: Sequence[bytes]


def name_piece(shop: Shop, pictures: Sequence[Image.Image], by_catalog: bool) -> Answer:
    """A thing named as in a picture of many, by all the pictures of it."""
    return named(shop, pictures, by_catalog=by_catalog)


def count_film(
    shop: Shop,
    film: Film,
    progress: ReportProgress = ignore_progress,
    *,
    find: FindSpots = spots_in,
    name: Name = name_piece,
) -> FilmCount:
    """The pieces that ``film`` shows, each once.

    Args:
        find: finds what stands in one frame.
        name: names a piece by a few pictures of it.

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
            spots = find(shop, frame.image)
            cuts = [_as_jpeg(apply_cut(frame.image, Cut(spot.box))) for spot in spots]
            counted_frames.append(_Counted(key.placed, frame.at_ms, frame.full_size, spots, cuts))
            if key.is_torn:
                torn.append(frame.at_ms)
    pieces = []
    tracks = _tracks(counted_frames)
    for done, track in enumerate(tracks):
        report(progress, _NAMING, done, len(tracks))
        shop.right_of_way.give_way()
        pieces.append(_piece(track, counted_frames, lambda pictures, alone: name(shop, pictures, alone)))
    pieces.sort(key=lambda one: (one.at_ms, one.box))
    return FilmCount(of_ms, len(counted_frames), tuple(pieces), tuple(torn))


def _tracks(frames: Sequence[_Counted]) -> list[Track]:
    """What was found in all frames, each piece once."""
    tracks = joined([one for number, frame in enumerate(frames) for one in _sightings(number, frame)])
    return counted(tracks, [sum(_shows(frame.placed, track) for frame in frames) for track in tracks])


def _sightings(number: int, frame: _Counted) -> list[Sighting]:
    size = np.array(frame.placed.size, np.float64)
    margin = _AT_EDGE * size.max() / size
    sightings = []
    for place, spot in enumerate(frame.spots):
        box = np.array([spot.box.left, spot.box.top, spot.box.right, spot.box.bottom])
        is_cut = bool((box[:2] < margin).any() or (box[2:] > 1 - margin).any())
        on_plane = frame.placed.on_plane(box * np.tile(size, 2))
        like = spot.like[0] if spot.like else None
        sightings.append(Sighting(number, place, frame.placed.plane, on_plane, is_cut, like, spot.rating))
    return sightings


def _shows(placed: Placed, track: Track) -> bool:
    """Whether a frame shows a piece's place whole."""
    if placed.plane != track.plane:
        return False
    box = placed.in_frame(track.box) / np.tile(np.array(placed.size), 2)
    return bool((box[:2] > _FULLY).all() and (box[2:] < 1 - _FULLY).all())


def _piece(
    track: Track, frames: Sequence[_Counted], name: Callable[[Sequence[Image.Image], bool], Answer]
) -> FilmedPiece:
    """Named once, by the pictures that show it best."""
    best = track.best(_NAMED_BY)
    pictures = [Image.open(io.BytesIO(frames[one.frame].cuts[one.place])).convert("RGB") for one in best]
    found = name(pictures, all(frames[one.frame].spots[one.place].by_catalog for one in best))
    frame = frames[best[0].frame]
    box = _in_full(frame, frame.placed.in_frame(best[0].box))
    return FilmedPiece(product_of(found), confidence_of(found), frame.at_ms, box, len(track.sightings))


def _as_jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _in_full(frame: _Counted, box: Box) -> tuple[int, int, int, int]:
    """A box in the frame as it was looked at, in pixels of the frame in full size."""
    scale = np.tile(np.array(frame.full_size) / np.array(frame.placed.size), 2)
    limits = np.tile(np.array(frame.full_size), 2)
    left, top, right, bottom = np.rint(np.clip(box * scale, 0, limits)).astype(int).tolist()
    return left, top, right, bottom
