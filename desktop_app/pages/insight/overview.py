"""The overview: headline figures, what limits them, charts, and the first rows of every list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.catalog.currencies.iso import decimals
from core.messages import message
from desktop_app.look.language import in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.charts.bar_chart import BarChart
from desktop_app.widgets.labels import ShortenedLabel, text_label
from desktop_app.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from core.insight.glance import Glance
    from core.insight.table import Table
    from core.insight.telling import Fact

_TILES = 5
_CARDS = 6
_COLUMNS = 2
_FIRST = 3
"""Rows of a list that are worth a look before it is opened."""


class Tiles(QFrame):
    """Headline figures, each over its name and what it was before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.values = [text_label("title", wrap=True) for _ in range(_TILES)]
        self.names = [text_label("muted", wrap=True) for _ in range(_TILES)]
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for place, (value, name) in enumerate(zip(self.values, self.names, strict=True)):
            grid.addWidget(value, 0, place)
            grid.addWidget(name, 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show the first of them."""
        for place, (value, name) in enumerate(zip(self.values, self.names, strict=True)):
            fact = facts[place] if place < len(facts) else None
            value.setText(fact.now if fact is not None else "")
            said = (fact.name, fact.before) if fact is not None else ()
            name.setText("\n".join(part for part in said if part))


class Overview(QWidget):
    """What a shopkeeper reads first."""

    list_wanted = Signal(str)
    """Open the list with this name."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks = text_label("muted", wrap=True)
        self.searches = BarChart(themes, _figure, self)
        self.days = BarChart(themes, _figure, self)
        self.weekdays = BarChart(themes, _figure, self)
        self.cards = [_ListCard(self) for _ in range(_CARDS)]
        charts = QHBoxLayout()
        charts.setSpacing(24)
        for chart, share in ((self.days, 3), (self.weekdays, 2), (self.searches, 3)):
            chart.setFixedHeight(180)
            charts.addWidget(chart, share)
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, card in enumerate(self.cards):
            card.hide()
            card.chosen.connect(self.list_wanted)
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS, Qt.AlignmentFlag.AlignTop)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        content = QWidget(self)
        area = scrolling(content)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(14)
        rows.addWidget(self.remarks)
        rows.addLayout(charts)
        rows.addLayout(grid)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def show_glance(self, glance: Glance) -> None:
        """Draw days, or a long time's months, and weekdays; takings where there are any, else searches."""
        from core.insight.months import months_of
        from core.insight.report_page import WEEKDAYS
        from core.measuring.report.words import Words

        words = Words(in_words)
        has_sales = bool(glance.now.lines)
        for chart in (self.days, self.weekdays):
            chart.setVisible(has_sales)
        self.searches.setVisible(not has_sales)
        scale = 10 ** decimals(glance.currency)
        months = months_of(glance)
        takings = (
            message("core", "Takings a day, {currency}") if months else message("core", "Takings, {currency}")
        )
        self.days.show_bars(
            words(takings, currency=glance.currency or "–"),
            [(one.name, one.minor_a_day / scale) for one in months]
            or [(day.isoformat()[5:], minor / scale) for day, minor in glance.by_day.items()],
        )
        self.weekdays.show_bars(
            self.tr("On a day of the week"),
            [
                (words(name), (mean or 0) / scale)
                for name, mean in zip(WEEKDAYS, glance.weekdays, strict=True)
            ],
        )
        self.searches.show_bars(
            words(message("core", "Searches a day") if months else message("core", "Searches")),
            [(one.name, one.searches_a_day) for one in months]
            or [(day.isoformat()[5:], float(count)) for day, count in glance.searches_by_day.items()],
        )

    def show_lists(self, tables: Sequence[Table], remarks: Sequence[str]) -> None:
        """Show the first rows of the first lists."""
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        for place, card in enumerate(self.cards):
            card.show_table(tables[place] if place < len(tables) else None)


class _ListCard(QPushButton):
    """The heading of a list and its first rows; a click opens it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._name = ""
        self._heading = ShortenedLabel("strong", self)
        self._rows = [ShortenedLabel("muted", self) for _ in range(_FIRST)]
        self._figures = [text_label("muted") for _ in range(_FIRST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._heading)
        for label, figure in zip(self._rows, self._figures, strict=True):
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(label, 1)
            line.addWidget(figure)
            column.addLayout(line)
        for text in (self._heading, *self._rows, *self._figures):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addStretch(1)
        self.clicked.connect(lambda: self.chosen.emit(self._name))

    def sizeHint(self) -> QSize:
        """What its labels need: a button looks at its own text alone."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def show_table(self, table: Table | None) -> None:
        """Show this list; None hides the card."""
        self.setVisible(table is not None)
        if table is None:
            return
        self._name = table.name
        heading = f"{table.heading} ({QLocale().toString(len(table.rows))})"
        rows = [_first_cells(table, row) for row in table.rows[:_FIRST]]
        self._heading.show_text(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(", ".join(" – ".join(row) for row in rows))
        for place, (label, figure) in enumerate(zip(self._rows, self._figures, strict=True)):
            of, told = rows[place] if place < len(rows) else ("", "")
            label.show_text(of)
            figure.setText(told)
            for shown in (label, figure):
                shown.setVisible(place < len(rows))


def _first_cells(table: Table, row: Sequence[str]) -> tuple[str, str]:
    """What a row is of, and its first figure with its column's name."""
    of, figure = (1, 2) if table.products else (0, 1)
    return row[of], f"{table.columns[figure]}: {row[figure]}"


def _figure(value: float) -> str:
    return QLocale().toString(value, "f", 0 if value >= 100 or value == int(value) else 2)
