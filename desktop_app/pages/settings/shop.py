"""The settings' part about the shop: where it lies, its currency, scales and low stock, copying, moving."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.care.moving import copy_shop
from core.catalog.currencies.iso import CURRENCIES
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.shop_choice import moved_shop
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.settings.low_stock import LowStockLine
from desktop_app.pages.settings.scales import ScalesLine
from desktop_app.widgets.button_grid import button_grid
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.setting_row import SettingRow
from desktop_app.widgets.wrapped_text import WrappedText

PAGE = "settings"
_LINE_WIDTH = 300


class SettingsShop(QFrame):
    """Asks for folders with the platform's own dialogs; what takes time is run by the page."""

    shop_wanted = Signal(object)
    """ShopWish: open another shop."""
    currency_chosen = Signal(str)
    """ISO 4217 code: the shop's currency from now on."""
    work_wanted = Signal(object, object)
    """(Callable[[Shop, ReportProgress], object], words about its end: Callable[[], str]): run it."""

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
        self._folder = WrappedText("muted", self)
        self.currency, self.scales, self.low = ChoiceBox(self), ScalesLine(self), LowStockLine(self)
        for line in (self.scales, self.low):
            line.label.hide()  # its row names it
            line.setFixedWidth(_LINE_WIDTH)
        self._currency_row = SettingRow(themes, self.currency)
        self._low_row = SettingRow(themes, self.low)
        self._scales_row = SettingRow(themes, self.scales)
        self.shop_buttons: list[IconButton] = []
        for icon, action in zip(("folder", "plus", "shop"), shop_actions, strict=False):
            button = IconButton(themes, icon, "plain", self)
            button.follow(action)
            self.shop_buttons.append(button)
        self.copy_button = IconButton(themes, "copy", "plain", self)
        self.move_button = IconButton(themes, "open", "plain", self)
        self.show_button = IconButton(themes, "folder", "quiet", self)
        self._build()
        self.retranslate()

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

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Shop"))
        self._name.setText(self._name.text() or self.folder.name)
        self._folder.setPlainText(str(self.folder))
        self._folder.setAccessibleName(self.tr("Folder of the shop"))
        self._currency_row.name(
            self.tr("Currency of the shop"), self.tr("Of every price that does not say its own.")
        )
        self.currency.setItemText(0, self.tr("not chosen yet"))
        self._low_row.name(
            self.tr("Low stock at"),
            self.tr("Products with so much or less are listed as low; each may have its own mark."),
        )
        self._scales_row.name(
            self.tr("Scale labels"),
            self.tr("What the digits mean: P product, W weight, Q pieces, M price, V and X check digits."),
        )
        self.copy_button.setText(self.tr("Copy to…"))
        self.move_button.setText(self.tr("Move to…"))
        self.show_button.setText(self.tr("Show in the file manager"))

    def _on_currency(self, place: int) -> None:
        if place > 0:
            self.currency_chosen.emit(self.currency.itemData(place))

    def _allow(self) -> None:
        for widget in (self.copy_button, self.currency, self.scales, self.low):
            widget.setEnabled(self._is_open)
        self.move_button.setEnabled(self._is_open and not self._fixed)

    def _ask_for_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        dialog = FileDialog(self, title, "shops", self.folder.parent)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
        dialog.open()

    def _build(self) -> None:
        self.currency.addItem("", "")
        for code in sorted(CURRENCIES):
            self.currency.addItem(code, code)
        self.currency.activated.connect(self._on_currency)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(top)
        column.addWidget(self._folder)
        for row in (self._currency_row, self._low_row, self._scales_row):
            column.addWidget(row)
        column.addSpacing(8)
        column.addLayout(button_grid((*self.shop_buttons, self.copy_button, self.move_button)))
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
