"""The engine behind a QThread: the window submits queries, answers come back as queued signals."""

import logging
import time
import traceback
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from core.answer import Answer, Asked, Seen, SeenPicture
from core.errors import Cancelled, KnownError
from core.messages import Sentence, message
from core.progress import Progress
from desktop_app.engine.engine import Query, QueryPicture, SearchEngine
from desktop_app.engine.mailbox import QueryMailbox
from desktop_app.engine.qt_pictures import to_qimage

_log = logging.getLogger(__name__)

PREVIEW_SIDE = 1024
"""Pixels of the longer side of the picture that the window shows; sharp at twice the panel's size."""

_OUR_FAULT = message("core", "Something went wrong in the program. Search again, or start it again.")

_IDLE_MS = 300
"""Before a piece of work that nobody waits for: the processors are left to the window most of the time."""


class EngineSignals(QObject):
    """What the engine tells the window. Connect slots of objects that live on the GUI thread."""

    opened = Signal(object)
    """ShopFacts: the shop is open and can be searched."""
    not_opened = Signal(object)
    """Sentence: why the shop cannot be opened."""
    progress = Signal(object)
    """core.progress.Progress of the opening."""
    picture_decoded = Signal(int, QImage)
    """The picture of a query that has one, whole; as small as the window needs it."""
    answered_first = Signal(int, object)
    """core.answer.Answer of the query by what is quick; a closer look settles it soon."""
    answered = Signal(int, object)
    """core.answer.Answer of the query."""
    failed = Signal(int, object)
    """Sentence: why the query has no answer."""
    bug = Signal(str)
    """A traceback: something that must not happen."""


class _Worker(QObject):
    """Lives on the engine thread and owns the engine there."""

    wake = Signal()

    def __init__(self, engine: SearchEngine, mailbox: QueryMailbox, signals: EngineSignals) -> None:
        super().__init__()
        self._engine = engine
        self._mailbox = mailbox
        self._signals = signals
        self._is_open = False
        self.stopping = False
        self.wake.connect(self.work, Qt.ConnectionType.QueuedConnection)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)  # goes to the thread with its parent
        self._idle.timeout.connect(self.prepare)

    @Slot()
    def open(self) -> None:
        """Open the shop; then answer whatever was asked meanwhile."""
        try:
            facts = self._engine.open(self._report)
        except Cancelled:
            return
        except KnownError as error:
            self._signals.not_opened.emit(error.sentence)
            return
        except Exception:
            self._signals.bug.emit(traceback.format_exc())
            return
        self._is_open = True
        self._signals.opened.emit(facts)
        self.wake.emit()

    @Slot()
    def work(self) -> None:
        """Answer the next query; one a call, so that the thread's event loop hears a request to end."""
        if not self._is_open or self.stopping:
            return
        query = self._mailbox.take()
        if query is None:
            self._idle.start()
            return
        try:
            self._answer(query)
        except Cancelled:
            _log.debug("query %d is not wanted any more", query.id)
        except KnownError as error:
            if self._mailbox.is_wanted(query.id):
                self._signals.failed.emit(query.id, error.sentence)
        except Exception:
            self._signals.bug.emit(traceback.format_exc())
            if self._mailbox.is_wanted(query.id):  # whoever waits for it must not wait for ever
                self._signals.failed.emit(query.id, Sentence(_OUR_FAULT))
        self.wake.emit()

    @Slot()
    def prepare(self) -> None:
        """While nobody asks: one piece of what makes later searches quicker, and a pause after it."""
        if not self._is_open or self.stopping:
            return
        try:
            if self._engine.prepare_next():
                self._idle.start()
        except KnownError as error:  # nobody asked; a search will tell
            _log.info("Nothing can be prepared: %s", error)
        except Exception:
            self._signals.bug.emit(traceback.format_exc())

    def close(self) -> None:
        """Free the engine on the thread that made it."""
        self._idle.stop()
        try:
            self._engine.close()
        except Exception:
            _log.exception("The engine did not close cleanly")

    def _answer(self, query: Query) -> None:
        """Look at what nobody has looked at yet, and answer; given up as soon as nobody wants it any more.

        What is asked anew has an answer on show, which is replaced once: by the settled one.
        """
        asked: Asked
        is_new = any(picture.seen is None for picture in query.pictures) and query.feedback.is_empty
        if isinstance(query.asked, tuple):
            seen = []
            for picture in query.asked:
                seen.append(self._see(query, picture))
                if not self._wanted(query):
                    return
            asked = Seen(tuple(seen), query.beside)
        else:
            asked = query.asked
        first = partial(self._tell_first, query) if is_new else None
        wanted = partial(self._is_to_be_settled if is_new else self._wanted, query)
        answer = self._engine.answer(asked, query.filter_, query.feedback, first, wanted)
        if self._wanted(query):
            self._signals.answered.emit(query.id, answer)

    def _tell_first(self, query: Query, answer: Answer) -> None:
        if self._wanted(query):
            self._signals.answered_first.emit(query.id, answer)

    def _is_to_be_settled(self, query: Query) -> bool:
        return not self.stopping and self._mailbox.is_to_be_settled(query.id)

    def _see(self, query: Query, picture: QueryPicture) -> SeenPicture:
        if picture.seen is not None and self._engine.holds(picture.seen):
            return picture.seen
        start = time.perf_counter()
        image = self._engine.cut(picture)
        decode_ms = (time.perf_counter() - start) * 1000
        if picture.cut.is_whole and len(query.pictures) == 1 and self._wanted(query):
            self._signals.picture_decoded.emit(query.id, to_qimage(image, max_side=PREVIEW_SIDE))
        return replace(self._engine.see(image), decode_ms=decode_ms)

    def _wanted(self, query: Query) -> bool:
        return not self.stopping and self._mailbox.is_wanted(query.id)

    def _report(self, progress: Progress) -> bool:
        self._signals.progress.emit(progress)
        return not self.stopping


