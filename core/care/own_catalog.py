"""Whether a file is a catalog that a shop may be restored from."""

import contextlib
import sqlite3
from pathlib import Path

from core.catalog.database.schema.steps import APPLICATION_ID, MAJOR
from core.catalog.database.schema.upgrade import refuse_foreign_instructions
from core.errors import KnownError
from core.messages import message

_HEADER = b"SQLite format 3\0"


def check_is_ours(path: Path, backup: Path) -> None:
    """Refuse a database that is no catalog, or one of a newer program.

    Args:
        backup: what it was taken out of, as the user knows it.

    Raises:
        KnownError: with the reason.
    """
    with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application_id == APPLICATION_ID and version // 1000 <= MAJOR:
            refuse_foreign_instructions(connection, backup)
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
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError as error:
        raise KnownError(
            message("core", "{file} cannot be read ({reason}): check the path and your rights."),
            file=path,
            reason=error.strerror or error,
        ) from error
