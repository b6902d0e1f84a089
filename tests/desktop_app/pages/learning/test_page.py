"""Lessons in the window: given, kept or rejected, compared, put in use, gone back from."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from core.catalog.photos.vectors import remove_vectors
from core.learning.deep.listener import CurvePoint, DeepProgress, DeepStage
from core.learning.deep.training_process import ProcessReport
from core.learning.deep.worth import doubt_of
from core.messages import Sentence, message
from core.models.lesson_record import Lesson
from core.shop.opening import open_shop
from desktop_app.pages.learning.changes.model import ChangeModel
from desktop_app.pages.learning.lesson_model import LessonModel
from desktop_app.pages.learning.page import LearningPage
from desktop_app.pages.learning.teaching_view import TeachingView
from desktop_app.window.desktop import Desktop
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")

LESSON = Lesson(
    version="0003-quick",
    kind="quick",
    created="2026-11-20T09:30:00+00:00",
    backbone="0" * 16,
    examples=961,
    held_out=880,
    before_top1=0.378,
    after_top1=0.64,
    gain_interval=(0.217, 0.312),
    promoted=True,
    reason=Sentence(message("core", "Learning")),
    seconds=41.0,
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop that has something to learn from."""
    return make_shop(tmp_path_factory.mktemp("learning") / "shop")


