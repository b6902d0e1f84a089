"""A network of timm or torchvision with weights from a file. Imports torch and timm or torchvision.

The vector has two parts: the network's pooled features, which alone are compared as long as the shop has
learned nothing, and the colour histogram of core/embedding/networks/detailed_vector.py, which a lesson makes
use of. EfficientNet-Lite has the parts of the built-in one instead, so that a fine-tuned one can stand in for
it.
"""

import re

import torch
from torch import nn

from core.embedding.backbone import BackboneSpec, Part
from core.embedding.networks.detailed_vector import COLOURS, DetailedVector, colour_histogram
from core.embedding.networks.weights_file import read_tensors
from core.errors import KnownError
from core.imaging.preprocess import Channels
from core.messages import message

TORCHVISION = "torchvision/"

_TIMM_NAME = re.compile(r"[A-Za-z0-9_.\-]+")
"""What has a colon, timm would fetch from the web or read from a folder; and a file may say what it likes."""


class FeaturesAndColours(nn.Module):
    """A network's pooled features (n, d) with the picture's colours (n, 324) behind them."""

    def __init__(self, network: nn.Module, *, mean: Channels, scale: Channels) -> None:
        """Wrap ``network``; ``mean`` and ``scale`` say how its input was normalised."""
        super().__init__()
        self.network = network
        self.register_buffer("mean", torch.tensor(mean, dtype=torch.float32).expand(3).reshape(1, 3, 1, 1))
        self.register_buffer("scale", torch.tensor(scale, dtype=torch.float32).expand(3).reshape(1, 3, 1, 1))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Normalised pictures (n, 3, side, side) to vectors (n, d + 324)."""
        plain = (pictures * self.get_buffer("scale") + self.get_buffer("mean")) / 255
        return torch.cat([self.network(pictures), colour_histogram(plain)], dim=1)


def build_stored_network(spec: BackboneSpec) -> nn.Module:
    """The network of ``spec``, whose weights are a file, in evaluation mode.

    Raises:
        KnownError: the file is missing, damaged, or made for another architecture.
    """
    bare = bare_network(spec.architecture)
    load_into(bare, read_tensors(spec.weights.read(), spec.name), spec.architecture, spec.name)
    recipe = spec.preprocessing
    if len(spec.parts) == 1:
        return bare.eval()
    if spec.parts[1:] == (Part(COLOURS),):
        return FeaturesAndColours(bare, mean=recipe.mean, scale=recipe.scale).eval()
    return DetailedVector(bare, mean=recipe.mean, scale=recipe.scale).eval()


def bare_network(architecture: str) -> nn.Module:
    """The architecture without its classifier: pictures to pooled features.

    Raises:
        KnownError: neither library knows it.
    """
    try:
        if architecture.startswith(TORCHVISION):
            return _torchvision_network(architecture.removeprefix(TORCHVISION))
        import timm

        name = architecture if _TIMM_NAME.fullmatch(architecture) else ""
        network: nn.Module = timm.create_model(name, pretrained=False, num_classes=0)
    except (RuntimeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnownError(
            message(
                "core",
                "There is no network called {name} that can make vectors of pictures. Give timm's name of it "
                "(such as convnext_tiny), or torchvision/resnet50.",
            ),
            name=architecture,
        ) from error
    return network


def _torchvision_network(name: str) -> nn.Module:
    import torchvision

    network: nn.Module = torchvision.models.get_model(name, weights=None)
    if not isinstance(getattr(network, "fc", None), nn.Linear):
        raise TypeError("only networks that end in one linear classifier")  # the ResNets and their kin
    network.set_submodule("fc", nn.Identity())
    return network


def load_into(network: nn.Module, tensors: dict[str, torch.Tensor], architecture: str, name: str) -> None:
    """Put parameters into ``network``; only a classifier, which it lacks, may be left over.

    Raises:
        KnownError: they were made for another architecture, or a number is not finite.
    """
    wanted = network.state_dict()
    fits = all(key in tensors and tensors[key].shape == value.shape for key, value in wanted.items())
    left_over = {key.split(".")[0] for key in tensors.keys() - wanted.keys()}
    if not wanted or not fits or not left_over <= _classifiers(network):
        raise KnownError(
            message(
                "core",
                "The weights in {file} do not fit the network {architecture}. "
                "Say which one they were made for: --architecture NAME",
            ),
            file=name,
            architecture=architecture,
        )
    chosen = {key: tensors[key] for key in wanted}
    if not all(bool(torch.isfinite(value).all()) for value in chosen.values() if value.is_floating_point()):
        raise KnownError(
            message("core", "The file {file} was not added: it holds numbers that are not finite."), file=name
        )
    network.load_state_dict(chosen)


def _classifiers(network: nn.Module) -> set[str]:
    """The first words of the names under which classifiers are kept."""
    config = getattr(network, "pretrained_cfg", None) or {}
    named = config.get("classifier", "fc")
    names = named if isinstance(named, (tuple, list)) else (named,)
    return {str(name).split(".")[0] for name in names} | {"fc", "head", "classifier", "head_dist"}
