"""Whether a file is a catalog that a shop may be restored from."""

import contextlib
import sqlite3
from pathlib import Path

from core.care.archive import damaged_backup
from core.catalog.database.backup_files import is_whole
from core.catalog.database.schema.own_schema import own_schema
from core.catalog.database.schema.steps import APPLICATION_ID, MAJOR
from core.catalog.database.upgrade import refuse_foreign
from core.errors import KnownError
from core.files.hostile import require_plain_file
from core.messages import message

_HEADER = b"SQLite format 3\0"


def require_ours(path: Path, backup: Path) -> None:
    """Refuse a database that is no whole catalog of ours, or one of a newer program.

    Nothing in it is run before it is known to be ours: only then does SQLite check its content.

    Args:
        backup: what it was taken out of, as the user knows it.

    Raises:
        KnownError: with the reason.
    """
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        ) as connection:
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if application_id == APPLICATION_ID and version // 1000 <= MAJOR:
                refuse_foreign(connection, backup)
                if own_schema().lacks_tables(connection) or not is_whole(path):
                    raise damaged_backup(backup)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise damaged_backup(backup) from error
    if application_id != APPLICATION_ID:
        raise KnownError(
            message("core", "{backup} is not a backup of a catalog: choose another file."), backup=backup
        )
    if version // 1000 > MAJOR:
        raise KnownError(
            message(
                "core", "A newer version of this program made the backup {backup}: update the program first."
            ),
            backup=backup,
        )


def has_sqlite_header(path: Path) -> bool:
    """True if the file begins as SQLite's do. Others are not even opened: SQLite would delete their log."""
    try:
        require_plain_file(path)
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError as error:
        raise KnownError(
            message("core", "{file} cannot be read ({reason}): check the path and your rights."),
            file=path,
            reason=error.strerror or error,
        ) from error
