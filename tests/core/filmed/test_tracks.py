"""What is seen at one place in several frames is one piece; what one frame shows twice is two."""

import numpy as np

from core.filmed.tracks import Sighting, counted, joined


def sighting(
    frame: int,
    left: float,
    *,
    like: int | None = 1,
    cut: bool = False,
    rating: float = 0.9,
    wide: float = 40,
) -> Sighting:
    return Sighting(frame, 0, 0, np.array([left, 10.0, left + wide, 90.0]), cut, like, rating)


def test_the_same_place_in_later_frames_is_the_same_piece() -> None:
    tracks = joined([sighting(0, 0), sighting(0, 50), sighting(1, 3), sighting(1, 48), sighting(2, 52)])
    assert sorted(len(track.sightings) for track in tracks) == [2, 3]


def test_two_alike_side_by_side_in_one_frame_stay_two() -> None:
    tracks = joined([sighting(0, 0), sighting(1, 1), sighting(1, 14)])
    assert sorted(len(track.sightings) for track in tracks) == [1, 2]


def test_a_piece_that_the_edge_cuts_is_the_one_that_was_seen_whole() -> None:
    tracks = joined([sighting(0, 0), sighting(1, 25, cut=True, wide=15)])
    assert [len(track.sightings) for track in tracks] == [2]
    assert tracks[0].box.tolist() == [0, 10, 40, 90]


def test_it_is_shown_by_the_whole_pictures_that_are_surest_one_thing() -> None:
    (track,) = joined(
        [
            sighting(0, 0, rating=0.7),
            sighting(1, 0, rating=0.99, cut=True),
            sighting(2, 1, rating=0.9),
            sighting(3, 0, rating=0.8),
        ]
    )
    assert [one.frame for one in track.best(2)] == [2, 3]
    (cut,) = joined([sighting(0, 0, cut=True)])
    assert [one.frame for one in cut.best(2)] == [0]


def test_what_came_up_in_one_of_many_frames_is_none() -> None:
    tracks = joined([sighting(frame, 0) for frame in range(4)] + [sighting(2, 200)])
    assert len(counted(tracks, [4, 4])) == 1
    assert len(counted(tracks, [4, 1])) == 2


def test_what_was_only_seen_cut_is_not_counted() -> None:
    assert counted(joined([sighting(0, 0, cut=True), sighting(1, 2, cut=True)]), [0]) == []


def test_a_box_around_a_piece_that_was_seen_more_often_gives_way() -> None:
    tracks = joined([*(sighting(frame, 0) for frame in range(3)), sighting(1, 0, wide=90)])
    assert [len(track.sightings) for track in counted(tracks, [3] * len(tracks))] == [3]
