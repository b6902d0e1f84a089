"""Encryption in front of a server: the PostgreSQL of the tests is built without it.

It answers the client's wish to encrypt as PostgreSQL does, with a certificate of its choice, and carries what
was decrypted on. So what is tested is the real client, the real encryption, and a real server behind it.
"""

import contextlib
import socket
import ssl
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

_WISH = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
"""SSLRequest: https://www.postgresql.org/docs/current/protocol-message-formats.html"""


@contextlib.contextmanager
def encrypting_front(port: int, certificate: bytes, key: bytes) -> Iterator[int]:
    """The port on 127.0.0.1 where the server of ``port`` is reached encrypted, for the block."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        file.write(certificate + key)
        file.flush()
        context.load_cert_chain(Path(file.name))
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=_serve, args=(door, context, port), daemon=True)
        thread.start()
        yield int(door.getsockname()[1])
        door.shutdown(socket.SHUT_RDWR)
    thread.join()


def _serve(door: socket.socket, context: ssl.SSLContext, port: int) -> None:
    with contextlib.suppress(OSError):  # the door was closed
        while True:
            near, _address = door.accept()
            threading.Thread(target=_carry_one, args=(near, context, port), daemon=True).start()


def _carry_one(near: socket.socket, context: ssl.SSLContext, port: int) -> None:
    with near, contextlib.suppress(OSError):  # refused by the client, or gone
        if near.recv(len(_WISH), socket.MSG_WAITALL) != _WISH:
            return
        near.sendall(b"S")
        with (
            context.wrap_socket(near, server_side=True) as inside,
            socket.create_connection(("127.0.0.1", port)) as far,
        ):
            back = threading.Thread(target=_carry, args=(far, inside), daemon=True)
            back.start()
            _carry(inside, far)
            back.join()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)
