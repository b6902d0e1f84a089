"""What an archive of a shop may be made of, judged by its list of members before any of them is read."""

import os
import re
import zipfile
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from core.files.hostile import central_directory_bytes

CATALOG_MEMBER = "catalog.db"
MANIFEST = "snapshelf.json"
PHOTO = re.compile(r"photos/([0-9a-f]{2})/\1[0-9a-f]{62}\.jpg")
UNLABELLED = re.compile(r"unlabelled/photos/([0-9a-f]{2})/\1[0-9a-f]{62}\.jpg")
_MODEL_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-]{0,200}")

_MOST_DIRECTORY_BYTES = 128 * 2**20
"""Of the list itself, which Python reads whole: enough for a million members."""
_END_BYTES = 2**17
_MANIFEST_BYTES_EACH, _MANIFEST_BYTES_ANYWAY = 1_000, 2**16
_SWELLING, _CATALOG_SWELLING, _SWELLING_ANYWAY = 4, 200, 16 * 2**20
"""How many times larger than packed: photos and models hardly shrink; a database with empty pages does."""


def is_expected(name: str) -> bool:
    """True for the catalog, a photo, or a model's file; a name that climbs out of the shop is none."""
    if name == CATALOG_MEMBER or is_named_by_content(name):
        return True
    first, *parts = name.split("/")
    return first == "models" and bool(parts) and all(_MODEL_PART.fullmatch(part) for part in parts)


def is_named_by_content(name: str) -> bool:
    """Whether a file's name says what is in it, so that one that is there may stay."""
    return bool(PHOTO.fullmatch(name) or UNLABELLED.fullmatch(name))


def has_short_directory(path: Path) -> bool:
    """Whether the list of members is one that may be read.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END_BYTES), os.SEEK_SET)
        return central_directory_bytes(file.read()) <= _MOST_DIRECTORY_BYTES


def is_honest(members: Collection[zipfile.ZipInfo]) -> bool:
    """Whether every member is one of ours, once, of a size that fits what it was packed to.

    Names that differ in capital letters alone are one file on some disks; a file cannot be a folder too.
    """
    names = [member.filename for member in members]
    alike = {name.casefold() for name in names}
    folders = {str(parent).casefold() for name in names for parent in PurePosixPath(name).parents}
    return (
        all(name == MANIFEST or is_expected(name) for name in names)
        and len(alike) == len(names)
        and not alike & folders
        and all(member.file_size <= _most_bytes(member, len(names)) for member in members)
    )


def _most_bytes(member: zipfile.ZipInfo, members: int) -> int:
    if member.filename == MANIFEST:
        return _MANIFEST_BYTES_ANYWAY + _MANIFEST_BYTES_EACH * members
    times = _CATALOG_SWELLING if member.filename == CATALOG_MEMBER else _SWELLING
    return _SWELLING_ANYWAY + times * member.compress_size
