"""Snapshelf.app from a built program: the layout that macOS signs, the icon, the facts, the signature.

    python packaging/macos_bundle.py --flavour full        on macOS, after build_package.py

PyInstaller lays it out (code below Frameworks, all else below Resources, links between the two), from the
folder that build_package.py finished and checked. It signs for this computer alone. With
``SIGNING_IDENTITY`` set, everything is signed again for others, from the inside out as Apple asks
(developer.apple.com/documentation/xcode/creating-distribution-signed-code-for-the-mac).
"""

from __future__ import annotations

import argparse
import os
import plistlib
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from binary_kind import binary_kind
from bundle_choice import FLAVOURS

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging" / "macos"
DIST = ROOT / "dist"
IDENTIFIER = "org.snapshelf.Snapshelf"
_STRINGS = "zh-Hans.lproj/InfoPlist.strings"
_CANVAS, _DRAWN = 1024, 824
"""Points of an icon's side, and of them the ones that are drawn on: in the Dock all icons have a margin."""

Contents = list[tuple[str, str, str]]


def main() -> int:
    """Make ``dist/Snapshelf.app``; 0 when it is there."""
    parser = argparse.ArgumentParser(description="Make Snapshelf.app of a built program.")
    parser.add_argument("--flavour", choices=FLAVOURS, default="full")
    flavour = parser.parse_args().flavour
    work = ROOT / "build" / "package" / "macos"
    work.mkdir(parents=True, exist_ok=True)
    icon = work / "snapshelf.icns"
    write_icon(ROOT / "resources" / "icons" / "snapshelf.svg", icon)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    command: list[str | Path] = [
        sys.executable,
        "-P",
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
    ]
    places: list[str | Path] = ["--workpath", work, "--distpath", DIST, HERE / "bundle.spec"]
    given: list[str | Path] = [DIST / f"snapshelf-{flavour}", icon, str(project["version"])]
    strict = os.environ | {"PYINSTALLER_STRICT_BUNDLE_CODESIGN_ERROR": "1"}
    subprocess.run([*command, *places, "--", *given], check=True, cwd=ROOT, env=strict)
    identity = os.environ.get("SIGNING_IDENTITY")
    if identity:
        for signing in signing_commands(DIST / "Snapshelf.app", identity):
            subprocess.run(signing, check=True)
    return 0


def lay_out(folder: Path, icon: Path, version: str) -> None:
    """Have PyInstaller make ``Snapshelf.app``; called from bundle.spec, where PyInstaller is at work."""
    from PyInstaller.building.osx import BUNDLE

    # BUNDLE takes this over from the COLLECT that it is given, reads it in any case, and gets none here.
    BUNDLE.upx_exclude = []
    contents, described = bundle_arguments(folder, icon, version)
    BUNDLE(contents, **described)


def bundle_arguments(folder: Path, icon: Path, version: str) -> tuple[Contents, dict[str, Any]]:
    """What PyInstaller's BUNDLE is given: the contents, and its named arguments."""
    contents = [*program_contents(folder), (_STRINGS, str(HERE / _STRINGS), "DATA")]
    information = plistlib.loads((HERE / "Info.plist").read_bytes())
    information["CFBundleVersion"] = version
    return contents, {
        "name": "Snapshelf.app",
        "icon": str(icon),
        "bundle_identifier": IDENTIFIER,
        "version": version,
        "info_plist": information,
    }


def program_contents(folder: Path) -> Contents:
    """Place, source and kind of each file of a built program, as PyInstaller spells them."""
    inside = folder / "_internal"
    contents = [("snapshelf", str(folder / "snapshelf"), "EXECUTABLE")]
    for base, folders, files in os.walk(inside):
        for name in sorted([*folders, *files]):
            path = Path(base) / name
            place = path.relative_to(inside).as_posix()
            if path.is_symlink():
                contents.append((place, str(path.readlink()), "SYMLINK"))
            elif path.is_file():
                contents.append((place, str(path), "BINARY" if binary_kind(path) == "Mach-O" else "DATA"))
    return contents


def write_icon(drawing: Path, target: Path) -> None:
    """The program's icon in all sizes that macOS asks for, of a drawing in SVG."""
    from PIL import Image
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    canvas = QImage(_CANVAS, _CANVAS, QImage.Format.Format_RGBA8888)
    canvas.fill(0)
    painter = QPainter(canvas)
    margin = (_CANVAS - _DRAWN) / 2
    QSvgRenderer(str(drawing)).render(painter, QRectF(margin, margin, _DRAWN, _DRAWN))
    painter.end()
    Image.frombytes("RGBA", (_CANVAS, _CANVAS), bytes(canvas.constBits())).save(target, format="ICNS")


def signing_commands(app: Path, identity: str) -> list[list[str]]:
    """Each piece of code signed before what holds it; what the program may do is told of the whole alone."""
    inner = [path for path in app.rglob("*") if not path.is_symlink() and _is_signed(path)]
    inner.sort(key=lambda path: (-len(path.parts), str(path)))
    sign = ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]
    allowed = ["--entitlements", str(HERE / "entitlements.plist")]
    return [*([*sign, str(path)] for path in inner), [*sign, *allowed, str(app)]]


def _is_signed(path: Path) -> bool:
    if path.is_dir():
        return path.suffix == ".framework"
    return path.parent.name != "MacOS" and binary_kind(path) == "Mach-O"


if __name__ == "__main__":
    sys.exit(main())
