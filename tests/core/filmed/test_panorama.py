"""Frames find their place beside those before; whoever comes back comes to where the shelf was."""

import numpy as np
import pytest

from core.filmed.panorama import Panorama, Placed, moved, similarity
from core.print.sift import sift_points
from tests.core.filmed.shelf import FRAME, painted, walked

LONG = painted(
    ["red", "blue", "green", "green", "red", "blue", "red", "green", "blue", "blue", "red"], seed=4
)


def placed(panorama: Panorama, left: float) -> Placed:
    (frame,) = walked(LONG, [left])
    return panorama.place(sift_points(frame), FRAME)


def test_a_walk_along_and_back_ends_where_it_began() -> None:
    panorama = Panorama()
    lefts = [0, 120, 240, 360, 480, 360, 240, 120, 0]
    for left in lefts:
        one = placed(panorama, left)
        assert one.plane == 0
        assert moved(np.array([[0.0, 0.0]]), one.to_plane)[0] == pytest.approx([left, 0], abs=4)
        if panorama.away(one) > 0.2:
            panorama.keep(one)
    assert len(panorama.kept) == 5


def test_a_box_goes_to_the_plane_and_back() -> None:
    panorama = Panorama()
    panorama.keep(placed(panorama, 0))
    one = placed(panorama, 150)
    box = np.array([10.0, 20.0, 70.0, 90.0])
    assert one.on_plane(box) == pytest.approx([160, 20, 220, 90], abs=4)
    assert one.in_frame(one.on_plane(box)) == pytest.approx(box, abs=1)
    assert panorama.away(one) == pytest.approx(150 / FRAME[0], abs=0.02)


def test_what_fits_nothing_begins_a_plane_and_what_comes_back_does_not() -> None:
    panorama = Panorama()
    panorama.keep(placed(panorama, 0))
    (elsewhere,) = walked(painted(["blue"] * 8, seed=9), [0])
    other = panorama.place(sift_points(elsewhere), FRAME)
    assert other.plane == 1
    panorama.keep(other)
    assert placed(panorama, 40).plane == 0


def test_a_similarity_is_found_exactly() -> None:
    places = np.random.default_rng(1).uniform(0, 100, (9, 2))
    angle, scale = 0.3, 1.4
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    there = places @ turn.T + [5, -7]
    assert moved(places, similarity(places, there)) == pytest.approx(there)
