"""What is loaded is what was chosen, and nothing else."""

import shutil
from pathlib import Path

import pytest

from core.errors import KnownError
from core.label.networks import FILES, load_label_networks
from core.paths import resources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in FILES:
        shutil.copy(resources() / "models" / file.name, tmp_path)
    return tmp_path


def test_the_networks_that_were_chosen_are_loaded(folder: Path) -> None:
    networks = load_label_networks(folder)
    assert {"A", "é", "ö", "苹", "%", " "} <= set(networks.alphabet)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_missing_or_a_damaged_file_is_named(file: object, folder: Path) -> None:
    path = folder / file.name  # type: ignore[attr-defined]
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(KnownError, match=f"not read: the file {path.name} is missing or damaged"):
        load_label_networks(folder)
    path.unlink()
    with pytest.raises(KnownError, match=f"not read: the file {path.name} is missing or damaged"):
        load_label_networks(folder)
