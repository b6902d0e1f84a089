from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answer import Answer, Result, Seen, Timings, Verdict
from core.messages import Sentence, message
from core.quantities.quantity import whole
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import PictureSource, Query, QueryPicture
from desktop_app.engine.jobs import Jobs
from desktop_app.pages.search.desk.film import FilmModel
from desktop_app.pages.search.desk.search import Search
from desktop_app.pages.search.results.model import IS_FIRST_CHOICE_ROLE, RESULT_ROLE, ResultModel
from tests.desktop_app.conftest import picture

PICTURE = Seen(())


def answer(verdict: Verdict, count: int = 3, asked: Seen | None = PICTURE) -> Answer:
    results = tuple(
        Result(n, f"S{n}", f"Product {n}", "Tea", 100 * n, "EUR", whole(n % 2), "A1", 0.9, 0.8, "", "")
        for n in range(count)
    )
    return Answer(verdict, results, Timings(1, 2, 3, 6), asked=asked)


def picture_search(number: int) -> Search:
    return Search(Query(number, (QueryPicture(PictureSource(f"{number}.jpg", data=b"")),)))


def test_the_results_pass_the_model_tester_through_every_change(qapp: QApplication) -> None:
    model = ResultModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for shown in (answer(Verdict.MATCH), answer(Verdict.UNKNOWN, 0), None, answer(Verdict.UNSURE, 10)):
        model.show_answer(shown)
        model.retranslate()
    assert model.rowCount() == 10
    assert tester.model() is model


def test_only_a_match_has_a_first_choice(qapp: QApplication) -> None:
    model = ResultModel()
    for verdict, first in ((Verdict.MATCH, True), (Verdict.UNSURE, False), (Verdict.UNKNOWN, False)):
        model.show_answer(answer(verdict))
        assert [model.index(row).data(IS_FIRST_CHOICE_ROLE) for row in range(3)] == [first, False, False]


def test_a_screen_reader_hears_what_the_card_shows(qapp: QApplication) -> None:
    model = ResultModel()
    model.show_answer(answer(Verdict.MATCH))
    first, third = (model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 2))
    assert first == "Product 0 · €0.00 · Out of stock · A1 · Fairly sure (80%)"
    assert third == "Product 2 · €2.00 · Out of stock · A1"
    assert model.index(2).data(RESULT_ROLE).sku == "S2"


def test_a_title_with_a_tag_is_a_tip_letter_by_letter(qapp: QApplication) -> None:
    model = ResultModel()
    one = replace(answer(Verdict.MATCH).results[0], title="<b>Tea</b>")
    model.show_answer(replace(answer(Verdict.MATCH), results=(one,)))
    assert "&lt;b&gt;Tea" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_film_strip_passes_the_model_tester_and_forgets_an_older_search(qapp: QApplication) -> None:
    model = FilmModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    searches = [picture_search(n) for n in (1, 2, 3)]
    for search in searches:
        search.submit()
    model.start(searches)
    searches[1].preview = QImage(30, 20, QImage.Format.Format_RGB32)
    searches[1].preview.fill(QColor("red"))
    searches[1].keep(answer(Verdict.MATCH, asked=None), None)
    searches[2].keep(None, Sentence(message("core", "something ended it")))
    for search in searches:
        model.refresh(search)
    assert [search.is_done for search in model.rows()] == [False, True, True]
    assert not model.index(1).data(Qt.ItemDataRole.DecorationRole).isNull()
    model.append([picture_search(9)])
    assert model.rowCount() == 4
    model.start([picture_search(4)])
    model.refresh(searches[1])  # of a search before: of no interest any more
    assert model.rowCount() == 1
    assert tester.model() is model


def test_thumbnails_come_later_once_and_a_missing_one_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs()
    thumbnails = Thumbnails(jobs)
    path = str(picture(tmp_path / "red.png", "red"))
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.get(path).isNull()
        assert thumbnails.get(path).isNull()
    assert thumbnails.get(path).toImage().pixelColor(1, 1) == QColor("red")
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.get(str(tmp_path / "gone.png"))
    assert thumbnails.get(str(tmp_path / "gone.png")).isNull()
    assert jobs.close()


@pytest.mark.parametrize("role", [Qt.ItemDataRole.DisplayRole, RESULT_ROLE, IS_FIRST_CHOICE_ROLE])
def test_a_row_that_is_not_there_has_no_data(qapp: QApplication, role: int) -> None:
    model = ResultModel()
    assert model.data(model.index(5), role) is None
