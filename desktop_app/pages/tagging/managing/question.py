"""What is asked before a tag is merged or removed: what would become of how many products."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import together
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.catalog.tags.tags import TagCount


class TagQuestion(Translated, QFrame):
    """Hidden while nothing is asked. Escape is no."""

    merge_wanted = Signal(str, str)
    """A tag, and the one that it is to be part of."""
    remove_wanted = Signal(str)
    left = Signal()
    """Nothing is asked any more."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._count: TagCount | None = None
        self._is_merge = False
        self.words = text_label("body", wrap=True)
        self.into = ChoiceBox(self)
        self.into.setMinimumContentsLength(16)
        self.into.setMaxVisibleItems(12)
        self.into.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.into.currentIndexChanged.connect(lambda _row: self.retranslate())
        self.yes_button = IconButton(themes, "check", "primary", self)
        self.no_button = QPushButton(self)
        self.no_button.setAutoDefault(False)
        self.yes_button.clicked.connect(self._on_yes)
        self.no_button.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.into, 1)
        row.addStretch(1)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()
        self.retranslate()

    def ask_merge(self, count: TagCount, others: Sequence[str], into: str = "") -> None:
        """Ask which of ``others`` the tag is to be part of; ``into`` is chosen at first."""
        self._count, self._is_merge = count, True
        self.into.blockSignals(True)
        self.into.clear()
        self.into.addItems(list(others))
        self.into.setCurrentIndex(max(0, self.into.findText(into)))
        self.into.blockSignals(False)
        self._ask(self.into)

    def ask_remove(self, count: TagCount) -> None:
        """Ask whether the tag is to be taken from all that have it."""
        self._count, self._is_merge = count, False
        self._ask(self.no_button)

    def leave(self) -> None:
        """Ask no more."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is no; Enter is yes, but for a button that has the focus and says something else."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.into.hasFocus():
            self._on_yes()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.into.setAccessibleName(self.tr("Merge into"))
        self.no_button.setText(self.tr("Cancel"))
        if self._count is None:
            return
        tag, products = self._count.tag, self._count.products + self._count.archived
        if self._is_merge:
            words = self.tr(
                "“{tag}” becomes part of “{other}”: %n product(s) will have that tag instead.",
                "",
                products,
            ).format(tag=tag, other=self.into.currentText())
            self.yes_button.setText(self.tr("Merge"))
        else:
            words = self.tr(
                "“{tag}” is taken from %n product(s). The products themselves stay.", "", products
            ).format(tag=tag)
            self.yes_button.setText(self.tr("Remove the tag"))
        if self._count.archived:
            words = together(words, self.tr("%n of them is/are archived.", "", self._count.archived))
        words = together(words, self.tr("Undo (Ctrl+Z) gives everything back."))
        self.words.setText(words)
        self.setAccessibleName(words)
        self.yes_button.setAccessibleDescription(words)

    def _ask(self, first: QWidget) -> None:
        self.into.setVisible(self._is_merge)
        self.yes_button.set_icon_name("check" if self._is_merge else "remove")
        self.retranslate()
        self.show()
        first.setFocus()

    def _on_yes(self) -> None:
        self.leave()
        if self._count is not None and self._is_merge:
            self.merge_wanted.emit(self._count.tag, self.into.currentText())
        elif self._count is not None:
            self.remove_wanted.emit(self._count.tag)
