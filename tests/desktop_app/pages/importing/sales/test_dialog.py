"""Importing receipts in the window, into a real shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.sales.receipts import sales_counts
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.importing.sales.dialog import SalesDialog
from desktop_app.widgets.fields.mapping_form import MappingForm


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[ShopEngine]:
    """An engine with a shop of one product open."""
    with open_shop(tmp_path / "shop", create=True) as shop:
        upsert_product(shop.catalog, ProductDraft("T-1", title="Tea", stock=whole(9)), who="")
    engine = ShopEngine(tmp_path / "shop")
    engine.open(lambda _progress: None)
    yield engine
    engine.close()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Lanes that end with the test."""
    jobs = Jobs()
    yield jobs
    assert jobs.close()


def opened(qtbot: QtBot, engine: ShopEngine, jobs: Jobs, text: str) -> SalesDialog:
    source = engine.folder.parent / "sales.csv"
    source.write_text(text)
    dialog = SalesDialog(ShopJobs(jobs, engine), source)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog: SalesDialog) -> str:
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    return "\n".join([*labels, *(notes.toPlainText() for notes in dialog.findChildren(QPlainTextEdit))])


def test_what_would_come_in_is_said_and_then_comes_in(qtbot: QtBot, engine: ShopEngine, jobs: Jobs) -> None:
    text = "Bon,Datum,Artikelnummer,Menge\n1,2099-01-05,T-1,2\n2,2099-01-05,OAT,1\n"
    dialog = opened(qtbot, engine, jobs, text)
    qtbot.waitUntil(dialog.is_ready)
    assert "2 new of 2, with 2 lines" in words(dialog)
    assert "Not in this shop: OAT" in words(dialog)
    assert sales_counts(engine.shop.catalog).receipts == 0
    dialog.start()
    qtbot.waitUntil(lambda: "New receipts: 2" in words(dialog))
    tea = product_by_sku(engine.shop.catalog, "T-1")
    assert tea is not None and tea.stock == whole(7)


def test_columns_that_tell_nothing_are_chosen_by_hand_and_stock_may_stay(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs
) -> None:
    dialog = opened(qtbot, engine, jobs, "a,b,c\n1,2099-01-05,T-1\n")
    qtbot.waitUntil(lambda: "Choose the columns" in words(dialog))
    form = dialog.findChild(MappingForm)
    assert form is not None
    form.show_columns(("a", "b", "c"), {"receipt": "a", "date": "b", "sku": "c"}, "")
    dialog.books_stock.setChecked(False)
    qtbot.waitUntil(dialog.is_ready)
    dialog.start()
    qtbot.waitUntil(lambda: "New receipts: 1" in words(dialog))
    tea = product_by_sku(engine.shop.catalog, "T-1")
    assert tea is not None and tea.stock == whole(9)


def test_the_tills_time_zone_is_said_and_a_wrong_one_is_told(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs
) -> None:
    dialog = opened(qtbot, engine, jobs, "Bon,Datum,Artikelnummer,Menge\n1,2099-01-05 12:00,T-1,2\n")
    qtbot.waitUntil(dialog.is_ready)
    dialog.zone.setText("Mars")
    qtbot.waitUntil(lambda: "“Mars” is no time zone" in words(dialog))
    dialog.zone.setText("Asia/Shanghai")
    qtbot.waitUntil(dialog.is_ready)
    dialog.start()
    qtbot.waitUntil(lambda: "New receipts: 1" in words(dialog))
    sold = engine.shop.catalog.db.execute("SELECT sold FROM receipts").fetchone()[0]
    assert sold == "2099-01-05T04:00:00.000Z"
