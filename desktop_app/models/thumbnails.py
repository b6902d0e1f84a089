"""Small pictures for lists, read off the GUI thread and kept while there is room."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop_app.jobs import Jobs
from desktop_app.pictures import load_scaled

SIDE = 512
"""Pixels of a kept picture: sharp for the largest place on a screen of double density."""
_KEPT = 300


class Thumbnails(QObject):
    """Hands out what it has at once, fetches the rest, and says when it came."""

    ready = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._coming: set[str] = set()

    def get(self, path: str) -> QPixmap:
        """The picture in ``path``; a null pixmap if it is not here yet or cannot be read."""
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        if path not in self._coming:
            self._coming.add(path)
            self._jobs.run(
                lambda _report: load_scaled(path, SIDE), success=lambda image: self._keep(path, image)
            )
        return QPixmap()

    def _keep(self, path: str, image: QImage) -> None:
        self._coming.discard(path)
        self._kept[path] = QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(path)
