"""The server's process: who it says it is, and that it ends with the window and with nothing else."""

import subprocess
import sys
from pathlib import Path

from core.policy import TrustedName
from desktop_app.phone.child import ServerChild
from desktop_app.phone.server.certificate import own_certificate
from desktop_app.phone.server.plan import ServerPlan
from desktop_app.phone.wire import Message
from tests.desktop_app.phone.served import PATIENCE_S, RUN, SHOP, serving


def test_under_a_name_that_it_trusts_is_where_phones_are_sent(tmp_path: Path) -> None:
    certificate, key = own_certificate(tmp_path, ("127.0.0.1",))
    with serving(tmp_path, TrustedName("till.example.com", certificate, key)) as served:
        assert served.fingerprint == ""  # nothing that anybody has to compare
        name, address = served.told[0].values["addresses"]
        assert name == f"https://till.example.com:{address.rsplit(':')[-1]}"
        served.origin = address
        host = name.removeprefix("https://")
        assert served.browser().get("/pair", Host=host).status == 200
        assert served.browser().get("/pair", Host=host.replace("till", "evil")).status == 421


def test_a_certificate_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    said: list[Message] = []
    trusted = TrustedName("till.example.com", tmp_path / "none.pem", tmp_path / "none.key")
    child = ServerChild(
        ServerPlan(("127.0.0.1",), 0, tmp_path, SHOP, RUN, trusted), said.append, lambda: None
    )
    assert child.join(PATIENCE_S)
    assert [(one.name, one.values) for one in said] == [
        ("not_listening", {"reason": "No such file or directory"})
    ]


def test_an_address_that_this_computer_has_lost_is_told(tmp_path: Path) -> None:
    said: list[Message] = []
    child = ServerChild(ServerPlan(("192.0.2.77",), 0, tmp_path, SHOP), said.append, lambda: None)
    assert child.join(PATIENCE_S)
    assert [one.name for one in said] == ["not_listening"]


def test_a_taken_port_gives_way_to_the_next(tmp_path: Path) -> None:
    with serving(tmp_path / "a") as first:
        port = int(first.host.split(":")[1])
        said: list[Message] = []
        child = ServerChild(ServerPlan(("127.0.0.1",), port, tmp_path / "b", SHOP), said.append, lambda: None)
        while not said:
            child.join(0.05)
        child.end()
        assert child.join()
        assert said[0].name == "listening"
        assert not said[0].values["addresses"][0].endswith(f":{port}")


def test_it_loads_no_qt_and_nothing_of_a_shop() -> None:
    script = (
        "import sys, desktop_app.phone.server.process\n"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('PySide6', 'torch', 'onnxruntime')"
        " or m.startswith(('core.embedding', 'core.shop', 'core.catalog', 'core.search',"
        " 'desktop_app.phone.asks'))]\n"
        "print(bad)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
