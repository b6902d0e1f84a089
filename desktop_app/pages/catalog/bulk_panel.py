"""Many products at the page's right: one change to all of them, with what it would do before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.messages import Sentence, message
from desktop_app.jobs import Job, Jobs
from desktop_app.language import in_words
from desktop_app.pages.catalog.catalog_facts import Choices
from desktop_app.pages.catalog.catalog_reading import CatalogReading
from desktop_app.pages.catalog.typed_number import decimal_of
from desktop_app.theme import ThemeSwitch
from desktop_app.widgets.entry_line import EntryLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.wording import price

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.catalog.bulk_edit import BulkEdit, BulkPlan

_PLAN_MS = 250


class BulkPanel(QFrame):
    """Shows what is typed and what it would change; "Change" is a wish that the page fulfils."""

    change_wanted = Signal(object)
    """The BulkPlan to carry out."""
    archive_wanted = Signal(bool)

    def __init__(
        self, themes: ThemeSwitch, jobs: Jobs, reading: CatalogReading, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._jobs = jobs
        self._reading = reading
        self._ids: NDArray[np.int64] | None = None
        self._count = 0
        self._planning: Job | None = None
        self._plan: BulkPlan | None = None
        self._failure: Sentence | None = None
        self._headline = text_label("title", wrap=True)
        self._hint = text_label("small", wrap=True)
        self.category, self.brand, self.location = (EntryLine(_no_problem, self) for _ in range(3))
        self.add_tags, self.remove_tags = (EntryLine(self._tag_problem, self) for _ in range(2))
        self.price = EntryLine(self._price_problem, self)
        self._percent_button, self._amount_button = QPushButton(self), QPushButton(self)
        self.preview = text_label("body", wrap=True)
        self.apply_button = IconButton(themes, "check", "primary", self)
        self.archive_button = IconButton(themes, "archive", "quiet", self)
        self.restore_button = IconButton(themes, "unarchive", "quiet", self)
        self._timer = QTimer(self, singleShot=True, interval=_PLAN_MS)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def plan(self) -> BulkPlan | None:
        """What "Change" would do; None while that is not known."""
        return self._plan

    @property
    def lines(self) -> tuple[EntryLine, ...]:
        """The lines from the top."""
        return (self.category, self.brand, self.location, self.add_tags, self.remove_tags, self.price)

    def show_products(self, ids: NDArray[np.int64], *, archived: bool) -> None:
        """These are selected; ``archived`` says of which list."""
        self._ids, self._count = ids, len(ids)
        self.archive_button.setVisible(not archived)
        self.restore_button.setVisible(archived)
        self._want_plan()
        self.retranslate()

    def show_choices(self, choices: Choices) -> None:
        """Names to choose from while typing."""
        self.category.offer(choices.categories)
        self.brand.offer(choices.brands)
        self.location.offer(choices.locations)
        self.add_tags.offer(choices.tags)
        self.remove_tags.offer(choices.tags)
        self.setEnabled(choices.writable)

    def clear(self) -> None:
        """Nothing typed: after it was done."""
        for line in self.lines:
            line.show_text("")
        self._want_plan()

    def choose_percent(self, percent: bool) -> None:
        """Whether the change of price is in hundredths of it, or an amount."""
        (self._percent_button if percent else self._amount_button).setChecked(True)
        self._want_plan()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._headline.setText(self.tr("%n product(s) selected", "", self._count))
        self._hint.setText(self.tr("What you leave empty stays as it is."))
        self.category.set_name(self.tr("Category"))
        self.brand.set_name(self.tr("Brand"))
        self.location.set_name(self.tr("Shelf place"))
        self.add_tags.set_name(self.tr("Add tags"))
        self.remove_tags.set_name(self.tr("Remove tags"))
        self.price.set_name(self.tr("Raise the price by (minus: lower it)"))
        self._percent_button.setText("%")
        self._percent_button.setAccessibleName(self.tr("Percent"))
        self._amount_button.setText(self.tr("Amount"))
        self.archive_button.setText(self.tr("Archive"))
        self.restore_button.setText(self.tr("Put back on the shelf"))
        self._write_preview()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def bulk_edit(self) -> BulkEdit | None:
        """What is typed; None if some of it cannot be taken.

        Raises:
            KnownError: a tag that cannot be one.
        """
        from core.catalog.bulk_edit import BulkEdit
        from core.catalog.tag_names import split_tags

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
        )

    def _want_plan(self) -> None:
        self._plan, self._failure = None, None
        if self._planning is not None:
            self._planning.cancel()
            self._planning = None
        self._timer.start()
        self._write_preview()

    def _make_plan(self) -> None:
        if self._ids is None:
            return
        try:
            bulk = self.bulk_edit()
        except KnownError as error:
            self._on_failure(error.sentence)
            return
        if bulk is None or bulk.is_empty:
            self._write_preview()
            return
        ids = self._ids
        self._planning = self._jobs.run(
            lambda report: self._reading.plan_bulk(ids, bulk, report),
            success=self._on_plan,
            failure=self._on_failure,
        )

    def _on_plan(self, plan: BulkPlan) -> None:
        self._planning, self._plan = None, plan
        self._write_preview()

    def _on_failure(self, failure: Sentence) -> None:
        self._planning, self._failure = None, failure
        self._write_preview()

    def _write_preview(self) -> None:
        plan = self._plan
        changes = len(plan.changes) if plan is not None else 0
        self.apply_button.setEnabled(changes > 0)
        self.apply_button.setText(
            self.tr("Change %n product(s)", "", changes) if changes else self.tr("Change")
        )
        self.preview.setText("\n".join(self._preview(plan)))

    def _preview(self, plan: BulkPlan | None) -> list[str]:
        if self._failure is not None:
            return [in_words(self._failure)]
        if plan is None:
            return []
        number = QLocale().toString(len(plan.changes))
        of = QLocale().toString(plan.products)
        lines = [self.tr("{changes} of {products} products change.").format(changes=number, products=of)]
        if plan.without_price:
            lines.append(
                self.tr("{count} have no price and keep none.").format(
                    count=QLocale().toString(plan.without_price)
                )
            )
        for example in plan.examples:
            before = price(example.before.minor, example.before.currency)
            after = price(example.after.minor, example.after.currency)
            lines.append(f"{example.title}: {before} → {after}")
        return lines

    def _tag_problem(self, text: str) -> str:
        from core.catalog.tag_names import split_tags

        try:
            split_tags(text)
        except KnownError as error:
            return in_words(error.sentence)
        return ""

    def _price_problem(self, text: str) -> str:
        try:
            decimal_of(text)
        except ValueError:
            wrong = message("core", "“{value}” is no number: write 10 or -2.5, for instance.")
            return in_words(Sentence(wrong, {"value": text.strip()[:20]}))
        return ""

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
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(12)
        places = ((self.category, self.brand), (self.add_tags, self.remove_tags), (self.location,))
        for row, lines in enumerate(places):
            for place, line in enumerate(lines):
                form.addWidget(line, row, place, Qt.AlignmentFlag.AlignTop)
        column.addLayout(form)
        column.addLayout(prices)
        buttons = QHBoxLayout()
        buttons.addWidget(self.archive_button)
        buttons.addWidget(self.restore_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.preview)
        foot.addWidget(self.apply_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._make_plan)
        for line in self.lines:
            line.line.textChanged.connect(lambda _text: self._want_plan())
        for button in (self._percent_button, self._amount_button):
            button.clicked.connect(self._want_plan)
        self.apply_button.clicked.connect(lambda: self.change_wanted.emit(self._plan))
        self.archive_button.clicked.connect(lambda: self.archive_wanted.emit(True))
        self.restore_button.clicked.connect(lambda: self.archive_wanted.emit(False))


def _no_problem(_text: str) -> str:
    return ""
