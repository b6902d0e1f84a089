"""Faces are found where they are, whatever the size and shape of the picture, and nothing else is."""

import pytest
from PIL import Image, ImageOps

from core.faces.detection import Face, find_faces
from core.faces.network import FaceNetwork
from tests.core.cartons import carton


def middle(face: Face) -> tuple[float, float]:
    return (face.left + face.right) / 2, (face.top + face.bottom) / 2


def test_a_face_is_found_where_it_is(network: FaceNetwork, astronaut: Image.Image) -> None:
    (face,) = find_faces(network, astronaut)
    assert middle(face) == pytest.approx((96, 117), abs=12)
    assert 60 < face.right - face.left < 120
    assert face.score > 0.7


@pytest.mark.parametrize("size", [(900, 300), (300, 900)], ids=["wide", "high"])
def test_the_box_is_in_pixels_of_the_picture(
    size: tuple[int, int], network: FaceNetwork, astronaut: Image.Image
) -> None:
    scene = Image.new("RGB", size, (120, 130, 140))
    left, top = size[0] - 250, size[1] - 250
    scene.paste(astronaut, (left, top))
    (face,) = find_faces(network, scene)
    assert middle(face) == pytest.approx((left + 96, top + 117), abs=15)


def test_two_people_are_two_faces_inside_the_picture(network: FaceNetwork, astronaut: Image.Image) -> None:
    both = Image.new("RGB", (480, 240))
    both.paste(astronaut, (0, 0))
    both.paste(ImageOps.mirror(astronaut), (240, 0))
    faces = find_faces(network, both)
    assert len(faces) == 2
    assert all(0 <= face.left < face.right <= 480 and 0 <= face.top < face.bottom <= 240 for face in faces)


def test_a_package_and_an_empty_wall_show_nobody(network: FaceNetwork) -> None:
    assert find_faces(network, carton(1)) == ()
    assert find_faces(network, Image.new("RGB", (40, 30), (200, 200, 200))) == ()
