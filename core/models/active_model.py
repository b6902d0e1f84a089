"""Which lesson a shop's searches use, and which backbone where there is none: ``models/active.json``.

Replaced in one step: a process that is killed at any moment leaves the old choice or the new one.
"""

import json
from pathlib import Path

from core.errors import KnownError
from core.files.atomic import make_folder, write_atomically
from core.files.hostile import parse_json
from core.messages import message

_FILE = "active.json"


def active_version(models: Path) -> str | None:
    """The version in use; None for the backbone as it comes.

    Raises:
        KnownError: the file that says so is damaged.
    """
    return _value(models, "version")


def active_backbone(models: Path) -> str | None:
    """Name of the backbone that serves where no lesson is in use; None for the default.

    Raises:
        KnownError: the file that says so is damaged.
    """
    return _value(models, "backbone")


def write_active(models: Path, version: str | None, backbone: str | None) -> None:
    """Choose a version, and the backbone that serves without one.

    Raises:
        KnownError: it cannot be written.
    """
    try:
        make_folder(models)
        write_atomically(models / _FILE, json.dumps({"version": version, "backbone": backbone}).encode())
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


def _value(models: Path, field: str) -> str | None:
    path = models / _FILE
    try:
        value = parse_json(path.read_bytes()).get(field)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, AttributeError) as error:
        raise unreadable(path) from error
    if value is not None and not isinstance(value, str):
        raise unreadable(path)
    return value
