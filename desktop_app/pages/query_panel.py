"""The left of a search: the picture that is searched with, and the film strip of several."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop_app.models.query_delegate import QueryDelegate
from desktop_app.models.query_model import FRAME, QueryModel
from desktop_app.pages.query_desk import QueryDesk
from desktop_app.theme import ThemeSwitch
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.picture_view import PictureView

WIDTH = 352


class QueryPanel(QWidget):
    """Shows one query of the model at a time."""

    row_chosen = Signal(int)

    def __init__(self, themes: ThemeSwitch, model: QueryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._model = model
        self._title = text_label("section")
        self.again_button = IconButton(themes, "close", "quiet", self)
        self.picture = PictureView(themes, self)
        self.picture.setMinimumHeight(200)
        self.picture.setMaximumHeight(352)
        self.busy = BusyLine(themes, self)
        self._name = text_label("small", wrap=True)
        self.strip = QListView(self)
        self.strip.setModel(model)
        self.strip.setFlow(QListView.Flow.LeftToRight)
        self.strip.setWrapping(False)
        self.strip.setItemDelegate(QueryDelegate(themes, self.strip))
        self.strip.setFixedHeight(FRAME + 28)
        self.strip.setFrameShape(QFrame.Shape.NoFrame)
        self.strip.setObjectName("filmstrip")
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.strip.selectionModel().currentChanged.connect(self._on_current_changed)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(8)
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(heading)
        column.addWidget(self.picture, 1)
        column.addWidget(self.busy)
        column.addWidget(self._name)
        column.addWidget(self.strip)
        column.addSpacing(8)
        column.addLayout(self._buttons)
        column.addStretch(0)
        self._retranslate()

    def add_button(self, button: QWidget) -> None:
        """Put a button below the picture: two side by side, every further one as wide as both."""
        place = self._buttons.count()
        if place < 2:
            self._buttons.addWidget(button, 0, place)
        else:
            self._buttons.addWidget(button, place - 1, 0, 1, 2)

    def show_query(self, desk: QueryDesk) -> None:
        """Show the chosen picture as it is known by now."""
        asked, shown = desk.picture, desk.shown
        if asked is None or shown is None:
            return
        self.picture.show_image(asked.preview)
        self.picture.setAccessibleDescription(asked.query.name)
        self._name.setText(asked.query.name)
        self.busy.set_busy(not shown.is_done)
        self.strip.setVisible(self._model.rowCount() > 1)
        index = self._model.index(desk.row)
        if self.strip.currentIndex() != index:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.strip.selectionModel().setCurrentIndex(index, flag)

    def clear(self) -> None:
        """Forget the picture."""
        self.picture.show_image(QImage())
        self._name.clear()
        self.busy.set_busy(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(current.row())

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Your picture"))
        self.picture.setAccessibleName(self.tr("Your picture"))
        self.strip.setAccessibleName(self.tr("Pictures of this search"))
