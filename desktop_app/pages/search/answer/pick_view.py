"""«Another one…»: find the right product by its name or number, and choose it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from core.answer import Answer, AskedText, Result, Timings, Verdict
from core.progress import ReportProgress
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.question import Question
from desktop_app.engine.shop_engine import SHOWN
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.results.delegate import ResultDelegate
from desktop_app.pages.search.results.model import RESULT_ROLE, ResultModel
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.shop.shop import Shop

_TYPING_MS = 120


class PickView(Translated, QWidget):
    """A field and a list; Enter or a click chooses, Escape goes back."""

    picked = Signal(object)
    """The Result that was chosen."""
    left = Signal()

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        shop_jobs: ShopJobs | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._finding = Question(shop_jobs) if shop_jobs is not None else None
        self._found_before: tuple[Result, ...] = ()
        self.back_button = IconButton(themes, "back", "quiet", self)
        self.back_button.clicked.connect(self.left)
        self._title = text_label("title")
        self.field = QLineEdit(self)
        self.field.setProperty("kind", "large")
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(500)
        self.setFocusProxy(self.field)
        self.model = ResultModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(themes, thumbnails, self.list))
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.list.clicked.connect(self._pick)
        thumbnails.ready.connect(lambda _path: self.list.viewport().update())
        self._nothing = text_label("muted", wrap=True)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._find)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.retranslate()

    def open_with(self, results: Sequence[Result]) -> None:
        """Ask which one it is; ``results`` are offered while nothing is typed."""
        self._found_before = tuple(results)
        self.field.clear()
        self._typing.stop()
        self._show(self._found_before)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field into the list, and back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _find(self) -> None:
        text = self.field.text().strip()
        if self._finding is not None:
            self._finding.drop()
        if not text or self._finding is None:
            self._show(self._found_before)
            return

        def find(shop: Shop, _report: ReportProgress) -> Sequence[Result]:
            from core.search.answering import answer

            return answer(shop, AskedText(text), count=SHOWN).results

        self._finding.ask(find, self._show)

    def _show(self, results: Sequence[Result]) -> None:
        self.model.show_answer(
            Answer(Verdict.UNSURE, tuple(results), Timings(0, 0, 0, 0), asked=AskedText(self.field.text()))
        )
        self.list.setCurrentIndex(self.model.index(0))
        self._nothing.setVisible(not results)

    def _pick(self, index: QModelIndex) -> None:
        result = index.data(RESULT_ROLE)
        if result is not None:
            self.picked.emit(result)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.back_button.setText(self.tr("Back to the results"))
        self.back_button.setToolTip(self.tr("Esc"))
        self._title.setText(self.tr("Which product is it?"))
        self.field.setPlaceholderText(self.tr("Title, number, barcode, tag …"))
        self.field.setAccessibleName(self.tr("Find the right product"))
        self.list.setAccessibleName(self.tr("Products to choose from"))
        self._nothing.setText(self.tr("No product has these words or this number."))
