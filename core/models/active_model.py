"""Which lesson a shop's searches use, and which backbone where there is none: ``models/active.json``.

Replaced in one step: a process that is killed at any moment leaves the old choice or the new one. The file
proves itself, because another version in it would be believed as well.
"""

import hashlib
import json
from pathlib import Path

from core.errors import KnownError
from core.files.atomic import make_folder, write_atomically
from core.files.hostile import parse_json
from core.messages import message

_FILE = "active.json"
_FIELDS = {"version", "backbone", "proof"}


def active_version(models: Path) -> str | None:
    """The version in use; None for the backbone as it comes.

    Raises:
        KnownError: the file that says so is damaged.
    """
    return _chosen(models)[0]


def active_backbone(models: Path) -> str | None:
    """Name of the backbone that serves where no lesson is in use; None for the default.

    Raises:
        KnownError: the file that says so is damaged.
    """
    return _chosen(models)[1]


def is_proven(models: Path) -> bool:
    """Whether there is a choice that proves itself; one that a version before this wrote does not."""
    return "proof" in (_document(models) or {})


def write_active(models: Path, version: str | None, backbone: str | None) -> None:
    """Choose a version, and the backbone that serves without one.

    Raises:
        KnownError: it cannot be written.
    """
    try:
        make_folder(models)
        document = {"version": version, "backbone": backbone, "proof": _proof(version, backbone)}
        write_atomically(models / _FILE, json.dumps(document).encode())
    except OSError as error:
        raise unwritable(models, error) from error


def unreadable(path: Path) -> KnownError:
    """A file of a lesson is not as it was written."""
    return KnownError(
        message("core", "The file {file} of a lesson is missing or damaged. Use another lesson."), file=path
    )


def unwritable(folder: Path, error: OSError) -> KnownError:
    """The disk is full, or may not be written to."""
    return KnownError(
        message("core", "The lesson could not be written to {folder} ({reason})."),
        folder=folder,
        reason=error.strerror or type(error).__name__,
    )


def _chosen(models: Path) -> tuple[str | None, str | None]:
    document = _document(models)
    if document is None:
        return None, None
    version, backbone = document["version"], document.get("backbone")
    if document.get("proof", _proof(version, backbone)) != _proof(version, backbone):
        raise unreadable(models / _FILE)
    return version, backbone


def _document(models: Path) -> dict[str, str | None] | None:
    """What the file holds, of the right types; None if there is none."""
    path = models / _FILE
    try:
        document = parse_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise unreadable(path) from error
    whole = isinstance(document, dict) and "version" in document and document.keys() <= _FIELDS
    if not whole or not all(value is None or isinstance(value, str) for value in document.values()):
        raise unreadable(path)
    return {str(name): value for name, value in document.items()}


def _proof(version: str | None, backbone: str | None) -> str:
    return hashlib.sha256(json.dumps([version, backbone]).encode()).hexdigest()
