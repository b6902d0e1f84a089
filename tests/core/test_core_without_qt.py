"""Core is a library: every module of it imports where there is no Qt, and brings no torch with it."""

import subprocess
import sys
from pathlib import Path

CORE = Path(__file__).resolve().parents[2] / "core"

RUN_WHERE_TORCH_IS = (
    "core.embedding.describe_weights",
    "core.embedding.detailed_vector",
    "core.embedding.inference_form",
    "core.embedding.stored_network",
    "core.embedding.torch_runtime",
    "core.embedding.weights_file",
    "core.learning.deep.augmentation",
    "core.learning.deep.checkpoint",
    "core.learning.deep.learner",
    "core.learning.deep.ranks",
    "core.learning.deep.training",
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
    assert answer.stdout.splitlines() == ["[]", "False True"]
