"""The webcam: whether there is one, and a session that feeds a sink with its frames.

What the sink receives becomes pictures in :mod:`desktop_app.camera.live_frames`. QtMultimedia is imported
after the first paint, by these two modules and the pages that use them.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoSink,
)

_BEST_SIDE = 1280
"""Pixels; more than this costs time on every frame and shows the network nothing new."""


class CameraWatch(QObject):
    """Knows the cameras and says when one comes or goes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)

    def names(self) -> list[str]:
        """What the cameras are called, the platform's default first."""
        return [device.description() for device in self._cameras()]

    def device(self, name: str) -> QCameraDevice | None:
        """The camera called ``name``, or else the default one; None if there is none."""
        cameras = self._cameras()
        named = [camera for camera in cameras if camera.description() == name]
        return next(iter(named or cameras), None)

    def _cameras(self) -> list[QCameraDevice]:
        return sorted(QMediaDevices.videoInputs(), key=lambda device: not device.isDefault())


class CameraSession(QObject):
    """One live session into ``sink``."""

    failed = Signal(str)
    """The platform's own words for what went wrong."""

    def __init__(self, sink: QVideoSink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = QMediaCaptureSession(self)
        self.session.setVideoSink(sink)
        self._camera: QCamera | None = None

    def start(self, device: QCameraDevice) -> None:
        """Show what ``device`` sees."""
        self.stop()
        self._camera = QCamera(device, self)
        self._camera.errorOccurred.connect(lambda _error, words: self.failed.emit(words))
        best = best_format(device)
        if best is not None:
            self._camera.setCameraFormat(best)
        self.session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        """Let go of the camera, so that its light goes out."""
        if self._camera is not None:
            self._camera.stop()
            self.session.setCamera(None)  # type: ignore[arg-type]  # Qt's way to let go
            self._camera.deleteLater()
            self._camera = None


def best_format(device: QCameraDevice) -> QCameraFormat | None:
    """The largest format within :data:`_BEST_SIDE` that runs smoothly; None to leave it to the platform."""

    def fitness(candidate: QCameraFormat) -> tuple[bool, bool, int]:
        size = candidate.resolution()
        fits = max(size.width(), size.height()) <= _BEST_SIDE
        area = size.width() * size.height()
        return (fits, candidate.maxFrameRate() >= 15, area if fits else -area)

    return max(device.videoFormats(), key=fitness, default=None)
