"""A new product: its picture, a proposed number and title, and what it looks like that the shop has.

Made for three keystrokes: the camera is opened, Space takes the picture, Enter saves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import Sentence
from desktop_app.engine.picture_mime import may_hold_pictures
from desktop_app.look.language import Translated, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import certainty, share
from desktop_app.pages.catalog.facts import Choices
from desktop_app.pages.catalog.lists.product_columns import Column, heading, read_entry, read_stock
from desktop_app.widgets.fields.entry_line import EntryLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_view import PictureView

if TYPE_CHECKING:
    from core.catalog.products.upsert import ProductDraft
    from core.newcomer.details import Details
    from core.newcomer.proposal import Proposal

_FORM = (Column.CATEGORY, Column.PRICE, Column.STOCK, Column.LOCATION, Column.BARCODE, Column.TAGS)


class NewProductView(Translated, QWidget):
    """Asks for what is known; saving is a wish that the page fulfils."""

    save_wanted = Signal(object)
    """A ProductDraft; the picture is the page's to know."""
    add_to_wanted = Signal(object)
    """Result: the picture is of this product of the shop, add it there."""
    left = Signal()
    pictures_wanted = Signal()
    """Let the user choose picture files."""
    pictures_dropped = Signal(object)
    """QMimeData."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices()
        self._proposal: Proposal | None = None
        self._failure: Sentence | None = None
        self._typed: set[EntryLine] = set()
        """Lines that the user wrote in: nothing is proposed there any more."""
        self._suggested: dict[EntryLine, str] = {}
        """What was proposed last, also where the user had written something."""
        self._title_read = ""
        self._is_counter = False
        self._headline = text_label("display", wrap=True)
        self._hint = text_label("muted", wrap=True)
        self.photo = PictureView(themes, self)
        self.photo.setMinimumWidth(280)
        self.choose_button = IconButton(themes, "open", "plain", self)
        self.title = EntryLine(self._title_problem, self)
        self.sku = EntryLine(self._sku_problem, self)
        self.lines = {column: EntryLine(self._problem_of(column), self) for column in _FORM}
        self._alike = QFrame(self)
        self._alike.setProperty("kind", "notice")
        self.alike_words = text_label("body", wrap=True)
        self.add_to_button = IconButton(themes, "picture", "plain", self)
        self.problem = text_label("problem", wrap=True)
        self.save_button = IconButton(themes, "check", "primary", self)
        self.leave_button = IconButton(themes, "close", "plain", self)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.retranslate()

    def start(self, image: QImage, *, is_counter: bool = False, keeps_typed: bool = False) -> None:
        """Begin with this picture; a null one to begin without, or with one that comes later.

        Args:
            is_counter: it was taken at the counter.
            keeps_typed: it is another picture of the same product: what the user wrote stays.
        """
        self._proposal, self._failure, self._title_read = None, None, ""
        self._is_counter = is_counter
        self._suggested.clear()
        if not keeps_typed:
            self._typed.clear()
        self.photo.show_image(image)
        for line in self._all_lines():
            if line not in self._typed:
                line.show_text("")
        self._alike.hide()
        self._allow(False)
        self.retranslate()
        self.title.line.setFocus()

    @property
    def is_begun(self) -> bool:
        """Whether anything stands there that only the user knows."""
        return any(
            line.line.text().strip() not in ("", self._suggested.get(line, "")) for line in self._all_lines()
        )

    def show_picture(self, image: QImage) -> None:
        """This is its picture now."""
        self.photo.show_image(image)
        self.retranslate()

    def propose(self, proposal: Proposal) -> None:
        """Fill in what was not typed yet, and warn of a product that looks alike."""
        self._proposal = proposal
        self._suggest(self.sku, proposal.sku)
        self._suggest(self.lines[Column.CATEGORY], proposal.category)
        self._suggest(self.lines[Column.BARCODE], proposal.barcode)
        self._alike.setVisible(proposal.alike is not None)
        self._allow(True)
        self.retranslate()
        self._mark_title()

    def propose_details(self, details: Details) -> None:
        """Fill in what a closer look found, where nothing was typed yet."""
        self._title_read = details.title
        self._suggest(self.lines[Column.TAGS], ", ".join(details.tags))
        self.retranslate()
        self._mark_title()

    def show_choices(self, choices: Choices) -> None:
        """Names to choose from while typing."""
        self._choices = choices
        self.lines[Column.CATEGORY].offer(choices.categories)
        self.lines[Column.LOCATION].offer(choices.locations)

    def show_failure(self, failure: Sentence) -> None:
        """It could not be saved."""
        self._failure = failure
        self._allow(True)
        self.retranslate()

    def save(self) -> None:
        """As Enter does."""
        wrong = [line for line in self._all_lines() if not line.finish()]
        if wrong:
            wrong[0].line.setFocus()
        elif self.save_button.isEnabled():
            self._begin_saving()
            self.save_wanted.emit(self.draft())

    def draft(self) -> ProductDraft:
        """What was entered."""
        from core.catalog.products.upsert import ProductDraft

        said = {column: line.line.text().strip() for column, line in self.lines.items()}
        stock = read_stock(said[Column.STOCK])
        money = read_entry(Column.PRICE, said[Column.PRICE], self._choices.currency).price
        return ProductDraft(
            self.sku.line.text().strip(),
            title=self.title.line.text().strip(),
            category=said[Column.CATEGORY],
            location=said[Column.LOCATION],
            barcode=said[Column.BARCODE],
            price_minor=money.minor if money is not None else None,
            currency=money.currency if money is not None else None,
            stock=stock.stock if stock.stock_by is None else stock.stock_by,
            unit=stock.unit,
            tags=read_entry(Column.TAGS, said[Column.TAGS], "").tags,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may hold pictures."""
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """This is the product's picture."""
        event.acceptProposedAction()
        self.pictures_dropped.emit(event.mimeData())

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._headline.setText(self.tr("New product"))
        self._hint.setText(self._hint_words())
        self.photo.setAccessibleName(self.tr("Picture of the new product"))
        self.choose_button.setText(self.tr("Choose pictures…"))
        self.title.set_name(self.tr("Title"))
        self.sku.set_name(self.tr("Number (SKU)"))
        for column, line in self.lines.items():
            line.set_name(heading(column))
        self.save_button.setText(self.tr("Save"))
        self.save_button.setToolTip(self.tr("Enter"))
        self.leave_button.setText(self.tr("Cancel"))
        self.leave_button.setToolTip(self.tr("Esc"))
        self.problem.setText(in_words(self._failure) if self._failure is not None else "")
        self.problem.setVisible(self._failure is not None)
        proposal = self._proposal
        if proposal is None:
            return
        title = self._title_read or self.tr("New product {number}").format(number=proposal.sku)
        self._suggest(self.title, title)
        if proposal.alike is not None:
            title, sure = proposal.alike.title, proposal.alike.confidence
            words = (
                self.tr("This looks like “{title}”, which the shop has ({certainty}, {share}).")
                if proposal.is_known
                else self.tr("It might be “{title}”, which the shop has ({certainty}, {share}).")
            )
            self.alike_words.setText(words.format(title=title, certainty=certainty(sure), share=share(sure)))
            self.add_to_button.setText(self.tr("Add the picture to that product"))

    def _hint_words(self) -> str:
        if self.photo.image.isNull() and not self._is_counter:
            return self.tr("Drop a picture here, or save it without one. Enter saves.")
        words = self.tr("Enter saves it. Everything can be changed later.")
        if not self._is_counter:
            return words
        kept = self.tr("What you searched with is kept as its counter photo.")
        return f"{words} {kept}"

    def _all_lines(self) -> tuple[EntryLine, ...]:
        return self.title, self.sku, *self.lines.values()

    def _mark_title(self) -> None:
        """The first letter takes the place of what was proposed, not of what was typed before it came."""
        if self.title not in self._typed and self.focusWidget() is self.title.line:  # also on a page to come
            self.title.line.selectAll()

    def _suggest(self, line: EntryLine, text: str) -> None:
        if text:
            self._suggested[line] = text
        if line not in self._typed and text:
            line.show_text(text)

    def _problem_of(self, column: Column) -> Callable[[str], str]:
        def problem(text: str) -> str:
            if not text.strip():
                return ""
            try:
                read_entry(column, text, self._choices.currency)
            except KnownError as error:
                return in_words(error.sentence)
            return ""

        return problem

    def _title_problem(self, text: str) -> str:
        return "" if text.strip() else self.tr("A product needs a title.")

    def _sku_problem(self, text: str) -> str:
        return "" if text.strip() else self.tr("A product needs a number of its own.")

    def _begin_saving(self) -> None:
        self._failure = None
        self._allow(False)

    def _allow(self, is_on: bool) -> None:
        for button in (self.save_button, self.add_to_button):
            button.setEnabled(is_on)

    def _on_alike(self) -> None:
        if self._proposal is not None and self._proposal.alike is not None:
            self._begin_saving()
            self.add_to_wanted.emit(self._proposal.alike)

    def _build(self) -> None:
        notice = QVBoxLayout(self._alike)
        notice.setContentsMargins(16, 12, 16, 12)
        notice.setSpacing(8)
        notice.addWidget(self.alike_words)
        notice.addWidget(self.add_to_button, 0, Qt.AlignmentFlag.AlignLeft)
        form = QVBoxLayout()
        form.setSpacing(10)
        form.addWidget(self._alike)
        form.addWidget(self.title)
        pairs = ((self.sku, self.lines[Column.CATEGORY]),)
        rest = list(self.lines.values())[1:]
        for left, right in (*pairs, (rest[0], rest[1]), (rest[2], rest[3])):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
            row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
            form.addLayout(row)
        form.addWidget(rest[4])
        form.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        form.addSpacing(8)
        form.addLayout(buttons)
        form.addStretch(1)
        inner = QWidget(self)
        inner.setLayout(form)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        area.setMinimumWidth(380)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        picture = QVBoxLayout()
        picture.setSpacing(12)
        picture.addWidget(self.photo, 1)
        picture.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        columns.addLayout(picture, 5)
        columns.addWidget(area, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(8)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addLayout(columns, 1)

    def _connect(self) -> None:
        for line in self._all_lines():
            line.line.textEdited.connect(lambda _text, line=line: self._typed.add(line))
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.left)
        self.add_to_button.clicked.connect(self._on_alike)
        self.choose_button.clicked.connect(self.pictures_wanted)
