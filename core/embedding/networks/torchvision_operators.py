"""Lets torchvision be imported beside a CPU torch that cannot load torchvision's compiled operators.

The wheel of torchvision on the public index is linked against CUDA. Beside a CPU build of torch its
operator library does not load, and ``import torchvision`` then fails with «operator torchvision::nms does
not exist», because it registers shape rules for operators that nobody declared. Declaring the two schemas
first is enough: models, transforms and datasets work; the compiled operators themselves stay missing.
"""

from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)


@cache  # a declaration lasts as long as its library object is referenced, and may be made only once
def declare_missing_operators() -> object | None:
    """Make ``import torchvision`` work; call it before that import. Imports torch.

    Returns:
        The library that now holds the schemas, or ``None`` where there was nothing to do: torchvision is
        not installed, or its operators load.
    """
    import torch

    folder = _torchvision_folder()
    if folder is None or hasattr(torch.ops.torchvision, "nms"):
        return None
    libraries = [folder / f"_C{suffix}" for suffix in EXTENSION_SUFFIXES if (folder / f"_C{suffix}").exists()]
    for path in libraries:
        try:
            torch.ops.load_library(path)  # type: ignore[no-untyped-call]
        except OSError:  # linked against CUDA libraries that are not here
            continue
        return None
    library = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
    for schema in SCHEMAS:
        library.define(schema)  # type: ignore[no-untyped-call]
    return library


def _torchvision_folder() -> Path | None:
    spec = find_spec("torchvision")
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None
