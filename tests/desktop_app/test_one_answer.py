"""The same question gets the same answer from the command line and in the window."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answer import Result
from core.catalog.lists.filters import parse_filter
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from desktop_app.__main__ import main
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.results.model import RESULT_ROLE
from tests.core.conftest import SHAPES, draw
from tests.core.imaging.barcode_photos import label
from tests.desktop_app.real_shop import PATIENCE_MS, window_on

CODE = "4006381333931"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two balls and two boxes, the yellow box with a barcode; a picture of a ball beside that code."""
    folder = tmp_path_factory.mktemp("original")
    for name, (shape, colour) in SHAPES.items():
        path = folder / "pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(shape, colour).save(path)
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
        upsert_product(shop.catalog, ProductDraft("Boxes/yellow box", barcode=CODE))
    held = draw(*SHAPES["Balls/blue ball"], shift=12, ground=225).resize((900, 900))
    printed = label(CODE)
    held.paste(printed, (120, 880 - printed.height))
    held.save(folder / "held.png")
    return folder


def test_a_scanned_product_outside_the_filter_is_shown_and_marked_by_both(
    original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication, qtbot: QtBot
) -> None:
    shop, held = Path(shutil.copytree(original / "shop", tmp_path / "shop")), original / "held.png"
    asked = ("--shop", shop, "search", held, "--where", "category=Balls", "--top", "24")
    assert main([*map(str, asked), "--json"]) == 0
    results = json.loads(capsys.readouterr().out)[0]["results"]
    typed = [(line["sku"], line["confidence"], line["outside_filter"]) for line in results]
    assert typed[0] == ("Boxes/yellow box", 1.0, True)
    assert {sku: outside for sku, _, outside in typed[1:]} == {
        "Balls/blue ball": False,
        "Balls/red ball": False,
    }
    assert main([*map(str, asked)]) == 0
    assert "outside the filter" in capsys.readouterr().out

    with window_on(shop, qapp, qtbot) as desktop:
        view = desktop.search_page.work.answer_view
        view.bar.filter_changed.emit(parse_filter(["category=Balls"]))
        desktop.search_page.search([PictureSource("held.png", path=held)])
        qtbot.waitUntil(lambda: view.model.rowCount() == 3, timeout=PATIENCE_MS)
        shown: list[Result] = [view.model.index(row).data(RESULT_ROLE) for row in range(3)]
        assert [(one.sku, round(one.confidence, 6), one.outside_filter) for one in shown] == typed
        assert "Outside the filters" in view.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "does not pass the filters" in view.banner.detail.text()
