"""The settings' part about the shop: where it lies, its currency, backing up, copying, moving."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from core.care.archive import write_archive
from core.care.moving import copy_shop
from core.care.restore import restore_shop
from core.catalog.currencies.iso import CURRENCIES
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.shop_choice import ShopWish, moved_shop
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.settings.low_stock import LowStockLine
from desktop_app.pages.settings.scales import ScalesLine
from desktop_app.widgets.button_grid import button_grid
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import selectable, text_label

PAGE = "settings"
_BACKUPS = "*.zip *.db"

Work = Callable[[Shop, ReportProgress], object]


class SettingsShop(QFrame):
    """Asks for files and folders with the platform's own dialogs; what takes time is run by the page."""

    shop_wanted = Signal(object)
    """ShopWish: open another shop."""
    currency_chosen = Signal(str)
    """ISO 4217 code: the shop's currency from now on."""
    work_wanted = Signal(object, object)
    """(Work, words about its end: Callable[[], str]): run it with progress."""

    def __init__(
        self,
        folder: Path,
        themes: ThemeSwitch,
        shop_actions: Sequence[QAction] = (),
        *,
        fixed: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.folder = folder
        self._fixed = fixed
        self._is_open = False
        self._title = text_label("strong")
        self._name = text_label("title", wrap=True)
        self._folder = selectable(text_label("muted", wrap=True))
        self._currency_title = text_label("body")
        self.currency = ChoiceBox(self)
        self.scales = ScalesLine(self)
        self.low = LowStockLine(self)
        self.back_up_action, self.restore_action = QAction(self), QAction(self)
        self.shop_buttons: list[IconButton] = []
        for icon, action in zip(("folder", "plus", "shop"), shop_actions, strict=False):
            button = IconButton(themes, icon, "plain", self)
            button.follow(action)
            self.shop_buttons.append(button)
        self.back_up_button = IconButton(themes, "save", "plain", self)
        self.restore_button = IconButton(themes, "restore", "plain", self)
        self.copy_button = IconButton(themes, "copy", "plain", self)
        self.move_button = IconButton(themes, "open", "plain", self)
        self.show_button = IconButton(themes, "folder", "quiet", self)
        self._build()
        self.retranslate()

    def actions_for_menu(self) -> tuple[QAction, ...]:
        """What the File menu offers."""
        return (self.back_up_action, self.restore_action)

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open."""
        self._is_open = True
        self._name.setText(facts.name)
        self.currency.setCurrentIndex(max(0, self.currency.findData(facts.currency)))
        self.scales.show_formats(facts.scale_formats)
        self.low.show_mark(facts.low_mark)
        self._allow()

    def move_shop(self, parent: Path) -> None:
        """Move the shop into the folder ``parent``, under its own name."""
        self.shop_wanted.emit(moved_shop(self.folder, parent / self.folder.name, PAGE))

    def copy_shop(self, parent: Path) -> None:
        """Copy the shop into the folder ``parent``, under its own name."""
        target = parent / self.folder.name

        def copy(shop: Shop, report: ReportProgress) -> None:
            copy_shop(shop.catalog, shop.folder, target, report)

        self.work_wanted.emit(
            copy,
            lambda: self.tr("The copy is in {folder}.").format(folder=target),
        )

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

        def bring_back(progress: ReportProgress) -> None:
            restore_shop(folder, backup, progress)

        self.shop_wanted.emit(ShopWish(folder, bring_back, page=PAGE))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Shop"))
        self._name.setText(self._name.text() or self.folder.name)
        self._folder.setText(str(self.folder))
        self._folder.setAccessibleName(self.tr("Folder of the shop"))
        self._currency_title.setText(self.tr("Currency of the shop"))
        self.currency.setAccessibleName(self._currency_title.text())
        self.currency.setItemText(0, self.tr("not chosen yet"))
        self.back_up_action.setText(self.tr("Back up the shop…"))
        self.restore_action.setText(self.tr("Restore from a backup…"))
        self.copy_button.setText(self.tr("Copy to…"))
        self.move_button.setText(self.tr("Move to…"))
        self.show_button.setText(self.tr("Show in the file manager"))

    def _on_currency(self, place: int) -> None:
        if place > 0:
            self.currency_chosen.emit(self.currency.itemData(place))

    def _allow(self) -> None:
        for widget in (self.copy_button, self.currency, self.scales, self.low):
            widget.setEnabled(self._is_open)
        self.back_up_action.setEnabled(self._is_open)
        self.restore_action.setEnabled(self._is_open)
        self.move_button.setEnabled(self._is_open and not self._fixed)

    def _ask_for_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        dialog = FileDialog(self, title, "shops", self.folder.parent)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
        dialog.open()

    def _ask_for_backup_target(self) -> None:
        dialog = FileDialog(self, self.tr("Back up the shop…").rstrip("…"), "backups")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"{self.folder.name}.zip")
        dialog.fileSelected.connect(lambda file: self.back_up(Path(file)))
        dialog.open()

    def _ask_for_backup(self) -> None:
        dialog = FileDialog(self, self.tr("Choose a backup"), "backups", self.folder / "backups")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups") + f" ({_BACKUPS})", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda file: self._ask_how_to_restore(Path(file)))
        dialog.open()

    def _ask_how_to_restore(self, backup: Path) -> None:
        folder = self.folder
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "Snapshelf",
            self.tr(
                "Bring the shop {shop} back to the backup {file}? What was changed since then is undone; the "
                "catalog and the lessons of now are kept in the shop's folder “replaced” until the next "
                "restore."
            ).format(shop=folder.name, file=backup.name),
            QMessageBox.StandardButton.Cancel,
            self.window(),
        )
        here = box.addButton(self.tr("Restore this shop"), QMessageBox.ButtonRole.AcceptRole)
        beside = box.addButton(self.tr("Into a new folder…"), QMessageBox.ButtonRole.ActionRole)
        here.clicked.connect(lambda: self.restore(backup, folder))
        beside.clicked.connect(
            lambda: self._ask_for_folder(
                self.tr("Choose an empty folder for the new shop"),
                lambda chosen: self.restore(backup, chosen),
            )
        )
        beside.setEnabled(not self._fixed)
        box.open()

    def _build(self) -> None:
        self.back_up_button.follow(self.back_up_action)
        self.restore_button.follow(self.restore_action)
        buttons = button_grid(
            (
                *self.shop_buttons,
                self.copy_button,
                self.back_up_button,
                self.restore_button,
                self.move_button,
            )
        )
        self.currency.addItem("", "")
        for code in sorted(CURRENCIES):
            self.currency.addItem(code, code)
        self._currency_title.setBuddy(self.currency)
        self.currency.activated.connect(self._on_currency)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self.show_button)
        column.addWidget(self._title)
        column.addLayout(top)
        column.addWidget(self._folder)
        money = QHBoxLayout()
        money.addWidget(self._currency_title)
        money.addWidget(self.currency)
        money.addStretch(1)
        column.addLayout(money)
        column.addWidget(self.scales)
        column.addWidget(self.low)
        column.addSpacing(4)
        column.addLayout(buttons)
        self.back_up_action.triggered.connect(self._ask_for_backup_target)
        self.restore_action.triggered.connect(self._ask_for_backup)
        self.copy_button.clicked.connect(
            lambda: self._ask_for_folder(self.tr("Choose the folder to copy the shop into"), self.copy_shop)
        )
        self.move_button.clicked.connect(
            lambda: self._ask_for_folder(self.tr("Choose the folder to move the shop into"), self.move_shop)
        )
        self.show_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
        )
        self._allow()
