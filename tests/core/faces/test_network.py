"""What is loaded is what was chosen, and nothing else."""

from pathlib import Path

import pytest

from core.errors import KnownError
from core.faces.network import FILE, load_face_network
from core.paths import resources


def test_a_missing_or_a_damaged_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        KnownError, match=r"Faces cannot be found: the file face-detector\.half\.onnx is missing"
    ):
        load_face_network(tmp_path)
    content = (resources() / "models" / FILE.name).read_bytes()
    (tmp_path / FILE.name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(KnownError, match="missing or damaged"):
        load_face_network(tmp_path)
