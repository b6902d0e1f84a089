"""A trained backbone becomes one that a shop can be searched by: weights, specification, checked export."""

import hashlib
import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import write_spec
from core.embedding.runtimes.onnx_export import export_backbone
from core.embedding.weights import StoredWeights
from core.files.arrays import read_array
from core.files.atomic import write_atomically
from core.models.active_model import unwritable
from core.models.lesson_record import TUNED

if TYPE_CHECKING:
    import torch

WEIGHTS = "weights.safetensors"
LEARNED_FROM = "network_learned_from.npy"


def write_network(
    folder: Path, base: BackboneSpec, parameters: "dict[str, torch.Tensor]", learned_from: NDArray[np.int64]
) -> BackboneSpec:
    """Put the network into ``folder`` with its export for the processor; its specification comes last.

    Args:
        base: what was trained; the new one has its architecture, parts and preprocessing.
        learned_from: stamps of the photos that it was trained on.

    Raises:
        ExportMismatchError: the export does not answer as torch does, to 1e-4.
        KnownError: it cannot be written.
    """
    from safetensors.torch import save

    content = save(parameters)
    weights = StoredWeights(folder / WEIGHTS, hashlib.sha256(content).hexdigest())
    spec = replace(base, name=base.name.removesuffix(TUNED) + TUNED, weights=weights)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(weights.path, content)
        stamps = io.BytesIO()
        np.save(stamps, learned_from, allow_pickle=False)
        write_atomically(folder / LEARNED_FROM, stamps.getvalue())
        export_backbone(spec, folder)
        write_spec(folder, spec)
    except OSError as error:
        raise unwritable(folder, error) from error
    return spec


def network_files(folder: Path, spec: BackboneSpec) -> list[Path]:
    """All that a lesson keeps of the network in ``folder``."""
    names = (WEIGHTS, LEARNED_FROM, f"{spec.name}.onnx", f"{spec.name}.json", "backbone.json")
    return [folder / name for name in names]


def network_learned_from(folder: Path) -> NDArray[np.int64]:
    """Stamps of the photos that the network in ``folder`` was trained on; none where it is not known."""
    try:
        stamps = read_array(folder / LEARNED_FROM)
    except (OSError, ValueError):
        return np.empty(0, np.int64)
    return np.asarray(stamps, np.int64)
