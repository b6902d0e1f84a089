"""From a specification to its network in torch, whoever made the weights. Imports torch and timm."""

import os
from typing import TYPE_CHECKING

from core.embedding.backbone import BackboneSpec
from core.embedding.weights import PackagedWeights

if TYPE_CHECKING:
    from torch import nn

_FOLDED = "tf_efficientnet_lite"
"""Architectures whose every normalisation follows its convolution: only these are rewritten by us."""


def build_network(spec: BackboneSpec) -> "nn.Module":
    """The network in evaluation mode on the CPU: (n, 3, side, side) to (n, dim).

    Raises:
        KnownError: the weights are missing or damaged.
    """
    prepare_imports()
    if isinstance(spec.weights, PackagedWeights):
        from core.embedding.networks.efficientnet_lite import build_network as build_packaged

        return build_packaged(spec)
    from core.embedding.networks.stored_network import build_stored_network

    return build_stored_network(spec)


def inference_form(network: "nn.Module", spec: BackboneSpec) -> "nn.Module":
    """The same network with less work to do; changed in place and returned."""
    from core.embedding.networks.inference_form import fix_padding, simplify

    if spec.architecture.startswith(_FOLDED):
        return simplify(network, spec.preprocessing.side)
    fix_padding(network, spec.preprocessing.side)
    return network


def prepare_imports() -> None:
    """What must be so before timm or torchvision is imported: no downloader, no missing operator."""
    from core.embedding.networks.torchvision_operators import declare_missing_operators

    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # timm brings a downloader along; it must stay unused
    declare_missing_operators()
