"""Which products the catalog page lists, and in which order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import (
    product,
    select,
    shop_of,
    titles,
)


def test_products_are_listed_by_title_found_by_text_and_sorted_by_a_column(
    page: CatalogPage, qtbot: QtBot
) -> None:
    assert titles(page) == ["Blue ball", "Green box", "Red ball", "Yellow box"]
    QTest.keyClicks(page.filters.field, "ball")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    QTest.keyClick(page.filters.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.lists.table.horizontalHeader().sortIndicatorChanged.emit(
        int(Column.PRICE), Qt.SortOrder.DescendingOrder
    )
    page.model.sort(int(Column.PRICE), Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: titles(page) == ["Blue ball", "Red ball", "Yellow box", "Green box"])


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts(page: CatalogPage, qtbot: QtBot, column: Column) -> None:
    before = titles(page)
    page.model.sort(int(column), Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: page.listing.job is None)
    qtbot.waitUntil(lambda: "" not in titles(page))
    assert sorted(titles(page)) == sorted(before)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ListQuery(category="Boxes"), ["Green box", "Yellow box"]),
        (ListQuery(brand="Toyco", without_price=True), ["Green box"]),
        (ListQuery(in_stock=True), ["Blue ball", "Green box", "Red ball", "Yellow box"]),
        (ListQuery(in_stock=False), []),
        (ListQuery(low=True), []),
        (ListQuery(few_photos=1), []),
        (ListQuery(archived=True), []),
        (ListQuery(tag="none"), []),
    ],
)
def test_filters_narrow_the_list_and_an_empty_one_offers_all_again(
    page: CatalogPage, qtbot: QtBot, query: ListQuery, expected: list[str]
) -> None:
    page.open_query(query)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(expected))
    qtbot.waitUntil(lambda: titles(page) == expected)
    if not expected:
        qtbot.waitUntil(page.browse.clear_button.isVisible)
        page.browse.clear_button.click()
        qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_other_pages_can_ask_for_a_product_even_one_that_is_filtered_out_or_archived(
    page: CatalogPage, qtbot: QtBot
) -> None:
    page.open_query(ListQuery(category="Balls"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    box = product(page, "R-3").id
    page.reveal(box)
    qtbot.waitUntil(lambda: page.detail.product_id == box)
    page.acts.archive.trigger()
    qtbot.waitUntil(lambda: product(page, "R-3").archived)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.reveal(box)
    qtbot.waitUntil(lambda: page.filters.query.archived and page.detail.product_id == box)


def test_news_from_other_pages_refresh_the_list_and_keep_the_selection(
    page: CatalogPage, qtbot: QtBot
) -> None:
    select(page, qtbot, "R-4")
    with shop_of(page).catalog.transaction() as db:
        db.execute("UPDATE products SET title = 'A box' WHERE sku = 'R-4'")
    page._services.news.changed.emit(None)
    qtbot.waitUntil(lambda: titles(page)[0] == "A box")
    assert page.lists.selected_ids().tolist() == [product(page, "R-4").id]
    qtbot.waitUntil(lambda: page.detail.form.lines[Column.TITLE].line.text() == "A box")


def test_of_a_mistyped_search_it_is_said_what_was_meant(page: CatalogPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.filters.field, "yelow")
    qtbot.waitUntil(page.browse.meant_button.isVisible)
    qtbot.waitUntil(lambda: titles(page) == ["Yellow box"])
    assert "“yellow”" in page.browse.meant_button.text()
    page.browse.meant_button.click()
    qtbot.waitUntil(lambda: not page.browse.meant_button.isVisible())
    assert page.filters.field.text() == "yellow"
    qtbot.waitUntil(lambda: titles(page) == ["Yellow box"])
    page.filters.field.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
