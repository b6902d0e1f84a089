"""A cut-out has the size, the ground and the filling that its format asks for."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.platforms.cutting import as_file, cut_photo
from core.platforms.formats import FORMATS, PhotoFormat, format_named
from tests.core.imaging.cutting.test_outline import carton, wood


@pytest.mark.parametrize("wanted", FORMATS, ids=lambda one: one.name)
def test_each_format_gets_its_size_and_the_product_fills_it_in_the_middle(wanted: PhotoFormat) -> None:
    picture = cut_photo(carton(Image.new("RGB", (300, 300), (248, 248, 248))), wanted).picture
    assert picture is not None and picture.size == (wanted.width, wanted.height)
    pixels: NDArray[np.uint8] = np.asarray(picture)
    shown: NDArray[np.bool_] = pixels[..., 3] > 127 if wanted.transparent else pixels.min(axis=2) < 200
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    assert (rows[-1] - rows[0]) / wanted.height == pytest.approx(wanted.fill, abs=0.02)
    assert (rows[0] + rows[-1]) / 2 == pytest.approx(wanted.height / 2, abs=0.01 * wanted.height)
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(wanted.width / 2, abs=0.01 * wanted.width)


def test_the_ground_is_pure_white_whatever_it_was() -> None:
    picture = cut_photo(carton(wood(4)), format_named("amazon")).picture
    assert picture is not None
    pixels = np.asarray(picture)
    assert (pixels[:60] == 255).all() and (pixels[:, :200] == 255).all()


def test_a_small_photo_is_told_to_be_enlarged_and_a_good_one_has_no_doubts() -> None:
    cut = cut_photo(carton(Image.new("RGB", (300, 300), (250, 250, 250))), format_named("square"))
    assert cut.doubts == ()
    (note,) = cut.notes
    assert "The photo is enlarged 7" in str(note)


def test_one_that_touches_the_edge_and_an_empty_photo_are_doubtful() -> None:
    white = Image.new("RGB", (300, 300), (250, 250, 250))
    (cut_off,) = cut_photo(carton(white, (90, 60, 210, 299)), FORMATS[0]).doubts
    assert "touches the edge" in str(cut_off)
    nothing = cut_photo(white, FORMATS[0])
    assert nothing.picture is None and "No product stands out" in str(nothing.doubts[0])


def test_transparent_is_png_and_white_is_jpeg() -> None:
    photo = carton(Image.new("RGB", (300, 300), (250, 250, 250)))
    transparent, white = (cut_photo(photo, format_named(name)).picture for name in ("transparent", "ebay"))
    assert transparent is not None and as_file(transparent).startswith(b"\x89PNG")
    assert white is not None and as_file(white).startswith(b"\xff\xd8")
