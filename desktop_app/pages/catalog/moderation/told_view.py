"""From which score on each kind of finding is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.catalog.moderation.thresholds import DEFAULT
from core.finding import FindingKind
from desktop_app.look.language import Translated
from desktop_app.pages.catalog.moderation.kind_words import kind_name
from desktop_app.pages.catalog.moderation.lists import threshold_chosen
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.scrolling import scrolling
from desktop_app.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from desktop_app.look.theme import ThemeSwitch
    from desktop_app.pages.catalog.moderation.lists import ShopLists

_SCORES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


class ToldView(Translated, QWidget):
    """A row a kind; every change is a wish that the dialog fulfils."""

    edited = Signal(object, object)
    """Work on the shop, and work that takes it back."""
    refused = Signal(object)
    """Sentence: why something cannot be so."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._least: dict[FindingKind, float | None] = dict(DEFAULT)
        self._locked: frozenset[FindingKind] = frozenset()
        self._words = text_label("muted", wrap=True)
        self.boxes = {kind: ChoiceBox(self) for kind in FindingKind}
        self.rows = {kind: SettingRow(themes, box, parent=self) for kind, box in self.boxes.items()}
        inner = QWidget(self)
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._rows.setSpacing(0)
        for row in self.rows.values():
            self._rows.addWidget(row)
        self._rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(scrolling(inner), 1)
        for kind, box in self.boxes.items():
            box.activated.connect(lambda _row, kind=kind: self._on_chosen(kind))
        self.retranslate()

    def show_lists(self, lists: ShopLists) -> None:
        """Show what holds now."""
        self._least, self._locked = dict(lists.least), lists.locked
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._words.setText(
            self.tr("A score says how sure the program is. A lower one tells more, and is wrong more often.")
        )
        for kind, box in self.boxes.items():
            least = self._least[kind]
            scores = sorted({*_SCORES, *([] if least is None else [least])})
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("Not told"), None)
            for score in scores:
                usual = self.tr("From {score} (usual)") if score == DEFAULT[kind] else self.tr("From {score}")
                box.addItem(usual.format(score=f"{score:.0%}"), score)
            box.setCurrentIndex(0 if least is None else 1 + scores.index(least))
            box.blockSignals(False)
            is_locked = kind in self._locked
            box.setEnabled(not is_locked)
            self.rows[kind].name(kind_name(kind), self.tr("Set by your IT") if is_locked else "")

    def _on_chosen(self, kind: FindingKind) -> None:
        before, least = self._least[kind], self.boxes[kind].currentData()
        if least != before:
            change = threshold_chosen(kind, least, before)
            self.edited.emit(change.do, change.take_back)
