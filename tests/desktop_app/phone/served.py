"""A real server process on loopback, the test in the window's place; and a client that lies as it likes."""

import http.client
import itertools
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.policy import TrustedName
from desktop_app.phone.child import ServerChild
from desktop_app.phone.server.key import COOKIE, ONCE, TOKEN, hash_of, new_key, token_of
from desktop_app.phone.server.plan import ServerPlan
from desktop_app.phone.wire import Message

PATIENCE_S = 60.0
SHOP, RUN = "the shop that is open", "run"
FORM = "application/x-www-form-urlencoded"

Answering = Callable[[Message], Message]
_addresses, _forms = itertools.count(1), itertools.count(1)


@dataclass(slots=True)
class Answer:
    """What the server answered: names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    cookies: list[str]
    body: bytes


@dataclass(slots=True)
class Reached:
    """Where a server is, and by what it is known."""

    certificate: Path
    origin: str = ""

    @property
    def host(self) -> str:
        return self.origin.removeprefix("https://")

    def browser(self, key: str = "") -> "Browser":
        """A client at an address of its own, so that no test is held to what another one asked."""
        number = next(_addresses)
        return Browser(self, key, f"127.1.{number // 256}.{number % 256}")


@dataclass(slots=True)
class Served(Reached):
    """A server with the test in the window's place, and what it said."""

    child: ServerChild = field(kw_only=True)
    waiting: str = field(default_factory=new_key)
    """The key of a phone that is always let in: for nothing but to wait until the server has heard."""
    fingerprint: str = ""
    asked: list[Message] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)
    answers: dict[str, Answering] = field(default_factory=dict)

    def let_in(self, **keys: str) -> None:
        """Let in phones of these names, each with its key, and no others."""
        phones = {**keys, "waiting": self.waiting}
        known = [{"id": name, "name": name, "key_hash": hash_of(key)} for name, key in phones.items()]
        self.child.say(Message("phones", {"phones": known}))
        waiting = self.browser(self.waiting)
        while waiting.get("/find?text=heard").status in {401, 429}:
            time.sleep(0.05)  # the very first time; from then on the window's answer comes after what it said


@dataclass(slots=True)
class Browser:
    """One client; ``key`` is its cookie, "" for none."""

    served: Reached
    key: str
    address: str

    def get(self, path: str, **headers: str) -> Answer:
        return self.send("GET", path, None, headers)

    def post(self, path: str, body: bytes = b"", kind: str = FORM, **headers: str) -> Answer:
        """As a page of ours would send it, but for what ``headers`` say; "" leaves one out."""
        return self.send("POST", path, body, {"Origin": self.served.origin, "Content-Type": kind, **headers})

    def write(self, path: str, **fields: str) -> Answer:
        """A form with the phone's token, and an id of its own unless ``fields`` have one."""
        fields = {TOKEN: token_of(self.key, SHOP), ONCE: f"{RUN}.{next(_forms)}", **fields}
        return self.post(path, "&".join(f"{name}={value}" for name, value in fields.items()).encode())

    def shown(self, path: str) -> dict[str, str]:
        """The token and the id of a form on a page, as a browser would send them."""
        page = self.get(path).body.decode()
        found = (re.search(f'name="{name}" value="([^"]+)"', page) for name in (TOKEN, ONCE))
        return dict(zip((TOKEN, ONCE), (one[1] for one in found if one is not None), strict=True))

    def upload(self, path: str, *pictures: bytes, **fields: str) -> Answer:
        """A form with pictures, and the token and the id that ``fields`` bring."""
        parts = [f'form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
        head = b'form-data; name="picture"; filename="p"\r\n\r\n'
        parts += [head + picture for picture in pictures]
        body = b"".join(b"--x\r\nContent-Disposition: " + part + b"\r\n" for part in parts) + b"--x--\r\n"
        return self.post(path, body, "multipart/form-data; boundary=x")

    def send(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        cookie = {"Cookie": f"{COOKIE}={self.key}"} if self.key else {}
        connection = self.connection()
        try:
            sent = {name: value for name, value in {**cookie, **headers}.items() if value}
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            named = {name.lower(): value for name, value in response.getheaders()}
            return Answer(
                response.status, named, response.headers.get_all("set-cookie") or [], response.read()
            )
        finally:
            connection.close()

    def connection(self) -> http.client.HTTPSConnection:
        """One of its own, over TLS, sure of the server by its certificate."""
        context = ssl.create_default_context(cafile=str(self.served.certificate))
        connection = http.client.HTTPSConnection(
            self.served.host, context=context, timeout=PATIENCE_S, source_address=(self.address, 0)
        )
        connection.connect()
        return connection

    def raw(self) -> ssl.SSLSocket:
        """A connection over TLS, to send by hand."""
        context = ssl.create_default_context(cafile=str(self.served.certificate))
        return context.wrap_socket(self.bare(), server_hostname=self.served.host.split(":")[0])

    def bare(self) -> socket.socket:
        """A connection that does not speak TLS yet."""
        host, port = self.served.host.split(":")
        return socket.create_connection((host, int(port)), PATIENCE_S, (self.address, 0))


def _nothing_else(_said: Message) -> Message:
    return Message("failed", {"text": "no", "values": {}})


@contextmanager
def serving(
    folder: Path, trusted: TrustedName | None = None, otherwise: Answering = _nothing_else
) -> Iterator[Served]:
    """A server on 127.0.0.1, with its certificate in ``folder``; under a trusted name, too.

    ``otherwise`` answers what is not among ``answers``.
    """
    listens = threading.Event()

    def hear(said: Message) -> None:
        if said.number:
            served.asked.append(said)
            answer = served.answers.get(said.name, otherwise)(said)
            child.say(Message(answer.name, answer.values, said.number, answer.parts))
            return
        served.told.append(said)
        if said.name == "listening":
            served.origin, served.fingerprint = said.values["addresses"][0], said.values["fingerprint"]
        listens.set()

    child = ServerChild(ServerPlan(("127.0.0.1",), 0, folder, SHOP, RUN, trusted), hear, listens.set)
    served = Served(folder / "certificate.pem", child=child)
    try:
        assert listens.wait(PATIENCE_S)
        assert served.origin, served.told
        yield served
    finally:
        child.end()
        assert child.join()
    assert [said.values["trace"] for said in served.told if said.name == "bug"] == []


def answer(values: Mapping[str, Any], *parts: bytes) -> Answering:
    """Answers every question so."""
    return lambda _said: Message("answer", values, 0, parts)
