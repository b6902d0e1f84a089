"""In child processes, as torch keeps what was declared until the process ends."""

import shutil
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

import pytest

OPERATORS_LOAD = """
import torch
from core.embedding.networks.torchvision_operators import _torchvision_folder
loads = []
for path in _torchvision_folder().glob('_C*'):
    try:
        torch.ops.load_library(path)
        loads.append(path)
    except OSError:
        pass
print(bool(loads))
"""


def run(code: str, *, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    prefix = f"import sys; sys.path.insert(0, {str(path)!r})\n" if path is not None else ""
    return subprocess.run([sys.executable, "-c", prefix + code], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def operators_load() -> bool:
    """Whether this computer's torchvision works beside its torch without our help."""
    return run(OPERATORS_LOAD).stdout.strip() == "True"


def test_without_the_declaration_torchvision_beside_a_cpu_torch_cannot_be_imported(
    operators_load: bool,
) -> None:
    if operators_load:
        pytest.skip("this torchvision's operators load, so there is nothing to mend here")
    answer = run("import torchvision")
    assert answer.returncode != 0
    assert "operator torchvision::nms does not exist" in answer.stderr


def test_with_the_declaration_made_once_torchvision_can_be_imported_and_used(operators_load: bool) -> None:
    answer = run(
        "from core.embedding.networks.torchvision_operators import declare_missing_operators\n"
        "declared = declare_missing_operators() is not None\n"
        "assert declare_missing_operators() is declare_missing_operators()\n"
        "import torch, torchvision\n"
        "network = torchvision.models.resnet18(weights=None).eval()\n"
        "with torch.inference_mode(): shape = tuple(network(torch.zeros(1, 3, 64, 64)).shape)\n"
        "print(declared, shape)"
    )
    assert answer.stdout.strip() == f"{not operators_load} (1, 1000)", answer.stderr


def test_a_torchvision_whose_operators_load_is_not_touched(tmp_path: Path) -> None:
    """A stand-in for such a torchvision: its library is any that this computer can load."""
    package = tmp_path / "torchvision"
    package.mkdir()
    (package / "__init__.py").touch()
    spec = find_spec("numpy.random._bounded_integers")
    assert spec is not None
    assert spec.origin is not None
    shutil.copy(spec.origin, package / f"_C{EXTENSION_SUFFIXES[0]}")
    answer = run(
        "from core.embedding.networks.torchvision_operators import declare_missing_operators\n"
        "declared = declare_missing_operators()\n"
        "import torch\n"
        "print(declared, hasattr(torch.ops.torchvision, 'nms'))",
        path=tmp_path,
    )
    assert answer.stdout.strip() == "None False", answer.stderr


def test_operators_that_someone_else_declared_are_not_touched() -> None:
    answer = run(
        "import torch\n"
        "theirs = torch.library.Library('torchvision', 'DEF')\n"
        "theirs.define('nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor')\n"
        "from core.embedding.networks.torchvision_operators import declare_missing_operators\n"
        "print(declare_missing_operators())"
    )
    assert answer.stdout.strip() == "None", answer.stderr
