"""Sightings of pieces in many frames to pieces: each is counted once, however often it was seen.

A piece stands where it stands. So what is seen in several frames at one place of the panorama is one piece;
two things seen in one frame are two. A piece counts that was found in a good part of the frames that show it
whole: a box that came up by chance in one of five does not.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Box = NDArray[np.float64]
"""Left, top, right, bottom."""

JOINED = 0.4
"""Overlap of two boxes (intersection over union) from which they are one piece."""
_JOINED_CUT = 0.65
"""Of a piece that the frame's edge cuts: how much of the smaller box lies on the other one."""
_SAME_PRODUCT = 0.15
"""What being like the same product is worth beside the overlap."""
FOUND = 0.5
"""Share of the frames that show a place whole in which a piece must be found there."""
_COVERED = 0.6
"""Of the smaller of two pieces, by the other: from there on the one with fewer sightings is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """A piece in one frame.

    Attributes:
        frame: which one, from 0.
        place: of what was found in that frame, from 0.
        plane: which plane it lies on.
        box: its bounds on the plane.
        is_cut: the frame's edge cuts it.
        like: key of the product that it looks most like, if any.
        rating: how likely it is one whole thing, 0 to 1.
    """

    frame: int
    place: int
    plane: int
    box: Box
    is_cut: bool
    like: int | None
    rating: float


@dataclass(slots=True, eq=False)
class Track:
    """Sightings of one piece; of one frame at most one."""

    sightings: list[Sighting] = field(default_factory=list)

    @property
    def plane(self) -> int:
        """Which plane it lies on."""
        return self.sightings[0].plane

    @property
    def box(self) -> Box:
        """Its bounds on the plane: the middle of those that are whole, if any is."""
        whole = [one.box for one in self.sightings if not one.is_cut]
        if whole:
            return np.asarray(np.median(whole, axis=0))
        boxes = np.array([one.box for one in self.sightings])
        return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])

    @property
    def is_whole(self) -> bool:
        """Whether a frame shows all of it."""
        return any(not one.is_cut for one in self.sightings)

    def best(self, most: int) -> list[Sighting]:
        """The sightings that show it best, the first first: whole, and surely one thing."""
        whole = [one for one in self.sightings if not one.is_cut] or self.sightings
        return sorted(whole, key=lambda one: -one.rating)[:most]


def joined(sightings: Sequence[Sighting]) -> list[Track]:
    """Tracks of sightings, which come in the order of their frames."""
    tracks: list[Track] = []
    by_frame: dict[int, list[Sighting]] = defaultdict(list)
    for one in sightings:
        by_frame[one.frame].append(one)
    for _frame, seen in sorted(by_frame.items()):
        there = list(tracks)
        pairs = [
            (fit, number, place)
            for number, one in enumerate(seen)
            for place, track in enumerate(there)
            if (fit := _fit(one, track)) > 0
        ]
        taken: set[int] = set()
        filled: set[int] = set()
        for _fitting, number, place in sorted(pairs, reverse=True):
            if number not in taken and place not in filled:
                taken.add(number)
                filled.add(place)
                there[place].sightings.append(seen[number])
        tracks += [Track([one]) for number, one in enumerate(seen) if number not in taken]
    return tracks


def counted(tracks: Sequence[Track], shown: Sequence[int]) -> list[Track]:
    """The tracks that are pieces.

    Args:
        shown: of each track, how many of the frames that were looked at show its place whole.
    """
    kept: list[Track] = []
    enough = []
    for track, frames in zip(tracks, shown, strict=True):
        found = sum(not one.is_cut for one in track.sightings)
        if found and found >= FOUND * frames:
            enough.append(track)
    for track in sorted(enough, key=lambda one: -len(one.sightings)):
        if all(other.plane != track.plane or _covered(track.box, other.box) < _COVERED for other in kept):
            kept.append(track)
    return kept


def _fit(one: Sighting, track: Track) -> float:
    """How well a sighting fits a track; 0 where it does not."""
    if one.plane != track.plane:
        return 0.0
    box = track.box
    same = _SAME_PRODUCT if one.like == track.sightings[-1].like else 0.0
    if one.is_cut or not track.is_whole:
        cover = _covered(one.box, box)
        return cover + same if cover >= _JOINED_CUT else 0.0
    overlap = _overlap(one.box, box)
    return 1 + overlap + same if overlap + same / 2 >= JOINED else 0.0


def _shared(one: Box, other: Box) -> float:
    return float(np.prod(np.maximum(np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2]), 0)))


def _area(box: Box) -> float:
    return max(float(np.prod(box[2:] - box[:2])), 1e-9)


def _overlap(one: Box, other: Box) -> float:
    shared = _shared(one, other)
    return shared / (_area(one) + _area(other) - shared)


def _covered(one: Box, other: Box) -> float:
    return _shared(one, other) / min(_area(one), _area(other))
