"""A line to a hub on which anything may happen: it drops, waits, halves and corrupts what goes through it."""

import contextlib
import random
import socket
import threading
import time
from collections.abc import Iterator


class BadLine:
    """A way through to another port; ``badness`` is the share of pieces of data that something happens to."""

    def __init__(self, door: socket.socket, port: int, seed: int) -> None:
        self.badness = 0.0
        self.happened: set[str] = set()
        self.port = int(door.getsockname()[1])
        self._choice = random.Random(seed)
        self._door, self._far = door, port

    def serve(self) -> None:
        """Let connections through until the door is closed."""
        with contextlib.suppress(OSError):
            while True:
                near, _address = self._door.accept()
                threading.Thread(target=self._carry_one, args=(near,), daemon=True).start()

    def _carry_one(self, near: socket.socket) -> None:
        with near, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._far)) as far:
            back = threading.Thread(target=self._carry, args=(far, near), daemon=True)
            back.start()
            self._carry(near, far)
            back.join()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(16384):
                if self._choice.random() >= self.badness:
                    target.sendall(data)
                    continue
                what = self._choice.choice(("drop", "delay", "halve", "corrupt"))
                self.happened.add(what)
                if what == "delay":
                    time.sleep(self._choice.random() * 0.1)
                    target.sendall(data)
                elif what == "corrupt":
                    changed = bytearray(data)
                    changed[self._choice.randrange(len(data))] ^= 1 << self._choice.randrange(8)
                    target.sendall(changed)
                else:
                    target.sendall(data[: len(data) // 2] if what == "halve" else b"")
                    break
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def bad_line(port: int, seed: int) -> Iterator[BadLine]:
    """A line to ``port`` of this computer, for the block; good until it is told to be bad."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        line = BadLine(door, port, seed)
        thread = threading.Thread(target=line.serve, daemon=True)
        thread.start()
        yield line
        with contextlib.suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
    thread.join()
