"""One connection to a hub: encrypted and checked, unless the hub is this computer, with limits to waiting.

The driver is imported here and in the errors alone, when somebody asks for a hub: a shop without one neither
loads it nor opens a socket.
"""

import contextlib
import ipaddress
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import Cancelled
from core.hub.errors import BAD_ADDRESS, CANNOT_BE_REACHED, HubAwayError, HubRefusedError, told_in_words
from core.hub.patience import Wanted, addresses_of, always_wanted, while_wanted

if TYPE_CHECKING:
    import psycopg

CONNECT_S = 10
"""How long a connection may take to come about."""
STATEMENT_S = 30
"""How long the hub may work on one statement of a till."""
_SILENCE_S = 30
"""How much longer than the hub's own limit this side waits for its answer before it calls the hub away."""
_PORT = 5432
_LOCAL = ("", "localhost", "127.0.0.1", "::1")
_SYSTEMS_AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)


@contextlib.contextmanager
def connected(
    url: str,
    secret: str | None = None,
    *,
    statement_s: float | None = STATEMENT_S,
    is_wanted: Wanted = always_wanted,
) -> Iterator["psycopg.Connection"]:
    """A connection for the block; it is in autocommit: write ``with connection.transaction():`` around what
    belongs together.

    Args:
        url: ``postgresql://name@host:port/database?option=…``, as libpq reads it.
        secret: the password, where it is none of the URL's, the environment's or ~/.pgpass's.
        statement_s: after how many seconds the hub gives up on a statement; None for work that takes hours.
        is_wanted: asked while the hub is waited for, on the same thread.

    Raises:
        Cancelled: it is not wanted any more.
        HubAwayError: it cannot be reached, or the connection broke in the block.
        HubRefusedError: it does not let us in, or its certificate is wrong.
    """
    with told_in_words():
        connection = _connect(url, secret, statement_s, is_wanted)
        try:
            yield connection
        finally:
            connection.close()


def _connect(
    url: str, secret: str | None, statement_s: float | None, is_wanted: Wanted
) -> "psycopg.Connection":
    import psycopg
    from psycopg import conninfo
    from psycopg.abc import PQGenConn

    try:
        told = conninfo.conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise HubRefusedError(BAD_ADDRESS, reason=str(error).strip()) from error
    parameters = {**_encryption(told), "connect_timeout": CONNECT_S, **_with_addresses(told, is_wanted)}
    if secret is not None:
        parameters["password"] = secret

    class Patient(psycopg.Connection[Any]):
        """Waits for an answer as long as the hub may take for it, and a little; and no longer than wanted."""

        @classmethod
        def _connect_gen(cls, conninfo: str = "") -> PQGenConn["Patient"]:
            return (yield from while_wanted(super()._connect_gen(conninfo), is_wanted))

        def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
            limit = None if statement_s is None else statement_s + _SILENCE_S
            try:
                return super().wait(
                    while_wanted(gen, is_wanted), interval, limit if timeout is None else timeout
                )
            except Cancelled:
                self.pgconn.finish()  # or the driver would ask once more, to end a transaction
                raise

    connection = Patient.connect(
        **parameters,
        autocommit=True,
        application_name="snapshelf",
        keepalives_idle=10,
        keepalives_interval=5,
        keepalives_count=3,
        tcp_user_timeout=_SILENCE_S * 1000,
    )
    limit = 0 if statement_s is None else round(statement_s * 1000)
    try:
        connection.execute(f"SET search_path = snapshelf, public; SET statement_timeout = {limit}")
    except BaseException:  # a line that broke at once, or nobody wants it any more
        connection.close()
        raise
    return connection


def _with_addresses(told: dict[str, Any], is_wanted: Wanted) -> dict[str, Any]:
    """The same with the numeric addresses of a host that has a name."""
    host = str(told.get("host", ""))
    if _is_local(told) or "," in host or told.get("hostaddr") or _is_address(host):
        return told
    try:
        found = addresses_of(host, str(told.get("port") or _PORT), CONNECT_S, is_wanted)
    except OSError as error:
        raise HubAwayError(CANNOT_BE_REACHED, reason=error.strerror or error) from error
    return told | {"host": ",".join([host] * len(found)), "hostaddr": ",".join(found)}


def _encryption(told: dict[str, Any]) -> dict[str, str]:
    """What holds where the address says nothing else: the certificate and its name are checked."""
    if _is_local(told):
        return {}
    if "sslrootcert" in told or (Path.home() / ".postgresql" / "root.crt").exists():
        return {"sslmode": "verify-full"}
    found = [ssl.get_default_verify_paths().cafile, *_SYSTEMS_AUTHORITIES]
    trusted = next((file for file in found if file and Path(file).exists()), "system")
    return {"sslmode": "verify-full", "sslrootcert": trusted}


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_local(told: dict[str, Any]) -> bool:
    """Whether every host is this computer, or a socket in a folder of it."""
    hosts = str(told.get("hostaddr") or told.get("host") or "").split(",")
    return all(host in _LOCAL or host.startswith(("/", "@")) for host in hosts)
