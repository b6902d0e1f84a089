"""The catalog page with many products: it opens, scrolls, filters and sorts without standing still."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.models.product_columns import Column
from desktop_app.pages.catalog.catalog_page import CatalogPage
from desktop_app.pages.catalog.list_query import ListQuery
from tests.desktop_app.pages.catalog.conftest import OpenPage
from tests.desktop_app.pages.catalog.many_products import make_shop

LONGEST_MS = 100.0


def seen(page: CatalogPage) -> bool:
    """Whether the rows in sight are read."""
    first = page.lists.first_row_seen()
    last = min(first + 8, page.model.rowCount() - 1)
    return page.model.product_at(first) is not None and page.model.product_at(last) is not None


def walk(page: CatalogPage, qtbot: QtBot, products: int) -> None:
    """All that somebody does with a long list, in the table and in the grid."""
    for which in (page.acts.table, page.acts.grid):
        which.trigger()
        page.open_query(ListQuery(sort="title"))
        qtbot.waitUntil(lambda: page.model.rowCount() == products and seen(page), timeout=30_000)
        bar = page.lists.view.verticalScrollBar()
        for step in range(20):
            bar.setValue(bar.maximum() * step // 20)
            qtbot.wait(10)
        page.lists.view.scrollToBottom()
        qtbot.waitUntil(lambda: seen(page), timeout=30_000)
        page.model.sort(int(Column.PRICE), Qt.SortOrder.DescendingOrder)
        qtbot.waitUntil(lambda: page._listing_job is None and seen(page), timeout=30_000)
        page.lists.view.selectAll()
        qtbot.waitUntil(page.bulk.isVisible)
        assert len(page.lists.selected_ids()) == products
        page.lists.view.clearSelection()
        page.open_query(ListQuery(category="Juice"))
        qtbot.waitUntil(lambda: 0 < page.model.rowCount() < products // 4 and seen(page), timeout=30_000)
        page.open_query(ListQuery(text="ceramic"))
        qtbot.waitUntil(lambda: page._listing_job is None and seen(page), timeout=30_000)


class Stalls:
    """How long the GUI thread was busy at a stretch: its own processor time between two ticks of a timer.

    The lateness of a timer on a machine that other programs use says more about those.
    """

    def __init__(self) -> None:
        self.worst_ms = 0.0
        self._last = time.thread_time()

    def tick(self) -> None:
        now = time.thread_time()
        self.worst_ms = max(self.worst_ms, (now - self._last) * 1000)
        self._last = now


def check(page: CatalogPage, qtbot: QtBot, products: int, lateness: Callable[[], float]) -> None:
    from PySide6.QtCore import QTimer

    stalls, timer = Stalls(), QTimer()
    timer.timeout.connect(stalls.tick)
    timer.start(5)
    walk(page, qtbot, products)
    timer.stop()
    print(f"\n{products} products: GUI thread busy at most {stalls.worst_ms:.0f} ms at a stretch")
    assert stalls.worst_ms < LONGEST_MS
    assert lateness() < 20 * LONGEST_MS  # of the wall clock: also on a machine that is busy with other things


def test_a_long_list_never_stalls_the_window(
    open_page: OpenPage, tmp_path: Path, qtbot: QtBot, lateness: Callable[[], float]
) -> None:
    make_shop(tmp_path / "shop", 4000)
    check(open_page(tmp_path / "shop"), qtbot, 4000, lateness)


@pytest.mark.long
def test_a_hundred_thousand_products_never_stall_the_window(
    open_page: OpenPage, tmp_path: Path, qtbot: QtBot, lateness: Callable[[], float]
) -> None:
    make_shop(tmp_path / "shop", 100_000)
    check(open_page(tmp_path / "shop"), qtbot, 100_000, lateness)
