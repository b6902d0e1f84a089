"""What narrows the catalog's list: a text, category, brand, tag, and states of products."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QWidget

from core.catalog.lists.filters import ENOUGH_PHOTOS
from desktop_app.look.icons import icon
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.facts import Choices
from desktop_app.pages.catalog.list_query import BEST_FIRST, ListQuery
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton

_TYPING_MS = 180
_HEIGHT = 40


class SearchField(QLineEdit):
    """Escape empties it; Down and Enter go on to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(Translated, QWidget):
    """Makes a :class:`ListQuery` of what is chosen; the order is the list's own business."""

    changed = Signal(ListQuery)

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._query = ListQuery()
        self._choices = Choices()
        self.field = SearchField(self)
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(500)
        self._glass = self.field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.category, self.brand, self.tag = (ChoiceBox(self) for _ in range(3))
        for combo in (self.category, self.brand, self.tag):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(9)
            combo.setMaximumWidth(180)
            combo.setFixedHeight(_HEIGHT)
            combo.setMaxVisibleItems(16)
            combo.activated.connect(lambda _row: self._tell())
        self.field.setProperty("kind", "large")
        self.field.setFixedHeight(_HEIGHT)
        self.tags_button = IconButton(themes, "tag", parent=self)
        self.tags_button.setProperty("kind", "choice")
        self.tags_button.setFixedSize(44, _HEIGHT)
        self.states = IconButton(themes, "filter", parent=self)
        self.states.setProperty("kind", "choice")
        self.states.setFixedHeight(_HEIGHT)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.states.setMenu(self._menu)
        self.in_stock, self.low, self.out_of_stock, self.not_counted = (self._state() for _ in range(4))
        self._stock = QActionGroup(self)
        self._stock.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for action in (self.in_stock, self.low, self.out_of_stock, self.not_counted):
            self._stock.addAction(action)
        self._menu.addSeparator()
        self.without_photo, self.few_photos, self.without_price = (self._state() for _ in range(3))
        self._photos = QActionGroup(self)
        self._photos.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for action in (self.without_photo, self.few_photos):
            self._photos.addAction(action)
        self._menu.addSeparator()
        self.waiting = self._state()
        self.archived = self._state()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for widget in (self.category, self.brand, self.tag, self.tags_button, self.states):
            row.addWidget(widget)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        themes.changed.connect(self._paint_glass)
        self._paint_glass()
        self.retranslate()

    @property
    def query(self) -> ListQuery:
        """What is chosen now."""
        return self._query

    def show_choices(self, choices: Choices) -> None:
        """Offer these names; what was chosen stays chosen."""
        self._choices = choices
        self._name_low()
        self._fill()

    def show_query(self, query: ListQuery) -> None:
        """Show these filters and tell."""
        self.field.setText(query.text)
        self._query = query
        self._fill()
        self.in_stock.setChecked(query.in_stock is True)
        self.out_of_stock.setChecked(query.in_stock is False)
        self.low.setChecked(query.low)
        self.not_counted.setChecked(query.not_counted)
        self.without_photo.setChecked(query.few_photos == 1)
        self.few_photos.setChecked(query.few_photos == ENOUGH_PHOTOS)
        self.without_price.setChecked(query.without_price)
        self.waiting.setChecked(query.waiting)
        self.archived.setChecked(query.archived)
        self._tell()

    def set_order(self, sort: str, *, descending: bool) -> None:
        """Keep in mind how the list is sorted, and tell."""
        self._query = replace(self._query, sort=sort, descending=descending)
        self._tell()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.field.setPlaceholderText(self.tr("Title, number, barcode, tag …"))
        self.field.setAccessibleName(self.tr("Find products"))
        for combo, name in (
            (self.category, self.tr("Category")),
            (self.brand, self.tr("Brand")),
            (self.tag, self.tr("Tag")),
        ):
            combo.setAccessibleName(name)
            combo.setToolTip(name)
        self.tags_button.setAccessibleName(self.tr("Manage tags"))
        self.tags_button.setToolTip(self.tr("Rename tags, merge them, remove them"))
        self.in_stock.setText(self.tr("In stock"))
        self.in_stock.setToolTip(self.tr("What was not counted stays: it may be there."))
        self.low.setToolTip(self.tr("At the mark of the settings or below, or at the product's own."))
        self._name_low()
        self.out_of_stock.setText(self.tr("Out of stock"))
        self.not_counted.setText(self.tr("Not counted"))
        self.without_photo.setText(self.tr("Without photo"))
        self.few_photos.setText(self.tr("Fewer than three photos"))
        self.few_photos.setToolTip(
            self.tr("Recognition gets better with three photos or more of each product.")
        )
        self.without_price.setText(self.tr("Without price"))
        self.waiting.setToolTip(self.tr("Something was seen that must not be shown, or may not be sold."))
        self.archived.setText(self.tr("Archived"))
        self._fill()
        self._name_states()

    def _state(self) -> QAction:
        action = self._menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda _checked: self._tell())
        return action

    def _fill(self) -> None:
        for combo, every, names, chosen in (
            (self.category, self.tr("Any category"), self._choices.categories, self._query.category),
            (self.brand, self.tr("Any brand"), self._choices.brands, self._query.brand),
            (self.tag, self.tr("Any tag"), self._choices.tags, self._query.tag),
        ):
            _fill(combo, every, names, chosen)

    def _tell(self) -> None:
        self._typing.stop()
        text = self.field.text().strip()
        query = self._query
        if text and not query.text:
            query = replace(query, sort=BEST_FIRST)  # a new search: the likeliest first
        few_photos = ENOUGH_PHOTOS if self.few_photos.isChecked() else None
        in_stock = True if self.in_stock.isChecked() else False if self.out_of_stock.isChecked() else None
        query = replace(
            query,
            text=text,
            category=_chosen(self.category),
            brand=_chosen(self.brand),
            tag=_chosen(self.tag),
            in_stock=in_stock,
            low=self.low.isChecked(),
            not_counted=self.not_counted.isChecked(),
            few_photos=1 if self.without_photo.isChecked() else few_photos,
            without_price=self.without_price.isChecked(),
            waiting=self.waiting.isChecked(),
            archived=self.archived.isChecked(),
        )
        self._name_states()
        if query != self._query:
            self._query = query
        self.changed.emit(query)

    def _name_low(self) -> None:
        self.low.setText(self.tr("Low stock ({count})").format(count=QLocale().toString(self._choices.low)))
        waiting = QLocale().toString(self._choices.waiting)
        self.waiting.setText(self.tr("With findings ({count})").format(count=waiting))

    def _name_states(self) -> None:
        """The button says which states are chosen."""
        chosen = [action.text() for action in self._menu.actions() if action.isChecked()]
        self.states.setText(", ".join(chosen) if 0 < len(chosen) <= 2 else self.tr("Show"))
        if len(chosen) > 2:
            self.states.setText(self.tr("Show ({count})").format(count=len(chosen)))
        self.states.setAccessibleName(self.tr("Show only: {states}").format(states=", ".join(chosen) or "–"))

    def _paint_glass(self) -> None:
        self._glass.setIcon(icon("search", self._themes.colours.muted))


def _fill(combo: QComboBox, every: str, names: Sequence[str], chosen: str) -> None:
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(every)
    combo.addItems(list(names))
    if chosen and chosen not in names:
        combo.addItem(chosen)
    combo.setCurrentText(chosen or every)
    combo.blockSignals(False)


def _chosen(combo: QComboBox) -> str:
    return combo.currentText() if combo.currentIndex() > 0 else ""
