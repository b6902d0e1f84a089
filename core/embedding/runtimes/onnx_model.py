"""An exported backbone on the disk: ``<name>.onnx`` and the manifest beside it, ``<name>.json``.

Knows nothing of torch or of the runtime, so that asking whether an export is up to date costs nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from core.embedding.backbone import BackboneSpec
from core.files.atomic import write_atomically
from core.files.hostile import parse_json

EXPORT_VERSION = 2  # raised by hand when the export changes; older exports are then made anew


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of an exported model.

    Attributes:
        backbone: the backbone's name.
        fingerprint: the backbone's fingerprint; the export answers with the same vectors.
        sha256: of the model file, in hex.
        largest_difference: between torch's vectors and the runtime's, over the pictures of the check.
        made_with: versions of what made it, by name.
        export_version: the version of the export's own code.
    """

    backbone: str
    fingerprint: str
    sha256: str
    largest_difference: float
    made_with: Mapping[str, str]
    export_version: int = EXPORT_VERSION

    def fits(self, spec: BackboneSpec) -> bool:
        """Whether the model answers as ``spec`` says, as far as the manifest knows."""
        return self.fingerprint == spec.fingerprint and self.export_version == EXPORT_VERSION


def model_path(folder: Path, spec: BackboneSpec) -> Path:
    """Where the exported model of ``spec`` lies in ``folder``."""
    return folder / f"{spec.name}.onnx"


def read_model(folder: Path, spec: BackboneSpec) -> bytes | None:
    """The exported model's content, proven whole and up to date, or ``None`` where there is no such file."""
    manifest = _read_manifest(folder / f"{spec.name}.json")
    if manifest is None or not manifest.fits(spec):
        return None
    try:
        content = model_path(folder, spec).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == manifest.sha256 else None


def find_model(folders: Iterable[Path], spec: BackboneSpec) -> bytes | None:
    """The first model in ``folders`` that is whole and up to date."""
    return next((model for folder in folders if (model := read_model(folder, spec)) is not None), None)


def write_model(folder: Path, spec: BackboneSpec, content: bytes, manifest: Manifest) -> None:
    """Store an export. A crash between the two files leaves a pair that does not fit, which no one loads."""
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(model_path(folder, spec), content)
    text = json.dumps(asdict(manifest), indent=2, sort_keys=True) + "\n"
    write_atomically(folder / f"{spec.name}.json", text.encode())


def _read_manifest(path: Path) -> Manifest | None:
    """``None`` too for a manifest that another version wrote or that is damaged: both mean «make it anew»."""
    try:
        return Manifest(**parse_json(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
