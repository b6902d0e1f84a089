"""Keeps the last searches for the next time the window is opened, where the user wants that."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from core.answer import AskedText
from core.errors import KnownError
from desktop_app.engine.engine import PictureSource, Query, QueryPicture
from desktop_app.engine.jobs import Jobs, Lane
from desktop_app.engine.qt_pictures import to_qimage
from desktop_app.engine.shop_engine import decode_picture
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.film import FRAME
from desktop_app.pages.search.desk.history import Visit, outcome_of
from desktop_app.pages.search.desk.search import Search

if TYPE_CHECKING:
    from core.search.past_searches import PastPicture, PastSearch
    from core.shop.shop import Shop
    from desktop_app.background.preferences import Preferences
    from desktop_app.engine.shop_jobs import ShopJobs

LOOKED_AT_MS = 1500
"""So long an answer is on show before the search is kept."""

_log = logging.getLogger(__name__)

_Read = list[tuple["PastSearch", list[tuple[PictureSource, QImage]]]]


class HistoryKeeper(QObject):
    """Of the shop in ``shop``. With the setting off nothing is kept, and what was kept before is deleted."""

    came_back = Signal()
    """Earlier searches are in the history now."""

    def __init__(
        self,
        desk: SearchDesk,
        jobs: Jobs,
        shop_jobs: ShopJobs,
        preferences: Preferences,
        shop: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._shop_jobs = shop_jobs
        self._preferences = preferences
        self._shop = shop
        self._rests = QTimer(self, singleShot=True, interval=LOOKED_AT_MS)
        self._rests.timeout.connect(self._keep)
        desk.turned_to.connect(self._rests.stop)
        desk.turned_to.connect(self._look)
        desk.learned.connect(self._look)

    def begin(self) -> None:
        """The window was opened: bring the last searches back, or forget those that may not stay."""
        if self._preferences.settings.keep_last_searches:
            self._jobs.run(lambda _report: _read(self._shop), success=self._bring_back)
        else:
            self._jobs.run(lambda _report: _forget(), success=lambda _: None, lane=Lane.WRITING)

    def _look(self) -> None:
        visit = self._desk.history.at_hand
        is_answered = visit is not None and visit.search is not None and visit.search.answer is not None
        if is_answered and not self._rests.isActive():
            self._rests.start()

    def _keep(self) -> None:
        visit = self._desk.history.at_hand
        if visit is None or not self._preferences.settings.keep_last_searches:
            return
        words = visit.words.query.text if visit.words is not None else ""
        pictures = () if words else tuple(search.query.pictures[0] for search in visit.pictures)
        since, together, outcome = _key(visit), visit.is_together, outcome_of(visit)
        self._shop_jobs.run(
            lambda shop, _report: _write(shop, since, words, pictures, together, outcome),
            success=lambda _: None,
            failure=lambda failure: _log.warning("A search is not kept: %s", failure.text),
            lane=Lane.WRITING,
        )

    def _bring_back(self, read: _Read) -> None:
        visits = [self._visit(past, pictures) for past, pictures in read]
        self._desk.history.put_before(visits)
        self.came_back.emit()

    def _visit(self, past: PastSearch, pictures: list[tuple[PictureSource, QImage]]) -> Visit:
        searches = []
        for (source, preview), picture in zip(pictures, past.pictures, strict=True):
            search = Search(Query(self._desk.new_id(), (QueryPicture(source, picture.cut),)))
            search.preview = preview
            searches.append(search)
        words = Search(Query(self._desk.new_id(), AskedText(past.text), "text")) if past.text else None
        since = QDateTime.fromString(past.since, Qt.DateFormat.ISODateWithMs)
        row = 0 if searches else -1
        return Visit(tuple(searches), row, None, past.together, words, since, past.verdict, past.outcome)


def _key(visit: Visit) -> str:
    return visit.since.toString(Qt.DateFormat.ISODateWithMs)


def _read(shop: Path) -> _Read:
    from core.search.past_searches import folder_of, read_past

    read: _Read = []
    for past in read_past(folder_of(shop)):
        with contextlib.suppress(KnownError, OSError):  # damaged, or deleted meanwhile: one fewer
            read.append((past, [_picture(picture) for picture in past.pictures]))
    return read


def _picture(picture: PastPicture) -> tuple[PictureSource, QImage]:
    source = PictureSource(picture.name, data=picture.path.read_bytes())
    return source, to_qimage(decode_picture(source, 2 * FRAME), max_side=2 * FRAME)


def _write(
    shop: Shop,
    since: str,
    words: str,
    pictures: tuple[QueryPicture, ...],
    together: bool,
    outcome: tuple[str, str],
) -> None:
    from core.search.past_searches import MOST, PastPicture, PastSearch, folder_of, keep_past
    from desktop_app.engine.decoded_pictures import WHOLE_SIDE

    pictures = pictures[:MOST]
    named = tuple(PastPicture(picture.source.name, Path(), picture.cut) for picture in pictures)
    images = [shop.faces.keepable(decode_picture(picture.source, WHOLE_SIDE)).image for picture in pictures]
    keep_past(folder_of(shop.folder), PastSearch(since, words, named, together, *outcome), images)


def _forget() -> None:
    from core.search.past_searches import forget_past

    forget_past()
