"""The catalog's file opened: a connection for each thread, one lane for writing, snapshots for reading.

How it stays safe:

- WAL with ``synchronous=FULL``: what was acknowledged survives a power cut; readers never wait for the
  writer, nor the writer for them (https://www.sqlite.org/wal.html).
- Every change runs in :meth:`Catalog.transaction`, which takes the write lock at its beginning, so it can
  never fail half-way for want of it, and commits all or nothing.
- A write is acknowledged only while the file still is where it was opened (core/catalog/database/place.py).
- What the world causes (disk full, read-only, damaged, locked) arrives as a :class:`KnownError`.
"""

import contextlib
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import sqlite_utils

from core.catalog.database.place import Identity, Place, gone, identity
from core.catalog.database.schema.own_schema import add_functions
from core.catalog.database.scripts import ScriptDatabase
from core.catalog.database.sqlite_errors import CatalogConnection, known_error
from core.catalog.database.upgrade import upgrade
from core.errors import KnownError
from core.messages import message

# Three 1280-dimensional half-precision vectors fit one page of 8 KiB; of 4 KiB, one would waste a third.
_PAGE_BYTES = 8192
_BUSY_SECONDS = 10.0
_MOST_BYTES = 64 * 2**20
"""Of one value or row: far more than we write, so that a stranger's catalog does not take all memory."""


class _ThreadState:
    """What one thread holds; its connection is closed when the thread is gone."""

    def __init__(self, db: sqlite_utils.Database) -> None:
        self.db = db
        self.writing = False
        self.log: Identity | None = None

    def __del__(self) -> None:
        self.db.conn.close()


