"""The products of a picture, a row each: how many pieces, and whether they are counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.pages.search.several.pieces import Group
from desktop_app.widgets.fields.wheel import NumberBox
from desktop_app.widgets.labels import ShortenedLabel, text_label

_MOST = 999
_WIDE = 64


class GroupRow(Translated, QWidget):
    """One product: ticked where it will be counted, with a number that the clerk may change."""

    changed = Signal()

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.check = QCheckBox(self)
        self.check.setChecked(group.can_be_counted and group.sure == group.pieces)
        self.check.setEnabled(group.can_be_counted)
        self.number = NumberBox(self)
        self.number.setFixedWidth(_WIDE)
        self.number.setRange(1, _MOST)
        self.number.setValue(group.pieces)
        self.number.setEnabled(group.can_be_counted)
        self._title = ShortenedLabel("strong", self)
        self._title.show_text(group.product.title)
        self._note = text_label("small", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.check)
        row.addLayout(words, 1)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        self.check.toggled.connect(lambda _on: self.changed.emit())
        self.number.valueChanged.connect(lambda _value: self.changed.emit())
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        title, group = self.group.product.title, self.group
        self.check.setAccessibleName(self.tr("Count {title}").format(title=title))
        self.number.setAccessibleName(self.tr("Pieces of {title}").format(title=title))
        if not group.can_be_counted:
            note = self.tr("Not counted by the piece")
        elif group.sure == group.pieces:
            note = group.product.sku
        else:
            note = self.tr("{sku} – {guesses} of {pieces} are guesses: look at them").format(
                sku=group.product.sku, guesses=group.pieces - group.sure, pieces=group.pieces
            )
        self._note.setText(note)


class GroupRows(QWidget):
    """All of them, below one another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[GroupRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these; the sure ones ticked."""
        for row in self.rows:
            row.deleteLater()
        self.rows = [GroupRow(group, self) for group in groups]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            row.changed.connect(self.changed)
        self.changed.emit()

    @property
    def ticked(self) -> dict[int, int]:
        """How many pieces of each product will be counted, by its id."""
        return {
            row.group.product.product_id: row.number.value() for row in self.rows if row.check.isChecked()
        }
