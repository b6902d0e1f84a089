"""A new shop: its name, its currency, where its folder lies, and how its first products come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.catalog.currencies.iso import CURRENCIES
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_choice import Way, new_shop, restored_shop
from desktop_app.look.language import Translated
from desktop_app.look.wording import together
from desktop_app.pages.shops.name_field import ShopNameField
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label

WAYS: tuple[Way, ...] = ("table", "folder", "one by one")
_WIDTH = 560


class NewShopDialog(Translated, QDialog):
    """Nothing is made before "Make my shop" is pressed; a name that will not do is said in place.

    Args:
        way: how products are to come in, where that was said before.
        backup: what the shop is made of; it brings its currency and its products.
        why: a sentence above all, in the language of now: why a new shop is needed.
    """

    wanted = Signal(object)
    """ShopWish"""
    place_wanted = Signal()
    """Ask for the folder that the shop's folder is to lie in; :meth:`show_place` takes it."""

    def __init__(
        self,
        jobs: Jobs,
        way: Way = "table",
        why: Callable[[], str] = lambda: "",
        *,
        backup: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._why_words = why
        self._backup = backup
        self._place = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        self._title = text_label("title", wrap=True)
        self._why = text_label("muted", wrap=True)
        self.name = ShopNameField(jobs, self.tr("My shop"), self)
        self.currency = ChoiceBox(self)
        self.currency.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self._folder = text_label("muted", wrap=True)
        self.change = QPushButton(self)
        self.ways = {way: QRadioButton(self) for way in WAYS}
        self._labels = {name: text_label("section") for name in ("name", "currency", "folder", "ways")}
        self._cancel = QPushButton(self)
        self.make = QPushButton(self)
        self.ways[way].setChecked(True)
        self.currency.addItem("", "")
        for code in sorted(CURRENCIES):
            self.currency.addItem(code, code)
        here = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        self.currency.setCurrentIndex(max(0, self.currency.findData(here)))
        self._build()
        self.name.changed.connect(self._show_folder)
        self.change.clicked.connect(self.place_wanted)
        self._cancel.clicked.connect(self.reject)
        self.make.clicked.connect(self._check)
        self.retranslate()
        self._show_folder()

    @property
    def place(self) -> Path:
        """The folder that the shop's folder is to lie in."""
        return self._place

    @property
    def way(self) -> Way:
        """How the first products come in."""
        return next(way for way, button in self.ways.items() if button.isChecked())

    def show_place(self, place: Path) -> None:
        """The shop is to lie in this folder."""
        self._place = place
        self._show_folder()

    def _check(self) -> None:
        self.name.check(self._place, self._finish)

    def _finish(self, folder: Path) -> None:
        self.accept()
        if self._backup is not None:
            self.wanted.emit(restored_shop(folder, self._backup))
        else:
            self.wanted.emit(new_shop(folder, str(self.currency.currentData() or ""), self.way))

    def _show_folder(self) -> None:
        self._folder.setText(str(self._place / self.name.text))
        self.make.setEnabled(bool(self.name.text) and not self.name.is_looking)

    def _build(self) -> None:
        for text in (self._title, self._why):
            text.setMinimumWidth(_WIDTH)
        self.make.setProperty("kind", "primary")
        self.make.setDefault(True)
        self.change.setAutoDefault(False)
        self._labels["name"].setBuddy(self.name)
        self._labels["currency"].setBuddy(self.currency)
        fields = QGridLayout()
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(4)
        fields.addWidget(self._labels["name"], 0, 0)
        fields.addWidget(self._labels["currency"], 0, 1)
        fields.addWidget(self.name, 1, 0)
        fields.addWidget(self.currency, 1, 1)
        fields.setColumnStretch(0, 1)
        fields.setAlignment(self.currency, Qt.AlignmentFlag.AlignTop)
        where = QHBoxLayout()
        where.setSpacing(16)
        where.addWidget(self._folder, 1)
        where.addWidget(self.change)
        group = QButtonGroup(self)
        ways = QVBoxLayout()
        ways.setSpacing(8)
        for button in self.ways.values():
            group.addButton(button)
            ways.addWidget(button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addSpacing(8)
        column.addLayout(fields)
        column.addSpacing(8)
        column.addWidget(self._labels["folder"])
        column.addLayout(where)
        column.addSpacing(8)
        column.addWidget(self._labels["ways"])
        column.addLayout(ways)
        column.addSpacing(16)
        column.addLayout(buttons)
        for widget in (self.currency, self._labels["currency"], self._labels["ways"], *self.ways.values()):
            widget.setVisible(self._backup is None)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("New shop"))
        why = self._why_words() or self.tr(
            "It is a folder on this computer: copying it copies the shop, and nobody else sees it."
        )
        if self._backup is None:
            self._title.setText(self.tr("Your own shop"))
            self.make.setText(self.tr("Make my shop"))
        else:
            self._title.setText(self.tr("A new shop from a backup"))
            self.make.setText(self.tr("Restore"))
            why = self.tr("It is as the shop was in {file}. The shop that is open stays as it is.")
            why = why.format(file=self._backup.name)
            if self._backup.suffix != ".zip":
                alone = self.tr("That is a copy of the catalog alone: the new shop has no photos.")
                why = together(why, alone)
        self._why.setText(why)
        self._labels["name"].setText(self.tr("Name"))
        self._labels["currency"].setText(self.tr("Currency"))
        self._labels["folder"].setText(self.tr("Its folder"))
        self._labels["ways"].setText(self.tr("How the first products come in"))
        self.currency.setAccessibleName(self.tr("Currency of the shop"))
        self.currency.setItemText(0, self.tr("not chosen yet"))
        self._folder.setAccessibleName(self.tr("Its folder"))
        self.change.setText(self.tr("Another place…"))
        self.ways["table"].setText(self.tr("From a table: CSV, Excel, an export of a web shop or till"))
        self.ways["folder"].setText(self.tr("From a folder of pictures"))
        self.ways["one by one"].setText(self.tr("One by one, with the webcam or by hand"))
        self._cancel.setText(self.tr("Cancel"))
