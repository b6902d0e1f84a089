"""The network while it learns: a backbone whose early layers stand still, and a classifier on its features.

Imports torch and timm.
"""

import torch
from torch import nn
from torch.nn import functional

from core.embedding.backbone import BackboneSpec
from core.embedding.networks.networks import build_network

FROZEN_STAGES = 3
"""Of an EfficientNet's seven: edges, colours and textures are the same in every shop. The layers of other
networks stand still up to a third."""

DROPOUT = 0.2
_FIRST_WEIGHT = 0.01


class Learner(nn.Module):
    """Pictures (n, 3, s, s), normalised as the backbone wants them, to scores of the products (n, k).

    Attributes:
        backbone: without a classifier: pictures to pooled features (n, d).
        head: the classifier; the lesson throws it away, as searches compare vectors.
    """

    def __init__(self, backbone: nn.Module, features: int, products: int) -> None:
        super().__init__()
        self.backbone = backbone
        self.head = nn.Linear(features, products)
        nn.init.normal_(self.head.weight, std=_FIRST_WEIGHT)
        nn.init.zeros_(self.head.bias)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Scores, (n, k)."""
        features = functional.dropout(self.backbone(pictures), DROPOUT, self.training)
        scores: torch.Tensor = self.head(features)
        return scores

    def train(self, mode: bool = True) -> "Learner":
        """As torch's, but batch normalisation keeps the statistics of ImageNet.

        Batches of a few products each would make them tremble.
        """
        super().train(mode)
        for module in self.backbone.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eval()
        return self


def build_learner(spec: BackboneSpec, products: int) -> Learner:
    """The backbone of ``spec`` with its early layers frozen, and a new classifier for ``products``.

    Raises:
        KnownError: the backbone's weights are missing or damaged.
    """
    network = build_network(spec)
    bare = getattr(network, "network", network)  # without the parts that are computed beside it
    for layer in _early_layers(bare):
        layer.requires_grad_(False)
    return Learner(bare, spec.parts[0].length, products)


def _early_layers(network: nn.Module) -> list[nn.Module]:
    blocks = getattr(network, "blocks", None)
    if isinstance(blocks, nn.Sequential) and hasattr(network, "conv_stem"):
        stem = [network.get_submodule("conv_stem"), network.get_submodule("bn1")]
        return [*stem, *list(blocks.children())[:FROZEN_STAGES]]
    layers = [
        module for module in network.modules() if next(module.parameters(recurse=False), None) is not None
    ]
    return layers[: len(layers) // 3]


class Average:
    """The running mean of a learner's parameters: steadier than any one of them, and better.

    Exponential moving average (B. Polyak and A. Juditsky, 1992); early on it follows quickly.
    """

    def __init__(self, learner: Learner, most: float = 0.998) -> None:
        self.most = most
        self.values = {name: value.detach().clone() for name, value in learner.named_parameters()}

    def follow(self, learner: Learner, step: int) -> None:
        """Take in the parameters after ``step`` steps."""
        share = 1 - min(self.most, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in learner.named_parameters():
                if value.requires_grad:
                    self.values[name].lerp_(value, share)
