import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.networks.efficientnet_lite import LITE0, LITE2, build_network
from core.embedding.networks.inference_form import simplify
from core.embedding.weights import PackagedWeights

BatchFor = Callable[[BackboneSpec], NDArray[np.float32]]

both = pytest.mark.parametrize("spec", [LITE0, LITE2], ids=lambda spec: spec.name)


def oracle(spec: BackboneSpec) -> Any:
    """The network as the package efficientnet-lite-pytorch builds it, which the weights were made for."""
    from efficientnet_lite_pytorch import EfficientNet

    assert isinstance(spec.weights, PackagedWeights)
    return EfficientNet.from_pretrained(spec.name, weights_path=str(spec.weights.locate())).eval()


@both
def test_the_features_are_those_of_the_package_that_the_weights_were_made_for(
    spec: BackboneSpec, batch_for: BatchFor
) -> None:
    batch = torch.from_numpy(batch_for(spec))
    with torch.inference_mode():
        expected = oracle(spec).extract_features(batch).mean((2, 3))
        features = build_network(spec)(batch)
    assert features.shape == (3, spec.dim)
    assert float(features.std()) > 0.1  # equal and all zero would prove nothing
    torch.testing.assert_close(features[:, : spec.parts[0].length], expected, atol=1e-4, rtol=0)


@both
def test_the_simplified_network_answers_the_same_with_fewer_layers(
    spec: BackboneSpec, batch_for: BatchFor
) -> None:
    batch = torch.from_numpy(batch_for(spec))
    network = build_network(spec)
    with torch.inference_mode():
        before = network(batch)
    simplify(network, spec.preprocessing.side)
    with torch.inference_mode():
        after = network(batch)
    torch.testing.assert_close(after, before, atol=1e-4, rtol=0)
    kinds = {type(module).__name__ for module in network.modules()}
    assert not kinds & {"BatchNorm2d", "BatchNormAct2d", "Conv2dSame"}


def test_a_batch_normalisation_without_a_convolution_before_it_is_a_fault() -> None:
    orphan = torch.nn.Sequential(torch.nn.BatchNorm2d(3)).eval()
    with pytest.raises(ValueError, match="no convolution comes before 0"):
        simplify(orphan, 8)


def test_naming_the_backbones_imports_neither_torch_nor_a_runtime() -> None:
    code = (
        "import sys; from core.embedding import loading; loading.available_backbones(); "
        "from core.embedding.runtimes.onnx_library import onnx_library; "
        "print({'torch', 'timm', 'torchvision', 'onnxruntime'} & set(sys.modules), "
        "onnx_library.cache_info().currsize)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set() 0"
