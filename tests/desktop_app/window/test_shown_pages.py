"""Keys go where the eye is: no page that another one hides takes them, whatever it hears meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop_app.pages.shop_page import ShopPage
from desktop_app.window.shown_pages import ShownPages


class Page(ShopPage):
    """Two fields."""

    needs_products = False

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        box = QVBoxLayout(self)
        box.addWidget(self.first)
        box.addWidget(self.second)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[ShownPages]:
    made = ShownPages()
    qtbot.addWidget(made)
    made.add_page(Page())
    made.add_page(Page())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


def pages(shown: ShownPages) -> tuple[Page, Page]:
    front, hidden = shown.widget(0), shown.widget(1)
    assert isinstance(front, Page) and isinstance(hidden, Page)
    return front, hidden


def test_a_page_that_is_not_in_front_gives_the_keys_back(shown: ShownPages) -> None:
    front, hidden = pages(shown)
    front.second.setFocus()
    hidden.first.setFocus()
    assert QApplication.focusWidget() is front.second
    shown.choose(hidden)
    hidden.first.setFocus()
    front.first.setFocus()
    assert QApplication.focusWidget() is hidden.first


def test_where_nothing_of_the_page_in_front_had_the_keys_its_first_control_gets_them(
    shown: ShownPages,
) -> None:
    front, hidden = pages(shown)
    hidden.second.setFocus()
    assert QApplication.focusWidget() is front.first


def test_what_is_hidden_on_the_page_in_front_does_not_keep_them(shown: ShownPages, qtbot: QtBot) -> None:
    front, _hidden = pages(shown)
    front.first.hide()
    front.first.setFocus()
    qtbot.waitUntil(front.second.hasFocus)


def test_but_what_is_shown_a_moment_later_does(shown: ShownPages) -> None:
    front, _hidden = pages(shown)
    front.first.hide()
    front.first.setFocus()
    front.first.show()
    for _turn in range(3):
        QApplication.processEvents()
    assert front.first.hasFocus()
