"""The demo is for trying: what is brought in from there begins a shop of its own."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core import paths
from core.catalog.products.products import counts
from core.shop.opening import open_shop
from desktop_app.engine.shop_choice import ShopWish
from desktop_app.pages.importing.dialog import ImportDialog
from desktop_app.pages.importing.first_steps import FirstSteps
from tests.desktop_app.real_shop import window_on

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture
def demo() -> Path:
    """Where the demo shop is unpacked when it is opened."""
    if not paths.finished_demo().joinpath("shop.zip").is_file():
        pytest.skip("the demo shop has not been drawn: run tools/draw_demo.py")
    return paths.demo_shop().absolute()


def seen(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """The visible dialogs of this kind."""
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def test_bringing_products_in_from_the_demo_asks_for_a_shop_of_ones_own_first(
    demo: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    table = tmp_path / "goods.csv"
    table.write_text("sku,title\nA1,Mug\n", encoding="utf-8")
    wishes: list[ShopWish] = []
    with window_on(demo, qapp, qtbot) as desktop:
        window = desktop.window
        desktop.news.shop_wanted.connect(wishes.append)
        (steps,) = window.findChildren(FirstSteps)
        steps.begin()
        steps.try_button.click()
        (box,) = seen(window, QMessageBox)
        assert isinstance(box, QMessageBox) and "demo" in box.text()
        next(one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole).click()
        (where,) = seen(window, QFileDialog)
        assert isinstance(where, QFileDialog)
        where.fileSelected.emit(str(tmp_path / "Corner shop"))
        where.close()
        (what,) = seen(window, QFileDialog)
        assert isinstance(what, QFileDialog)
        what.fileSelected.emit(str(table))
        what.close()
        assert not seen(window, ImportDialog)
    (wish,) = wishes
    assert (wish.folder, wish.otherwise, wish.import_from) == (tmp_path / "Corner shop", demo, table)
    assert wish.prepare is not None
    wish.prepare(lambda _progress: None)
    with open_shop(tmp_path / "Corner shop", write=False) as shop:
        assert counts(shop.catalog).products == 0
