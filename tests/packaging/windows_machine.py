"""A computer with Windows to try an installer on: an empty one that Wine makes, and Inno Setup's compiler.

``SNAPSHELF_ISCC`` names the compiler (ISCC.exe, 6.3 or newer). Where that, Wine or a compiler for Windows
is missing, what is tried here is skipped.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GCC = "x86_64-w64-mingw32-gcc"
PATIENCE_S = 240

STAND_IN = r"""
#include <stdio.h>
#include <string.h>
#include <windows.h>
int main(int count, char **words) {
    printf("started with");
    for (int i = 1; i < count; i++) printf(" %s", words[i]);
    fflush(stdout);
    if (count > 1 && !strcmp(words[1], "wait")) Sleep(60000);
    return 0;
}
"""


def what_is_missing() -> str:
    """What keeps an installer from being tried here, as a sentence; empty when nothing does."""
    if not shutil.which("wine") or not shutil.which("wineserver"):
        return "Wine is not installed"
    if not shutil.which(GCC):
        return f"{GCC} is not installed"
    if not Path(os.environ.get("SNAPSHELF_ISCC", "/nonexistent")).is_file():
        return "SNAPSHELF_ISCC does not name Inno Setup's compiler"
    return ""


@dataclass(frozen=True, slots=True)
class WindowsMachine:
    """An empty computer with Windows 10; its drive C is ``drive``."""

    prefix: Path

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.prefix / "drive_c"

    @property
    def _environment(self) -> dict[str, str]:
        # No messages of Wine's own, and neither .NET nor HTML, which it would ask to download.
        return os.environ | {
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a program for Windows to its end."""
        command = ["wine", *map(str, words)]
        return subprocess.run(
            command,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE_S,
            check=False,
        )

    def wait_for_all(self) -> None:
        """Wait for what the programs started in turn, as an uninstaller does: it cannot remove itself."""
        subprocess.run(["wineserver", "--wait"], env=self._environment, check=True, timeout=PATIENCE_S)

    def start(self, program: Path, *words: str) -> subprocess.Popen[str]:
        """Start a program and leave it running; it has started when its first words can be read."""
        command = ["wine", str(program), *words]
        return subprocess.Popen(command, env=self._environment, stdout=subprocess.PIPE, text=True)

    def stop_all(self) -> None:
        """End every program of this computer, and no other."""
        subprocess.run(["wineserver", "--kill"], env=self._environment, check=False, timeout=PATIENCE_S)

    def registry(self, key: str) -> str:
        """What stands under a key of the registry, as 64-bit programs see it; empty where it is missing."""
        ended = self.run("reg", "query", key, "/s", "/reg:64")
        return ended.stdout if ended.returncode == 0 else ""


def windows_path(path: Path) -> str:
    """How a program for Windows names a file of this computer."""
    return "Z:" + str(path).replace("/", "\\")


def new_machine(prefix: Path) -> WindowsMachine:
    """Windows 10 without a screen."""
    machine = WindowsMachine(prefix)
    for command in (
        ["wineboot", "--init"],
        ["winecfg", "/v", "win10"],
        ["reg", "add", r"HKCU\Software\Wine\Drivers", "/v", "Graphics", "/d", "null", "/f"],
    ):
        ended = machine.run(*command)
        assert ended.returncode == 0, ended.stderr
    return machine


def compile_installer(
    machine: WindowsMachine, tree: Path, version: str, inner: tuple[str, ...], *defines: str
) -> Path:
    """The installer of a program of two stand-ins, with files of the given names beside them."""
    if not (tree / "packaging").exists():
        shutil.copytree(ROOT / "packaging" / "windows", tree / "packaging" / "windows")
        shutil.copy(ROOT / "LICENSE", tree)
        (tree / "program.c").write_text(STAND_IN, encoding="utf-8")
    program = tree / "dist" / "snapshelf-light"
    shutil.rmtree(program, ignore_errors=True)
    (program / "_internal").mkdir(parents=True)
    for name in inner:
        (program / "_internal" / name).write_text(f"of {version}", encoding="utf-8")
    for name, kind in (("snapshelf.exe", ["-mwindows"]), ("snapshelf-cli.exe", [])):
        subprocess.run([GCC, "-s", *kind, "-o", program / name, tree / "program.c"], check=True)
    script = windows_path(tree / "packaging" / "windows" / "snapshelf.iss")
    compiler = os.environ["SNAPSHELF_ISCC"]
    ended = machine.run(compiler, "/Q", f"/DVersion={version}", "/DFlavour=light", *defines, script)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return tree / "dist" / f"snapshelf-light-{version}-windows-x64.exe"
