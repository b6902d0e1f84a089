"""Write down the licences of all that ships: what the About page shows, and what the law asks for.

    python packaging/collect_licences.py          for the program run from source, into resources/licences

The build of the packaged program calls :func:`write_licences` with what is really in it. The folder then
holds ``licences.json`` (a list of name, version, licence, texts), the texts, and ``THIRD_PARTY.md``.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bundle_parts import Part, UnknownPartError, source_parts

ROOT = Path(__file__).resolve().parent.parent

ACCEPTED = frozenset(
    {
        *("0BSD", "AFL-2.1", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "FTL"),
        *(
            "LGPL-2.0-or-later",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "MIT",
            "MIT-0",
            "MIT-CMU",
        ),
        *("MPL-2.0", "OFL-1.1", "PSF-2.0", "Unlicense", "Zlib", "blessing", "bzip2-1.0.6", "libpng-2.0"),
    }
)
"""Licences that allow what we do: ship the part unchanged, as a replaceable library, with its text."""

ACCEPTED_WITH_EXCEPTION = frozenset(
    {
        "GPL-3.0-or-later WITH GCC-exception-3.1",  # what the compiler puts into every program
        "GPL-2.0-or-later WITH Bootloader-exception",  # PyInstaller's starter may start any program
        "Apache-2.0 WITH LLVM-exception",
    }
)
GPL_QT_MODULES = (
    *("Charts", "CoAP", "DataVisualization", "Graphs", "Grpc", "HttpServer", "InsightTracker", "Lottie"),
    *("Mqtt", "NetworkAuth", "Protobuf", "Quick3D", "Quick3DPhysics", "QuickTimeline", "ShaderTools"),
    *("VirtualKeyboard", "WaylandCompositor"),
)
"""Modules of Qt that are not under the LGPL (doc.qt.io/qt-6/qtmodules.html); none may be in the program."""


def main() -> int:
    """Collect for the program as it is run from source."""
    try:
        write_licences(source_parts(), ROOT / "resources" / "licences")
    except UnknownPartError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def refused(parts: Sequence[Part]) -> list[str]:
    """A sentence for each part that may not ship."""
    sentences = [
        f"{part.name} {part.version} is under {part.licence}, which is not accepted"
        for part in parts
        if not is_accepted(part.licence)
    ]
    sentences += [
        f"{part.name} {part.version} comes without the text of {part.licence}"
        for part in parts
        if not part.texts
    ]
    return sentences


def is_accepted(licence: str) -> bool:
    """Whether an SPDX expression leaves us a licence that we accept."""
    expression = licence.replace("(", " ").replace(")", " ")
    alternatives = re.split(r"\s+OR\s+", expression.strip())
    return any(
        all(
            term.strip() in ACCEPTED or term.strip() in ACCEPTED_WITH_EXCEPTION
            for term in re.split(r"\s+AND\s+", alternative)
        )
        for alternative in alternatives
    )


def gpl_qt_modules(bundle: Path) -> list[str]:
    """Libraries of Qt in ``bundle`` that are under the GPL alone."""
    pattern = re.compile(rf"Qt6?(?:{'|'.join(GPL_QT_MODULES)})(?:Qml|Quick|Utils)?\b")
    return sorted(str(path.relative_to(bundle)) for path in bundle.rglob("*Qt*") if pattern.search(path.name))


def write_licences(parts: Sequence[Part], folder: Path) -> None:
    """Write index, texts and the table for people into ``folder``, which is made anew.

    A text that several parts share, as those of one project do, is written once, under the first one's name.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    index: list[dict[str, Any]] = []
    written: dict[str, str] = {}
    for part in parts:
        names = []
        for text_name, text in part.texts.items():
            if text not in written:
                written[text] = _file_name(part.name, text_name)
                (folder / written[text]).write_text(text, encoding="utf-8")
            names.append(written[text])
        index.append(
            {
                "name": part.name,
                "version": part.version,
                "licence": part.licence,
                "kind": part.kind,
                "texts": names,
            }
        )
    index.sort(key=lambda entry: str(entry["name"]).lower())
    (folder / "licences.json").write_text(
        json.dumps(index, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (folder / "THIRD_PARTY.md").write_text(_table(index), encoding="utf-8")


def _file_name(part: str, text: str) -> str:
    stem = re.sub(r"[^A-Za-z0-9.+-]+", "-", f"{part}-{text}")
    return stem if stem.endswith(".txt") else f"{stem}.txt"


def _table(index: list[dict[str, Any]]) -> str:
    lines = [
        "# What Snapshelf is made of",
        "",
        "Each part with its licence; the texts are in the files beside this one. How the terms of the LGPL",
        "are met stands in `docs/licences.md` of the source.",
        "",
        "| part | version | licence | texts |",
        "|---|---|---|---|",
        *(
            f"| {entry['name']} | {entry['version']} | {entry['licence']} | {', '.join(entry['texts'])} |"
            for entry in index
        ),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
