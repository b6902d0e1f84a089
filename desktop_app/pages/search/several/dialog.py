"""A picture with several products: each in a box with its name, opened by itself, or all counted at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTransform
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.imaging.cut import Cut
from core.messages import Sentence
from core.progress import Progress
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.jobs import Job
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.several.booking import Booking
from desktop_app.pages.search.several.group_rows import GroupRows
from desktop_app.pages.search.several.pieces import SeenPiece, grouped, look_for_pieces
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.boxes_view import BoxesView, NamedBox
from desktop_app.widgets.scrolling import scrolling

_LIST = 330


class SeveralDialog(Translated, QDialog):
    """Arrows go from box to box, Enter opens the answer to one; Ctrl+Enter counts what is ticked."""

    piece_opened = Signal(object)
    """The Cut of the picture that one piece is."""

    def __init__(
        self,
        themes: ThemeSwitch,
        jobs: ShopJobs,
        source: PictureSource,
        preview: QImage,
        quarters: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._quarters = quarters
        self._preview = preview.transformed(QTransform().rotate(90 * quarters)) if quarters else preview
        self._pieces: tuple[SeenPiece, ...] | None = None
        self._booking = Booking(jobs, self)
        self._note: Callable[[], str] = lambda: ""
        self._heading, self._told = text_label("title"), text_label("muted", wrap=True)
        self.picture = BoxesView(themes, self)
        self.rows = GroupRows(self)
        self._scrolled = scrolling(self.rows)
        self._scrolled.setFixedWidth(_LIST)
        self.busy = BusyLine(themes, self)
        self.open_button = IconButton(themes, "search", parent=self)
        self.undo_button = IconButton(themes, "undo", "quiet", self)
        self.count_button = IconButton(themes, "stocktake", "primary", self)
        self._close = QPushButton(self)
        self._build()
        self._connect()
        self.resize(1000, 640)
        self.retranslate()
        self._job: Job | None = jobs.run(
            lambda shop, report: look_for_pieces(shop, source, quarters, report),
            success=self._on_seen,
            failure=self._on_failure,
            progress=self._on_progress,
        )
        self.busy.set_busy(True)
        self._write()

    @property
    def is_seen(self) -> bool:
        """Whether the picture was looked at."""
        return self._pieces is not None

    def done(self, result: int) -> None:
        """Close it, and stop looking."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Several products"))
        self._heading.setText(self.tr("What is in this picture"))
        self.picture.setAccessibleName(self.tr("Your picture"))
        self.open_button.setText(self.tr("See its answer"))
        self.open_button.setToolTip(self.tr("Search with the chosen part alone (Enter, or a double click)"))
        self.undo_button.setText(self.tr("Undo"))
        self.count_button.setText(self.tr("Count in the stocktake"))
        self.count_button.setToolTip(
            self.tr("All that is ticked, as one step (Ctrl+Enter). Where no count is under way, one begins.")
        )
        self._close.setText(self.tr("Close"))
        self._show_names()
        self._write()

    # What is seen

    def _on_progress(self, progress: Progress) -> None:
        share = f" {progress.done / progress.total:.0%}" if progress.total else ""
        self._say(lambda: f"{core_text(progress.stage)}…{share}")

    def _on_seen(self, pieces: tuple[SeenPiece, ...]) -> None:
        self._job = None
        self.busy.set_busy(False)
        self._pieces = pieces
        self._note = lambda: ""
        self.rows.show_groups(grouped((piece.product, piece.is_sure) for piece in pieces))
        self._show_names()
        self._write()
        self.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failure(self, failure: Sentence) -> None:
        self._job = None
        self.busy.set_busy(False)
        self._say(lambda: in_words(failure))

    def _show_names(self) -> None:
        chosen = self.picture.current
        boxes = [NamedBox(piece.box, self._name(piece), piece.is_sure) for piece in self._pieces or ()]
        self.picture.show_boxes(self._preview, boxes)
        self.picture.choose(chosen)

    def _name(self, piece: SeenPiece) -> str:
        if piece.product is None:
            return self.tr("Not recognised")
        return piece.product.title if piece.is_sure else f"{piece.product.title}?"

    # What is done

    def _open(self, place: int) -> None:
        if self._pieces is not None and 0 <= place < len(self._pieces):
            box = self._pieces[place].box.turned(-self._quarters)
            self.piece_opened.emit(Cut(box.within(), self._quarters))
            self.accept()

    def _count(self) -> None:
        self._booking.count(self.rows.ticked)

    def _on_booked(self) -> None:
        self.busy.set_busy(self._booking.is_changing)
        self._say(self._booking.words)
        if not self._booking.is_changing:
            (self.undo_button if self._booking.is_counted else self.count_button).setFocus()

    # What is shown

    def _say(self, words: Callable[[], str]) -> None:
        self._note = words
        self._write()

    def _write(self) -> None:
        """Say what there is, and allow what can be done."""
        if self._pieces is None:
            told = self._note() or self.tr("Looking at the picture…")
        elif not self._pieces:
            told = self.tr("Nothing stands out in this picture. Drag a frame around one product instead.")
        else:
            unknown = sum(piece.product is None for piece in self._pieces)
            told = self.tr("Pieces: {count}; not recognised: {unknown}.").format(
                count=len(self._pieces), unknown=unknown
            )
            told = "  ".join(filter(None, (told, self._note())))
        self._told.setText(told)
        self.open_button.setEnabled(self.picture.current >= 0)
        self.count_button.setEnabled(
            bool(self.rows.ticked) and not self.busy.is_busy and not self._booking.is_counted
        )
        self.undo_button.setEnabled(self._booking.is_counted and not self.busy.is_busy)

    def _build(self) -> None:
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._close.setAutoDefault(False)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.picture, 1)
        middle.addWidget(self._scrolled)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        for widget in (self._close, self.open_button, self.count_button):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (self._heading, self._told, self.busy):
            column.addWidget(part)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.picture.chosen.connect(lambda _place: self._write())
        self.picture.opened.connect(self._open)
        self.rows.changed.connect(self._write)
        self.open_button.clicked.connect(lambda: self._open(self.picture.current))
        self.count_button.clicked.connect(self._count)
        self.undo_button.clicked.connect(self._booking.undo)
        self._booking.changed.connect(self._on_booked)
        self._close.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._count)
        QShortcut(QKeySequence("Ctrl+Z"), self, self._booking.undo)
