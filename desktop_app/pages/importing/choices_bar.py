"""What a person says about a table that does not tell it itself: currency, decimal sign, encoding, sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.catalog.currencies.iso import CURRENCIES
from core.catalog.tables.choices import TableChoices
from core.catalog.written_numbers import DecimalSign
from desktop_app.widgets.fields.wheel import ChoiceBox

_SIGNS: tuple[DecimalSign | None, ...] = (None, ".", ",")
_ENCODINGS = (
    *("utf-8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
    *("gb18030", "big5", "cp932", "euc_jp", "cp949", "iso8859_2", "iso8859_15", "cp850", "cp852", "cp866"),
    *("koi8_r", "mac_roman", "mac_latin2", "mac_cyrillic"),
)


class ChoicesBar(QWidget):
    """A row of choices, each of which is left to the table until somebody chooses."""

    reread_wanted = Signal()
    """Another sheet or encoding: the table itself is another one."""
    changed = Signal()
    """Another currency or decimal sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {
            name: ChoiceBox(self) for name in ("currency", "decimal", "encoding", "sheet", "photos")
        }
        self._labels = {name: QLabel(self) for name in self._boxes}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        self._pairs: dict[str, QWidget] = {}
        """A label with its box; what is hidden leaves no room behind."""
        for name, box in self._boxes.items():
            self._labels[name].setBuddy(box)
            self._pairs[name] = QWidget(self)
            pair = QHBoxLayout(self._pairs[name])
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(8)
            pair.addWidget(self._labels[name])
            pair.addWidget(box)
            row.addWidget(self._pairs[name])
        row.addStretch(1)
        for (
            box
        ) in self._boxes.values():  # another language's words may be longer than those it was shown with
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        # A sheet's name may be as long as it likes: the window must still fit a small screen.
        self._boxes["sheet"].setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._boxes["sheet"].setMinimumContentsLength(10)
        self._show("sheet", shown=False)
        for sign in _SIGNS:
            self._boxes["decimal"].addItem("", sign)
        self._boxes["currency"].addItem("", "")
        for kind in (None, "catalog", "counter"):
            self._boxes["photos"].addItem("", kind)
        for code in sorted(CURRENCIES):
            self._boxes["currency"].addItem(code, code)
        self._boxes["encoding"].addItem("", None)
        for encoding in _ENCODINGS:
            self._boxes["encoding"].addItem(encoding, encoding)
        self.retranslate()
        for name in ("currency", "decimal", "photos"):
            self._boxes[name].currentIndexChanged.connect(self.changed)
        for name in ("encoding", "sheet"):
            self._boxes[name].currentIndexChanged.connect(self.reread_wanted)

    def offer(self, sheets: Sequence[str]) -> None:
        """Offer these sheets of a workbook; none for a text file, which has an encoding instead."""
        box = self._boxes["sheet"]
        if [box.itemData(place) for place in range(1, box.count())] != list(sheets):
            box.blockSignals(True)
            box.clear()
            box.addItem("", None)
            for sheet in sheets:
                box.addItem(sheet, sheet)
            box.blockSignals(False)
        # One hides before the other shows: a window grows for what is shown and never shrinks back.
        self._show("encoding", shown=False)
        self._show("sheet", shown=len(sheets) > 1)
        self._show("encoding", shown=not sheets)
        self.retranslate()

    def offer_photos_alone(self) -> None:
        """For a folder of pictures, which has nothing else to choose."""
        for name in self._boxes:
            self._show(name, shown=name == "photos")

    def offer_reading_alone(self) -> None:
        """For a table that brings no products: neither their currency nor their photos."""
        for name in ("currency", "photos"):
            self._show(name, shown=False)

    def show_currency(self, code: str) -> None:
        """The shop's currency; that of this computer's country where the shop has none yet."""
        here = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        box = self._boxes["currency"]
        box.blockSignals(True)
        box.setCurrentIndex(max(0, box.findData(code or here)))
        box.blockSignals(False)

    def choose(self, name: str, value: str) -> None:
        """Choose as a person does: ``currency``, ``decimal``, ``encoding``, ``sheet`` or ``photos``."""
        self._boxes[name].setCurrentIndex(self._boxes[name].findData(value))

    def currency(self) -> str:
        """The code that is chosen; "" for none."""
        return str(self._boxes["currency"].currentData() or "")

    def choices(self) -> TableChoices:
        """The rest of what is chosen."""
        return TableChoices(
            self._boxes["decimal"].currentData(),
            self._boxes["encoding"].currentData() if not self._pairs["encoding"].isHidden() else None,
            self._boxes["sheet"].currentData() if not self._pairs["sheet"].isHidden() else None,
            self._boxes["photos"].currentData(),
        )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        names = {
            "currency": self.tr("Currency"),
            "decimal": self.tr("Decimals"),
            "encoding": self.tr("Encoding"),
            "sheet": self.tr("Sheet"),
            "photos": self.tr("Photos"),
        }
        for name, words in names.items():
            self._labels[name].setText(words)
            self._boxes[name].setAccessibleName(words)
            if self._boxes[name].count():
                self._boxes[name].setItemText(0, self.tr("as found"))
        self._boxes["currency"].setItemText(0, self.tr("— none —"))
        for place, example in enumerate(("1.50", "1,50"), start=1):
            self._boxes["decimal"].setItemText(place, example)
        for place, kind in enumerate((self.tr("from the catalog"), self.tr("taken in the shop")), start=1):
            self._boxes["photos"].setItemText(place, kind)

    def _show(self, name: str, *, shown: bool) -> None:
        self._pairs[name].setVisible(shown)
