"""Whether the picture of a search shows more than one thing: looked at once the search is answered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from core.imaging.cut import Cut
from core.progress import ReportProgress
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.qt_pictures import to_pillow
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.desk import SearchDesk

_SIDE = 512
_KEPT = 32


class SeveralLooking(QObject):
    """Looks at each picture once, and opens what shows the pieces of one."""

    changed = Signal()
    """What is known of the picture on show may be another."""

    def __init__(self, desk: SearchDesk, jobs: Jobs, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._desk = desk
        self._jobs = jobs
        self._themes = themes
        self._seen: list[tuple[PictureSource, int | None]] = []
        desk.learned.connect(self._look)
        desk.turned_to.connect(self._look)

    @property
    def pieces(self) -> int:
        """How many things the picture on show seems to have; 0 as long as nobody has looked."""
        picture = self._desk.picture
        source = picture.query.pictures[0].source if picture is not None else None
        return next((count or 0 for one, count in self._seen if one is source), 0)

    @property
    def can_open(self) -> bool:
        """Whether there is a picture, and a shop to ask."""
        picture = self._desk.picture
        return self._desk.shop_jobs is not None and picture is not None and not picture.preview.isNull()

    def open(self) -> None:
        """Show all that is in the picture on show."""
        from desktop_app.pages.search.several.dialog import SeveralDialog  # brings what sees pictures

        picture, jobs = self._desk.picture, self._desk.shop_jobs
        if picture is None or jobs is None or not self.can_open:
            return
        part = picture.query.pictures[0]
        dialog = SeveralDialog(
            self._themes, jobs, part.source, picture.preview, part.cut.quarters, self._page
        )
        dialog.piece_opened.connect(self._choose)
        dialog.open()

    def _choose(self, cut: Cut) -> None:
        self._desk.set_cut(cut)
        self.changed.emit()

    def _look(self) -> None:
        """Once the answer stands: a search comes first."""
        picture = self._desk.picture
        if (
            picture is not None
            and picture.is_done
            and not picture.is_settling
            and not picture.preview.isNull()
        ):
            source, preview = picture.query.pictures[0].source, picture.preview
            if all(one is not source for one, _count in self._seen):
                self._seen = [*self._seen[-_KEPT:], (source, None)]
                self._jobs.run(
                    lambda report: _several_in(preview, report),
                    success=lambda count: self._note(source, count),
                )
        self.changed.emit()

    def _note(self, source: PictureSource, count: int) -> None:
        self._seen = [(one, count if one is source else known) for one, known in self._seen]
        self.changed.emit()


def _several_in(preview: QImage, report: ReportProgress) -> int:
    from core.scene.counting import several_in

    return several_in(to_pillow(preview, max_side=_SIDE), report)
