"""The two lists of a film: its time line as pictures in a row, and the products that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from desktop_app.look.tool_tip import plain_tip
from desktop_app.pages.search.desk.film import FRAME, frame

if TYPE_CHECKING:
    from core.filmed.film_answer import Stretch

_ROLE = int(Qt.ItemDataRole.UserRole)


def clock(ms: int) -> str:
    """A place in a film like ``1:05``."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02}"


def span(from_ms: int, to_ms: int) -> str:
    """A piece of a film like ``1:05–1:12``; one time where it lasts no second."""
    return clock(from_ms) if to_ms - from_ms < 1000 else f"{clock(from_ms)}–{clock(to_ms)}"


def _as_icon(picture: QPixmap) -> QIcon:
    """An icon that is not tinted where its row is chosen."""
    shown = QIcon(picture)
    shown.addPixmap(picture, QIcon.Mode.Selected)
    return shown


class TimeLine(QListWidget):
    """The stretches of a film in a row, each with its best frame and its time."""

    chosen = Signal(object)
    """The Stretch on which one has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(FRAME, FRAME))
        self.setGridSize(QSize(FRAME + 28, FRAME + 34))
        self.setFixedHeight(FRAME + 58)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("filmstrip")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)

    def add(self, stretch: Stretch) -> None:
        """One more, at the end."""
        picture = _as_icon(frame(QImage.fromData(stretch.picture)))
        item = QListWidgetItem(picture, span(stretch.from_ms, stretch.to_ms))
        item.setData(_ROLE, stretch)
        item.setToolTip("" if stretch.result is None else plain_tip(stretch.result.title))
        self.addItem(item)
        if self.count() == 1:
            self.setCurrentRow(0)

    def stretches(self) -> list[Stretch]:
        """All that were added."""
        return [self.item(row).data(_ROLE) for row in range(self.count())]

    def show_time(self, ms: int) -> None:
        """Go to the stretch that shows this time."""
        for row, stretch in enumerate(self.stretches()):
            if stretch.from_ms <= ms <= stretch.to_ms:
                self.setCurrentRow(row)
                return

    def _on_current(self, current: QListWidgetItem | None, _previous: QListWidgetItem | None) -> None:
        if current is not None:
            self.scrollToItem(current)
            self.chosen.emit(current.data(_ROLE))


@dataclass(frozen=True, slots=True)
class Row:
    """One product of a film: two lines, a picture, and where in the film a click leads."""

    title: str
    details: str
    picture: QPixmap
    at_ms: int


class ProductList(QListWidget):
    """What the film shows, or how many of it were counted."""

    time_chosen = Signal(int)
    """Milliseconds of the film."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(FRAME, FRAME))
        self.setProperty("kind", "ticks")
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these; the row that one was on stays the one."""
        row = self.currentRow()
        self.clear()
        for one in rows:
            item = QListWidgetItem(_as_icon(one.picture), f"{one.title}\n{one.details}")
            item.setData(_ROLE, one.at_ms)
            item.setToolTip(plain_tip(one.title))
            self.addItem(item)
        self.setCurrentRow(row)

    def _tell(self, item: QListWidgetItem) -> None:
        self.time_chosen.emit(item.data(_ROLE))
