"""A built program as it lies on a computer that never saw it, and how it is run there.

Its folder is a read-only copy whose path has spaces and Chinese characters; its environment is empty; its
user's home does not exist yet and is not written in ASCII. As root it is run by another user, whom
permissions bind.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOBODY = 65534
PATIENCE_S = 1200


class SmokeError(Exception):
    """The built program does not do what it must."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A copy of the program on the imagined computer."""

    program: Path
    home: Path
    desk: Path

    def run(self, *arguments: object, code: int = 0, program: Path | None = None, **variables: str) -> str:
        """Run one command with nothing in its environment but a home; returns what it printed on stdout.

        Raises:
            SmokeError: it ended with another code, or broke down.
        """
        command = [str(program or self.program), *(str(argument) for argument in arguments)]
        ended = subprocess.run(
            command,
            env={**home_alone(self.home), **variables},
            cwd=self.desk,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            check=False,
            **as_somebody(),
        )
        told = f"{' '.join(command[1:])}: exit code {ended.returncode}\n{ended.stdout}\n{ended.stderr}"
        if ended.returncode != code or "Traceback" in ended.stderr:
            raise SmokeError(told)
        return str(ended.stdout if code == 0 else ended.stderr).strip()

    def json(self, *arguments: object) -> Any:
        """What a command prints with ``--json``."""
        return json.loads(self.run(*arguments, "--json"))


def home_alone(home: Path) -> dict[str, str]:
    """An environment with nothing but a home; Windows asks itself where that is, and needs its own folder."""
    if os.name != "nt":
        return {"HOME": str(home)}
    return {"SYSTEMROOT": os.environ["SYSTEMROOT"], "SNAPSHELF_HOME": str(home / "Snapshelf")}


def as_somebody() -> dict[str, Any]:
    """Who runs the program: as root somebody else, since permissions do not bind root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if is_root else {}


def install(folder: Path, base: Path) -> Installed:
    """Copy the program to where it was not built, read-only; prepare a desk and no home."""
    base.chmod(0o755)
    place = base / "程序 files" / "Snap shelf 店铺"
    place.parent.mkdir()
    shutil.copytree(folder, place, symlinks=True)
    make_read_only(place)
    people = base / "用户"
    desk = base / "给顾客 desk"
    for path in (people, desk):
        path.mkdir()
        hand_over(path)
    program = place / ("snapshelf-cli.exe" if os.name == "nt" else "snapshelf")
    return Installed(program, people / "José 王小明", desk)


def make_read_only(folder: Path) -> None:
    """Nobody may write in ``folder`` any more."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)


def make_writable(folder: Path) -> None:
    """So that a temporary folder can be removed, by whom it was made."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def hand_over(folder: Path) -> None:
    """Make ``folder`` and what is in it belong to whoever runs the program."""
    if as_somebody():
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


def with_spoiled_network(installed: Installed, base: Path) -> Path:
    """The program in another copy (of links), in which the networks for the processor are damaged."""
    place, whole = base / "spoiled", installed.program.parent
    but_networks = shutil.ignore_patterns("*.onnx")
    shutil.copytree(whole, place, symlinks=True, copy_function=os.link, ignore=but_networks)
    make_writable(place)
    for network in whole.rglob("*.onnx"):
        (place / network.relative_to(whole)).write_bytes(b"not a network")
    return place / installed.program.name


def state(folder: Path) -> list[tuple[str, int, int]]:
    """Names, sizes and times of all in ``folder``."""
    return sorted(
        (str(path.relative_to(folder)), path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
    )


def strays_in(home: Path) -> list[str]:
    """What lies in ``home`` outside of the program's own folders and the caches of the system's libraries."""
    own = ("Snapshelf", "fontconfig", "mesa_shader_cache")
    return sorted(
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file() and not any(part in own for part in path.relative_to(home).parts)
    )


def expect(is_so: bool, otherwise: str) -> None:
    """Refuse the program with a sentence."""
    if not is_so:
        raise SmokeError(otherwise)
