"""Build the packaged program for the platform that this runs on, check it, and put it into archives.

    python packaging/build_package.py [--flavour full|light] [--archives] [--no-smoke]

What comes out lies in ``dist/``: the program's folder, its bill of materials, with ``--archives`` what is
handed out (on Linux a Debian package, a single file that starts by itself, and a plain archive). A program
counts as built only when it has been started and used: see smoke_test.py.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from bill_of_materials import bill_of_materials, problems, write_bill
from binary_kind import binary_kind
from bundle_choice import FLAVOURS, canonical, shipped_distributions
from bundle_parts import Part, UnknownPartError, bundle_parts
from bundle_privacy import build_paths, neutralise_binary, paths_left
from collect_licences import gpl_qt_modules, refused, write_licences

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"
UNFINISHED = WORK / "unfinished"
"""Where a program lies until it has been checked and used: in ``dist`` there are whole ones only."""

STRIPPED = (
    "libpython*.so*",
    "lib-dynload/*.so",
    "torch/lib/*.so*",
    "torch/_C*.so",
    "torch/bin/*",
    "annoy/*.so",
    "contourpy/*.so",
    "kiwisolver/*.so",
    "matplotlib/**/*.so",
    "safetensors/*.so",
    "yaml/*.so",
)
"""Libraries that come with symbols for debuggers. Those of numpy and Pillow are left as they are: their
wheels were rewritten in a way that strip spoils. Qt's are left unchanged for the sake of its licence."""


class NotFitToShipError(Exception):
    """The program was built, and something in it must not go out."""


@dataclass(frozen=True, slots=True)
class Built:
    """A built program: its folder, with the file that starts it."""

    flavour: str
    folder: Path
    version: str
    made_at: int

    @property
    def inside(self) -> Path:
        """Where PyInstaller puts all but the program itself."""
        return self.folder / "_internal"

    @property
    def licences(self) -> Path:
        """Where the licences of its parts lie."""
        return self.inside / "resources" / "licences"

    @property
    def bill(self) -> Path:
        """Its bill of materials."""
        return self.licences / "snapshelf.cdx.json"


def main() -> int:
    """Build what was asked for; 0 when it may be handed out."""
    parser = argparse.ArgumentParser(description="Build the packaged program.")
    parser.add_argument("--flavour", action="append", choices=FLAVOURS, help="which one; both by default")
    parser.add_argument("--archives", action="store_true", help="also make what is handed out")
    parser.add_argument("--no-smoke", action="store_true", help="do not start and use what was built")
    arguments = parser.parse_args()
    try:
        prepare()
        for flavour in arguments.flavour or FLAVOURS:
            built = build(flavour)
            print(f"{built.folder.name}: {folder_size(built.folder) / 1e6:.0f} MB")
            if not arguments.no_smoke:
                smoke_test = ROOT / "packaging" / "smoke_test.py"
                subprocess.run([sys.executable, smoke_test, built.folder], check=True)
            built = put_into_place(built)
            if arguments.archives and sys.platform == "linux":
                from linux_archives import make_archives

                for file in make_archives(built, DIST):
                    print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.0f} MB")
    except (NotFitToShipError, UnknownPartError) as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"This step failed (see above): {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    return 0


def prepare() -> None:
    """Make what the program carries and the repository does not: translations, networks for the CPU."""
    for script in (["update_translations.py", "--compile"], ["export_backbones.py"]):
        subprocess.run([sys.executable, ROOT / "packaging" / script[0], *script[1:]], check=True, cwd=ROOT)


def build(flavour: str) -> Built:
    """Build one flavour into a folder of its own and check it.

    Raises:
        NotFitToShipError: it must not go out as it is.
        UnknownPartError: something in it has no owner or no licence.
    """
    built = Built(flavour, UNFINISHED / f"snapshelf-{flavour}", project_version(), source_date())
    work = WORK / flavour
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(built.made_at),
        "PYTHONHASHSEED": "0",  # byte code holds sets in an order that follows it
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    # From the package's folder, as PyInstaller takes the working directory for a place of modules.
    command = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    spec = ROOT / "packaging" / "snapshelf.spec"
    places = ["--workpath", str(work), "--distpath", str(UNFINISHED), str(spec)]
    subprocess.run([*command, *places, "--", "--flavour", flavour], check=True, env=environment, cwd=ROOT)
    parts = bundle_parts(work / "snapshelf" / "sources.json")
    finish(built, parts)
    check(built, parts)
    return built


def put_into_place(built: Built) -> Built:
    """Move a finished program and its bill of materials to where it is handed out from."""
    target = DIST / built.folder.name
    DIST.mkdir(exist_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    built.folder.rename(target)
    shutil.copyfile(built.bill, DIST / f"{target.name}-{built.version}.cdx.json")
    return replace(built, folder=target)


def project_version() -> str:
    """The version, from the one place where it is written."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def source_date() -> int:
    """The time that stands in all that is built: ``SOURCE_DATE_EPOCH``, or when the source last changed."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout)


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


def check(built: Built, parts: list[Part]) -> None:
    """Refuse a program with a wrong licence, a path of this machine, or code that not every computer runs."""
    found = refused(parts)
    found += [f"{name} is under the GPL alone" for name in gpl_qt_modules(built.folder)]
    found += [
        f"a path of this machine is in {place}" for place in paths_left(built.folder, build_paths((WORK,)))
    ]
    installed = shipped_distributions(built.flavour)["snapshelf"]
    about = next(built.inside.glob("snapshelf-*.dist-info"))
    if installed != built.version or about.name != f"snapshelf-{built.version}.dist-info":
        found.append(f"{about.name} is not version {built.version}: run the set-up again")
    if built.flavour == "light" and (built.inside / "torch").exists():
        found.append("torch is in the light program")
    if shutil.which("objdump"):
        for library in (*built.inside.glob("annoy/*.so"), *built.inside.glob("annoy/*.pyd")):
            code = subprocess.run(
                ["objdump", "-d", library], check=True, capture_output=True, text=True
            ).stdout
            if "%zmm" in code or "%ymm" in code:
                found.append(
                    f"{library.name} was built for this processor alone: see ANNOY_COMPILER_ARGS in set_up.py"
                )
    if found:
        raise NotFitToShipError("\n".join(found))


def folder_size(folder: Path) -> int:
    """Bytes of all files below ``folder``; what two names share is counted once."""
    return sum({(stat.st_dev, stat.st_ino): stat.st_size for stat in _stats(folder)}.values())


def _stats(folder: Path) -> list[os.stat_result]:
    return [path.lstat() for path in folder.rglob("*") if path.is_symlink() or path.is_file()]


if __name__ == "__main__":
    sys.exit(main())
