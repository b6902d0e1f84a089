"""The settings' part about evidence: since when the shop has its photos, its key, time stamps of others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.evidence.log_state import LogState
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import selectable, text_label

if TYPE_CHECKING:
    from core.evidence.stamps import LogStamp


class SettingsEvidence(QFrame):
    """Asks for files with the platform's own dialogs; what takes time is run by the page."""

    work_wanted = Signal(object, object)
    """(Callable[[Shop, ReportProgress], object], words about its end: Callable[[], str]): run it."""

    def __init__(self, folder: Path, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._folder = folder
        self._state: LogState | None = None
        self._title = text_label("strong")
        self._what_for = text_label("muted", wrap=True)
        self.log = text_label("body", wrap=True)
        self.stamp = text_label("body", wrap=True)
        self.key = selectable(text_label("body", wrap=True))
        self.ask_button = IconButton(themes, "save", "plain", self)
        self.bring_button = IconButton(themes, "import", "plain", self)
        self._build()
        self.retranslate()

    def show_state(self, state: LogState) -> None:
        """The shop is open: this is its log."""
        self._state = state
        self._fill()

    def ask_for_stamp(self, file: Path) -> None:
        """Write the request for a time stamp over the log into ``file``."""
        target = file if file.suffix else file.with_suffix(".tsq")

        def write(shop: Shop, _report: ReportProgress) -> object:
            from core.evidence.stamps import write_log_request  # late: a library for stamps alone

            return write_log_request(shop, target)

        self.work_wanted.emit(
            write,
            lambda: self.tr(
                "Have {file} stamped where there is a network, then bring the answer here."
            ).format(file=target.name),
        )

    def bring_answer(self, file: Path) -> None:
        """Look at the answer of an authority, and keep it with the log."""
        found: list[LogStamp] = []

        def take(shop: Shop, _report: ReportProgress) -> object:
            from core.evidence.stamps import take_log_answer

            shop.require_writable()
            found.append(take_log_answer(shop.catalog, file))
            return found

        def words() -> str:
            stamp = found[-1].stamp
            return self.tr(
                "Kept: {authority} stamped the log on {date}. Whether that authority is to be trusted was "
                "not checked."
            ).format(authority=stamp.authority, date=_moment(stamp.stamped))

        self.work_wanted.emit(take, words)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Evidence"))
        self._what_for.setText(
            self.tr(
                "A signed log says since when the shop has each photo. Reports of copies are based on it. A "
                "time stamp of somebody else shows that it was there at that time."
            )
        )
        self.ask_button.setText(self.tr("Ask for a time stamp…"))
        self.bring_button.setText(self.tr("Bring the answer…"))
        self._fill()

    def _fill(self) -> None:
        state = self._state
        for widget in (self.log, self.stamp, self.key):
            widget.setVisible(state is not None and bool(state.signed))
        for button in (self.ask_button, self.bring_button):
            button.setEnabled(state is not None and state.lines > 0)
        if state is None or not state.signed:
            return
        self.log.setText(
            self.tr("Photos in the log: {count}, signed last on {date}.").format(
                count=state.lines, date=_moment(state.signed)
            )
        )
        self.stamp.setText(
            self.tr("Time stamp of {date} over its first {lines} lines.").format(
                date=_moment(state.stamped), lines=state.stamped_lines
            )
            if state.stamped
            else self.tr("No time stamp of somebody else yet.")
        )
        self.key.setText(
            self.tr("Fingerprint of the shop's key: {fingerprint}").format(fingerprint=state.fingerprint)
        )

    def _ask_for_target(self) -> None:
        dialog = FileDialog(self, self.ask_button.text().rstrip("…"), "exports")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("tsq")
        dialog.selectFile(f"{self._folder.name}.tsq")
        dialog.fileSelected.connect(lambda file: self.ask_for_stamp(Path(file)))
        dialog.open()

    def _ask_for_answer(self) -> None:
        dialog = FileDialog(self, self.bring_button.text().rstrip("…"), "exports")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Time stamps") + " (*.tsr)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda file: self.bring_answer(Path(file)))
        dialog.open()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.ask_button, self.bring_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for widget in (self._title, self._what_for, self.log, self.stamp, self.key):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.ask_button.clicked.connect(self._ask_for_target)
        self.bring_button.clicked.connect(self._ask_for_answer)


def _moment(iso: str) -> str:
    """A moment of the catalog, which is in UTC, as the clock on the wall told it."""
    moment = QDateTime.fromString(iso, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
