"""How cards or a poster are to be: which of them, size, languages, and a poster's own words and days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from core.advertising.cards.pages import CardOptions
from core.advertising.posters.occasions import Occasion
from core.advertising.posters.pages import FOOT, HEADLINE, PosterOptions, too_long
from core.advertising.posters.templates import TEMPLATES
from core.advertising.sizes import SIZES, PageSize
from core.advertising.words import Language
from core.messages import Sentence
from core.quantities.sale_price import read_day
from desktop_app.look.language import Translated, in_words
from desktop_app.look.wording import dotted
from desktop_app.pages.catalog.advertising.product_choice import ProductChoice
from desktop_app.widgets.fields.entry_line import EntryLine
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label

_LANGUAGES = (Language.ENGLISH, Language.CHINESE, Language.BOTH)


class AdvertisingForm(Translated, QWidget):
    """Says what was chosen, and whenever it is chosen otherwise."""

    changed = Signal()

    def __init__(self, products: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._products = products
        self.kind = ChoiceBox(self)
        self.of = ChoiceBox(self)
        self.choice = ProductChoice(self)
        self.size_ = ChoiceBox(self)
        self.language = ChoiceBox(self)
        self.separate = QCheckBox(self)
        self.headline = EntryLine(lambda text: _length_problem(text, HEADLINE), self)
        self.foot = EntryLine(lambda text: _length_problem(text, FOOT), self)
        self.first = EntryLine(self._day_problem, self)
        self.last = EntryLine(self._day_problem, self)
        self.despite_words = QCheckBox(self)
        self._names = [text_label("body") for _ in range(4)]
        self._lines = (self.headline, self.foot, self.first, self.last)
        self._build()
        self.retranslate()
        self._connect()
        self._show_what_fits()

    def options(self) -> CardOptions | PosterOptions:
        """What is chosen now."""
        template, size = self.kind.currentData(), self._size()
        language = _LANGUAGES[self.language.currentIndex()]
        if template is None:
            return CardOptions(size, language, not self.separate.isChecked())
        first, last = (_day(line.line.text()) for line in (self.first, self.last))
        words = [line.line.text().strip() for line in (self.headline, self.foot)]
        return PosterOptions(template, size or SIZES[0], language, words[0], words[1], first, last)

    def occasion(self) -> Occasion | None:
        """What a poster's products are chosen by; None for the selected ones."""
        chosen = self.of.currentData()
        return None if chosen is None or self.kind.currentData() is None else Occasion(chosen)

    def own_words(self) -> tuple[str, ...]:
        """What was typed that stands on it."""
        options = self.options()
        return (options.headline, options.foot) if isinstance(options, PosterOptions) else ()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        for label, text, box in zip(
            self._names,
            (self.tr("What"), self.tr("Of what"), self.tr("Size"), self.tr("Language on it")),
            (self.kind, self.of, self.size_, self.language),
            strict=True,
        ):
            label.setText(text)
            box.setAccessibleName(text)
        card = self.tr("Product card") if self._products == 1 else self.tr("Product cards, to be compared")
        self.kind.setItemText(0, card)
        for number, template in enumerate(TEMPLATES, 1):
            named = self.tr("Poster: {name}").format(name=in_words(Sentence(template.label)))
            self.kind.setItemText(number, named)
        for number, named in enumerate(
            (
                self.tr("The selected products"),
                self.tr("What costs less on the first day"),
                self.tr("What was sold out and came back"),
                self.tr("What is new in the shop"),
            )
        ):
            self.of.setItemText(number, named)
        self.size_.setItemText(0, self.tr("As usual"))
        for number, size in enumerate(SIZES, 1):
            self.size_.setItemText(number, self._size_words(size))
        for number, words in enumerate((self.tr("English"), self.tr("Chinese"), self.tr("Both"))):
            self.language.setItemText(number, words)
        self.separate.setText(self.tr("A page for each product"))
        self.despite_words.setText(self.tr("These words are meant: make it all the same"))
        for line, name, hint in (
            (self.headline, self.tr("Headline"), self.tr("That of the poster")),
            (self.foot, self.tr("Line at the foot"), self.tr("Such as the shop's address")),
            (self.first, self.tr("First day"), self.tr("As 2026-12-01; or empty")),
            (self.last, self.tr("Last day"), self.tr("As 2026-12-24; or empty")),
        ):
            line.set_name(name)
            line.line.setPlaceholderText(hint)

    def _size(self) -> PageSize | None:
        size: PageSize | None = self.size_.currentData()
        return size

    def _size_words(self, size: PageSize) -> str:
        locale = QLocale()
        if not size.is_screen:
            name = self.tr("Letter") if size.name == "letter" else size.name
            sides = (locale.toString(round(side)) for side in (size.width, size.height))
            return dotted(name, f"{' × '.join(sides)} mm")
        names = {"square": self.tr("Square"), "portrait": self.tr("Upright"), "story": self.tr("Story")}
        high = round(size.pixels * size.height / size.width)
        return dotted(names[size.name], f"{size.pixels} × {high}")

    def _day_problem(self, text: str) -> str:
        return self.tr("A day is written as 2026-12-24.") if read_day(text) is None else ""

    def _show_what_fits(self) -> None:
        is_card = self.kind.currentData() is None
        self.separate.setVisible(is_card and self._products > 1)
        for shown in (*self._lines, self._names[1], self.of):
            shown.setVisible(not is_card)

    def _on_kind(self) -> None:
        self._show_what_fits()
        self.changed.emit()

    def _on_of(self) -> None:
        """An occasion has a look and a headline of its own; another one may be chosen afterwards."""
        occasion = self.occasion()
        if occasion is not None:
            names = [template.name for template in TEMPLATES]
            self.kind.setCurrentIndex(names.index(occasion) + 1)
        self.choice.clear()
        self.changed.emit()

    def _build(self) -> None:
        self.kind.addItem("", None)
        for template in TEMPLATES:
            self.kind.addItem("", template)
        for occasion in (None, *Occasion):
            self.of.addItem("", occasion)
        self.size_.addItem("", None)
        for size in SIZES:
            self.size_.addItem("", size)
        self.language.addItems([""] * len(_LANGUAGES))
        is_chinese = QLocale().language() == QLocale.Language.Chinese
        self.language.setCurrentIndex(int(is_chinese))
        self.despite_words.hide()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, box in zip(self._names, (self.kind, self.of, self.size_, self.language), strict=True):
            label.setBuddy(box)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            form.addRow(label, box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self.choice)
        column.addWidget(self.separate)
        for line in self._lines:
            column.addWidget(line)
        column.addWidget(self.despite_words)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._on_kind())
        self.of.currentIndexChanged.connect(lambda _index: self._on_of())
        for box in (self.size_, self.language):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.separate.toggled.connect(lambda _on: self.changed.emit())
        self.choice.changed.connect(self.changed)
        for line in self._lines:
            line.entered.connect(lambda _text: self.changed.emit())


def _length_problem(text: str, most: int) -> str:
    problem = too_long(text, most)
    return "" if problem is None else in_words(problem)


def _day(text: str) -> date | None:
    """The day that was typed; None for none, or for what is none."""
    read = read_day(text)
    return date.fromisoformat(read) if read else None
