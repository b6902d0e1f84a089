"""What phones ask of the shop: in jobs on the open shop, what changes it in the lane of the desk's changes.

Lives on the GUI thread and only passes on.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

from core.errors import Cancelled, KnownError
from core.messages import Sentence, message
from core.progress import ReportProgress
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.jobs import Lane
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.phone.asks.ask import Ask, Caller, Reply
from desktop_app.phone.asks.hearing import hear
from desktop_app.phone.asks.table import ASKS, CHANGING
from desktop_app.phone.phones import PairedPhone
from desktop_app.phone.told import to_wire
from desktop_app.phone.wire import Message

_NOT_OPEN = message("core", "No shop is open at the computer just now. Try again in a moment.")
_OUR_FAULT = message("core", "Something went wrong in the program at the computer. Try again.")
_PUT_OUT = message("core", "This phone was put out at the computer.")

Say = Callable[[Message], None]


class Questions:
    """Answers phones, and knows of each what it searched and which forms it sent.

    Args:
        settings: the user's, as they are now.
        say: to the server's process.
        to_desk: searches pictures at the desk, too.
        changed_shop: tells the window that the shop is another than before.
    """

    def __init__(
        self,
        shop_jobs: ShopJobs,
        settings: Callable[[], Settings],
        say: Say,
        to_desk: Callable[[Sequence[PictureSource]], None],
        changed_shop: Callable[[], None],
    ) -> None:
        self.run = secrets.token_hex(4)
        """Forms that were shown by another one are not remembered here."""
        self._shop_jobs, self._settings = shop_jobs, settings
        self._say, self._to_desk, self._changed_shop = say, to_desk, changed_shop
        self._callers: dict[str, Caller] = {}

    def rename(self, phone: PairedPhone) -> None:
        """Its searches stay with it."""
        if phone.id in self._callers:
            self._callers[phone.id].who = phone.name

    def put_out(self, phone_id: str) -> None:
        """What it asked and nobody has begun to answer is not done any more."""
        caller = self._callers.pop(phone_id, None)
        if caller is not None:
            caller.is_let_in = False

    def ask(self, said: Message, phone: PairedPhone | None) -> None:
        """Answer a question of ``phone``; None for one that is let in no more."""
        if phone is None or said.name not in ASKS:
            self._fail(said, Sentence(_PUT_OUT if phone is None else _OUR_FAULT))
            return
        caller = self._callers.setdefault(phone.id, Caller(phone.name, self._settings, self.run))
        values = dict(said.values)
        form = str(values.pop("form", ""))
        del values["phone"]

        def operation(shop: Shop, _report: ReportProgress) -> Reply:
            if not caller.is_let_in:
                raise KnownError(_PUT_OUT)
            try:
                return hear(shop, caller, said.name, Ask(values, said.parts), form)
            except (KnownError, Cancelled):
                raise
            except Exception:
                self._fail(said, Sentence(_OUR_FAULT))  # whoever waits for it must not wait for ever
                raise

        def done(reply: Reply) -> None:
            self._say(Message("answer", reply.values, said.number, reply.parts))
            if reply.changed:
                self._changed_shop()
            if reply.at_desk:
                self._to_desk([PictureSource(caller.who, data=data) for data in reply.at_desk])

        self._shop_jobs.run(
            operation,
            success=done,
            failure=lambda sentence: self._fail(said, sentence),
            stopped=lambda: self._fail(said, Sentence(_NOT_OPEN)),
            lane=Lane.WRITING if said.name in CHANGING else Lane.PHONES,
        )

    def _fail(self, said: Message, sentence: Sentence) -> None:
        self._say(Message("failed", to_wire(sentence), said.number))
