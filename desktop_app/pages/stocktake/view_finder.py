"""The webcam of a count, while there is one: started with the count, and let go of with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop_app.pages.shop_page import PageServices
from desktop_app.pages.stocktake.eye import Eye
from desktop_app.pages.stocktake.views.count_view import StocktakeCountView
from desktop_app.pages.stocktake.words import StocktakeWords

if TYPE_CHECKING:
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.pages.stocktake.camera import StocktakeCamera


class StocktakeViewFinder(QObject):
    """Puts the webcam's picture into ``view`` and its frames before ``eye``."""

    glimpsed = Signal(object, QImage)
    """A Glimpse, and its frame."""

    def __init__(
        self, services: PageServices, eye: Eye, view: StocktakeCountView, words: StocktakeWords
    ) -> None:
        super().__init__(view)
        self._services = services
        self._eye = eye
        self._view = view
        self._words = words
        self.watch: CameraWatch | None = None
        self.camera: StocktakeCamera | None = None

    def start(self) -> None:
        """Show the webcam; without one, where to drop pictures."""
        if self.watch is None:
            return
        if not self.watch.names():
            self.stop()
            self._view.set_camera(None)
            return
        camera = self.camera or self._made()
        if not camera.reader.is_on:
            self._eye.begin_anew()
            camera.start(self.watch, self._services.preferences.settings.camera)
            self._words.stage(None)
        self._view.set_camera(camera)

    def stop(self) -> None:
        """Let go of the webcam."""
        if self.camera is not None:
            self.camera.stop()

    def _made(self) -> StocktakeCamera:
        from desktop_app.pages.stocktake.camera import StocktakeCamera

        camera = StocktakeCamera(self._services.themes, self._services.shop_jobs, self._eye.look, self._view)
        camera.glimpsed.connect(self.glimpsed)
        camera.failed.connect(self._on_failed)
        self.camera = camera
        return camera

    def _on_failed(self, reason: str) -> None:
        self.stop()
        self._view.set_camera(None)
        self._words.camera_failed(reason)
