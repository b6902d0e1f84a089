"""The form of a new product: what is proposed never stands in the way of what is typed."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from core.newcomer.proposal import Proposal
from core.paths import resources
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.new_product.view import NewProductView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_letters_typed_before_the_proposal_came_stay(qapp: QApplication, qtbot: QtBot) -> None:
    view = NewProductView(ThemeSwitch(qapp, resources() / "styles", "light"))
    qtbot.addWidget(view)
    view.show()
    view.start(QImage())
    view.activateWindow()
    qtbot.waitUntil(view.title.line.hasFocus)
    QTest.keyClicks(view.title.line, "La")
    view.propose(Proposal("R-5"))
    QTest.keyClicks(view.title.line, "mp")
    assert view.title.line.text() == "Lamp" and view.sku.line.text() == "R-5"


def test_the_first_letter_takes_the_proposals_place_though_it_came_before_the_page_was_in_front(
    qapp: QApplication, qtbot: QtBot
) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QWidget())
    view = NewProductView(ThemeSwitch(qapp, resources() / "styles", "light"), stack)
    stack.addWidget(view)
    stack.show()
    view.start(QImage())
    view.propose(Proposal("R-5"))
    stack.setCurrentWidget(view)
    view.setFocus()
    QTest.keyClicks(view.title.line, "Lamp")
    assert view.title.line.text() == "Lamp"
