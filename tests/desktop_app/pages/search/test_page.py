import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.page import SearchPage
from desktop_app.widgets.wrapped_text import WrappedText
from desktop_app.window.desktop import Desktop
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.conftest import drop, mime_of_files, picture, shown_answer


def headline(page: SearchPage) -> str:
    return page.work.answer_view.banner.headline.text()


def is_busy(page: SearchPage) -> bool:
    return page.work.query_panel.busy.is_busy


def titles(page: SearchPage) -> list[str]:
    model = page.work.answer_view.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_a_dropped_file_is_shown_and_the_right_product_comes_first(
    page: SearchPage, qtbot: QtBot, red: Path
) -> None:
    assert drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    assert headline(page) == "This is Red Soap"
    assert titles(page)[0] == "Red Soap"
    assert page.work.query_panel.picture.image.pixelColor(3, 3) == QColor("red")
    assert "Answered in" in page.work.answer_view.banner.detail.text()
    assert page.work.answer_view.isVisible()


def test_a_picture_is_dropped_anywhere_on_the_page_even_on_the_list(
    page: SearchPage, qtbot: QtBot, red: Path, blue: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: headline(page) == "This is Red Soap")
    position = page.work.answer_view.list.mapTo(page, page.work.answer_view.list.rect().center())
    target = page.childAt(position)
    while target is not None and not target.acceptDrops():
        target = target.parentWidget()
    assert target is page
    assert target is not None
    drop(target, mime_of_files(blue))
    qtbot.waitUntil(lambda: headline(page) == "This is Blue Mug")


def test_several_files_are_all_searched_and_the_film_strip_shows_each(
    page: SearchPage, qtbot: QtBot, red: Path, blue: Path
) -> None:
    drop(page, mime_of_files(red, blue))
    assert page.work.query_panel.strip.isVisible()
    qtbot.waitUntil(lambda: all(shown_answer(page, row) for row in (0, 1)))
    assert headline(page) == "This is Red Soap"
    QTest.keyClick(page.work.query_panel.strip, Qt.Key.Key_Right)
    assert headline(page) == "This is Blue Mug"
    assert page.work.query_panel.picture.image.pixelColor(3, 3) == QColor("blue")


def test_a_bad_file_among_good_ones_fails_alone(
    page: SearchPage, qtbot: QtBot, blue: Path, tmp_path: Path
) -> None:
    text = tmp_path / "notes.jpg"
    text.write_text("not a picture")
    drop(page, mime_of_files(text, blue))
    qtbot.waitUntil(lambda: shown_answer(page, 1) is not None)
    assert headline(page) == "This picture cannot be searched"
    assert "notes.jpg" in page.work.answer_view.banner.detail.text()
    assert titles(page) == []


def test_the_newest_picture_replaces_the_one_being_searched(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    engine.may_go_on.clear()
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: len(engine.searched) == 1)
    assert headline(page) == "Searching…"
    assert is_busy(page)
    drop(page, mime_of_files(blue))
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: headline(page) == "This is Blue Mug")
    assert not is_busy(page)
    assert page.desk.film.rowCount() == 1


def test_the_picture_shows_at_once_while_the_shop_is_still_being_opened(
    desktop: Desktop, engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    engine.may_open.clear()
    page = desktop.search_page
    with qtbot.waitSignal(desktop.engine_thread.signals.progress):
        desktop.window.show()
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: not page.work.query_panel.picture.image.isNull())
    assert page.work.answer_view.banner.detail.text() == "The shop is still being opened."
    assert desktop.window.status_line.bar.isVisible()
    engine.may_open.set()
    qtbot.waitUntil(lambda: headline(page) == "This is Red Soap")
    assert not desktop.window.status_line.bar.isVisible()


def test_pixels_from_the_clipboard_are_searched(page: SearchPage, qtbot: QtBot) -> None:
    pixels = QImage(64, 64, QImage.Format.Format_ARGB32)
    pixels.fill(QColor("blue"))
    QGuiApplication.clipboard().setImage(pixels)
    page.search_actions.paste.trigger()
    qtbot.waitUntil(lambda: headline(page) == "This is Blue Mug")


def test_a_file_from_the_clipboard_is_searched(page: SearchPage, qtbot: QtBot, red: Path) -> None:
    QGuiApplication.clipboard().setMimeData(mime_of_files(red))
    page.search_actions.paste.trigger()
    qtbot.waitUntil(lambda: headline(page) == "This is Red Soap")


