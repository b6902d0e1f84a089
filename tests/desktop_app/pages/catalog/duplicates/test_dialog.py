"""Duplicates from the catalog page: two products side by side, merged or kept apart, and that taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.products.different import different_pairs
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole
from desktop_app.pages.catalog.duplicates.dialog import DuplicatesDialog
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import product, shop_of
from tests.desktop_app.test_accessibility import nameless


@pytest.fixture
def dialog(page: CatalogPage, qtbot: QtBot) -> DuplicatesDialog:
    """Two pairs: another red ball, and two blue balls more."""
    catalog = shop_of(page).catalog
    for sku, title in (("S-1", "Ball, red"), ("S-2", "Ball, blue"), ("S-3", "Ball (blue)")):
        upsert_product(catalog, ProductDraft(sku, title, stock=whole(2)))
    page.acts.duplicates.trigger()
    found = page.findChild(DuplicatesDialog)
    assert isinstance(found, DuplicatesDialog)
    settle(found, qtbot)
    return found


def settle(dialog: DuplicatesDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy)


def shown(page: CatalogPage, dialog: DuplicatesDialog) -> list[str]:
    skus = {product(page, sku).id: sku for sku in ("R-1", "R-2", "S-1", "S-2", "S-3")}
    return [skus[side.product_id] for side in (dialog.kept, dialog.other)]


def test_each_pair_is_shown_with_what_speaks_for_it(page: CatalogPage, dialog: DuplicatesDialog) -> None:
    assert shown(page, dialog) == ["R-1", "S-1"]
    assert dialog.why.text() == "Both have the same title."
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert shown(page, dialog) == ["R-2", "S-2"]
    assert nameless(dialog) == []


def test_a_merge_goes_on_to_the_next_pair_and_is_taken_back(
    page: CatalogPage, dialog: DuplicatesDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_M)
    settle(dialog, qtbot)
    assert product(page, "R-1").stock == whole(7) and product(page, "S-1").archived
    assert shown(page, dialog) == ["R-2", "S-2"]
    assert dialog.focusWidget() is dialog.merge_button
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(dialog, qtbot)
    assert product(page, "R-1").stock == whole(5) and not product(page, "S-1").archived
    assert shown(page, dialog) == ["R-1", "S-1"] and dialog.merge_button.isEnabled()


def test_the_third_of_three_joins_the_one_that_took_over(
    page: CatalogPage, dialog: DuplicatesDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    QTest.keyClick(dialog, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: shown(page, dialog) == ["S-2", "R-2"])
    QTest.keyClick(dialog, Qt.Key.Key_M)
    settle(dialog, qtbot)
    qtbot.waitUntil(lambda: shown(page, dialog) == ["S-2", "S-3"])
    QTest.keyClick(dialog, Qt.Key.Key_M)
    settle(dialog, qtbot)
    assert product(page, "S-2").stock == whole(9)
    assert shown(page, dialog) == ["R-1", "S-1"]
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: product(page, "S-2").stock == whole(7) and not dialog.is_busy)
    assert shown(page, dialog) == ["S-2", "S-3"] and dialog.merge_button.isEnabled()


def test_closed_at_once_a_merge_ends_and_the_list_knows_of_it(
    page: CatalogPage, dialog: DuplicatesDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([dialog.changed, dialog.finished]):
        QTest.keyClick(dialog, Qt.Key.Key_M)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert product(page, "S-1").merged_into == product(page, "R-1").id


def test_what_is_not_the_same_is_remembered_and_that_is_taken_back(
    page: CatalogPage, dialog: DuplicatesDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_N)
    settle(dialog, qtbot)
    one, other = product(page, "R-1").id, product(page, "S-1").id
    assert different_pairs(shop_of(page).catalog) == {(one, other)}
    QTest.keyClick(dialog, Qt.Key.Key_Left)
    assert dialog.why.text() == "This pair is decided." and not dialog.merge_button.isEnabled()
    QTest.mouseClick(dialog.undo_button, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert different_pairs(shop_of(page).catalog) == set()
