"""Brings a catalog's tables up to date when it is opened, and refuses what a newer program made.

SQLite's header says whose file it is (``application_id``) and how far it is (``user_version`` =
major * 1000 + number of the last migration). A newer minor version only adds what we can ignore; a newer
major version changes what we rely on.
"""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import sqlite_utils
from sqlite_utils.migrations import Migrations

from core.catalog.database.backup_files import backup_files, backup_name, copy_database
from core.catalog.database.schema.own_schema import is_newest, own_schema
from core.catalog.database.schema.steps import APPLICATION_ID, MAJOR, STEPS, Step
from core.catalog.database.sqlite_errors import CatalogOutdatedError, damaged
from core.errors import KnownError
from core.messages import message


class OpenCatalog(Protocol):
    """What an upgrade needs of a :class:`~core.catalog.database.catalog.Catalog`."""

    path: Path
    read_only: bool

    @property
    def db(self) -> sqlite_utils.Database:
        """This thread's connection."""

    def transaction(self) -> AbstractContextManager[sqlite_utils.Database]:
        """All changes in the block, or none."""


def upgrade(catalog: OpenCatalog, steps: tuple[Step, ...] = STEPS) -> None:
    """Check whose file it is, then apply the steps that it lacks, each in one transaction.

    A new catalog gets all of them in one: half of its tables would be taken for an older version's. One that
    already holds something is backed up before the first: that copy is what an older program can open again.
    One before each step would push it out of the few that are kept.

    Raises:
        KnownError: it is no catalog, a newer major version made it, it is too old to be read only, or holds
            something of a stranger's.
    """
    is_new = _is_new(catalog)
    migrations = _migrations(steps)
    pending = [step.name for step in migrations.pending(catalog.db)]
    if pending and catalog.read_only and is_new:
        raise CatalogOutdatedError(
            message(
                "core",
                "The catalog {catalog} is still being made, or its first import was cut off: wait for it, "
                "or import again.",
            ),
            catalog=catalog.path,
        )
    if pending and catalog.read_only:
        raise CatalogOutdatedError(
            message(
                "core",
                "The catalog {catalog} was made by an older version: open it once with write permission "
                "to bring it up to date.",
            ),
            catalog=catalog.path,
        )
    if pending and not is_new:
        copy_database(catalog.db.conn, backup_name(catalog.path, f"before-{pending[0].partition('_')[0]}"))
    ends = [None] if is_new else [*pending[1:], None]
    for following in ends if pending else []:
        with catalog.transaction() as db:
            migrations.apply(db, stop_before=following)


def _is_new(catalog: OpenCatalog) -> bool:
    """True for a catalog without content; refuses files that are not ours to open."""
    db = catalog.db
    (application_id,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").fetchone()
    if application_id == 0 and tables == 0:
        if backup_files(catalog.path):  # never start afresh over a catalog that was lost
            raise damaged(catalog.path)
        return True
    if application_id != APPLICATION_ID:
        raise KnownError(
            message("core", "{catalog} is not a catalog of this program: choose a shop's folder."),
            catalog=catalog.path,
        )
    if version // 1000 > MAJOR:
        raise KnownError(
            message(
                "core",
                "A newer version of this program made the catalog {catalog}: update the program to open it.",
            ),
            catalog=catalog.path,
        )
    if is_newest(db.conn):
        return False
    refuse_foreign(db.conn, catalog.path)
    if own_schema().lacks_tables(db.conn):
        raise damaged(catalog.path)
    return False


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a catalog that holds what is none of ours; nothing in it is run for that.

    Raises:
        KnownError: with the name of what is not ours.
    """
    name = own_schema().foreign_part(connection)
    if name is not None and own_schema().is_older_than(connection):
        raise KnownError(
            message(
                "core",
                "{catalog} says that a newer version of this program made it, and holds what this one does "
                "not know ({name}): update the program. If there is no newer one, restore a backup of your "
                "own.",
            ),
            catalog=path,
            name=name,
        )
    if name is not None:
        raise KnownError(
            message(
                "core",
                "{catalog} holds instructions that are not of this program ({name}) and is not opened: "
                "restore a backup of your own.",
            ),
            catalog=path,
            name=name,
        )


def _migrations(steps: tuple[Step, ...]) -> Migrations:
    migrations = Migrations("snapshelf")
    for step in steps:
        migrations(name=step.name)(_with_version(step))
    return migrations


def _with_version(step: Step) -> Callable[[sqlite_utils.Database], None]:
    """``step`` with the header's fields, which SQLite changes in the same transaction."""

    def apply(db: sqlite_utils.Database) -> None:
        step.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {step.version}")

    return apply
