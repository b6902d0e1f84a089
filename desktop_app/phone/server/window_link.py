"""The server's end of the pipe to the window: questions of phones go out, answers come back in any order."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from desktop_app.phone.server.plan import Known
from desktop_app.phone.wire import Message, Wire, WireBroken

AT_ONCE = 4
"""Questions that are put to the window at a time; more wait here."""
MOST_WAITING = 32
ANSWERED_WITHIN_S = 60.0


class Busy(Exception):  # noqa: N818
    """Too much is asked at once: try again in a moment."""


class Failed(Exception):  # noqa: N818
    """The window says why it cannot be done.

    Args:
        said: the sentence, as desktop_app/phone/told.py has it on the wire.
    """

    def __init__(self, said: Mapping[str, Any]) -> None:
        super().__init__(said.get("text", ""))
        self.said = said


class WindowLink:
    """Lives on the server's event loop."""

    def __init__(self, wire: Wire, gone: Callable[[], None]) -> None:
        """Listen to the window from now on; ``gone`` is called once when it is there no more."""
        self.phones: Mapping[str, Known] = {}
        """The phones that are let in, by the hash of their key."""
        self._wire = wire
        self._gone = gone
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[Message]] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._asking = 0
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=self._listen, name="window", daemon=True).start()

    async def ask(
        self,
        name: str,
        values: Mapping[str, Any] | None = None,
        parts: tuple[bytes, ...] = (),
        phone: str = "",
    ) -> Message:
        """What the window answers.

        Args:
            name: of one of desktop_app/phone/asks.
            phone: id of the phone that asks; "" for one that is none of the shop's yet.

        Raises:
            Failed: it cannot be done, and why.
            Busy: too much is asked at once, or the window is too slow.
        """
        if self._asking >= MOST_WAITING:
            raise Busy
        self._asking += 1
        try:
            async with self._turns:
                return await self._answered(name, {"phone": phone, **(values or {})}, parts)
        finally:
            self._asking -= 1

    async def tell(self, name: str, values: Mapping[str, Any]) -> None:
        """Say something that has no answer."""
        await asyncio.to_thread(self._wire.send, Message(name, values))

    async def _answered(self, name: str, values: Mapping[str, Any], parts: tuple[bytes, ...]) -> Message:
        number = next(self._numbers)
        future: asyncio.Future[Message] = self._loop.create_future()
        self._waiting[number] = future
        try:
            await asyncio.to_thread(self._wire.send, Message(name, values, number, parts))
            answer = await asyncio.wait_for(future, ANSWERED_WITHIN_S)
        except (TimeoutError, WireBroken) as error:
            raise Busy from error
        finally:
            del self._waiting[number]
        if answer.name == "failed":
            raise Failed(answer.values)
        return answer

    def _listen(self) -> None:
        try:
            while True:
                message = self._wire.receive()
                self._loop.call_soon_threadsafe(self._hear, message)
        except (WireBroken, RuntimeError):  # RuntimeError: the loop has ended
            pass
        try:
            self._loop.call_soon_threadsafe(self._gone)
        except RuntimeError:
            return

    def _hear(self, message: Message) -> None:
        if message.name == "phones":
            known = [Known(**phone) for phone in message.values["phones"]]
            self.phones = {phone.key_hash: phone for phone in known}
            return
        future = self._waiting.get(message.number)
        if future is not None and not future.done():
            future.set_result(message)
