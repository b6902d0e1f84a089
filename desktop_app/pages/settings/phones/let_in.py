"""The phones that are let in, each to be renamed and put out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.phone.phones import PairedPhone
    from desktop_app.phone.service import PhoneService

_NAME_WIDTH = 260
_LONGEST_NAME = 40


class LetIn(QWidget):
    """A row a phone; hidden where there is none."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._service: PhoneService | None = None
        self._listed: tuple[PairedPhone, ...] = ()
        self._title = text_label("section")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._rows)

    def show_service(self, service: PhoneService | None) -> None:
        """Show who is let in; nobody while it is off."""
        self._service = service
        phones = service.phones if service is not None else ()
        self.setVisible(bool(phones))
        if phones != self._listed:
            self._listed = phones
            self._list()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Phones that are let in"))
        self._list()

    def row(self, number: int) -> tuple[QLineEdit, IconButton]:
        """The name and the button of a row."""
        item = self._rows.itemAt(number)
        row = item.widget() if item is not None else None
        if row is None:
            raise IndexError(number)
        return row.findChildren(QLineEdit)[0], row.findChildren(IconButton)[0]

    def _list(self) -> None:
        while (taken := self._rows.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for phone in self._listed:
            self._rows.addWidget(self._row(phone))

    def _row(self, phone: PairedPhone) -> QWidget:
        row = QWidget(self)
        name = QLineEdit(phone.name, row)
        name.setMaxLength(_LONGEST_NAME)
        name.setFixedWidth(_NAME_WIDTH)
        name.setAccessibleName(self.tr("Name of the phone"))
        name.editingFinished.connect(lambda: self._rename(phone, name.text()))
        since = text_label("muted")
        day = QDate.fromString(phone.since, Qt.DateFormat.ISODate)
        since.setText(
            self.tr("let in on {date}").format(date=QLocale().toString(day, QLocale.FormatType.ShortFormat))
        )
        out = IconButton(self._themes, "remove", "plain", row)
        out.setText(self.tr("Put out"))
        out.setAccessibleName(self.tr("Put {name} out").format(name=phone.name))
        out.clicked.connect(lambda: self._put_out(phone))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(name)
        line.addWidget(since, 1)
        line.addWidget(out)
        return row

    def _rename(self, phone: PairedPhone, name: str) -> None:
        if self._service is not None and name.strip() not in ("", phone.name):
            self._service.rename(phone.id, name)

    def _put_out(self, phone: PairedPhone) -> None:
        if self._service is not None:
            self._service.put_out(phone.id)
