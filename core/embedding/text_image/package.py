"""The file in which a text–picture network comes: a ZIP (or a folder) of four files, read with bounds.

``text-image.json`` says what the others are::

    {"format": 1, "name": "shop-clip", "licence": "MIT",
     "image": {"file": "image.onnx", "side": 224, "mean": [0.48, 0.46, 0.41], "std": [0.27, 0.26, 0.28]},
     "text": {"file": "text.onnx", "tokenizer": "tokenizer.json", "length": 77, "lowercase": true,
              "start": "<|startoftext|>", "end": "<|endoftext|>", "pad": "<|endoftext|>"}}

``mean`` and ``std`` are of values from 0 to 1. The picture tower takes float32 (n, 3, side, side), the text
tower int64 (n, length), with a second input of the same shape where it wants a mask; each gives float32
(n, dim) of one dim.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.embedding.text_image.tokenizer import Marks
from core.errors import KnownError
from core.files.hostile import UNREADABLE_ZIP, central_directory_bytes, parse_json
from core.imaging.preprocess import Channels, Preprocessing
from core.messages import message

MANIFEST = "text-image.json"
FORMAT = 1
LARGEST_TOWER = 2 * 1024**3
"""Bytes; what ONNX holds in one file."""
_LARGEST_TOKENIZER = 64 * 2**20
_LARGEST_MANIFEST = 2**16
_MOST_MEMBERS = 50
_MOST_SIDE, _MOST_LENGTH = 1024, 1024


@dataclass(frozen=True, slots=True)
class Facts:
    """What the manifest says; ``image``, ``text`` and ``tokenizer`` are names of files."""

    name: str
    licence: str
    image: str
    text: str
    tokenizer: str
    preprocessing: Preprocessing
    length: int
    lowercase: bool
    marks: Marks


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """All of it, in memory."""

    facts: Facts
    manifest: bytes
    image: bytes
    text: bytes
    tokenizer: bytes


def read_package(path: Path) -> Package:
    """What lies in a ZIP file or a folder.

    Raises:
        KnownError: it is none, is damaged, or a part of it is missing or larger than may be.
    """
    try:
        if path.is_dir():
            return _package(lambda name, most: _file(path / name, most))
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - 2**17))
            if central_directory_bytes(file.read()) > 2**20:
                raise ValueError("too many members")
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > _MOST_MEMBERS:
                raise ValueError("too many members")
            return _package(lambda name, most: _member(archive, name, most))
    except UNREADABLE_ZIP as error:
        raise refused(path, error) from error
    except TypeError as error:
        raise refused(path, error) from error


def refused(path: Path, error: Exception) -> KnownError:
    """Why a file is no text–picture network."""
    return KnownError(
        message(
            "core",
            "{file} is no text–picture network that can be used: {reason}. The documentation for IT says "
            "what such a file holds.",
        ),
        file=path.name,
        reason=str(error) or type(error).__name__,
    )


def read_facts(manifest: bytes) -> Facts:
    """What a manifest says.

    Raises:
        ValueError, KeyError, TypeError: it is none.
    """
    document = parse_json(manifest)
    if document["format"] != FORMAT:
        raise ValueError("it is of another format")
    image, text = document["image"], document["text"]
    side, length = int(image["side"]), int(text["length"])
    if not 16 <= side <= _MOST_SIDE or not 4 <= length <= _MOST_LENGTH:
        raise ValueError("a side or a length that cannot be")
    share = float(image.get("crop_share", 1.0))
    if not 0.1 <= share <= 1:
        raise ValueError("a crop that cannot be")
    recipe = Preprocessing(side, share, _channels(image["mean"]), _channels(image["std"]))
    marks = Marks(str(text["start"]), str(text["end"]), str(text.get("pad", "")))
    return Facts(
        str(document["name"]),
        str(document.get("licence", "")),
        _name(image["file"]),
        _name(text["file"]),
        _name(text["tokenizer"]),
        recipe,
        length,
        bool(text.get("lowercase", True)),
        marks,
    )


def _package(read: Callable[[str, int], bytes]) -> Package:
    manifest = read(MANIFEST, _LARGEST_MANIFEST)
    facts = read_facts(manifest)
    return Package(
        facts,
        manifest,
        read(facts.image, LARGEST_TOWER),
        read(facts.text, LARGEST_TOWER),
        read(facts.tokenizer, _LARGEST_TOKENIZER),
    )


def _file(path: Path, most: int) -> bytes:
    if not path.is_file():
        raise ValueError(f"{path.name} is missing")
    if path.stat().st_size > most:
        raise ValueError(f"{path.name} is too large")
    return path.read_bytes()


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    if name not in archive.namelist():
        raise ValueError(f"{name} is missing")
    with archive.open(name) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise ValueError(f"{name} is too large")
    return content


def _name(value: Any) -> str:
    """A file beside the manifest; nothing that leads elsewhere."""
    if not isinstance(value, str) or not value or Path(value).name != value or value.startswith("."):
        raise ValueError("no name of a file")
    return value


def _channels(values: Any) -> Channels:
    red, green, blue = (float(value) * 255 for value in values)
    return red, green, blue
