import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.networks.efficientnet_lite import LITE0
from core.embedding.runtimes.onnx_runtime import OnnxBackbone

BatchFor = Callable[[BackboneSpec], NDArray[np.float32]]

# Names that the versions with telemetry carry in their binaries (1.29 to 1.32 were looked at).
TELEMETRY_MARKS = (b"events.data.microsoft.com", b"OneCollector", b"Microsoft/DeveloperTools", b"vortex.data")
# What a program must import from the C library before it can reach another computer.
NETWORK_FUNCTIONS = (b"\0getaddrinfo\0", b"\0connect\0", b"\0socket\0", b"\0sendto\0", b"\0gethostbyname\0")


@pytest.fixture(scope="module")
def binaries() -> list[Path]:
    spec = find_spec("onnxruntime")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "capi"
    found = [path for path in folder.iterdir() if path.suffix in {".so", ".pyd", ".dll", ".dylib"}]
    found += list(folder.glob("*.so.*"))
    assert found, "the runtime's libraries lie elsewhere: this test must be mended, or it proves nothing"
    return found


def test_the_runtime_names_no_telemetry_host(binaries: list[Path]) -> None:
    marked = [
        (path.name, mark.decode())
        for path in binaries
        for content in (path.read_bytes(),)
        for mark in TELEMETRY_MARKS
        if mark in content or mark.decode().encode("utf-16-le") in content
    ]
    assert marked == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the import names of ELF libraries")
def test_the_runtime_cannot_reach_the_network(binaries: list[Path]) -> None:
    importing = [
        (path.name, name.strip(b"\0").decode())
        for path in binaries
        for content in (path.read_bytes(),)
        for name in NETWORK_FUNCTIONS
        if name in content
    ]
    assert importing == []


def test_a_session_leaves_nothing_behind_in_the_users_folders(tmp_path: Path, models: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "import sys, time; from pathlib import Path; import numpy as np\n"
        "from core.embedding.networks.efficientnet_lite import LITE0\n"
        "from core.embedding.runtimes.onnx_model import read_model\n"
        "from core.embedding.runtimes.onnx_runtime import OnnxBackbone\n"
        f"backbone = OnnxBackbone(LITE0, read_model(Path({str(models)!r}), LITE0))\n"
        "backbone.embed(np.zeros((2, 3, 224, 224), dtype=np.float32)); backbone.close()\n"
        "print('torch' in sys.modules)"
    )
    places = (
        "HOME",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "TMPDIR",
        "LOCALAPPDATA",
        "APPDATA",
    )
    environment = dict(os.environ) | dict.fromkeys(places, str(home))
    answer = subprocess.run(
        [sys.executable, "-B", "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert (answer.stdout.strip(), answer.stderr) == ("False", "")
    assert list(home.rglob("*")) == []


def test_a_batch_gives_what_its_pictures_give_one_by_one(lite0_model: bytes, batch_for: BatchFor) -> None:
    backbone = OnnxBackbone(LITE0, lite0_model)
    batch = batch_for(LITE0)
    together = backbone.embed(batch)
    assert together.shape == (3, 1280)
    assert together.dtype == np.float32
    one_by_one = np.concatenate([backbone.embed(batch[number : number + 1]) for number in range(3)])
    np.testing.assert_allclose(together, one_by_one, atol=1e-4, rtol=0)


def test_different_pictures_get_different_vectors(lite0_model: bytes, batch_for: BatchFor) -> None:
    vectors = OnnxBackbone(LITE0, lite0_model).embed(batch_for(LITE0))
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    assert (unit @ unit.T)[np.triu_indices(3, 1)].max() < 0.95


def test_an_empty_batch_gives_no_vectors(lite0_model: bytes) -> None:
    empty = np.empty((0, 3, 224, 224), dtype=np.float32)
    assert OnnxBackbone(LITE0, lite0_model).embed(empty).shape == (0, 1280)


def test_the_number_of_threads_does_not_change_the_vectors(lite0_model: bytes, batch_for: BatchFor) -> None:
    batch = batch_for(LITE0)
    one, two = (OnnxBackbone(LITE0, lite0_model, threads=threads).embed(batch) for threads in (1, 2))
    np.testing.assert_allclose(one, two, atol=1e-4, rtol=0)


def test_closing_twice_is_fine_and_embedding_afterwards_is_a_fault(lite0_model: bytes) -> None:
    backbone = OnnxBackbone(LITE0, lite0_model)
    backbone.close()
    backbone.close()
    with pytest.raises(RuntimeError, match="was closed"):
        backbone.embed(np.zeros((1, 3, 224, 224), dtype=np.float32))
