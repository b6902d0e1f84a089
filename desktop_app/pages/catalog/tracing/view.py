"""One traced picture: it and our photo side by side, the same part outlined in both, and what was done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.copies.tracing import Corners
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.pages.catalog.tracing.shown import ShownCopy
from desktop_app.pages.catalog.tracing.words import detail, done_to_it, given_name, headline
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.paired_pictures import GAP, PairedPictures, Side

_SIDE = 1024


class TracedView(Translated, QWidget):
    """Shows a row of the list; empty while nothing is chosen."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._row: ShownCopy | None = None
        self._theirs, self._ours = text_label("section"), text_label("section")
        self.pictures = PairedPictures(themes, self)
        self._title = text_label("title", wrap=True)
        self._name, self._done = text_label("muted", wrap=True), text_label("body", wrap=True)
        heads = QHBoxLayout()
        heads.setSpacing(GAP)
        heads.addWidget(self._theirs, 1)
        heads.addWidget(self._ours, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(heads)
        column.addWidget(self.pictures, 1)
        for label in (self._title, self._name, self._done):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        column.addStretch(0)
        thumbnails.ready.connect(self._on_ready)
        self.retranslate()

    @property
    def row(self) -> ShownCopy | None:
        """What is shown."""
        return self._row

    def show_row(self, row: ShownCopy | None) -> None:
        """Show it."""
        self._row = row
        self.pictures.show_all()
        self._draw()
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        row = self._row
        is_copy = row is not None and row.found is not None
        self._theirs.setText(self.tr("The picture"))
        self._ours.setText(self.tr("Our photo"))
        for widget in (self._theirs, self._ours, self.pictures):
            widget.setVisible(is_copy)
        if row is None:
            for label in (self._title, self._name, self._done):
                label.clear()
            return
        self._title.setText(headline(row))
        sku = row.found.product.sku if row.found is not None else ""
        self._name.setText(dotted(sku, given_name(row.traced.given)) if is_copy else "")
        self._name.setVisible(is_copy)
        self._done.setText(done_to_it(row) or detail(row))
        names = self.tr("{picture} beside a photo of {product}, the same part outlined in both")
        self.pictures.setAccessibleName(
            names.format(picture=given_name(row.traced.given), product=headline(row)) if is_copy else ""
        )

    def _on_ready(self, path: str) -> None:
        if self._row is not None and path == self._row.photo:
            self._draw()

    def _draw(self) -> None:
        row = self._row
        if row is None or row.found is None:
            self.pictures.show_sides(Side(), Side())
            return
        copy = row.found.copy
        ours = self._thumbnails.get(row.photo, _SIDE).toImage()
        self.pictures.show_sides(
            Side(QImage.fromData(row.picture), outline=_in_shares(copy.outline, row.size)),
            Side(ours, outline=_in_shares(copy.part, (copy.photo.width, copy.photo.height))),
        )


def _in_shares(corners: Corners, size: tuple[int, int]) -> list[QPointF]:
    return [QPointF(x / size[0], y / size[1]) for x, y in corners]
