"""A delivery: open its note, scan, type or show to the webcam what is unpacked, see what differs, book it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.imaging.picture_kinds import PICTURE_ENDINGS
from core.messages import Sentence
from desktop_app.look.language import Translated, in_words
from desktop_app.pages.catalog.deliveries.counted import Counted
from desktop_app.pages.catalog.deliveries.model import COUNTED, NOTED, PRODUCT, STATE, DeliveryModel
from desktop_app.pages.catalog.deliveries.work import DeliveryWork
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.message_bar import MessageBar
from desktop_app.widgets.row_table import RowTable

if TYPE_CHECKING:
    from core.catalog.edits.edit_log import Edit
    from core.deliveries.comparison import Comparison
    from core.deliveries.note import Note, NoteLine
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.camera.camera_view import CameraPage

_ROW = 36
_NAMED = 4


class DeliveryDialog(Translated, QDialog):
    """Without a note everything that is unpacked is "not on the note", and can be booked all the same."""

    changed = Signal()
    """The delivery was booked."""

    def __init__(
        self, services: PageServices, watch: CameraWatch | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._watch = watch
        self._note: Note | None = None
        self._counted = Counted()
        self._delivery: Comparison | None = None
        self._camera: CameraPage | None = None
        self.work = DeliveryWork(services.shop_jobs, self)
        self._title, self._name = text_label("title"), text_label("muted")
        self.open_button = IconButton(services.themes, "open", "primary", self)
        self.all_button = IconButton(services.themes, "check", parent=self)
        self.camera_button = IconButton(services.themes, "camera", parent=self)
        self.code = QLineEdit(self)
        self.model = DeliveryModel(services.themes, self)
        self.table = RowTable(_ROW, self)
        self.notes = text_label("small", wrap=True)
        self.message = MessageBar(services.themes, self)
        self.book_button = IconButton(services.themes, "stock", "primary", self)
        self._close = QPushButton(self)
        self._body = QHBoxLayout()
        self._build()
        self._connect()
        self.retranslate()

    def read(self, file: Path) -> None:
        """Read this delivery note."""
        self.message.clear()
        self.work.read(file)

    def done(self, result: int) -> None:
        """Let go of the webcam, and of what is under way; a booking is waited for."""
        if self.work.is_booking:
            return
        self.work.end()
        if self._camera is not None:
            self._camera.stop()
        super().done(result)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Delivery"))
        self._title.setText(self.tr("Delivery"))
        self.open_button.setText(self.tr("Open the delivery note…"))
        self.open_button.setToolTip(self.tr("A table, or a photo of the paper"))
        self.all_button.setText(self.tr("All as noted"))
        self.all_button.setToolTip(self.tr("Everything on the note was unpacked, nothing else"))
        self.camera_button.setText(self.tr("Webcam"))
        self.camera_button.setToolTip(self.tr("Show it what is unpacked: Space counts all that is seen"))
        self.code.setPlaceholderText(self.tr("Scan or type a number, Enter counts one"))
        self.code.setAccessibleName(self.tr("Number or barcode of what is unpacked"))
        self.table.setAccessibleName(self.tr("Products of the delivery"))
        self.book_button.setText(self.tr("Book what was unpacked"))
        self._close.setText(self.tr("Close"))
        self.message.retranslate(self.tr("Close"))
        self.model.retranslate()
        self._write()

    # What is known

    def _on_note(self, note: Note) -> None:
        self._note = note
        self._compare()
        self.code.setFocus()

    def _on_seen(self, lines: Sequence[NoteLine]) -> None:
        self._counted = self._counted.with_lines(lines)
        self._compare()

    def _on_typed(self, product_id: int, quantity: object) -> None:
        self._counted = self._counted.with_quantity(product_id, quantity)  # type: ignore[arg-type]
        self._compare()

    def _count_as_noted(self) -> None:
        if self._note is not None:
            known = [line for line in self._note.lines if line.product_id is not None]
            self._counted = Counted().with_lines(known)
            self._compare()

    def _compare(self) -> None:
        self.work.compare(self._note, self._counted)

    def _on_compared(self, delivery: Comparison) -> None:
        self._delivery = delivery
        self.model.show_lines(delivery.lines)
        self._write()

    def _on_booked(self, edit: Edit) -> None:
        count = edit.products
        self._note, self._counted, self._delivery = None, Counted(), None
        self.model.show_lines(())
        self.message.say(lambda: (self.tr("Booked for %n product(s). Undo takes it back.", "", count), ""))
        self._write()
        self.changed.emit()

    def _complain(self, why: Sentence) -> None:
        self.message.say(lambda: (in_words(why), ""), tone="bad")
        self._write()

    # What is done

    def _scan(self) -> None:
        code = self.code.text().strip()
        self.code.clear()
        if code:
            self.message.clear()
            self.work.find(code)

    def _look(self, image: QImage) -> None:
        self.message.say(lambda: (self.tr("Counting what is in the picture…"), ""))
        self.work.look(image)

    def _on_looked(self, lines: Sequence[NoteLine]) -> None:
        count = len(lines)
        self.message.say(lambda: (self.tr("%n piece(s) seen in the picture", "", count), ""))
        self._on_seen(lines)

    def _book(self) -> None:
        if self._delivery is not None and self.book_button.isEnabled():
            self.work.book(self._delivery, self._note.name if self._note is not None else "")
            self._write()

    def _ask_for_note(self) -> None:
        dialog = FileDialog(self, self.tr("Open a delivery note"), "tables")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = " ".join(f"*{ending}" for ending in (".csv", ".tsv", ".xlsx", ".ods", *PICTURE_ENDINGS))
        dialog.setNameFilter(self.tr("Tables and photos") + f" ({endings})")
        dialog.fileSelected.connect(lambda file: self.read(Path(file)))
        dialog.open()

    def _show_camera(self) -> None:
        if self._watch is None:
            return
        if self._camera is None:
            from desktop_app.camera.camera_view import CameraPage

            self._camera = CameraPage(self._services.themes, self._watch, self)
            self._camera.taken.connect(self._look)
            self._camera.left.connect(self._hide_camera)
            self._camera.failed.connect(lambda words: self.message.say(lambda: (words, ""), tone="bad"))
            self._body.addWidget(self._camera, 2)
        self._camera.show()
        self._camera.start(self._services.preferences.settings.camera)

    def _hide_camera(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            self._camera.hide()
        self.code.setFocus()

    # Showing

    def _write(self) -> None:
        """What is known of it, and what can be done."""
        delivery, note = self._delivery, self._note
        self._name.setText(note.name if note is not None else "")
        self.all_button.setEnabled(note is not None)
        self.camera_button.setVisible(self._watch is not None and bool(self._watch.names()))
        is_something = delivery is not None and any(line.counted.thousandths for line in delivery.lines)
        self.book_button.setEnabled(is_something and not self.work.is_booking)
        said: list[str] = []
        if delivery is not None and delivery.unknown:
            names = [f"{line.code} {line.title}".strip() for line in delivery.unknown]
            some = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
            said.append(self.tr("Not in this shop: {names}").format(names=some))
        if note is not None and note.booked:
            before = self.tr("A delivery of this name with goods of it was booked on {day} already.")
            said.insert(0, before.format(day=note.booked))
        if note is not None:
            said += [f"{skip.row}: {in_words(skip.reason)}" for skip in note.skipped[:_NAMED]]
            more = len(note.skipped) - _NAMED
            if more > 0:
                said.append(self.tr("and %n more line(s) that were not understood", "", more))
        self.notes.setText("\n".join(said))

    def _build(self) -> None:
        self.resize(980, 640)
        self.table.setModel(self.model)
        self.table.share_room(PRODUCT, STATE)
        for figures in (NOTED, COUNTED):
            self.table.horizontalHeader().setSectionResizeMode(
                figures, QHeaderView.ResizeMode.ResizeToContents
            )
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._name, 1)
        head.addWidget(self.open_button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.code, 1)
        row.addWidget(self.camera_button)
        row.addWidget(self.all_button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(row)
        left.addWidget(self.table, 1)
        self._body.setSpacing(16)
        self._body.addLayout(left, 3)
        foot = QHBoxLayout()
        foot.addWidget(self._close)
        foot.addStretch(1)
        foot.addWidget(self.book_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._body, 1)
        column.addWidget(self.notes)
        column.addWidget(self.message)
        column.addLayout(foot)
        self.message.hide()
        for button in (self._close, self.open_button, self.all_button, self.camera_button, self.book_button):
            button.setAutoDefault(False)  # Enter counts what was scanned

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._ask_for_note)
        self.all_button.clicked.connect(self._count_as_noted)
        self.camera_button.clicked.connect(self._show_camera)
        self.code.returnPressed.connect(self._scan)
        self.book_button.clicked.connect(self._book)
        self._close.clicked.connect(self.reject)
        self.model.counted.connect(self._on_typed)
        self.model.refused.connect(lambda words: self.message.say(lambda: (words, ""), tone="bad"))
        self.work.note_read.connect(self._on_note)
        self.work.found.connect(self._on_seen)
        self.work.seen.connect(self._on_looked)
        self.work.compared.connect(self._on_compared)
        self.work.booked.connect(self._on_booked)
        self.work.failed.connect(self._complain)
