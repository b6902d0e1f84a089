"""The first rows of a table that is to be imported, with what each column is taken for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.table_model import TableModel
from desktop_app.pages.importing.fields import field_names

_COLUMN_WIDTH = 108


class RowsView(Translated, QTableView):
    """Nothing can be edited."""

    def __init__(
        self, parent: QWidget | None = None, names: Callable[[], dict[str, str]] = field_names
    ) -> None:
        """``names`` are those of the fields in the language of now, by core's."""
        super().__init__(parent)
        self._names = names
        self._rows = TableModel(self)
        self.setModel(self._rows)
        self.verticalHeader().hide()
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setStretchLastSection(True)
        header.setDefaultSectionSize(_COLUMN_WIDTH)
        self.retranslate()

    def show_rows(self, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show another table."""
        self._rows.show_table(columns, rows)

    def name_columns(self, mapping: dict[str, str]) -> None:
        """Write over each column what it is taken for: field to column, as chosen by hand."""
        names = self._names()
        self._rows.name_fields({column: names[field] for field, column in mapping.items()})

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setAccessibleName(self.tr("The first rows of the table"))
