"""The marked part of a picture, moved without a picture."""

import pytest

from core.imaging.cut import Box
from desktop_app.widgets.pictures.box_moves import LEAST, dragged, grown, resized

MIDDLE = Box(0.25, 0.25, 0.75, 0.75)


def test_a_drag_moves_only_the_edges_that_it_took() -> None:
    assert dragged(MIDDLE, (-1, 0), 0.125, 0.5) == Box(0.375, 0.25, 0.75, 0.75)
    assert dragged(MIDDLE, (1, 1), 0.125, -0.125) == Box(0.25, 0.25, 0.875, 0.625)


def test_a_drag_ends_at_the_picture_s_edge() -> None:
    assert dragged(MIDDLE, (0, -1), 0.0, -3.0) == Box(0.25, 0.0, 0.75, 0.75)


def test_a_box_grows_evenly_and_never_shrinks_to_nothing() -> None:
    assert grown(MIDDLE, 0.125) == Box(0.125, 0.125, 0.875, 0.875)
    assert grown(MIDDLE, -3.0).width == pytest.approx(LEAST)


def test_its_corner_cannot_pass_the_opposite_one() -> None:
    small = resized(MIDDLE, -3.0, 0.125)
    assert (small.left, small.bottom) == (0.25, 0.875)
    assert small.width == pytest.approx(LEAST)
