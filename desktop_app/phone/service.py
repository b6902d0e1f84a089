"""Phones as the window sees them: the server's process, and who is let in.

Lives on the GUI thread and does nothing there but pass on: files are read and written in jobs, and the
process is listened to on a thread of its own. What phones ask of the shop: questions.py.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.messages import Sentence, message
from core.policy import TrustedName
from desktop_app.background.preferences import Preferences
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.jobs import Jobs, Lane
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.phone.addresses import local_addresses
from desktop_app.phone.child import ServerChild
from desktop_app.phone.pairing import AskingPhone, Pairing
from desktop_app.phone.phones import PairedPhone, load_phones, renamed, save_phones, with_phone, without
from desktop_app.phone.questions import Questions
from desktop_app.phone.server.plan import Known, ServerPlan
from desktop_app.phone.wire import Message
from desktop_app.program.discretion import discreet_trace

_log = logging.getLogger(__name__)

PORT = 48443
"""The first one that is tried; registered for nobody (IANA), and above what a system keeps for itself."""

_LOOK_MS = 30_000
"""How often it is looked whether this computer is in another network now."""
_AGAIN_MS = 2_000
_MOST_DEATHS = 3
"""So often the process is started anew until it has listened again."""

_NO_NETWORK = message("core", "This computer is in no local network. Connect it, and phones can be let in.")
_NOT_LISTENING = message("core", "Phones cannot reach this computer: {reason}.")
_DIED = message("core", "The part that phones speak to ended again and again. Switch it off and on.")


@dataclass(frozen=True, slots=True)
class Served:
    """Where phones reach this computer.

    Attributes:
        addresses: ``https://192.168.1.5:48443``, the likeliest first.
        fingerprint: of the certificate, as browsers show it; "" where phones trust it without a look.
    """

    addresses: tuple[str, ...]
    fingerprint: str


class PhoneService(QObject):
    """Serves phones from :meth:`begin` until :meth:`end`.

    Args:
        preferences: the user's settings; the certificate and the phones' file lie beside them.
        to_desk: searches pictures at the desk, too.
        changed_shop: tells the window that the shop is another than before.
        addresses: of this computer in its local networks; None for those that it has.
        trusted: a name that phones trust, as the policy has it.
    """

    changed = Signal()
    """Where it listens, what keeps it from that, or who is let in."""
    asked = Signal(object)
    """AskingPhone: it has brought the code, and waits for :meth:`decide`."""
    _heard = Signal(object)
    _ended = Signal()

    def __init__(
        self,
        jobs: Jobs,
        shop_jobs: ShopJobs,
        preferences: Preferences,
        to_desk: Callable[[Sequence[PictureSource]], None],
        changed_shop: Callable[[], None],
        addresses: Callable[[], Sequence[str]] | None = None,
        trusted: TrustedName | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.served: Served | None = None
        self.problem: Sentence | None = None
        self.phones: tuple[PairedPhone, ...] = ()
        self.pairing = Pairing()
        self._jobs, self._shop_jobs, self._preferences = jobs, shop_jobs, preferences
        self._folder = preferences.folder / "phone"
        self._addresses = addresses or local_addresses
        self._trusted = trusted
        self._questions = Questions(shop_jobs, lambda: preferences.settings, self._say, to_desk, changed_shop)
        self._child: ServerChild | None = None
        self._at: tuple[str, ...] = ()
        self._deaths = 0
        self._heard.connect(self._on_heard)
        self._ended.connect(self._on_ended)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_for_networks)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._start)

    def begin(self) -> None:
        """Read who is let in, and listen."""

        def begin(read: tuple[tuple[PairedPhone, ...], tuple[str, ...]]) -> None:
            self.phones, addresses = read
            self._look.start()
            self._move(addresses)

        self._jobs.run(lambda _report: (load_phones(self._file), tuple(self._addresses())), success=begin)

    def end(self) -> None:
        """Listen no more."""
        self._look.stop()
        self._again.stop()
        self.pairing.forget_code()
        self._end_child()

    # Who is let in

    def decide(self, asking: AskingPhone, *, let_in: bool) -> None:
        """Let the phone in that asks, or do not."""
        self.pairing.decide(asking.id, let_in=let_in)

    def rename(self, phone_id: str, name: str) -> None:
        """Call a phone by another name; its searches stay with it."""
        self._keep(renamed(self.phones, phone_id, name))
        self._questions.rename(next(phone for phone in self.phones if phone.id == phone_id))

    def put_out(self, phone_id: str) -> None:
        """Let a phone in no more, from this moment on."""
        self._questions.put_out(phone_id)
        self._keep(without(self.phones, phone_id))

    def _keep(self, phones: tuple[PairedPhone, ...]) -> None:
        self.phones = phones
        self._tell_phones()
        self._jobs.run(
            lambda _report: save_phones(self._file, phones), success=lambda _: None, lane=Lane.WRITING
        )
        self.changed.emit()

    def _tell_phones(self) -> None:
        known = [asdict(Known(phone.id, phone.name, phone.key_hash)) for phone in self.phones]
        self._say(Message("phones", {"phones": known}))

    @property
    def _file(self) -> Path:
        return self._folder / "phones.json"

    # The process

    def _move(self, addresses: tuple[str, ...]) -> None:
        """Listen on ``addresses`` and no others."""
        if addresses == self._at and self._child is not None:
            return
        self._at = addresses
        self._end_child()
        self.problem = None if addresses else Sentence(_NO_NETWORK)
        self.changed.emit()
        if addresses:
            self._start()

    def _start(self) -> None:
        shop = hashlib.sha256(os.fsencode(self._shop_jobs.shop_folder)).hexdigest()
        plan = ServerPlan(self._at, PORT, self._folder, shop, self._questions.run, self._trusted)
        self._child = ServerChild(plan, self._heard.emit, self._ended.emit)
        self._tell_phones()

    def _end_child(self) -> None:
        child, self._child, self.served = self._child, None, None
        if child is not None:
            child.end()

    def _look_for_networks(self) -> None:
        self._jobs.run(lambda _report: tuple(self._addresses()), success=self._move)

    def _on_ended(self) -> None:
        """It ended unasked; one that was asked to does not tell."""
        _log.warning("the phones' process ended")
        self._child, self.served = None, None
        if self.problem is None:
            self._deaths += 1
            if self._deaths < _MOST_DEATHS:
                self._again.start()
            else:
                self.problem = Sentence(_DIED)
        self.changed.emit()

    def _on_heard(self, said: Message) -> None:
        if said.number:
            self._on_question(said)
        elif said.name == "listening":
            self._deaths = 0
            self.problem, self.served = (
                None,
                Served(tuple(said.values["addresses"]), said.values["fingerprint"]),
            )
            self.changed.emit()
        elif said.name == "not_listening":
            self.problem = Sentence(_NOT_LISTENING, {"reason": said.values["reason"]})
            self.changed.emit()
        elif said.name == "refused":
            for why, count in said.values.items():
                _log.info("refused to phones: %s, %d times", why, count)
        elif said.name == "bug":
            _log.error("A mistake in the phones' process: %s", discreet_trace(said.values["trace"]))

    # What phones ask

    def _on_question(self, said: Message) -> None:
        if said.name == "pair":
            self._on_pair(said)
        elif said.name == "paired":
            self._on_paired(said)
        else:
            asking = said.values.get("phone")
            self._questions.ask(said, next((one for one in self.phones if one.id == asking), None))

    def _on_pair(self, said: Message) -> None:
        code, name, address = (str(said.values.get(part, "")) for part in ("code", "name", "address"))
        found = self.pairing.ask(code, name, address)
        if found is None:
            self._answer(said, {"ticket": "", "number": ""})
            return
        ticket, asking = found
        self._answer(said, {"ticket": ticket, "number": asking.number})
        self.changed.emit()
        self.asked.emit(asking)

    def _on_paired(self, said: Message) -> None:
        decision, asking = self.pairing.take(str(said.values.get("ticket", "")))
        if decision == "yes" and asking is not None:
            key_hash = str(said.values.get("key_hash", ""))
            self._keep(with_phone(self.phones, asking.name, key_hash, date.today().isoformat()))
        self._answer(said, {"decided": decision})

    def _answer(self, said: Message, values: Mapping[str, str]) -> None:
        self._say(Message("answer", values, said.number))

    def _say(self, said: Message) -> None:
        child = self._child
        if child is not None:
            child.say(said)
