"""How pictures come into a search: files, the clipboard, a drop, the webcam; as a new search or added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from core.imaging.picture_kinds import FILM_ENDINGS, PICTURE_ENDINGS, is_film
from desktop_app.engine.engine import Origin, PictureSource
from desktop_app.engine.picture_mime import Refusal, may_hold_pictures, pictures_in
from desktop_app.pages.search.actions import SearchActions
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.intake.camera import SearchCamera
from desktop_app.widgets.clipboard import clipboard_mime
from desktop_app.widgets.file_dialog import FileDialog

if TYPE_CHECKING:
    from core.imaging.films.stills import Stills

_ENDINGS = " ".join(f"*{ending}" for ending in (*PICTURE_ENDINGS, *FILM_ENDINGS))


class PictureIntake(QObject):
    """Gives pictures to ``desk``; whatever comes in lets go of the webcam. Anywhere on ``page`` they drop."""

    film_given = Signal(object, int)
    """A film, and how many other files came with it."""
    hovered = Signal(bool)
    """Whether something is held over the page that may hold pictures."""
    refused = Signal(object)
    """Words, as a function, for why there is no picture in what was given."""

    def __init__(self, desk: SearchDesk, camera: SearchCamera, acts: SearchActions, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._camera = camera
        self._page = page
        self._adds = False  # whether the webcam's next picture is a further one of the same thing
        camera.taken.connect(self._on_taken)
        camera.filmed.connect(self._on_filmed)
        for act, add_act, take in (
            (acts.open, acts.add_open, self._ask_for_files),
            (acts.paste, acts.add_paste, self._paste),
            (acts.camera, acts.add_camera, self.use_camera),
        ):
            act.triggered.connect(lambda _checked=False, way=take: way())
            add_act.triggered.connect(lambda _checked=False, way=take: way(adds=True))
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def search(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Search these pictures now; whatever was searched before is replaced."""
        if sources and not self._is_for_film(sources):
            self.leave_camera()
            self._desk.search(sources, origin)

    def add(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Search with these pictures too, as pictures of the same thing."""
        if not self._is_for_film(sources):
            self.leave_camera()
            self._desk.add(sources, origin)

    def take_mime(self, mime: QMimeData) -> None:
        """Search what was dropped or pasted, or say why it cannot be."""
        found = pictures_in(mime, self.tr("Picture"))
        if not isinstance(found, Refusal):
            self._take_in(found, "file" if found[0].path is not None else "clipboard")
        else:
            self.refused.emit(lambda: _refusal_words(found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what may hold pictures when it is dragged over the page and dropped there."""
        if isinstance(event, QDragEnterEvent):
            if may_hold_pictures(event.mimeData()):
                event.acceptProposedAction()
                self.hovered.emit(True)
        elif isinstance(event, QDragMoveEvent):
            event.acceptProposedAction()
        elif isinstance(event, QDropEvent):
            self.hovered.emit(False)
            event.acceptProposedAction()
            self.take_mime(event.mimeData())
        else:
            if event.type() == QEvent.Type.DragLeave:
                self.hovered.emit(False)
            return super().eventFilter(watched, event)
        return True

    def use_camera(self, *, adds: bool = False) -> None:
        """Show the webcam's live picture."""
        self._adds = self._camera.open() and adds

    def leave_camera(self) -> None:
        """Let go of the webcam."""
        self._adds = False
        self._camera.stop()

    def _is_for_film(self, sources: Sequence[PictureSource]) -> bool:
        """Whether there is a film among them, which is then looked at, and it alone."""
        films = [source.path for source in sources if source.path is not None and is_film(source.path.name)]
        if films:
            self.leave_camera()
            self.film_given.emit(films[0], len(sources) - 1)
        return bool(films)

    def _ask_for_files(self, *, adds: bool = False) -> None:
        _ask_for_pictures(self._page, self.add if adds else self.search)

    def _paste(self, *, adds: bool = False) -> None:
        self._adds = adds
        self.take_mime(clipboard_mime())
        self._adds = False

    def _on_taken(self, image: QImage) -> None:
        self._take_in([PictureSource(self.tr("Webcam"), pixels=image)], "camera")

    def _on_filmed(self, film: Stills) -> None:
        self.leave_camera()
        self.film_given.emit(film, 0)

    def _take_in(self, sources: Sequence[PictureSource], origin: Origin) -> None:
        if self._adds:
            self.add(sources, origin)
        else:
            self.search(sources, origin)


def _ask_for_pictures(parent: QWidget, take: Callable[[Sequence[PictureSource]], None]) -> None:
    """Let the user choose picture files; ``take`` gets them, nothing if none were chosen."""
    dialog = FileDialog(
        parent, QCoreApplication.translate("SearchPage", "Choose pictures or a film"), "pictures"
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    pictures = QCoreApplication.translate("SearchPage", "Pictures and films")
    everything = QCoreApplication.translate("SearchPage", "All files")
    dialog.setNameFilters([f"{pictures} ({_ENDINGS})", f"{everything} (*)"])
    dialog.filesSelected.connect(
        lambda files: take([PictureSource(Path(file).name, path=Path(file)) for file in files])
    )
    dialog.open()


def _refusal_words(refusal: Refusal) -> tuple[str, str]:
    """A headline and a line below it, in the language of now."""
    if refusal is Refusal.ONLINE:
        return (
            QCoreApplication.translate("SearchPage", "This picture is on the internet"),
            QCoreApplication.translate(
                "SearchPage",
                "Snapshelf works offline and fetches nothing. Save the picture on this computer first, or "
                "copy the picture itself and paste it here.",
            ),
        )
    return (
        QCoreApplication.translate("SearchPage", "There is no picture in it"),
        QCoreApplication.translate(
            "SearchPage", "Drop or paste a picture file, or a picture copied from another program."
        ),
    )
