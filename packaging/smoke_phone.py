"""A phone asks a built program: its server's process starts, serves over TLS and answers a picture.

Nobody clicks here, so a phone's key lies in the user's folder before the window opens, as if it had been let
in; all that the program does then is what it does for any phone.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from installed_program import PATIENCE_S, Installed, as_somebody, expect, hand_over, home_alone

ROOT = Path(__file__).resolve().parent.parent
PORTS = range(48443, 48453)
KEY = "k" * 43
_ADDRESSES = "from desktop_app.phone.addresses import local_addresses as a; print(*a(), sep='\\n')"


def answers_a_phone(installed: Installed, shop: Path, photo: Path, title: str) -> bool:
    """Whether a phone could be served; False where this computer is in no local network.

    Args:
        title: of the product that ``photo`` shows.

    Raises:
        SmokeError: it was not served as it must be.
    """
    addresses = local_addresses()
    if not addresses:
        return False
    home = make_home(installed.desk / "phone 手机")
    with window(installed, shop, home) as opened:
        certificate = home / "config" / "phone" / "certificate.pem"
        phone = reached(addresses[0], certificate, opened)
        expect(ask(phone, "GET", "/pair")[0] == 200, "a phone that is not let in does not see the first page")
        expect(ask(phone, "GET", "/")[0] == 401, "a phone without a key was let in")
        status, page, _ = ask(phone, "GET", "/", key=KEY)
        hidden = dict(re.findall(r'name="(token|once)" value="([^"]+)"', page))
        expect(status == 200 and len(hidden) == 2, f"a phone's page was answered with {status}: {page}")
        status, page, leads_to = ask(phone, "POST", "/search", form(hidden, photo), KEY)
        expect(status == 303, f"a phone's picture was answered with {status}: {page}")
        status, page, _ = ask(phone, "GET", leads_to, key=KEY)
        expect(status == 200 and title in page, f"a phone was not told of “{title}”: {page}")
    return True


def local_addresses() -> list[str]:
    """Where phones would reach this computer; asked of the source, in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-c", _ADDRESSES], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return told.stdout.split()


def make_home(home: Path) -> Path:
    """A folder for the user's own files, in which phones are switched on and one is let in."""
    phones = home / "config" / "phone"
    phones.mkdir(parents=True)
    (home / "config" / "settings.json").write_text('{"phone_camera": true}', encoding="utf-8")
    known = {
        "id": "0",
        "name": "Apron",
        "key_hash": hashlib.sha256(KEY.encode()).hexdigest(),
        "since": "2026-01-01",
    }
    (phones / "phones.json").write_text(json.dumps([known]), encoding="utf-8")
    hand_over(home)
    return home


@contextmanager
def window(installed: Installed, shop: Path, home: Path) -> Iterator[subprocess.Popen[str]]:
    """The program's window on a shop, without a screen; closed after the block."""
    environment = home_alone(installed.home) | {"QT_QPA_PLATFORM": "offscreen", "SNAPSHELF_HOME": str(home)}
    with (home / "told.txt").open("w+", encoding="utf-8") as told:
        opened = subprocess.Popen(
            [str(installed.program), "--shop", str(shop)],
            env=environment,
            cwd=installed.desk,
            stderr=told,
            text=True,
            **as_somebody(),
        )
        try:
            yield opened
        finally:
            opened.terminate()
            opened.wait(PATIENCE_S)
        told.seek(0)
        complaints = told.read()
        expect("Traceback" not in complaints, f"its window complained: {complaints}")


def reached(address: str, certificate: Path, opened: subprocess.Popen[str]) -> http.client.HTTPSConnection:
    """A way to the program's server, known by its certificate among whatever listens on these ports."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        expect(opened.poll() is None, f"its window ended with {opened.poll()}")
        for port in PORTS if certificate.exists() else ():
            try:
                context = ssl.create_default_context(cafile=str(certificate))
                phone = http.client.HTTPSConnection(address, port, context=context, timeout=PATIENCE_S)
                phone.connect()
            except (OSError, ssl.SSLError, socket.gaierror):
                continue
            phone.close()
            return phone
        time.sleep(0.2)
    expect(False, "its server for phones was never there")
    raise AssertionError


def ask(
    phone: http.client.HTTPSConnection, method: str, path: str, body: bytes | None = None, key: str = ""
) -> tuple[int, str, str]:
    """Status, body and where it leads."""
    host = f"[{phone.host}]" if ":" in phone.host else phone.host
    headers = {"Cookie": f"__Host-key={key}"} if key else {}
    if body is not None:
        headers["Origin"] = f"https://{host}:{phone.port}"
        headers["Content-Type"] = "multipart/form-data; boundary=picture"
    phone.request(method, path, body, headers)
    response = phone.getresponse()
    answered = response.status, unescape(response.read().decode()), response.headers.get("Location", "")
    phone.close()
    return answered


def form(hidden: Mapping[str, str], photo: Path) -> bytes:
    """A form with a picture, as a browser sends it with what the page has ``hidden`` in it."""
    head = "".join(
        f'--picture\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in hidden.items()
    )
    head += (
        '--picture\r\nContent-Disposition: form-data; name="picture"; filename="a.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    return head.encode() + photo.read_bytes() + b"\r\n--picture--\r\n"
