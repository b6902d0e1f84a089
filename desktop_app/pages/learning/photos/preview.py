"""Whose photos a folder holds, before they are added: what is known, and what belongs to no product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.look.language import Translated, in_words
from desktop_app.look.tool_tip import plain_tip
from desktop_app.look.wording import together
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.ingest.photo_folder import NamedFolder, PhotoFolder


class FolderPreview(Translated, QDialog):
    """Accepted where the photos are to be added. Folders that name no product stand first."""

    def __init__(self, found: PhotoFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 520)
        self._found = found
        self.headline = text_label("title", wrap=True)
        self.left_out = text_label("body", wrap=True)
        self.model = QStandardItemModel(0, 3, self)
        self._table = QTableView(self)
        self._table.setModel(self.model)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(0, 180)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.add_button, self._cancel = QPushButton(self), QPushButton(self)
        self.add_button.setProperty("kind", "primary")
        self.add_button.setDefault(True)
        self.add_button.setEnabled(bool(found.known))
        self.add_button.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.headline)
        column.addWidget(self.left_out)
        column.addWidget(self._table, 1)
        column.addLayout(buttons)
        self.retranslate()
        self.add_button.setFocus()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        found, locale = self._found, QLocale()
        photos = sum(len(folder.pictures) for folder in found.known)
        products = len({folder.product.id for folder in found.known if folder.product is not None})
        self.setWindowTitle(self.tr("Photos of products"))
        self.headline.setText(
            self.tr("Photos: {photos}, of {products} products").format(
                photos=locale.toString(photos), products=locale.toString(products)
            )
        )
        self.left_out.setText(self._left_out_in_words())
        self.left_out.setVisible(bool(self.left_out.text()))
        self.add_button.setText(self.tr("Add the photos"))
        self._cancel.setText(self.tr("Cancel"))
        self._table.setAccessibleName(self.tr("Folders and their products"))
        self.model.setHorizontalHeaderLabels([self.tr("Folder"), self.tr("Product"), self.tr("Photos")])
        self.model.setRowCount(0)
        for folder in (*found.unknown, *found.known):
            self.model.appendRow([_cell(text) for text in self._row(folder)])

    def _left_out_in_words(self) -> str:
        found = self._found
        words = []
        if found.unknown:
            words.append(
                self.tr("%n folder(s) belong to no product and are left out.", "", len(found.unknown))
            )
        if found.skipped:
            first = found.skipped[0]
            words.append(
                self.tr("%n file(s) are left out, such as {file}: {reason}", "", len(found.skipped)).format(
                    file=first.row, reason=in_words(first.reason)
                )
            )
        return together(*words)

    def _row(self, folder: NamedFolder) -> tuple[str, str, str]:
        count = QLocale().toString(len(folder.pictures))
        if folder.product is None:
            return folder.name, in_words(folder.problem) if folder.problem is not None else "", count
        return folder.name, f"{folder.product.title} ({folder.product.sku})", count


def _cell(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(plain_tip(text))
    return item
