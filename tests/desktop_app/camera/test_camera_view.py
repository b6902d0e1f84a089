"""The webcam's path, with real frames through the session and the sink that a camera feeds too."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QCameraDevice, QVideoFrame, QVideoFrameInput
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop_app.camera.camera import CameraWatch
from desktop_app.camera.camera_view import CameraPage
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.qt_pictures import to_qimage
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.intake.camera import read_code
from desktop_app.pages.search.page import SearchPage
from desktop_app.widgets.icon_button import IconButton
from desktop_app.window.desktop import Desktop
from tests.core.imaging.barcode_photos import label, photo_with

# The offscreen platform has neither a window manager nor a graphics card.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "No RHI backend")


class PluggedIn(CameraWatch):
    """A camera that is plugged in and pulled out at will; its frames come from :func:`feed`."""

    def __init__(self) -> None:
        super().__init__()
        self.present = ["Counter camera"]

    def names(self) -> list[str]:
        return list(self.present)

    def device(self, name: str) -> QCameraDevice | None:
        return QCameraDevice() if self.present else None


def feed(page: CameraPage, colour: str) -> Callable[[], None]:
    """Send frames of one colour into the page's own capture session until the result is called."""
    source = QVideoFrameInput(page)
    page.session.session.setVideoFrameInput(source)
    image = QImage(160, 120, QImage.Format.Format_RGBX8888)
    image.fill(QColor(colour))
    timer = QTimer(page)
    timer.timeout.connect(lambda: source.sendVideoFrame(QVideoFrame(image)))
    timer.start(20)
    return timer.stop


@pytest.fixture
def camera(desktop: Desktop, qtbot: QtBot) -> CameraPage:
    made = CameraPage(desktop.themes, PluggedIn())
    qtbot.addWidget(made)
    made.show()
    return made


def test_real_frames_are_shown_live_and_space_takes_the_one_that_is_seen(
    camera: CameraPage, qtbot: QtBot
) -> None:
    stop = feed(camera, "blue")
    qtbot.waitUntil(camera.take_button.isEnabled)
    with qtbot.waitSignal(camera.taken) as taken:
        QTest.keyClick(camera, Qt.Key.Key_Space)
    stop()
    assert taken.args is not None
    still: QImage = taken.args[0]
    assert (still.width(), still.height()) == (160, 120)
    colour = still.pixelColor(80, 60)
    assert colour.blue() > 200 and colour.red() < 60


def test_a_still_is_searched_like_any_other_picture(page: SearchPage, qtbot: QtBot) -> None:
    watch = PluggedIn()
    page.set_camera_watch(watch)
    assert page.search_actions.camera.isEnabled()
    page.search_actions.camera.trigger()
    camera = page.findChild(CameraPage)
    assert camera is not None and camera.isVisible()
    stop = feed(camera, "red")
    qtbot.waitUntil(camera.take_button.isEnabled)
    camera.take_button.click()
    stop()
    qtbot.waitUntil(lambda: page.work.answer_view.banner.headline.text() == "This is Red Soap")
    assert page.desk.film.at(0) is not None


def test_without_a_camera_every_button_is_off_and_says_why(page: SearchPage) -> None:
    watch = PluggedIn()
    watch.present = []
    page.set_camera_watch(watch)
    buttons = [b for b in page.findChildren(IconButton) if b.text() == "No webcam found"]
    assert len(buttons) == 2
    assert all(not button.isEnabled() for button in buttons)
    assert all("Connect a webcam" in button.toolTip() for button in buttons)
    page.intake.use_camera()
    assert page.findChild(CameraPage) is None


def test_a_camera_that_is_plugged_in_turns_the_button_on_by_itself(page: SearchPage) -> None:
    watch = PluggedIn()
    watch.present = []
    page.set_camera_watch(watch)
    watch.present = ["Counter camera"]
    watch.changed.emit()
    assert page.search_actions.camera.isEnabled()
    assert page.search_actions.camera.text() == "Webcam"


def test_a_camera_that_is_pulled_out_while_it_is_used_is_explained(page: SearchPage) -> None:
    watch = PluggedIn()
    page.set_camera_watch(watch)
    page.intake.use_camera()
    watch.present = []
    watch.changed.emit()
    assert page.front.notice.isVisible()
    assert page.front.notice.banner.headline.text() == "The webcam was unplugged"


def test_escape_leaves_the_camera_and_lets_go_of_it(page: SearchPage, qtbot: QtBot) -> None:
    page.set_camera_watch(PluggedIn())
    page.intake.use_camera()
    camera = page.findChild(CameraPage)
    assert camera is not None
    stop = feed(camera, "red")
    qtbot.waitUntil(camera.take_button.isEnabled)
    stop()
    QTest.keyClick(camera, Qt.Key.Key_Escape)
    assert page.front.start_view.isVisible()
    assert camera.session.session.camera() is None


