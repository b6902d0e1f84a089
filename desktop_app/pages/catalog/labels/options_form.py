"""How labels are to be: the sheet, where it begins, how many, what stands on them, how prices are written."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from core.catalog.currencies.shown import MoneyStyle
from core.paper.labels.facts import Part
from core.paper.labels.pages import LabelOptions
from core.paper.labels.sheets import A4, SHEETS, Sheet
from desktop_app.look.language import Translated
from desktop_app.look.wording import dotted
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label

_COPIES = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100)
_AMERICAN = "5160"


class LabelOptionsForm(Translated, QWidget):
    """Says what was chosen, and whenever it is chosen otherwise."""

    changed = Signal()

    def __init__(self, sheet_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = ChoiceBox(self)
        self.first = ChoiceBox(self)
        self.copies = ChoiceBox(self)
        self.style_ = ChoiceBox(self)
        self.parts = {part: QCheckBox(self) for part in Part}
        self._names = [text_label("body") for _ in range(4)]
        self._counted = text_label("small")
        self._says = text_label("body")
        self._build(sheet_name or _usual_sheet())
        self.retranslate()
        self._connect()

    def options(self) -> LabelOptions:
        """What is chosen now."""
        return LabelOptions(
            self._sheet(),
            self.first.currentIndex() + 1,
            self.copies.currentData(),
            frozenset(part for part, box in self.parts.items() if box.isChecked()),
            self.style_.currentData(),
            QLocale().language() == QLocale.Language.Chinese,
        )

    def begin_at(self, first: int) -> None:
        """Begin at this label, counted from 1."""
        self.first.setCurrentIndex(first - 1)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        texts = (self.tr("Sheet or roll"), self.tr("Begin at label"), self.tr("Copies"), self.tr("Prices"))
        for label, text, box in zip(
            self._names, texts, (self.sheet, self.first, self.copies, self.style_), strict=True
        ):
            label.setText(text)
            box.setAccessibleName(text)
        for index, sheet in enumerate(SHEETS):
            self.sheet.setItemText(index, self._sheet_words(sheet))
        self.copies.setItemText(self.copies.count() - 1, self.tr("As many as in stock"))
        self._say_count()
        self.style_.setItemText(0, self.tr("As usual for the currency"))
        self._says.setText(self.tr("On the label"))
        words = {
            Part.PRICE: self.tr("Price"),
            Part.CODE: self.tr("Barcode"),
            Part.SKU: self.tr("Number"),
            Part.SHELF: self.tr("Shelf place"),
        }
        for part, check in self.parts.items():
            check.setText(words[part])

    def _sheet(self) -> Sheet:
        return SHEETS[max(0, self.sheet.currentIndex())]

    def _sheet_words(self, sheet: Sheet) -> str:
        locale = QLocale()
        size = " × ".join(locale.toString(round(side, 1), "g", 4) for side in sheet.label)
        if sheet.is_cut:
            paper = self.tr("A4") if sheet.paper == A4 else self.tr("Letter")
            maker = self.tr("Shelf edge, cut from {paper}").format(paper=paper)
        else:
            maker = sheet.maker or self.tr("Roll")
        return dotted(maker, f"{size} mm")

    def _say_count(self) -> None:
        sheet = self._sheet()
        if sheet.is_roll:
            self._counted.setText(self.tr("One label after the other"))
            return
        paper = self.tr("A4") if sheet.paper == A4 else self.tr("Letter")
        self._counted.setText(self.tr("%n on a sheet of {paper}", "", sheet.labels).format(paper=paper))

    def _on_sheet(self) -> None:
        self._fill_first()
        self._say_count()

    def _fill_first(self) -> None:
        """As many places as the sheet has; the one that was chosen, if it is there."""
        count, chosen = self._sheet().labels, self.first.currentIndex()
        self.first.blockSignals(True)
        self.first.clear()
        self.first.addItems([QLocale().toString(number) for number in range(1, count + 1)])
        self.first.setCurrentIndex(chosen if 0 <= chosen < count else 0)
        self.first.blockSignals(False)
        self.first.setEnabled(count > 1)

    def _build(self, sheet_name: str) -> None:
        self.sheet.addItems([sheet.name for sheet in SHEETS])
        names = [sheet.name for sheet in SHEETS]
        self.sheet.setCurrentIndex(names.index(sheet_name) if sheet_name in names else 0)
        self.sheet.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sheet.setMinimumContentsLength(18)
        for count in _COPIES:
            self.copies.addItem(QLocale().toString(count), count)
        self.copies.addItem("", None)
        for words, style in (("", None), ("12.50", MoneyStyle.POINT), ("12,50", MoneyStyle.COMMA)):
            self.style_.addItem(words, style)
        for check in self.parts.values():
            check.setChecked(True)
        self._fill_first()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, box in zip(self._names, (self.sheet, self.first, self.copies, self.style_), strict=True):
            label.setBuddy(box)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            form.addRow(label, box)
        form.insertRow(1, self._counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form)
        column.addSpacing(4)
        column.addWidget(self._says)
        for check in self.parts.values():
            column.addWidget(check)

    def _connect(self) -> None:
        self.sheet.currentIndexChanged.connect(lambda _index: self._on_sheet())
        for box in (self.sheet, self.first, self.copies, self.style_):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for check in self.parts.values():
            check.toggled.connect(lambda _on: self.changed.emit())


def _usual_sheet() -> str:
    """Where letter paper is usual, one of its sheets."""
    system = QLocale.system().measurementSystem()
    return _AMERICAN if system is QLocale.MeasurementSystem.ImperialUSSystem else SHEETS[0].name
