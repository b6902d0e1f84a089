"""What was blurred is nobody's face any more, and the rest of the picture is as it was."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from core.faces.blurring import blur_faces, is_unrecognisable
from core.faces.detection import Face, find_faces
from core.faces.network import FaceNetwork


def test_the_network_finds_nobody_any_more(network: FaceNetwork, astronaut: Image.Image) -> None:
    blurred = blur_faces(astronaut, find_faces(network, astronaut))
    assert find_faces(network, blurred) == ()


def test_inside_a_face_a_few_soft_blots_are_left(astronaut: Image.Image) -> None:
    blurred = np.asarray(blur_faces(astronaut, [Face(50, 60, 140, 170, 0.9)]), float)
    inside = blurred[85:145, 70:120]
    before = np.asarray(astronaut, float)[85:145, 70:120]
    steps = np.abs(np.diff(inside, axis=1)).max()
    assert steps < 0.3 * np.abs(np.diff(before, axis=1)).max()


def test_beside_the_face_nothing_changes_and_the_given_picture_stays(astronaut: Image.Image) -> None:
    before = np.asarray(astronaut).copy()
    blurred = np.asarray(blur_faces(astronaut, [Face(50, 60, 140, 170, 0.9)]))
    assert (np.asarray(astronaut) == before).all()
    changed = (blurred != before).any(axis=2)
    assert changed.any()
    changed[35:195, 30:160] = False
    assert not changed.any()


def test_a_face_at_the_edge_and_one_of_a_pixel_are_blurred_as_well(astronaut: Image.Image) -> None:
    blur_faces(astronaut, [Face(0, 0, 1, 1, 0.5), Face(200, 210, 240, 240, 0.5), Face(-9, -9, 400, 400, 0.5)])


@pytest.mark.parametrize(("side", "light"), [(60, 1.0), (60, 0.4), (240, 1.0), (600, 0.4)])
def test_a_head_that_was_blurred_is_told_from_a_small_a_dark_and_a_soft_face(
    astronaut: Image.Image, side: int, light: float
) -> None:
    image = astronaut.resize((side, side), Image.Resampling.LANCZOS).point(lambda value: value * light)
    left, top, right, bottom = (edge * side / 240 for edge in (50, 60, 140, 170))
    face = Face(left, top, right, bottom, 0.5)
    assert is_unrecognisable(blur_faces(image, [face]), face)
    assert not is_unrecognisable(image, face)
    assert not is_unrecognisable(image.filter(ImageFilter.GaussianBlur(side / 80)), face)
