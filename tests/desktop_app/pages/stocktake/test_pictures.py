"""Pieces that are counted by their pictures: dropped, or held before the webcam."""

from collections import Counter
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameInput
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from desktop_app.pages.stocktake.page import StocktakePage
from tests.desktop_app.camera.test_camera_view import PluggedIn
from tests.desktop_app.conftest import drop, mime_of_files
from tests.desktop_app.pages.stocktake.on_the_page import at_page, counted, press, settle
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.end_to_end.conftest import SHAPES, draw

pytestmark = pytest.mark.qt_log_ignore(
    "PulseAudio", "propagateSizeHints", "No RHI backend", "Couldn't (load|resolve) va"
)


def test_dropped_pictures_are_counted_or_put_aside_and_decided_later(
    page: StocktakePage, shop: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    sign = next((shop.with_name("nowhere").parent / "shop" / "photos").rglob("*.jpg"))
    Image.effect_noise((200, 200), 80).convert("RGB").save(tmp_path / "noise.png")
    assert drop(page, mime_of_files(sign, tmp_path / "noise.png", tmp_path / "missing.png"))
    settle(page, qtbot)
    assert page.standing is not None and page.standing.tally is not None
    assert page.standing.tally.pieces + page.standing.tally.doubts == 2
    assert page.standing.tally.doubts >= 1
    page.count_view.doubts_button.click()
    settle(page, qtbot)
    view, pieces = page.doubts_view, sum(counted(page).values())
    assert view.isVisible() and not view.picture.image.isNull()
    QTest.keyClicks(view.list, "S")
    QTest.keyClicks(view.field, "ign 4")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=PATIENCE_MS)
    press(view.field, Qt.Key.Key_Return, page, qtbot)
    assert view.isHidden() or view.undo_button.isEnabled()
    while view.isVisible():
        press(view.list, Qt.Key.Key_Delete, page, qtbot)
    assert sum(counted(page).values()) == pieces + 1 and counted(page)["Sign 4"] >= 1


class Hand:
    """Sends real frames into the page's own capture session: an empty counter, or a thing held before it."""

    def __init__(self, page: StocktakePage, photos: dict[str, Path]) -> None:
        camera = page.finder.camera
        assert camera is not None
        self._photos = photos
        self._source = QVideoFrameInput(page)
        camera.session.session.setVideoFrameInput(self._source)
        self._image = self._frame(None)
        self._timer = QTimer(page)
        self._timer.timeout.connect(lambda: self._source.sendVideoFrame(QVideoFrame(self._image)))
        self._timer.start(40)

    def hold(self, name: str | None) -> None:
        self._image = self._frame(name)

    def stop(self) -> None:
        self._timer.stop()

    def _frame(self, name: str | None) -> QImage:
        frame = QImage(640, 480, QImage.Format.Format_RGBX8888)
        frame.fill(QColor("lightgrey"))
        painter = QPainter(frame)
        painter.fillRect(0, 340, 640, 140, QColor("tan"))
        if name is not None:
            painter.drawImage(180, 90, QImage(str(self._photos[name])).scaled(300, 300))
        painter.end()
        return frame


@pytest.fixture(scope="module")
def toys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three things that nobody mixes up, in a shop; their pictures lie beside it."""
    folder = tmp_path_factory.mktemp("toys")
    draw(folder / "pictures")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
    return folder


def test_products_held_before_the_webcam_are_counted_once_each(
    toys: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with window_on(toys / "shop", qapp, qtbot, pages=("stocktake",)) as desktop:
        page = at_page(desktop, qtbot)
        page.entering.begin("", "")
        settle(page, qtbot)
        # The window looks for real cameras a moment after its first paint; ours is plugged in after that.
        qtbot.waitUntil(lambda: page.finder.watch is not None, timeout=PATIENCE_MS)
        desktop.window.set_camera_watch(PluggedIn())
        assert page.finder.camera is not None
        hand = Hand(page, {name: toys / "pictures" / f"{name}.png" for name in SHAPES})
        expected: Counter[str] = Counter()
        for name in ("red ball", "green box", "green box"):
            # Until the empty view is known, whatever the machine's pace.
            qtbot.waitUntil(lambda: page.words.is_ready, timeout=PATIENCE_MS)
            hand.hold(name)
            expected[name] += 1
            qtbot.waitUntil(lambda: counted_titles(page) == expected, timeout=PATIENCE_MS)
            qtbot.waitUntil(lambda: page.words.is_held, timeout=PATIENCE_MS)
            qtbot.wait(600)  # held on: still one piece
            assert counted_titles(page) == expected
            hand.hold(None)
        hand.stop()
        desktop.window.show_page("search")
        assert not page.finder.camera.reader.is_on


def counted_titles(page: StocktakePage) -> dict[str, int]:
    assert page.standing is not None
    return {product.title: int(product.counted.decimal) for product in page.standing.counted}
