"""Bytes that no browser would send, and what comes back of them."""

import socket

from tests.desktop_app.phone.served import Browser

PAIR = b"GET /pair HTTP/1.1\r\nHost: HERE\r\n\r\n"
"""What a stranger may ask for; HERE is where the server is."""


def status(browser: Browser, sent: bytes) -> bytes:
    """The status that these bytes are answered with; b"" where the connection was closed."""
    try:
        with browser.raw() as bare:
            bare.sendall(sent.replace(b"HERE", browser.served.host.encode()))
            first = bare.recv(64)
    except TimeoutError:
        raise
    except OSError:
        return b""
    return first.split(b" ")[1] if first.startswith(b"HTTP/") else b""


def rest(bare: socket.socket) -> bytes:
    """What still comes until it is closed; a client that has to wait for longer than its patience fails."""
    try:
        return bare.recv(64)
    except TimeoutError:
        raise
    except OSError:
        return b""
    finally:
        bare.close()
