"""A way to a hub that falls silent, as behind a router that forgot the connection, and a hub that never says
anything."""

import contextlib
import socket
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def silenced(port: int) -> Iterator[tuple[int, threading.Event]]:
    """A way to ``port`` that carries bytes until the event is set; then it takes them and carries nothing."""
    silence = threading.Event()

    def carry(source: socket.socket, target: socket.socket) -> None:
        while data := source.recv(65536):
            if not silence.is_set():
                target.sendall(data)
        target.shutdown(socket.SHUT_RDWR)

    def serve() -> None:
        near, _address = door.accept()
        with near, socket.create_connection(("127.0.0.1", port)) as far:
            there = threading.Thread(target=carry, args=(near, far))
            there.start()
            carry(far, near)
            there.join()

    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=serve)
        thread.start()
        yield int(door.getsockname()[1]), silence
        thread.join()


@contextlib.contextmanager
def silent_door() -> Iterator[socket.socket]:
    """A door that lets whoever comes in, and behind which nobody speaks; it can be read once one came."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door
