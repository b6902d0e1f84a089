"""The recipe that turns a picture into the network's input."""

import numpy as np
from PIL import Image

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
