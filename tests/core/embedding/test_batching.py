from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.embedding.batching import embed_images, embed_tensors
from core.embedding.efficientnet_lite import LITE0
from core.embedding.onnx_runtime import OnnxBackbone
from core.imaging.preprocess import to_tensor


@pytest.mark.parametrize("batch_size", [1, 2, 3, 8])
def test_each_picture_gets_its_own_vector_in_order(
    lite0_model: bytes, pictures: list[Image.Image], batch_size: int
) -> None:
    backbone = OnnxBackbone(LITE0, lite0_model)
    vectors = list(embed_images(backbone, pictures, batch_size))
    expected = [backbone.embed(to_tensor(picture, LITE0.preprocessing)[None])[0] for picture in pictures]
    np.testing.assert_allclose(vectors, expected, atol=1e-4, rtol=0)


def test_no_more_than_a_batch_is_taken_ahead(lite0_model: bytes) -> None:
    taken = 0

    def endless() -> Iterator[NDArray[np.float32]]:
        nonlocal taken
        while True:
            taken += 1
            yield np.zeros((3, 224, 224), dtype=np.float32)

    vectors = embed_tensors(OnnxBackbone(LITE0, lite0_model), endless(), batch_size=2)
    next(vectors)
    assert taken == 2


def test_no_pictures_give_no_vectors(lite0_model: bytes) -> None:
    assert list(embed_images(OnnxBackbone(LITE0, lite0_model), [])) == []


def test_a_batch_of_nothing_is_a_fault(lite0_model: bytes) -> None:
    with pytest.raises(ValueError, match="at least one picture, not 0"):
        list(embed_images(OnnxBackbone(LITE0, lite0_model), [], batch_size=0))
