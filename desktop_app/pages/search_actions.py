"""The ways a picture comes into a search, as actions that menus and buttons share."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


class SearchActions(QObject):
    """Texts and keys; what the actions do is connected by the page."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._has_camera: bool | None = None
        self.open = QAction(self)
        self.open.setShortcut(QKeySequence.StandardKey.Open)
        self.paste = QAction(self)
        self.paste.setShortcut(QKeySequence.StandardKey.Paste)
        self.camera = QAction(self)
        self.camera.setShortcut(QKeySequence("Ctrl+K"))
        self.camera.setEnabled(False)
        self.words = QAction(self)
        self.words.setShortcut(QKeySequence.StandardKey.Find)
        self.start_again = QAction(self)
        self.start_again.setShortcut(QKeySequence.StandardKey.New)
        self.start_again.setEnabled(False)
        self.retranslate()

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of a menu."""
        return (self.words, self.open, self.paste, self.camera, self.start_again)

    def set_camera(self, present: bool) -> None:
        """Allow the webcam, or say why it is off."""
        self._has_camera = present
        self.camera.setEnabled(present)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.words.setText(self.tr("Find by words or number"))
        self.open.setText(self.tr("Open…"))
        self.open.setToolTip(self._with_key(self.tr("Choose one or more picture files"), self.open))
        self.paste.setText(self.tr("Paste"))
        self.paste.setToolTip(self._with_key(self.tr("Take the picture from the clipboard"), self.paste))
        self.start_again.setText(self.tr("New search"))
        self.start_again.setToolTip(self._with_key(self.tr("Put the picture away"), self.start_again))
        if self._has_camera is False:
            self.camera.setText(self.tr("No webcam found"))
            self.camera.setToolTip(self.tr("Connect a webcam: this button turns on by itself."))
        else:
            self.camera.setText(self.tr("Webcam"))
            self.camera.setToolTip(self._with_key(self.tr("Hold a product before the webcam"), self.camera))

    @staticmethod
    def _with_key(text: str, action: QAction) -> str:
        return f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
