"""The phones' server on a real shop, over loopback, for tests that look at its pages with a real browser.

It answers what phones ask of the shop as the window does, one question after the other.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import KnownError
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Ask, Caller
from desktop_app.phone.asks.hearing import hear
from desktop_app.phone.server.key import new_key
from desktop_app.phone.told import to_wire
from desktop_app.phone.wire import Message
from tests.desktop_app.phone.served import RUN, serving

WHO = "Ann's phone"


@dataclass(slots=True)
class ServedShop:
    """The server at work.

    Attributes:
        address: ``https://127.0.0.1:40123``.
        key: of the phone that was let in.
        put_out: lets no phone in any more.
        at_desk: pictures that the window was to search, too.
    """

    address: str
    key: str
    put_out: Callable[[], None]
    at_desk: list[bytes] = field(default_factory=list)


@contextmanager
def served(shop: Shop, folder: Path, settings: Settings | None = None) -> Iterator[ServedShop]:
    """Serve ``shop`` to one phone, "Ann's phone"."""
    caller = Caller(WHO, lambda: settings or Settings(), RUN)
    at_desk: list[bytes] = []

    def answer(said: Message) -> Message:
        values = {name: value for name, value in said.values.items() if name not in {"phone", "form"}}
        try:
            reply = hear(shop, caller, said.name, Ask(values, said.parts), said.values.get("form", ""))
        except KnownError as error:
            return Message("failed", to_wire(error.sentence))
        at_desk.extend(reply.at_desk)
        return Message("answer", reply.values, 0, reply.parts)

    shop.network.load()  # as the window does when it opens a shop
    shop.index()
    with serving(folder, otherwise=answer) as running:
        key = new_key()
        running.let_in(**{WHO: key})
        yield ServedShop(running.origin, key, running.let_in, at_desk)
