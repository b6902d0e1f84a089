"""The webcam of the search page: comes and goes, gives stills, and reads barcodes while it is live."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget

from core.messages import Sentence
from desktop_app.background.preferences import Preferences
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.engine.qt_pictures import to_pillow
from desktop_app.look.theme import ThemeSwitch

if TYPE_CHECKING:
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.camera.camera_view import CameraPage
    from desktop_app.camera.live_frames import LiveReader
    from desktop_app.pages.search.intake.filming import WebcamFilming

Words = Callable[[], tuple[str, str]]
"""A headline and a line below it, in the language of now."""


class SearchCamera(QObject):
    """Puts its page into ``stack`` at the first use: QtMultimedia is imported then, not before."""

    taken = Signal(QImage)
    """A still, or the frame in which a barcode was read."""
    filmed = Signal(object)
    """The Stills of a film."""
    left = Signal()
    presence_changed = Signal(bool)
    problem = Signal(object)
    """:data:`Words` that say what is wrong."""

    def __init__(
        self,
        stack: QStackedWidget,
        themes: ThemeSwitch,
        jobs: Jobs,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._themes = themes
        self._jobs = jobs
        self._preferences = preferences
        self._watch: CameraWatch | None = None
        self._page: CameraPage | None = None
        self._reader: LiveReader | None = None
        self.filming: WebcamFilming | None = None
        self._read_before = ""

    @property
    def is_shown(self) -> bool:
        """Whether its page is on show."""
        return self._page is not None and self._stack.currentWidget() is self._page

    def set_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self._watch = watch
        watch.changed.connect(self._on_changed)
        self._on_changed()

    def open(self) -> bool:
        """Show the live picture; False where there is no camera."""
        if self._watch is None or not self._watch.names():
            return False
        if self._page is None:
            self._page = self._make_page(self._watch)
        self._read_before = ""
        self._stack.setCurrentWidget(self._page)
        settings = self._preferences.settings
        self._page.set_sounds(settings.sounds)
        self._page.start(settings.camera)
        if self._reader is not None:
            self._reader.start()
        return True

    def stop(self) -> None:
        """Let go of the camera."""
        if self._reader is not None:
            self._reader.stop()
        if self.filming is not None:
            self.filming.drop()
        if self._page is not None:
            self._page.stop()

    def _make_page(self, watch: CameraWatch) -> CameraPage:
        from desktop_app.camera.camera_view import CameraPage
        from desktop_app.camera.live_frames import LiveReader
        from desktop_app.pages.search.intake.filming import WebcamFilming

        page = CameraPage(self._themes, watch, self._stack)
        page.taken.connect(self.taken)
        page.left.connect(self.left)
        page.failed.connect(self._on_failed)
        page.camera_chosen.connect(self._on_chosen)
        page.sounds_chosen.connect(self._on_sounds_chosen)
        self._reader = LiveReader(page.frames, self._read, self)
        self._reader.found.connect(self._on_code)
        self.filming = WebcamFilming(page.frames, self._jobs, self)
        self.filming.moved_on.connect(page.show_filming)
        self.filming.filmed.connect(self.filmed)
        page.film_wanted.connect(self._film)
        self._stack.addWidget(page)
        return page

    def _film(self, on: bool) -> None:
        if self.filming is None or self._reader is None:
            return
        if on:
            self._reader.stop()  # a barcode that comes by ends no film
            self.filming.start()
        else:
            self.filming.finish()

    def _read(
        self, frame: QImage, found: Callable[[object], None], failed: Callable[[Sentence], None]
    ) -> Job:
        return self._jobs.run(lambda _report: read_code(frame), success=found, failure=failed)

    def _on_code(self, code: str, frame: QImage) -> None:
        """Two frames must say the same: one frame may be misread, two are not misread alike."""
        if code != self._read_before:
            self._read_before = code
            return
        self.taken.emit(frame)

    def _on_chosen(self, name: str) -> None:
        self._preferences.change(replace(self._preferences.settings, camera=name))

    def _on_sounds_chosen(self, on: bool) -> None:
        self._preferences.change(replace(self._preferences.settings, sounds=on))

    def _on_changed(self) -> None:
        names = self._watch.names() if self._watch is not None else []
        self.presence_changed.emit(bool(names))
        if not names and self.is_shown:
            self.stop()
            self.problem.emit(
                lambda: (self.tr("The webcam was unplugged"), self.tr("Plug it in again, or open a picture."))
            )

    def _on_failed(self, reason: str) -> None:
        self.stop()
        self.problem.emit(
            lambda: (
                self.tr("The webcam gives no picture"),
                self.tr(
                    "The system says: {reason}. Close other programs that use it, allow Snapshelf to use "
                    "it in the system's settings, or plug it in again."
                ).format(reason=reason.rstrip(".")),
            )
        )


def read_code(frame: QImage) -> str | None:
    """The barcode in a frame; None without one. Made for a worker thread."""
    from core.catalog.barcodes.written import clean_barcode
    from core.imaging.barcode_reading import READ_SIDE, read_barcodes

    reads = read_barcodes(to_pillow(frame, max_side=READ_SIDE))
    return next((clean_barcode(read.code) for read in reads if read.is_sure), None)