class EngineThread(QThread):
    """Owns the thread, its worker and the way to both. Lives on the GUI thread, as every QThread object."""

    def __init__(self, engine: SearchEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("engine")
        self.signals = EngineSignals(self)
        self._mailbox = QueryMailbox()
        self._worker = _Worker(engine, self._mailbox, self.signals)
        self._worker.moveToThread(self)
        # Queued: the slot must run inside run(). Called before it, by Qt itself, Python would take the thread
        # for a passing one and tear down its thread-local state, SQLite connections and all, after each slot.
        self.started.connect(self._worker.open, Qt.ConnectionType.QueuedConnection)

    def run(self) -> None:
        """The thread's own event loop; the engine is closed at its end, still on this thread."""
        self.exec()
        self._worker.close()

    def submit(self, queries: Sequence[Query]) -> None:
        """Answer these; everything submitted before is dropped."""
        self._mailbox.replace(queries)
        self._worker.wake.emit()

    def ask_next(self, query: Query, instead_of: int | None = None) -> None:
        """Answer ``query`` before what waits, which stays; the one that it is instead of is not settled."""
        self._mailbox.put_first(query, instead_of)
        self._worker.wake.emit()

    def hurry(self, query_id: int) -> None:
        """Answer this one by what is quick alone: another one will be asked instead of it."""
        self._mailbox.hurry(query_id)

    def prefer(self, query_id: int) -> None:
        """Answer this one of the submitted ones next."""
        self._mailbox.prefer(query_id)

    def stop(self, timeout_ms: int = 5000) -> bool:
        """Drop what waits and end the thread. False if it did not end within ``timeout_ms``."""
        self._worker.stopping = True
        self._mailbox.replace(())
        self.quit()
        return not self.isRunning() or self.wait(timeout_ms)
