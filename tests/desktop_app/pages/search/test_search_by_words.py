"""The field at the top of the search page: words, numbers, scanners, and pictures that stay pictures."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.pages.search.page import SearchPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.conftest import drop, mime_of_files, shown_answer


def titles(page: SearchPage) -> list[str]:
    model = page.work.answer_view.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def words_done(page: SearchPage) -> bool:
    return page.desk.words is not None and page.desk.words.is_done


def activate(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desktop.window)


def test_the_field_has_the_focus_at_the_start_and_what_is_typed_is_found_while_typing(
    page: SearchPage, desktop: Desktop, qtbot: QtBot
) -> None:
    activate(desktop, qtbot)
    page.setFocus()
    assert page.field.hasFocus()
    QTest.keyClicks(page.field, "red")
    qtbot.waitUntil(lambda: words_done(page) and titles(page) == ["Red Soap"])
    assert page.field.hasFocus()  # the results do not take it away
    assert not page.work.query_panel.isVisible()
    QTest.keyClicks(page.field, "x")
    qtbot.waitUntil(lambda: titles(page) == [])


def test_quick_typing_asks_for_the_newest_words_and_not_for_every_letter(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    for text in ("g", "gr", "gre", "green t", "green te", "green tea"):
        page.field.setText(text)
    qtbot.waitUntil(lambda: titles(page) == ["Green Tea"])
    assert engine.texts == ["green tea"]


def test_enter_opens_the_first_result_even_before_it_is_known(page: SearchPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.field, "blue")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(page.work.products.view.isVisible)
    assert page.work.products.view.product is not None and page.work.products.view.product.title == "Blue Mug"


def test_a_scanner_types_into_the_field_from_wherever_the_focus_is(
    page: SearchPage, desktop: Desktop, qtbot: QtBot, red: Path
) -> None:
    activate(desktop, qtbot)
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    page.work.answer_view.list.setFocus()
    qtbot.waitUntil(page.work.answer_view.list.hasFocus)
    for key in "2000000010007":
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, key)
    assert page.field.text() == "2000000010007"
    assert page.field.hasFocus()


def test_a_second_scan_replaces_the_first(page: SearchPage, desktop: Desktop, qtbot: QtBot) -> None:
    activate(desktop, qtbot)
    for code, title in (("C1", "Red Soap"), ("C3", "Blue Mug")):
        page.field.setText(code)
        QTest.keyClick(page.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda title=title: _opened(page) == title)  # type: ignore[misc]
        page.work.products.view.setFocus()
    page.work.products.view.setFocus()
    button = page.work.query_panel.again_button
    button.setFocus()
    assert page.field.text() == "C3"


def _opened(page: SearchPage) -> str:
    product = page.work.products.view.product
    return product.title if product is not None and page.work.products.view.isVisible() else ""


def test_letters_start_the_field_from_a_button_but_not_from_the_results(
    page: SearchPage, desktop: Desktop, qtbot: QtBot, red: Path
) -> None:
    activate(desktop, qtbot)
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    page.work.answer_view.list.setFocus()
    QTest.keyClicks(page.work.answer_view.list, "g")
    assert page.field.text() == ""
    page.work.query_panel.again_button.setFocus()
    QTest.keyClicks(page.work.query_panel.again_button, "g")
    assert page.field.text() == "g" and page.field.hasFocus()


def test_with_an_input_method_letters_are_left_to_it_and_its_text_is_searched(
    page: SearchPage, desktop: Desktop, qtbot: QtBot, red: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    activate(desktop, qtbot)
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    method = QGuiApplication.inputMethod()
    monkeypatch.setattr(type(method), "locale", lambda _self: QLocale("zh_CN"))
    page.work.query_panel.again_button.setFocus()
    QTest.keyClicks(page.work.query_panel.again_button, "g")
    assert page.field.text() == ""
    page.search_actions.words.trigger()
    composing = QInputMethodEvent("hong", [])
    QApplication.sendEvent(page.field, composing)
    assert page.desk.words is None  # nothing is searched while it is being composed
    done = QInputMethodEvent("", [])
    done.setCommitString("红")
    QApplication.sendEvent(page.field, done)
    qtbot.waitUntil(lambda: words_done(page))
    assert page.field.text() == "红"


def test_escape_empties_the_field_and_the_picture_s_results_are_there_again(
    page: SearchPage, qtbot: QtBot, red: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    page.field.setText("blue")
    qtbot.waitUntil(lambda: titles(page) == ["Blue Mug"])
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert titles(page)[0] == "Red Soap"
    assert page.work.query_panel.isVisible()


def test_without_a_picture_the_empty_field_leads_back_to_the_start(page: SearchPage, qtbot: QtBot) -> None:
    page.field.setText("blue")
    qtbot.waitUntil(lambda: words_done(page))
    page.field.clear()
    assert page.front.start_view.isVisible()


def test_a_dropped_picture_takes_the_place_of_the_words(page: SearchPage, qtbot: QtBot, red: Path) -> None:
    page.field.setText("blue")
    qtbot.waitUntil(lambda: titles(page) == ["Blue Mug"])
    assert not page.field.acceptDrops()
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: titles(page)[:1] == ["Red Soap"])
    assert page.field.text() == ""
    assert len([action for action in page.field.actions() if action.isVisible()]) == 1  # no cross to empty it


def test_a_picture_in_the_clipboard_is_pasted_as_a_picture_even_with_the_focus_in_the_field(
    page: SearchPage, desktop: Desktop, qtbot: QtBot, red: Path
) -> None:
    activate(desktop, qtbot)
    page.field.setFocus()
    QGuiApplication.clipboard().setImage(QImage(str(red)))
    QTest.keySequence(page.field, QKeySequence(QKeySequence.StandardKey.Paste))
    qtbot.waitUntil(lambda: titles(page)[:1] == ["Red Soap"])
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(red))])
    QGuiApplication.clipboard().setText("blue")
    page.field.setFocus()
    QTest.keySequence(page.field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert page.field.text() == "blue"


def test_ctrl_f_marks_what_stands_in_the_field_and_down_goes_to_the_results(
    page: SearchPage, desktop: Desktop, qtbot: QtBot
) -> None:
    activate(desktop, qtbot)
    page.field.setText("mug")
    qtbot.waitUntil(lambda: titles(page) == ["Blue Mug"])
    page.search_actions.words.trigger()
    assert page.field.selectedText() == "mug"
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.work.answer_view.list.hasFocus()


def test_words_typed_while_the_shop_is_being_opened_are_answered_afterwards(
    desktop: Desktop, engine: ColourEngine, qtbot: QtBot
) -> None:
    engine.may_open.clear()
    page = desktop.search_page
    with qtbot.waitSignal(desktop.engine_thread.signals.progress):
        desktop.window.show()
    page.field.setText("blue")
    qtbot.wait(80)
    assert not words_done(page)
    engine.may_open.set()
    qtbot.waitUntil(lambda: titles(page) == ["Blue Mug"])


def test_a_new_search_empties_the_field(page: SearchPage, qtbot: QtBot) -> None:
    page.field.setText("blue")
    qtbot.waitUntil(lambda: words_done(page))
    page.search_actions.start_again.trigger()
    assert page.field.text() == "" and page.front.start_view.isVisible()


def test_words_without_end_are_said_back_shortened(page: SearchPage, qtbot: QtBot) -> None:
    page.field.setText("a" * 10_000)
    qtbot.waitUntil(lambda: words_done(page))
    headline = page.work.answer_view.banner.headline.text()
    assert headline.startswith("No product with “aaa") and headline.endswith("…”")
    assert len(headline) < 100


def test_an_unknown_number_leaves_no_product_of_the_search_before_on_the_screen(
    page: SearchPage, desktop: Desktop, qtbot: QtBot
) -> None:
    activate(desktop, qtbot)
    page.field.setText("C1")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _opened(page) == "Red Soap")
    page.field.setText("4006381333931")
    assert not page.work.products.view.isVisible()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words_done(page))
    assert titles(page) == []
    assert page.work.answer_view.banner.headline.text() == "No product with “4006381333931”"
    qtbot.wait(50)
    assert not page.work.products.view.isVisible()


def test_a_product_on_its_way_is_not_opened_over_newer_words(page: SearchPage, qtbot: QtBot) -> None:
    page.field.setText("C1")
    qtbot.waitUntil(lambda: words_done(page))
    page.work.products.open(1)
    page.field.setText("mug")
    qtbot.waitUntil(lambda: titles(page) == ["Blue Mug"])
    qtbot.wait(50)
    assert not page.work.products.view.isVisible()


def test_while_words_take_long_the_products_of_the_words_before_do_not_stay(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    page.field.setText("red")
    qtbot.waitUntil(lambda: titles(page) == ["Red Soap"])
    engine.may_go_on.clear()
    page.field.setText("blue")
    qtbot.waitUntil(lambda: titles(page) == [])
    assert page.work.answer_view.banner.headline.text() == "Searching…"
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: titles(page) == ["Blue Mug"])
