"""The server's process as the window sees it: started, listened to on a thread of its own, ended."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import wait
from queue import SimpleQueue

from desktop_app.phone.server.entry import serve_phones
from desktop_app.phone.server.plan import ServerPlan
from desktop_app.phone.wire import Message, Wire, WireBroken


class ServerChild:
    """One process, from its start to its end.

    Args:
        hear: called with all that it says, on a thread of ours.
        ended: called once when it is gone, on the same thread; not after :meth:`end`.
    """

    def __init__(self, plan: ServerPlan, hear: Callable[[Message], None], ended: Callable[[], None]) -> None:
        self._plan = plan
        self._hear = hear
        self._ended = ended
        self._to_say: SimpleQueue[Message | None] = SimpleQueue()
        self._woken, self._wake = get_context("spawn").Pipe(duplex=False)
        self._is_wanted = True
        self._thread = threading.Thread(target=self._live, name="phones", daemon=True)
        self._thread.start()

    def say(self, message: Message) -> None:
        """Say it to the server, as soon as it listens; waits for nothing. Nothing where it is gone."""
        self._to_say.put(message)

    def end(self) -> None:
        """Let it end; does not wait for that. Nothing is heard of it any more."""
        self._is_wanted = False
        with contextlib.suppress(OSError):  # it has ended already
            self._wake.send_bytes(b"end")

    def join(self, timeout_s: float = 5.0) -> bool:
        """Wait until it has ended; False if it has not by then."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _live(self) -> None:
        """Starting takes tenths of a second: not on the GUI thread."""
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve_phones, args=(theirs, self._plan), name="phones", daemon=True)
        process.start()
        theirs.close()  # now only the child holds its end, and its death closes it
        wire = Wire(ours)
        speaker = threading.Thread(target=self._speak, args=(wire,), name="to phones", daemon=True)
        speaker.start()
        try:
            while self._woken not in wait([ours, self._woken]):
                message = wire.receive()
                if self._is_wanted:
                    self._hear(message)
        except WireBroken:
            pass
        process.kill()  # it holds nothing that could be lost, and whoever is sending to it is let go
        process.join()
        self._to_say.put(None)
        speaker.join()
        for end in (ours, self._woken, self._wake):
            end.close()
        if self._is_wanted:
            self._ended()

    def _speak(self, wire: Wire) -> None:
        with contextlib.suppress(WireBroken):  # whoever listens hears of it
            while (message := self._to_say.get()) is not None:
                wire.send(message)
