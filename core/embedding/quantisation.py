"""A network in eight-bit integers: a quarter of the size, and faster where the processor has instructions
for it. Imports onnx; meant for a child process.

ONNX Runtime's static quantisation: the range of each activation is measured on real pictures. Only the plain
convolutions are made small. The depthwise ones and the first hold few weights and carry wide ranges: with
them the vectors' mean cosine with the exact ones is 0.87, without them 0.99
(docs/decisions/0010-backbones.md). The pooled means and the colours stay as they are.
"""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import RUNTIME_ONLY
from core.embedding.runtimes.half_weights import with_whole_weights
from core.embedding.runtimes.onnx_model import Manifest, write_model
from core.embedding.weights import StoredWeights

INT8 = "-int8"
"""Ends the name of such a variant."""


def quantise(spec: BackboneSpec, model: bytes, pictures: NDArray[np.float32], folder: Path) -> BackboneSpec:
    """Write the variant of ``spec`` into ``folder``; its vectors mean something of their own.

    Args:
        model: the exact network's export.
        pictures: what ranges are measured on, (n, 3, side, side), prepared as ``spec`` wants them.

    Raises:
        OSError: the folder cannot be written.
    """
    import onnx
    import onnxruntime
    from onnxruntime import quantization
    from onnxruntime.quantization.shape_inference import quant_pre_process

    onnxruntime.disable_telemetry_events()  # Windows builds report to the system's tracing
    with TemporaryDirectory() as scratch:
        exact, prepared, small = (Path(scratch) / name for name in ("exact", "prepared", "small"))
        exact.write_bytes(with_whole_weights(model))
        quant_pre_process(str(exact), str(prepared), skip_symbolic_shape=True)
        quantization.quantize_static(
            str(prepared),
            str(small),
            _Pictures(pictures),
            quant_format=quantization.QuantFormat.QDQ,
            per_channel=True,
            activation_type=quantization.QuantType.QUInt8,
            weight_type=quantization.QuantType.QInt8,
            op_types_to_quantize=["Conv"],
            nodes_to_exclude=_sensitive(onnx.load(prepared)),
        )
        content = small.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    name = f"{spec.name}{INT8}"
    weights = StoredWeights(folder / f"{name}.onnx", sha256)  # its weights are its export
    variant = BackboneSpec(
        name=name,
        architecture=f"{RUNTIME_ONLY}{spec.architecture}",
        parts=spec.parts,
        preprocessing=spec.preprocessing,
        weights=weights,
    )
    manifest = Manifest(
        backbone=name,
        fingerprint=variant.fingerprint,
        sha256=sha256,
        largest_difference=_largest_difference(variant, content, spec, model, pictures),
        made_with={tool: version(tool) for tool in ("onnx", "onnxruntime")},
    )
    write_model(folder, variant, content, manifest)
    return variant


class _Pictures:
    """Pictures one at a time, as the quantiser asks for them."""

    def __init__(self, pictures: NDArray[np.float32]) -> None:
        self._rest: Iterator[NDArray[np.float32]] = iter(pictures)

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        picture = next(self._rest, None)
        return None if picture is None else {"pictures": picture[None]}


def _sensitive(model: Any) -> list[str]:
    """Names of the convolutions that stay exact: the first, and the depthwise ones."""
    convolutions = [node for node in model.graph.node if node.op_type == "Conv"]
    depthwise = [
        node.name
        for node in convolutions
        if any(attribute.name == "group" and attribute.i > 1 for attribute in node.attribute)
    ]
    return [*depthwise, *(node.name for node in convolutions[:1])]


def _largest_difference(
    variant: BackboneSpec, content: bytes, spec: BackboneSpec, model: bytes, pictures: NDArray[np.float32]
) -> float:
    from core.embedding.runtimes.onnx_runtime import OnnxBackbone

    few = pictures[:4]
    difference = OnnxBackbone(variant, content).embed(few) - OnnxBackbone(spec, model).embed(few)
    return float(np.abs(difference).max())
