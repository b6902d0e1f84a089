"""What a program made of a photo fits everywhere; what a second photo of the same thing shows drifts."""

import numpy as np
import pytest
from PIL import Image, ImageOps

from core.copies.alignment import Alignment
from core.copies.alike_part import WHOLE
from core.copies.fine_fit import fit_finely
from core.copies.shape import deformation
from core.copies.variants import Variant
from tests.core.cartons import carton
from tests.core.measuring.compared.test_classic import package

ROUGHLY = np.array([[1.01, 0.004, -2.0], [-0.003, 0.99, 1.5], [2e-5, -1e-5, 1]])
"""As few points tell how pictures lie that lie exactly on one another."""


def shot(step: int) -> Image.Image:
    """A carton before a wall, seen from a place that is ``step`` pixels farther right."""
    scene = carton(1).convert("L").resize((480, 480))
    scene.paste(package(4).convert("L").resize((240, 240)), (120 - step, 130))
    return scene


def test_a_copy_fits_exactly_wherever_its_points_said_that_it_lies() -> None:
    photo = shot(0)
    for picture in (photo, photo.resize((360, 360)).resize((480, 480)), photo.point(lambda grey: grey // 2)):
        fit = fit_finely(picture, photo, Alignment(ROUGHLY, 50, Variant()), WHOLE)
        assert fit is not None and fit.drift < 0.15 and fit.fitting > 100
        assert deformation(fit.alignment, photo.size).most < 0.001


def test_what_stands_before_the_wall_drifts_in_a_second_photo() -> None:
    fit = fit_finely(shot(3), shot(0), Alignment(np.eye(3), 50, Variant()), WHOLE)
    assert fit is not None and fit.drift > 0.5


@pytest.mark.parametrize("variant", [Variant(is_mirrored=True), Variant(is_negative=True)])
def test_mirror_images_and_negatives_are_fitted_as_such(variant: Variant) -> None:
    photo = shot(0)
    picture = ImageOps.mirror(photo) if variant.is_mirrored else ImageOps.invert(photo)
    to_photo = np.array([[1.0, 0, -480 if variant.is_mirrored else 0], [0, 1, 0], [0, 0, 1]])
    fit = fit_finely(picture, photo, Alignment(to_photo, 50, variant), WHOLE)
    assert fit is not None and fit.drift < 0.1
    np.testing.assert_allclose(fit.alignment.to_photo / fit.alignment.to_photo[2, 2], to_photo, atol=0.1)


def test_plain_pictures_tell_nothing() -> None:
    plain = Image.new("L", (480, 480), 200)
    assert fit_finely(plain, plain, Alignment(np.eye(3), 50, Variant()), WHOLE) is None
