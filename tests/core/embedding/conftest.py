"""What the tests of embedding share: pictures as a network gets them, an exported model, a small network."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from core import paths
from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import backbones_folder
from core.embedding.networks.efficientnet_lite import LITE0
from core.embedding.networks.networks import prepare_imports
from core.embedding.runtimes.onnx_export import export_backbone
from core.embedding.runtimes.onnx_model import find_model
from core.imaging.preprocess import to_tensor

if TYPE_CHECKING:
    import torch

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: else its threads fight with other tests

SMALL = "mobilenetv3_small_050"
"""A network of timm's."""


@pytest.fixture(autouse=True)
def runtimes_compute(computed_anew: None) -> None:
    """What carries networks out is what these tests are about."""


@pytest.fixture(scope="session")
def pictures() -> list[Image.Image]:
    """Three drawn still lifes of different sizes: flat areas, edges, gradients, fine texture."""
    generator = np.random.default_rng(11)
    made = []
    for width, height in ((640, 480), (300, 500), (1200, 900)):
        gradient = np.linspace(40, 220, width, dtype=np.float32)[None, :, None] * np.ones((height, 1, 3))
        texture = generator.normal(0, 12, (height, width, 3))
        image = Image.fromarray(np.clip(gradient + texture, 0, 255).astype(np.uint8))
        draw = ImageDraw.Draw(image)
        for _ in range(12):
            left, top = (int(generator.integers(0, size)) for size in (width, height))
            box = (left, top, left + width // 4, top + height // 4)
            colour = tuple(int(value) for value in generator.integers(0, 256, 3))
            (draw.ellipse if generator.random() < 0.5 else draw.rectangle)(box, fill=colour)
        made.append(image)
    return made


@pytest.fixture(scope="session")
def batch_for(pictures: list[Image.Image]) -> Callable[[BackboneSpec], NDArray[np.float32]]:
    """The pictures as the input of a backbone, shape (3, 3, side, side)."""

    def make(spec: BackboneSpec) -> NDArray[np.float32]:
        return np.stack([to_tensor(picture, spec.preprocessing) for picture in pictures])

    return make


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the exported Lite0; exported here if the set-up has not done it."""
    shipped = paths.resources() / "models"
    if find_model([shipped], LITE0) is not None:
        return shipped
    folder = tmp_path_factory.mktemp("models")
    export_backbone(LITE0, folder)
    return folder


@pytest.fixture
def lite0_model(models: Path) -> bytes:
    """The exported Lite0's content."""
    model = find_model([models], LITE0)
    assert model is not None
    return model


@pytest.fixture(scope="session")
def small_weights() -> "dict[str, torch.Tensor]":
    """Weights of :data:`SMALL` that nobody trained."""
    prepare_imports()
    import timm
    import torch

    torch.manual_seed(3)
    return {name: tensor.clone() for name, tensor in timm.create_model(SMALL).state_dict().items()}


def assert_nothing_is_left(models: Path) -> None:
    """Of a network that was refused."""
    assert not models.exists() or not list(backbones_folder(models).iterdir())
