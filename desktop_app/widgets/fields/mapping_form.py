"""Which column of a table is which field: a row with a choice for each field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from desktop_app.widgets.fields.wheel import ChoiceBox


class MappingForm(QWidget):
    """One choice of column for each field; fields and columns are given, nothing of them is known here."""

    changed = Signal()

    def __init__(self, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {field: ChoiceBox(self) for field in fields}
        self._labels = {field: QLabel(self) for field in fields}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # long names push no box out of sight
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field, choice in self._choices.items():
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(10)
            choice.currentIndexChanged.connect(self.changed)
            self._labels[field].setBuddy(choice)
            form.addRow(self._labels[field], choice)

    def name_fields(self, names: Mapping[str, str], nothing: str) -> None:
        """Write the fields' names, and what stands for "no column", in the user's language."""
        for field, choice in self._choices.items():
            self._labels[field].setText(names[field])
            choice.setAccessibleName(names[field])
            if choice.count():
                choice.setItemText(0, nothing)

    def show_columns(self, columns: Sequence[str], mapping: Mapping[str, str], nothing: str) -> None:
        """Offer these columns, those of ``mapping`` chosen."""
        for field, choice in self._choices.items():
            choice.blockSignals(True)
            choice.clear()
            choice.addItem(nothing)
            choice.addItems(list(columns))
            chosen = mapping.get(field)
            choice.setCurrentIndex(columns.index(chosen) + 1 if chosen in columns else 0)
            choice.blockSignals(False)
        self.changed.emit()

    def mapping(self) -> dict[str, str]:
        """Field to the column that is chosen for it."""
        return {
            field: choice.currentText()
            for field, choice in self._choices.items()
            if choice.currentIndex() > 0
        }
