"""A count in the real window, from the first piece to the booking, and what came of past ones."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.stock import Reason, move_stock, movements
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from desktop_app.pages.stocktake.page import StocktakePage
from desktop_app.pages.stocktake.views.past_model import COUNTED, DIFFERING, OUTCOME
from desktop_app.pages.stocktake.views.review_view import NOT_COUNTED
from desktop_app.window.desktop import Desktop
from tests.desktop_app.pages.stocktake.on_the_page import at_page, counted, press, settle, stocks
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.desktop_app.test_accessibility import nameless

pytestmark = pytest.mark.qt_log_ignore(
    "PulseAudio", "propagateSizeHints", "No RHI backend", "Couldn't (load|resolve) va"
)


def test_a_count_from_the_first_piece_to_the_booking_and_back(
    page: StocktakePage,
    enter: Callable[[str], None],
    shop: Path,
    qtbot: QtBot,
    lateness: Callable[[], float],
) -> None:
    enter("4006381333931")
    enter("7")
    enter("Sign 1")
    QTest.keyClicks(page.count_view.field, "+")
    settle(page, qtbot)
    assert counted(page) == {"Sign 0": 7, "Sign 1": 2}
    press(page.count_view.field, Qt.Key.Key_Return, page, qtbot, ctrl=True)
    review = page.review_view
    assert review.headline.text() == "2 products differ from the books"
    assert review.value.text() == "Worth together: −€2.50"
    review.tabs.setCurrentIndex(NOT_COUNTED)
    assert review.model.rowCount() == 4
    press(review.table, Qt.Key.Key_Space, page, qtbot)
    assert review.model.rowCount() == 3
    press(review.table, Qt.Key.Key_Return, page, qtbot, ctrl=True)
    assert lateness() < 2000  # the figure is printed; on a busy machine it says more about other programs
    assert stocks(shop) == {"Sign 0": 7, "Sign 1": 2, "Sign 2": 0} | {f"Sign {n}": 5 for n in (3, 4, 5)}
    with open_shop(shop, write=False) as reader:
        assert {m.reason for m in movements(reader.catalog, limit=3)} == {Reason.COUNT}
    assert page.start_view.isVisible()
    press(page.start_view.bring_back_button, Qt.Key.Key_Space, page, qtbot)
    assert set(stocks(shop).values()) == {5}
    assert counted(page) == {"Sign 0": 7, "Sign 1": 2}


def test_past_counts_are_opened_and_written_to_a_table(
    page: StocktakePage, enter: Callable[[str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    enter("Sign 1")
    page.finish()
    settle(page, qtbot)
    page.ending.book()
    settle(page, qtbot)
    QTest.keyClick(page.start_view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    view = page.past_view
    qtbot.waitUntil(lambda: view.isVisible() and view.found is not None, timeout=PATIENCE_MS)
    assert view.model.rowCount() == 1
    assert [view.model.index(0, column).data() for column in (COUNTED, DIFFERING, OUTCOME)] == [
        "1",
        "1",
        "Booked",
    ]
    assert view.differences.index(0, 0).data() == "Sign 1"
    assert "−€10.00" in view.headline.text()
    page.past.save_table(tmp_path / "past.csv")
    qtbot.waitUntil(lambda: "past.csv" in view.hint.text(), timeout=PATIENCE_MS)
    assert "Sign 1" in (tmp_path / "past.csv").read_text(encoding="utf-8-sig")
    page.entered()
    settle(page, qtbot)
    assert view.isVisible(), "who reads there goes on reading"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.start_view.isVisible, timeout=PATIENCE_MS)


def test_a_product_from_elsewhere_is_not_part_of_a_count_of_a_category(
    shop_window: Desktop, qtbot: QtBot
) -> None:
    page = at_page(shop_window, qtbot)
    qtbot.waitUntil(lambda: page.start_view.categories.count() == 3, timeout=PATIENCE_MS)
    page.start_view.categories.setCurrentIndex(1)
    page.start_view.begin_button.click()
    settle(page, qtbot)
    QTest.keyClicks(page.count_view.field, "Sign 1")
    QTest.keyClick(page.count_view.field, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert counted(page) == {}
    assert page.count_view.banner.headline.text().endswith("is not part of this count")


def test_a_count_goes_on_after_the_program_was_ended(
    made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    shop = Path(shutil.copytree(made, tmp_path / "shop"))
    with window_on(shop, qapp, qtbot, pages=("stocktake",)) as desktop:
        page = at_page(desktop, qtbot)
        page.entering.begin("", "")
        settle(page, qtbot)
        page.entering.enter("Sign 5")
        settle(page, qtbot)
    with window_on(shop, qapp, qtbot, pages=("stocktake",)) as desktop:
        page = at_page(desktop, qtbot)
        assert page.count_view.isVisible() and counted(page) == {"Sign 5": 1}
        page.count_view.throw_away_button.click()
        settle(page, qtbot)
        assert page.start_view.bring_back_button.text() == "Bring it back"


def test_sales_during_the_count_are_no_differences_and_the_table_is_saved(
    page: StocktakePage, enter: Callable[[str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    enter("Sign 1")
    enter("5")
    shop = page._services.engine.shop
    product = next(found.product_id for found in page.standing.counted) if page.standing else 0
    move_stock(shop.catalog, product, whole(-2), who="till", reason=Reason.SALE)
    page.finish()
    settle(page, qtbot)
    assert page.review_view.headline.text() == "All that was counted is as in the books"
    page.ending.save_table(tmp_path / "differences.csv")
    settle(page, qtbot)
    with (tmp_path / "differences.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = {row["sku"]: row for row in csv.DictReader(file)}
    assert rows["Sign 1"]["expected"] == "5" and rows["Sign 1"]["difference"] == "0"


def test_every_control_has_a_name_in_both_languages(
    page: StocktakePage, enter: Callable[[str], None], shop_window: Desktop, qtbot: QtBot
) -> None:
    def check() -> None:
        for language in ("en", "zh_CN"):
            shop_window.languages.choose(language)
            qtbot.wait(10)
            assert nameless(page) == []
        shop_window.languages.choose("en")

    enter("Sign 1")
    check()
    page.finish()
    settle(page, qtbot)
    check()
    page.throw_away()
    settle(page, qtbot)
    check()
