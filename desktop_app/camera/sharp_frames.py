"""The sharpest frame of each half second that the webcam shows; imported after the first paint."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal
from PySide6.QtGui import QImage

from core.imaging.films.sharpness import SHARPNESS_SIDE, SharpEnough, sharpness
from desktop_app.camera.live_frames import LiveFrames

_WINDOW_MS = 500


class SharpFrames(QObject):
    """Between :meth:`start` and :meth:`stop`, or the end of ``seconds``, chooses among ``frames``."""

    found = Signal(QImage, int)
    """A sharp frame, and its place in milliseconds since the start."""
    moved_on = Signal(int)
    """Each half second: how many seconds are left."""
    ended = Signal()
    """The time is over."""

    def __init__(self, frames: LiveFrames, seconds: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seconds = seconds
        self._since = QElapsedTimer()
        self._is_sharp = SharpEnough()
        self._window = 0
        self._best: QImage | None = None
        self._best_value = 0.0
        self._best_grey = np.zeros((2, 2), np.uint8)
        frames.sampled.connect(self._on_frame)

    @property
    def is_on(self) -> bool:
        """Whether it is choosing."""
        return self._since.isValid()

    @property
    def elapsed_ms(self) -> int:
        """Since the start; 0 before."""
        return self._since.elapsed() if self.is_on else 0

    @property
    def seconds_left(self) -> int:
        """Until the end."""
        return max(0, self.seconds - self.elapsed_ms // 1000)

    def start(self) -> None:
        """Choose from the next frame on."""
        self._is_sharp, self._window = SharpEnough(), 0
        self._best, self._best_value = None, 0.0
        self._since.start()

    def stop(self) -> None:
        """Tell the last one, and choose no more."""
        if self.is_on:
            self._tell()
            self._since.invalidate()

    def _on_frame(self, image: QImage) -> None:
        if not self.is_on:
            return
        if self.elapsed_ms // _WINDOW_MS != self._window:
            self._tell()
            self._window = self.elapsed_ms // _WINDOW_MS
            self.moved_on.emit(self.seconds_left)
        if self.elapsed_ms >= 1000 * self.seconds:
            self.ended.emit()
            return
        grey = _grey(image)
        value = sharpness(grey)
        if value > self._best_value:
            self._best, self._best_value, self._best_grey = image.copy(), value, grey

    def _tell(self) -> None:
        best, value = self._best, self._best_value
        self._best, self._best_value = None, 0.0
        if best is not None and self._is_sharp(value, self._best_grey):
            self.found.emit(best, self._window * _WINDOW_MS)


def _grey(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    small = image.scaled(
        SHARPNESS_SIDE,
        SHARPNESS_SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), small.bytesPerLine())
    return rows[:, : small.width()].copy()
