"""What the set-up makes from other files of the repository, and whether it is still what they say.

Only the standard library is used: this is asked before anything is installed, and at every start.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Made:
    """Files that a script in tools/ makes from others. All paths are told from the repository's root.

    Attributes:
        said: what is made and how long that takes, for the one line that the user sees.
        command: the script and its arguments.
        files: what it makes.
        sources: patterns of what it makes them from.
        stamp: a file that tells the sources by their content, as they were when the script had done.
    """

    said: str
    command: tuple[str, ...]
    files: tuple[str, ...]
    sources: tuple[str, ...]
    stamp: str


TRANSLATIONS = Made(
    said="Compiling the translations (a few seconds)",
    command=("update_translations.py", "--compile"),
    files=("resources/translations/snapshelf_en.qm", "resources/translations/snapshelf_zh_CN.qm"),
    sources=("resources/translations/*.ts",),
    stamp="build/made-from/translations.txt",
)
NETWORKS = Made(
    said="Preparing the networks for the processor (up to a minute)",
    command=("export_backbones.py",),
    files=(
        "resources/models/efficientnet-lite0.onnx",
        "resources/models/efficientnet-lite0.classes.npz",
        "resources/models/efficientnet-lite2.onnx",
        "resources/models/efficientnet-lite2.classes.npz",
    ),
    sources=("core/embedding/**/*.py", "core/imaging/preprocess.py", "tools/export_backbones.py"),
    stamp="build/made-from/networks.txt",
)
TAKEN_NETWORKS = Made(
    said="Fetching the networks that read packages, look for nudity and find faces (71 MB)",
    command=("take_networks.py",),
    files=(
        "resources/models/label-detector.half.onnx",
        "resources/models/label-recogniser.half.onnx",
        "resources/models/nudity.half.onnx",
        "resources/models/face-detector.half.onnx",
    ),
    sources=(
        "core/label/networks.py",
        "core/moderation/nudity.py",
        "core/faces/network.py",
        "tools/take_networks.py",
    ),
    stamp="build/made-from/taken-networks.txt",
)
DEMO = Made(
    said="Drawing the demo shop (about half a minute)",
    command=("draw_demo.py",),
    files=("resources/demo/shop.zip", "resources/demo/counter_photos.csv"),
    sources=(
        "demo_drawing/**/*.py",
        "core/imaging/rendering/*.py",
        "core/catalog/database/schema/*.py",
        "resources/models/*.json",  # tell the networks by their fingerprints
        "tools/draw_demo.py",
    ),
    stamp="resources/demo/made-from.txt",  # goes to its place together with the demo
)
ALL = (TRANSLATIONS, NETWORKS, TAKEN_NETWORKS, DEMO)
"""In this order: the demo's shop is made with the networks."""


def is_current(made: Made, root: Path) -> bool:
    """Whether all its files are there, made from the sources as they are."""
    stamp = root / made.stamp
    if not stamp.exists() or not all((root / file).exists() for file in made.files):
        return False
    return stamp.read_text(encoding="utf-8") == fingerprint_of_sources(made, root)


def settle(made: Made, root: Path) -> None:
    """Note that its files were made from the sources as they are."""
    stamp = root / made.stamp
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint_of_sources(made, root), encoding="utf-8")


def fingerprint_of_sources(made: Made, root: Path) -> str:
    """Changes when anything does that its files are made from."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in made.sources for path in root.glob(pattern)):
        digest.update(path.relative_to(root).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()
