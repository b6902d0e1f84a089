"""The platform's file dialog, which opens where the user was last for the same purpose.

Whoever asks for a file says what for. The window that the dialog belongs to remembers the folders
(:class:`FilePlaces`); without one, the dialog begins where the platform keeps such files.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

Purpose = Literal["tables", "pictures", "shelves", "shops", "backups", "exports", "networks"]

_Standard = QStandardPaths.StandardLocation
_FIRST: Mapping[Purpose, QStandardPaths.StandardLocation] = {
    "pictures": _Standard.PicturesLocation,
    "shelves": _Standard.PicturesLocation,
}


class FilePlaces(QObject):
    """The folders that were used last, by purpose; a child of the window that they belong to."""

    changed = Signal(object)
    """The folders of now, dict[str, str]."""

    def __init__(self, folders: Mapping[str, str], window: QWidget) -> None:
        super().__init__(window)
        self._folders = dict(folders)

    def folder(self, purpose: Purpose) -> str:
        """Where the user was last; "" if nowhere yet."""
        return self._folders.get(purpose, "")

    def remember(self, purpose: Purpose, folder: Path) -> None:
        """The user was there."""
        if self._folders.get(purpose) != str(folder):
            self._folders[purpose] = str(folder)
            self.changed.emit(dict(self._folders))


class FileDialog(QFileDialog):
    """As Qt's own, for one use: :meth:`open` it."""

    def __init__(self, parent: QWidget, title: str, purpose: Purpose, first: Path | None = None) -> None:
        """``first`` is where it opens as long as the user was nowhere else for this purpose."""
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Where the platform has no dialog of its own; Qt's translations lack these two.
        self.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        self.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        self._purpose = purpose
        self._places = _places_of(parent)
        start = self._places.folder(purpose) if self._places is not None else ""
        standard = QStandardPaths.writableLocation(_FIRST.get(purpose, _Standard.DocumentsLocation))
        self.setDirectory(start or (str(first) if first is not None else "") or standard or str(Path.home()))
        self.filesSelected.connect(self._remember)

    def _remember(self, files: list[str]) -> None:
        """A folder's own place is the one that it lies in: its neighbours are wanted next."""
        if files and self._places is not None:
            self._places.remember(self._purpose, Path(files[0]).parent)


def _places_of(widget: QWidget | None) -> FilePlaces | None:
    while widget is not None:
        found = widget.findChild(FilePlaces, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(found, FilePlaces):
            return found
        widget = widget.parentWidget()
    return None
