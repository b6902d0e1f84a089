"""Columns of the catalog's table: hidden, moved, made wider, and remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.pages.catalog.lists.column_layout import (
    AS_IT_COMES,
    ShownColumn,
    read_layout,
    written_layout,
)
from desktop_app.pages.catalog.lists.product_columns import Column, heading
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import select


def stored(page: CatalogPage) -> tuple[str, ...]:
    return page._services.preferences.settings.catalog_columns


def toggle(page: CatalogPage, column: Column) -> None:
    menu = QMenu(page)
    page.lists.table.header.fill_menu(menu)
    next(action for action in menu.actions() if action.text() == heading(column)).trigger()


def test_every_column_is_shown_as_it_comes() -> None:
    assert {one.column for one in AS_IT_COMES} == set(Column)
    assert written_layout(AS_IT_COMES) == () and read_layout(()) == AS_IT_COMES


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (("stock 90", "title 200"), ((Column.STOCK, 90), (Column.TITLE, 200))),
        (("stock 90",), ((Column.TITLE, 264), (Column.STOCK, 90))),
        (("title 1", "stock 99999999"), ((Column.TITLE, 64), (Column.STOCK, 2000))),
        (("title 200", "colour 90", "stock x", "stock", ""), ((Column.TITLE, 200),)),
    ],
)
def test_a_setting_is_read_as_far_as_it_makes_sense(
    stored: tuple[str, ...], shown: tuple[tuple[Column, int], ...]
) -> None:
    assert read_layout(stored) == tuple(ShownColumn(*one) for one in shown)


def test_columns_are_hidden_moved_and_remembered(page: CatalogPage, qtbot: QtBot) -> None:
    header = page.lists.table.header
    assert header.shown_columns() == AS_IT_COMES
    toggle(page, Column.LOCATION)
    assert header.isSectionHidden(Column.LOCATION)
    qtbot.waitUntil(lambda: bool(stored(page)) and "location 108" not in stored(page))
    header.resizeSection(Column.STOCK, 99)
    select(page, qtbot, "R-1")
    page.lists.table.setCurrentIndex(page.model.index(0, Column.STOCK))
    page.lists.table.setFocus()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.lists.table, Qt.Key.Key_Left, control_shift)
    QTest.keyClick(page.lists.table, Qt.Key.Key_Left, control_shift)
    qtbot.waitUntil(lambda: stored(page)[:3] == ("stock 99", "title 264", "price 126"))
    again = CatalogPage(page._services, page)
    assert again.lists.table.header.shown_columns() == header.shown_columns()
    toggle(page, Column.LOCATION)
    assert not header.isSectionHidden(Column.LOCATION)
    menu = QMenu(page)
    header.fill_menu(menu)
    assert not menu.actions()[1].isEnabled()  # the product itself is always shown
    menu.actions()[-1].trigger()
    assert header.shown_columns() == AS_IT_COMES
    qtbot.waitUntil(lambda: stored(page) == ())
