"""A phone is let in at the computer, searches the shop and is put out: window, server, client are real."""

import multiprocessing
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.policy import Policy
from core.settings import Settings
from desktop_app.pages.settings.page import SettingsPage
from tests.desktop_app.phone.counter import Counter, counter_on, press
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_shop(tmp_path_factory.mktemp("phones") / "shop", products=2, counter_photos=1)


@pytest.fixture
def counter(shop: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Counter]:
    with counter_on(shop, qapp, qtbot) as opened:
        yield opened


def test_a_phone_is_let_in_searches_and_is_put_out(counter: Counter, shop: Path) -> None:
    counter.switch_on()
    phone = counter.let_in("Till")
    assert counter.meanwhile(lambda: phone.get("/")).status == 200

    picture = next(shop.with_name("shop pictures").glob("*.png")).read_bytes()
    found = counter.meanwhile(lambda: phone.upload("/search", picture, **phone.shown("/")))
    assert found.status == 303
    shown = counter.meanwhile(lambda: phone.get(found.headers["location"]))
    assert (shown.status, b"<ol" in shown.body or b"<ul" in shown.body) == (200, True)

    name, _out = counter.card.let_in.row(0)
    assert name.text() == "Till"
    name.setText("Anna's")
    name.editingFinished.emit()
    assert [one.name for one in counter.service.phones] == ["Anna's"]
    assert counter.meanwhile(lambda: phone.get(found.headers["location"])).status == 200
    counter.card.let_in.row(0)[1].click()
    assert counter.service.phones == ()
    assert counter.meanwhile(lambda: phone.get("/")).status == 401


def test_no_lets_nobody_in_and_a_code_works_once(counter: Counter) -> None:
    counter.switch_on()
    browser = counter.reached.browser()
    code = counter.new_code()
    first = counter.meanwhile(lambda: browser.post("/pair", f"code={code}&name=first".encode()))
    again = counter.meanwhile(lambda: browser.post("/pair", f"code={code}&name=second".encode()))
    assert (first.status, again.status) == (200, 403)
    (question,) = counter.questions()
    assert question.defaultButton() is question.button(QMessageBox.StandardButton.Cancel)  # a scanner's Enter
    press(question, "Cancel")
    ticket = first.cookies[0].split(";")[0]
    assert counter.decided(browser, ticket) == (b'{"decided":"no"}', "")
    assert not counter.card.code.leads_to


def test_the_code_on_the_screen_leads_there_until_it_is_switched_off(counter: Counter) -> None:
    counter.switch_on()
    counter.new_code()
    picture = counter.card.code.picture.pixmap().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    (read,) = zxingcpp.read_barcodes(np.ascontiguousarray(pixels[:, : picture.width()]))
    assert read.text == counter.card.code.leads_to
    assert read.text.startswith("https://127.0.0.1:")
    page = counter.desktop.window.show_page("catalog")
    assert page is not None
    assert not counter.card.code.leads_to  # nobody sees it any more

    browser = counter.reached.browser()
    assert counter.meanwhile(lambda: browser.get("/pair")).status == 200
    counter.card.switch.setChecked(False)

    def is_refused() -> bool:
        try:
            browser.get("/pair")
        except OSError:
            return True
        return False

    counter.qtbot.waitUntil(lambda: counter.meanwhile(is_refused), timeout=PATIENCE_MS)
    assert counter.desktop.phones is not None
    assert counter.desktop.phones.service is None
    assert not counter.card.code.isVisibleTo(counter.card)


def test_a_server_that_dies_is_started_anew_and_moves_with_the_network(counter: Counter) -> None:
    counter.switch_on()
    phone = counter.let_in("Till")
    first = server_process()
    assert first is not None
    first.kill()
    counter.qtbot.waitUntil(lambda: server_process() not in (None, first), timeout=PATIENCE_MS)
    counter.qtbot.waitUntil(counter.serves, timeout=PATIENCE_MS)
    counter.reached.origin = counter.service.served.addresses[0] if counter.service.served else ""
    assert counter.meanwhile(lambda: phone.get("/")).status == 200  # its key still opens

    counter.service._move(())
    assert not counter.serves()
    assert "no local network" in counter.card.problem.text()
    counter.service._move(("127.0.0.2",))
    counter.qtbot.waitUntil(counter.serves, timeout=PATIENCE_MS)
    assert counter.service.served is not None
    assert counter.service.served.addresses[0].startswith("https://127.0.0.2:")
    assert not counter.card.problem.text()


def server_process() -> BaseProcess | None:
    """The phones' process that runs, if one does."""
    running = [child for child in multiprocessing.active_children() if child.name == "phones"]
    return running[0] if running else None


def test_a_policy_forbids_it(shop: Path, qapp: QApplication, qtbot: QtBot) -> None:
    policy = Policy(values={"phone_camera": False})
    own = Settings(language="en", theme="light", device="cpu", guide_seen=True, phone_camera=True)
    with window_on(shop, qapp, qtbot, own, policy, ("settings",)) as desktop:
        page = desktop.window.show_page("settings")
        assert isinstance(page, SettingsPage)
        assert page.phones is not None
        assert not page.phones.switch.isEnabled()
        assert not page.phones.switch.isChecked()
        assert desktop.phones is not None
        desktop.phones.turn(on=True)
        assert not desktop.phones.is_on
        assert desktop.phones.service is None
