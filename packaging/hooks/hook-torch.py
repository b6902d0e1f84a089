"""What of torch goes into the program: in place of the general hook, which takes every file of it.

Its modules come by what the program imports. A few are wanted as source, too: torch reads the source of its
own settings when it is imported, and of overloaded functions.
"""

import re
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from PyInstaller import compat
from PyInstaller.utils.hooks import (
    PY_DYLIB_PATTERNS,
    collect_data_files,
    collect_dynamic_libs,
    collect_submodules,
    get_package_paths,
)

_ROOT, _FOLDER = get_package_paths("torch")
_READS_ITS_SOURCE = re.compile(
    r"^\s*(_?install_config_module\(|@_overload\b|@torch\._jit_internal\._overload)"
    r"|^from torch\._jit_internal import .*\b_overload as ",
    re.MULTILINE,
)


def _modules_read_as_source() -> dict[str, str]:
    found = {}
    for file in sorted(Path(_FOLDER).rglob("*.py")):
        text = file.read_text(encoding="utf-8", errors="replace")
        if _READS_ITS_SOURCE.search(text):
            name = ".".join(file.relative_to(_ROOT).with_suffix("").parts).removesuffix(".__init__")
            found[name] = "pyz+py"
    found.pop("torch", None)  # would hold for all below it
    return found


module_collection_mode = {"torch": "pyz", **_modules_read_as_source()}
warn_on_missing_hiddenimports = False
datas = collect_data_files("torch", includes=["bin/torch_shm_manager"])
binaries = collect_dynamic_libs("torch", search_patterns=[*PY_DYLIB_PATTERNS, "*.so.*"])
# torch imports these by name, when an attribute is asked for or when its compiler is imported.
hiddenimports = ["torch._dynamo", "torch._inductor", "torch._export", "torch.onnx"]
hiddenimports += collect_submodules("torch._dynamo.polyfills")
excludedimports = [
    "torch._inductor.codegen",
    "torch._inductor.compile_fx",
    "torch._inductor.fx_passes",
    "torch._inductor.graph",
    "torch._inductor.ir",
    "torch._inductor.kernel",
    "torch._inductor.lowering",
    "torch._inductor.scheduler",
    "torch.utils.benchmark",
    "torch.utils.tensorboard",
]
if compat.is_linux:
    bindepend_symlink_suppression = ["**/torch/lib/*.so*"]  # torch looks for its libraries beside themselves
    from _pyinstaller_hooks_contrib.utils import nvidia_cuda

    # A torch for NVIDIA's cards takes their libraries from packages of their own.
    needed = [Requirement(line) for line in requires("torch") or []]
    hiddenimports += nvidia_cuda.infer_hiddenimports_from_requirements(
        [
            requirement.name
            for requirement in needed
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        ]
    )
