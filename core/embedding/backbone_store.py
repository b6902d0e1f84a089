"""The backbones that a shop was given: ``models/backbones/<name>/`` with weights, specification and export.

They lie in the shop and not with the program's user, because whoever copies a shop's folder moves the shop:
its vectors are worth nothing without the network that made them. A folder appears whole, by a rename.
Knows nothing of torch.
"""

import json
import re
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.embedding.backbone import BackboneSpec, Part
from core.embedding.weights import StoredWeights
from core.errors import KnownError
from core.files.atomic import make_folder, remove_folder, sync_folder, write_atomically
from core.files.hostile import parse_json
from core.imaging.denoise import Denoise
from core.imaging.preprocess import Channels, Preprocessing
from core.messages import message

RUNTIME_ONLY = "onnx/"
"""Begins the architecture of a backbone that exists for the processor's runtime alone: an int8 variant."""

_FOLDER = "backbones"
_SPEC = "backbone.json"
_FORMAT = 1
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._+\-]{0,200}")
_RESERVED = re.compile(r"backbone|[0-9]{4}-[a-z]+")  # what `models use` calls other things


def backbones_folder(models: Path) -> Path:
    """Where the backbones of the shop whose ``models`` folder this is lie."""
    return models / _FOLDER


def stored_backbones(models: Path) -> list[BackboneSpec]:
    """Every backbone of the shop whose record can be read, by name."""
    found = []
    for path in sorted(backbones_folder(models).glob(f"[!.]*/{_SPEC}")):
        try:
            found.append(read_spec(path.parent))
        except KnownError:
            continue  # `use` says what is wrong with it
    return found


def write_spec(folder: Path, spec: BackboneSpec) -> None:
    """Keep the specification of a backbone whose weights lie in ``folder``.

    Raises:
        OSError: it cannot be written.
    """
    if not isinstance(spec.weights, StoredWeights):
        raise TypeError("a backbone of the program needs no record")
    document = {
        "format": _FORMAT,
        "name": spec.name,
        "architecture": spec.architecture,
        "parts": [asdict(part) for part in spec.parts],
        "preprocessing": asdict(spec.preprocessing),
        "weights": {"file": spec.weights.path.name, "sha256": spec.weights.sha256},
        "code_version": spec.code_version,
    }
    write_atomically(folder / _SPEC, json.dumps(document, ensure_ascii=False, indent=1).encode())


def read_spec(folder: Path) -> BackboneSpec:
    """What :func:`write_spec` kept in ``folder``, wherever that has been moved to.

    Raises:
        KnownError: the record is missing or damaged, or a newer version wrote it.
    """
    path = folder / _SPEC
    try:
        document = _of_our_format(parse_json(path.read_bytes()))
        weights = document["weights"]
        return BackboneSpec(
            name=_file_name(document["name"]),
            architecture=str(document["architecture"]),
            parts=tuple(Part(int(part["length"]), bool(part["signed"])) for part in document["parts"]),
            preprocessing=_preprocessing(document["preprocessing"]),
            weights=StoredWeights(folder / _file_name(weights["file"]), str(weights["sha256"])),
            code_version=int(document["code_version"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise KnownError(
            message(
                "core",
                "The model in {folder} is damaged, or a newer version of the program added it. Add it again.",
            ),
            folder=str(folder),
        ) from error


def check_name(name: str, taken: Sequence[str]) -> None:
    """Raise a :class:`KnownError` unless a backbone can be called ``name``."""
    if not _NAME.fullmatch(name) or _RESERVED.fullmatch(name):
        raise KnownError(
            message(
                "core",
                "A model cannot be called {name}. Take small letters, digits, dots and hyphens, up to sixty.",
            ),
            name=name,
        )
    if name in taken:
        raise KnownError(
            message("core", "There is a model called {name} already. Give the new one another name."),
            name=name,
        )


def begin_backbone(models: Path, name: str) -> Path:
    """An empty folder, hidden until :func:`finish_backbone`, to put a backbone's files into.

    Raises:
        OSError: it cannot be made.
    """
    folder = backbones_folder(models)
    make_folder(folder)
    for path in folder.glob(".*.tmp"):  # of a process that was killed
        shutil.rmtree(path, ignore_errors=True)
    building = folder / f".{name}.{secrets.token_hex(4)}.tmp"
    building.mkdir()
    return building


def finish_backbone(building: Path, spec: BackboneSpec) -> BackboneSpec:
    """Let the backbone appear under its name, whole; returns its specification where it now lies.

    Raises:
        OSError: it cannot be written.
    """
    write_spec(building, spec)
    place = building.parent / spec.name
    building.rename(place)
    sync_folder(building.parent)
    return read_spec(place)


def remove_backbone(models: Path, name: str) -> None:
    """Delete a backbone's files; whoever calls has made sure that it is not in use.

    Raises:
        KnownError: the shop was given none of that name, or it cannot be deleted.
    """
    folder = backbones_folder(models) / name
    if not _NAME.fullmatch(name) or not folder.is_dir():
        raise KnownError(
            message("core", "This shop was given no model called {name}. It was given: {names}."),
            name=name,
            names=", ".join(spec.name for spec in stored_backbones(models)) or "–",
        )
    try:
        remove_folder(folder)
    except OSError as error:
        raise KnownError(
            message("core", "The model {name} could not be deleted ({reason})."),
            name=name,
            reason=error.strerror or type(error).__name__,
        ) from error


def _of_our_format(document: Any) -> Any:
    if document["format"] != _FORMAT:
        raise ValueError("written by another version")
    return document


def _file_name(name: Any) -> str:
    """``name``, which files beside the record are called by; one that leads elsewhere is damage."""
    if not isinstance(name, str) or not _FILE_NAME.fullmatch(name):
        raise ValueError("no name of a file")
    return name


def _preprocessing(values: dict[str, Any]) -> Preprocessing:
    return Preprocessing(
        side=int(values["side"]),
        crop_share=float(values["crop_share"]),
        mean=_channels(values["mean"]),
        scale=_channels(values["scale"]),
        denoise=Denoise(values.get("denoise", Denoise.NONE)),
    )


def _channels(value: Any) -> Channels:
    if isinstance(value, list):
        red, green, blue = value
        return float(red), float(green), float(blue)
    return float(value)
