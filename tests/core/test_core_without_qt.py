"""Core is a library: every module of it imports where there is no Qt, and brings no torch with it."""

import subprocess
import sys
from pathlib import Path

CORE = Path(__file__).resolve().parents[2] / "core"

RUN_WHERE_TORCH_IS = (
    "core.embedding.describe_weights",
    "core.embedding.networks.detailed_vector",
    "core.embedding.networks.inference_form",
    "core.embedding.networks.stored_network",
    "core.embedding.runtimes.torch_runtime",
    "core.embedding.networks.weights_file",
    "core.learning.deep.training.augmentation",
    "core.learning.deep.training.checkpoint",
    "core.learning.deep.training.learner",
    "core.learning.deep.training.ranks",
    "core.learning.deep.training.training",
)
"""Modules of networks in torch's own form: only a child process or a lesson imports them."""

IMPORT_ALL = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "PySide6":
            raise ImportError("there is no Qt here")

sys.meta_path.insert(0, NoQt())
import core
names = [module.name for module in pkgutil.walk_packages(core.__path__, "core.")]
for name in names:
    if name not in sys.argv[1:]:
        importlib.import_module(name)
print(sorted({"torch", "torchvision", "timm", "onnxruntime", "PySide6"} & sys.modules.keys()))
from core.embedding.runtimes.onnx_library import onnx_library
print("a runtime is loaded" if onnx_library.cache_info().currsize else "no runtime is loaded")
for name in sys.argv[1:]:
    importlib.import_module(name)
print("PySide6" in sys.modules, "torch" in sys.modules)
"""


def test_all_of_core_imports_without_qt_and_without_torch() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *RUN_WHERE_TORCH_IS],
        capture_output=True,
        text=True,
        cwd=CORE.parent,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines() == ["[]", "no runtime is loaded", "False True"]
