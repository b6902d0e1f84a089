"""A backbone from torch to ONNX, proven to answer the same; done once, at set-up. Imports torch.

Its weights are then kept in half precision, proven to answer nearly the same (half_weights.py).

torch's older exporter (TorchScript) is chosen on purpose: it takes a second where the newer one takes ten,
and on the simplified network both give the same speed. See docs/decisions/0001-cpu-runtime.md.
"""

import hashlib
import warnings
from copy import deepcopy
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.runtimes.half_weights import with_half_weights
from core.embedding.runtimes.onnx_model import Manifest, read_model, write_model

if TYPE_CHECKING:
    from torch import nn

OPSET = 17
TOLERANCE = 1e-4
"""Largest difference between torch's vectors and the runtime's; where a vector's largest number is above 1,
as a share of that: single precision has no more digits."""

HALF_TOLERANCE = 5e-3
"""The same once the weights are in half precision; of photos the vectors' cosine stays above 0.9999. What
this changes more, as it may one that a deep lesson trained, keeps single precision and twice the space."""

CHECKED_BATCHES = (1, 2, 5)
TOOLS = ("torch", "timm", "onnx", "onnxruntime")


class ExportMismatchError(Exception):
    """The exported network does not answer as torch does: a fault of an exporter or a runtime."""


def export_backbone(spec: BackboneSpec, folder: Path) -> bool:
    """Make the export of ``spec`` in ``folder`` unless it is there; safe when two processes try at once.

    Returns:
        Whether anything had to be made.

    Raises:
        KnownError: the weights are missing or damaged.
        ExportMismatchError: the export's vectors are off by more than they may be.
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / f".{spec.name}.lock"):
        if read_model(folder, spec) is not None:
            return False
        content, difference = _export(spec)
        manifest = Manifest(
            backbone=spec.name,
            fingerprint=spec.fingerprint,
            sha256=hashlib.sha256(content).hexdigest(),
            largest_difference=difference,
            made_with={"opset": str(OPSET)} | {tool: version(tool) for tool in TOOLS},
        )
        write_model(folder, spec, content, manifest)
        return True


def _export(spec: BackboneSpec) -> tuple[bytes, float]:
    from core.embedding.networks.networks import build_network, inference_form

    network = build_network(spec)
    content = _to_onnx(inference_form(deepcopy(network), spec), spec.preprocessing.side)
    difference = _largest_difference(network, content, spec)
    if not difference <= TOLERANCE:  # written so that NaN fails, too
        raise ExportMismatchError(f"{spec.name}: the export differs from torch by {difference:.2g}")
    small = with_half_weights(content)
    rounded = _largest_difference(network, small, spec)
    return (small, rounded) if rounded <= HALF_TOLERANCE else (content, difference)


def _to_onnx(network: "nn.Module", side: int) -> bytes:
    import torch

    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # says that this exporter is the older one
        warnings.filterwarnings("ignore", "Constant folding")  # the runtime folds what the exporter leaves
        path = Path(folder) / "model.onnx"
        torch.onnx.export(
            network,
            (torch.zeros(2, 3, side, side),),
            path,
            dynamo=False,
            opset_version=OPSET,
            input_names=["pictures"],
            output_names=["vectors"],
            dynamic_axes={"pictures": {0: "count"}, "vectors": {0: "count"}},
        )
        return path.read_bytes()


def _largest_difference(network: "nn.Module", content: bytes, spec: BackboneSpec) -> float:
    import torch

    from core.embedding.runtimes.onnx_runtime import OnnxBackbone

    exported = OnnxBackbone(spec, content)
    generator = np.random.default_rng(7)
    largest = 0.0
    for count in CHECKED_BATCHES:
        batch = _pictures(generator, count, spec.preprocessing.side)
        with torch.inference_mode():
            expected = network(torch.from_numpy(batch)).numpy()
        difference = np.abs(exported.embed(batch) - expected).max() / max(1.0, np.abs(expected).max())
        largest = np.maximum(largest, difference)
    return float(largest)


def _pictures(generator: np.random.Generator, count: int, side: int) -> NDArray[np.float32]:
    """Network inputs from flat colour to fine noise, over the whole range from −1 to 1."""
    coarse = generator.uniform(-1, 1, (count, 3, 8, 8))
    smooth = coarse.repeat(side // 8 + 1, axis=2).repeat(side // 8 + 1, axis=3)[:, :, :side, :side]
    noise = generator.uniform(-1, 1, (count, 3, side, side))
    share = np.linspace(0, 1, count).reshape(-1, 1, 1, 1)
    return np.ascontiguousarray(smooth * (1 - share) + noise * share, dtype=np.float32)
