"""Whether it is worth starting torch to ask for a GPU; answered without importing torch.

Importing torch takes seconds, so a computer without an NVIDIA driver, or with a CPU build of torch, must
not pay for the question. A yes may still turn out to be a no: the driver can be too old.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

_CUDA_LIBRARIES = ("libtorch_cuda.so", "torch_cuda.dll")
_DRIVER_ON_LINUX = ("dev/nvidiactl", "dev/dxg")  # dxg: Windows' driver as seen from WSL
_DRIVER_ON_WINDOWS = ("System32/nvcuda.dll",)


def gpu_is_worth_asking_for() -> bool:
    """Whether torch was built for CUDA and an NVIDIA driver is installed."""
    return torch_is_built_for_cuda() and driver_is_installed()


def torch_is_built_for_cuda(torch_folder: Path | None = None) -> bool:
    """Whether the installed torch (or the one in ``torch_folder``) brings its CUDA library along.

    The library is looked for rather than torch/version.py read, as a frozen program has no such file.
    """
    if torch_folder is None:
        spec = find_spec("torch")
        if spec is None or spec.origin is None:
            return False
        torch_folder = Path(spec.origin).parent
    return any((torch_folder / "lib" / name).exists() for name in _CUDA_LIBRARIES)


def driver_is_installed(root: Path | None = None) -> bool:
    """Whether NVIDIA's driver is there, on Linux, in WSL or on Windows.

    Args:
        root: where the system's files begin; by default the file system's root, on Windows its own folder.
    """
    if sys.platform == "win32":
        places, default = _DRIVER_ON_WINDOWS, os.environ.get("SYSTEMROOT", "C:/Windows")
    else:
        places, default = _DRIVER_ON_LINUX, "/"
    return any(((root or Path(default)) / place).exists() for place in places)
