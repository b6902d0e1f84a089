"""The left of a search: the picture that is searched with, the part of it, and the film strip of several."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from core.imaging.cut import Cut
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.actions import SearchActions
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.film import FRAME
from desktop_app.pages.search.query.delegate import QueryDelegate
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import ShortenedLabel, text_label
from desktop_app.widgets.pictures.cut_view import CutView
from desktop_app.widgets.pictures.region_bar import RegionBar

WIDTH, _NARROW = 352, 264
_NARROW_BELOW = 1040
"""Pixels of both columns below which the products need the room more than the picture does."""
_TOOL = 40


class QueryPanel(Translated, QWidget):
    """Shows one picture of the desk at a time."""

    row_chosen = Signal(int)
    cut_changed = Signal(object)
    """The Cut of the picture that is shown."""
    together_chosen = Signal(bool)
    whole_is_marked = Signal(bool)
    """Whether the whole picture is searched."""

    def __init__(self, themes: ThemeSwitch, desk: SearchDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._desk = desk
        self._title = text_label("section")
        self.again_button = IconButton(themes, "close", "quiet", self)
        self.picture = CutView(themes, self)
        self.picture.setMinimumHeight(80)
        self.picture.setMaximumHeight(352)
        self.picture.cut_changed.connect(self._on_cut)
        self.regions = RegionBar(themes, self)
        self.regions.chosen.connect(lambda box: self.picture.choose(Cut(box, self.picture.cut.quarters)))
        self.regions.pointed_at.connect(self.picture.show_hint)
        self._left = IconButton(themes, "turn-left", "quiet", self)
        self._right = IconButton(themes, "turn-right", "quiet", self)
        self._whole = IconButton(themes, "whole", "quiet", self)
        for button in (self._left, self._right, self._whole):
            button.setFixedWidth(_TOOL)
        self.several_button = IconButton(themes, "grid", "quiet", self)
        self.several_button.hide()
        self.busy = BusyLine(themes, self)
        self._name = ShortenedLabel("small")
        self.beside = QLineEdit(self)
        self.beside.setClearButtonEnabled(True)
        self.beside.setMaxLength(200)
        self.beside.textEdited.connect(desk.say_beside)
        self.beside.textChanged.connect(lambda text: None if text else desk.say_beside(""))
        self.together = QCheckBox(self)
        self.together.toggled.connect(self.together_chosen)
        self.add_menu = QMenu(self)
        self.add_another = IconButton(themes, "plus", "quiet", self)
        self.add_another.setMenu(self.add_menu)
        self.strip = QListView(self)
        self.strip.setModel(desk.film)
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
        self._lay_out()
        self.retranslate()

    def set_room(self, width: int) -> None:
        """Be as wide as befits a page of ``width`` pixels."""
        self.setFixedWidth(_NARROW if width < _NARROW_BELOW else WIDTH)
        self._name_adding()

    def add_button(self, button: QWidget) -> None:
        """Put a button below the picture: two side by side, every further one as wide as both."""
        place = self._buttons.count()
        if place < 2:
            self._buttons.addWidget(button, 0, place)
        else:
            self._buttons.addWidget(button, place - 1, 0, 1, 2)

    def use_actions(self, actions: SearchActions) -> None:
        """Connect what is done with the picture that is shown."""
        self.again_button.follow(actions.start_again)
        for button, action in (
            (self._left, actions.turn_left),
            (self._right, actions.turn_right),
            (self._whole, actions.whole),
        ):
            button.follow_without_words(action)
        self.several_button.follow(actions.several)
        actions.turn_left.triggered.connect(lambda: self.picture.turn(-1))
        actions.turn_right.triggered.connect(lambda: self.picture.turn(1))
        actions.whole.triggered.connect(self.picture.take_whole)
        self.whole_is_marked.connect(actions.whole.setDisabled)
        for place, action in enumerate(actions.regions):
            action.triggered.connect(lambda _checked=False, number=place: self.regions.choose(number))
        self.add_menu.addActions(actions.more())

    def offer_several(self, *, there_are: bool) -> None:
        """Ask whether there are several products in the picture, where it looks so."""
        self.several_button.setVisible(there_are)

    def show_picture(self) -> None:
        """Show the chosen picture as it is known by now."""
        desk = self._desk
        search, shown = desk.picture, desk.shown
        if search is None or shown is None:
            return
        cut = search.query.pictures[0].cut
        self.picture.show_picture(search.preview, cut)
        self.picture.setAccessibleDescription(search.query.name)
        self.regions.show_regions(search.preview, search.regions or (), cut.box)
        self.whole_is_marked.emit(cut.box.is_whole)
        if not self.beside.hasFocus():
            with QSignalBlocker(self.beside):
                self.beside.setText(search.query.beside)
        self._name.show_text(search.query.name)
        self.busy.set_busy(not shown.is_done)
        several = self._desk.film.rowCount() > 1
        self.strip.setVisible(several)
        self.together.setVisible(several)
        self._name.setVisible(not several)
        self._name_adding()
        with QSignalBlocker(self.together):
            self.together.setChecked(desk.is_together)
        index = self._desk.film.index(desk.row)
        if self.strip.currentIndex() != index:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.strip.selectionModel().setCurrentIndex(index, flag)

    def keeps_focus(self, *, is_new: bool) -> bool:
        """Whether the keys stay here when an answer has come.

        Whoever goes through the pictures, or changes what is searched of one, goes on doing so; the answer to
        a new search (``is_new``) gets the keys, whichever button here it was begun with.
        """
        focus = self.window().focusWidget()
        return focus in (self.strip, self.together, self.beside) or (not is_new and self.isAncestorOf(focus))

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self.again_button)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.regions, 1)
        for button in (self._left, self._right, self._whole):
            tools.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._name, 1)
        below.addWidget(self.together, 1)
        below.addWidget(self.add_another)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(4)
        column.addLayout(heading)
        column.addWidget(self.picture, 1)
        column.addWidget(self.busy)
        column.addLayout(tools)
        column.addWidget(self.several_button)
        column.addWidget(self.beside)
        column.addLayout(below)
        column.addWidget(self.strip)
        column.addSpacing(4)
        column.addLayout(self._buttons)
        column.addStretch(0)

    def _name_adding(self) -> None:
        """In words while there is room for them: beside the switch there is none, nor in a narrow panel."""
        words = self.tr("Another picture of it")
        has_room = self._desk.film.rowCount() <= 1 and self.width() > _NARROW
        self.add_another.setText(words if has_room else "")
        self.add_another.setAccessibleName(words)
        self.add_another.setToolTip(words)

    def _on_cut(self, cut: Cut) -> None:
        self.whole_is_marked.emit(cut.box.is_whole)
        self.cut_changed.emit(cut)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(current.row())

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Your picture"))
        self.picture.setAccessibleName(self.tr("Your picture"))
        self.picture.setToolTip(
            self.tr("Drag a frame around the product. Keys: arrows, Shift and arrows, + and −, Esc.")
        )
        self.strip.setAccessibleName(self.tr("Pictures of this search"))
        self.together.setText(self.tr("These show one product"))
        self.beside.setPlaceholderText(self.tr("Like this, but… (blue, under 10)"))
        self.beside.setAccessibleName(self.tr("What it should be like instead"))
        self.beside.setToolTip(
            self.tr(
                "Shows what is like your picture and fits these words: “but blue”, “under 10”, “not striped”"
            )
        )
        self._name_adding()
        numbers = range(1, len(self.regions.tiles) + 1)
        self.regions.name_tiles(
            [self.tr("Part {number} of the picture").format(number=number) for number in numbers],
            [self.tr("Search only this part (Alt+{number})").format(number=number) for number in numbers],
        )
