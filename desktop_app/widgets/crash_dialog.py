"""Says that the program made a mistake, and offers the report to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.widgets.labels import text_label


class CrashDialog(QDialog):
    """Shows one report; the program goes on when it is closed."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Snapshelf made a mistake"))
        self.resize(680, 460)
        title = text_label("title", wrap=True)
        title.setText(self.tr("This should not have happened"))
        words = text_label("body", wrap=True)
        words.setText(
            self.tr(
                "Snapshelf made a mistake. Your shop is safe, and you can go on working. "
                "Please copy the report below and send it to whoever looks after the program for you: "
                "it holds no pictures and no products."
            )
        )
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy_button = buttons.addButton(
            self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.report.toPlainText())
        )
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        for widget in (title, words, self.report, buttons):
            column.addWidget(widget)

    def show_report(self, report: str) -> None:
        """Show a fuller report of the same mistake."""
        self.report.setPlainText(report)
