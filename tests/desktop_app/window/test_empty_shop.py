"""An empty shop: the same three ways in the place of every page, until there is something to work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from core.shop.opening import open_shop
from desktop_app.pages.importing.dialog import ImportDialog
from desktop_app.pages.importing.empty_shop import EmptyShopView
from desktop_app.pages.importing.first_steps import FirstSteps
from desktop_app.window.desktop import Desktop
from tests.desktop_app.conftest import drop, mime_of_files
from tests.desktop_app.real_shop import window_on

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture
def desktop(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on a shop without products."""
    open_shop(tmp_path / "shop", create=True).close()
    with window_on(tmp_path / "shop", qapp, qtbot) as made:
        yield made


def empty_view(desktop: Desktop) -> EmptyShopView:
    (view,) = desktop.window.findChildren(EmptyShopView)
    return view


def test_every_page_that_needs_products_offers_the_same_three_ways(desktop: Desktop) -> None:
    view = empty_view(desktop)
    seen = {
        page.name: desktop.window.show_page(page.name) and view.isVisible() for page in desktop.window.pages
    }
    assert seen.pop("settings") is False
    assert len(seen) == 6 and all(seen.values())
    assert [card.accessibleName() for card in view.cards.values()] == [
        "From a table",
        "From a folder of pictures",
        "One by one",
    ]
    assert all(card.accessibleDescription() for card in view.cards.values())


def test_the_keyboard_goes_through_the_ways(desktop: Desktop) -> None:
    view = empty_view(desktop)
    assert view.cards["table"].hasFocus()
    QTest.keyClick(view.cards["table"], Qt.Key.Key_Tab)
    assert view.cards["folder"].hasFocus()
    QTest.keyClick(view.cards["folder"], Qt.Key.Key_Return)
    (dialog,) = [one for one in desktop.window.findChildren(QFileDialog) if one.isVisible()]
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.close()


def test_no_key_leads_to_a_field_that_the_ways_stand_in_front_of(desktop: Desktop) -> None:
    desktop.window.show_page("search")
    desktop.search_page.search_actions.words.trigger()
    focus = QApplication.focusWidget()
    assert focus is not None and focus.isVisible()


def test_a_table_or_a_folder_that_is_dropped_is_looked_into(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "goods.csv"
    table.write_text("sku,title\nA1,Mug\n", encoding="utf-8")
    for source in (table, tmp_path):
        assert drop(empty_view(desktop), mime_of_files(source))
        qtbot.waitUntil(lambda: any(one.isVisible() for one in desktop.window.findChildren(ImportDialog)))
        (dialog,) = [one for one in desktop.window.findChildren(ImportDialog) if one.isVisible()]
        assert dialog._view.isHidden() == (source is tmp_path)
        dialog.reject()


def test_with_the_first_product_the_pages_are_there_and_the_first_steps_lead_on(
    desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.preferences.change(type(desktop.preferences.settings)())
    view = empty_view(desktop)
    view.cards["one by one"].click()
    page = desktop.window.page
    assert page.name == "catalog" and page.is_at_work() and page.isVisible()
    form = page.new.view  # type: ignore[attr-defined]
    qtbot.waitUntil(form.save_button.isEnabled)
    form.leave_button.click()
    assert view.isVisible() and not page.isVisible()
    view.cards["one by one"].click()
    qtbot.waitUntil(form.save_button.isEnabled)
    form.title.line.setText("Mug")
    QTest.keyClick(form.title.line, Qt.Key.Key_Return)
    (steps,) = desktop.window.findChildren(FirstSteps)
    qtbot.waitUntil(steps.isVisible)
    assert page.isVisible() and not view.isVisible()