@pytest.fixture
def desktop(made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on a copy of that shop, at the learning page."""
    shop = Path(shutil.copytree(made, tmp_path / "shop"))
    with window_on(shop, qapp, qtbot, pages=("learning",)) as desktop:
        page = desktop.window.show_page("learning")
        assert isinstance(page, LearningPage)
        qtbot.waitUntil(lambda: page.teaching.lessons.rowCount() > 0, timeout=PATIENCE_MS)
        yield desktop


@pytest.fixture
def page(desktop: Desktop) -> TeachingView:
    """Its side about lessons."""
    return teaching_of(desktop)


def teaching_of(desktop: Desktop) -> TeachingView:
    page = desktop.window.show_page("learning")
    assert isinstance(page, LearningPage)
    return page.teaching


def teach(page: TeachingView, qtbot: QtBot) -> None:
    before = page.lessons.rowCount()
    page.start_view.quick_button.click()
    assert page.run_view.isVisible() and not page.start_view.isVisible() and page.is_busy()
    qtbot.waitUntil(lambda: page.lessons.rowCount() > before, timeout=4 * PATIENCE_MS)
    assert page.start_view.isVisible() and not page.is_busy()


def test_the_page_says_what_the_next_lesson_learns_from(page: TeachingView) -> None:
    words = page.start_view._material.text()
    assert "catalog photos 6, photos taken in the shop 30, products 6." in words


def test_a_quick_lesson_is_given_used_compared_gone_back_from_and_removed(
    desktop: Desktop, page: TeachingView, qtbot: QtBot, qapp: QApplication
) -> None:
    changed: list[bool] = []
    desktop.news.model_changed.connect(lambda: changed.append(True))
    teach(page, qtbot)
    row = page.lessons.at(0)
    assert row is not None and row.lesson is not None
    assert row.state == ("in use" if row.lesson.promoted else "rejected")
    assert bool(changed) is row.lesson.promoted
    assert str(row.lesson.examples) in page.lesson_view._facts.text()

    page.list.setCurrentIndex(page.lessons.index(0))
    if row.state == "rejected":
        page.lesson_view.use_button.click()
        qtbot.waitUntil(lambda: _state(page, 0) == "in use", timeout=PATIENCE_MS)
    assert not page.lesson_view.use_button.isEnabled() and not page.lesson_view.remove_button.isEnabled()

    page.lesson_view.compare_button.click()
    qtbot.waitUntil(lambda: not page.lesson_view._busy.is_busy, timeout=2 * PATIENCE_MS)
    assert page.lesson_view._failure is None
    assert "30 photos" in page.lesson_view._changes_words.text()

    last = page.lessons.rowCount() - 1
    page.list.setCurrentIndex(page.lessons.index(last))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _state(page, last) == "in use", timeout=PATIENCE_MS)

    page.list.setCurrentIndex(page.lessons.index(0))
    page.lesson_view.remove_button.click()
    _press(qapp, "Remove")
    qtbot.waitUntil(lambda: page.lessons.rowCount() == 1, timeout=PATIENCE_MS)


def test_a_lesson_that_is_cancelled_leaves_the_shop_as_it_was(page: TeachingView, qtbot: QtBot) -> None:
    page.start_view.quick_button.click()
    page.run_view.cancel_button.click()
    qtbot.waitUntil(page.start_view.isVisible, timeout=PATIENCE_MS)
    assert "cancelled" in page._said.text()
    assert page.lessons.rowCount() == 1


def test_a_deep_lesson_paused_before_it_has_a_plan_is_said_to_be_cancelled(
    made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    folder = Path(shutil.copytree(made, tmp_path / "shop"))
    with open_shop(folder, device="cpu") as shop:  # so that there is something to do before the plan
        remove_vectors(shop.catalog, shop.spec.fingerprint)
    with window_on(folder, qapp, qtbot, pages=("learning",)) as desktop:
        page = teaching_of(desktop)
        qtbot.waitUntil(lambda: page.lessons.rowCount() > 0, timeout=PATIENCE_MS)
        page.runner.start_deep(60)
        page.runner.pause()
        qtbot.waitUntil(page.start_view.isVisible, timeout=PATIENCE_MS)
        assert "cancelled" in page._said.text()


def test_too_little_to_learn_from_is_a_sentence(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with window_on(make_shop(tmp_path / "small", products=1, counter_photos=0), qapp, qtbot) as desktop:
        page = teaching_of(desktop)
        qtbot.waitUntil(page.start_view.quick_button.isEnabled, timeout=PATIENCE_MS)
        page.start_view.quick_button.click()
        qtbot.waitUntil(page.start_view.isVisible, timeout=PATIENCE_MS)
        assert "too little to learn from" in page._said.text()


def test_a_shop_that_another_program_changes_can_be_looked_at_and_not_taught(
    made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    shop = Path(shutil.copytree(made, tmp_path / "shop"))
    with open_shop(shop, device="cpu"), window_on(shop, qapp, qtbot, pages=("learning",)) as desktop:
        page = teaching_of(desktop)
        qtbot.waitUntil(lambda: page.lessons.rowCount() > 0, timeout=PATIENCE_MS)
        assert not page.start_view.quick_button.isEnabled()
        assert "only be read" in page.start_view._material.text()


def test_the_curves_and_the_time_left_of_a_deep_lesson_are_shown(page: TeachingView) -> None:
    points = (CurvePoint(1, 2.4, 0.5), CurvePoint(1.5, 2.0, None), CurvePoint(2, 1.6, 0.72))
    page.run_view.begin(deep=True)
    page.runner.deep_progressed.emit(
        DeepProgress(DeepStage.TRAINING, 20, 100, 2.0, 24, points, 0.64, 1800.0, 120.0)
    )
    view = page.run_view
    assert [value for _at, value in view.loss.points] == [2.4, 2.0, 1.6]
    assert list(view.accuracy.points) == [(1, 0.5), (2, 0.72)]
    assert "30 min left" in view._left.text()
    assert "64.0%" in view.accuracy.accessibleDescription() and view.accuracy.accessibleName()
    assert view._doubt.isHidden()


def test_a_deep_lesson_that_has_too_little_time_says_so(page: TeachingView) -> None:
    page.run_view.begin(deep=True)
    progress = DeepProgress(DeepStage.TRAINING, 20, 100, 0.5, 24, (), 0.64, 1800.0, 120.0)
    doubt = doubt_of(ProcessReport(DeepStage.TRAINING, 20, 100, 0.5), 20, 300)
    page.runner.deep_progressed.emit(replace(progress, doubt=doubt))
    assert not page.run_view._doubt.isHidden()
    assert "hardly better than a quick lesson" in page.run_view._doubt.text()


def test_the_item_models_keep_qts_rules(qtbot: QtBot) -> None:
    lessons, changes = LessonModel(), ChangeModel()
    for model in (lessons, changes):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    rejected = replace(LESSON, version="0002-deep", kind="deep", promoted=False)
    lessons.show_lessons([LESSON, rejected], "0003-quick", "efficientnet-lite2")
    lessons.retranslate()
    assert [lessons.at(row).state for row in range(3)] == ["in use", "rejected", "kept"]  # type: ignore[union-attr]
    assert (
        lessons.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole)).startswith("Quick lesson 3 · In use")
    )
    changes.show_changes([])
    changes.retranslate()
    for model in (lessons, changes):
        delete(model)  # now, on this thread: Python's collector may run on any


def _state(page: TeachingView, number: int) -> str:
    row = page.lessons.at(number)
    return row.state if row is not None else ""


def _press(qapp: QApplication, words: str) -> None:
    boxes = [box for box in qapp.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    button = next(button for button in boxes[-1].buttons() if button.text() == words)
    button.click()


def test_recognition_is_measured_on_chosen_photos_beside_the_work(
    made: Path, desktop: Desktop, qtbot: QtBot
) -> None:
    page = desktop.window.page
    assert isinstance(page, LearningPage)
    dialog = page.measure(made.with_name("shop pictures") / "photos.csv")
    qtbot.waitUntil(lambda: dialog.evaluation is not None, timeout=2 * PATIENCE_MS)
    assert dialog.evaluation is not None and dialog.evaluation.overall.photos == 30
    assert dialog.values["top1"].text().endswith("%")
    assert dialog.report_button.isEnabled()
    dialog.reject()
