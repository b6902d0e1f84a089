"""Below a product's tags: those that what is seen on its photos would give it, each a button that adds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.flow_layout import FlowLayout
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.describe.proposals import ProposedTag

_MOST = 6


class SeenTags(Translated, QWidget):
    """Hidden where there is nothing to propose."""

    chosen = Signal(str)
    """A tag that the product is to get."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._proposed: tuple[ProposedTag, ...] = ()
        self.buttons: list[IconButton] = []
        self._heading = text_label("small")
        self._flow = FlowLayout(spacing=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addLayout(self._flow)
        self.hide()
        self.retranslate()

    def show_proposed(self, proposed: Sequence[ProposedTag]) -> None:
        """Offer these."""
        if tuple(proposed[:_MOST]) == self._proposed:
            return
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._proposed, self.buttons = tuple(proposed[:_MOST]), []
        for one in self._proposed:
            button = IconButton(self._themes, "plus", "quiet", self)
            button.clicked.connect(lambda _checked, tag=one: self.chosen.emit(tag.name(QLocale().name())))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(self._proposed))
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._heading.setText(self.tr("Seen on its photos: add as a tag"))
        for one, button in zip(self._proposed, self.buttons, strict=True):
            name = one.name(QLocale().name())
            button.setText(name.replace("&", "&&"))
            button.setAccessibleName(self.tr("Add the tag {tag}").format(tag=name))
