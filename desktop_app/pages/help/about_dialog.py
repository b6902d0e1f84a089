"""About the program: its versions, the licences of all that ships, and a report for support to copy."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.program_version import program_version
from desktop_app.look.icons import pixmap
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.help.licence_model import TEXT_ROLE, LicenceModel, searchable
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import selectable, text_label

if TYPE_CHECKING:
    from desktop_app.program.licences import Licence

_LOGO = 64


class AboutTab(IntEnum):
    """The leaves of the dialog, from the left."""

    VERSIONS = 0
    LICENCES = 1
    REPORT = 2


class AboutDialog(Translated, QDialog):
    """Not modal: it can stay open beside the work. What it shows is handed to it as it is gathered."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo = QLabel(self)
        self._logo.setPixmap(pixmap("snapshelf", "", _LOGO, self.devicePixelRatioF()))
        self._title = text_label("title")
        self._words = text_label("muted", wrap=True)
        self.tabs = QTabWidget(self)
        self.versions = QFormLayout()
        self.licences = LicenceModel(self)
        self._found = searchable(self.licences, self)
        self.filter = QLineEdit(self)
        self.list = QListView(self)
        self.licence_text = QPlainTextEdit(self)
        self.report = QPlainTextEdit(self)
        self._report_words = text_label("muted", wrap=True)
        self.copy_button = IconButton(themes, "copy", "primary", self)
        self._close = QPushButton(self)
        self._build()
        self.retranslate()

    def show_tab(self, tab: AboutTab) -> None:
        """Bring a leaf to the front."""
        self.tabs.setCurrentIndex(tab)

    def show_versions(self, versions: list[tuple[str, str]]) -> None:
        """Show names and versions."""
        while self.versions.rowCount():
            self.versions.removeRow(0)
        for name, value in versions:
            label, shown = text_label("muted"), selectable(text_label("body"))
            label.setText(name)
            shown.setText(value)
            shown.setAccessibleName(f"{name} {value}")
            self.versions.addRow(label, shown)

    def show_licences(self, licences: list[Licence]) -> None:
        """Show the licences of all that ships."""
        self.licences.show_licences(licences)
        self._choose_first()

    def show_report(self, report: str) -> None:
        """Show the report for support."""
        self.report.setPlainText(report)
        self.copy_button.setEnabled(bool(report))

    def _build(self) -> None:
        self.resize(760, 560)
        top = QHBoxLayout()
        top.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._words)
        top.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for leaf in (self._versions_leaf(), self._licences_leaf(), self._report_leaf()):
            self.tabs.addTab(leaf, "")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(top)
        column.addWidget(self.tabs, 1)
        column.addLayout(buttons)

    def _versions_leaf(self) -> QWidget:
        leaf = QWidget(self)
        self.versions.setContentsMargins(0, 16, 0, 0)
        self.versions.setHorizontalSpacing(32)
        self.versions.setVerticalSpacing(8)
        self.versions.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        leaf.setLayout(self.versions)
        return leaf

    def _licences_leaf(self) -> QWidget:
        self.list.setModel(self._found)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("kind", "framed")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._search)
        self.licence_text.setReadOnly(True)
        self.list.selectionModel().currentChanged.connect(self._show_licence)
        leaf = QWidget(self)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.filter)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(leaf)
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 2)
        row.addWidget(self.licence_text, 3)
        return leaf

    def _report_leaf(self) -> QWidget:
        self.report.setReadOnly(True)
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.report.toPlainText())
        )
        leaf = QWidget(self)
        column = QVBoxLayout(leaf)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._report_words)
        column.addWidget(self.report, 1)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        return leaf

    def _search(self, words: str) -> None:
        self._found.setFilterFixedString(words)
        self._choose_first()

    def _choose_first(self) -> None:
        self.list.setCurrentIndex(self._found.index(0, 0))
        self._show_licence(self.list.currentIndex(), QModelIndex())

    def _show_licence(self, current: QModelIndex, _before: QModelIndex) -> None:
        text = current.data(TEXT_ROLE) if current.isValid() else ""
        self.licence_text.setPlainText(text or (self._no_text() if current.isValid() else ""))

    def _no_text(self) -> str:
        return self.tr("This part carries no text of its licence; its name says which one it is.")

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("About Snapshelf"))
        self._logo.setAccessibleName("Snapshelf")
        self._title.setText(f"Snapshelf {program_version()}")
        self._words.setText(
            self.tr(
                "Finds the products of your own shop by picture, on your own computer, without a network."
            )
        )
        self.tabs.setTabText(AboutTab.VERSIONS, self.tr("Versions"))
        self.tabs.setTabText(AboutTab.LICENCES, self.tr("Licences"))
        self.tabs.setTabText(AboutTab.REPORT, self.tr("Report for support"))
        self.tabs.tabBar().setAccessibleName(self.tr("About Snapshelf"))
        self.filter.setPlaceholderText(self.tr("Search the licences"))
        self.filter.setAccessibleName(self.tr("Search the licences"))
        self.list.setAccessibleName(self.tr("Licences"))
        self.licence_text.setAccessibleName(self.tr("Text of the licence"))
        self.report.setAccessibleName(self.tr("Report for support"))
        self._report_words.setText(
            self.tr(
                "Copy this and send it to whoever looks after the program for you. It holds versions, sizes "
                "and the last problems: no pictures, no products, no names."
            )
        )
        self.copy_button.setText(self.tr("Copy the report"))
        self._close.setText(self.tr("Close"))
