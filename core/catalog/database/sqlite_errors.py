"""SQLite's failures that the world causes, as sentences for the user.

The connection that the catalog opens (:class:`CatalogConnection`) raises :class:`KnownError` by itself, so
that no caller has to remember it. A broken constraint or bad SQL is a fault of ours and stays as it is.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from core.catalog.database.backup_files import newest_good_backup
from core.errors import KnownError
from core.files.os_errors import path_too_long
from core.messages import message

_P = ParamSpec("_P")
_T = TypeVar("_T")

_ALSO_ON_A_FULL_DISK = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})
"""So SQLite calls it where there is no room for the files beside the database."""
_NO_TEXT = "Could not decode to UTF-8"
"""Python's own words, without a code of SQLite's, for a damaged text or a stranger's."""
_FULL_BYTES = 64 * 1024
_LONGEST_PATH = 500
"""Bytes, so that the names of the files beside it fit SQLite's 512 (SQLITE_MAX_PATHNAME)."""


class CatalogBusyError(KnownError):
    """Another program holds the catalog's write lock for longer than we wait."""


class CatalogOutdatedError(KnownError):
    """The catalog's schema is older than this program's, and it was opened for reading only."""


class CatalogDamagedError(KnownError):
    """The file is not what SQLite wrote; ``values`` name the newest good backup where there is one."""


def known_error(error: sqlite3.Error, path: Path) -> KnownError | None:
    """The sentence for ``error`` of the catalog at ``path``; None if it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return damaged(path) if str(error).startswith(_NO_TEXT) else None
    if code == sqlite3.SQLITE_CORRUPT_VTAB:  # the text index is one; all it holds can be made again
        return KnownError(
            message("core", "The text index of {catalog} is damaged: check the shop and have it repaired."),
            catalog=path,
        )
    if code & 0xFF in _ALSO_ON_A_FULL_DISK and _is_full(path):
        code = sqlite3.SQLITE_FULL
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN and len(os.fsencode(path.absolute())) > _LONGEST_PATH:
        return path_too_long(path.parent)
    match code & 0xFF:  # an extended code carries its primary code in the low byte
        case sqlite3.SQLITE_FULL:
            return KnownError(
                message(
                    "core",
                    "The disk is full: free some space, then do it again. Nothing was half-written "
                    "({catalog}).",
                ),
                catalog=path,
            )
        case sqlite3.SQLITE_READONLY:
            return KnownError(
                message(
                    "core", "The catalog {catalog} cannot be changed: ask for write permission to its folder."
                ),
                catalog=path,
            )
        case sqlite3.SQLITE_CANTOPEN:
            return KnownError(
                message(
                    "core",
                    "The catalog {catalog} cannot be opened: check that its folder is there and that you "
                    "may write to it.",
                ),
                catalog=path,
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return CatalogBusyError(
                message(
                    "core",
                    "Another program is writing to the catalog {catalog}: close it, or try again in a "
                    "moment.",
                ),
                catalog=path,
            )
        case sqlite3.SQLITE_IOERR:
            return KnownError(
                message(
                    "core",
                    "The disk does not read or write the catalog {catalog} properly: check the disk, or "
                    "copy the shop to another one.",
                ),
                catalog=path,
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_TOOBIG:
            return damaged(path)
    return None


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _FULL_BYTES
    except OSError:
        return False


def damaged(path: Path) -> CatalogDamagedError:
    """The error of a catalog whose file is damaged; it names the newest backup that is whole."""
    backup = newest_good_backup(path)
    if backup is None:
        return CatalogDamagedError(
            message(
                "core",
                "The catalog {catalog} is damaged, and there is no backup of it beside it: restore one "
                "of your own.",
            ),
            catalog=path,
        )
    return CatalogDamagedError(
        message("core", "The catalog {catalog} is damaged. Its newest good backup is {backup}: restore it."),
        catalog=path,
        backup=backup,
    )


def _translated(path: Path, call: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    try:
        return call(*args, **kwargs)
    except sqlite3.Error as error:
        known = known_error(error, path)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:  # a damaged text, or SQLite's words about damage, which quote it
        raise damaged(path) from error


class CatalogCursor(sqlite3.Cursor):
    """A cursor that raises :class:`KnownError` for what the world caused."""

    connection: "CatalogConnection"

    def execute(self, *args: Any) -> "CatalogCursor":
        """As in :mod:`sqlite3`."""
        _translated(self.connection.path, super().execute, *args)
        return self

    def executemany(self, *args: Any) -> "CatalogCursor":
        """As in :mod:`sqlite3`."""
        _translated(self.connection.path, super().executemany, *args)
        return self

    def fetchone(self) -> Any:
        """As in :mod:`sqlite3`."""
        return _translated(self.connection.path, super().fetchone)

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """As in :mod:`sqlite3`."""
        return _translated(self.connection.path, super().fetchmany, size)

    def fetchall(self) -> list[Any]:
        """As in :mod:`sqlite3`."""
        return _translated(self.connection.path, super().fetchall)

    def __next__(self) -> Any:
        return _translated(self.connection.path, super().__next__)


class CatalogConnection(sqlite3.Connection):
    """A connection to the catalog at ``path`` whose errors are sentences."""

    path: Path

    def cursor(self, factory: Any = CatalogCursor) -> Any:
        """As in :mod:`sqlite3`, with our cursor."""
        return super().cursor(factory)

    def execute(self, *args: Any) -> Any:
        """As in :mod:`sqlite3`, whose own would not ask for our cursor."""
        return self.cursor().execute(*args)

    def executemany(self, *args: Any) -> Any:
        """As in :mod:`sqlite3`, whose own would not ask for our cursor."""
        return self.cursor().executemany(*args)
