"""The licences of all that ships with the program, as a list to show.

A packaged program carries ``resources/licences/licences.json``, written when it was built. Run from source,
the installed packages are asked instead. Blocks; call it in a job.
"""

import json
import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from core import paths

_OURS = "snapshelf"
_TEXTS = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Licence:
    """One part of the program.

    Attributes:
        licence: its short name, as ``MIT``.
        text: its words, or where they stand; "" where the part carries none.
    """

    name: str
    version: str
    licence: str
    text: str


def shipped_licences(folder: Path | None = None) -> list[Licence]:
    """Every part that ships, by name; of the packaged program if it is one, else of what is installed.

    Args:
        folder: where ``licences.json`` is; by default among the program's resources.
    """
    folder = folder or paths.resources() / "licences"
    found = _written_down(folder)
    if not found:
        found = [*_installed(), *_fonts()]
    return sorted(found, key=lambda licence: licence.name.lower())


def _written_down(folder: Path) -> list[Licence]:
    try:
        entries = json.loads((folder / "licences.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if isinstance(entries, dict):
        entries = entries.get("parts", entries.get("licences", []))
    return [_entry(entry, folder) for entry in entries if isinstance(entry, dict) and entry.get("name")]


def _entry(entry: dict[str, Any], folder: Path) -> Licence:
    texts = entry.get("texts", entry.get("files", entry.get("text", ())))
    names = [texts] if isinstance(texts, str) else [str(name) for name in texts]
    return Licence(
        name=str(entry["name"]),
        version=str(entry.get("version") or ""),
        licence=str(entry.get("licence") or entry.get("license") or ""),
        text="\n\n".join(_text_in(folder, name) for name in names),
    )


def _text_in(folder: Path, name: str) -> str:
    """The text in the file ``name`` of ``folder``, or ``name`` itself where it is the text."""
    if "\n" in name:
        return name
    try:
        return (folder / name).read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return name


def _installed() -> list[Licence]:
    """The packages that the program needs to run, and what these need in turn."""
    found: dict[str, Licence] = {}
    waiting = [_OURS]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:  # for another platform, or left out of the light program
            continue
        found[key] = _of_package(package)
        waiting += [
            re.split(r"[\s;<>=!~\[(]", requirement, maxsplit=1)[0]
            for requirement in package.requires or ()
            if "extra" not in requirement.partition(";")[2]
        ]
    return list(found.values())


def _of_package(package: Distribution) -> Licence:
    about = package.metadata
    classifiers = [line for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    named = next(
        (str(about[field]) for field in ("License-Expression", "License") if field in about),
        ", ".join(line.rsplit("::", 1)[-1].strip() for line in classifiers),
    )
    texts = [
        Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip()
        for file in package.files or ()
        if _TEXTS.search(str(file)) and Path(str(file.locate())).is_file()
    ]
    return Licence(about["Name"], package.version, named.splitlines()[0] if named else "", "\n\n".join(texts))


def _fonts() -> list[Licence]:
    names = {"Inter": "Inter-LICENSE.txt", "Noto Sans CJK SC": "NotoSansCJKsc-LICENSE.txt"}
    folder = paths.resources() / "fonts"
    return [Licence(name, "", "OFL-1.1", _text_in(folder, file)) for name, file in names.items()]
