"""Giving a shop another backbone: a weights file that somebody supplies, checked, exported and kept.

All that opens the file happens in a child process: it needs torch, which must not stall the window, and a
file that brings its reader down brings down the child only.
"""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import (
    backbones_folder,
    begin_backbone,
    check_name,
    finish_backbone,
)
from core.embedding.loading import available_backbones
from core.embedding.runtimes.in_child import in_child
from core.embedding.runtimes.onnx_export import ExportMismatchError, export_backbone
from core.embedding.runtimes.torch_presence import require_full_program
from core.embedding.weights import StoredWeights
from core.errors import KnownError
from core.files.atomic import write_atomically
from core.files.hostile import require_plain_file
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress, report

LARGEST_FILE = 4 * 1024**3
"""Bytes; the largest networks that a CPU can serve are a fraction of that."""

_STAGE = message("core", "Preparing the model")
_DIED = Sentence(
    message("core", "The model was not added: reading it was stopped, most likely for want of memory.")
)


def backbone_names(models: Path) -> list[str]:
    """Names that are taken: the program's own backbones and those that the shop was given."""
    folders = [path.name for path in backbones_folder(models).glob("[!.]*") if path.is_dir()]
    return [*(spec.name for spec in available_backbones()), *folders]


def add_backbone(
    models: Path,
    file: Path,
    *,
    architecture: str | None = None,
    name: str | None = None,
    progress: ReportProgress = ignore_progress,
) -> BackboneSpec:
    """Add the weights in ``file``, a copy of which is kept, to the shop whose ``models`` folder is given.

    Args:
        architecture: timm's name of the network, or ``torchvision/resnet50``; where the file, config.json
            beside it or its name says so, it may be left out.
        name: what to call it; by default the file's name.

    Raises:
        KnownError: the file cannot be read, is damaged, would run code, or fits no network; or the shop
            cannot be written to.
    """
    require_full_program()
    called = name if name is not None else _name_of(file)
    check_name(called, backbone_names(models))
    report(progress, _STAGE, 0, 1)
    spec = build_backbone(
        models, called, lambda building: in_child(_prepare, file, building, architecture, called, died=_DIED)
    )
    report(progress, _STAGE, 1, 1)
    return spec


def download_resnet50(
    models: Path,
    *,
    source: str | None = None,
    name: str = "resnet50",
    progress: ReportProgress = ignore_progress,
) -> BackboneSpec:
    """Let torchvision download its ResNet-50, check its hash, and add it. The one thing that uses a network;
    nothing calls it but the command that asks for it by name.

    Args:
        source: another address than torchvision's own; the file's name carries the first digits of its hash.

    Raises:
        KnownError: the computer is offline, the file is not the one that its name promises, or the shop
            cannot be written to.
    """
    from core.embedding.networks.torchvision_download import fetch_resnet50

    require_full_program()
    check_name(name, backbone_names(models))
    report(progress, _STAGE, 0, 2)

    def prepare(building: Path) -> BackboneSpec:
        file = in_child(fetch_resnet50, building, source, died=_DIED)
        report(progress, _STAGE, 1, 2)
        spec = in_child(_prepare, file, building, "torchvision/resnet50", name, died=_DIED)
        file.unlink()
        return spec

    spec = build_backbone(models, name, prepare)
    report(progress, _STAGE, 2, 2)
    return spec


def build_backbone(models: Path, name: str, prepare: Callable[[Path], BackboneSpec]) -> BackboneSpec:
    """What ``prepare`` puts into a hidden folder, made visible; nothing stays of a failure.

    Raises:
        KnownError: the shop cannot be written to.
    """
    try:
        building = begin_backbone(models, name)
        try:
            return finish_backbone(building, prepare(building))
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    except OSError as error:
        raise KnownError(
            message("core", "The model {name} could not be kept in {folder} ({reason})."),
            name=name,
            folder=str(models),
            reason=error.strerror or type(error).__name__,
        ) from error


def _name_of(file: Path) -> str:
    """The file's name without its ending, as a backbone's name; a hash at its end is left off."""
    stem = file.stem.lower()
    if stem in {"model", "pytorch_model"}:  # as Hugging Face calls every network's weights
        stem = file.absolute().parent.name.lower()
    letters = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in stem)
    words = [word for word in letters.split("-") if word]
    if len(words) > 1 and len(words[-1]) == 8 and all(letter in "0123456789abcdef" for letter in words[-1]):
        words.pop()
    return "-".join(words)[:60].strip("-") or "added"


def _prepare(file: Path, building: Path, architecture: str | None, name: str) -> BackboneSpec:
    """In the child: read, understand, copy, export."""
    from core.embedding.networks.networks import prepare_imports

    content = _read(file)
    prepare_imports()
    from core.embedding.describe_weights import describe

    sha256 = hashlib.sha256(content).hexdigest()
    described = describe(content, sha256, file=file, name=name, architecture=architecture)
    kept = building / f"weights{file.suffix.lower()}"
    write_atomically(kept, content)
    spec = replace(described, weights=StoredWeights(kept, sha256))
    try:
        export_backbone(spec, building)
    except ExportMismatchError as error:
        raise KnownError(
            message(
                "core",
                "The model {name} was not added: the processor's runtime does not answer as torch does.",
            ),
            name=name,
        ) from error
    return spec


def _read(file: Path) -> bytes:
    try:
        require_plain_file(file)
        if file.stat().st_size > LARGEST_FILE:
            raise KnownError(
                message("core", "The file {file} was not added: it is larger than {size} GB."),
                file=file.name,
                size=LARGEST_FILE // 1024**3,
            )
        return file.read_bytes()
    except OSError as error:
        raise KnownError(
            message("core", "The file {file} cannot be read ({reason})."),
            file=str(file),
            reason=error.strerror or type(error).__name__,
        ) from error
