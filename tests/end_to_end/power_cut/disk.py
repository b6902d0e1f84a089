"""A folder as a file system keeps it, and what of it may be there after the power went.

The idea is that of ALICE (Pillai et al., All File Systems Are Not Created Equal, OSDI 2014). Until a file is
synced, each of its writes may be on the disk, in part, or not, in any order. Until a folder is synced, what
was made, renamed or removed in it may be undone, the last first; of two folders either may be ahead. A
rename is on the disk wholly or not at all. This is weaker than what ext4, XFS, btrfs or APFS promise: there a
synced file brings its name with it, for one.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = 0
_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes of a file, by its number."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file has so many bytes from now on."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Names:
    """What names in folders stand for from now on, all of it or nothing; None for what is removed."""

    changes: tuple[tuple[int, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Sync:
    """All that was done to this file or folder is on the disk."""

    node: int


@dataclass(frozen=True, slots=True)
class Told:
    """What the process told the world: it holds whatever happens."""

    data: bytes


Step = Write | Truncate | Names | Sync | Told


@dataclass
class Disk:
    """Files and folders by number; folders hold names, files hold bytes."""

    files: dict[int, bytearray] = field(default_factory=dict)
    folders: dict[int, dict[str, int]] = field(default_factory=lambda: {ROOT: {}})

    def apply(self, step: Step) -> None:
        match step:
            case Write(file, offset, data):
                content = self.files.setdefault(file, bytearray())
                content.extend(bytes(max(0, offset - len(content))))
                content[offset : offset + len(data)] = data
            case Truncate(file, size):
                content = self.files.setdefault(file, bytearray())
                del content[size:]
                content.extend(bytes(size - len(content)))
            case Names(changes):
                for folder, name, node in changes:
                    names = self.folders.setdefault(folder, {})
                    if node is None:
                        names.pop(name, None)
                    else:
                        names[name] = node
            case Sync() | Told():
                pass

    def tree(self, folder: int = ROOT, place: str = "") -> Iterator[tuple[str, bytes | None]]:
        """Every file and folder, by its path, with a file's bytes."""
        for name, node in sorted(self.folders.get(folder, {}).items()):
            if node in self.folders:
                yield place + name, None
                yield from self.tree(node, f"{place}{name}/")
            else:
                yield place + name, bytes(self.files.get(node, b""))

    def build(self, target: Path) -> None:
        """Lay it down in the empty folder ``target``; SQLite's ``-shm`` is memory, and made anew."""
        for name, data in self.tree():
            if data is None:
                (target / name).mkdir()
            elif not name.endswith("-shm"):
                (target / name).write_bytes(data)


def after_power_cut(steps: Sequence[Step], folders: Sequence[int], chance: random.Random) -> Disk:
    """A disk as it may be when the power goes after ``steps``.

    Args:
        folders: the numbers of all folders.
    """
    disk = Disk(folders={folder: {} for folder in folders})
    share = chance.choice([0.0, 0.5, 0.9, 1.0])  # of what is not synced, that is there all the same
    synced: set[int] = set()
    lasting: dict[int, int] = {}
    kept = [False] * len(steps)
    for place in range(len(steps) - 1, -1, -1):
        match steps[place]:
            case Sync(node):
                synced.add(node)
                lasting.setdefault(node, place)
            case Names(changes):
                touched = {folder for folder, _name, _node in changes}
                if any(lasting.get(folder, -1) > place for folder in touched):
                    kept[place] = True
                    for folder in touched:  # what came before in the same folders lasts, too
                        lasting.setdefault(folder, place)
            case Write(file) | Truncate(file):
                kept[place] = file in synced
            case Told():
                pass
    behind: set[int] = set()
    for place, step in enumerate(steps):
        match step:
            case Names(changes):
                touched = {folder for folder, _name, _node in changes}
                if kept[place] or (not touched & behind and chance.random() < share):
                    disk.apply(step)
                else:
                    behind |= touched
            case Write(file, offset, data) if not kept[place] and 0 < share < 1 and chance.random() < 0.2:
                part = min(len(data), _SECTOR * chance.randrange(len(data) // _SECTOR + 1))
                disk.apply(Write(file, offset, data[:part]))
            case _ if kept[place] or chance.random() < share:
                disk.apply(step)
    return disk
