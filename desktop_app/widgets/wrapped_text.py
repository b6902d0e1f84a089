"""A text to read and to copy that never asks for more width than there is: a long word is broken anywhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop_app.widgets.labels import TextType


class WrappedText(QPlainTextEdit):
    """As a label whose text can be marked; as high as its lines."""

    def __init__(self, kind: TextType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("type", kind)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self.textChanged.connect(lambda: self.setAccessibleName(self.toPlainText()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer or more lines at another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self.document().documentLayout().documentSize().height()  # of plain text it counts lines
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + 2)
