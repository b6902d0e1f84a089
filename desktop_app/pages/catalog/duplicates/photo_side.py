"""One of several copies of a photo in their dialog: its picture, whose it is, and whether it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_view import PictureView

if TYPE_CHECKING:
    from desktop_app.pages.catalog.duplicates.copies import ShownPhoto


class PhotoSide(Translated, QWidget):
    """One photo, and above it whether it stays."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, *, stays: bool) -> None:
        super().__init__()
        self._thumbnails, self._stays = thumbnails, stays
        self._shown: ShownPhoto | None = None
        self._more = 0
        self._fate = text_label("section")
        self.picture = PictureView(themes, self)
        self.picture.setMinimumHeight(140)
        self.facts = text_label("muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._fate)
        column.addWidget(self.picture, 1)
        column.addWidget(self.facts)
        thumbnails.ready.connect(self._on_ready)

    def show_photo(self, shown: ShownPhoto, more: int) -> None:
        """Show it, and say how many more there are."""
        self._shown, self._more = shown, more
        self._draw()
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._fate.setText(self.tr("Stays") if self._stays else self.tr("Taken off"))
        if self._shown is not None:
            size = f"{self._shown.width} × {self._shown.height}"
            more = self.tr("and %n more", "", self._more) if self._more > 0 else ""
            self.facts.setText(dotted(self._shown.title, size, more))
            self.picture.setAccessibleName(dotted(self._shown.title, size))

    def _on_ready(self, path: str) -> None:
        if self._shown is not None and path == self._shown.picture:
            self._draw()

    def _draw(self) -> None:
        path = self._shown.picture if self._shown is not None else ""
        self.picture.show_image(self._thumbnails.get(path).toImage() if path else QImage())
