"""The page of figures, on a real shop with receipts of which every number is known."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.insight.glance import Glance
from core.insight.period import Period
from core.shop.opening import open_shop
from desktop_app.engine.jobs import Lane
from desktop_app.pages.insight.page import InsightPage
from desktop_app.pages.insight.period_bar import OtherDaysDialog
from desktop_app.pages.insight.row_deeds import Deed
from desktop_app.pages.insight.told import Told
from desktop_app.pages.shop_page import WishGranted
from desktop_app.window.desktop import Desktop
from tests.core.insight.conftest import PERIOD, fill
from tests.core.insight.test_demand import Searching
from tests.desktop_app.real_shop import window_on

MAY = Period(PERIOD.since, PERIOD.until)


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        fill(shop)
    with window_on(tmp_path / "shop", qapp, qtbot, pages=("catalog", "insight")) as window:
        yield window


@pytest.fixture
def page(desktop: Desktop, qtbot: QtBot) -> InsightPage:
    shown = desktop.window.show_page("insight")
    assert isinstance(shown, InsightPage)
    show(shown, qtbot, MAY)
    return shown


def show(page: InsightPage, qtbot: QtBot, period: Period) -> None:
    page.periods.choose(period)
    qtbot.waitUntil(lambda: page.told is not None and page.told.found.glance.period == period)


def test_it_adds_up_what_the_shop_sold_and_says_of_which_days(page: InsightPage) -> None:
    shown = {
        name.text().splitlines()[0]: value.text()
        for name, value in zip(page.view.tiles.names, page.view.tiles.values, strict=True)
    }
    assert page.told is not None
    assert shown["Receipts"] == str(page.told.found.glance.now.receipts)
    assert "2026-05-04 to 2026-05-31" in page.said.text()
    assert len(page.view.overview.days.bars) == 28 and len(page.view.overview.weekdays.bars) == 7
    assert max(page.view.overview.weekdays.bars, key=lambda bar: bar[1])[0] == "Sat"


def test_a_list_is_opened_and_a_row_leads_to_its_product(
    desktop: Desktop, page: InsightPage, qtbot: QtBot
) -> None:
    page.view.open_list("order")
    assert page.view.heading.text() == "What to order"
    first = page.view.model.index(0, 0).data()
    page.view.table.setFocus()
    page.view.table.selectRow(0)
    with qtbot.waitSignal(page.view.product_wanted) as wanted:
        page.view.table.activated.emit(page.view.table.currentIndex())
    assert page.told is not None
    assert page.told.names[wanted.args[0]].sku == first
    assert desktop.window.page.name == "catalog"


def test_another_time_keeps_the_list_that_is_open(page: InsightPage, qtbot: QtBot) -> None:
    page.view.open_list("sold")
    show(page, qtbot, MAY.before)
    assert page.view.heading.text() == "What sold"
    show(page, qtbot, Period(date(2020, 1, 1), date(2020, 1, 7)))
    assert page.view.list.currentIndex().row() == 0


def test_what_is_known_at_a_glance_stands_there_before_the_rest(
    page: InsightPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[int, int]] = []
    show_glance, show_told = page.view.show_glance, page.view.show_told

    def glance(found: Glance) -> None:
        show_glance(found)
        drawn.append((1, found.period.days))

    def told(found: Told) -> None:
        drawn.append((2, found.found.glance.period.days))
        show_told(found)

    monkeypatch.setattr(page.view, "show_glance", glance)
    monkeypatch.setattr(page.view, "show_told", told)
    show(page, qtbot, Period(MAY.since, MAY.until - timedelta(days=7)))
    assert drawn == [(1, 21), (2, 21)]
    shown = {name.text().splitlines()[0] for name in page.view.tiles.names if name.text()}
    assert {"Searches", "Receipts", "Takings", "Ended in nothing"} <= shown


def test_the_overview_has_the_first_rows_of_the_lists_and_leads_to_them(
    page: InsightPage, qtbot: QtBot
) -> None:
    page.view.open_list("")
    cards = [card for card in page.view.overview.cards if card.isVisibleTo(page)]
    assert len(cards) >= 3
    card = next(one for one in cards if one.accessibleName().startswith("What to order"))
    assert page.view.tables[0].rows[0][1] in card.accessibleDescription()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert page.view.heading.text() == "What to order"


def test_days_of_ones_own(page: InsightPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.periods.other_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(OtherDaysDialog)
    assert isinstance(dialog, OtherDaysDialog)
    dialog.since.setDate(QDate(2026, 5, 5))
    dialog.accept()
    qtbot.waitUntil(lambda: page.told is not None and page.told.found.glance.period.days == 27)
    assert page.periods.other_button.isChecked()


def test_the_language_changes_all_of_it(desktop: Desktop, page: InsightPage, qtbot: QtBot) -> None:
    page.view.open_list("order")
    desktop.languages.choose("zh_CN")
    qtbot.waitUntil(lambda: page.view.heading.text() == "该订什么")
    assert page.view.list.currentIndex().row() > 0
    desktop.languages.choose("en")


def test_the_report_is_written_where_reports_lie(
    page: InsightPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "desktop_app.pages.insight.page.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    page.open_report()
    qtbot.waitUntil(lambda: bool(opened), timeout=60_000)
    assert Path(opened[0]).name == "insight.html" and Path(opened[0]).with_name("order.csv").is_file()


def buttons(page: InsightPage) -> set[Deed]:
    return {deed for deed, button in page.view.deeds.buttons.items() if button.isVisibleTo(page)}


def names_of_lists(page: InsightPage) -> set[str]:
    return {table.name for table in page.view.tables}


def press(page: InsightPage, deed: Deed) -> None:
    page.view.table.selectRow(0)
    QTest.mouseClick(page.view.deeds.buttons[deed], Qt.MouseButton.LeftButton)


def test_what_runs_out_is_put_on_a_list_that_can_be_exported(
    page: InsightPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.view.open_list("order")
    assert buttons(page) == {Deed.ORDER}
    _sku, title, pieces, *_rest = page.view.tables[0].rows[0]
    press(page, Deed.ORDER)
    qtbot.waitUntil(lambda: "order-list" in names_of_lists(page))
    assert page.view.heading.text() == "What to order"
    page.view.open_list("order-list")
    assert buttons(page) == {Deed.EXPORT, Deed.TAKE_OFF}
    file = tmp_path / "order.csv"
    page.deeds.export(file)
    qtbot.waitUntil(lambda: "order.csv" in page.said.text())
    assert f"{title},{pieces}" in file.read_text("utf-8-sig")
    press(page, Deed.TAKE_OFF)
    qtbot.waitUntil(lambda: "order-list" not in names_of_lists(page))


def test_what_was_asked_for_in_vain_is_made_ordered_or_refused_with_a_click(
    desktop: Desktop, page: InsightPage, qtbot: QtBot
) -> None:
    asked: list[int] = []
    page._services.shop_jobs.run(
        lambda shop, _report: asked.append(Searching(shop)(1, verdict="unknown")),
        success=lambda _nothing: page.entered(),
        lane=Lane.WRITING,
    )
    qtbot.waitUntil(lambda: "asked-for" in names_of_lists(page))
    page.view.open_list("asked-for")
    assert buttons(page) == {Deed.MAKE, Deed.ORDER, Deed.REFUSE}
    press(page, Deed.ORDER)
    qtbot.waitUntil(lambda: page.view.model.index(0, 6).data() == "on the list")
    assert page.view.deeds.buttons[Deed.ORDER].hasFocus()
    press(page, Deed.REFUSE)
    qtbot.waitUntil(lambda: "asked-for" not in names_of_lists(page))
    page.view.open_list("not-sold")
    assert buttons(page) == {Deed.TAKE_BACK}
    press(page, Deed.TAKE_BACK)
    qtbot.waitUntil(lambda: "asked-for" in names_of_lists(page))
    page.view.open_list("asked-for")
    press(page, Deed.MAKE)
    assert desktop.window.page.name == "catalog"
    page.reveal(WishGranted(1, "Lamp", None, is_new=True))
    qtbot.waitUntil(lambda: page.view.model.index(0, 6).data() == "made")
