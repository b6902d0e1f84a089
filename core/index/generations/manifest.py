"""The manifest: which generation a folder holds, and proof that its files are whole.

Annoy maps a file without looking at it, and a wrong one crashes the process at the first search. So each
file's size and SHA-256 are kept, and no file is opened before both fit. Hashing everything at each start
would cost a large shop seconds; a file that still has the size and the time of change that it had when it
was last hashed here is taken as it is. Those times are kept beside the manifest, in a file of their own,
because they do not survive copying the shop: then everything is hashed once.
"""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from core.files.atomic import write_atomically
from core.files.hostile import parse_json

FORMAT = 1
MANIFEST = "manifest.json"
VERIFIED = "verified.json"


@dataclass(frozen=True, slots=True)
class FileProof:
    """The size in bytes and the SHA-256, in hexadecimal, of one file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """One generation.

    Attributes:
        name: starts the name of each of its files.
        number: counts generations.
        count: photos in it.
        dim: dimensions of the vectors.
        measure: which measure's space the vectors are in.
        row_type: NumPy's name of the stored number type.
        leading_dims: leading components that candidates are found by; 0 if whole vectors are compared.
        trees: trees in Annoy's file over those components or vectors; 0 if they are scanned instead.
        files: by name; all in the manifest's folder.
    """

    name: str
    number: int
    count: int
    dim: int
    measure: str
    row_type: str
    leading_dims: int
    trees: int
    files: Mapping[str, FileProof]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make ``manifest`` the folder's generation, in one step; its files must be on the disk by now.

    Raises:
        OSError: the disk is full, the folder is read-only, …; the generation before stays.
    """
    remember_verified(folder, manifest)
    content = {"format": FORMAT, **asdict(manifest)}
    write_atomically(folder / MANIFEST, json.dumps(content, indent=1).encode())


def read_manifest(folder: Path) -> Manifest | None:
    """The folder's manifest, or None if there is none that this program can use."""
    try:
        content = parse_json((folder / MANIFEST).read_bytes())
        if content.pop("format") != FORMAT:
            return None
        files = {name: FileProof(**proof) for name, proof in content.pop("files").items()}
        manifest = Manifest(**content, files=files)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return manifest if _is_sound(manifest) else None


def damaged_files(folder: Path, manifest: Manifest, *, thorough: bool = False) -> list[str]:
    """Names of the generation's files that are missing or not what they were when they were written.

    Args:
        thorough: hash every file, also those that look untouched since they were last hashed.
    """
    known = {} if thorough else _read_verified(folder)
    damaged = [
        name for name, proof in manifest.files.items() if not _is_whole(folder / name, proof, known.get(name))
    ]
    if not damaged and any(known.get(name) != _stamp(folder / name) for name in manifest.files):
        with contextlib.suppress(OSError):  # a read-only shop is hashed again next time
            remember_verified(folder, manifest)
    return damaged


def remember_verified(folder: Path, manifest: Manifest) -> None:
    """Note the files' times of change, as of now, as those of whole files."""
    stamps = {name: _stamp(folder / name) for name in manifest.files}
    write_atomically(folder / VERIFIED, json.dumps(stamps).encode())


def prove_file(path: Path) -> FileProof:
    """The proof of a file as it is now."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return FileProof(file.tell(), digest.hexdigest())


def _is_whole(path: Path, proof: FileProof, known: list[int] | None) -> bool:
    try:
        if path.stat().st_size != proof.size:
            return False
        return (known is not None and known == _stamp(path)) or prove_file(path) == proof
    except OSError:
        return False


def _stamp(path: Path) -> list[int]:
    """Size and time of change in nanoseconds."""
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def _read_verified(folder: Path) -> dict[str, Any]:
    try:
        content = parse_json((folder / VERIFIED).read_bytes())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _is_sound(manifest: Manifest) -> bool:
    """Whether the values are of the right types, fit each other, and the names stay in the folder."""
    numbers = (manifest.number, manifest.count, manifest.dim, manifest.leading_dims, manifest.trees)
    names = (manifest.name, *manifest.files)
    return (
        all(type(number) is int and number >= 0 for number in numbers)
        and all(type(name) is str and name == Path(name).name for name in names)
        and all(type(p.size) is int and type(p.sha256) is str for p in manifest.files.values())
        and manifest.row_type in {"float16", "float32"}
        # Annoy has to be told the dimensions of what its file holds, and crashes if they are wrong.
        and (manifest.leading_dims > 0) == (f"{manifest.name}.lead" in manifest.files)
        and (manifest.trees > 0) == (f"{manifest.name}.ann" in manifest.files)
    )
