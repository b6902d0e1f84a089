"""Every control of the catalog page has a name, and the keyboard reaches it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.widgets.wrapped_text import WrappedText
from tests.desktop_app.test_accessibility import CONTROLS, _is_part, nameless

ENTRIES = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)


def show_nothing(page: CatalogPage, qtbot: QtBot) -> None:
    page.lists.view.clearSelection()
    qtbot.waitUntil(lambda: not page.detail.isVisible())


def show_one(page: CatalogPage, qtbot: QtBot) -> None:
    page.lists.select_product(page.model.id_at(0) or 0)
    qtbot.waitUntil(page.detail.isVisible)


def show_many(page: CatalogPage, qtbot: QtBot) -> None:
    page.lists.table.selectAll()
    qtbot.waitUntil(page.bulk.isVisible)


def show_new(page: CatalogPage, qtbot: QtBot) -> None:
    page.acts.new.trigger()
    qtbot.waitUntil(page.new.view.save_button.isEnabled)


@pytest.mark.parametrize("show", [show_nothing, show_one, show_many, show_new])
def test_every_control_has_a_name_in_every_language_and_tab_reaches_it(
    page: CatalogPage,
    qtbot: QtBot,
    show: object,
) -> None:
    assert callable(show)
    show(page, qtbot)
    for language in ("zh_CN", "en"):
        page._services.languages.choose(language)
        qtbot.wait(10)
        assert nameless(page) == []
        for entry in page.findChildren(QWidget):
            if isinstance(entry, ENTRIES) and entry.isVisible() and not _is_part(entry):
                spoken = QAccessible.queryAccessibleInterface(entry).text(QAccessible.Text.Name)
                assert spoken.strip(), entry
    reached, widget = set(), page.nextInFocusChain()
    while widget is not None and widget is not page:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        widget = widget.nextInFocusChain()
    controls = {
        control
        for control in page.findChildren(QWidget)
        if isinstance(control, (*CONTROLS, *ENTRIES))
        and control.isVisible()
        and control.isEnabled()
        and not _is_part(control)
        and not isinstance(control, WrappedText)
    }
    assert {control for control in controls if control.parent() not in controls} <= reached


def test_targets_are_large_enough_to_hit(page: CatalogPage, qtbot: QtBot) -> None:
    show_one(page, qtbot)
    for control in page.findChildren(QWidget):
        if isinstance(control, CONTROLS) and control.isVisible() and not _is_part(control):
            assert min(control.width(), control.height()) >= 32, control