class Catalog:
    """A shop's catalog in the SQLite file ``path``; made, with its tables, when it is not there.

    May be used from any thread. Opening brings an older schema up to date, after a backup of it.

    Args:
        path: the file, ``catalog.db`` in the shop folder; the folder must exist.
        read_only: change nothing, not even the schema: for a second program, or a folder on a
            read-only medium.

    Raises:
        KnownError: the file cannot be opened, is damaged, is no catalog, or comes from a newer program.
    """

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._writing_lane = threading.RLock()
        self._local = threading.local()
        self._states: weakref.WeakSet[_ThreadState] = weakref.WeakSet()
        self._states_lock = threading.Lock()
        self._closed = False
        self.before_commit: Callable[[], None] = lambda: None
        """Called at the end of every transaction, within it: what it writes is part of it."""
        self.unfinished_edits: set[int] = set()
        """Edits that this process is still adding to, an import's: not to be taken back meanwhile."""
        if read_only and not path.exists():
            raise KnownError(
                message("core", "There is no catalog at {catalog}: choose a shop's folder."), catalog=path
            )
        self._place = Place(path) if read_only else None  # before it is opened: it may be replaced meanwhile
        try:
            upgrade(self)
        except BaseException:
            self.close()
            raise
        self._place = self._place or Place(path)

    @property
    def db(self) -> sqlite_utils.Database:
        """This thread's connection. For reading; to change anything, enter :meth:`transaction`."""
        return self._state().db

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite_utils.Database]:
        """All changes in the block, or none; durable when the block has ended.

        One thread writes at a time; others wait here. A block inside another is part of it: if the inner
        one fails and the outer one goes on, only the inner one's changes are undone.

        Raises:
            KnownError: the catalog is read-only or has gone, the disk is full, another program writes.
        """
        with self._writing_lane:
            state = self._state()
            if state.writing:
                with state.db.atomic():
                    yield state.db
                return
            if self.read_only:
                raise KnownError(
                    message(
                        "core",
                        "The catalog {catalog} is open for reading only: close the program that holds "
                        "it, then open it again.",
                    ),
                    catalog=self.path,
                )
            self.require_in_place()
            connection = state.db.conn
            connection.execute("BEGIN IMMEDIATE")
            state.writing = True
            try:
                self._require_log(state)
                yield state.db
                self.before_commit()
                self.require_in_place()
                self._require_log(state)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk may have rolled it back already
                    connection.execute("ROLLBACK")
                raise
            finally:
                state.writing = False
            self.require_in_place()

    def is_in_place(self) -> bool:
        """Whether the file still is where it was opened."""
        return self._place is None or self._place.is_as_it_was()

    def require_in_place(self) -> None:
        """Raise a :class:`KnownError` unless the file still is where it was opened."""
        if self._place is not None:
            self._place.require()

    def still_held(self) -> sqlite3.Connection:
        """An open connection, of whichever thread, to copy a catalog whose file has gone by; read only."""
        with self._states_lock:
            for state in self._states:
                return state.db.conn
        raise gone(self.path.parent)

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite_utils.Database]:
        """For several reads that must fit together: none of them sees what is written meanwhile."""
        db = self.db
        if db.conn.in_transaction:
            yield db
            return
        db.conn.execute("BEGIN")
        try:
            yield db
        finally:
            db.conn.execute("ROLLBACK")

    def close(self) -> None:
        """Close every thread's connection. No other thread may be using the catalog any more."""
        with self._writing_lane, self._states_lock:
            self._closed = True
            for state in list(self._states):
                state.db.conn.close()
            self._local = threading.local()

    def __enter__(self) -> "Catalog":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _require_log(self, state: _ThreadState) -> None:
        """Raise a :class:`KnownError` if SQLite's log is not the one that this thread writes to."""
        now = identity(self.path.with_name(self.path.name + "-wal"))
        state.log = state.log or now
        if now != state.log:
            raise gone(self.path.parent)

    def _state(self) -> _ThreadState:
        state: _ThreadState | None = getattr(self._local, "state", None)
        if state is None:
            if self._closed:
                raise ValueError("the catalog is closed")
            state = _ThreadState(self._connect())
            self._local.state = state
            with self._states_lock:
                self._states.add(state)
        return state

    def _connect(self) -> sqlite_utils.Database:
        self.require_in_place()  # or one thread would read another catalog than the others
        try:
            connection = self._connect_read_only() if self.read_only else _connection(self.path, "rwc")
            try:
                self._configure(connection)
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            known = known_error(error, self.path)
            if known is None:
                raise
            raise known from error
        # Plugins of sqlite-utils are somebody else's code: none may touch the merchant's data.
        return ScriptDatabase(connection, execute_plugins=False)

    def _configure(self, connection: CatalogConnection) -> None:
        add_functions(connection)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_BYTES)
        for pragma in (
            f"busy_timeout={int(_BUSY_SECONDS * 1000)}",
            "foreign_keys=ON",
            "synchronous=FULL",
            "fullfsync=ON",  # macOS: a plain fsync there does not reach the platter
            "cell_size_check=ON",  # finds a damaged page when it is read, not when it is used
            "cache_size=-16000",
            "temp_store=MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if not self.read_only:
            connection.execute(f"PRAGMA page_size={_PAGE_BYTES}")  # matters before the first table only
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA wal_autocheckpoint=4000")  # 32 MB: fewer random writes in an import
            connection.execute("PRAGMA journal_size_limit=67108864")  # give a big import's log back

    def _connect_read_only(self) -> CatalogConnection:
        """Open for reading, also where SQLite may not make the ``-shm`` file that a WAL needs.

        ``immutable`` is right only when nobody writes; a log that is not empty says that somebody may.
        """
        connection = _connection(self.path, "ro")
        try:
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        except KnownError:
            connection.close()
            log = self.path.with_name(self.path.name + "-wal")
            if log.exists() and log.stat().st_size:
                raise
            connection = _connection(self.path, "ro&immutable=1")
        return connection


def _connection(path: Path, mode: str) -> CatalogConnection:
    connection = sqlite3.connect(
        f"{(path.parent.resolve() / path.name).as_uri()}?mode={mode}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,  # we say BEGIN and COMMIT ourselves
        check_same_thread=False,  # close() ends all threads' connections
        factory=CatalogConnection,
    )
    connection.path = path
    return connection
