"""Photographing products that have too few photos, one after the other, with the webcam."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage, QKeyEvent, QKeySequence
from PySide6.QtMultimedia import QCameraDevice, QVideoSink
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.catalog.lists.filters import ENOUGH_PHOTOS
from core.catalog.photos.photos import PhotoKind
from core.imaging.photo_files import MAX_SIDE
from core.ingest.shop_edits import AddedPictures, NewPicture, add_pictures
from core.messages import Sentence
from core.steps.undo import undo_step
from desktop_app.camera.camera import CameraSession
from desktop_app.camera.live_frames import LiveFrames
from desktop_app.engine.jobs import Lane
from desktop_app.engine.qt_pictures import to_pillow
from desktop_app.look.language import Translated, in_words
from desktop_app.look.wording import dotted
from desktop_app.pages.learning.photos.material import ShortProduct
from desktop_app.pages.shop_page import PageServices
from desktop_app.program.user_name import user_name
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_view import PictureView

if TYPE_CHECKING:
    from core.shop.shop import Shop

_KNOWN_SIDE = 96


class ShootingDialog(Translated, QDialog):
    """Space takes a counter photo of the product that is named; with enough of them the next one follows.

    Attributes:
        taken: how many photos were added, those that were taken back not counted.
    """

    def __init__(
        self, services: PageServices, products: Sequence[ShortProduct], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._thumbnails = services.shop_jobs, services.thumbnails
        self._products = products
        self._photos = [product.photos for product in products]
        self._steps: list[
            tuple[int, int]
        ] = []  # (place of the product, the edit's key), the last one at the end
        self._place = 0
        self._is_keeping = False
        self._failure: Sentence | None = None
        self.taken = 0
        self.sink = QVideoSink(self)
        self._frames = LiveFrames(self.sink, parent=self)
        self._session = CameraSession(self.sink, self)
        self._known = QLabel(self)
        self._known.setFixedSize(_KNOWN_SIDE, _KNOWN_SIDE)
        self.title = text_label("title", wrap=True)
        self._facts, self.state = text_label("muted", wrap=True), text_label("body", wrap=True)
        self._view = PictureView(services.themes, self)
        themes = services.themes
        self.take_button = IconButton(themes, "shutter", "primary", self)
        self.skip_button = IconButton(themes, "right", "plain", self)
        self.undo_button = IconButton(themes, "undo", "plain", self)
        self.done_button = IconButton(themes, "check", "plain", self)
        self._undo = QAction(self)
        self._undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.addAction(self._undo)
        self._build()
        self._frames.shown.connect(self._on_frame)
        self._session.failed.connect(self.state.setText)
        self._thumbnails.ready.connect(self._show_known)
        self.take_button.clicked.connect(self.take)
        self.skip_button.clicked.connect(self.skip)
        self.undo_button.clicked.connect(self.take_back)
        self._undo.triggered.connect(self.take_back)
        self.done_button.clicked.connect(self.accept)
        self.finished.connect(lambda _result: self._session.stop())
        self.retranslate()

    def open_on(self, device: QCameraDevice) -> None:
        """Photograph with this camera."""
        self._session.start(device)
        self.open()

    def take(self) -> None:
        """Keep what is seen now as a photo of the product."""
        image = self._view.image
        if image.isNull() or self._is_keeping:
            return
        place, product = self._place, self._products[self._place]
        picture = image.copy()
        self._is_keeping, self._failure = True, None
        self._jobs.run(
            lambda shop, _report: _keep(shop, product.id, picture),
            success=lambda added: self._on_kept(place, added),
            failure=self._on_failed,
            lane=Lane.WRITING,
        )
        self.retranslate()

    def skip(self) -> None:
        """Go on to the next product, after the last one to the first."""
        self._go_to((self._place + 1) % len(self._products))

    def take_back(self) -> None:
        """Take the last photo out of the shop again, and go back to its product."""
        if not self._steps or self._is_keeping:
            return
        place, step = self._steps.pop()
        self._is_keeping, self._failure = True, None
        self._jobs.run(
            lambda shop, report: undo_step(shop, who=user_name(), progress=report, only=step),
            success=lambda _turned: self._on_taken_back(place),
            failure=self._on_failed,
            lane=Lane.WRITING,
        )
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter take the photo, the right arrow goes on; Escape ends it."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Right:
            self.skip()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        product = self._products[self._place]
        self.setWindowTitle(self.tr("Photograph products"))
        self.title.setText(product.title)
        shelf = self.tr("Shelf {place}").format(place=product.location) if product.location else ""
        place = self.tr("Product {number} of {count}").format(
            number=self._place + 1, count=len(self._products)
        )
        self._facts.setText(dotted(product.sku, shelf, place))
        if self._failure is not None:
            self.state.setText(in_words(self._failure))
        else:
            self.state.setText(
                self.tr("Photos: {count} of {enough}. Turn it a little between two.").format(
                    count=self._photos[self._place], enough=ENOUGH_PHOTOS
                )
            )
        self.take_button.setText(self.tr("Take the picture"))
        self.take_button.setToolTip(self.tr("Space"))
        self.skip_button.setText(self.tr("Next product"))
        self.undo_button.setText(self.tr("Undo"))
        self.done_button.setText(self.tr("Done"))
        self._view.setAccessibleName(self.tr("Live picture of the webcam"))
        self.take_button.setEnabled(not self._view.image.isNull() and not self._is_keeping)
        self.undo_button.setEnabled(bool(self._steps) and not self._is_keeping)
        self._show_known()

    def _on_frame(self, image: QImage) -> None:
        was_null = self._view.image.isNull()
        self._view.show_image(image)
        if was_null:
            self.retranslate()

    def _on_kept(self, place: int, added: AddedPictures) -> None:
        self._is_keeping = False
        if added.edit is not None:  # else the product has this very picture
            self._steps.append((place, added.edit.id))
            self._photos[place] += 1
            self.taken += 1
        if self._photos[place] >= ENOUGH_PHOTOS and place == self._place:
            self._on_enough()
        self.retranslate()

    def _on_enough(self) -> None:
        """The next product that has too few; the last one ends it."""
        count = len(self._products)
        later = [(self._place + step) % count for step in range(1, count)]
        following = next((place for place in later if self._photos[place] < ENOUGH_PHOTOS), None)
        if following is None:
            self.accept()
        else:
            self._place = following

    def _on_taken_back(self, place: int) -> None:
        self._is_keeping = False
        self._photos[place] -= 1
        self.taken -= 1
        self._go_to(place)

    def _on_failed(self, failure: Sentence) -> None:
        self._is_keeping, self._failure = False, failure
        self.retranslate()

    def _go_to(self, place: int) -> None:
        self._place, self._failure = place, None
        self.retranslate()

    def _show_known(self, _path: str = "") -> None:
        picture = self._thumbnails.get(self._products[self._place].thumbnail)
        if not picture.isNull():
            picture = picture.scaled(
                self._known.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._known.setPixmap(picture)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.title, self._facts, self.state):
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._known)
        top.addLayout(words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.undo_button, self.skip_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.done_button, self.take_button):
            row.addWidget(button)
        for button in (self.undo_button, self.skip_button, self.done_button, self.take_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._view, 1)
        column.addLayout(row)
        self.resize(760, 620)


def _keep(shop: Shop, product_id: int, image: QImage) -> AddedPictures:
    picture = NewPicture("webcam", image=to_pillow(image, max_side=MAX_SIDE))
    return add_pictures(shop, product_id, [picture], who=user_name(), kind=PhotoKind.COUNTER)
