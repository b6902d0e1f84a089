"""A delivery in the window: its note, what is scanned, typed and seen, and one step of booking."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.deliveries.comparison import State
from desktop_app.camera.camera_view import CameraPage
from desktop_app.pages.catalog.deliveries.dialog import DeliveryDialog
from desktop_app.pages.catalog.deliveries.model import COUNTED, STATE
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.new_product.test_flow import PluggedIn
from tests.desktop_app.test_accessibility import nameless

NOTE = "sku,qty\nR-1,3\nR-2,2\nX-9,1\n"


@pytest.fixture
def dialog(page: CatalogPage, qtbot: QtBot, tmp_path: Path) -> DeliveryDialog:
    """A note of two toys, and of one that the shop does not have."""
    page.acts.delivery.trigger()
    found = page.findChild(DeliveryDialog)
    assert isinstance(found, DeliveryDialog)
    (tmp_path / "note.csv").write_text(NOTE, encoding="utf-8")
    found.read(tmp_path / "note.csv")
    qtbot.waitUntil(lambda: found.model.rowCount() == 2)
    return found


def states(dialog: DeliveryDialog) -> list[tuple[str, State]]:
    return [(line.product.sku, line.state) for line in dialog.model.lines]


def scan(dialog: DeliveryDialog, code: str) -> None:
    dialog.code.setText(code)
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)


def test_what_is_scanned_and_typed_is_compared_with_the_note(dialog: DeliveryDialog, qtbot: QtBot) -> None:
    assert states(dialog) == [("R-1", State.MISSING), ("R-2", State.MISSING)]
    assert "X-9" in dialog.notes.text()
    assert not dialog.book_button.isEnabled()
    scan(dialog, "R-4")
    qtbot.waitUntil(lambda: ("R-4", State.NOT_ORDERED) in states(dialog))
    assert dialog.model.setData(dialog.model.index(0, COUNTED), "5")
    qtbot.waitUntil(lambda: ("R-1", State.TOO_MANY) in states(dialog))
    assert dialog.model.index(0, STATE).data() == "2 too many"
    assert not dialog.model.setData(dialog.model.index(0, COUNTED), "many")
    assert "many" in dialog.message.label.text()


def test_it_is_booked_as_noted_and_undo_takes_the_whole_delivery_back(
    page: CatalogPage, dialog: DeliveryDialog, qtbot: QtBot
) -> None:
    dialog.all_button.click()
    qtbot.waitUntil(lambda: {state for _, state in states(dialog)} == {State.AS_NOTED})
    dialog.book_button.click()
    qtbot.waitUntil(lambda: "Booked for 2 products" in dialog.message.label.text())
    dialog.reject()

    def stock() -> list[object]:
        shop = page._services.engine.shop
        rows = shop.catalog.db.execute("SELECT stock_milli FROM products ORDER BY sku").fetchall()
        return [amount for (amount,) in rows]

    assert stock() == [8000, 7000, 5000, 5000]
    qtbot.waitUntil(page.acts.undo.isEnabled)
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: stock() == [5000] * 4)


@pytest.mark.qt_log_ignore("propagateSizeHints", "No RHI backend", "Couldn't (load|resolve)")
def test_the_webcam_stands_beside_the_list_until_it_is_left(page: CatalogPage, qtbot: QtBot) -> None:
    page.set_camera_watch(PluggedIn())
    page.acts.delivery.trigger()
    dialog = page.findChild(DeliveryDialog)
    assert isinstance(dialog, DeliveryDialog)
    dialog.camera_button.click()
    camera = dialog.findChild(CameraPage)
    assert isinstance(camera, CameraPage)
    assert camera.isVisible() and dialog.table.isVisible()
    QTest.keyClick(camera, Qt.Key.Key_Escape)
    assert camera.isHidden() and dialog.isVisible()
    dialog.reject()


@pytest.mark.long
def test_what_the_webcam_sees_is_counted(dialog: DeliveryDialog, qtbot: QtBot) -> None:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    seen: list[object] = []
    dialog.work.seen.connect(seen.append)
    dialog._look(image)
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=60_000)
    assert seen == [[]], "an empty table holds nothing"
    assert dialog.message.label.text() == "0 pieces seen in the picture"


def test_every_control_has_a_name_in_both_languages(page: CatalogPage, dialog: DeliveryDialog) -> None:
    for language in ("zh_CN", "en"):
        page._services.languages.choose(language)
        QApplication.processEvents()
        assert nameless(dialog) == []
