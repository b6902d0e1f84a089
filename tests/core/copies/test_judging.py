"""A part cut out of a photo is a copy of it; the same thing in other light or of another flavour is none."""

from dataclasses import replace

import numpy as np
import pytest

from core.copies.alignment import Alignment
from core.copies.alike_part import AlikePart, alike_part, part_of_photo
from core.copies.judging import what_shows
from core.copies.same_pixels import SamePixels
from core.copies.shape import deformation
from core.copies.variants import Variant

SIZE = (480, 360)
TURN = np.array([[np.cos(0.3), -np.sin(0.3), 40.0], [np.sin(0.3), np.cos(0.3), -7.0], [0, 0, 1]])
SLANT = np.array([[1.0, 0, 0], [0, 1, 0], [1e-4, 5e-5, 1]])
SKEW = np.array([[1.0, 0.02, 0], [0, 1, 0], [0, 0, 1]])

PART = SamePixels(200, 0.97, 0.95, 0.0, 0.4, 0.2, 0.0, AlikePart(0.1, 0.1, 0.7, 0.8))
SEEN = SamePixels(700, 0.5, 0.45, 0.0, 1.0, 0.5, 0.0, within=PART)


def lying(way: np.ndarray[tuple[int, int], np.dtype[np.float64]], *, mirrored: bool = False) -> Alignment:
    return Alignment(way, 80, Variant(is_mirrored=mirrored))


@pytest.mark.parametrize("mirrored", [False, True])
def test_what_a_program_does_to_a_photo_keeps_its_corners_square(mirrored: bool) -> None:
    stretched = TURN @ np.diag([0.5, 0.8, 1.0])
    for way in (np.eye(3), TURN, np.linalg.inv(stretched)):
        assert deformation(lying(way, mirrored=mirrored), SIZE).is_exact
    for way in (SLANT, SKEW, TURN @ SLANT):
        assert not deformation(lying(way, mirrored=mirrored), SIZE).is_exact


def test_a_part_is_a_copy_where_it_lies_exactly_and_nothing_beside_it_is_alike() -> None:
    assert what_shows(lying(TURN), SEEN, SIZE) is PART
    flavour = replace(SEEN, within=replace(PART, elsewhere=0.4))
    assert what_shows(lying(TURN), flavour, SIZE) is None
    assert what_shows(lying(SLANT), SEEN, SIZE) is None
    few = Alignment(TURN, 9, Variant())
    assert what_shows(few, SEEN, SIZE) is None


def test_the_same_thing_on_the_same_spot_before_something_else_is_no_part() -> None:
    over = replace(SEEN, photo_share=0.99, picture_share=0.98)
    assert what_shows(lying(np.eye(3)), over, SIZE) is None


def test_two_views_that_lie_half_on_one_another_are_no_copies_however_alike() -> None:
    view = replace(SEEN, alike=1.0, very_alike=0.99, photo_share=0.8, picture_share=0.8)
    assert what_shows(lying(SLANT), view, SIZE) is None
    whole = replace(view, photo_share=1.0)
    assert what_shows(lying(SLANT), whole, SIZE) is whole


def test_a_part_cut_from_another_view_is_no_copy_though_it_lies_whole_in_ours() -> None:
    cut = replace(SEEN, alike=1.0, very_alike=1.0, photo_share=0.3, picture_share=1.0)
    assert what_shows(lying(SLANT), cut, SIZE) is None
    roughly = np.array([[1.0, 0, 0], [0, 1, 0], [2e-5, 1e-5, 1]])  # so few points tell how a part lies
    assert what_shows(lying(roughly), cut, SIZE) is cut


def test_few_blocks_say_nothing() -> None:
    assert what_shows(lying(TURN), replace(SEEN, blocks=11, alike=1.0), SIZE) is None


def test_the_alike_part_is_the_rectangle_that_gains_most() -> None:
    looked_at = np.ones((10, 12), bool)
    alike = np.zeros((10, 12), bool)
    alike[2:7, 3:9] = True
    alike[4, 5] = False  # one that was painted over
    nothing = np.zeros((10, 12), bool)
    rows, columns = alike_part(looked_at, alike, nothing)
    assert (rows, columns) == (slice(2, 7), slice(3, 9))
    assert alike_part(looked_at, nothing, nothing) == (slice(0, 0), slice(0, 0))
    assert part_of_photo(rows, columns, (12, 10), is_mirrored=False) == AlikePart(0.25, 0.2, 0.75, 0.7)
    mirrored = part_of_photo(slice(0, 10), slice(0, 3), (12, 10), is_mirrored=True)
    assert mirrored == AlikePart(0.75, 0, 1, 1)
