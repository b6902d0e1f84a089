"""Who made what is in the packaged program: Python packages, Python, libraries of the system, fonts.

Each file that PyInstaller took is traced to its owner: a Python distribution by its RECORD, a library of the
system by Debian's package manager, fonts and networks among our resources by their names. What has no owner
fails the build.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from bundle_choice import canonical, is_of_the_system, shipped_distributions

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "packaging" / "licences"
_TEXT_NAME = re.compile(
    r"(licen[cs]e|copying|notice|authors|thirdpartynotices)[^/]*$|\.dist-info/licenses/", re.IGNORECASE
)
"""By their names; or by their place, which PEP 639 keeps for them."""
_OURS = "snapshelf"


class UnknownPartError(Exception):
    """Something is in the program of which nobody knows the owner or the licence."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the program by one maker.

    Attributes:
        kind: ``pypi``, ``deb`` or ``generic``, as in package URLs.
        licence: an SPDX expression.
        texts: name to content of each licence text.
        files: how many files of the program are its.
    """

    name: str
    version: str
    kind: str
    licence: str
    texts: dict[str, str] = field(default_factory=dict)
    files: int = 0


@dataclass(frozen=True, slots=True)
class Carried:
    """What others made and lies among our resources, in no package.

    Attributes:
        files: how the names of its files begin.
        text: its licence's, told from the repository's root.
    """

    files: str
    version: str
    licence: str
    text: str


CARRIED = {
    "Inter": Carried("Inter", "", "OFL-1.1", "resources/fonts/Inter-LICENSE.txt"),
    "NotoSansCJKsc": Carried("NotoSansCJKsc", "", "OFL-1.1", "resources/fonts/NotoSansCJKsc-LICENSE.txt"),
    "PP-OCR": Carried("label-", "4-6", "Apache-2.0", "packaging/licences/Apache-2.0.txt"),
    "open_nsfw": Carried("nudity", "1", "BSD-2-Clause", "packaging/licences/open_nsfw.txt"),
    "CenterFace": Carried("face-detector", "1", "MIT", "packaging/licences/centerface.txt"),
}


def bundle_parts(sources: Path) -> list[Part]:
    """The parts of a built program, by kind and name.

    Args:
        sources: the list of sources that the spec wrote.

    Raises:
        UnknownPartError: a file has no owner, or a part no licence that is known.
    """
    content = json.loads(sources.read_text(encoding="utf-8"))
    files = [*content["files"], *content["modules"]]
    owners = [_owner(place, Path(source)) for place, source in files if source not in {"", "-", "None"}]
    counted = {owner: owners.count(owner) for owner in set(owners) if owner is not None}
    for tool in ("pyinstaller", "pyinstaller-hooks-contrib"):  # the starter and its hooks, in every program
        counted.setdefault(("pypi", tool), 1)
    return [_part(kind, name, count) for (kind, name), count in sorted(counted.items())]


def source_parts() -> list[Part]:
    """The parts of the program when it is run from source: its packages, Python and the fonts."""
    names = [("pypi", name) for name in shipped_distributions("full")]
    others = [("generic", name) for name in ("python", *CARRIED)]
    return [_part(kind, name, 0) for kind, name in sorted([*names, *others])]


def _owner(place: str, source: Path) -> tuple[str, str] | None:
    """Kind and name of who made a file; None for an archive that the build made of files told elsewhere."""
    if source.name == "base_library.zip":
        return None
    if "_sysconfigdata" in source.name:
        return ("generic", "python")
    recorded = _recorded().get(_normal(source))
    if recorded is not None:
        return ("pypi", recorded)
    if source.is_relative_to(ROOT) and not source.is_relative_to(sys.prefix):
        carried = next((name for name, part in CARRIED.items() if source.name.startswith(part.files)), None)
        return ("generic", carried) if carried else ("pypi", _OURS)
    if "site-packages" not in source.parts and source.is_relative_to(sys.base_prefix):
        return ("generic", "python")
    if is_of_the_system(source) and source.is_file():
        return ("deb", _debian_package(source))
    raise UnknownPartError(f"nobody owns {place} ({source})")


@cache
def _recorded() -> dict[str, str]:
    """Each file of an installed distribution to that distribution's name."""
    found = {}
    for package in distributions():
        name = canonical(package.metadata["Name"])
        for file in package.files or ():
            found[_normal(Path(str(package.locate_file(file))))] = name
    return found


