"""Where our photos are used: what is dropped or chosen is looked through, the copies are listed and shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.messages import Sentence
from core.progress import Progress
from desktop_app.engine.jobs import Lane
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.look.wording import together
from desktop_app.pages.catalog.file_dialogs import ask_for_list
from desktop_app.pages.catalog.tracing.choosing import (
    ask_for_files,
    ask_for_folder,
    ask_where_to_report,
    files_in,
)
from desktop_app.pages.catalog.tracing.delegate import TracedDelegate
from desktop_app.pages.catalog.tracing.model import TracedModel
from desktop_app.pages.catalog.tracing.run import TraceRun
from desktop_app.pages.catalog.tracing.shown import ShownCopy
from desktop_app.pages.catalog.tracing.view import TracedView
from desktop_app.pages.catalog.tracing.words import counted
from desktop_app.pages.catalog.tracing.writing import write_list, write_report
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.drop_frame import DropFrame
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

_LIST = 320


class TracingDialog(Translated, QDialog):
    """Closed, it keeps what it found and goes on looking; whoever opens it again sees it as it is by then."""

    product_wanted = Signal(int)
    """Show this product; the dialog is closed by then."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._note: Callable[[], str] = lambda: ""
        self._stage = ""
        self.run = TraceRun(services.shop_jobs, self.open, self)
        themes = services.themes
        self._title, self._words = text_label("title", wrap=True), text_label("muted", wrap=True)
        self.state = text_label("body", wrap=True)
        self.bar = QProgressBar(self)
        self.files_button = IconButton(themes, "picture", "plain", self)
        self.folder_button = IconButton(themes, "folder", "plain", self)
        self.stop_button = IconButton(themes, "close", "plain", self)
        self._frame = DropFrame(themes, self)
        self._drop_words = text_label("muted", wrap=True, parent=self._frame)
        self._found = QWidget(self)
        self.model = TracedModel(self)
        self.list = QListView(self._found)
        self._delegate = TracedDelegate(themes, services.thumbnails)
        self.view = TracedView(themes, services.thumbnails, self._found)
        self.product_button = IconButton(themes, "open", "primary", self)
        self.export_button = IconButton(themes, "export", "plain", self)
        self.report_button = IconButton(themes, "print", "plain", self)
        self._close = QPushButton(self)
        self._build()
        self._connect()
        self.resize(960, 640)
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Whether pictures are being looked at."""
        return self.run.is_under_way

    def take(self, paths: Sequence[Path]) -> None:
        """Look through these; what was found before is forgotten."""
        if not paths or self.is_busy:
            return
        self._note = lambda: ""
        self._stage = ""
        self.model.clear()
        self.view.show_row(None)
        self.bar.setRange(0, 0)
        self.run.start(paths)
        self.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome while nothing is under way."""
        if not self.is_busy and files_in(event.mimeData()):
            self._frame.set_hovered(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._frame.set_hovered(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        self._frame.set_hovered(False)
        event.acceptProposedAction()
        self.take(files_in(event.mimeData()))

    def retranslate(self) -> None:
        """Put every text into the language of now, and allow what can be done."""
        self.setWindowTitle(self.tr("Our photos elsewhere"))
        self._title.setText(self.tr("Where are our photos used?"))
        self._words.setText(
            self.tr(
                "Give it pictures, films, PDFs or pages that a browser saved: it says which are made of "
                "photos of this shop, and what was done to them. Nothing leaves this computer."
            )
        )
        self._drop_words.setText(self.tr("Drop files or folders here, or choose them."))
        self.files_button.setText(self.tr("Choose files…"))
        self.folder_button.setText(self.tr("Choose a folder…"))
        self.stop_button.setText(self.tr("Stop"))
        self.list.setAccessibleName(self.tr("Pictures that were looked at"))
        self.product_button.setText(self.tr("Open the product"))
        self.export_button.setText(self.tr("Write the list…"))
        self.report_button.setText(self.tr("Report…"))
        self.report_button.setToolTip(
            self.tr("Both pictures of each copy, since when the shop had the photo, signed; as HTML and PDF")
        )
        self._close.setText(self.tr("Close"))
        self.model.retranslate()
        self._write()

    # What happens

    def _on_found(self, rows: tuple[ShownCopy, ...]) -> None:
        is_first = not self.model.made and rows[0].found is not None
        self.model.add(rows)
        if is_first:
            self.list.setCurrentIndex(self.model.index(0))
        self._write()

    def _on_progress(self, progress: Progress) -> None:
        if self.is_busy:
            self._stage = progress.stage
            done, total = progress.bar
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self._write()

    def _on_failed(self, failure: Sentence) -> None:
        self._say(lambda: in_words(failure))

    def _on_current(self, current: QModelIndex) -> None:
        self.view.show_row(self.model.row_at(current.row()))
        self._write()

    def _open_product(self) -> None:
        row = self.view.row
        if row is not None and row.found is not None:
            self.hide()
            self.product_wanted.emit(row.found.product.id)

    def _export(self, target: Path) -> None:
        rows = self.model.rows()
        self._services.shop_jobs.run(
            lambda shop, _report: write_list(shop, rows, target),
            success=lambda _nothing: self._on_written(target.name),
            failure=self._on_failed,
            whose=self,
        )

    def _report(self, folder: Path) -> None:
        rows = self.model.rows()
        language = self._services.languages.code.replace("_", "-")
        self._say(lambda: self.tr("Writing the report…"))
        self._services.shop_jobs.run(
            lambda shop, report: write_report(shop, rows, folder, language, report),
            success=lambda page: self._on_written(str(page)),
            failure=self._on_failed,
            whose=self,
            lane=Lane.WRITING,  # photos that the shop's log does not know yet get their line
        )

    def _on_written(self, file: str) -> None:
        self._say(lambda: self.tr("Written to {file}.").format(file=file))

    def _say(self, note: Callable[[], str]) -> None:
        self._note = note
        self._write()

    # Showing

    def _write(self) -> None:
        """Say how far it is, and allow what can be done."""
        model, busy = self.model, self.is_busy
        is_empty = not model.rowCount()
        told = "" if is_empty and not busy else counted(model.made, model.others, model.problems)
        if is_empty and busy:
            told = f"{core_text(self._stage)}…" if self._stage else self.tr("Beginning…")
        self.state.setText(together(told, self._note()))
        self.state.setVisible(bool(self.state.text()))
        self.bar.setVisible(busy)
        self.bar.setAccessibleName(told)
        self.files_button.setVisible(not busy)
        self.folder_button.setVisible(not busy)
        self.stop_button.setVisible(busy)
        self._frame.setVisible(is_empty)
        self._found.setVisible(not is_empty)
        row = self.view.row
        for button in (self.product_button, self.export_button, self.report_button):
            button.setVisible(not is_empty)
        self.product_button.setEnabled(row is not None and row.found is not None)
        self.export_button.setEnabled(not busy)
        self.report_button.setEnabled(not busy and bool(model.made))

    def _build(self) -> None:
        self.setModal(True)
        self.setAcceptDrops(True)
        self.bar.setTextVisible(False)
        self._drop_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(self._frame)
        inside.addWidget(self._drop_words)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFixedWidth(_LIST)
        choose = QHBoxLayout()
        choose.setSpacing(8)
        for button in (self.files_button, self.folder_button, self.stop_button):
            choose.addWidget(button)
        choose.addWidget(self.bar, 1)
        choose.addStretch(0)
        middle = QHBoxLayout(self._found)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(16)
        middle.addWidget(self.list)
        middle.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.export_button)
        foot.addWidget(self.report_button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self.product_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(choose)
        column.addWidget(self.state)
        column.addWidget(self._frame, 1)
        column.addWidget(self._found, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.run.found.connect(self._on_found)
        self.run.progressed.connect(self._on_progress)
        self.run.ended.connect(self._write)
        self.run.failed.connect(self._on_failed)
        self.files_button.clicked.connect(lambda: ask_for_files(self, self.take))
        self.folder_button.clicked.connect(lambda: ask_for_folder(self, self.take))
        self.stop_button.clicked.connect(self.run.stop)
        self.list.selectionModel().currentChanged.connect(lambda current, _before: self._on_current(current))
        self.product_button.clicked.connect(self._open_product)
        self.export_button.clicked.connect(
            lambda: ask_for_list(self, self.export_button.text().rstrip("…"), self._export)
        )
        self.report_button.clicked.connect(lambda: ask_where_to_report(self, self._report))
        self._close.clicked.connect(self.reject)
        self._close.setAutoDefault(False)
