"""Keys of the menus work from every page, and show what they do; a page may have another use for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.window.desktop import Desktop
from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints", "This plugin does not support")
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desktop(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window at the catalog page, with a product's photo on the clipboard."""
    shop = make_shop(tmp_path / "shop", products=2, counter_photos=1)
    QGuiApplication.clipboard().setImage(QImage(str(tmp_path / "shop pictures" / "1-0.png")))
    with window_on(shop, qapp, qtbot) as desktop:
        page = desktop.window.show_page("catalog")
        assert page is not None
        qtbot.waitUntil(lambda: page.model.rowCount() == 2)  # type: ignore[attr-defined]
        yield desktop


def test_a_picture_pasted_on_another_page_is_searched_where_it_is_seen(
    desktop: Desktop, qtbot: QtBot
) -> None:
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_V, _CTRL)
    qtbot.waitUntil(lambda: desktop.window.page is desktop.search_page)
    desk = desktop.search_page.desk
    qtbot.waitUntil(lambda: desk.shown is not None and desk.shown.is_done)


def test_a_picture_pasted_on_a_product_of_the_catalog_becomes_its_photo(
    desktop: Desktop, qtbot: QtBot
) -> None:
    page = desktop.window.page
    page.lists.view.selectRow(0)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.detail.isVisible() and page.detail.product_id > 0)  # type: ignore[attr-defined]
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_V, _CTRL)
    qtbot.waitUntil(page.message.isVisible)  # type: ignore[attr-defined]
    assert desktop.window.page is page and desktop.search_page.desk.shown is None
    qtbot.waitUntil(lambda: page.model.product_at(0) is not None)  # type: ignore[attr-defined]


def test_ctrl_f_finds_in_the_catalog_there_and_by_words_elsewhere(desktop: Desktop, qtbot: QtBot) -> None:
    page = desktop.window.page
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_F, _CTRL)
    assert page.filters.field.hasFocus() and desktop.window.page is page  # type: ignore[attr-defined]
    desktop.window.show_page("settings")
    QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_F, _CTRL)
    qtbot.waitUntil(desktop.search_page.field.hasFocus)
    assert desktop.window.page is desktop.search_page
