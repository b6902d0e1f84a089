"""A file written, or a folder removed, whole or not at all, whatever a crash or a full disk does to it."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from core.errors import KnownError
from core.messages import message


def write_atomically(path: Path, data: bytes, *, durable: bool = True, private: bool = False) -> None:
    """Write ``data`` to ``path``: temporary file beside it, fsync, atomic replace, fsync of the folder.

    Without ``durable`` the file still appears whole or not at all, but a power cut may take it back. A
    ``private`` one nobody else on this computer may read, where the system knows such a thing.

    Raises:
        OSError: the disk is full, the folder is read-only, …; the temporary file is removed.
    """
    opener = _open_private if private else None
    with _replacing(path, durable) as temporary, open(temporary, "xb", opener=opener) as file:
        file.write(data)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextlib.contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """The same for a file that grows in the block, one that the user named: a temporary path beside
    ``target`` that becomes ``target`` when the block ends well. The folder is made if need be.

    Raises:
        KnownError: an OSError in the block, or the disk is full, …; the temporary file is removed.
    """
    try:
        make_folders(target.parent)
        with _replacing(target, durable=True) as temporary:
            yield temporary
    except OSError as error:
        raise KnownError(
            message(
                "core", "{file} could not be written ({reason}): check the disk's space and your rights."
            ),
            file=target,
            reason=error.strerror or error,
        ) from error


@contextlib.contextmanager
def _replacing(target: Path, durable: bool) -> Iterator[Path]:
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    try:
        yield temporary
        if durable:
            with temporary.open("r+b") as file:
                os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Make ``folder``, and the one above it, if they are not there; both last through a power cut.

    Not those further up: where a shop was removed meanwhile, none shall come back.

    Raises:
        OSError: it cannot be made.
    """
    try:
        folder.mkdir()
    except FileExistsError:
        return
    except FileNotFoundError:
        folder.parent.mkdir(exist_ok=True)
        sync_folder(folder.parent.parent)
        folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def make_folders(folder: Path) -> None:
    """Make ``folder``, and all above it that are not there; they last through a power cut.

    Raises:
        OSError: one cannot be made.
    """
    for place in reversed((folder, *folder.parents)):
        if not place.is_dir():
            place.mkdir(exist_ok=True)
            sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last through a power cut; Windows needs no help and opens no folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_folder(folder: Path) -> None:
    """Delete ``folder``: gone in one step, whatever happens to its files.

    Raises:
        OSError: it cannot be renamed, or a file in it not deleted.
    """
    doomed = folder.with_name(f".{folder.name}.{os.urandom(4).hex()}.tmp")
    folder.rename(doomed)
    shutil.rmtree(doomed)


def sync_tree(folder: Path) -> None:
    """Make everything in ``folder`` last through a power cut, and the folder itself.

    Raises:
        OSError: the disk is full or does not write.
    """
    for place, _folders, names in os.walk(folder, topdown=False):
        for name in names:
            with Path(place, name).open("r+b") as file:
                os.fsync(file.fileno())
        sync_folder(Path(place))
