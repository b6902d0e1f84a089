"""What was put aside, one piece after the other: its picture, and which product it may be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.stocktake.views.choices import candidate_row
from desktop_app.pages.stocktake.views.side_view import StocktakeSideView
from desktop_app.pages.stocktake.views.stock_rows import StockRowDelegate, StockRowModel
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_view import PictureView

if TYPE_CHECKING:
    from core.stocktake.looking import Candidate
    from desktop_app.pages.stocktake.doubts import OpenDoubt

_TYPING_MS = 200


class StocktakeDoubtsView(StocktakeSideView):
    """The first piece that waits; the page writes down what is decided."""

    decided = Signal(int, object)
    """Key of the piece, and the product's key, or None for nothing that the shop sells."""
    searched = Signal(str)

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts: tuple[OpenDoubt, ...] = ()
        self._candidates: tuple[Candidate, ...] = ()
        self.title = text_label("display", wrap=True)
        self._hint = text_label("muted", wrap=True)
        self.picture = PictureView(themes, self)
        self.model = StockRowModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(StockRowDelegate(themes, thumbnails, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(lambda index: self.choose(index.row()))
        self.list.clicked.connect(lambda index: self.choose(index.row()))
        self.list.installEventFilter(self)
        self.field = QLineEdit(self)
        self.field.setProperty("kind", "large")
        self.field.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(lambda: self.searched.emit(self.field.text().strip()))
        self.field.textEdited.connect(lambda _text: self._typing.start())
        self.field.returnPressed.connect(self._on_return)
        self.not_ours_button = IconButton(themes, "unknown", parent=self)
        self.not_ours_button.clicked.connect(self.not_ours)
        self.undo_button = IconButton(themes, "undo", parent=self)
        self.back_button = IconButton(themes, "back", "quiet", self)
        self.back_button.clicked.connect(self.left)
        self.setFocusProxy(self.list)
        thumbnails.ready.connect(lambda _path: self.list.viewport().update())
        themes.changed.connect(self.list.viewport().update)
        self._build()

    def show_doubts(self, doubts: Sequence[OpenDoubt], *, can_undo: bool) -> None:
        """Ask about the first of these."""
        self._doubts = tuple(doubts)
        self.field.clear()
        self.picture.show_image(doubts[0].picture if doubts else QImage())
        self.undo_button.setEnabled(can_undo)
        self.show_candidates(doubts[0].candidates if doubts else ())
        self.list.setFocus()
        self.retranslate()

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Offer these products."""
        self._candidates = tuple(candidates)
        self.model.show_rows([candidate_row(found, str(n)) for n, found in enumerate(candidates, start=1)])
        if candidates:
            self.list.setCurrentIndex(self.model.index(0))

    def choose(self, place: int) -> None:
        """It is the product in this row."""
        if self._doubts and 0 <= place < len(self._candidates):
            self.decided.emit(self._doubts[0].id, self._candidates[place].product_id)

    def not_ours(self) -> None:
        """It is nothing that the shop sells."""
        if self._doubts:
            self.decided.emit(self._doubts[0].id, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number chooses, Delete refuses, a letter begins a search."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            place = event.key() - Qt.Key.Key_1
            if 0 <= place < 9:
                self.choose(place)
                return True
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.not_ours()
                return True
            if event.text().strip() and event.text().isprintable() and not event.modifiers() & _COMMANDS:
                self.field.setFocus()
                self.field.setText(event.text())
                self._typing.start()
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.title.setText(self.tr("Which product is this?"))
        self._hint.setText(
            self.tr(
                "%n piece(s) put aside. A number or Enter counts it; type to search.", "", len(self._doubts)
            )
        )
        self.picture.setAccessibleName(self.tr("The piece that was put aside"))
        self.list.setAccessibleName(self.tr("What it may be"))
        self.field.setPlaceholderText(self.tr("Search by name or number"))
        self.field.setAccessibleName(self.tr("Search by name or number"))
        self.not_ours_button.setText(self.tr("Not ours"))
        self.not_ours_button.setToolTip(self.tr("Delete"))
        self.undo_button.setText(self.tr("Undo"))
        self.undo_button.setToolTip(self.tr("Ctrl+Z"))
        self.back_button.setText(self.tr("Back to counting"))
        self.back_button.setToolTip(self.tr("Esc"))

    def _on_return(self) -> None:
        if self.model.rowCount() and not self._typing.isActive():
            self.choose(max(0, self.list.currentIndex().row()))

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.field)
        right.addWidget(self.list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addWidget(self.picture, 6)
        columns.addLayout(right, 5)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.not_ours_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addLayout(columns, 1)
        column.addSpacing(4)
        column.addLayout(foot)


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
