"""The last layer of a network of the program, kept beside its export; done once, at set-up. Imports torch."""

import io
from pathlib import Path

import numpy as np

from core.embedding.backbone import BackboneSpec
from core.embedding.classes import class_head_path, load_class_head
from core.files.arrays import as_archive
from core.files.atomic import write_atomically


def export_class_head(spec: BackboneSpec, folder: Path) -> bool:
    """Write the last layer of ``spec`` into ``folder`` unless it is there; half precision is enough for it.

    Returns:
        Whether anything had to be made.

    Raises:
        KnownError: the weights are missing or damaged.
        OSError: the folder cannot be written.
    """
    if load_class_head(spec, folder) is not None:
        return False
    import torch

    tensors = torch.load(io.BytesIO(spec.weights.read()), weights_only=True, map_location="cpu")
    content = as_archive(
        of=np.array(spec.weights.sha256),
        weights=tensors["_fc.weight"].numpy().astype(np.float16),
        bias=tensors["_fc.bias"].numpy().astype(np.float16),
    )
    write_atomically(class_head_path(spec, folder), content)
    return True
