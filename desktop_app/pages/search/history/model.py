"""The last searches as a list: what was searched with, what came of it, and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from core.answer import Verdict
from desktop_app.look.icons import paint_icon
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import SMOOTH
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.film import FRAME, frame
from desktop_app.pages.search.desk.history import Visit, outcome_of

VISIT_ROLE = int(Qt.ItemDataRole.UserRole)
_GLASS, _GAP, _RADIUS = 24, 8, 10.0


class HistoryModel(QAbstractListModel):
    """Rows are visits, the newest first, as they were when the list was opened."""

    def __init__(self, themes: ThemeSwitch, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._visits: tuple[Visit, ...] = ()
        self._pictures: dict[int, QPixmap] = {}
        """By row: they are asked for at every movement of the pointer."""

    def show_visits(self, visits: Sequence[Visit]) -> None:
        """List these, the oldest of which comes first."""
        self.beginResetModel()
        self._visits = tuple(reversed(visits))
        self._pictures.clear()
        self.endResetModel()

    def row_of(self, visit: Visit | None) -> int:
        """Where it stands; -1 if it does not."""
        return self._visits.index(visit) if visit in self._visits else -1

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many searches; a list has no children."""
        return 0 if parent.isValid() else len(self._visits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Two lines beside the picture."""
        if not index.isValid():
            return None
        visit = self._visits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._outcome(visit)}\n{self._details(visit)}"
        if role == Qt.ItemDataRole.DecorationRole:
            if index.row() not in self._pictures:
                self._pictures[index.row()] = self._picture(visit)
            return self._pictures[index.row()]
        return visit if role == VISIT_ROLE else None

    def _picture(self, visit: Visit) -> QPixmap:
        if visit.words is not None:
            return _framed(self._themes)
        shown = visit.search
        is_seen = shown is not None and not shown.preview.isNull()
        preview = shown.preview if shown is not None and is_seen else visit.pictures[0].preview
        return _framed(self._themes, frame(preview))

    def _outcome(self, visit: Visit) -> str:
        search = visit.search or visit.pictures[0]
        if search.query.text:
            return self.tr("“{text}”").format(text=search.query.text)
        if search.failure is not None:
            return self.tr("It could not be searched")
        verdict, title = outcome_of(visit)
        if not verdict:
            return self.tr("Not answered yet")
        if verdict == Verdict.UNKNOWN or not title:
            return self.tr("Not in this shop")
        return title if verdict == Verdict.MATCH else self.tr("Perhaps {title}").format(title=title)

    def _details(self, visit: Visit) -> str:
        locale, since = QLocale(), visit.since
        is_today = since.date() == QDate.currentDate()
        when = (
            locale.toString(since.time(), QLocale.FormatType.ShortFormat)
            if is_today
            else locale.toString(since, QLocale.FormatType.ShortFormat)
        )
        if len(visit.pictures) > 1 and visit.words is None:
            several = self.tr("%n picture(s)", "", len(visit.pictures))
            return f"{several} · {when}"
        return f"{visit.pictures[0].query.name} · {when}" if visit.words is None else when


def _framed(themes: ThemeSwitch, picture: QPixmap | None = None) -> QPixmap:
    """The picture, or the glass of words, with rounded corners and room on its right."""
    made = QPixmap(2 * (FRAME + _GAP), 2 * FRAME)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    place = QRectF(0, 0, FRAME, FRAME)
    shape = QPainterPath()
    shape.addRoundedRect(place, _RADIUS, _RADIUS)
    painter = QPainter(made)
    painter.setRenderHints(SMOOTH)
    painter.fillPath(shape, QColor(themes.colours.raised))
    if picture is None:
        inset = (FRAME - _GLASS) / 2
        paint_icon(painter, place.adjusted(inset, inset, -inset, -inset), "search", themes.colours.muted)
    elif not picture.isNull():
        painter.setClipPath(shape)
        painter.drawPixmap(place, picture, QRectF(picture.rect()))
    painter.end()
    return made
