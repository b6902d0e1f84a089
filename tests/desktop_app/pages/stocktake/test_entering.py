"""What is typed or scanned into the one line: products, several that fit, and how many there are."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.units import Unit
from desktop_app.pages.stocktake.page import StocktakePage
from tests.desktop_app.conftest import mime_of_files
from tests.desktop_app.pages.stocktake.conftest import COUNT
from tests.desktop_app.pages.stocktake.on_the_page import counted, press, settle
from tests.desktop_app.real_shop import PATIENCE_MS

pytestmark = pytest.mark.qt_log_ignore(
    "PulseAudio", "propagateSizeHints", "No RHI backend", "Couldn't (load|resolve) va"
)


def test_ctrl_z_takes_pieces_back_one_by_one(
    page: StocktakePage, enter: Callable[[str], None], qtbot: QtBot
) -> None:
    enter("Sign 2")
    enter("Sign 3")
    press(page.count_view.lists.list, Qt.Key.Key_Z, page, qtbot, ctrl=True)
    assert counted(page) == {"Sign 2": 1}
    QTest.keyClicks(page.count_view.field, "-")
    settle(page, qtbot)
    QTest.keyClicks(page.count_view.field, "-")
    settle(page, qtbot)
    assert counted(page) == {"Sign 2": 0}
    assert page.count_view.banner.headline.text() == "This was not counted"


def test_words_that_fit_several_products_are_offered_by_number(
    page: StocktakePage, enter: Callable[[str], None], qtbot: QtBot
) -> None:
    enter("sign")
    assert page.count_view.lists.choices.list.isVisible()
    press(page.count_view.lists.choices.list, Qt.Key.Key_3, page, qtbot)
    assert list(counted(page).values()) == [1]
    enter("nothing of the kind")
    assert page.count_view.banner.headline.text() == "Nothing in this shop fits “nothing of the kind”"


def test_products_that_fit_are_shown_while_their_name_is_typed(page: StocktakePage, qtbot: QtBot) -> None:
    lists, field = page.count_view.lists, page.count_view.field
    QTest.keyClicks(field, "sign")
    qtbot.waitUntil(lists.choices.list.isVisible, timeout=PATIENCE_MS)
    assert field.hasFocus() and lists.choices.model.rowCount() == 5
    assert not lists.choices.more_button.isHidden()
    row = lists.choices.model.at(0)
    assert row is not None and row.key == "", "a number still goes into the line"
    QTest.keyClicks(field, " 4")
    qtbot.waitUntil(lambda: lists.choices.model.rowCount() == 1, timeout=PATIENCE_MS)
    press(field, Qt.Key.Key_Down, page, qtbot)
    assert lists.choices.list.hasFocus()
    first = lists.choices.model.at(0)
    assert first is not None and first.key == "1", "its key counts it now"
    press(lists.choices.list, Qt.Key.Key_Return, page, qtbot)
    assert counted(page) == {"Sign 4": 1}
    assert field.hasFocus() and field.text() == "" and lists.list.isVisible()


def test_no_product_is_suggested_for_a_quantity_nor_for_a_line_that_was_emptied(
    page: StocktakePage, enter: Callable[[str], None], qtbot: QtBot
) -> None:
    enter("Sign 2")
    lists, field = page.count_view.lists, page.count_view.field
    asked: list[str] = []
    lists.suggestions_wanted.connect(asked.append)
    for text in ("12", "1,25", "=1200"):
        QTest.keyClicks(field, text)
        lists._want_suggestions()
        field.clear()
    assert asked == []
    QTest.keyClicks(field, "sign")
    qtbot.waitUntil(lists.choices.list.isVisible, timeout=PATIENCE_MS)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert lists.list.isVisible() and field.text() == ""
    QTest.keyClicks(field, "+")
    settle(page, qtbot)
    assert counted(page) == {"Sign 2": 2}


def test_more_than_five_are_shown_on_demand_and_chosen_by_their_key(
    page: StocktakePage, enter: Callable[[str], None], qtbot: QtBot
) -> None:
    enter("sign")
    choices = page.count_view.lists.choices
    press(choices.list, Qt.Key.Key_0, page, qtbot)
    qtbot.waitUntil(lambda: choices.model.rowCount() == COUNT, timeout=PATIENCE_MS)
    assert choices.more_button.isHidden()
    sixth = choices.model.at(5)
    assert sixth is not None and sixth.key == "6"
    press(choices.list, Qt.Key.Key_6, page, qtbot)
    assert counted(page) == {sixth.title: 1}


def test_letters_typed_over_the_choice_go_into_the_line(
    page: StocktakePage, enter: Callable[[str], None], qtbot: QtBot
) -> None:
    enter("sign")
    QTest.keyClick(page.count_view.lists.choices.list, Qt.Key.Key_X)
    assert page.count_view.field.hasFocus() and page.count_view.field.text() == "x"


def test_what_is_weighed_is_counted_with_decimals_and_shown_with_its_unit(
    page: StocktakePage, enter: Callable[[str], None]
) -> None:
    shop = page._services.engine.shop
    upsert_product(shop.catalog, ProductDraft("Sign 3", unit=Unit.KILOGRAM), who="import")
    enter("Sign 3")
    enter("1.25")
    row = page.count_view.lists.model.at(0)
    assert row is not None and row.amount == "1.25 kg"
    assert page.count_view.banner.detail.text().startswith("1.25 instead of 1 · 1.25 kg counted")
    enter("Sign 4")
    enter("1.25")
    assert page.count_view.banner.headline.text() == "This was not counted", "there is no part of a piece"


def test_a_number_after_an_entry_that_found_nothing_is_refused_and_changes_no_count(
    page: StocktakePage, enter: Callable[[str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    enter("Sign 2")
    enter("7")
    banner = page.count_view.banner
    assert banner.detail.text() == "7 instead of 1 · 7 counted · S2"
    missing = tmp_path / "missing.png"

    def many_fit() -> None:
        enter("sign")
        QTest.keyClick(page.count_view.lists.choices.list, Qt.Key.Key_Escape)

    def no_picture() -> None:
        page.entering.take_pictures(mime_of_files(missing))
        settle(page, qtbot)

    for entry in (partial(enter, "nothing of the kind"), many_fit, no_picture):
        entry()
        enter("3")
        assert counted(page) == {"Sign 2": 7}
        assert banner.headline.text() == "This was not counted"
        assert banner.detail.text() == "Count a product first; then type how many there are."
        QTest.keyClicks(page.count_view.field, "+")
        settle(page, qtbot)
        assert counted(page) == {"Sign 2": 7}
    QTest.keyClick(page.count_view.field, Qt.Key.Key_Down)  # chosen in the list: shown as current again
    enter("3")
    assert counted(page) == {"Sign 2": 3}


def test_a_number_that_is_typed_before_the_entry_is_written_down_belongs_to_that_entry(
    page: StocktakePage, enter: Callable[[str], None], qtbot: QtBot
) -> None:
    enter("Sign 1")
    for text in ("4006381333931", "8", "no such thing", "9", "Sign 3", "2"):
        QTest.keyClicks(page.count_view.field, text)
        QTest.keyClick(page.count_view.field, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert counted(page) == {"Sign 0": 8, "Sign 1": 1, "Sign 3": 2}
