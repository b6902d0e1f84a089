"""The recipe that turns a picture into the network's input."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from core.imaging.denoise import Denoise
from core.imaging.preprocess import Preprocessing, to_tensor

RECIPE = Preprocessing(side=224, crop_share=0.875, mean=127.0, scale=128.0)


def test_the_result_has_channels_first_and_the_asked_size() -> None:
    tensor = to_tensor(Image.new("RGB", (640, 480)), RECIPE)
    assert tensor.shape == (3, 224, 224)
    assert tensor.dtype == np.float32
    assert tensor.flags.c_contiguous


def test_values_are_normalised_as_the_network_was_trained() -> None:
    tensor = to_tensor(Image.new("RGB", (300, 300), (0, 127, 255)), RECIPE)
    assert np.allclose(tensor[0], -127 / 128)
    assert np.allclose(tensor[1], 0)
    assert np.allclose(tensor[2], 1)


def test_only_the_centred_square_is_seen() -> None:
    image = Image.new("RGB", (800, 400), (255, 0, 0))
    image.paste((0, 255, 0), (225, 25, 575, 375))
    tensor = to_tensor(image, RECIPE)
    assert np.allclose(tensor[0, 5:-5, 5:-5], -127 / 128)
    assert np.allclose(tensor[1, 5:-5, 5:-5], 1)


def test_resizing_is_antialiased() -> None:
    stripes = np.zeros((1200, 1200, 3), dtype=np.uint8)
    stripes[:, ::2] = 255
    tensor = to_tensor(Image.fromarray(stripes), RECIPE)
    assert np.abs(tensor).max() < 0.1


def test_each_channel_may_have_its_own_mean_and_scale() -> None:
    recipe = replace(RECIPE, mean=(123.675, 116.28, 103.53), scale=(58.395, 57.12, 57.375))
    tensor = to_tensor(Image.new("RGB", (300, 300), (255, 0, 103)), recipe)
    assert tensor[0].mean() == pytest.approx((255 - 123.675) / 58.395, abs=1e-4)
    assert tensor[1].mean() == pytest.approx(-116.28 / 57.12, abs=1e-4)
    assert tensor[2].mean() == pytest.approx((103 - 103.53) / 57.375, abs=1e-4)


@pytest.mark.parametrize("filter_", [Denoise.MEDIAN, Denoise.GAUSSIAN])
def test_a_filter_takes_noise_away_and_leaves_the_picture(filter_: Denoise) -> None:
    generator = np.random.default_rng(3)
    clean = np.full((224, 224, 3), 60, np.uint8)
    clean[:, 112:] = 190
    wild = generator.random((224, 224)) < 0.03
    noisy = np.where(wild[:, :, None], generator.integers(0, 256, (224, 224, 1)), clean).astype(np.uint8)
    recipe = replace(RECIPE, crop_share=1.0)
    target = to_tensor(Image.fromarray(clean), recipe)
    before = np.abs(to_tensor(Image.fromarray(noisy), recipe) - target)
    after = np.abs(to_tensor(Image.fromarray(noisy), replace(recipe, denoise=filter_)) - target)
    assert np.square(after).mean() < np.square(before).mean() / 2


def test_a_median_removes_wild_pixels_and_keeps_edges() -> None:
    picture = np.zeros((224, 224, 3), np.uint8)
    picture[:, 112:] = 255
    clean = picture.copy()
    picture[50, 50] = 255
    recipe = replace(RECIPE, crop_share=1.0, denoise=Denoise.MEDIAN)
    plain = replace(recipe, denoise=Denoise.NONE)
    assert np.array_equal(
        to_tensor(Image.fromarray(picture), recipe), to_tensor(Image.fromarray(clean), plain)
    )


def test_no_filter_is_the_default() -> None:
    assert RECIPE.denoise is Denoise.NONE