def test_an_empty_clipboard_is_explained(page: SearchPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.search_actions.paste.trigger()
    assert page.front.notice.isVisible()
    banner = page.front.notice.banner
    qtbot.waitUntil(lambda: banner.height() >= banner.heightForWidth(banner.width()))  # no line is cut


def test_an_internet_address_is_explained_and_escape_leads_back(
    page: SearchPage, qtbot: QtBot, desktop: Desktop
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/apple.jpg")])
    assert drop(page, mime)
    assert page.front.notice.isVisible()
    assert "offline" in page.front.notice.banner.detail.text()
    desktop.languages.choose("zh_CN")
    qtbot.waitUntil(lambda: "离线" in page.front.notice.banner.detail.text())
    QTest.keyClick(page.front.notice, Qt.Key.Key_Escape)
    assert page.front.start_view.isVisible()


def test_words_alone_are_explained_too(page: SearchPage) -> None:
    mime = QMimeData()
    mime.setText("an apple")
    drop(page, mime)
    assert page.front.notice.banner.headline.text() == "There is no picture in it"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_files_chosen_in_the_dialog_are_searched(page: SearchPage, qtbot: QtBot, red: Path) -> None:
    page.search_actions.open.trigger()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    assert "*.jpg" in dialog.nameFilters()[0]
    dialog.filesSelected.emit([str(red)])
    dialog.close()
    qtbot.waitUntil(lambda: headline(page) == "This is Red Soap")


def test_something_the_shop_does_not_have_is_said_to_be_unknown(
    page: SearchPage, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(page, mime_of_files(picture(tmp_path / "grey.png", "#808080")))
    qtbot.waitUntil(lambda: headline(page) == "Not in this shop")
    assert len(titles(page)) == 3  # the nearest, all the same


def test_a_sample_of_the_shop_is_searched_when_it_is_pressed(page: SearchPage, qtbot: QtBot) -> None:
    tile = next(iter(page.front.start_view.tiles))
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: headline(page) == "This is Blue Mug")


def test_enter_opens_the_product_with_all_it_has_and_escape_leads_back(
    page: SearchPage, qtbot: QtBot, red: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: headline(page) == "This is Red Soap")
    QTest.keyClick(page.work.answer_view.list, Qt.Key.Key_Return)
    view = page.work.products.view
    qtbot.waitUntil(lambda: view.isVisible() and not view.photo.image.isNull())
    texts = [text.toPlainText() for text in view.findChildren(WrappedText)]
    shown = " | ".join([*texts, *(label.text() for label in view.findChildren(QLabel))])
    for expected in ("Red Soap", "€12.50", "2000000010007", "C1", "plain, new", "Supplier", "Paint & Co"):
        assert expected in shown
    assert "Red Soap <b>and nothing else</b>" in shown  # a catalog's text is no markup
    assert view.details is not None and len(view.details.photos) == 2
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.work.answer_view.isVisible()
    assert page.work.query_panel.isVisible()


def test_a_click_selects_a_product_and_another_one_opens_it(
    page: SearchPage, qtbot: QtBot, red: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: headline(page) == "This is Red Soap")
    results = page.work.answer_view.list
    place = results.visualRect(page.work.answer_view.model.index(1)).center()
    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert results.currentIndex().row() == 1
    assert not page.work.products.view.isVisible()
    QTest.mouseClick(
        results.viewport(), Qt.MouseButton.LeftButton, pos=results.visualRect(results.currentIndex()).center()
    )
    qtbot.waitUntil(page.work.products.view.isVisible)
    assert page.work.products.view.product is not None
    assert page.work.products.view.product.title == titles(page)[1]


def test_a_new_search_puts_everything_away(page: SearchPage, qtbot: QtBot, red: Path) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: headline(page) == "This is Red Soap")
    page.search_actions.start_again.trigger()
    assert page.front.start_view.isVisible()
    assert page.desk.film.rowCount() == 0
    assert not page.search_actions.start_again.isEnabled()


def test_a_shop_that_cannot_be_opened_is_explained(
    desktop: Desktop, engine: ColourEngine, qtbot: QtBot
) -> None:
    engine.opening_fails = True
    with qtbot.waitSignal(desktop.engine_thread.signals.not_opened):
        desktop.window.show()
    notice = desktop.search_page.front.notice
    qtbot.waitUntil(notice.isVisible)
    assert notice.banner.headline.text() == "The shop cannot be opened"
    assert "choose a shop's folder" in notice.banner.detail.text()


def test_closing_the_window_in_the_middle_of_a_search_ends_everything(
    desktop: Desktop, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    with qtbot.waitSignal(desktop.engine_thread.signals.opened):
        desktop.window.show()
    engine.may_go_on.clear()
    desktop.search_page.search([PictureSource(path.name, path=path) for path in (red, blue) * 20])
    qtbot.waitUntil(lambda: len(engine.searched) == 1)
    desktop.window.close()

    def go_on_when_it_is_told_to_end() -> None:  # before, it may rightly go on with what waits
        while not desktop.engine_thread._worker.stopping:
            time.sleep(0.001)
        engine.may_go_on.set()

    helper = threading.Thread(target=go_on_when_it_is_told_to_end)
    helper.start()
    assert desktop.close()
    helper.join()
    assert engine.is_closed and len(engine.searched) == 1


def test_the_event_loop_goes_on_while_pictures_are_searched(
    page: SearchPage, qtbot: QtBot, red: Path, blue: Path, lateness: Callable[[], float]
) -> None:
    for path in (red, blue) * 10:
        drop(page, mime_of_files(path))
        qtbot.wait(15)
    qtbot.waitUntil(lambda: headline(page) == "This is Blue Mug")
    assert lateness() < 2000  # the figure is printed; the benchmark holds it to its limit
