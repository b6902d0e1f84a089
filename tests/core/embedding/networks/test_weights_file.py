"""Files of weights that lie, or would run code or fill the memory: refused."""

import io
import json
import os
import pickle
import zipfile
from pathlib import Path

import pytest
import torch

from core.embedding.adding import add_backbone
from core.embedding.networks.weights_file import read_metadata, read_tensors
from core.errors import KnownError
from tests.core.embedding.conftest import assert_nothing_is_left


class _Bomb:
    """Unpickling it makes a file: what a hostile file of weights does is up to its maker."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return os.mkdir, (str(self.target), 0o755)


@pytest.mark.parametrize("packed", ["zip", "bare pickle"])
def test_a_file_that_would_run_code_is_refused_and_runs_none(tmp_path: Path, packed: str) -> None:
    file, mark = tmp_path / "resnet18.pth", tmp_path / "it ran"
    if packed == "zip":
        torch.save({"conv1.weight": torch.zeros(3), "x": _Bomb(mark)}, file)
    else:
        file.write_bytes(pickle.dumps({"conv1.weight": _Bomb(mark)}, protocol=2))
    with pytest.raises(KnownError, match="asks to run code"):
        read_tensors(file.read_bytes(), file.name)
    if packed == "zip":
        with pytest.raises(KnownError, match="asks to run code"):
            add_backbone(tmp_path / "models", file)
        assert_nothing_is_left(tmp_path / "models")
    assert not mark.exists()


def test_an_archive_that_would_fill_the_memory_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.pkl", b"\0" * 30_000_000)
    with pytest.raises(KnownError, match="many times its size"):
        read_tensors(file.getvalue(), "resnet18.pth")


def safetensors_file(header: bytes, length: int | None = None) -> bytes:
    """``length`` is what the file says of its header, by default the truth."""
    return (len(header) if length is None else length).to_bytes(8, "little") + header + bytes(64)


LYING = {
    "a header longer than the file": safetensors_file(b"{}", 2**40),
    "a header of no bytes": safetensors_file(b"", 0),
    "a header nested without end": safetensors_file(b'{"a":' * 300_000),
    "a header of spaces": safetensors_file(b" " * 20_000_000),
    "tensors upon the same bytes": safetensors_file(
        json.dumps({k: {"dtype": "F32", "shape": [16], "data_offsets": [0, 64]} for k in "ab"}).encode()
    ),
    "a tensor beyond the end": safetensors_file(
        b'{"a": {"dtype": "F32", "shape": [9999], "data_offsets": [0, 39996]}}'
    ),
    "a shape that overflows": safetensors_file(
        b'{"a": {"dtype": "F32", "shape": [4294967296, 4294967296], "data_offsets": [0, 64]}}'
    ),
    "an offset below zero": safetensors_file(
        b'{"a": {"dtype": "F32", "shape": [16], "data_offsets": [-64, 0]}}'
    ),
}


@pytest.mark.parametrize("content", LYING.values(), ids=LYING)
def test_a_safetensors_file_that_lies_is_refused(content: bytes) -> None:
    assert read_metadata(content) == {}
    with pytest.raises(KnownError, match="was not added"):
        read_tensors(content, "w.safetensors")
