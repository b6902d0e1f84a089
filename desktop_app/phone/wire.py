"""What the window's process and the phones' server say to each other, over the pipe between them.

The server hears strangers, so nothing that it says is ever unpickled: a message is one frame of JSON, and a
frame for each part that is no text, such as a picture. The pipe is the life line, too: whoever sees its end
leaves.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

MOST_TEXT = 2 * 2**20
"""Bytes of a message's JSON."""
MOST_PART = 64 * 2**20
"""Bytes of one part."""
MOST_PARTS = 64


class WireBroken(Exception):  # noqa: N818  (one end is gone, which ends the other)
    """The other process is gone, or said what is no message."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said.

    Attributes:
        name: what it is about.
        values: what JSON can say.
        number: which question is asked or answered; 0 where no answer is expected.
        parts: bytes that go with it: pictures.
    """

    name: str
    values: Mapping[str, Any] = field(default_factory=dict)
    number: int = 0
    parts: tuple[bytes, ...] = ()


class Wire:
    """One end of the pipe. Any thread may send; one thread receives."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sending = threading.Lock()

    def send(self, message: Message) -> None:
        """Say it; waits while the other end is busy.

        Raises:
            WireBroken: the other process is gone.
        """
        head = {
            "name": message.name,
            "values": message.values,
            "number": message.number,
            "parts": len(message.parts),
        }
        text = json.dumps(head, ensure_ascii=False).encode()
        try:
            with self._sending:
                for frame in (text, *message.parts):
                    self._connection.send_bytes(frame)
        except (OSError, ValueError) as error:
            raise WireBroken from error

    def receive(self) -> Message:
        """The next message; waits for it.

        Raises:
            WireBroken: the other process is gone, or said what is no message of ours.
        """
        try:
            head = json.loads(self._connection.recv_bytes(MOST_TEXT))
            name, values, number, count = (head[key] for key in ("name", "values", "number", "parts"))
            is_sound = (
                isinstance(name, str)
                and isinstance(values, dict)
                and isinstance(number, int)
                and isinstance(count, int)
                and 0 <= count <= MOST_PARTS
            )
            if not is_sound:
                raise WireBroken
            return Message(
                name, values, number, tuple(self._connection.recv_bytes(MOST_PART) for _ in range(count))
            )
        except (EOFError, OSError, ValueError, TypeError, KeyError, RecursionError) as error:
            raise WireBroken from error
