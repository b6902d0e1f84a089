"""Whether two builds of one commit are the same, file by file: the proof that a build can be repeated.

    python packaging/compare_builds.py dist/snapshelf-light other/dist/snapshelf-light

Build the second one in another clone, under another path: whatever depends on the place shows. Compared are
names, kinds, permissions, times, targets of links and contents.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

Entry = tuple[str, int, int, str]
"""Kind, permissions, modification time (ns), SHA-256 of the content or target of the link."""


def main() -> int:
    """Print what differs; 0 when nothing does."""
    parser = argparse.ArgumentParser(description="Compare two builds.")
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    arguments = parser.parse_args()
    one, other = contents(arguments.one), contents(arguments.other)
    found = differences(one, other)
    for line in found:
        print(line)
    print(f"{len(one)} files and folders, {len(found)} differ")
    return 1 if found else 0


def contents(folder: Path) -> dict[str, Entry]:
    """What is in ``folder``, by path within it; the folder itself is ``.``."""
    return {path.relative_to(folder).as_posix(): _entry(path) for path in (folder, *folder.rglob("*"))}


def differences(one: dict[str, Entry], other: dict[str, Entry]) -> list[str]:
    """A line for each path that is not the same in both, sorted by path."""
    lines = []
    for path in sorted(one.keys() | other.keys()):
        if path not in one or path not in other:
            lines.append(f"{path}: only in {'the other' if path not in one else 'the first'}")
            continue
        names = ("kind", "permissions", "time", "content")
        unlike = [name for name, a, b in zip(names, one[path], other[path], strict=True) if a != b]
        if unlike:
            lines.append(f"{path}: {', '.join(unlike)}")
    return lines


def _entry(path: Path) -> Entry:
    state = path.lstat()
    permissions, time = state.st_mode & 0o7777, state.st_mtime_ns
    if path.is_symlink():
        return ("link", permissions, time, str(path.readlink()))
    if path.is_dir():
        return ("folder", permissions, time, "")
    with path.open("rb") as file:
        return ("file", permissions, time, hashlib.file_digest(file, "sha256").hexdigest())


if __name__ == "__main__":
    sys.exit(main())
