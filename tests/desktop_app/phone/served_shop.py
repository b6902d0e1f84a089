"""The phones' server on a real shop, over loopback, for tests that look at its pages with a real browser.

It stands where the window stands: it starts the server's process and answers what phones ask of the shop.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from core.errors import KnownError
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Ask, Caller, Reply
from desktop_app.phone.asks.table import ASKS
from desktop_app.phone.child import ServerChild
from desktop_app.phone.server.key import hash_of, new_key
from desktop_app.phone.server.plan import Known, ServerPlan
from desktop_app.phone.told import to_wire
from desktop_app.phone.wire import Message

PATIENCE_S = 60


@dataclass(slots=True)
class ServedShop:
    """The server at work.

    Attributes:
        address: ``https://127.0.0.1:40123``.
        key: of the phone that was let in.
        at_desk: pictures that the window was to search, too.
        put_out: lets no phone in any more.
    """

    address: str
    key: str
    put_out: Callable[[], None]
    at_desk: list[bytes] = field(default_factory=list)


@contextmanager
def served(shop: Shop, folder: Path, settings: Settings | None = None) -> Iterator[ServedShop]:
    """Serve ``shop`` to one phone, "Ann's phone"."""
    key = new_key()
    caller = Caller("Ann's phone", lambda: settings or Settings())
    listening = threading.Event()
    address = ""
    at_desk: list[bytes] = []
    one_by_one = ThreadPoolExecutor(1)

    def hear(said: Message) -> None:
        nonlocal address
        if said.number:
            one_by_one.submit(answer, said)
        elif said.name == "listening":
            [address] = said.values["addresses"]
            listening.set()

    def answer(said: Message) -> None:
        values = {name: value for name, value in said.values.items() if name != "phone"}
        try:
            reply: Reply = ASKS[said.name](shop, caller, Ask(values, said.parts))
        except KnownError as error:
            child.say(Message("failed", to_wire(error.sentence), said.number))
        else:
            at_desk.extend(reply.at_desk)
            child.say(Message("answer", reply.values, said.number, reply.parts))

    def let_in(*phones: Known) -> None:
        child.say(Message("phones", {"phones": [asdict(phone) for phone in phones]}))

    shop.network.load()  # as the window does when it opens a shop
    shop.index()
    child = ServerChild(ServerPlan(("127.0.0.1",), 0, folder, "shop"), hear, listening.set)
    try:
        let_in(Known("ann", "Ann's phone", hash_of(key)))
        assert listening.wait(PATIENCE_S)
        assert address, "the server ended before it listened"
        yield ServedShop(address, key, let_in, at_desk)
    finally:
        child.end()
        assert child.join(PATIENCE_S)
        one_by_one.shutdown()
