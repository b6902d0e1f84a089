"""The catalog as a file, whole or cancelled."""

import csv
import threading
from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.engine.jobs import Lane
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import says


def test_the_catalog_is_exported(page: CatalogPage, qtbot: QtBot, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "zip"):
        page.export.products(tmp_path / f"out.{ending}")
        qtbot.waitUntil(partial(says, page, f"out.{ending}"))
        assert not page.is_busy()
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["sku"] for row in csv.DictReader(file)} == {"R-1", "R-2", "R-3", "R-4"}
    assert (tmp_path / "out.zip").stat().st_size > 1000


def test_an_export_can_be_cancelled_and_leaves_nothing_behind(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    go_on = threading.Event()
    for lane in Lane:  # the export waits its turn
        for _worker in range(2):
            page._services.shop_jobs.run(
                lambda _shop, _report: go_on.wait(30), success=lambda _: None, lane=lane
            )
    page.export.products(tmp_path / "out.csv")
    assert page.message.is_working and page.is_busy()
    page.message.button.click()
    go_on.set()
    qtbot.waitUntil(lambda: not page.is_busy())
    assert "Cancelled" in page.message.label.text()
    qtbot.waitUntil(lambda: not page._services.jobs._under_way)
    assert list(tmp_path.glob("out*")) == []
