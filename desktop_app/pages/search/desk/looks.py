"""What the pictures of a search look like, and which parts of them may be what is meant."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.imaging.cut import Box
from core.messages import Sentence
from desktop_app.engine.engine import SearchEngine
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.qt_pictures import to_pillow, to_qimage
from desktop_app.engine.thread import PREVIEW_SIDE
from desktop_app.pages.search.desk.search import Search


class PictureLooks(QObject):
    """Looks at pictures off the GUI thread, and notes it in their searches."""

    learned = Signal(object)
    """The Search of which more is known."""

    def __init__(self, engine: SearchEngine, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._jobs = jobs

    def load(self, search: Search) -> None:
        """Look at a picture that the engine will not show: it is not open yet, or searches several."""
        source = search.query.pictures[0].source
        self._jobs.run(
            lambda _report: to_qimage(self._engine.decode(source), max_side=PREVIEW_SIDE),
            success=lambda preview: self.keep(search, preview),
            failure=lambda failure: self._fail(search, failure),
        )

    def keep(self, search: Search, preview: QImage) -> None:
        """This is what the picture of ``search`` looks like."""
        search.preview = preview
        if search.regions is None:
            search.regions = ()
            self._jobs.run(
                lambda _report: _regions(preview), success=lambda regions: self._keep_regions(search, regions)
            )
        self.learned.emit(search)

    def _fail(self, search: Search, failure: Sentence) -> None:
        search.fail(failure)
        self.learned.emit(search)

    def _keep_regions(self, search: Search, regions: tuple[Box, ...]) -> None:
        search.regions = regions
        self.learned.emit(search)


def _regions(preview: QImage) -> tuple[Box, ...]:
    from core.imaging.regions import propose_regions

    return propose_regions(to_pillow(preview, max_side=512))
