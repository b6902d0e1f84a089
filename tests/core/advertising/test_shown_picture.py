"""A product's picture stands on any ground without a white frame, cut out or not."""

import io

import pytest
from PIL import Image, ImageDraw

from core.advertising.shown_picture import ShownPicture
from core.paper.page import ink

GROUND = ink("#d0e0c0")
COLOUR = (0xD0, 0xE0, 0xC0)


def on_ground(image: Image.Image) -> Image.Image:
    jpeg, pixels = ShownPicture(image).on_ground(GROUND)
    found = Image.open(io.BytesIO(jpeg))
    assert found.size == pixels
    return found


def corner(image: Image.Image) -> tuple[int, ...]:
    found = image.getpixel((1, 1))
    assert isinstance(found, tuple)
    return found


def test_what_was_cut_out_stands_on_the_ground_with_a_shadow_below() -> None:
    cut = Image.new("RGBA", (80, 100), (0, 0, 0, 0))
    ImageDraw.Draw(cut).ellipse((0, 0, 79, 99), fill=(200, 30, 30, 255))
    found = on_ground(cut)
    assert corner(found) == pytest.approx(COLOUR, abs=3)
    assert found.height > 100
    assert found.convert("L").getpixel((40, 102)) < found.convert("L").getpixel((1, 1)) - 15  # type: ignore[operator]


def test_a_photo_on_white_takes_the_ground_and_one_of_a_shelf_stays_as_it_is() -> None:
    photo = Image.new("RGB", (80, 100), (252, 253, 252))
    ImageDraw.Draw(photo).rectangle((20, 20, 60, 80), fill=(200, 30, 30))
    assert corner(on_ground(photo)) == pytest.approx(COLOUR, abs=4)
    shelf = Image.new("RGB", (80, 100), (120, 110, 100))
    assert corner(on_ground(shelf)) == pytest.approx((120, 110, 100), abs=3)


def test_without_a_picture_there_is_nothing_to_stand_anywhere() -> None:
    with pytest.raises(ValueError, match="no picture"):
        ShownPicture(None).on_ground(GROUND)
