"""What lies exactly on a photo is a copy of it; another photo of the same thing drifts and is none."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from core.copies.alignment import Alignment
from core.copies.alike_part import AlikePart, alike_part, part_of_photo
from core.copies.fine_fit import FineFit
from core.copies.judging import judge
from core.copies.same_pixels import SamePixels
from core.copies.shape import deformation
from core.copies.sureness import sureness
from core.copies.variants import Variant
from tests.core.cartons import carton
from tests.core.measuring.compared.test_classic import package

SIZE = (480, 360)
TURN = np.array([[np.cos(0.3), -np.sin(0.3), 40.0], [np.sin(0.3), np.cos(0.3), -7.0], [0, 0, 1]])
SLANT = np.array([[1.0, 0, 0], [0, 1, 0], [1e-4, 5e-5, 1]])
SKEW = np.array([[1.0, 0.02, 0], [0, 1, 0], [0, 0, 1]])

SEEN = SamePixels(700, 0.9, 0.9, 0.0, 1.0, 1.0, 0.0)


def lying(way: np.ndarray[tuple[int, int], np.dtype[np.float64]], *, mirrored: bool = False) -> Alignment:
    return Alignment(way, 80, Variant(is_mirrored=mirrored))


@pytest.mark.parametrize("mirrored", [False, True])
def test_what_a_program_does_to_a_photo_keeps_its_corners_square(mirrored: bool) -> None:
    stretched = TURN @ np.diag([0.5, 0.8, 1.0])
    for way in (np.eye(3), TURN, np.linalg.inv(stretched)):
        assert deformation(lying(way, mirrored=mirrored), SIZE).most < 1e-6
    for way in (SLANT, SKEW, TURN @ SLANT):
        assert deformation(lying(way, mirrored=mirrored), SIZE).most > 0.01


def fitted(way: np.ndarray[tuple[int, int], np.dtype[np.float64]], *, drift: float) -> FineFit:
    return FineFit(lying(way), 300, drift)


def test_what_lies_exactly_is_surely_a_copy_however_much_was_laid_over() -> None:
    exactly = fitted(TURN, drift=0.1)
    for alike in (1.0, 0.9, 0.75):
        assert sureness(exactly, replace(SEEN, alike=alike, very_alike=alike), SIZE) > 0.9


def test_two_photos_of_one_thing_are_no_copies_however_alike() -> None:
    second = fitted(SLANT, drift=0.7)
    assert sureness(second, replace(SEEN, alike=1.0, very_alike=0.99), SIZE) < 0.1


def test_a_photo_of_a_screen_lies_at_a_slant_and_drifts_nowhere() -> None:
    screen = fitted(SLANT, drift=0.1)
    assert sureness(screen, replace(SEEN, alike=1.0, very_alike=0.99), SIZE) > 0.8


def test_a_part_that_was_cut_out_is_judged_alone() -> None:
    photo = carton(1).convert("L")
    scene = package(9).convert("L").resize((480, 480))
    scene.paste(photo.crop((100, 120, 320, 400)), (130, 90))
    to_photo = np.array([[1.0, 0, -30], [0, 1, 30], [0, 0, 1]])
    judged = judge(scene, photo, Alignment(to_photo, 60, Variant()))
    assert judged is not None and judged.sure > 0.9
    assert 0.3 < judged.shows.photo_share < 0.45


def test_plain_pictures_say_nothing() -> None:
    plain = Image.new("L", (480, 480), 200)
    assert judge(plain, plain, lying(np.eye(3))) is None


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
