"""The sockets of the server: one for each address of the local network, all on one port."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Sequence

_TRIES = 10
BACKLOG = 64


def listen(addresses: Sequence[str], port: int) -> list[socket.socket]:
    """A listening socket on each of ``addresses``; on ``port``, or the next one that is free on all.

    An address that has gone meanwhile is left out.

    Raises:
        OSError: on none of them, or no port is free.
    """
    failure = OSError("no address")
    for tried in range(port, port + (_TRIES if port else 1)):
        sockets: list[socket.socket] = []
        try:
            for address in addresses:
                sockets += _on(address, tried or _port_of(sockets))
        except OSError as error:  # somebody has this port
            failure = error
            for opened in sockets:
                opened.close()
            continue
        if sockets:
            return sockets
    raise failure


def _on(address: str, port: int) -> list[socket.socket]:
    is_six = ":" in address
    made = socket.socket(socket.AF_INET6 if is_six else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if is_six:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        if sys.platform == "win32":  # where "reuse" would let another program take the port over
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.listen(BACKLOG)
        made.setblocking(False)
    except OSError as error:
        made.close()
        if error.errno == errno.EADDRNOTAVAIL:
            return []
        raise
    return [made]


def _port_of(sockets: Sequence[socket.socket]) -> int:
    return int(sockets[0].getsockname()[1]) if sockets else 0
