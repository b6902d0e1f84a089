"""Which network a weights file is of, and how that network wants its pictures. Imports torch and timm."""

import math
from pathlib import Path
from typing import Any

import numpy as np

from core.embedding.backbone import BackboneSpec, Part
from core.embedding.networks.detailed_vector import COLOURS
from core.embedding.networks.stored_network import TORCHVISION, bare_network, load_into
from core.embedding.networks.weights_file import read_metadata, read_tensors
from core.embedding.weights import StoredWeights
from core.errors import KnownError
from core.files.hostile import parse_json
from core.imaging.preprocess import Channels, Preprocessing
from core.messages import message

_TORCHVISION_FILES = {"0676ba61": 224 / 256, "11ad3fa6": 224 / 232}
"""Begin the hashes of torchvision's two ResNet-50: the share of the picture that each was tested on
(https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet50.html)."""

_IMAGENET_MEAN, _IMAGENET_DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_MOST_SIDE = 640


def describe(content: bytes, sha256: str, *, file: Path, name: str, architecture: str | None) -> BackboneSpec:
    """The specification of the backbone whose weights are ``content``; its weights' place is ``file``.

    The architecture is what the caller says; else what the file says of itself, or ``config.json`` beside it
    (as Hugging Face lays them out); else what the file's name begins with.

    Raises:
        KnownError: it is no weights file, or it cannot be told which network it is of.
    """
    notes = _notes(content, file)
    chosen = architecture or notes.get("architecture") or _from_file_name(file, sha256)
    if chosen is None:
        raise KnownError(
            message(
                "core",
                "The file {file} does not say which network it is of. Say it: --architecture NAME, timm's "
                "name of the network or torchvision/resnet50.",
            ),
            file=file.name,
        )
    tensors = read_tensors(content, file.name)
    network = bare_network(chosen)
    load_into(network, tensors, chosen, file.name)
    recipe = _torchvision_recipe(sha256) if chosen.startswith(TORCHVISION) else _timm_recipe(network, notes)
    length, signed = _output(network.eval(), recipe.side)
    # The name with a tag of timm's («resnet50.a1_in1k») chose the recipe; the network is the same without.
    return BackboneSpec(
        name=name,
        architecture=chosen,
        parts=(Part(length, signed=signed), Part(COLOURS)),
        preprocessing=recipe,
        weights=StoredWeights(file, sha256),
    )


def _notes(content: bytes, file: Path) -> dict[str, Any]:
    """What is written about the network: in the file, else beside it."""
    inside = read_metadata(content)
    if "architecture" in inside:
        return dict(inside)
    try:
        beside = parse_json((file.parent / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return beside if isinstance(beside, dict) and isinstance(beside.get("architecture"), str) else {}


def _from_file_name(file: Path, sha256: str) -> str | None:
    """The longest name of a network that the file's name begins with."""
    import timm

    if file.name.startswith("resnet50") and sha256[:8] in _TORCHVISION_FILES:
        return f"{TORCHVISION}resnet50"
    stem = file.name.lower()
    fitting = [model for model in timm.list_models() if stem.startswith(model)]
    return max(fitting, key=len, default=None)


def _torchvision_recipe(sha256: str) -> Preprocessing:
    crop = _TORCHVISION_FILES.get(sha256[:8], 224 / 256)
    return Preprocessing(224, crop, _scaled(_IMAGENET_MEAN), _scaled(_IMAGENET_DEVIATION))


def _timm_recipe(network: Any, notes: dict[str, Any]) -> Preprocessing:
    """timm's own configuration of the network; what the file's maker wrote goes first."""
    config = dict(network.pretrained_cfg)
    written = notes.get("pretrained_cfg")
    if isinstance(written, str):  # in a safetensors file every note is a text
        try:
            written = parse_json(written)
        except ValueError:
            written = None
    if isinstance(written, dict):
        config |= written
    try:
        side = int(config["input_size"][-1])
        crop = float(config["crop_pct"])
        mean, deviation = _three(config["mean"]), _three(config["std"])
        valid = (
            16 <= side <= _MOST_SIDE
            and 0 < crop <= 1
            and min(deviation) > 0
            and all(math.isfinite(value) for value in (*mean, *deviation))
        )
    except (KeyError, TypeError, ValueError, IndexError, OverflowError):
        valid = False
    if not valid:
        raise KnownError(
            message("core", "It is not known how the network {name} wants its pictures; it was not added."),
            name=str(config.get("architecture", "?")),
        )
    return Preprocessing(side, crop, _scaled(mean), _scaled(deviation))


def _three(values: Any) -> tuple[float, float, float]:
    red, green, blue = (float(value) for value in values)
    return red, green, blue


def _scaled(values: tuple[float, float, float]) -> Channels:
    """From 0…1, as both libraries count, to 0…255; rounded, as the numbers become part of a fingerprint."""
    red, green, blue = (round(value * 255, 4) for value in values)
    return red, green, blue


def _output(network: Any, side: int) -> tuple[int, bool]:
    """Length of the features, and whether they can be negative, seen on pictures of noise.

    Raises:
        KnownError: the network does not answer with one vector a picture.
    """
    import torch

    generator = np.random.default_rng(5)
    pictures = torch.from_numpy(generator.normal(0, 1, (4, 3, side, side)).astype(np.float32))
    with torch.inference_mode():
        features = network(pictures)
    if not isinstance(features, torch.Tensor) or features.ndim != 2:
        raise KnownError(
            message("core", "This network does not answer with one vector a picture; it was not added.")
        )
    return int(features.shape[1]), bool((features < 0).any())
