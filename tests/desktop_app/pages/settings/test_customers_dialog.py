"""Customers in the settings: listed, handed out, deleted."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.catalog.sales.customers import choose_keeping, customers
from core.sales.importing import import_sales
from core.shop.opening import open_shop
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.settings.customers_dialog import CustomersDialog


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[ShopEngine]:
    """An engine with a shop of two customers open."""
    file = tmp_path / "sales.csv"
    file.write_text("receipt,date,sku,customer\n1,2026-03-05,X,A7\n2,2026-03-06,X,B8\n")
    with open_shop(tmp_path / "shop", create=True) as shop:
        choose_keeping(shop.catalog, True)
        import_sales(shop, file)
    engine = ShopEngine(tmp_path / "shop")
    engine.open(lambda _progress: None)
    yield engine
    engine.close()


@pytest.fixture
def dialog(qtbot: QtBot, engine: ShopEngine) -> Iterator[CustomersDialog]:
    jobs, window = Jobs(), QWidget()
    qtbot.addWidget(window)
    dialog = CustomersDialog(ShopJobs(jobs, engine), window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.model().rowCount() == 2)
    yield dialog
    assert jobs.close()


def test_one_of_them_is_handed_out_and_deleted(
    qtbot: QtBot, engine: ShopEngine, dialog: CustomersDialog, tmp_path: Path
) -> None:
    assert not dialog.delete_button.isEnabled()
    dialog.table.selectRow(1)
    customer = dialog.selected
    assert customer is not None and customer.number == "B8"
    target = tmp_path / "b8.json"
    dialog.export_now(customer, target)
    qtbot.waitUntil(target.exists)
    assert json.loads(target.read_text())["number"] == "B8"
    dialog.delete_now(customer)
    qtbot.waitUntil(lambda: dialog.table.model().rowCount() == 1)
    assert [one.number for one in customers(engine.shop.catalog)] == ["A7"]
