"""Filming with the webcam for a search: the sharp frames of a minute at most, kept in memory."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.imaging.films.stills import Still, Stills, as_still
from desktop_app.camera.live_frames import LiveFrames
from desktop_app.camera.sharp_frames import SharpFrames
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.engine.qt_pictures import to_pillow

SECONDS = 60


class WebcamFilming(QObject):
    """One film at a time."""

    moved_on = Signal(int)
    """Each half second: how many seconds are left."""
    filmed = Signal(object)
    """The Stills."""

    def __init__(self, frames: LiveFrames, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._under_way: set[Job] = set()
        self._stills: list[Still] = []
        self._of_ms: int | None = None
        """How long the film became; None while it goes on."""
        self._sharp = SharpFrames(frames, SECONDS, self)
        self._sharp.found.connect(self._keep)
        self._sharp.moved_on.connect(self.moved_on)
        self._sharp.ended.connect(self.finish)

    @property
    def is_on(self) -> bool:
        """Whether it films."""
        return self._sharp.is_on

    @property
    def kept(self) -> int:
        """How many frames were kept so far."""
        return len(self._stills)

    def start(self) -> None:
        """Film from the next frame on."""
        self.drop()
        self._sharp.start()
        self.moved_on.emit(SECONDS)

    def finish(self) -> None:
        """Film no more; what was filmed is told once its last frame is kept."""
        if self.is_on:
            elapsed = self._sharp.elapsed_ms
            self._sharp.stop()
            self._of_ms = elapsed
            self._tell_when_whole()

    def drop(self) -> None:
        """Film no more, and forget it."""
        self._sharp.stop()
        for job in self._under_way:
            job.cancel()
        self._under_way.clear()
        self._stills, self._of_ms = [], None

    def _keep(self, image: QImage, at_ms: int) -> None:
        def kept(still: Still) -> None:
            self._under_way.discard(job)
            self._stills.append(still)
            self._tell_when_whole()

        job = self._jobs.run(lambda _report: as_still(to_pillow(image), at_ms), success=kept)
        self._under_way.add(job)

    def _tell_when_whole(self) -> None:
        if self._of_ms is not None and not self._under_way:
            stills = tuple(sorted(self._stills, key=lambda still: still.at_ms))
            film = Stills(self.tr("Webcam"), stills, self._of_ms)
            self.drop()
            self.filmed.emit(film)
