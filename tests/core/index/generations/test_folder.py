"""The folder of an index: a generation that its manifest names keeps its files."""

from pathlib import Path

import numpy as np
import pytest

from core.errors import KnownError
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex


def test_a_generation_in_place_keeps_its_files_where_the_disk_fails_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids, vectors = np.arange(40), np.random.default_rng(1).normal(size=(40, 8)).astype(np.float32)
    batch = VectorBatch(ids, vectors)
    index = PhotoIndex.open(tmp_path, dim=8)
    index.sync(ids, lambda some: vectors[some])
    index.rebuild([batch], count=40)

    def failing(folder: Path) -> None:
        if manifest.read_bytes() != before:
            raise OSError(5, "Input/output error")

    manifest = tmp_path / "manifest.json"
    before = manifest.read_bytes()
    monkeypatch.setattr("core.files.atomic.sync_folder", failing)
    with pytest.raises(KnownError, match="could not be written"):
        index.rebuild([batch], count=40)
    index.close()
    monkeypatch.undo()
    later = PhotoIndex.open(tmp_path, dim=8)
    later.sync(ids, lambda some: vectors[some])
    assert later.generation_number == 2
    assert later.damaged_files() == []
    later.close()
