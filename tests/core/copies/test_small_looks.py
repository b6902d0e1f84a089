"""Which pairs of small looks may be copies: however they were cut, framed, turned or mirrored; not others."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from core.copies.small_looks import FINE, SMALL, Likely, Looks, likely_copies, look, still_likely
from tests.core.cartons import carton


def looks(pictures: list[Image.Image], side: int) -> Looks:
    return np.stack([look(picture, side) for picture in pictures])


def asked(ones: list[Image.Image], others: list[Image.Image]) -> Likely:
    found = likely_copies(looks(ones, SMALL), looks(others, SMALL))
    if not len(found.rows):
        return found
    fine_ones, fine_others = (
        looks([side[row] for row in found.rows.tolist()], FINE) for side in (ones, others)
    )
    return still_likely(fine_ones, fine_others, found)


@pytest.fixture(scope="module")
def scene() -> Image.Image:
    """A carton on an uneven ground."""
    ground = Image.fromarray(np.random.default_rng(0).integers(40, 200, (9, 9), np.uint8))
    scene = ground.resize((420, 420), Image.Resampling.BICUBIC).convert("RGB")
    scene.paste(carton(1).crop((110, 40, 310, 400)), (60, 30))
    return scene


EDITS: dict[str, tuple[Callable[[Image.Image], Image.Image], bool]] = {
    "smaller": (lambda image: image.resize((150, 150), Image.Resampling.LANCZOS), False),
    "cut": (lambda image: image.crop((0, 20, 370, 400)), False),
    "framed": (lambda image: ImageOps.expand(image, 40, "white"), False),
    "darker": (lambda image: image.point(lambda value: value * 2 // 3), False),
    "a quarter turn": (lambda image: image.transpose(Image.Transpose.ROTATE_90), False),
    "mirrored": (ImageOps.mirror, True),
    "mirrored and cut": (lambda image: ImageOps.mirror(image).crop((30, 10, 410, 390)), True),
    "a little turned": (lambda image: image.rotate(4, Image.Resampling.BICUBIC), False),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_copy_may_be_one_from_both_sides(scene: Image.Image, name: str) -> None:
    edit, is_mirrored = EDITS[name]
    found = asked([scene, edit(scene)], [edit(scene), scene])
    assert found.rows.tolist() == [0, 1] and found.mirrored.tolist() == [is_mirrored] * 2


def test_a_sticker_hides_no_copy(scene: Image.Image) -> None:
    with_sticker = scene.copy()
    ImageDraw.Draw(with_sticker).ellipse((10, 10, 120, 120), "red")
    assert asked([scene], [with_sticker]).rows.tolist() == [0]


def test_another_package_on_the_same_ground_and_the_same_one_on_another_are_no_copies(
    scene: Image.Image,
) -> None:
    other, elsewhere = scene.copy(), scene.transpose(Image.Transpose.ROTATE_180)
    other.paste(carton(2).crop((110, 40, 310, 400)), (60, 30))
    elsewhere.paste(carton(1).crop((110, 40, 310, 400)), (150, 50))
    assert not len(asked([scene, scene], [other, elsewhere]).rows)


def test_a_plain_picture_is_like_none(scene: Image.Image) -> None:
    plain = Image.new("RGB", (300, 300), "grey")
    assert not len(asked([scene, plain], [plain, scene]).rows)
    assert not len(likely_copies(np.empty((0, 32, 32), np.uint8), np.empty((0, 32, 32), np.uint8)).rows)
