"""A lesson's seal: the SHA-256 of each of its files, written down when it was learned, and compared since.

A changed number in a projection or a calibration is a number still; only this tells that it is another one.
Lessons of versions before this have none, and are taken as far as their files make sense.
"""

import hashlib
import json
from pathlib import Path

from core.files.hostile import parse_json
from core.models.active_model import unreadable

SEAL = "seal.json"

_WEIGHTS = 16 * 2**20
"""Bytes from which on a file is a network's weights; these prove themselves when the network is loaded."""


def write_seal(folder: Path) -> None:
    """Seal all files of ``folder``, which nobody changes any more.

    Raises:
        OSError: it cannot be written.
    """
    hashes = {path.name: _sha256(path) for path in sorted(folder.iterdir()) if not _is_export(path.name)}
    (folder / SEAL).write_bytes(json.dumps(hashes, indent=1).encode())


def require_whole(folder: Path, *, sealed: bool, thorough: bool = False) -> None:
    """Compare the files of a lesson with its seal.

    Args:
        sealed: whether it must have one.
        thorough: read the weights of a network, too.

    Raises:
        KnownError: a file is missing or another one than was learned; it names the file.
    """
    if not sealed and not (folder / SEAL).exists():
        return
    for name, sha256 in _read(folder / SEAL).items():
        if _is_export(name):
            continue
        file = folder / name
        try:
            whole = (file.stat().st_size >= _WEIGHTS and not thorough) or _sha256(file) == sha256
        except OSError as error:
            raise unreadable(file) from error
        if not whole:
            raise unreadable(file)


def _is_export(name: str) -> bool:
    """Whether it is a network's form for the processor: whoever loads it checks it and makes it anew."""
    return ".onnx" in name


def _read(path: Path) -> dict[str, str]:
    try:
        hashes = parse_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise unreadable(path) from error
    if not isinstance(hashes, dict) or any(name != Path(name).name for name in hashes):
        raise unreadable(path)
    return {str(name): str(sha256) for name, sha256 in hashes.items()}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
