"""Frames through a real sink, as a camera feeds it, read on a worker thread."""

import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoFrameInput, QVideoSink
from pytestqt.qtbot import QtBot

from core.errors import KnownError
from core.messages import message
from desktop_app.camera.live_frames import BeginReading, LiveFrames, LiveReader
from desktop_app.engine.jobs import Jobs

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "Couldn't (load|resolve) va")


class Camera(QObject):
    """Feeds frames of one colour into a sink of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.sink = QVideoSink(self)
        self.session = QMediaCaptureSession(self)
        self.session.setVideoSink(self.sink)
        self.source = QVideoFrameInput(self)
        self.session.setVideoFrameInput(self.source)
        self.colour = "blue"
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.feed)
        self.timer.start(10)

    def feed(self) -> None:
        image = QImage(64, 48, QImage.Format.Format_RGBX8888)
        image.fill(QColor(self.colour))
        self.source.sendVideoFrame(QVideoFrame(image))


@pytest.fixture
def camera(qtbot: QtBot) -> Iterator[Camera]:
    made = Camera()
    yield made
    made.timer.stop()
    made.session.setVideoFrameInput(None)  # type: ignore[arg-type]  # Qt's way to let go


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.close()


def in_jobs(jobs: Jobs, read: Callable[[QImage], object]) -> BeginReading:
    """Reads with a plain function, in jobs."""
    return lambda frame, found, failed: jobs.run(lambda _report: read(frame), success=found, failure=failed)


def test_every_frame_is_shown_and_few_are_sampled(camera: Camera, qtbot: QtBot) -> None:
    frames = LiveFrames(camera.sink, interval_ms=100)
    shown: list[QImage] = []
    moments: list[float] = []
    frames.shown.connect(shown.append)
    frames.sampled.connect(lambda _image: moments.append(time.perf_counter()))
    qtbot.waitUntil(lambda: len(moments) >= 3)
    assert len(shown) > len(moments)
    assert min(b - a for a, b in pairwise(moments)) >= 0.05  # another program may have held up the first
    assert shown[0].pixelColor(20, 20).blue() > 200


def test_frames_are_read_off_the_gui_thread_and_what_is_found_comes_back_on_it(
    camera: Camera, jobs: Jobs, qtbot: QtBot
) -> None:
    threads: list[str] = []

    def read(image: QImage) -> int | None:
        threads.append(threading.current_thread().name)
        return image.width() if image.pixelColor(5, 5).red() > 200 else None

    reader = LiveReader(LiveFrames(camera.sink, interval_ms=20), in_jobs(jobs, read))
    found: list[tuple[int, str]] = []
    reader.found.connect(lambda value, _image: found.append((value, threading.current_thread().name)))
    reader.start()
    qtbot.waitUntil(lambda: len(threads) >= 2)
    assert found == []  # blue frames hold nothing
    camera.colour = "red"
    qtbot.waitUntil(lambda: bool(found))
    reader.stop()
    assert found[0] == (64, threading.main_thread().name)
    assert threading.main_thread().name not in threads


def test_a_slow_reader_sees_one_frame_at_a_time(camera: Camera, jobs: Jobs, qtbot: QtBot) -> None:
    at_once, most = [0], [0]
    may_go_on = threading.Event()

    def read(_image: QImage) -> None:
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        may_go_on.wait(30)
        at_once[0] -= 1

    frames = LiveFrames(camera.sink, interval_ms=5)
    reader = LiveReader(frames, in_jobs(jobs, read))
    reader.start()
    sampled: list[QImage] = []
    frames.sampled.connect(sampled.append)
    qtbot.waitUntil(lambda: len(sampled) > 5)
    may_go_on.set()
    reader.stop()
    assert most[0] == 1


def test_after_a_stop_nothing_is_found_any_more(camera: Camera, jobs: Jobs, qtbot: QtBot) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def read(_image: QImage) -> str:
        begun.set()
        may_go_on.wait(30)
        return "late"

    reader = LiveReader(LiveFrames(camera.sink, interval_ms=5), in_jobs(jobs, read))
    found: list[object] = []
    reader.found.connect(lambda value, _image: found.append(value))
    reader.start()
    qtbot.waitUntil(begun.is_set)
    reader.stop()
    may_go_on.set()
    qtbot.wait(100)
    assert found == []
    assert not reader.is_on


def test_a_frame_that_cannot_be_read_is_passed_over(camera: Camera, jobs: Jobs, qtbot: QtBot) -> None:
    tries: list[int] = []

    def read(_image: QImage) -> str:
        tries.append(1)
        if len(tries) < 3:
            raise KnownError(message("core", "The picture is blurred."))
        return "read"

    told: list[object] = []
    jobs.unhandled_failure.connect(told.append)
    reader = LiveReader(LiveFrames(camera.sink, interval_ms=5), in_jobs(jobs, read))
    reader.start()
    with qtbot.waitSignal(reader.found):
        pass
    reader.stop()
    assert told == []


def test_the_rate_is_bounded_by_default(camera: Camera, qtbot: QtBot) -> None:
    moments: list[float] = []
    frames = LiveFrames(camera.sink)
    frames.sampled.connect(lambda _image: moments.append(time.perf_counter()))
    qtbot.waitUntil(lambda: len(moments) >= 3)
    assert min(b - a for a, b in pairwise(moments)) >= 0.1
