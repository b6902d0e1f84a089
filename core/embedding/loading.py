"""From a backbone's name to a backbone that is ready, on whatever this computer has."""

import logging
from pathlib import Path
from typing import Literal

from core import paths
from core.embedding.backbone import Backbone, BackboneSpec
from core.embedding.backbone_store import RUNTIME_ONLY
from core.embedding.networks.efficientnet_lite import LITE0, LITE2
from core.embedding.runtimes.child_process import ChildProcessBackbone
from core.embedding.runtimes.gpu import gpu_is_worth_asking_for
from core.embedding.runtimes.in_child import in_child
from core.embedding.runtimes.onnx_model import find_model
from core.embedding.runtimes.onnx_runtime import OnnxBackbone
from core.embedding.runtimes.torch_presence import full_program, require_full_program
from core.embedding.weights import StoredWeights
from core.errors import KnownError
from core.messages import Sentence, message

_log = logging.getLogger(__name__)

Device = Literal["auto", "cpu", "gpu"]

DEFAULT_BACKBONE = LITE2.name


def available_backbones() -> tuple[BackboneSpec, ...]:
    """The backbones that come with the program."""
    return (LITE0, LITE2)


def backbone_spec(name: str) -> BackboneSpec:
    """The backbone called ``name``.

    Raises:
        KnownError: there is none of that name.
    """
    for spec in available_backbones():
        if spec.name == name:
            return spec
    raise KnownError(
        message("core", "There is no model called {name}. Choose one of: {names}."),
        name=name,
        names=", ".join(spec.name for spec in available_backbones()),
    )


def load_backbone(
    backbone: str | BackboneSpec = DEFAULT_BACKBONE, *, device: Device = "auto", threads: int | None = None
) -> Backbone:
    """Load a backbone, one of the program's by its name or any by its specification; the caller closes it.

    On a GPU torch computes, in a child process. On the processor ONNX Runtime does; torch only stands in
    where that runtime cannot be loaded.

    Args:
        device: ``"auto"`` takes a GPU when there is a usable one.
        threads: how many of the processor compute at once; by default one a physical core.

    Raises:
        KnownError: there is no such backbone, its files are missing or damaged, or ``"gpu"`` was asked for
            and there is none that can be used.
    """
    spec = backbone_spec(backbone) if isinstance(backbone, str) else backbone
    if device != "cpu":
        try:
            return _on_gpu(spec)
        except KnownError as error:
            if device == "gpu":
                raise
            _log.info("computing on the processor: %s", error)
    return _on_cpu(spec, threads)


def _on_gpu(spec: BackboneSpec) -> Backbone:
    require_full_program()
    if spec.architecture.startswith(RUNTIME_ONLY) or not gpu_is_worth_asking_for():
        raise KnownError(
            message(
                "core",
                "No graphics card can be used: that takes one by NVIDIA, its driver and a torch that fits. "
                "Choose the processor instead.",
            )
        )
    return ChildProcessBackbone(spec, "cuda")


def _on_cpu(spec: BackboneSpec, threads: int | None) -> Backbone:
    try:
        return OnnxBackbone(spec, exported_model(spec), threads=threads)
    except ImportError as error:  # not built for this platform, or a system library of its is missing
        if not full_program():
            raise KnownError(
                message(
                    "core",
                    "What reads pictures on the processor cannot be loaded: {reason}. "
                    "Install the program again; if that does not help, install the full program.",
                ),
                reason=str(error),
            ) from error
        _log.warning("ONNX Runtime cannot be loaded, torch stands in: %s", error)
    return ChildProcessBackbone(spec, "cpu")


def exported_model(spec: BackboneSpec) -> bytes:
    """The network of ``spec`` for the CPU's runtime, exported first where nobody has done so yet.

    Raises:
        KnownError: it is not there and cannot be exported.
    """
    places = _places(spec)
    model = find_model(places, spec)
    if model is None:
        if not full_program() or spec.architecture.startswith(RUNTIME_ONLY):
            raise KnownError(
                message(
                    "core",
                    "The model {name} is missing or damaged, and the light program cannot make it again. "
                    "Install the program again.",
                ),
                name=spec.name,
            )
        _export_in_child_process(spec, places[-1])
        model = find_model(places[-1:], spec)
    if model is None:
        raise _not_prepared(
            spec, places[-1], Sentence(message("core", "what was written cannot be read back"))
        )
    return model


def _places(spec: BackboneSpec) -> tuple[Path, ...]:
    """Folders where the export of ``spec`` may lie; into the last one it is written."""
    cache = paths.user_cache() / "models"
    if isinstance(spec.weights, StoredWeights):  # beside its weights; two shops may use one name for two
        return (spec.weights.path.parent, cache / spec.fingerprint)
    return (paths.resources() / "models", cache)


def _export_in_child_process(spec: BackboneSpec, folder: Path) -> None:
    """torch stays out of this process: importing it would stall the window, and it is needed only once."""
    died = _not_prepared(spec, folder, Sentence(message("core", "something ended it"))).sentence
    from core.embedding.runtimes.onnx_export import export_backbone  # once, at set-up

    try:
        in_child(export_backbone, spec, folder, died=died)
    except OSError as error:
        raise _not_prepared(spec, folder, error.strerror or str(error)) from error


def _not_prepared(spec: BackboneSpec, folder: Path, reason: str | Sentence) -> KnownError:
    return KnownError(
        message(
            "core",
            "The model {name} could not be prepared in {folder}: {reason}. "
            "Check that the disk has room and may be written to.",
        ),
        name=spec.name,
        folder=str(folder),
        reason=reason,
    )
