"""No path of the machine that built the program stays in it: take out what can be, find what is left.

PyInstaller itself leaves the folders off the file names in byte code. Paths also hide in debugging
information (strip takes it out), in the place that Python was compiled for, and in its build settings.
"""

from __future__ import annotations

import io
import marshal
import os
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NEUTRAL_PREFIX = b"/nonexistent"


def build_paths(extra: tuple[Path, ...] = ()) -> tuple[bytes, ...]:
    """Folders of this machine that must not be named in the program."""
    folders = {ROOT, Path(sys.prefix), Path(sys.base_prefix), Path.home(), *extra}
    temporary = Path(tempfile.gettempdir()) / "pip-"  # where pip builds
    # A home folder of one part ("/root") names no one, and stands in files that others built.
    named = {
        spelled
        for folder in (*folders, temporary)
        if len(folder.parts) > 2
        for spelled in (str(folder), folder.as_posix())  # which differ on Windows
    }
    system = {"/usr", "/usr/local", "/opt"}
    return tuple(sorted(os.fsencode(name) for name in named - system))


def neutral_copy(source: Path, folder: Path) -> str:
    """A copy of a text file without Python's own place; for what Python notes at its own build."""
    text = source.read_bytes()
    for prefix in (sys.base_prefix, sys.prefix):
        text = text.replace(os.fsencode(prefix), _NEUTRAL_PREFIX)
    copy = folder / source.name
    copy.write_bytes(text)
    return str(copy)


def neutralise_binary(content: bytes) -> bytes:
    """A library without the place that Python was compiled for; of the same length.

    The place stands in libpython, which is told another when a frozen program starts, and as a folder to
    look for libraries in, which a frozen program finds in its own. The last part stays: the linker lets
    another text that ends alike (here Python's version) share its bytes.
    """
    prefix, parent = os.fsencode(sys.base_prefix), os.fsencode(str(Path(sys.base_prefix).parent))
    if len(parent) < len(_NEUTRAL_PREFIX):
        return content
    neutral = _NEUTRAL_PREFIX + b"/" * (len(parent) - len(_NEUTRAL_PREFIX))
    return content.replace(prefix, neutral + prefix[len(parent) :])


def paths_left(bundle: Path, forbidden: tuple[bytes, ...]) -> list[str]:
    """Each place in ``bundle`` where a forbidden path stands, archives and byte code included."""
    found = []
    for file in sorted(bundle.rglob("*")):
        if file.is_symlink() or not file.is_file():
            continue
        for part, content in _contents(file):
            found += [f"{part}: {os.fsdecode(path)}" for path in forbidden if path in content]
    return found


def _contents(file: Path) -> Iterator[tuple[str, bytes]]:
    """A file's bytes, and those of everything packed in it, by name."""
    content = file.read_bytes()
    yield str(file), content
    if zipfile.is_zipfile(io.BytesIO(content)) and file.suffix == ".zip":
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                yield f"{file}: {name}", archive.read(name)
    if _is_program(content):
        yield from _packed_modules(file)


def _is_program(content: bytes) -> bool:
    return b"MEI\014\013\012\013\016" in content[-200_000:] or b"PYZ-00.pyz" in content


def _packed_modules(program: Path) -> Iterator[tuple[str, bytes]]:
    """The byte code in a program that PyInstaller made."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program))
    for name, entry in archive.toc.items():
        if entry[-1] in {"z", "Z"} or name.endswith(".pyz"):
            modules = archive.open_embedded_archive(name)
            for module in modules.toc:
                code = modules.extract(module)
                if code is not None:
                    yield f"{program}: {module}", code if isinstance(code, bytes) else marshal.dumps(code)
        else:
            yield f"{program}: {name}", archive.extract(name)
