"""Which of more products than a poster holds stand on it: a list with marks, and how many are chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.advertising.posters.occasions import MOST
from desktop_app.look.language import Translated
from desktop_app.widgets.labels import text_label

_HEIGHT = 180


class ProductChoice(Translated, QWidget):
    """Hidden while all products fit. Once as many are chosen as fit, others wait for one to be taken off."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: dict[int, str] = {}
        self._counted = text_label("body")
        self._hint = text_label("small", wrap=True)
        self.list = QListWidget(self)
        self.list.setProperty("kind", "framed ticks")
        self.list.setFixedHeight(_HEIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._counted, self.list, self._hint):
            column.addWidget(widget)
        self.list.itemChanged.connect(lambda _item: self._on_changed())
        self.hide()
        self.retranslate()

    def marks(self) -> dict[int, bool] | None:
        """Of each product on offer, by its key, whether it has a mark; None where there is no choice."""
        return {
            item.data(Qt.ItemDataRole.UserRole): item.checkState() is Qt.CheckState.Checked
            for item in self._items()
        } or None

    def offer(self, titles: Mapping[int, str], on_it: frozenset[int]) -> None:
        """Let somebody choose among these products, by their keys; those ``on_it`` have a mark already.

        Products that are offered now keep their marks: newer ones than the page has may be set.
        """
        if self._titles == titles:
            return
        self._titles = dict(titles)
        self.list.blockSignals(True)
        self.list.clear()
        for key, title in titles.items():
            item = QListWidgetItem(title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setCheckState(Qt.CheckState.Checked if key in on_it else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.setVisible(bool(titles))
        self._count()

    def clear(self) -> None:
        """Products are chosen among others now, which are not known yet."""
        self.offer({}, frozenset())

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.list.setAccessibleName(self.tr("Which products stand on it"))
        self._count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _on_changed(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        """Say how many are chosen, and let no more be chosen than fit."""
        chosen = sum((self.marks() or {}).values())
        self._counted.setText(
            self.tr("{chosen} of {all} chosen").format(chosen=chosen, all=len(self._titles))
        )
        is_full = chosen >= MOST
        self._hint.setText(
            self.tr("No more than {most} fit: take one off to choose another.").format(most=MOST)
        )
        self._hint.setVisible(is_full)
        self.list.blockSignals(True)
        for item in self._items():
            is_free = not is_full or item.checkState() is Qt.CheckState.Checked
            flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if is_free else flags)
        self.list.blockSignals(False)
