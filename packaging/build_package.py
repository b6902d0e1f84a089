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
from dataclasses import replace
from pathlib import Path

from built_program import Built, NotFitToShipError
from bundle_choice import FLAVOURS
from bundle_parts import UnknownPartError, bundle_parts
from check_program import check
from finish_program import finish

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"
UNFINISHED = WORK / "unfinished"
"""Where a program lies until it has been checked and used: in ``dist`` there are whole ones only."""


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
    """Make what the program carries and the repository does not: translations, networks, the demo shop."""
    for script in (
        ["update_translations.py", "--compile"],
        ["export_backbones.py"],
        ["take_networks.py"],
        ["draw_demo.py"],
    ):
        subprocess.run([sys.executable, ROOT / "tools" / script[0], *script[1:]], check=True, cwd=ROOT)


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
    check(built, parts, WORK)
    return built


def put_into_place(built: Built) -> Built:
    """Move a finished program and its bill of materials to where it is handed out from."""
    target = DIST / built.folder.name
    DIST.mkdir(exist_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    built.folder.rename(target)
    placed = replace(built, folder=target)
    shutil.copyfile(placed.bill, DIST / f"{target.name}-{built.version}.cdx.json")
    return placed


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


def folder_size(folder: Path) -> int:
    """Bytes of all files below ``folder``; what two names share is counted once."""
    return sum({(stat.st_dev, stat.st_ino): stat.st_size for stat in _stats(folder)}.values())


def _stats(folder: Path) -> list[os.stat_result]:
    return [path.lstat() for path in folder.rglob("*") if path.is_symlink() or path.is_file()]


if __name__ == "__main__":
    sys.exit(main())
