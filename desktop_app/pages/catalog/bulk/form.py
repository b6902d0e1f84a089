"""What one change to many products is typed into; what is wrong stands below its line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.catalog.edits.bulk_edit import BulkEdit
from core.catalog.tags.tag_names import split_tags
from core.errors import KnownError
from core.messages import Sentence, message
from core.quantities.units import Unit, read_unit
from desktop_app.look.language import in_words
from desktop_app.look.stock_words import read_mark
from desktop_app.pages.catalog.bulk.typed_number import decimal_of
from desktop_app.pages.catalog.facts import Choices
from desktop_app.widgets.fields.entry_line import EntryLine


class BulkForm(QWidget):
    """A line left empty changes nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.category, self.brand, self.location = (EntryLine(_no_problem, self) for _ in range(3))
        self.unit = EntryLine(_unit_problem, self)
        self.low = EntryLine(_low_problem, self)
        self.add_tags, self.remove_tags = (EntryLine(_tag_problem, self) for _ in range(2))
        self.price = EntryLine(_price_problem, self)
        self._percent_button, self._amount_button = QPushButton(self), QPushButton(self)
        self._build()
        for line in self.lines:
            line.line.textChanged.connect(lambda _text: self.changed.emit())
        for button in (self._percent_button, self._amount_button):
            button.clicked.connect(lambda _checked: self.changed.emit())

    @property
    def lines(self) -> tuple[EntryLine, ...]:
        """The lines from the top."""
        tags = (self.add_tags, self.remove_tags)
        return (self.category, self.brand, *tags, self.location, self.unit, self.low, self.price)

    def show_choices(self, choices: Choices) -> None:
        """Names to choose from while typing."""
        self.category.offer(choices.categories)
        self.brand.offer(choices.brands)
        self.location.offer(choices.locations)
        self.unit.offer([unit.value for unit in Unit])
        self.add_tags.offer(choices.tags)
        self.remove_tags.offer(choices.tags)

    def clear(self) -> None:
        """Nothing typed."""
        for line in self.lines:
            line.show_text("")

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.category.set_name(self.tr("Category"))
        self.brand.set_name(self.tr("Brand"))
        self.location.set_name(self.tr("Shelf place"))
        self.unit.set_name(self.tr("Unit, like kg"))
        self.low.set_name(self.tr("Low stock at"))
        self.add_tags.set_name(self.tr("Add tags"))
        self.remove_tags.set_name(self.tr("Remove tags"))
        self.price.set_name(self.tr("Raise prices by"))
        self.price.line.setPlaceholderText(self.tr("-5 lowers them"))
        self._percent_button.setText("%")
        self._percent_button.setAccessibleName(self.tr("Percent"))
        self._amount_button.setText(self.tr("Amount"))

    def bulk_edit(self) -> BulkEdit | None:
        """What is typed; None if some of it cannot be taken.

        Raises:
            KnownError: a tag, a unit or a mark that cannot be one.
        """
        try:
            number = decimal_of(self.price.line.text())
        except ValueError:
            return None
        percent = self._percent_button.isChecked()
        return BulkEdit(
            self.category.line.text().strip() or None,
            self.brand.line.text().strip() or None,
            self.location.line.text().strip() or None,
            split_tags(self.add_tags.line.text()),
            split_tags(self.remove_tags.line.text()),
            number if percent else None,
            None if percent else number,
            read_mark(self.low.line.text()),
            read_unit(self.unit.line.text()),
        )

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button in (self._percent_button, self._amount_button):
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            group.addButton(button)
        self._percent_button.setChecked(True)
        prices = QHBoxLayout()
        prices.setSpacing(8)
        prices.addWidget(self.price, 1)
        unit = QVBoxLayout()
        unit.setSpacing(2)
        unit.addSpacing(18)
        both = QHBoxLayout()
        both.setSpacing(4)
        both.addWidget(self._percent_button)
        both.addWidget(self._amount_button)
        unit.addLayout(both)
        unit.addStretch(1)
        prices.addLayout(unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(12)
        places = (
            (self.category, self.brand),
            (self.add_tags, self.remove_tags),
            (self.location, self.unit),
            (self.low,),
        )
        for row, lines in enumerate(places):
            for place, line in enumerate(lines):
                form.addWidget(line, row, place, Qt.AlignmentFlag.AlignTop)
        column.addLayout(form)
        column.addLayout(prices)


def _no_problem(_text: str) -> str:
    return ""


def _unit_problem(text: str) -> str:
    try:
        read_unit(text)
    except KnownError as error:
        return in_words(error.sentence)
    return ""


def _low_problem(text: str) -> str:
    try:
        read_mark(text)
    except KnownError as error:
        return in_words(error.sentence)
    return ""


def _tag_problem(text: str) -> str:
    try:
        split_tags(text)
    except KnownError as error:
        return in_words(error.sentence)
    return ""


def _price_problem(text: str) -> str:
    try:
        decimal_of(text)
    except ValueError:
        wrong = message("core", "“{value}” is no number: write 10 or -2.5, for instance.")
        return in_words(Sentence(wrong, {"value": text.strip()[:20]}))
    return ""