def test_what_the_platform_says_of_a_camera_that_fails_is_passed_on(page: SearchPage) -> None:
    page.set_camera_watch(PluggedIn())
    page.intake.use_camera()
    camera = page.findChild(CameraPage)
    assert camera is not None
    camera.failed.emit("Device is busy.")
    assert page.front.notice.banner.headline.text() == "The webcam gives no picture"
    assert "Device is busy" in page.front.notice.banner.detail.text()


def test_the_theme_of_the_page_is_the_program_s(camera: CameraPage, desktop: Desktop) -> None:
    assert isinstance(desktop.themes, ThemeSwitch)
    desktop.themes.choose("dark")
    assert not camera.take_button.icon().isNull()
    desktop.themes.choose("light")


def feed_image(page: CameraPage, image: QImage) -> Callable[[], None]:
    """Send this frame into the page's own capture session until the result is called."""
    source = QVideoFrameInput(page)
    page.session.session.setVideoFrameInput(source)
    timer = QTimer(page)
    timer.timeout.connect(lambda: source.sendVideoFrame(QVideoFrame(image)))
    timer.start(30)
    return timer.stop


def frame_with_code(code: str) -> QImage:
    """What a webcam sees of a product that is held with its barcode to the front."""
    picture = photo_with(label(code), size=(640, 480), share=0.5, turn=8, blur=0.5)
    return to_qimage(picture, max_side=640).convertToFormat(QImage.Format.Format_RGBX8888)


def live_camera(page: SearchPage) -> CameraPage:
    """The camera's page, open. Its device is none that Qt knows, which it must not tell the page."""
    page.set_camera_watch(PluggedIn())
    page.intake.use_camera()
    camera = page.findChild(CameraPage)
    assert camera is not None
    camera.session.failed.disconnect(camera.failed)
    page.intake.use_camera()  # again, lest it has told already
    return camera


def test_a_barcode_in_the_live_view_is_read_and_searched_at_once_with_its_frame(
    page: SearchPage, qtbot: QtBot
) -> None:
    camera = live_camera(page)
    stop = feed_image(camera, frame_with_code("4006381333931"))
    qtbot.waitUntil(lambda: page.desk.film.rowCount() == 1)
    stop()
    asked = page.desk.film.at(0)
    assert asked is not None and asked.query.origin == "camera"
    pixels = asked.query.pictures[0].source.pixels
    assert pixels is not None and read_code(pixels) == "4006381333931"
    assert camera.session.session.camera() is None  # let go of
    assert page.work.answer_view.isVisible()


def test_frames_without_a_barcode_are_left_to_the_clerk(page: SearchPage, qtbot: QtBot) -> None:
    camera = live_camera(page)
    sampled: list[QImage] = []
    camera.frames.sampled.connect(sampled.append)
    stop = feed(camera, "red")
    qtbot.waitUntil(lambda: len(sampled) >= 3)
    stop()
    assert page.desk.film.rowCount() == 0 and camera.isVisible()


def test_one_frame_alone_is_not_believed_and_sounds_are_a_choice_that_is_kept(
    desktop: Desktop, page: SearchPage, qtbot: QtBot
) -> None:
    camera = live_camera(page)
    taken: list[QImage] = []
    page.camera.taken.connect(taken.append)
    frame = frame_with_code("4006381333931")
    for code, count in (
        ("4006381333931", 0),
        ("2000000010007", 0),
        ("4006381333931", 0),
        ("4006381333931", 1),
    ):
        page.camera._on_code(code, frame)
        assert len(taken) == count
    assert not desktop.preferences.settings.sounds
    box = camera.findChild(QCheckBox)
    assert box is not None and box.text() == "Sounds"
    before = desktop.preferences.settings
    box.click()
    assert desktop.preferences.settings == replace(before, sounds=True)


def test_a_still_is_added_to_the_search_when_that_was_asked_for(
    page: SearchPage, qtbot: QtBot, blue: Path
) -> None:
    page.search([PictureSource(blue.name, path=blue)])
    page.set_camera_watch(PluggedIn())
    page.search_actions.add_camera.trigger()
    camera = page.findChild(CameraPage)
    assert camera is not None and camera.isVisible()
    stop = feed(camera, "red")
    qtbot.waitUntil(camera.take_button.isEnabled)
    camera.take_button.click()
    stop()
    assert page.desk.film.rowCount() == 2 and page.desk.is_together
    page.intake.use_camera()
    QTest.keyClick(camera, Qt.Key.Key_Escape)
    assert page.work.answer_view.isVisible()
