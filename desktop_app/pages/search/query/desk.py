"""What is searched with: keeps the pictures and the words of the search at hand, and asks the engine.

No widgets here. The page tells it what the user did and shows what :attr:`QueryDesk.shown` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from core.answer import Answer
from core.imaging.cut import Box, Cut
from core.messages import Sentence
from desktop_app.engine.engine import Origin, PictureSource, Query, QueryPicture, SearchEngine
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.pictures import to_pillow, to_qimage
from desktop_app.engine.thread import PREVIEW_SIDE, EngineThread
from desktop_app.pages.search.query.model import Asked, QueryModel

LIVE_MS = 40
"""How long a change of a cut or of a word rests before it is searched: a drag asks not for every pixel."""


class QueryDesk(QObject):
    """One search at a time; the newest replaces the one before.

    While a cut is dragged or a word is typed, the engine is asked for the newest state as soon as it has
    answered the one before: the answer follows the hand, and none is begun that nobody will see.
    """

    turned_to = Signal()
    """Another query is on show."""
    learned = Signal()
    """More is known of the query on show: its picture, its answer, its regions."""

    def __init__(
        self, engine: SearchEngine, engine_thread: EngineThread, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._thread = engine_thread
        self._jobs = jobs
        self._ids = count(1)
        self._is_together = False
        self._shop_is_open = False
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(LIVE_MS)
        self._rests.timeout.connect(self._pursue_all)
        self.model = QueryModel(self)
        self.row = -1

    # What is on show

    @property
    def shown(self) -> Asked | None:
        """The query whose answer the window shows."""
        if self.model.words is not None:
            return self.model.words
        return self.model.together if self._is_together else self.picture

    @property
    def picture(self) -> Asked | None:
        """The picture that is chosen in the film strip."""
        return self.model.at(self.row)

    @property
    def is_together(self) -> bool:
        """Whether all pictures are searched as one thing."""
        return self._is_together

    # What the user does

    def search(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Search these pictures, each for itself; whatever was searched before is replaced."""
        queries = [self._query((QueryPicture(source),), origin) for source in sources]
        self._is_together = False
        self.model.words = None
        self.model.start(queries)
        self.row = 0
        for asked in self.model.rows():
            asked.submitted_id = asked.query.id
        self._thread.submit(queries)
        if not self._shop_is_open:
            self._load_preview(queries[0])
        self.turned_to.emit()

    def add(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Further pictures of the thing that is searched: all together are one query from now on."""
        if not self.model.rowCount():
            self.search(sources, origin)
            return
        queries = [self._query((QueryPicture(source),), origin) for source in sources]
        self.model.words = None
        self.row = self.model.rowCount()
        self.model.append(queries)
        for query in queries:
            self._load_preview(query)
        self._is_together = True
        self._ask_together()
        self.turned_to.emit()

    def set_together(self, together: bool) -> None:
        """Search all pictures as one thing, or each for itself."""
        if together == self._is_together or self.model.rowCount() < 2:
            return
        self._is_together = together
        if together:
            self._ask_together()
        else:
            self._pursue_all()
        self.turned_to.emit()

    def choose(self, row: int) -> None:
        """Look at another picture."""
        asked = self.model.at(row)
        if asked is None or row == self.row:
            return
        self.row = row
        self._thread.prefer(asked.query.id)
        if self.shown is asked:
            self.turned_to.emit()
        else:
            self.learned.emit()

    def set_cut(self, cut: Cut) -> None:
        """Search with this part of the chosen picture; what was found stays on show until then."""
        asked = self.picture
        if asked is None or asked.query.pictures[0].cut == cut:
            return
        picture = replace(asked.query.pictures[0], cut=cut)
        asked.query = self._query((picture,), asked.query.origin)
        if self._is_together:
            self._ask_together()
        elif not self._rests.isActive():
            self._rests.start()
        self.learned.emit()

    def search_words(self, text: str) -> None:
        """Search these words, number or barcode; none brings the pictures back."""
        text = " ".join(text.split())
        words = self.model.words
        if not text:
            if words is not None:
                self.model.words = None
                self.turned_to.emit()
            return
        if words is not None and words.query.text == text:
            return
        query = Query(next(self._ids), text=text, origin="text")
        if words is None:
            self.model.words = Asked(query)
            self.turned_to.emit()
        else:
            words.query = query
            self.learned.emit()
        if not self._rests.isActive():
            self._rests.start()

    def clear(self) -> None:
        """Put the search away."""
        self._thread.submit(())
        self._is_together = False
        self.model.words = None
        self.model.start(())
        self.row = -1

    # What became known

    def shop_opened(self) -> None:
        """Queries are answered from now on."""
        self._shop_is_open = True

    def keep_preview(self, query_id: int, preview: QImage) -> None:
        """What a picture looks like."""
        asked = self.model.update(query_id, preview=preview)
        self._tell(asked)
        if asked is not None and asked.regions is None:
            self._propose_regions(asked)

    def keep_answer(self, query_id: int, answer: Answer) -> None:
        """What a query's answer is."""
        self._tell(self.model.update(query_id, answer=answer))
        self._pursue_all()

    def keep_failure(self, query_id: int, failure: Sentence) -> None:
        """Why a query has none."""
        self._tell(self.model.update(query_id, failure=failure))
        self._pursue_all()

    # Inside

    def _query(self, pictures: tuple[QueryPicture, ...], origin: Origin) -> Query:
        return Query(next(self._ids), pictures, origin=origin)

    def _ask_together(self) -> None:
        rows = self.model.rows()
        query = self._query(tuple(asked.query.pictures[0] for asked in rows), rows[0].query.origin)
        if self.model.together is None:
            self.model.together = Asked(query)
        else:
            self.model.together.query = query
        if not self._rests.isActive():
            self._rests.start()

    def _pursue_all(self) -> None:
        """Ask for what was changed since it was asked, but never two at once for one place."""
        rows = () if self._is_together else self.model.rows()
        for asked in (*rows, self.model.together if self._is_together else None, self.model.words):
            if asked is None or asked.query.id == asked.submitted_id:
                continue
            if asked.submitted_id == asked.answered_id:
                asked.submitted_id = asked.query.id
                self._thread.ask_next(asked.query)

    def _tell(self, asked: Asked | None) -> None:
        if asked is not None and asked in (self.shown, self.picture):
            self.learned.emit()

    def _load_preview(self, query: Query) -> None:
        """Show a picture that the engine will not show: it is not open yet, or searches several at once."""
        source = query.pictures[0].source
        self._jobs.run(
            lambda _report: to_qimage(self._engine.decode(source), max_side=PREVIEW_SIDE),
            success=lambda preview: self.keep_preview(query.id, preview),
            failure=lambda failure: self.keep_failure(query.id, failure),
        )

    def _propose_regions(self, asked: Asked) -> None:
        preview = asked.preview
        asked.regions = ()
        self._jobs.run(
            lambda _report: _regions(preview), success=lambda regions: self._keep_regions(asked, regions)
        )

    def _keep_regions(self, asked: Asked, regions: tuple[Box, ...]) -> None:
        asked.regions = regions
        self._tell(asked)


def _regions(preview: QImage) -> tuple[Box, ...]:
    from core.imaging.regions import propose_regions

    return propose_regions(to_pillow(preview, max_side=512))
