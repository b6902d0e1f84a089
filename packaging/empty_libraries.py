"""Parts of FFmpeg that the program never uses, replaced by libraries of the same names that do nothing.

PyAV's wheel links FFmpeg against x264 and x265, which are under the GPL, and against an encoder for AV1.
The program only reads films and calls none of them, but FFmpeg does not load where they are missing. So each
is replaced by a library that has every function that FFmpeg names, empty. So is what takes room for nothing:
FFmpeg's filters, an encoder and decoder of films for which FFmpeg has a decoder of its own (VP8, VP9), and
what speaks to servers (TLS), which this program never does. FFmpeg itself and its decoders stay as their
makers built them. For Linux, where the libraries' symbols can be listed; elsewhere films stay out.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

EMPTIED = (
    "*libx264-*.so.*",
    "*libx265-*.so.*",
    "*libSvtAv1Enc-*.so.*",
    "*av.libs/libavfilter-*.so.*",
    "*av.libs/libgnutls-*.so.*",
    "*av.libs/libvpx-*.so.*",
)


_TELL_A_TEXT = ("*_configuration", "*_license")
"""Functions that PyAV reads a text from as it is imported; theirs is empty."""


def can_be_emptied() -> bool:
    """Whether this system's libraries can be made so."""
    return sys.platform == "linux"


def is_emptied(place: str) -> bool:
    """Whether the library at this place in the program is one to replace."""
    return any(fnmatchcase(place.replace("\\", "/"), pattern) for pattern in EMPTIED)


def empty_library(library: Path, users: Iterable[Path], folder: Path) -> Path:
    """A library called as ``library``, with the functions that ``users`` want of it, each answering nothing.

    Raises:
        subprocess.CalledProcessError: there is no C compiler, or no list of symbols.
        ValueError: nobody wants anything of it.
    """
    wanted = {name for user in users for name, _version in _symbols(user, "--undefined-only")}
    names = sorted((name, version) for name, version in _symbols(library, "--defined-only") if name in wanted)
    if not names:
        raise ValueError(f"nobody needs {library.name}")
    folder.mkdir(parents=True, exist_ok=True)
    source, target = folder / f"{library.name}.c", folder / library.name
    source.write_text("".join(_function(name) for name, _version in names), encoding="utf-8")
    versions: dict[str, list[str]] = {}
    for name, version in names:
        versions.setdefault(version, []).append(name)
    script = folder / f"{library.name}.map"  # whoever was linked to a version of a function wants that one
    script.write_text(
        "".join(f"{version} {{ global: {'; '.join(own)}; }};\n" for version, own in versions.items()),
        encoding="utf-8",
    )
    command = ["cc", "-shared", "-fPIC", "-O1", "-fno-builtin", "-s", f"-Wl,-soname,{library.name}"]
    if "" not in versions:
        command.append(f"-Wl,--version-script={script}")
    subprocess.run([*command, "-Wl,--build-id=none", "-o", str(target), str(source)], check=True)
    return target


def _function(name: str) -> str:
    answer = '""' if any(fnmatchcase(name, pattern) for pattern in _TELL_A_TEXT) else "0"
    return f"const void *{name}(void) {{ return {answer}; }}\n"


@cache
def _symbols(library: Path, which: str) -> frozenset[tuple[str, str]]:
    """Names and versions; versions of names that the library has itself, or "" where they have none."""
    command = ["nm", "--dynamic", which, "--format=posix", "--with-symbol-versions", str(library)]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: set[tuple[str, str]] = set()
    for line in listed.splitlines():
        name, _at, version = line.split()[0].partition("@")
        if name != version.lstrip("@"):  # the name of a version itself
            found.add((name, version.lstrip("@")))
    return frozenset(found)
