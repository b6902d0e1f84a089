"""The ways a picture comes into a search, as actions that menus and buttons share; all keys of the page."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.pages.search.results.actions import ResultActions
from desktop_app.pages.search.results.model import KEYS


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
        # On this page alone: the catalog makes a new product by the same key.
        self.start_again.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.start_again.setEnabled(False)
        self.add_open = self._action("Ctrl+Shift+O")
        self.add_paste = self._action("Ctrl+Shift+V")
        self.add_camera = self._action("Ctrl+Shift+K")
        self.turn_left = self._action("Ctrl+L")
        self.turn_right = self._action("Ctrl+R")
        self.several = self._action("Ctrl+M")
        self.several.setEnabled(False)
        self.whole = self._action("")
        self.whole.setEnabled(False)
        self.regions = tuple(self._action(f"Alt+{number}") for number in range(1, 5))
        self.retranslate()

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of a menu."""
        return (self.words, self.open, self.paste, self.camera, self.start_again)

    def more(self) -> tuple[QAction, ...]:
        """The ways a further picture of the same thing comes in."""
        return (self.add_open, self.add_paste, self.add_camera)

    def of_the_picture(self) -> tuple[QAction, ...]:
        """What is done with the picture at hand; the page's own, in no menu."""
        return (*self.more(), self.turn_left, self.turn_right, self.whole, self.several, *self.regions)

    def set_camera(self, present: bool) -> None:
        """Allow the webcam, or say why it is off."""
        self._has_camera = present
        self.camera.setEnabled(present)
        self.add_camera.setEnabled(present)
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
        self.add_open.setText(self.tr("From a file…"))
        self.add_paste.setText(self.tr("From the clipboard"))
        self.add_camera.setText(self.tr("From the webcam"))
        self.turn_left.setText(self.tr("Turn left"))
        self.turn_left.setToolTip(self._with_key(self.tr("Turn the picture to the left"), self.turn_left))
        self.turn_right.setText(self.tr("Turn right"))
        self.turn_right.setToolTip(self._with_key(self.tr("Turn the picture to the right"), self.turn_right))
        self.several.setText(self.tr("Several products here?"))
        self.several.setToolTip(
            self._with_key(self.tr("Name every product in the picture, and count them"), self.several)
        )
        self.whole.setText(self.tr("The whole picture"))
        self.whole.setToolTip(self.tr("Search with the whole picture (Esc)"))
        for number, action in enumerate(self.regions, start=1):
            action.setText(self.tr("Part {number} of the picture").format(number=number))
        if self._has_camera is False:
            self.camera.setText(self.tr("No webcam found"))
            self.camera.setToolTip(self.tr("Connect a webcam: this button turns on by itself."))
        else:
            self.camera.setText(self.tr("Webcam"))
            self.camera.setToolTip(
                self._with_key(self.tr("Hold a product in front of the webcam"), self.camera)
            )

    def _action(self, keys: str) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    @staticmethod
    def _with_key(text: str, action: QAction) -> str:
        return f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"


def search_keys(
    search: SearchActions, results: ResultActions, history: Iterable[QAction]
) -> list[tuple[str, str]]:
    """What the keys do to an answer, then to the picture, then in the webcam's view."""
    return [
        (f"1 – {KEYS}", QCoreApplication.translate("SearchKeys", "It is this one")),
        *_keys_of(results.with_keys()),
        *_keys_of(history),
        ("G", QCoreApplication.translate("SearchKeys", "List or grid")),
        ("F", QCoreApplication.translate("SearchKeys", "Filters")),
        (_native("Backspace"), QCoreApplication.translate("SearchKeys", "Back to the results")),
        *_keys_of((search.turn_left, search.turn_right, search.several, *search.regions)),
        ("[ ]", QCoreApplication.translate("SearchKeys", "Turn the picture")),
        (
            QCoreApplication.translate("SearchKeys", "Arrows, + −"),
            QCoreApplication.translate("SearchKeys", "Move or resize the frame on the picture"),
        ),
        (_native("Esc"), QCoreApplication.translate("SearchKeys", "The whole picture again")),
        (_native("Space"), QCoreApplication.translate("SearchKeys", "Take the webcam's picture")),
    ]


def _keys_of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    return [
        (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text().rstrip("…"))
        for action in actions
        if not action.shortcut().isEmpty()
    ]


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
