"""The card that asks for a walk through the shop: how to, how many there are, what is under way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from core.imaging.picture_kinds import FILM_ENDINGS, PICTURE_ENDINGS
from core.messages import Sentence
from core.progress import Progress
from desktop_app.look.forget_words import unlabelled_question
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.look.wording import together
from desktop_app.pages.learning.walk.runner import WalkRunner
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.question import ask

if TYPE_CHECKING:
    from core.catalog.photos.unlabelled import UnlabelledCounts
    from core.ingest.unlabelled.adding import WalkReport
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.pages.learning.walk.filming import FilmingDialog


class WalkCard(Translated, QFrame):
    """Takes what is dropped on it, too."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAcceptDrops(True)
        self._services = services
        self._watch: CameraWatch | None = None
        self._counts: UnlabelledCounts | None = None
        self._may = False
        self._said: Callable[[], str] = lambda: ""
        self.runner = WalkRunner(services.shop_jobs, self)
        themes = services.themes
        self._title, self._words = text_label("strong"), text_label("muted", wrap=True)
        self.state = text_label("body", wrap=True)
        self.photos_button = IconButton(themes, "picture", "plain", self)
        self.folder_button = IconButton(themes, "folder", "plain", self)
        self.film_button = IconButton(themes, "camera", "plain", self)
        self.stop_button = IconButton(themes, "close", "plain", self)
        self.forget_button = IconButton(themes, "remove", "quiet", self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.photos_button, self.folder_button, self.film_button, self.stop_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.forget_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in (self._title, self._words, self.state):
            column.addWidget(widget)
        column.addLayout(row)
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Count anew."""
        self.runner.count()

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self._watch = watch
        watch.changed.connect(self.retranslate)
        self.retranslate()

    def take(self, paths: Sequence[Path]) -> None:
        """Take files, folders and films."""
        if paths and self._may:
            self.runner.start(paths)

    def film(self) -> FilmingDialog | None:
        """Film with the webcam; None where there is none."""
        from desktop_app.pages.learning.walk.filming import FilmingDialog

        device = self._watch.device(self._services.preferences.settings.camera) if self._watch else None
        if device is None:
            return None
        dialog = FilmingDialog(self._services, self.window())
        dialog.finished.connect(lambda _result: self._on_filmed(dialog.taken))
        dialog.open_on(device)
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome while nothing is under way."""
        if self._may and not self.runner.is_running and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        event.acceptProposedAction()
        self.take(_files(event))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        running = self.runner.is_running
        self._title.setText(self.tr("Walk through the shop"))
        self._words.setText(
            self.tr(
                "Film or photograph your shelves for two minutes; nobody needs to say what is what. The "
                "next lesson learns from it how your products look here. Drop films, photos or a folder, "
                "or choose them."
            )
        )
        self.photos_button.setText(self.tr("Choose photos or films…"))
        self.folder_button.setText(self.tr("Choose a folder…"))
        self.film_button.setText(self.tr("Film with the webcam"))
        self.stop_button.setText(self.tr("Stop"))
        self.forget_button.setText(self.tr("Forget all…"))
        for button in (self.photos_button, self.folder_button, self.film_button):
            button.setVisible(not running)
            button.setEnabled(self._may)
        self.film_button.setEnabled(self._may and self._watch is not None and bool(self._watch.names()))
        self.stop_button.setVisible(running)
        total = self._counts.total if self._counts is not None else 0
        self.forget_button.setVisible(self._may and total > 0 and not running)
        self.state.setText(self._said() or self._count_in_words())
        self.state.setVisible(bool(self.state.text()))

    # What happens

    def _on_counted(self, counts: UnlabelledCounts, may: bool) -> None:
        self._counts, self._may = counts, may
        self.retranslate()

    def _on_began(self) -> None:
        self._say(lambda: self.tr("Looking…"))

    def _on_progress(self, progress: Progress) -> None:
        if self.runner.is_running:
            locale = QLocale()
            self._say(
                lambda: self.tr("{stage}: {done} of {total}").format(
                    stage=core_text(progress.stage),
                    done=locale.toString(progress.done),
                    total=locale.toString(progress.total),
                )
            )

    def _on_ended(self, report: WalkReport | None) -> None:
        self._say((lambda: self._report_in_words(report)) if report is not None else (lambda: ""))

    def _on_failed(self, failure: Sentence) -> None:
        self._say(lambda: in_words(failure))

    def _on_filmed(self, taken: int) -> None:
        self._say(lambda: self.tr("%n view(s) were looked at.", "", taken))
        self.refresh()

    def _on_forget(self) -> None:
        counts = self._counts
        if counts is None:
            return
        question = unlabelled_question(counts.searches, counts.pictures + counts.frames)
        role = QMessageBox.ButtonRole.DestructiveRole
        ask(self.window(), question, self.tr("Forget all"), self.runner.forget, role)

    def _say(self, words: Callable[[], str]) -> None:
        self._said = words
        self.retranslate()

    # Words

    def _report_in_words(self, report: WalkReport) -> str:
        text = self.tr("%n photo(s) are new.", "", report.added)
        if report.known + report.alike:
            text = together(text, self.tr("%n showed what others show.", "", report.known + report.alike))
        if report.skipped:
            first = report.skipped[0]
            text = together(text, self.tr("%n could not be taken:", "", len(report.skipped)))
            text = together(text, in_words(first.reason))
        return together(text, self._count_in_words())

    def _count_in_words(self) -> str:
        counts = self._counts
        if counts is None or not counts.total:
            return ""
        locale = QLocale()
        return self.tr("Until now: {walked} from walks, {searched} from searches.").format(
            walked=locale.toString(counts.pictures + counts.frames), searched=locale.toString(counts.searches)
        )

    # Choosing

    def _stop(self) -> None:
        self.runner.stop()
        self._say(lambda: self.tr("Stopping…"))

    def _choose_files(self) -> None:
        dialog = FileDialog(self, self.tr("Choose photos and films of your shelves"), "shelves")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{ending}" for ending in (*PICTURE_ENDINGS, *FILM_ENDINGS))
        kind = self.tr("Photos and films")
        dialog.setNameFilters([f"{kind} ({endings})"])
        dialog.filesSelected.connect(lambda files: self.take([Path(file) for file in files]))
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = FileDialog(self, self.tr("Choose a folder of photos and films of your shelves"), "shelves")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.take([Path(folder)]))
        dialog.open()

    def _connect(self) -> None:
        self.photos_button.clicked.connect(self._choose_files)
        self.folder_button.clicked.connect(self._choose_folder)
        self.film_button.clicked.connect(self.film)
        self.stop_button.clicked.connect(self._stop)
        self.forget_button.clicked.connect(self._on_forget)
        self.runner.began.connect(self._on_began)
        self.runner.progressed.connect(self._on_progress)
        self.runner.ended.connect(self._on_ended)
        self.runner.failed.connect(self._on_failed)
        self.runner.counted.connect(self._on_counted)


def _files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
