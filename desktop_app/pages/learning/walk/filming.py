"""Filming the shelves with the webcam: the sharpest frame of each half second is taken, for two minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCameraDevice, QVideoSink
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.catalog.photos.unlabelled import Source, UnlabelledFacts
from core.imaging.query_looks import QUERY_SIDE
from core.ingest.unlabelled.walk import Walk
from core.messages import Sentence
from desktop_app.camera.camera import CameraSession
from desktop_app.camera.live_frames import LiveFrames
from desktop_app.camera.sharp_frames import SharpFrames
from desktop_app.engine.jobs import Lane
from desktop_app.engine.qt_pictures import to_pillow
from desktop_app.look.language import Translated, in_words
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_view import PictureView

if TYPE_CHECKING:
    from core.shop.shop import Shop

SECONDS = 120
_SAMPLED_MS = 100
_MOST_WAITING = 6
"""Frames that wait to be looked at; a slow computer takes fewer."""


class FilmingDialog(Translated, QDialog):
    """Live between :meth:`open_on` and its end; what was taken until then is kept.

    Attributes:
        taken: how many views were given to the shop.
    """

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs = services.shop_jobs
        self.taken = 0
        self._waiting = 0
        self._walk: Walk | None = None  # in the lane of lessons only
        self.sink = QVideoSink(self)
        self._frames = LiveFrames(self.sink, _SAMPLED_MS, self)
        self._sharp = SharpFrames(self._frames, SECONDS, self)
        self._session = CameraSession(self.sink, self)
        self._view = PictureView(services.themes, self)
        self._words = text_label("body", wrap=True)
        self.stop_button = IconButton(services.themes, "check", "primary", self)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._view, 1)
        column.addLayout(row)
        self.resize(800, 640)
        self._frames.shown.connect(self._view.show_image)
        self._sharp.found.connect(self._take)
        self._sharp.moved_on.connect(lambda _left: self.retranslate())
        self._sharp.ended.connect(self.accept)
        self._session.failed.connect(self._words.setText)
        self.stop_button.clicked.connect(self.accept)
        self.finished.connect(self._end)
        self.retranslate()

    def open_on(self, device: QCameraDevice) -> None:
        """Film with this camera."""
        self._session.start(device)
        self.begin()

    def begin(self) -> None:
        """Take what comes into the sink from now on."""
        self._sharp.start()
        self.open()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Film your shelves"))
        self._words.setText(
            self.tr("Walk slowly along the shelves. {seconds} seconds left, {count} views so far.").format(
                seconds=self._sharp.seconds_left, count=self.taken
            )
        )
        self.stop_button.setText(self.tr("Done"))

    def _take(self, image: QImage, at_ms: int) -> None:
        if self._waiting >= _MOST_WAITING:
            return
        facts = UnlabelledFacts(Source.FILM, at_ms=at_ms)
        self._waiting += 1
        self.taken += 1
        self._jobs.run(
            lambda shop, _report: self._keep(shop, image, facts),
            success=self._on_kept,
            failure=self._on_failed,
            lane=Lane.LEARNING,
        )

    def _keep(self, shop: Shop, image: QImage, facts: UnlabelledFacts) -> None:
        """In the lane of lessons: one frame after another."""
        if self._walk is None:
            shop.require_writable()
            self._walk = Walk(shop)
        self._walk.take(self._walk.ready(to_pillow(image, max_side=QUERY_SIDE), facts))
        self._walk.flush()

    def _on_kept(self, _nothing: object) -> None:
        self._waiting -= 1

    def _on_failed(self, failure: Sentence) -> None:
        self._waiting -= 1
        self._words.setText(in_words(failure))

    def _end(self, _result: int) -> None:
        self._session.stop()
        self._sharp.stop()
