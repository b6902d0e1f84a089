"""Several products in a picture that is searched with: offered, named, one looked at, all counted, undone."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.shop.opening import open_shop
from core.stocktake.counted import counted_products
from core.stocktake.stocktake import under_way
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.several.dialog import SeveralDialog
from tests.core.conftest import SHAPES, draw
from tests.desktop_app.pages.search.answer.test_answers import desktop, original, page
from tests.desktop_app.real_shop import PATIENCE_MS

__all__ = ["desktop", "original", "page"]

PLACES = {"red ball": (60, 80), "blue ball": (560, 90), "green box": (320, 400)}


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """Two balls and a box on a board."""
    scene = Image.new("RGB", (900, 700), (245, 245, 245))
    for name, place in PLACES.items():
        shape = next(what for title, what in SHAPES.items() if title.endswith(name))
        scene.paste(draw(*shape).crop((58, 58, 263, 263)), place)
    path = tmp_path / "board.png"
    scene.save(path)
    return path


def opened(page: SearchPage, board: Path, qtbot: QtBot) -> SeveralDialog:
    """The dialog once the picture was looked at."""
    page.search([PictureSource("board.png", path=board)])
    qtbot.waitUntil(lambda: page.several.pieces > 1, timeout=PATIENCE_MS)
    assert page.query_panel.several_button.isVisible()
    page.search_actions.several.trigger()
    dialog = page.findChild(SeveralDialog)
    assert isinstance(dialog, SeveralDialog)
    qtbot.waitUntil(lambda: dialog.is_seen, timeout=PATIENCE_MS)
    return dialog


def test_all_are_counted_as_one_step_and_taken_back_as_one(
    page: SearchPage, board: Path, qtbot: QtBot
) -> None:
    dialog = opened(page, board, qtbot)
    assert {row.group.product.title for row in dialog.rows.rows} == set(PLACES)
    for row in dialog.rows.rows:
        row.check.setChecked(row.group.product.title in PLACES)
    next(row for row in dialog.rows.rows if row.group.product.title == "red ball").number.setValue(4)
    dialog.count_button.click()
    qtbot.waitUntil(dialog.undo_button.isEnabled, timeout=PATIENCE_MS)
    with open_shop(page.desk.engine.folder) as shop:  # type: ignore[attr-defined]
        stocktake = under_way(shop)
        assert stocktake is not None
        counted = {one.title: str(one.counted) for one in counted_products(shop, stocktake)}
    assert counted["red ball"] == "4" and set(counted) == set(PLACES)
    assert not dialog.count_button.isEnabled()
    dialog.undo_button.click()
    qtbot.waitUntil(dialog.count_button.isEnabled, timeout=PATIENCE_MS)
    with open_shop(page.desk.engine.folder) as shop:  # type: ignore[attr-defined]
        assert under_way(shop) is None
    dialog.reject()


def test_arrows_go_from_box_to_box_and_enter_opens_the_answer_to_one(
    page: SearchPage, board: Path, qtbot: QtBot
) -> None:
    dialog = opened(page, board, qtbot)
    picture = dialog.picture
    picture.choose(0)
    places = set()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(picture, key)
        places.add(picture.current)
    assert len(places) > 1
    QTest.keyClick(picture, Qt.Key.Key_Return)
    assert page.desk.picture is not None and not page.desk.picture.query.pictures[0].cut.is_whole
    qtbot.waitUntil(lambda: page.desk.picture is not None and page.desk.picture.is_done, timeout=PATIENCE_MS)
