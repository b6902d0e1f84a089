"""A webcam's frames as pictures: all of them for the eye, a few a second for whoever reads them.

:class:`LiveFrames` turns a sink's frames into pictures on the GUI thread, as Qt wants it. :class:`LiveReader`
gives some of them to a job (that reads a barcode, or recognises a product), one at a time: a slow job sees
fewer frames, and never an old one. Imported after the first paint.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from core.messages import Sentence
from desktop_app.engine.jobs import Job

INTERVAL_MS = 200
"""Between two frames that are read: quick enough to feel immediate, a fifth of one core at worst."""

BeginReading = Callable[[QImage, Callable[[object], None], Callable[[Sentence], None]], Job]
"""Begins a job that reads a frame, and calls one of the two on the GUI thread when it is done."""


class LiveFrames(QObject):
    """Follows ``sink`` for as long as it lives."""

    shown = Signal(QImage)
    """Every frame: for the preview."""
    sampled = Signal(QImage)
    """One frame every ``interval_ms`` at most: for reading."""

    def __init__(
        self, sink: QVideoSink, interval_ms: int = INTERVAL_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._interval_ms = interval_ms
        self._since = QElapsedTimer()
        sink.videoFrameChanged.connect(self._on_frame)

    def _on_frame(self, frame: QVideoFrame) -> None:
        image = frame.toImage()
        if image.isNull():
            return
        self.shown.emit(image)
        if not self._since.isValid() or self._since.hasExpired(self._interval_ms):
            self._since.start()
            self.sampled.emit(image)


class LiveReader(QObject):
    """Between :meth:`start` and :meth:`stop`, lets ``read`` begin a job for a frame.

    Args:
        read: what the job makes of the frame goes to its second argument; None means that there was nothing
            in it. A failure, which goes to its third, is nothing too: the next frame may be better.
    """

    found = Signal(object, QImage)
    """What was read, and the frame that it came from; on the GUI thread."""

    def __init__(self, frames: LiveFrames, read: BeginReading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frames = frames
        self._read = read
        self._job: Job | None = None
        self._is_on = False
        frames.sampled.connect(self._on_sampled)

    @property
    def is_on(self) -> bool:
        """Whether frames are read."""
        return self._is_on

    def start(self) -> None:
        """Read from the next frame on."""
        self._is_on = True

    def stop(self) -> None:
        """Read no more, and forget what is being read: nothing is found any more after this."""
        self._is_on = False
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_sampled(self, image: QImage) -> None:
        if not self._is_on or self._job is not None:
            return
        self._job = self._read(image, lambda value: self._on_read(value, image), self._on_failed)

    def _on_read(self, value: object, image: QImage) -> None:
        self._job = None
        if value is not None:
            self.found.emit(value, image)

    def _on_failed(self, _why: Sentence) -> None:
        self._job = None
