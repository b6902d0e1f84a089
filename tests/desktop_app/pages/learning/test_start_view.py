"""What starts a lesson, or goes on with one: the card's two halves."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.learning.deep.listener import DeepSettings, DeepStage, UnfinishedLesson
from core.paths import resources
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.learning.lessons import Lessons
from desktop_app.pages.learning.start_view import LearningStartView

PAUSED = UnfinishedLesson(
    "2026-11-20T09:30:00+00:00", DeepSettings(minutes=82.0), DeepStage.TRAINING, 3.0, (), 1500.0
)
LESSONS = Lessons((), None, "lite2", 6, 6, 30, 0, None, writable=True, full=True)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> LearningStartView:
    view = LearningStartView(ThemeSwitch(qapp, resources() / "styles", "light"))
    qtbot.addWidget(view)
    view.show_lessons(LESSONS)
    return view


def test_a_deep_lesson_may_take_from_a_quarter_of_an_hour_to_a_night(
    view: LearningStartView, qtbot: QtBot
) -> None:
    offered = [view.minutes.itemText(number) for number in range(view.minutes.count())]
    assert offered[0] == "up to 15 min" and offered[-1] == "up to 8 h 00 min"
    with qtbot.waitSignal(view.deep_wanted) as wanted:
        view.deep_button.click()
    assert wanted.args == [60]


def test_a_paused_lesson_goes_on_in_the_time_that_it_was_given(view: LearningStartView, qtbot: QtBot) -> None:
    view.show_lessons(replace(LESSONS, unfinished=PAUSED))
    assert view.minutes.currentText() == "up to 82 min"
    with qtbot.waitSignal(view.resume_wanted) as wanted:
        view.deep_button.click()
    assert wanted.args == [82]


def test_a_paused_lesson_can_be_given_more_time(view: LearningStartView, qtbot: QtBot) -> None:
    view.show_lessons(replace(LESSONS, unfinished=PAUSED))
    view.minutes.setCurrentIndex(view.minutes.findData(240))
    view.show_lessons(replace(LESSONS, unfinished=replace(PAUSED, seconds=1600.0), counter_photos=31))
    with qtbot.waitSignal(view.resume_wanted) as wanted:
        view.deep_button.click()
    assert wanted.args == [240], "what was chosen before the page looked again"


def test_once_a_paused_lesson_is_gone_the_next_is_offered_as_ever(view: LearningStartView) -> None:
    view.show_lessons(replace(LESSONS, unfinished=PAUSED))
    view.show_lessons(LESSONS)
    assert view.minutes.currentText() == "up to 60 min" and view.minutes.findData(82) < 0


def test_minutes_that_are_over_are_not_offered(view: LearningStartView) -> None:
    view.show_lessons(replace(LESSONS, unfinished=PAUSED))
    assert view.minutes.findData(15) < 0, "25 minutes of learning are kept"
    assert view.minutes.findData(30) >= 0


def test_a_lesson_that_is_trained_already_has_no_time_to_choose(view: LearningStartView) -> None:
    view.show_lessons(replace(LESSONS, unfinished=replace(PAUSED, stage=DeepStage.EMBEDDING)))
    assert view.deep_button.isEnabled() and not view.minutes.isEnabled()
