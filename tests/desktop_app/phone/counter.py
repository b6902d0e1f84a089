"""The computer on the counter with its window, while a phone does something on a thread of its own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.pages.settings.page import SettingsPage
from desktop_app.pages.settings.phones.card import SettingsPhones
from desktop_app.phone.server.key import COOKIE
from desktop_app.phone.service import PhoneService
from desktop_app.window.desktop import Desktop
from tests.desktop_app.phone.served import Browser, Reached
from tests.desktop_app.real_shop import PATIENCE_MS, window_on

_T = TypeVar("_T")


@dataclass
class Counter:
    """Phones reach it on loopback alone. Whatever a phone does runs on one and the same thread."""

    desktop: Desktop
    card: SettingsPhones
    qtbot: QtBot
    pool: ThreadPoolExecutor
    reached: Reached

    def meanwhile(self, do: Callable[[], _T]) -> _T:
        """What ``do`` gives, while the window goes on."""
        doing = self.pool.submit(do)
        self.qtbot.waitUntil(doing.done, timeout=PATIENCE_MS)
        return doing.result()

    def switch_on(self) -> None:
        self.card.switch.setChecked(True)
        self.qtbot.waitUntil(self.serves, timeout=PATIENCE_MS)
        assert self.service.served is not None
        self.reached.origin = self.service.served.addresses[0]

    def serves(self) -> bool:
        phones = self.desktop.phones
        return phones is not None and phones.service is not None and phones.service.served is not None

    @property
    def service(self) -> PhoneService:
        assert self.desktop.phones is not None
        assert self.desktop.phones.service is not None
        return self.desktop.phones.service

    def new_code(self) -> str:
        """The secret in a code that is asked for and shown."""
        self.card.code.button.click()
        return self.card.code.leads_to.split("#")[1]

    def ask_for(self, browser: Browser, name: str) -> tuple[str, QMessageBox]:
        """A phone brings the code that is shown: its ticket, and what the computer asks then."""
        code = self.new_code()
        asked = self.meanwhile(lambda: browser.post("/pair", f"code={code}&name={name}".encode()))
        assert asked.status == 200
        self.qtbot.waitUntil(lambda: bool(self.questions()), timeout=PATIENCE_MS)
        (question,) = self.questions()
        assert name in question.text()
        assert asked.body.decode().split('"')[3] in question.text()  # the number that the phone shows, too
        return asked.cookies[0].split(";")[0], question

    def questions(self) -> list[QMessageBox]:
        return [box for box in self.desktop.window.findChildren(QMessageBox) if box.isVisible()]

    def decided(self, browser: Browser, ticket: str) -> tuple[bytes, str]:
        """What the phone hears, and the key that it is given."""
        heard = self.meanwhile(lambda: browser.post("/pair/asked", Cookie=ticket))
        keys = [cookie.split(";")[0].split("=")[1] for cookie in heard.cookies if cookie.startswith(COOKIE)]
        return heard.body, keys[0] if keys else ""

    def let_in(self, name: str) -> Browser:
        browser = self.reached.browser()
        ticket, question = self.ask_for(browser, name)
        assert self.decided(browser, ticket) == (b'{"decided":"waiting"}', "")
        press(question, "Let it in")
        body, key = self.decided(browser, ticket)
        assert body == b'{"decided":"yes"}'
        assert self.decided(browser, ticket) == (b'{"decided":"no"}', "")  # a yes is told once
        return self.reached.browser(key)


def press(question: QMessageBox, words: str) -> None:
    button: QAbstractButton = next(one for one in question.buttons() if one.text() == words)
    button.click()


@contextmanager
def counter_on(shop: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Counter]:
    """The window on the shop, with the settings in front and phones switched off."""
    with (
        window_on(shop, qapp, qtbot, pages=("catalog", "settings")) as desktop,
        ThreadPoolExecutor(1) as pool,
    ):
        assert desktop.phones is not None
        desktop.phones.addresses = lambda: ("127.0.0.1",)
        page = desktop.window.show_page("settings")
        assert isinstance(page, SettingsPage)
        assert page.phones is not None
        reached = Reached(shop.with_name("phone") / "certificate.pem")
        yield Counter(desktop, page.phones, qtbot, pool, reached)
        page.phones.switch.setChecked(False)
