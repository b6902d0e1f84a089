"""Several products in a picture that is searched with: offered, named, one looked at, all counted, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from core.stocktake.counted import counted_products
from core.stocktake.stocktake import under_way
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.several.dialog import SeveralDialog
from desktop_app.window.desktop import Desktop
from tests.core.cartons import carton
from tests.core.scene.test_counting import board, cut_carton
from tests.desktop_app.pages.search.answer.answered import desktop, shop_engine
from tests.desktop_app.real_shop import PATIENCE_MS

__all__ = ["desktop"]

PLACES = {"0": (120, 160), "1": (282, 160), "2": (800, 420)}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of four cartons."""
    folder = tmp_path_factory.mktemp("cartons")
    (folder / "pictures").mkdir()
    for seed in range(4):
        carton(seed).save(folder / "pictures" / f"{seed}.png")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
    return folder / "shop"


@pytest.fixture
def dialog(desktop: Desktop, tmp_path: Path, qtbot: QtBot) -> SeveralDialog:
    """Three cartons on a board were searched with, and the question was answered."""
    with qtbot.waitSignal(desktop.engine_thread.signals.opened, timeout=PATIENCE_MS):
        desktop.window.show()
    path = tmp_path / "board.png"
    board(*((cut_carton(int(name)), place) for name, place in PLACES.items())).save(path)
    page = desktop.search_page
    page.search([PictureSource("board.png", path=path)])
    qtbot.waitUntil(lambda: page.several.pieces > 1, timeout=PATIENCE_MS)
    assert page.work.query_panel.several_button.isVisible()
    page.search_actions.several.trigger()
    dialog = page.findChild(SeveralDialog)
    assert isinstance(dialog, SeveralDialog)
    qtbot.waitUntil(lambda: dialog.is_seen, timeout=PATIENCE_MS)
    return dialog


def test_all_are_counted_in_one_step_undone_in_one_and_one_is_opened(
    desktop: Desktop, dialog: SeveralDialog, qtbot: QtBot
) -> None:
    rows = {row.group.product.title: row for row in dialog.rows.rows}
    assert {title: row.number.value() for title, row in rows.items()} == dict.fromkeys(PLACES, 1)
    assert all(row.check.isChecked() for row in rows.values())  # none is a guess
    rows["0"].number.setValue(4)
    rows["2"].check.setChecked(False)
    dialog.count_button.click()
    qtbot.waitUntil(dialog.undo_button.isEnabled, timeout=PATIENCE_MS)
    shop = shop_engine(desktop.search_page.work.answer_view).shop
    stocktake = under_way(shop)
    assert stocktake is not None and not dialog.count_button.isEnabled()
    assert {one.title: str(one.counted) for one in counted_products(shop, stocktake)} == {"0": "4", "1": "1"}
    dialog.undo_button.click()
    qtbot.waitUntil(dialog.count_button.isEnabled, timeout=PATIENCE_MS)
    assert under_way(shop) is None

    picture = dialog.picture
    picture.choose(0)
    seen = [picture.current]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(picture, key)
        seen.append(picture.current)
    assert len(set(seen)) == 3 and seen[1] == seen[3]
    QTest.keyClick(picture, Qt.Key.Key_Return)
    search = desktop.search_page.desk.picture
    assert search is not None and not search.query.pictures[0].cut.is_whole
    qtbot.waitUntil(
        lambda: search.answer is not None and search.answer.results[0].title == "1", timeout=PATIENCE_MS
    )
