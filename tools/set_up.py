"""Set up everything the program needs in this folder, on Linux, macOS or Windows.

Makes ``.venv``, installs the exact pins of ``pyproject.toml`` into it, installs the system libraries that
Qt needs (as root on Debian and its kin; otherwise it prints the line to run), compiles the translations,
exports the backbones for the CPU runtime and draws the demo shop (see made_files.py). What is up to date is
left alone: a second run looks at a few files and prints nothing. While something is made, one line says what
and how long that takes; what the tools say for themselves is shown only where one fails. Only the standard
library is used: this file runs before anything is there.

    python3 tools/set_up.py [--extra dev] [--extra bench] [--extra compare]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import made_files

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LEAST_PYTHON = (3, 11)
PROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / "tools" / "constraints.txt"


def main() -> int:
    """Set up, or say in one sentence what is missing."""
    arguments = argparse.ArgumentParser(description="Set up Snapshelf in this folder.")
    arguments.add_argument(
        "--extra", action="append", default=[], choices=["dev", "bench", "compare", "package", "ray"]
    )
    extras = sorted(set(arguments.parse_args().extra))
    if sys.version_info < LEAST_PYTHON:
        least = ".".join(map(str, LEAST_PYTHON))
        print(
            f"Snapshelf needs Python {least} or newer; this is {platform.python_version()}.", file=sys.stderr
        )
        return 1
    try:
        install_system_packages(extras)
        python = make_virtual_environment()
        install_pins(python, extras)
        make_derived_files(python)
    except subprocess.CalledProcessError as error:
        command = " ".join(map(str, error.cmd))
        print(f"{error.output}\nThis step of the set-up failed (see above): {command}", file=sys.stderr)
        return 1
    return 0


def install_system_packages(extras: list[str]) -> None:
    """On Debian and its kin, install what is missing, or print the line that does it."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    lists = ["system_packages.txt", *(["system_packages_dev.txt"] if "dev" in extras else [])]
    lines = [
        line for name in lists for line in (ROOT / "tools" / name).read_text(encoding="utf-8").splitlines()
    ]
    wanted = [line for line in lines if line and not line.startswith("#")]
    missing = missing_packages(wanted)
    if not missing:
        return
    if os.geteuid() != 0:  # type: ignore[attr-defined,unused-ignore]  # Debian is never Windows
        print(
            f"Some system libraries are missing. Run this line, then start again:\n"
            f"    sudo apt-get install --yes {' '.join(missing)}",
            file=sys.stderr,
        )
        return
    say(f"Installing system libraries (a minute or two): {' '.join(missing)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run_quietly(["apt-get", "update", "--quiet"], environment)
    run_quietly(
        ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *missing],
        environment,
    )


def missing_packages(wanted: list[str]) -> list[str]:
    """Those that Debian's package manager has not installed."""
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\\n", *wanted]
    # It fails where it does not know one of them, and answers for the others all the same. A library that is
    # installed for two architectures answers twice.
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    installed = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [package for package in wanted if package not in installed]


def make_virtual_environment() -> Path:
    """The virtual environment's Python; made when missing."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        import venv  # takes longer than all that is looked at where everything is there

        say(f"Making a virtual environment in {VENV.name} (a few seconds)")
        venv.create(VENV, with_pip=True, clear=True)
    return python


def install_pins(python: Path, extras: list[str]) -> None:
    """Install the pinned packages, unless the last run installed exactly these."""
    stamp = VENV / "installed-pins.txt"
    fingerprint = pins_fingerprint()
    installed = stamp.read_text(encoding="utf-8").split() if stamp.exists() else []
    if installed[:1] == [fingerprint]:
        if set(extras) <= set(installed[1:]):
            return
        extras = sorted(set(extras) | set(installed[1:]))
    say("Installing the pinned packages (the first time takes a few minutes)")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    constraints = ["--constraint", str(CONSTRAINTS)]
    # torch first and alone: a resolver that still may choose could take another build of it.
    run_quietly([*pip, *constraints, "torch==2.13.0"])
    # pip would keep a wheel of Annoy that was built with other options, so this one bypasses its cache.
    environment = os.environ | {"ANNOY_COMPILER_ARGS": annoy_compiler_arguments()}
    if sys.platform == "linux":  # an identity made of where it was built: two builds would differ in it alone
        environment["LDFLAGS"] = "-Wl,--build-id=none"
    run_quietly([*pip, *constraints, "--no-cache-dir", "--use-pep517", "annoy"], environment)
    target = f".[{','.join(extras)}]" if extras else "."
    run_quietly([*pip, *constraints, "--editable", target])
    stamp.write_text(" ".join([fingerprint, *extras]), encoding="utf-8")


def pins_fingerprint() -> str:
    """Changes when a pin changes, and not when the settings of a tool in pyproject.toml do."""
    import tomllib  # not there before Python 3.11, of which main() speaks first

    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    pins = [
        project["version"],  # told by the installed package's metadata
        project["dependencies"],
        project["optional-dependencies"],
        CONSTRAINTS.read_text(encoding="utf-8"),
    ]
    return hashlib.sha256(repr(pins).encode()).hexdigest()


def annoy_compiler_arguments() -> str:
    """Compiler options in place of Annoy's own ``-march=native``, which runs on CPUs like this one only."""
    if os.name == "nt":
        return "/O2,/std:c++14,/D_CRT_SECURE_NO_WARNINGS,/DANNOYLIB_MULTITHREADED_BUILD"
    return "-O3,-ffast-math,-fno-associative-math,-std=c++14,-fpermissive,-DANNOYLIB_MULTITHREADED_BUILD"


def make_derived_files(python: Path) -> None:
    """Make what is missing or was made from other sources than are here."""
    for made in made_files.ALL:
        if not made_files.is_current(made, ROOT):
            say(made.said)
            script, *arguments = made.command
            run_quietly([str(python), str(ROOT / "tools" / script), *arguments])
            made_files.settle(made, ROOT)


def say(line: str) -> None:
    """Tell the user, at once also where the output goes into a file."""
    print(line, flush=True)


def run_quietly(command: list[str], environment: Mapping[str, str] | None = None) -> None:
    """Run a step; what it prints goes with the error it raises.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    subprocess.run(
        command,
        check=True,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


if __name__ == "__main__":
    sys.exit(main())
