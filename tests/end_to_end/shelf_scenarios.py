"""What a stock-taker does with the tagging and the stocktake page, as scenarios for scenario_driver.py."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.end_to_end.scenario_driver import Scenario, Stage


def tag_the_shop(stage: Stage) -> Scenario:
    """Give every group the category of its first product, by keys alone; then take the last step back."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    yield lambda: stage.is_open("Corner shop")
    page = stage.page("tagging")
    stage.phase = "comparing"
    yield lambda: page.step is not None
    stage.phase = "tagging"
    keys = 0
    while page.step.members:
        wanted = page.step.members[0].category
        for row, member in enumerate(page.step.members):
            if member.category != wanted:
                while page.grid.currentIndex().row() < row:
                    QTest.keyClick(page.grid, Qt.Key.Key_Right)
                    keys += 1
                QTest.keyClick(page.grid, Qt.Key.Key_Space)
                keys += 1
        if page.panel.chosen() == [wanted]:
            QTest.keyClick(page.grid, Qt.Key.Key_Return)
            keys += 1
        else:
            for tag in page.panel.chosen():
                QTest.keyClick(page.grid, Qt.Key(Qt.Key.Key_1 + page.panel.offered().index(tag)))
                keys += 1
            QTest.keyClicks(page.grid, wanted[0])
            QTest.keyClicks(page.panel.field, wanted[1:])
            QTest.keyClick(page.panel.field, Qt.Key.Key_Delete)
            QTest.keyClick(page.panel.field, Qt.Key.Key_Return)
            keys += len(wanted) + 2
        yield lambda: not page.is_working
    stage.seen |= {"said": page.view.notice.headline.text(), "tagged": page.step.tagged, "keys": keys}
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    yield lambda: not page.is_working and bool(page.step.members)
    stage.seen["after undo"] = page.step.tagged


def count_the_shop(stage: Stage) -> Scenario:
    """Type, scan, hold up and drop products; then book the differences."""
    from PySide6.QtCore import QMimeData, Qt, QUrl
    from PySide6.QtTest import QTest

    pictures = stage.folder
    yield lambda: stage.is_open("Corner shop")
    page = stage.page("stocktake")
    view = page.count_view
    yield lambda: page.standing is not None and not page.is_busy()
    page.start_view.begin_button.click()
    yield lambda: page.standing.stocktake is not None and not page.is_busy()
    stage.phase = "typing"
    for text in ("Banana", "12", "2000000010014"):
        QTest.keyClicks(view.field, text)
        QTest.keyClick(view.field, Qt.Key.Key_Return)
        yield lambda: not page.is_busy()
    QTest.keyClicks(view.field, "+")
    yield lambda: not page.is_busy()
    stage.phase = "dropping"
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(pictures / name)) for name in ("held.jpg", "doubtful.jpg")])
    page.entering.take_pictures(mime)
    yield lambda: not page.is_busy()
    stage.phase = "webcam"
    camera = _Camera(stage.window, pictures / "held.jpg")
    before = sum(product.counted.thousandths for product in page.standing.counted)
    camera.feed(page)
    for _ in range(2):
        camera.holds = False
        yield lambda: page.words.is_ready
        camera.holds = True
        yield lambda: page.words.is_held and not page.is_busy()
    camera.stop()
    after = sum(product.counted.thousandths for product in page.standing.counted)
    stage.seen["held"] = (after - before) // 1000
    stage.seen["counted"] = {product.title: product.counted.number for product in page.standing.counted}
    stage.seen["doubts"] = page.standing.tally.doubts
    stage.phase = "booking"
    QTest.keyClick(view.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield lambda: page.review_view.isVisible() and not page.is_busy()
    stage.seen["differing"] = [line.title for line in page.review_view.found.differing]
    QTest.keyClick(page.review_view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield lambda: page.start_view.isVisible() and not page.is_busy()


class _Camera:
    """A webcam that is plugged in: real frames, through the session and the sink of the page."""

    def __init__(self, window: Any, thing: Path) -> None:
        from tests.desktop_app.camera.test_camera_view import PluggedIn

        self.holds = False
        self._thing = thing
        window.set_camera_watch(PluggedIn())

    def feed(self, page: Any) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtMultimedia import QVideoFrame, QVideoFrameInput

        frames = {holds: self._frame(holds) for holds in (False, True)}
        source = QVideoFrameInput(page)
        page.finder.camera.session.session.setVideoFrameInput(source)
        self._timer = QTimer(page)
        self._timer.timeout.connect(lambda: source.sendVideoFrame(QVideoFrame(frames[self.holds])))
        self._timer.start(40)
        self.stop: Callable[[], None] = self._timer.stop

    def _frame(self, holds: bool) -> Any:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QColor, QImage, QPainter

        frame = QImage(640, 480, QImage.Format.Format_RGBX8888)
        frame.fill(QColor("lightgrey"))
        painter = QPainter(frame)
        painter.fillRect(0, 340, 640, 140, QColor("tan"))
        if holds:
            thing = QImage(str(self._thing)).scaled(
                360, 360, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(140, 60, thing)
        painter.end()
        return frame
