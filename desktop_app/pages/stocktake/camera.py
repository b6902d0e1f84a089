"""The webcam of a stocktake: its live picture for the clerk, and frames for whoever recognises them.

Imported after the first paint: it brings QtMultimedia.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.shop.shop import Shop
from desktop_app.camera.camera import CameraSession, CameraWatch
from desktop_app.camera.live_frames import LiveFrames, LiveReader
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.pictures.picture_view import PictureView


class StocktakeCamera(QWidget):
    """Live between :meth:`start` and :meth:`stop`."""

    glimpsed = Signal(object, QImage)
    """What ``look`` made of a frame, and the frame."""
    failed = Signal(str)

    def __init__(
        self,
        themes: ThemeSwitch,
        jobs: ShopJobs,
        look: Callable[[Shop, QImage], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self.session = CameraSession(self.sink, self)
        self.session.failed.connect(self.failed)
        self.view = PictureView(themes, self)
        frames = LiveFrames(self.sink, parent=self)
        frames.shown.connect(self.view.show_image)
        self.reader = LiveReader(
            frames,
            lambda frame, found, failed: jobs.run(
                lambda shop, _report: look(shop, frame), success=found, failure=failed
            ),
            self,
        )
        self.reader.found.connect(self.glimpsed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def start(self, watch: CameraWatch, name: str) -> bool:
        """Show what the camera called ``name``, or else the default one, sees. False without any."""
        device = watch.device(name)
        if device is None:
            return False
        self.session.start(device)
        self.reader.start()
        return True

    def stop(self) -> None:
        """Let go of the camera and forget its picture."""
        self.reader.stop()
        self.session.stop()
        self.view.show_image(QImage())
