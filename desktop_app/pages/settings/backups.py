"""The settings' part about backups: how often, those there are, a whole shop in one file, and back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from core.care.archive import write_archive
from core.progress import ReportProgress
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.engine.shop_choice import restored_shop
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.tool_tip import plain_tip
from desktop_app.look.wording import dotted
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.message_box import MessageBox
from desktop_app.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from core.care.backup import AutomaticBackup

PAGE = "settings"
_OFTEN = ("daily", "weekly", "never")
_FILES = "*.zip *.db"
_ROW_PIXELS, _SHOWN = 34, 5


class SettingsBackups(QFrame):
    """Asks for files and folders with the platform's own dialogs; what takes time is run by the page."""

    often_chosen = Signal(str)
    shop_wanted = Signal(object)
    """ShopWish: open the shop anew once it was brought back."""
    new_shop_wanted = Signal(object)
    """Path of a backup: make a shop of its own of it."""
    work_wanted = Signal(object, object)
    """(Callable[[Shop, ReportProgress], object], words about its end: Callable[[], str]): run it."""

    def __init__(
        self,
        folder: Path,
        themes: ThemeSwitch,
        settings: Settings,
        locked: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._folder = folder
        self._fixed = "recent_shops" in locked
        self._is_open = False
        self._backups: Sequence[AutomaticBackup] = ()
        self._title = text_label("strong")
        self.often = ChoiceBox(self)
        for often in _OFTEN:
            self.often.addItem("", often)
        self._often_row = SettingRow(themes, self.often, locked="backups" in locked)
        self._list_title = text_label("section")
        self._rows = QStandardItemModel(self)
        self.list = QListView(self)
        self.back_up_action, self.restore_action = QAction(self), QAction(self)
        self.back_up_button = IconButton(themes, "save", "plain", self)
        self.restore_button = IconButton(themes, "restore", "plain", self)
        self.chosen_button = IconButton(themes, "restore", "plain", self)
        self.show_settings(settings)
        self._build()
        self.retranslate()

    def actions_for_menu(self) -> tuple[QAction, ...]:
        """What the File menu offers."""
        return (self.back_up_action, self.restore_action)

    def allow(self) -> None:
        """The shop is open."""
        self._is_open = True
        self._allow()

    def show_settings(self, settings: Settings) -> None:
        """The choice, where it was made elsewhere."""
        self.often.setCurrentIndex(_OFTEN.index(settings.backups))

    def show_backups(self, backups: Sequence[AutomaticBackup]) -> None:
        """List these, the last one made first."""
        self._backups = backups
        self._fill()
        self._allow()

    def back_up(self, file: Path) -> None:
        """Write the whole shop into ``file``."""
        target = file if file.suffix else file.with_suffix(".zip")

        def back_up(shop: Shop, report: ReportProgress) -> object:
            return write_archive(shop.catalog, shop.folder, target, report)

        self.work_wanted.emit(
            back_up,
            lambda: self.tr("The backup {file} was written and verified.").format(file=target.name),
        )

    def restore(self, backup: Path, folder: Path) -> None:
        """Bring the shop in ``folder`` back from ``backup``."""
        self.shop_wanted.emit(restored_shop(folder, backup, PAGE))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Backups"))
        self._often_row.name(
            self.tr("Back up by itself"),
            self.tr(
                "A copy of the catalog beside it, when the shop is opened. Seven days and four weeks are "
                "kept."
            ),
        )
        names = (self.tr("Once a day"), self.tr("Once a week"), self.tr("Never"))
        for row, text in enumerate(names):
            self.often.setItemText(row, text)
        self._list_title.setText(self.tr("Backups of this shop"))
        self.list.setAccessibleName(self._list_title.text())
        self.back_up_action.setText(self.tr("Back up the shop…"))
        self.back_up_button.setToolTip(
            self.tr("The whole shop with its photos in one file, for another disk")
        )
        self.restore_action.setText(self.tr("Restore from a backup…"))
        self.chosen_button.setText(self.tr("Restore the chosen one…"))
        self._fill()

    def _fill(self) -> None:
        chosen = self.list.currentIndex().row()
        self._rows.clear()
        for backup in self._backups:
            row = QStandardItem(self._in_words(backup))
            row.setToolTip(plain_tip(str(backup.path)))
            self._rows.appendRow(row)
        self.list.setCurrentIndex(self._rows.index(max(0, chosen), 0))
        self.list.setFixedHeight(_ROW_PIXELS * min(_SHOWN, max(1, len(self._backups))) + 12)
        for widget in (self._list_title, self.list, self.chosen_button):
            widget.setVisible(bool(self._backups))

    def _in_words(self, backup: AutomaticBackup) -> str:
        locale = QLocale()
        moment = QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp()))
        return dotted(
            locale.toString(moment, QLocale.FormatType.ShortFormat),
            self.tr("by itself") if backup.is_regular else self.tr("before a change of the whole catalog"),
            locale.formattedDataSize(backup.size),
        )

    def _allow(self) -> None:
        for action in (self.back_up_action, self.restore_action):
            action.setEnabled(self._is_open)
        self.chosen_button.setEnabled(self._is_open and bool(self._backups))

    # Asking

    def _ask_for_target(self) -> None:
        dialog = FileDialog(self, self.tr("Back up the shop…").rstrip("…"), "backups")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"{self._folder.name}.zip")
        dialog.fileSelected.connect(lambda file: self.back_up(Path(file)))
        dialog.open()

    def _ask_for_backup(self) -> None:
        dialog = FileDialog(self, self.tr("Choose a backup"), "backups", self._folder / "backups")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups") + f" ({_FILES})", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda file: self.ask_how_to_restore(Path(file)))
        dialog.open()

    def _restore_chosen(self) -> None:
        row = self.list.currentIndex().row()
        if self._is_open and 0 <= row < len(self._backups):
            backup = self._backups[row]
            self.ask_how_to_restore(backup.path, self._in_words(backup))

    def ask_how_to_restore(self, backup: Path, name: str = "") -> QMessageBox:
        """Ask whether the shop goes back to ``backup``, or that becomes a shop of its own."""
        folder = self._folder
        box = MessageBox(
            QMessageBox.Icon.Question,
            self.tr(
                "Bring the shop {shop} back to the backup {file}? What was changed since then is undone; the "
                "catalog and the lessons of now are kept in the shop's folder “replaced” until the next "
                "restore."
            ).format(shop=folder.name, file=name or backup.name),
            self.window(),
            QMessageBox.StandardButton.Cancel,
        )
        here = box.addButton(self.tr("Restore this shop"), QMessageBox.ButtonRole.AcceptRole)
        beside = box.addButton(self.tr("As a new shop…"), QMessageBox.ButtonRole.ActionRole)
        here.clicked.connect(lambda: self.restore(backup, folder))
        beside.clicked.connect(lambda: self.new_shop_wanted.emit(backup))
        beside.setEnabled(not self._fixed)
        box.open()
        return box

    def _build(self) -> None:
        self.back_up_button.follow(self.back_up_action)
        self.restore_button.follow(self.restore_action)
        self.list.setModel(self._rows)
        self.list.setProperty("kind", "framed")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.back_up_button, self.chosen_button, self.restore_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for widget in (self._title, self._often_row, self._list_title, self.list):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.often.activated.connect(lambda row: self.often_chosen.emit(_OFTEN[row]))
        self.list.activated.connect(lambda _index: self._restore_chosen())
        self.back_up_action.triggered.connect(self._ask_for_target)
        self.restore_action.triggered.connect(self._ask_for_backup)
        self.chosen_button.clicked.connect(self._restore_chosen)
        self._allow()
