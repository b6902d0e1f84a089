"""Products cut out of their photos: see each before and after, choose a format, write them into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.messages import Sentence
from core.platforms.export import Exported
from core.platforms.formats import FORMATS, PhotoFormat
from core.progress import Progress
from desktop_app.look.language import Translated, in_words
from desktop_app.pages.catalog.cut_out.work import CutOutWork, Preview
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.message_bar import MessageBar
from desktop_app.widgets.pictures.picture_view import PictureView

_NAMED = 5


class CutOutDialog(Translated, QDialog):
    """Shows one product at a time; what is doubtful about it stands below its pictures."""

    def __init__(
        self, services: PageServices, product_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._count = len(product_ids)
        self._place = 0
        self._preview: Preview | None = None
        self.work = CutOutWork(services.shop_jobs, product_ids, self)
        self._title = text_label("title")
        self._counted = text_label("muted")
        self._format_words = text_label("body")
        self.format = ChoiceBox(self)
        self._size = text_label("muted")
        self.unsure = QCheckBox(self)
        self._headings = (text_label("section"), text_label("section"))
        self.before, self.after = PictureView(services.themes, self), PictureView(services.themes, self)
        self.notes = text_label("body", wrap=True)
        self._back = IconButton(services.themes, "left", "quiet", self)
        self._next = IconButton(services.themes, "right", "quiet", self)
        self._name = text_label("strong", wrap=True)
        self.busy = BusyLine(services.themes, self)
        self.message = MessageBar(services.themes, self)
        self.save_button = IconButton(services.themes, "export", "primary", self)
        self._close = QPushButton(self)
        self._build()
        self._connect()
        self.retranslate()
        self._want()

    @property
    def wanted(self) -> PhotoFormat:
        """The format that is chosen."""
        return FORMATS[self.format.currentIndex()]

    @property
    def preview(self) -> Preview | None:
        """What is shown; None while it is being made."""
        return self._preview

    def reject(self) -> None:
        """Close it, and stop what is under way."""
        self.work.end()
        super().reject()

    def write_into(self, folder: Path) -> None:
        """Write the pictures of all products into ``folder``."""
        self.work.write(self.wanted, folder, doubtful=self.unsure.isChecked())
        self._write()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Cut out"))
        self._title.setText(self.tr("Cut out"))
        self._format_words.setText(self.tr("Format"))
        self.format.setAccessibleName(self.tr("Format"))
        for place, one in enumerate(FORMATS):
            self.format.setItemText(place, in_words(Sentence(one.label)))
        self.unsure.setText(self.tr("Write those, too, that somebody should look at first"))
        for heading, view, words in zip(
            self._headings, (self.before, self.after), (self.tr("Photo"), self.tr("Cut out")), strict=True
        ):
            heading.setText(words)
            view.setAccessibleName(words)
        self._back.setAccessibleName(self.tr("Product before"))
        self._next.setAccessibleName(self.tr("Next product"))
        self.save_button.setText(self.tr("Save into a folder…"))
        self._close.setText(self.tr("Close"))
        self.message.retranslate(self.tr("Close"))
        self._write()

    # Showing

    def _want(self) -> None:
        self._preview = None
        self.work.show(self._place, self.wanted)
        self._write()

    def _turn(self, by: int) -> None:
        if 0 <= self._place + by < self._count:
            self._place += by
            self._want()

    def _on_shown(self, preview: Preview) -> None:
        self._preview = preview
        self.before.show_image(preview.before)
        self.after.show_image(preview.after)
        self._write()

    def _on_progress(self, progress: Progress) -> None:
        self.message.work(
            lambda: (in_words(Sentence(progress.stage)), self.tr("Cancel")),
            self.work.stop_writing,
            progress.done,
            progress.total,
        )

    def _on_written(self, done: list[Exported]) -> None:
        self.message.say(lambda: (self._written_in_words(done), ""))
        self._write()

    def _on_stopped(self) -> None:
        self.message.say(lambda: (self.tr("Stopped. What was written until then is there."), ""))
        self._write()

    def _on_failed(self, why: Sentence) -> None:
        if self._preview is None:
            self.before.show_image(QImage())
            self.after.show_image(QImage())
        self.message.say(lambda: (in_words(why), ""), tone="bad")
        self._write()

    def _written_in_words(self, done: Sequence[Exported]) -> str:
        left = [one.sku for one in done if one.file is None]
        count = QLocale().toString(len(done) - len(left))
        words = self.tr("Pictures written: {count}.").format(count=count)
        if left:
            some = ", ".join(left[:_NAMED]) + (" …" if len(left) > _NAMED else "")
            words += " " + self.tr("Left out: {skus}.").format(skus=some)
        return words

    def _write(self) -> None:
        """What is known of the product that is shown, and what can be done."""
        locale, wanted, preview = QLocale(), self.wanted, self._preview
        self._size.setText(f"{locale.toString(wanted.width)} × {locale.toString(wanted.height)}")
        self._size.setToolTip(wanted.source)
        place, count = locale.toString(self._place + 1), locale.toString(self._count)
        self._counted.setText(self.tr("Product {number} of {count}").format(number=place, count=count))
        self._name.setText("" if preview is None else preview.title)
        said = () if preview is None else (*preview.doubts, *preview.notes)
        self.notes.setText("\n".join(map(in_words, said)))
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place + 1 < self._count)
        self.save_button.setEnabled(not self.work.is_writing)
        self.busy.set_busy(self.work.is_writing or (preview is None and self.message.isHidden()))

    def _ask_for_folder(self) -> None:
        if not self.save_button.isEnabled():
            return
        dialog = FileDialog(self, self.tr("Choose the folder to write the pictures into"), "exports")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.write_into(Path(folder)))
        dialog.open()

    def _build(self) -> None:
        self.resize(900, 620)
        for _format in FORMATS:
            self.format.addItem("")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._counted, 1, Qt.AlignmentFlag.AlignBottom)
        choice = QHBoxLayout()
        choice.setSpacing(12)
        for widget in (self._format_words, self.format, self._size):
            choice.addWidget(widget)
        choice.addStretch(1)
        pictures = QGridLayout()
        pictures.setHorizontalSpacing(16)
        pictures.setVerticalSpacing(6)
        for column, (heading, view) in enumerate(zip(self._headings, (self.before, self.after), strict=True)):
            pictures.addWidget(heading, 0, column)
            pictures.addWidget(view, 1, column)
            pictures.setColumnStretch(column, 1)
        pictures.setRowStretch(1, 1)
        turning = QHBoxLayout()
        turning.addWidget(self._back)
        turning.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        turning.addWidget(self._next)
        self._name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._close)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self._close.setAutoDefault(False)
        for button in (self._back, self._next):
            button.setFixedWidth(44)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addLayout(choice)
        whole.addLayout(pictures, 1)
        whole.addLayout(turning)
        whole.addWidget(self.notes)
        whole.addWidget(self.unsure)
        whole.addWidget(self.busy)
        whole.addWidget(self.message)
        whole.addLayout(foot)
        self.message.hide()

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._want)
        self.work.shown.connect(self._on_shown)
        self.work.progressed.connect(self._on_progress)
        self.work.written.connect(self._on_written)
        self.work.stopped.connect(self._on_stopped)
        self.work.failed.connect(self._on_failed)
        self._back.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._close.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._ask_for_folder)
        for key, slot in (
            ("Ctrl+S", self._ask_for_folder),
            ("PgUp", lambda: self._turn(-1)),
            ("PgDown", lambda: self._turn(1)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