def _normal(path: Path) -> str:
    return os.path.normcase(path.parent.resolve() / path.name)


@cache
def _debian_package(library: Path) -> str:
    if not shutil.which("dpkg"):
        raise UnknownPartError(f"nothing here knows who made {library}, a library of the system")
    for spelled in (library, library.resolve(), Path("/usr") / str(library).lstrip("/")):
        answer = subprocess.run(
            ["dpkg", "--search", str(spelled)], capture_output=True, text=True, check=False
        )
        if answer.returncode == 0:
            return answer.stdout.splitlines()[0].partition(":")[0]
    raise UnknownPartError(f"no package of the system holds {library}")


def _part(kind: str, name: str, files: int) -> Part:
    if kind == "deb":
        return _debian_part(name, files)
    if name == "python":
        return Part(
            "Python", platform.python_version(), kind, "PSF-2.0", _texts(python_licence_files()), files
        )
    if kind == "generic":
        carried = CARRIED[name]
        return Part(name, carried.version, kind, carried.licence, _texts([ROOT / carried.text]), files)
    return _python_part(distribution(name), files)


def python_licence_files(base: Path | None = None) -> list[Path]:
    """Where Python's licence may lie: with its modules, on Windows beside the program itself."""
    base = base or Path(sys.base_prefix)
    modules = base / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return [modules / "LICENSE.txt", base / "LICENSE.txt"]


def _python_part(package: Distribution, files: int) -> Part:
    name = package.metadata["Name"]
    licence = _known("python").get(canonical(name)) or _told(package)
    if canonical(name) == _OURS:
        texts = _texts([ROOT / "LICENSE"])
    else:
        texts = _texts(
            Path(str(package.locate_file(file)))
            for file in package.files or ()
            if _TEXT_NAME.search(str(file)) and not str(file).endswith((".py", ".pyc", ".so", ".pyd"))
        )
    if not texts or "LGPL-3.0" in licence:  # a wheel that brings a library along names its licence at most
        texts |= _standard_texts(licence)
    return Part(name, package.version, "pypi", licence, texts, files)


def _told(package: Distribution) -> str:
    """The SPDX expression in a distribution's metadata."""
    about = {name: package.metadata[name] for name in ("Name", "License-Expression", "License")}
    for told in (about.get("License-Expression"), about.get("License")):
        if told and re.fullmatch(r"[A-Za-z0-9.+ ()-]{2,120}", told) and told not in {"UNKNOWN", "BSD"}:
            return str(told)
    raise UnknownPartError(
        f"{about['Name']} does not tell its licence: look it up and note it in packaging/licences/known.toml"
    )


def _debian_part(name: str, files: int) -> Part:
    licence = _known("debian").get(name)
    if licence is None:
        raise UnknownPartError(f"the licence of Debian's {name} is not in packaging/licences/known.toml")
    query = ["dpkg-query", "--show", "--showformat=${Version}\n", name]
    version = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    texts = _texts([Path("/usr/share/doc") / name / "copyright"])
    if licence.startswith("LGPL-2"):
        texts |= _texts([TEXTS / "LGPL-2.1.txt"])
    return Part(name, version, "deb", licence, texts, files)


@cache
def _known(kind: str) -> dict[str, str]:
    table: dict[str, dict[str, str]] = tomllib.loads((TEXTS / "known.toml").read_text(encoding="utf-8"))
    return table[kind]


def _texts(files: Iterable[Path]) -> dict[str, str]:
    return dict(_read(files))


def _read(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for file in files:
        if not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="replace").strip() + "\n"
        if text not in seen.values():  # a project of many parts carries the same words many times
            name = file.name if file.name not in seen else f"{file.parent.name}-{file.name}"
            seen[name] = text
            yield name, text


def _standard_texts(licence: str) -> dict[str, str]:
    """The licence's own words, for a package that names it and does not bring it along."""
    names = ["LGPL-3.0", "GPL-3.0"] if "LGPL-3.0" in licence else [licence]
    return _texts(TEXTS / f"{name}.txt" for name in names)
