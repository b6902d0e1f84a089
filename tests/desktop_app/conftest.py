"""Fixtures for the window: a small real engine that knows products by their colour, and the window on it."""

import os
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The offscreen platform warns of what it does not do; a warning of any other kind fails a test.
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PIL import Image
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.answer import Answer
from core.settings import Settings
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.thread import EngineThread
from desktop_app.look.language import LanguageSwitch
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.app import build_desktop
from desktop_app.window.desktop import Desktop
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.real_shop import PATIENCE_MS


@pytest.fixture(autouse=True)
def no_widget_stays() -> Iterator[None]:
    """Let what was told to go at a test's end go: a new theme is put on every widget that is left.

    So do looks and languages that the test did not end itself: they are the application's own, and keep
    whatever listens to them.
    """
    yield
    app = QCoreApplication.instance()
    if app is not None:
        for languages in app.findChildren(LanguageSwitch):
            languages.end()
        for themes in app.findChildren(ThemeSwitch):
            themes.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def engine(tmp_path: Path) -> ColourEngine:
    """A shop of a red, a green and a blue product."""
    return ColourEngine(tmp_path / "colours")


@pytest.fixture
def desktop(qapp: QApplication, engine: ColourEngine) -> Iterator[Desktop]:
    """The window, not shown yet."""
    made = build_desktop(qapp, engine, Settings(language="en", theme="light"))
    yield made
    engine.may_go_on.set()
    engine.may_settle.set()
    made.languages.choose("en")
    assert made.close()
    made.dispose()


@pytest.fixture
def page(desktop: Desktop, qtbot: QtBot) -> SearchPage:
    """The search page of the window, shown, with the shop open."""
    with qtbot.waitSignal(desktop.engine_thread.signals.opened):
        desktop.window.show()
    return desktop.search_page


@pytest.fixture
def red(tmp_path: Path) -> Path:
    """A picture of the red product."""
    return picture(tmp_path / "red.png", "red")


@pytest.fixture
def blue(tmp_path: Path) -> Path:
    """A picture of the blue product."""
    return picture(tmp_path / "blue.png", "blue")


@pytest.fixture
def lateness(qapp: QApplication, computed_anew: None) -> Iterator[Callable[[], float]]:
    """How many milliseconds late a 10 ms timer on the GUI thread was at worst; printed at the end.

    What this thread waited for a processor that others kept busy is not counted; networks compute meanwhile,
    also what this process computed before.
    """
    clock, worst, waited = QElapsedTimer(), [0.0], [waited_for_a_core_ms()]
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)

    def tick() -> None:
        so_far = waited_for_a_core_ms()
        worst[0] = max(worst[0], clock.nsecsElapsed() / 1e6 - 10 - (so_far - waited[0]))
        waited[0] = so_far
        clock.restart()

    timer.timeout.connect(tick)
    clock.start()
    timer.start(10)
    yield lambda: worst[0]
    timer.stop()
    print(f"\nworst lateness of the event loop: {worst[0]:.1f} ms")


def waited_for_a_core_ms() -> float:
    """How long this thread was ready to run and was not let; 0 where the system does not say."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text(encoding="ascii").split()[1]) / 1e6 if told.exists() else 0.0


def picture(path: Path, colour: str, size: tuple[int, int] = (64, 48)) -> Path:
    """A picture file of one colour."""
    Image.new("RGB", size, colour).save(path)
    return path


def mime_of_files(*paths: Path) -> QMimeData:
    """What a file manager drops."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Drop ``mime`` on the middle of ``target`` as the platform does; whether it was accepted."""
    middle = target.rect().center()
    action, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(middle, action, mime, button, keys)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDragMoveEvent(middle, action, mime, button, keys))
    dropped = QDropEvent(QPointF(middle), action, mime, button, keys)
    QApplication.sendEvent(target, dropped)
    return dropped.isAccepted()


def shown_answer(page: SearchPage, row: int = 0) -> Answer | None:
    """The answer to the query in ``row``, once it is there."""
    asked = page.desk.film.at(row)
    return asked.answer if asked is not None else None


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five seconds are not enough for a job where other work keeps every processor busy."""
    for wait in ("waitUntil", "waitSignal", "waitSignals"):
        monkeypatch.setattr(QtBot, wait, partialmethod(getattr(QtBot, wait), timeout=PATIENCE_MS))
    monkeypatch.setattr(Jobs, "close", partialmethod(Jobs.close, timeout_s=PATIENCE_MS / 1000))
    monkeypatch.setattr(EngineThread, "stop", partialmethod(EngineThread.stop, timeout_ms=PATIENCE_MS))
