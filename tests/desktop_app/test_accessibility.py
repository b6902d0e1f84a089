"""Every control has a name that a screen reader can say, and the keyboard reaches it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.messages import Sentence, message
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.conftest import drop, mime_of_files, shown_answer
from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox)
EVERYTHING = (
    *CONTROLS,
    QLineEdit,
    QPlainTextEdit,
    QAbstractSpinBox,
    QAbstractSlider,
    QProgressBar,
    QTabBar,
)


def nameless(root: QWidget, kinds: tuple[type[QWidget], ...] = CONTROLS) -> list[str]:
    """The visible controls that a screen reader could not name."""
    found = []
    for control in root.findChildren(QWidget):
        if isinstance(control, kinds) and control.isVisible() and not _is_part(control):
            spoken = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
            if not spoken.strip():
                found.append(f"{type(control).__name__} {control.objectName()}")
    return found


def _is_part(control: QObject) -> bool:
    """Whether it is an inner part of another control: a menu bar's overflow button, the cross of a field."""
    return (
        control.objectName().startswith("qt_")
        or isinstance(control, QScrollBar | QHeaderView)
        or isinstance(control.parent(), QLineEdit | QComboBox | QAbstractSpinBox | QTabBar)
    )


def test_every_control_of_every_page_has_a_name_in_every_language(
    desktop: Desktop, page: SearchPage, qtbot: QtBot, red: Path, blue: Path
) -> None:
    def visit(where: str) -> None:
        for language in ("en", "zh_CN"):
            desktop.languages.choose(language)
            qtbot.wait(10)
            assert nameless(desktop.window) == [], where

    visit("start")
    drop(page, mime_of_files(red, blue))
    qtbot.waitUntil(lambda: all(shown_answer(page, row) for row in (0, 1)))
    visit("results")
    page.work.products.open(1)
    qtbot.waitUntil(page.work.products.view.isVisible)
    visit("product")
    page.show_shop_failure(_sentence())
    visit("notice")


def test_tab_reaches_every_control_that_can_be_pressed(
    desktop: Desktop, page: SearchPage, qtbot: QtBot, red: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    reached = set()
    widget = desktop.window.nextInFocusChain()
    while widget is not None and widget is not desktop.window:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        widget = widget.nextInFocusChain()
    controls = {
        control
        for control in desktop.window.findChildren(QWidget)
        if isinstance(control, CONTROLS)
        and control.isVisible()
        and control.isEnabled()
        and not _is_part(control)
    }
    assert controls
    assert controls <= reached


def test_targets_are_large_enough_to_hit(page: SearchPage) -> None:
    for button in page.front.start_view.findChildren(QAbstractButton):
        assert min(button.width(), button.height()) >= 40


@pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")
def test_every_page_of_a_real_shop_can_be_named_and_reached(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    shop = make_shop(tmp_path / "shop", products=4, counter_photos=1)
    with window_on(shop, qapp, qtbot) as desktop:
        assert len(desktop.window.pages) >= 6
        for number, page in enumerate(desktop.window.pages, start=1):
            desktop.window.show_page(page.name)
            qtbot.wait(400)  # what the page reads of the shop comes by and by
            assert desktop.window.page is page and page.isVisible()
            for language in ("zh_CN", "en"):
                desktop.languages.choose(language)
                qtbot.wait(20)
                assert nameless(desktop.window, EVERYTHING) == [], (page.name, language)
            assert unreached(page, desktop.window) == [], page.name
            assert page.title() in {action.text() for _menu, action in desktop.window.menu_actions()}, number


def unreached(page: QWidget, window: QWidget) -> list[str]:
    """The controls of a page that the tabulator and the arrow keys do not come to."""
    reached = set()
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        widget = widget.nextInFocusChain()
    return [
        f"{type(control).__name__} {control.accessibleName() or getattr(control, 'text', str)()}"
        for control in page.findChildren(QWidget)
        if isinstance(control, CONTROLS)
        and control.isVisible()
        and control.isEnabled()
        and not _is_part(control)
        and control not in reached
        and not _is_one_of_a_choice(control, reached)
    ]


def _is_one_of_a_choice(control: QWidget, reached: set[QWidget]) -> bool:
    """Whether the arrow keys come to it from the one that is chosen, which the tabulator reaches."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() in reached


def _sentence() -> Sentence:
    return Sentence(message("core", "something ended it"))
