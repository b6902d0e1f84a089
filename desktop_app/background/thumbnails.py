"""Small pictures for lists: read off the GUI thread, newest wish first, and kept while there is room."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop_app.engine.jobs import Jobs
from desktop_app.engine.qt_pictures import load_scaled

SIDE = 512
"""Pixels of a kept picture: sharp for the largest place on a screen of double density."""
_KEPT_BYTES = 96 * 2**20
_WAITING = 128
"""More than a screen shows. While somebody scrolls, what was asked for longest ago is out of sight again."""
_AT_ONCE = 2
_BATCH = 4

_Key = tuple[str, int]


class Thumbnails(QObject):
    """Hands out what it has at once, fetches the rest, and says when it came."""

    ready = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[_Key, None] = OrderedDict()
        self._coming: set[_Key] = set()
        self._jobs_under_way = 0

    def get(self, path: str, side: int = SIDE) -> QPixmap:
        """The picture in ``path``, its longer side at most ``side`` pixels.

        A null pixmap if it is not here yet, cannot be read, or ``path`` is empty. What waits too long is
        dropped: whoever still shows it asks again when it is painted.
        """
        key = (path, side)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if path and key not in self._coming:
            self._waiting[key] = None
            self._waiting.move_to_end(key)
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            self._fetch()
        return QPixmap()

    def _fetch(self) -> None:
        while self._waiting and self._jobs_under_way < _AT_ONCE:
            batch = [self._waiting.popitem()[0] for _ in range(min(_BATCH, len(self._waiting)))]
            self._coming.update(batch)
            self._jobs_under_way += 1
            self._jobs.run(_loading(tuple(batch)), success=self._on_loaded)

    def _on_loaded(self, images: dict[_Key, QImage]) -> None:
        self._jobs_under_way -= 1
        for key, image in images.items():
            self._keep(key, QPixmap.fromImage(image))
        self._fetch()
        for path in {path for path, _ in images}:
            self.ready.emit(path)

    def _keep(self, key: _Key, pixmap: QPixmap) -> None:
        self._coming.discard(key)
        self._kept[key] = pixmap
        self._bytes += _bytes_of(pixmap)
        while self._bytes > _KEPT_BYTES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _bytes_of(dropped)


def _loading(keys: tuple[_Key, ...]) -> Callable[[object], dict[_Key, QImage]]:
    return lambda _report: {(path, side): load_scaled(path, side) for path, side in keys}


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
