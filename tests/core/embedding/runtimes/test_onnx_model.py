import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from core.embedding.networks.efficientnet_lite import LITE0
from core.embedding.runtimes.onnx_model import Manifest, find_model, model_path, read_model, write_model

CONTENT = b"a network"
MANIFEST = Manifest(
    backbone=LITE0.name,
    fingerprint=LITE0.fingerprint,
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    largest_difference=5e-6,
    made_with={"torch": "2.13.0"},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_model(tmp_path / "models", LITE0, CONTENT, MANIFEST)
    return tmp_path / "models"


def test_what_was_written_is_read(folder: Path) -> None:
    assert read_model(folder, LITE0) == CONTENT


def test_a_model_is_taken_from_the_first_folder_that_has_it(folder: Path, tmp_path: Path) -> None:
    assert find_model([tmp_path / "empty", folder], LITE0) == CONTENT
    assert find_model([tmp_path / "empty"], LITE0) is None


def test_a_damaged_model_is_as_good_as_none(folder: Path) -> None:
    model_path(folder, LITE0).write_bytes(CONTENT[:-1] + b"?")
    assert read_model(folder, LITE0) is None


def test_a_truncated_model_is_as_good_as_none(folder: Path) -> None:
    model_path(folder, LITE0).write_bytes(CONTENT[:4])
    assert read_model(folder, LITE0) is None


def test_a_model_without_its_manifest_is_as_good_as_none(folder: Path) -> None:
    (folder / f"{LITE0.name}.json").unlink()
    assert read_model(folder, LITE0) is None


def test_a_manifest_without_its_model_is_as_good_as_none(folder: Path) -> None:
    model_path(folder, LITE0).unlink()
    assert read_model(folder, LITE0) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"backbone": "efficientnet-lite0"}', '{"other": 1}'])
def test_a_damaged_manifest_is_as_good_as_none(folder: Path, text: str) -> None:
    (folder / f"{LITE0.name}.json").write_text(text, encoding="utf-8")
    assert read_model(folder, LITE0) is None


@pytest.mark.parametrize(
    "old",
    [replace(MANIFEST, fingerprint="0" * 16), replace(MANIFEST, export_version=0)],
    ids=["spec", "export"],
)
def test_an_export_of_another_version_is_as_good_as_none(tmp_path: Path, old: Manifest) -> None:
    write_model(tmp_path, LITE0, CONTENT, old)
    assert read_model(tmp_path, LITE0) is None
