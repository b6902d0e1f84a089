"""A dialog of a table, and below it what was said last and what can be done to the row that is selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.table_model import TableModel
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.row_table import RowTable


class TableDialog(Translated, QDialog):
    """The frame; whoever fills it says what its rows are, and which buttons it has beside “Close”.

    Attributes:
        table: shows ``rows``.
        said: one line beside the buttons.
    """

    def __init__(self, parent: QWidget, *, width: int) -> None:
        super().__init__(parent)
        self.rows = TableModel(self)
        self.table = RowTable(36, self)
        self.table.setModel(self.rows)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.said = text_label("muted", wrap=True)
        self.close_button = QPushButton(self)
        self.close_button.clicked.connect(self.reject)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.allow())
        self.resize(width, 480)

    @property
    def selected_row(self) -> int | None:
        """The number of the row that is selected."""
        rows = self.table.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def allow(self) -> None:
        """Switch the buttons on and off by what is selected; for whoever fills the frame."""

    def build(self, buttons: Sequence[QPushButton], *below: QWidget) -> None:
        """Put it together, with ``below`` between the table and the buttons."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        for button in (*buttons, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.table, 1)
        for widget in below:
            column.addWidget(widget)
        column.addLayout(row)
