"""Work on the shop as a page's message line tells of it: how far it is, how it is stopped, why it failed."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.products.products import counts
from core.errors import KnownError
from core.messages import message
from core.paths import resources
from core.progress import ReportProgress, report
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.shop_work import ShopWork
from desktop_app.widgets.message_bar import MessageBar

COUNTING = message("core", "Importing products")


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot) -> MessageBar:
    made = MessageBar(ThemeSwitch(qapp, resources() / "styles", "light"))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def work(bar: MessageBar, tmp_path: Path) -> Iterator[ShopWork]:
    jobs, engine = Jobs(), ShopEngine(tmp_path / "shop", device="cpu")
    engine._shop = open_shop(engine.folder, create=True, device="cpu")  # the model is not needed
    yield ShopWork(ShopJobs(jobs, engine), bar)
    assert jobs.close()
    engine.close()


def test_what_is_over_at_once_shows_nothing(work: ShopWork, bar: MessageBar, qtbot: QtBot) -> None:
    found: list[int] = []
    work.run(lambda shop, _report: counts(shop.catalog).products, found.append)
    assert not work.is_busy and not bar.is_working
    qtbot.waitUntil(lambda: found == [0])


def test_what_takes_time_says_how_far_it_is_and_is_over_before_its_success_is_told(
    work: ShopWork, bar: MessageBar, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    busy: list[bool] = []

    def count(_shop: Shop, progress: ReportProgress) -> None:
        report(progress, COUNTING, 3, 4)
        go_on.wait(30)

    work.run(count, lambda _done: busy.append(work.is_busy), stage=lambda: "Counting")
    assert work.is_busy and bar.is_working and bar.label.text() == "Counting…"
    qtbot.waitUntil(lambda: bar.label.text() == "Importing products…")
    assert (bar.bar.value(), bar.bar.maximum()) == (3, 4)
    go_on.set()
    qtbot.waitUntil(lambda: busy == [False])


def test_what_is_refused_says_why_and_that_all_is_as_it_was(
    work: ShopWork, bar: MessageBar, qtbot: QtBot
) -> None:
    def refuse(_shop: Shop, _progress: ReportProgress) -> None:
        raise KnownError(message("core", "There is nothing to undo."))

    for stage in (None, lambda: "Undoing"):
        with qtbot.waitSignal(work.came_to_nothing):
            work.run(refuse, lambda _done: None, stage=stage)
        assert not work.is_busy and not bar.is_working
        assert bar.label.text() == "There is nothing to undo."


def test_what_is_stopped_is_heard_of_no_more(work: ShopWork, bar: MessageBar, qtbot: QtBot) -> None:
    begun = threading.Event()
    done: list[None] = []

    def go_on(_shop: Shop, progress: ReportProgress) -> None:
        while True:
            begun.set()
            report(progress, COUNTING, 0, 0)

    work.run(go_on, done.append, stage=lambda: "Counting")
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(work.came_to_nothing):
        bar.button.click()
        assert "Stopping" in bar.label.text()
    assert not work.is_busy and "Cancelled" in bar.label.text() and done == []


def test_what_had_ended_before_it_could_be_stopped_is_told_as_done(
    work: ShopWork, bar: MessageBar, qtbot: QtBot
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def change(_shop: Shop, _progress: ReportProgress) -> str:
        begun.set()
        go_on.wait(30)
        return "changed"

    work.run(change, done.append, stage=lambda: "Changing")
    qtbot.waitUntil(begun.is_set)
    bar.button.click()
    go_on.set()
    qtbot.waitUntil(lambda: done == ["changed"])
    assert not work.is_busy and "Cancelled" not in bar.label.text()
