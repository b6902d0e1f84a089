"""From the folder that PyInstaller made to the one that is handed out.

Symbols for debuggers and paths of this machine go, licences and the bill of materials come, times and
permissions become the same whoever builds it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bill_of_materials import bill_of_materials, problems, write_bill
from binary_kind import binary_kind
from built_program import Built, NotFitToShipError
from bundle_choice import canonical
from bundle_parts import Part
from bundle_privacy import neutralise_binary
from collect_licences import write_licences

STRIPPED = (
    "libpython*.so*",
    "lib-dynload/*.so",
    "torch/lib/*.so*",
    "torch/_C*.so",
    "torch/bin/*",
    "annoy/*.so",
    "av/*.so",
    "av/*/*.so",
    "contourpy/*.so",
    "cryptography/**/*.so",
    "kiwisolver/*.so",
    "matplotlib/**/*.so",
    "safetensors/*.so",
    "yaml/*.so",
)
"""Libraries that come with symbols for debuggers. Those of numpy and Pillow are left as they are: their
wheels were rewritten in a way that strip spoils. Qt's are left unchanged for the sake of its licence."""


def finish(built: Built, parts: list[Part]) -> None:
    """Bring the folder that PyInstaller made into the form that is handed out."""
    shipped = {canonical(part.name) for part in parts if part.kind == "pypi" and _holds_code(part)}
    for about in built.inside.glob("*.dist-info"):
        if canonical(about.name.split("-")[0]) not in shipped:
            shutil.rmtree(about)
    if sys.platform == "linux":
        strip_symbols(built.inside)
    neutralise_libraries(built.inside)
    write_licences(parts, built.licences)
    bill = bill_of_materials(parts, flavour=built.flavour, version=built.version, made_at=built.made_at)
    wrong = problems(bill)
    if wrong:
        raise NotFitToShipError(f"the bill of materials is not valid: {wrong}")
    write_bill(bill, built.bill)
    settle_times_and_modes(built.folder, built.made_at)


def neutralise_libraries(folder: Path) -> None:
    """Take the place of Python out of every library, whatever its name: on macOS Python's own has no suffix.

    On Windows no library holds it. macOS runs no code whose signature does not fit, so it is signed again.
    """
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_file() or binary_kind(file) not in {"ELF", "Mach-O"}:
            continue
        content = file.read_bytes()
        neutral = neutralise_binary(content)
        if neutral != content:
            file.write_bytes(neutral)
            if sys.platform == "darwin":
                subprocess.run(["codesign", "--force", "--sign", "-", file], check=True)


def _holds_code(part: Part) -> bool:
    """Whether more of a package than its metadata is in the program."""
    return part.files > 1 or canonical(part.name) in {"pyside6", "snapshelf", "zxing-cpp", "tabulate", "timm"}


def strip_symbols(inside: Path) -> None:
    """Take the symbols for debuggers out of the libraries that bring them."""
    for pattern in STRIPPED:
        for file in sorted(inside.rglob(pattern)):
            if file.is_file() and not file.is_symlink() and file.read_bytes()[:4] == b"\x7fELF":
                subprocess.run(["strip", "--strip-unneeded", file], check=True)


def settle_times_and_modes(folder: Path, made_at: int) -> None:
    """The same times and permissions whoever builds it, and whenever."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            os.utime(path, (made_at, made_at), follow_symlinks=False)
            continue
        is_code = ".so" in path.name or path.suffix in {".dylib", ".dll", ".pyd"}
        is_run = path.is_dir() or path.parent == folder or is_code or path.parent.name == "bin"
        path.chmod(0o755 if is_run else 0o644)
        os.utime(path, (made_at, made_at))
    folder.chmod(0o755)
    os.utime(folder, (made_at, made_at))
