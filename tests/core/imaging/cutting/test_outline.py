"""The product is found on whatever it stands, and where that is a guess, it says so."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from core.imaging.cutting.matte import soft_mask
from core.imaging.cutting.outline import SURE, Outline, find_outline

BOX = (90, 60, 210, 250)


def wood(seed: int) -> Image.Image:
    """A table of boards, 300 × 300 pixels."""
    rng = np.random.default_rng(seed)
    grain = rng.normal(0, 12, (300, 1, 1)) + rng.normal(0, 4, (300, 300, 1))
    return Image.fromarray((np.array([150, 105, 70]) + grain).clip(0, 255).astype(np.uint8), "RGB")


def carton(ground: Image.Image, box: tuple[int, int, int, int] = BOX) -> Image.Image:
    """A blue package with a white band on ``ground``."""
    scene = ground.copy()
    pencil = ImageDraw.Draw(scene)
    pencil.rectangle(box, fill=(35, 80, 170))
    pencil.rectangle((box[0], 120, box[2], 160), fill=(240, 240, 235))
    return scene.filter(ImageFilter.GaussianBlur(0.7))


def agreement(outline: Outline, image: Image.Image, box: tuple[int, int, int, int] = BOX) -> float:
    """Intersection over union with the box."""
    truth = np.zeros((image.height, image.width), bool)
    truth[box[1] : box[3] + 1, box[0] : box[2] + 1] = True
    found = np.asarray(Image.fromarray(outline.mask).resize(image.size))
    return float((truth & found).sum() / (truth | found).sum())


def test_on_white_the_product_is_what_is_not_ground() -> None:
    image = carton(Image.new("RGB", (300, 300), (250, 250, 250)))
    outline = find_outline(image)
    assert outline is not None and outline.sureness > 0.9 and outline.touched == 0
    assert agreement(outline, image) > 0.95
    assert outline.share == pytest.approx(120 * 190 / 300**2, abs=0.03)


def test_on_a_table_it_is_found_as_well_with_its_white_band() -> None:
    image = carton(wood(1))
    outline = find_outline(image)
    assert outline is not None and outline.sureness >= SURE and outline.touched == 0
    assert agreement(outline, image) > 0.93


def test_one_that_is_cut_off_by_the_edge_is_told() -> None:
    box = (90, 60, 210, 299)
    outline = find_outline(carton(Image.new("RGB", (300, 300), (250, 250, 250)), box))
    assert outline is not None and outline.touched == 1


def test_what_has_the_colours_of_its_ground_is_not_sure() -> None:
    rng = np.random.default_rng(3)
    shelf: NDArray[np.uint8] = rng.integers(0, 255, (12, 12, 3)).astype(np.uint8)
    outline = find_outline(Image.fromarray(shelf, "RGB").resize((300, 300), Image.Resampling.NEAREST))
    assert outline is None or outline.sureness < SURE


@pytest.mark.parametrize("size", [(10, 200), (300, 300)])
def test_where_nothing_stands_out_nothing_is_found(size: tuple[int, int]) -> None:
    assert find_outline(Image.new("RGB", size, (120, 130, 140))) is None


def test_the_matte_has_the_photo_s_size_and_follows_its_edge() -> None:
    image = carton(wood(2)).resize((900, 900), Image.Resampling.BICUBIC)
    outline = find_outline(image)
    assert outline is not None
    matte = np.asarray(soft_mask(image, outline.mask)) > 127
    truth = np.zeros((900, 900), bool)
    truth[180:753, 270:633] = True
    assert (matte & truth).sum() / (matte | truth).sum() > 0.96
