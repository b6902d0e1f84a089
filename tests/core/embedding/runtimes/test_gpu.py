import subprocess
import sys
from pathlib import Path

import pytest

from core.embedding.runtimes.gpu import driver_is_installed, torch_is_built_for_cuda


@pytest.mark.parametrize("library", ["libtorch_cuda.so", "torch_cuda.dll"])
def test_a_torch_with_its_cuda_library_is_built_for_cuda(tmp_path: Path, library: str) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libtorch_cpu.so").touch()
    assert not torch_is_built_for_cuda(tmp_path)
    (tmp_path / "lib" / library).touch()
    assert torch_is_built_for_cuda(tmp_path)


def test_the_installed_torch_is_judged_as_it_judges_itself() -> None:
    import torch

    assert torch_is_built_for_cuda() == (torch.version.cuda is not None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its driver elsewhere")
@pytest.mark.parametrize("device", ["dev/nvidiactl", "dev/dxg"])
def test_a_driver_is_seen_by_its_device(tmp_path: Path, device: str) -> None:
    assert not driver_is_installed(tmp_path)
    (tmp_path / "dev").mkdir()
    (tmp_path / device).touch()
    assert driver_is_installed(tmp_path)


def test_asking_does_not_import_torch() -> None:
    code = (
        "import sys; from core.embedding.runtimes.gpu import gpu_is_worth_asking_for as ask; "
        "ask(); print('torch' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
