"""What came of a search is heard, once, if the user wants it."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.answer import Answer, AskedText, Result, Timings, Verdict
from desktop_app.background.sounds import Tone
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.answer.sounds import tone_of
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.desktop import Desktop

RESULT = Result(1, "T-1", "Tea", "", None, "", None, "", 0.9, 0.95, "", "")
TIMES = Timings(1, 1, 1, 3)


@pytest.mark.parametrize(
    ("answer", "tone"),
    [
        (Answer(Verdict.MATCH, (RESULT,), TIMES), "found"),
        (Answer(Verdict.UNSURE, (RESULT,), TIMES), "doubt"),
        (Answer(Verdict.UNKNOWN, (RESULT,), TIMES), "unknown"),
        (Answer(Verdict.MATCH, (replace(RESULT, confidence=1),), TIMES, barcode="4006381333931"), "found"),
        (Answer(Verdict.MATCH, (RESULT,), TIMES, barcode="4006381333931"), "unknown"),
        (Answer(Verdict.UNSURE, (), TIMES, barcode="4006381333931"), "unknown"),
        (Answer(Verdict.UNSURE, (RESULT,), TIMES, asked=AskedText("tea")), None),
    ],
)
def test_each_outcome_has_its_sound_and_typed_words_none(answer: Answer, tone: Tone | None) -> None:
    assert tone_of(answer) == tone


@pytest.mark.qt_log_ignore("PulseAudio")
def test_an_answer_is_heard_once_and_only_where_that_is_wanted(
    desktop: Desktop, page: SearchPage, qtbot: QtBot, red: Path, blue: Path
) -> None:
    played: list[str] = []
    page.sounds.player.played.connect(played.append)

    def search(path: Path) -> None:
        page.search([PictureSource(path.name, path=path)])
        qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done)

    search(red)
    assert played == []
    desktop.preferences.change(replace(desktop.preferences.settings, sounds=True))
    search(blue)
    qtbot.waitUntil(lambda: len(played) == 1)
    page.desk.ask_anew()  # the shop is another than it was: the same search, asked again
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done)
    search(red)
    qtbot.waitUntil(lambda: len(played) == 2)
