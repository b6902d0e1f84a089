"""Work of minutes in the window's foot, and what closing the window does to it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import About, Lane
from desktop_app.window.desktop import Desktop
from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture
def desktop(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    shop = make_shop(tmp_path / "shop", products=1, counter_photos=0)
    with window_on(shop, qapp, qtbot) as made:
        yield made


def test_the_foot_says_what_how_far_and_how_long_in_the_language_of_now_and_leads_there(
    desktop: Desktop, qtbot: QtBot
) -> None:
    go_on, line = threading.Event(), desktop.window.status_line

    def work(report: ReportProgress) -> None:
        report(Progress("Importing products", 1500, 6000))
        go_on.wait(30)

    about = About(lambda: desktop.window.tr("&Help").replace("&", ""), "catalog")
    job = desktop.jobs.run(work, success=lambda _: None, lane=Lane.IMPORTING, about=about)
    qtbot.waitUntil(lambda: "1,500 of 6,000" in line.activity.accessibleName())
    assert (line.bar.value(), line.bar.maximum()) == (1500, 6000) and line.bar.isVisible()
    assert not line.model.isVisible()
    job.stage_began_s -= 100
    desktop.languages.choose("zh_CN")
    qtbot.waitUntil(lambda: "大约还需" in line.activity.accessibleName())
    desktop.jobs.run(lambda _report: go_on.wait(30), success=lambda _: None, about=about)
    assert "另有 1 项" in line.activity.accessibleName()
    line.activity.click()
    assert desktop.window.page.name == "catalog"
    go_on.set()
    qtbot.waitUntil(lambda: not line.activity.isVisible())
    assert line.model.isVisible()


def test_of_work_that_the_page_in_front_tells_of_the_foot_says_nothing(
    desktop: Desktop, qtbot: QtBot
) -> None:
    go_on, line = threading.Event(), desktop.window.status_line
    about = About(lambda: "A lesson", "learning")
    desktop.jobs.run(lambda _report: go_on.wait(30), success=lambda _: None, about=about)
    qtbot.waitUntil(line.activity.isVisible)
    desktop.window.show_page("learning")
    assert not line.activity.isVisible()
    desktop.window.show_page("catalog")
    assert line.activity.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: not line.activity.isVisible())


def test_a_task_of_several_stages_says_how_far_it_is_as_a_whole(desktop: Desktop, qtbot: QtBot) -> None:
    go_on, line = threading.Event(), desktop.window.status_line

    def work(report: ReportProgress) -> None:
        report(Progress("Drawing practice photos", 3, 6, share=0.35))
        go_on.wait(30)

    about = About(lambda: "Lesson", "learning")
    job = desktop.jobs.run(work, success=lambda _: None, lane=Lane.LEARNING, about=about)
    qtbot.waitUntil(lambda: line.activity.accessibleName() == "Lesson: 35%")
    assert (line.bar.value(), line.bar.maximum()) == (350, 1000)
    job.stage_began_s -= 100
    assert job.seconds_left is None
    go_on.set()


def test_the_window_asks_before_it_cuts_an_import_off(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(100):
        Image.new("RGB", (64, 64), (2 * number, 10, 10)).save(folder / f"{number}.png")
    window, asked = desktop.window, list[str]()
    assert window.may_leave() and window.import_actions is not None
    dialog = window.import_actions.open_dialog(folder, is_folder=True)
    dialog.start()

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.button(QMessageBox.StandardButton.Cancel).click()

    QTimer.singleShot(200, answer)
    assert not window.may_leave()
    assert "An import is not finished" in asked[0]
    with qtbot.waitSignal(dialog.ended):
        dialog.stop()
    assert window.may_leave()
