"""Brought back, from the answer: the receipt is found, the return is booked, and undo takes it back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.catalog.stock import Reason, current_stock, movements
from core.goods_back.sold_lines import MOST, SoldLine
from core.quantities.quantity import whole
from core.sales.importing import import_sales
from core.shop.shop import Shop
from desktop_app.pages.search.answer.return_dialog import ReturnDialog
from desktop_app.pages.search.answer.view import AnswerView
from tests.desktop_app.pages.search.answer.answered import desktop, original, page, view
from tests.desktop_app.pages.search.answer.test_booking import box, shop, trigger
from tests.desktop_app.real_shop import PATIENCE_MS
from tests.desktop_app.test_accessibility import nameless

__all__ = ["box", "desktop", "original", "page", "shop", "view"]


@pytest.fixture
def dialog(view: AnswerView, box: int, shop: Shop, qtbot: QtBot, tmp_path: Path) -> ReturnDialog:
    """Two of the seven boxes were sold on one receipt; one is brought back."""
    (sku,) = shop.catalog.db.execute("SELECT sku FROM products WHERE id = ?", [box]).fetchone()
    file = tmp_path / "receipts.csv"
    file.write_text(
        f"receipt,date,sku,quantity,total\n1001,2099-03-01 10:00,{sku},2,5.00\n", encoding="utf-8"
    )
    import_sales(shop, file, who="test")
    trigger(view, view.actions_of_results.brought_back, "T")
    found = view.findChild(ReturnDialog)
    assert isinstance(found, ReturnDialog)
    qtbot.waitUntil(lambda: found.receipt.count() == 2, timeout=PATIENCE_MS)
    return found


def test_it_is_booked_on_its_receipt_and_undo_takes_it_back(
    view: AnswerView, dialog: ReturnDialog, box: int, shop: Shop, qtbot: QtBot
) -> None:
    assert dialog.receipt.currentData() is None, "not chosen unless somebody says which day or whose"
    dialog.day.setText("2099-03-01")
    dialog.day.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.receipt.currentData() is not None, timeout=PATIENCE_MS)
    dialog.reason.setText("wrong colour")
    dialog.book_button.click()
    qtbot.waitUntil(lambda: view.messages.label.text().startswith("Brought back: 1 of"), timeout=PATIENCE_MS)
    assert current_stock(shop.catalog, box) == whole(6)
    (movement,) = movements(shop.catalog, [box], limit=1)
    assert (movement.reason, movement.note) == (Reason.RETURN, "receipt 1001 2099-03-01 · wrong colour")
    view.steps.undo()
    qtbot.waitUntil(lambda: view.messages.label.text().startswith("Taken back: 1 of"), timeout=PATIENCE_MS)
    assert current_stock(shop.catalog, box) == whole(5)


def test_older_receipts_are_told_of_only_where_there_are_some(dialog: ReturnDialog) -> None:
    def says_of_older_ones() -> bool:
        return any("finds older ones" in label.text() for label in dialog.findChildren(QLabel))

    line: SoldLine = dialog.receipt.itemData(1)
    dialog.show_receipts([line] * MOST)
    assert not says_of_older_ones()
    dialog.show_receipts([line] * (MOST + 1))
    assert says_of_older_ones()
    assert dialog.receipt.count() == MOST + 1, "those shown, and “without a receipt”"


def test_more_than_was_sold_and_a_day_that_is_none_are_told_where_they_are_typed(
    dialog: ReturnDialog, box: int, shop: Shop, qtbot: QtBot
) -> None:
    dialog.day.setText("1.3.")
    dialog.day.editingFinished.emit()
    assert "2026-11-28" in dialog.problem.text()
    dialog.amount.setText("3")
    dialog.receipt.setCurrentIndex(1)
    dialog.book_button.click()
    qtbot.waitUntil(lambda: "1001 only 2" in dialog.problem.text(), timeout=PATIENCE_MS)
    assert current_stock(shop.catalog, box) == whole(5)
    assert nameless(dialog) == []
    dialog.reject()
