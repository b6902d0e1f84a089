"""Which days the figures are of: a button for each usual time, and days of one's own."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.insight.period import Period, today_in
from desktop_app.look.language import Translated
from desktop_app.widgets.button_row import button_row
from desktop_app.widgets.fields.wheel import DayBox
from desktop_app.widgets.labels import text_label

_USUAL = (7, 28, 91, 364)
"""Whole weeks, so that every weekday comes as often as in the time before."""


class PeriodBar(Translated, QWidget):
    """Four weeks that ended yesterday, at first."""

    chosen = Signal(object)
    """Period: these days from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = _until_yesterday(28)
        self.buttons = {days: QPushButton(self) for days in _USUAL}
        self.other_button = QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        group = QButtonGroup(self)
        for button in (*self.buttons.values(), self.other_button):
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            button.setAutoDefault(False)
            group.addButton(button)
            row.addWidget(button)
            _let_tab_come(button, on=False)
        group.buttonToggled.connect(_let_tab_come)
        self.buttons[28].setChecked(True)
        for days, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, days=days: self.choose(_until_yesterday(days)))
        self.other_button.clicked.connect(self._ask)
        self.retranslate()

    @property
    def period(self) -> Period:
        """The days that are chosen."""
        return self._period

    def choose(self, period: Period) -> None:
        """These days from now on."""
        self._period = period
        self._mark()
        self.chosen.emit(period)

    def renew(self) -> None:
        """A day may have passed since a usual time was chosen."""
        days = self._period.days
        if not self.other_button.isChecked():
            self._period = _until_yesterday(days)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        names = (self.tr("A week"), self.tr("4 weeks"), self.tr("3 months"), self.tr("A year"))
        for button, name in zip(self.buttons.values(), names, strict=True):
            button.setText(name)
        self.other_button.setText(self.tr("Other days…"))

    def _mark(self) -> None:
        usual = self.buttons.get(self._period.days)
        is_usual = usual is not None and self._period == _until_yesterday(self._period.days)
        (usual if is_usual and usual is not None else self.other_button).setChecked(True)

    def _ask(self) -> None:
        dialog = OtherDaysDialog(self._period, self)
        dialog.accepted.connect(lambda: self.choose(dialog.period))
        dialog.rejected.connect(self._mark)
        dialog.open()


class OtherDaysDialog(Translated, QDialog):
    """The first and the last day; the last is never before the first."""

    def __init__(self, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.since, self.until = DayBox(self), DayBox(self)
        self._since_name, self._until_name = text_label("body"), text_label("body")
        for field, day in ((self.since, period.since), (self.until, period.until)):
            field.setMaximumDate(QDate.currentDate())
            field.setDate(QDate(day.year, day.month, day.day))
            field.setMinimumHeight(36)
        self._ok, self._cancel = QPushButton(self), QPushButton(self)
        self._ok.setProperty("kind", "primary")
        self._ok.setDefault(True)
        self.since.dateChanged.connect(self.until.setMinimumDate)
        self.until.setMinimumDate(self.since.date())
        self._ok.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(12)
        form.addRow(self._since_name, self.since)
        form.addRow(self._until_name, self.until)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(form)
        column.addLayout(button_row((), (self._cancel, self._ok)))
        self.retranslate()

    @property
    def period(self) -> Period:
        """The days that are chosen."""
        return Period(_date(self.since), _date(self.until))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Which days"))
        self._since_name.setText(self.tr("First day"))
        self._until_name.setText(self.tr("Last day"))
        self.since.setAccessibleName(self.tr("First day"))
        self.until.setAccessibleName(self.tr("Last day"))
        self._ok.setText(self.tr("Show"))
        self._cancel.setText(self.tr("Cancel"))


def _let_tab_come(button: QAbstractButton, on: bool) -> None:
    """To the button that is chosen: Qt sees to that only once one of them has the focus."""
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)


def _until_yesterday(days: int) -> Period:
    last = today_in(None) - timedelta(days=1)
    return Period(last - timedelta(days=days - 1), last)


def _date(field: DayBox) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
