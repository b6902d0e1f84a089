"""The webcam's live picture; Space takes a still of it to search with."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.camera.camera import CameraSession, CameraWatch
from desktop_app.camera.live_frames import LiveFrames
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_view import PictureView


class CameraPage(Translated, QWidget):
    """Live between :meth:`start` and :meth:`stop`."""

    taken = Signal(QImage)
    film_wanted = Signal(bool)
    """Begin to film, or end it."""
    left = Signal()
    failed = Signal(str)
    camera_chosen = Signal(str)
    sounds_chosen = Signal(bool)

    def __init__(self, themes: ThemeSwitch, watch: CameraWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self.sink = QVideoSink(self)
        self.frames = LiveFrames(self.sink, parent=self)
        self.frames.shown.connect(self._show_frame)
        self.session = CameraSession(self.sink, self)
        self.session.failed.connect(self.failed)
        self._title = text_label("display", wrap=True)
        self._hint = text_label("muted", wrap=True)
        self._view = PictureView(themes, self)
        self._cameras = ChoiceBox(self)
        self._cameras.textActivated.connect(self._switch)
        self._sounds = QCheckBox(self)
        self._sounds.toggled.connect(self.sounds_chosen)
        self.take_button = IconButton(themes, "shutter", "primary", self)
        self.take_button.setEnabled(False)
        self.take_button.clicked.connect(self.take)
        self._seconds_left: int | None = None
        self.film_button = IconButton(themes, "film", parent=self)
        self.film_button.setEnabled(False)
        self.film_button.clicked.connect(lambda: self.film_wanted.emit(self._seconds_left is None))
        self._leave_button = IconButton(themes, "close", parent=self)
        self._leave_button.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._cameras)
        row.addWidget(self._sounds)
        row.addStretch(1)
        row.addWidget(self._leave_button)
        row.addWidget(self.film_button)
        row.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addWidget(self._view, 1)
        column.addSpacing(8)
        column.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def start(self, name: str) -> None:
        """Show what the camera called ``name``, or else the default one, sees."""
        device = self._watch.device(name)
        if device is None:
            return
        names = self._watch.names()
        self._cameras.clear()
        self._cameras.addItems(names)
        self._cameras.setCurrentText(device.description())
        self._cameras.setVisible(len(names) > 1)
        self.session.start(device)
        self.setFocus()

    def set_sounds(self, on: bool) -> None:
        """Whether what came of it is heard."""
        with QSignalBlocker(self._sounds):
            self._sounds.setChecked(on)

    def stop(self) -> None:
        """Let go of the camera and forget its picture."""
        self.session.stop()
        self._view.show_image(QImage())
        self.film_button.setEnabled(False)
        self.show_filming(None)

    def show_filming(self, seconds_left: int | None) -> None:
        """It films for so many seconds more; None: it does not."""
        self._seconds_left = seconds_left
        self.take_button.setEnabled(seconds_left is None and not self._view.image.isNull())
        self.retranslate()

    def take(self) -> None:
        """Search with what is seen now: what the clerk sees is what is searched."""
        image = self._view.image
        if self.take_button.isEnabled():
            self.taken.emit(image.copy())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter take the picture, or end the film; Escape leaves."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._seconds_left is None:
                self.take()
            else:
                self.film_wanted.emit(False)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_frame(self, image: QImage) -> None:
        self._view.show_image(image)
        self.film_button.setEnabled(True)
        self.take_button.setEnabled(self._seconds_left is None)

    def _switch(self, name: str) -> None:
        self.camera_chosen.emit(name)
        device = self._watch.device(name)
        if device is not None:
            self.session.start(device)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        is_filming = self._seconds_left is not None
        if is_filming:
            self._title.setText(self.tr("Filming: {seconds} seconds left").format(seconds=self._seconds_left))
            self._hint.setText(
                self.tr("Show product after product, or walk slowly along a shelf. Space ends the film.")
            )
        else:
            self._title.setText(self.tr("Hold the product in front of the webcam"))
            self._hint.setText(
                self.tr(
                    "Close and in good light, alone in the picture. Then press Space. Barcodes are read at "
                    "once."
                )
            )
        self.film_button.setText(self.tr("End the film") if is_filming else self.tr("Film"))
        self.film_button.setToolTip(
            self.tr("Show product after product, for a minute at most: each is found with its time")
        )
        self._sounds.setText(self.tr("Sounds"))
        self._view.setAccessibleName(self.tr("Live picture of the webcam"))
        self._cameras.setAccessibleName(self.tr("Webcam"))
        self.take_button.setText(self.tr("Take the picture"))
        self.take_button.setToolTip(self.tr("Space"))
        self._leave_button.setText(self.tr("Cancel"))
        self._leave_button.setToolTip(self.tr("Esc"))
